//! Normalising cells: from the formats of people and Excel to those of the directory.

mod dates;
mod list_lines;
mod numbers;
mod organisations;
mod postcodes;
mod regions;
mod sanitise;
mod value_aliases;
mod web_addresses;

use std::borrow::Cow;

use self::dates::{date_within, is_financial_year, month, read_date, year_within};
use self::list_lines::joined_lines;
use self::numbers::{count, number};
use self::regions::icb_name;
use self::value_aliases::is_yes;
use self::web_addresses::web_address;
use crate::directory::checks::degrees;
use crate::directory::column::Column;
use crate::directory::messages::{self, Message};
use crate::strings::{self, split_once};

pub(super) use dates::date;
pub(super) use organisations::{are_names, is_count_of_practices, is_organisation, is_type_of_body};
pub(super) use postcodes::postcodes;
pub(super) use regions::regions;
pub(super) use sanitise::{is_blank_marker, sanitise};
pub(super) use value_aliases::{
    ValueAliases, closed, closed_of_start, is_ended_name, is_to_be_struck_off, legal_form, legal_form_within,
    region_basis, status, status_of_first_word, status_of_word, value_aliases,
};
pub(super) use web_addresses::address_within;

/// The cell of a text column in the format of the directory. `cell` is sanitised and not empty.
pub(super) fn normalise(column: Column, cell: &str) -> Result<Cow<'_, str>, Message> {
    match column {
        column if is_of_dates(column) => {
            let date = date(cell).filter(|_| column != Column::Founded || !is_financial_year(cell));
            // What programs write for a date that is empty: `01/01/1900`, `30/12/1899` or `31/12/9999`. 1 April 1974 is
            // the first date of the Organisation Data Service.
            let is_set = |date: &Cow<'_, str>| ("1901".."9999").contains(&&**date) && date != "1974-04-01";
            date.map(|date| if is_set(&date) { date } else { "".into() }).ok_or(messages::OWN_DATE)
        }
        Column::IcbAsOf => month(cell).ok_or(messages::OWN_DATE),
        Column::Practices | Column::Patients => number(cell).ok_or(messages::OWN_NUMBER),
        Column::Longitude | Column::Latitude => {
            if degrees(cell).is_some() {
                return Ok(Cow::Borrowed(cell));
            }
            // The decimal comma of other countries, and the minus sign of typesetting.
            let (sign, digits) = cell.strip_prefix('\u{2212}').map_or(("", cell), |digits| ("-", digits));
            let (before, after) = split_once(digits, b',').unwrap_or((digits, ""));
            let number = [sign, before, if after.is_empty() { "" } else { "." }, after].concat();
            Some(number).filter(|number| degrees(number).is_some()).map(Cow::Owned).ok_or(messages::DEGREES)
        }
        Column::Listed => Ok(Cow::Borrowed(if is_yes(cell) { "yes" } else { "no" })),
        // Spreadsheets drop the zeros at the start of what they take for a number.
        Column::CompanyNumber => {
            let digits = cell.strip_suffix(".0").unwrap_or(cell);
            if !matches!(digits.len(), 6..=8) || !strings::is_digits(digits) {
                return Ok(Cow::Borrowed(cell));
            }
            Ok(Cow::Owned(["00".get(digits.len() - 6..).unwrap_or_default(), digits].concat()))
        }
        Column::Website => web_address(cell).ok_or(messages::OWN_WEB_ADDRESS),
        Column::Icb => Ok(Cow::Borrowed(icb_name(cell))),
        Column::Aliases | Column::Source | Column::FormerNames | Column::Services | Column::MemberPractices
            if cell.contains(['\n', '|']) =>
        {
            Ok(Cow::Owned(joined_lines(cell)))
        }
        _ => Ok(Cow::Borrowed(cell)),
    }
}

fn is_of_dates(column: Column) -> bool {
    matches!(
        column,
        Column::CheckedOn
            | Column::EndedOn
            | Column::LastSeen
            | Column::PracticesAsOf
            | Column::PatientsAsOf
            | Column::Founded
    )
}

/// The value of a cell that [`normalise`] rejects but that is partly valid, and the message about it. The cell itself
/// is shown too.
pub(super) fn normalise_loosely(column: Column, cell: &str) -> Option<(Cow<'_, str>, Message)> {
    if is_of_dates(column)
        && !is_financial_year(cell)
        && let Some(date) = read_date(cell, true)
    {
        return Some((date, messages::MONTH_FIRST));
    }
    match column {
        Column::Practices | Column::Patients => {
            let (_, digits, after) = count(cell)?;
            // `2019: 30,000` begins with the year of its number.
            let is_year = ("1950".."2051").contains(&&*digits) && digits.len() == 4 && strings::contains(cell, &digits);
            let is_of_year = is_year && after.bytes().any(|byte| byte.is_ascii_digit());
            (!is_of_year).then_some((Cow::Owned(digits), messages::MORE_THAN_NUMBER))
        }
        Column::EndedOn => date_within(cell).map(|date| (date, messages::MORE_THAN_DATE)),
        Column::Founded => year_within(cell).map(|year| (Cow::Owned(year), messages::MORE_THAN_YEAR)),
        Column::Website => address_within(cell).map(|address| (address, messages::MORE_THAN_ADDRESS)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn financial_and_approximate_years_are_only_parsed_loosely() {
        for (cell, year) in [
            ("2015/16", Some("2015")),
            ("2011/12", Some("2011")),
            ("1999/00", Some("1999")),
            ("circa 2014", Some("2014")),
            ("c.2014", Some("2014")),
            ("2013-2014", Some("2013")),
            ("2012 (as a company)", Some("2012")),
            ("31/02/2014", None),
            ("2014 to 2016", None),
            ("early on", None),
        ] {
            let whole = normalise(Column::Founded, cell);
            let read = normalise_loosely(Column::Founded, cell).map(|(year, _)| year.into_owned());
            assert!(whole.is_err() && read.as_deref() == year, "{cell}: {whole:?}, {read:?}");
        }
        for (cell, date) in [("2011-12", "2011-12"), ("2015/04", "2015-04"), ("12/2011", "2011-12"), ("2014", "2014")] {
            assert_eq!(normalise(Column::Founded, cell).as_deref(), Ok(date), "{cell}");
        }
        assert_eq!(normalise(Column::CheckedOn, "2011/12").as_deref(), Ok("2011-12"));
    }
}
