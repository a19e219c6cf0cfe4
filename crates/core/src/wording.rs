//! Numbers and dates in the words of the NHS content style: "1,300", "March 2016", "7 March 2014".

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A whole number with commas between the thousands.
///
/// ```
/// assert_eq!(gpf_core::wording::number(360_000), "360,000");
/// ```
#[must_use]
pub fn number(value: u32) -> String {
    let digits = value.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A date of the data (`2016`, `2016-03` or `2016-03-07`) in words; any other text comes back as it is.
///
/// ```
/// assert_eq!(gpf_core::wording::date("2014-03-07"), "7 March 2014");
/// ```
#[must_use]
pub fn date(iso: &str) -> String {
    in_words(iso).unwrap_or_else(|| iso.to_owned())
}

fn in_words(iso: &str) -> Option<String> {
    let mut parts = iso.splitn(3, '-');
    let year = parts.next()?;
    let Some(month) = parts.next() else {
        return Some(year.to_owned());
    };
    let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let mut text = String::new();
    if let Some(day) = parts.next() {
        text.push_str(day.trim_start_matches('0'));
        text.push(' ');
    }
    text.push_str(month);
    text.push(' ');
    text.push_str(year);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_get_a_comma_every_three_digits() {
        for (value, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_300_000, "1,300,000"),
            (u32::MAX, "4,294,967,295"),
        ] {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn dates_are_read_as_far_as_they_go() {
        for (iso, text) in [
            ("2020", "2020"),
            ("2016-03", "March 2016"),
            ("2014-03-07", "7 March 2014"),
            ("", ""),
            ("2016-13", "2016-13"),
            ("soon", "soon"),
        ] {
            assert_eq!(date(iso), text);
        }
    }
}
