//! Numbers and dates in the words of the NHS content style: "1,300", "March 2016", "7 March 2014".

use crate::strings::{push_number, split_once};

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
/// assert_eq!(gpf_domain::format::format_number(360_000), "360,000");
/// ```
#[must_use]
pub fn format_number(value: u32) -> String {
    let (mut digits, mut text) = (String::new(), String::new());
    push_number(&mut digits, value);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number and what it counts: the word for 1, or the word for any other number.
///
/// ```
/// assert_eq!(gpf_domain::format::count(1, "row left out", "rows left out"), "1 row left out");
/// assert_eq!(gpf_domain::format::count(1300, "row left out", "rows left out"), "1,300 rows left out");
/// ```
#[must_use]
pub fn count(value: u32, one: &str, many: &str) -> String {
    [&*format_number(value), " ", if value == 1 { one } else { many }].concat()
}

/// "1 federation", "31 federations".
#[must_use]
pub fn federations(value: u32) -> String {
    count(value, "federation", "federations")
}

/// A date of the data (`2016`, `2016-03` or `2016-03-07`) in words. Any other text is returned unchanged.
///
/// ```
/// assert_eq!(gpf_domain::format::format_date("2014-03-07"), "7 March 2014");
/// ```
#[must_use]
pub fn format_date(iso: &str) -> String {
    in_words(iso).unwrap_or_else(|| iso.to_owned())
}

/// Also `None` for a year alone, because its words would be the same.
fn in_words(iso: &str) -> Option<String> {
    let (year, rest) = split_once(iso, b'-')?;
    let (month, day) = split_once(rest, b'-').unwrap_or((rest, ""));
    let month = MONTHS.get((month.parse::<u32>().ok()? as usize).checked_sub(1)?)?;
    let day = day.strip_prefix('0').unwrap_or(day);
    let space = if day.is_empty() { "" } else { " " };
    Some([day, space, month, " ", year].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_get_a_comma_every_three_digits() {
        for (value, text) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (1_300_000, "1,300,000"), (u32::MAX, "4,294,967,295")]
        {
            assert_eq!(format_number(value), text);
        }
    }

    #[test]
    fn dates_are_formatted_to_their_precision() {
        for (iso, text) in [
            ("2020", "2020"),
            ("2016-03", "March 2016"),
            ("2014-03-07", "7 March 2014"),
            ("", ""),
            ("2016-13", "2016-13"),
            ("soon", "soon"),
        ] {
            assert_eq!(format_date(iso), text);
        }
    }
}
