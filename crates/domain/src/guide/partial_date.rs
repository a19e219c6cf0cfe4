//! Dates with the precision of their source: a decade, a year, a month or a day.

use crate::directory::checks::days_in;
use crate::format;

/// A date, with the precision of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialDate {
    qualifier: Qualifier,
    period: Period,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Qualifier {
    Whole,
    Early,
    After,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Period {
    Decade(u16),
    Year(u16),
    /// From 1 April of this year to 31 March of the next.
    FinancialYear(u16),
    Month(u16, u8),
    Day(u16, u8, u8),
}

impl PartialDate {
    /// The date formats of the data: an instruction for authors who have used another one.
    pub const FORMAT_HELP: &'static str =
        "write it as 1990s, 2009, 2013/14, 2016-03 or 2013-04-01, with \"early \" or \"after \" before it if need be";

    /// Parses a date of the data. `None` if it is not one.
    ///
    /// ```
    /// use gpf_domain::guide::partial_date::PartialDate;
    /// assert_eq!(PartialDate::read("early 1990s").map(PartialDate::words).as_deref(), Some("Early 1990s"));
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (part, rest) = match text.split_once(' ') {
            Some(("early", rest)) => (Qualifier::Early, rest),
            Some(("after", rest)) => (Qualifier::After, rest),
            Some(_) => return None,
            None => (Qualifier::Whole, text),
        };
        Period::read(rest).map(|span| Self { qualifier: part, period: span })
    }

    /// The date in words that can start a line: "Early 1990s", "2013/14", "March 2016", "1 April 2013".
    #[must_use]
    pub fn words(self) -> String {
        let part = match self.qualifier {
            Qualifier::Whole => "",
            Qualifier::Early => "Early ",
            Qualifier::After => "After ",
        };
        let span = match self.period {
            Period::Decade(year) => format!("{year}s"),
            Period::FinancialYear(year) => format!("{year}/{:02}", (year + 1) % 100),
            _ => format::format_date(&self.period.iso().unwrap_or_default()),
        };
        [part, &span].concat()
    }

    /// The date for the `datetime` of a `<time>` element, which can only be a whole year, a month or a day.
    #[must_use]
    pub fn iso(self) -> Option<String> {
        if self.qualifier == Qualifier::Whole { self.period.iso() } else { None }
    }

    /// The start of the date, in years: 1 July 2022 is 2022.5.
    #[must_use]
    pub fn start(self) -> f64 {
        match self.qualifier {
            Qualifier::Whole | Qualifier::Early => self.period.start(),
            Qualifier::After => self.period.end(),
        }
    }

    /// The end of the date. "Early" is the first third. "After" has no end.
    #[must_use]
    pub fn end(self) -> f64 {
        match self.qualifier {
            Qualifier::Whole | Qualifier::After => self.period.end(),
            Qualifier::Early => self.period.start() + (self.period.end() - self.period.start()) / 3.0,
        }
    }

    /// Whether it is too vague for a point.
    #[must_use]
    pub const fn is_decade(self) -> bool {
        matches!(self.period, Period::Decade(_))
    }
}

impl Period {
    fn read(text: &str) -> Option<Self> {
        if let Some(decade) = text.strip_suffix("0s") {
            return (decade.len() == 3).then(|| number(decade))?.map(|decade| Self::Decade(decade * 10));
        }
        if let Some((year, next)) = text.split_once('/') {
            let (year, next) = (four_digits(year)?, two_digits(next)?);
            return (u16::from(next) == (year + 1) % 100).then_some(Self::FinancialYear(year));
        }
        let mut parts = text.split('-');
        let year = four_digits(parts.next()?)?;
        let Some(month) = parts.next() else { return Some(Self::Year(year)) };
        let month = two_digits(month).filter(|month| (1..=12).contains(month))?;
        let Some(day) = parts.next() else { return Some(Self::Month(year, month)) };
        let day = two_digits(day).filter(|day| (1..=days_in(year.into(), month.into())).contains(&(*day).into()))?;
        parts.next().is_none().then_some(Self::Day(year, month, day))
    }

    fn iso(self) -> Option<String> {
        match self {
            Self::Decade(_) | Self::FinancialYear(_) => None,
            Self::Year(year) => Some(year.to_string()),
            Self::Month(year, month) => Some(format!("{year}-{month:02}")),
            Self::Day(year, month, day) => Some(format!("{year}-{month:02}-{day:02}")),
        }
    }

    fn start(self) -> f64 {
        match self {
            Self::Decade(year) | Self::Year(year) => year.into(),
            Self::FinancialYear(year) => f64::from(year) + 0.25,
            Self::Month(year, month) => f64::from(year) + f64::from(month - 1) / 12.0,
            Self::Day(year, month, day) => {
                Self::Month(year, month).start()
                    + f64::from(day - 1) / f64::from(days_in(year.into(), month.into())) / 12.0
            }
        }
    }

    fn end(self) -> f64 {
        let long = match self {
            Self::Decade(_) => 10.0,
            Self::Year(_) | Self::FinancialYear(_) => 1.0,
            Self::Month(..) => 1.0 / 12.0,
            Self::Day(year, month, _) => 1.0 / f64::from(days_in(year.into(), month.into())) / 12.0,
        };
        self.start() + long
    }
}

fn number(digits: &str) -> Option<u16> {
    if crate::strings::is_digits(digits) { digits.parse().ok() } else { None }
}

fn four_digits(text: &str) -> Option<u16> {
    (text.len() == 4).then(|| number(text))?
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2).then(|| number(text))?.and_then(|it| it.try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> PartialDate {
        PartialDate::read(text).unwrap_or_else(|| panic!("{text} is a date"))
    }

    #[test]
    fn every_date_format_is_shown_in_words() {
        for (text, words, iso) in [
            ("1990s", "1990s", None),
            ("early 1990s", "Early 1990s", None),
            ("2009", "2009", Some("2009")),
            ("early 2003", "Early 2003", None),
            ("after 2010", "After 2010", None),
            ("2013/14", "2013/14", None),
            ("1999/00", "1999/00", None),
            ("2016-03", "March 2016", Some("2016-03")),
            ("2013-04-01", "1 April 2013", Some("2013-04-01")),
            ("2024-02-29", "29 February 2024", Some("2024-02-29")),
        ] {
            assert_eq!((read(text).words().as_str(), read(text).iso().as_deref()), (words, iso), "{text}");
        }
    }

    #[test]
    fn invalid_dates_are_rejected() {
        for text in [
            "",
            "early",
            "late 1990s",
            "90s",
            "19901s",
            "199",
            "2013/15",
            "2013/4",
            "2016-13",
            "2016-3",
            "2016-00",
            "2023-02-29",
            "2016-04-31",
            "2016-04-01-01",
            "+016",
            "March 2016",
            "2016-03 ",
        ] {
            assert_eq!(PartialDate::read(text), None, "{text}");
        }
    }

    #[test]
    fn dates_convert_to_fractional_years() {
        for (text, start, end) in [
            ("1990s", 1990.0, 2000.0),
            ("early 2003", 2003.0, 2003.0 + 1.0 / 3.0),
            ("after 2010", 2011.0, 2011.0),
            ("2013/14", 2013.25, 2014.25),
            ("2022-07", 2022.5, 2022.5 + 1.0 / 12.0),
            ("2019-06-30", 2019.5 - 1.0 / 360.0, 2019.5),
        ] {
            let (a, b) = (read(text).start(), read(text).end());
            assert!((a - start).abs() < 1e-9 && (b - end).abs() < 1e-9, "{text}: {a} to {b}");
        }
    }
}
