//! Towns that people search for, each with its postcode district. They are for what no federation of a list has in its
//! name or place.

use crate::search::fold;

/// The towns, in the order of their districts.
///
/// In the packed text, each town is the number of districts from that of the town before, and the name:
/// `0Leeds2Pudsey`.
#[derive(Clone, Debug, Default)]
pub(super) struct Towns(String);

impl Towns {
    /// The towns of a packed text.
    pub(super) fn of(packed: &str) -> Self {
        Self(packed.to_owned())
    }

    /// The town whose [folded](fold) name this is, and the number of its district.
    pub(super) fn find(&self, folded: &str) -> Option<(&str, usize)> {
        let first = folded.as_bytes().first()?;
        let begins = |name: &str| name.as_bytes().first().is_some_and(|it| it.eq_ignore_ascii_case(first));
        self.iter().find(|(name, _)| begins(name) && fold(name) == folded)
    }

    /// The towns, each with the number of its district.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        let (mut rest, mut at) = (&*self.0, 0_usize);
        std::iter::from_fn(move || {
            let mut steps = 0_usize;
            while let Some(digit) = rest.as_bytes().first().filter(|byte| byte.is_ascii_digit()) {
                steps = steps.wrapping_mul(10).wrapping_add(usize::from(digit - b'0'));
                rest = rest.get(1..)?;
            }
            at = at.wrapping_add(steps);
            let end = rest.bytes().position(|byte| byte.is_ascii_digit()).unwrap_or(rest.len());
            let name = rest.get(..end).filter(|name| !name.is_empty())?;
            rest = rest.get(end..)?;
            Some((name, at))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_towns_are_decoded() {
        let towns = Towns::of("3Leeds0Moortown12King's Lynn");
        assert_eq!(towns.iter().collect::<Vec<_>>(), [("Leeds", 3), ("Moortown", 3), ("King's Lynn", 15)]);
        assert_eq!(towns.find("moortown"), Some(("Moortown", 3)));
        assert_eq!(towns.find(&fold("Kings Lynn")), Some(("King's Lynn", 15)));
        for none in ["", "leed", "leeds moortown", "lynn", "12", "é"] {
            assert_eq!(towns.find(none), None, "{none}");
        }
        for odd in ["", "7", "é", "Leeds", "99999999999999999999999Leeds"] {
            let _ = Towns::of(odd).find("leeds");
        }
    }
}
