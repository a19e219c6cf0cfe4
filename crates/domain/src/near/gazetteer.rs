//! The gazetteer: names of towns and areas that people search for, each with its postcode district. They are for what no
//! federation of a list mentions.

use crate::fold::fold;

/// A name of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GazetteerEntry<'g> {
    /// The name, as it is written.
    pub(super) name: &'g str,
    /// Whether it is a county, a council's area or another part of the country.
    pub(super) is_area: bool,
    /// The number of its district.
    pub(super) district: usize,
}

/// The names, in the order of their districts.
///
/// In the packed text, each name comes after the number of districts from that of the name before. An area has a `+`
/// before its name: `0Leeds0+West Yorkshire2Pudsey`.
#[derive(Clone, Debug, Default)]
pub(super) struct Gazetteer(String);

impl Gazetteer {
    /// The mark of an area.
    pub(super) const AREA: char = '+';

    /// The names of a packed text.
    pub(super) fn of(packed: &str) -> Self {
        Self(packed.to_owned())
    }

    /// The entry of this name, which is [folded](fold).
    pub(super) fn find(&self, folded: &str) -> Option<GazetteerEntry<'_>> {
        let first = folded.as_bytes().first()?;
        let begins = |name: &str| name.as_bytes().first().is_some_and(|it| it.eq_ignore_ascii_case(first));
        self.iter().find(|entry| begins(entry.name) && fold(entry.name) == folded)
    }

    /// All entries.
    pub(super) fn iter(&self) -> impl Iterator<Item = GazetteerEntry<'_>> {
        let (mut rest, mut at) = (&*self.0, 0_usize);
        std::iter::from_fn(move || {
            let mut steps = 0_usize;
            while let Some(digit) = rest.as_bytes().first().filter(|byte| byte.is_ascii_digit()) {
                steps = steps.wrapping_mul(10).wrapping_add(usize::from(digit - b'0'));
                rest = rest.get(1..)?;
            }
            at = at.wrapping_add(steps);
            let end = rest.bytes().position(|byte| byte.is_ascii_digit()).unwrap_or(rest.len());
            let written = rest.get(..end)?;
            rest = rest.get(end..)?;
            let area = written.strip_prefix(Self::AREA);
            let entry = GazetteerEntry { name: area.unwrap_or(written), is_area: area.is_some(), district: at };
            Some(entry).filter(|entry| !entry.name.is_empty())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_names_are_decoded() {
        let gazetteer = Gazetteer::of("3Leeds0Moortown0+West Yorkshire12King's Lynn");
        let found: Vec<_> = gazetteer.iter().map(|it| (it.name, it.is_area, it.district)).collect();
        let expected =
            [("Leeds", false, 3), ("Moortown", false, 3), ("West Yorkshire", true, 3), ("King's Lynn", false, 15)];
        assert_eq!(found, expected);
        for (typed, name) in
            [("moortown", "Moortown"), ("kings lynn", "King's Lynn"), ("west yorkshire", "West Yorkshire")]
        {
            assert_eq!(gazetteer.find(&fold(typed)).unwrap().name, name);
        }
        for none in ["", "leed", "leeds moortown", "lynn", "12", "é", "yorkshire", "+west yorkshire"] {
            assert_eq!(gazetteer.find(none), None, "{none}");
        }
        for odd in ["", "7", "7+", "é", "Leeds", "99999999999999999999999Leeds"] {
            // It is not a gazetteer, so only that it is read to its end is defined.
            assert!(Gazetteer::of(odd).iter().count() <= 1, "{odd}");
            assert_eq!(Gazetteer::of(odd).find("york"), None, "{odd}");
        }
    }
}
