//! The numbers of people that the organisations in the sources cover.

use super::Citation;
use super::partial_date::PartialDate;
use crate::format;
use crate::named_enum;

/// The number of people that an organisation covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Population {
    /// The name of the organisation.
    pub name: String,
    /// Its kind.
    pub kind: PopulationKind,
    /// The number, or the lower end of a range.
    pub value: u32,
    /// The upper end of a range.
    pub to: Option<u32>,
    /// The number that was planned.
    pub planned: Option<u32>,
    /// Whether the source states a number over `value`.
    pub is_lower_bound: bool,
    /// The unit: "patients" or "people".
    pub who: String,
    /// The year of the number.
    pub year: PartialDate,
    /// A note on it.
    pub note: Option<String>,
    /// The source.
    pub cite: Citation,
}

named_enum! {
    /// The kind of an organisation.
    #[derive(Debug)]
    pub enum PopulationKind {
        /// A network as the NHS wanted practices to form.
        Network => "network", "Primary care network or new care model";
        /// A GP federation.
        Federation => "federation", "GP federation";
        /// Another organisation that GPs lead.
        Organisation => "organisation", "Other GP organisation";
    }
}

impl Population {
    /// In words: "over 70,000 patients", "30,000 to 50,000 people", "360,000 patients (590,000 planned)".
    #[must_use]
    pub fn formatted(&self) -> String {
        let over = if self.is_lower_bound { "over " } else { "" };
        let to = self.to.map(|to| [" to ", &number_in_words(to)].concat()).unwrap_or_default();
        let planned = self.planned.map(|it| [" (", &number_in_words(it), " planned)"].concat()).unwrap_or_default();
        [over, &number_in_words(self.value), &to, " ", &self.who, &planned].concat()
    }
}

/// A number of people as the NHS content style writes it.
///
/// ```
/// use gpf_domain::guide::number_in_words;
/// assert_eq!([600_000, 1_300_000].map(number_in_words), ["600,000", "1.3 million"]);
/// ```
#[must_use]
pub fn number_in_words(number: u32) -> String {
    let tenths = number / 100_000;
    if number < 1_000_000 || !number.is_multiple_of(100_000) {
        return format::format_number(number);
    }
    let (millions, rest) = (tenths / 10, tenths % 10);
    if rest == 0 { format!("{millions} million") } else { format!("{millions}.{rest} million") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_round_millions_are_written_in_words() {
        for (number, words) in [
            (999_999, "999,999"),
            (1_000_000, "1 million"),
            (1_300_000, "1.3 million"),
            (1_350_000, "1,350,000"),
            (20_000_000, "20 million"),
        ] {
            assert_eq!(number_in_words(number), words);
        }
    }
}
