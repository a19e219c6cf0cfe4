//! The dots of the federations that are shown.

use super::{HEIGHT, WIDTH, point};
use crate::directory::{Directory, Federation};
use crate::strings::push_number;

/// The position of each federation of a directory on the map. It is computed once, because every keystroke needs it.
#[derive(Debug, Default)]
pub struct MapPoints(pub(super) Vec<Option<[i16; 2]>>);

/// The dots of some federations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dots {
    /// An SVG path: for each dot a line of length 0 with round ends.
    pub path: String,
    /// The number of federations without a known location.
    pub unplaced: u32,
}

/// With more federations than this, overlapping dots are merged.
const MANY: usize = 1000;

/// The minimum distance between merged dots.
const MIN_DISTANCE: i32 = 4;

impl MapPoints {
    /// The positions of all federations in a directory.
    #[must_use]
    pub fn of(directory: &Directory) -> Self {
        let mut places = Self::default();
        directory.federations().for_each(|it| places.add(it));
        places
    }

    /// Adds the position of the next federation, for callers that process a long list in steps.
    pub fn add(&mut self, federation: Federation<'_>) {
        let at = federation.longitude().zip(federation.latitude());
        self.0.push(at.map(|(longitude, latitude)| point(longitude, latitude)));
    }

    /// The dots of the federations in these rows. Federations at the same position share a dot.
    #[must_use]
    pub fn dots(&self, rows: &[u32]) -> Dots {
        let apart = if rows.len() > MANY { MIN_DISTANCE } else { 1 };
        // The margin of the map has room for the Isles of Scilly.
        let around = 60;
        let columns = (WIDTH + 2 * around) / apart + 1;
        let mut taken = vec![false; (columns * ((HEIGHT + 2 * around) / apart + 1)) as usize];
        let mut dots = Dots::default();
        for &row in rows {
            let Some([x, y]) = self.0[row as usize] else {
                dots.unplaced += 1;
                continue;
            };
            let [column, line] = [x, y].map(|it| (i32::from(it) + around) / apart);
            let taken = taken.get_mut((line * columns + column) as usize);
            if let Some(taken) = taken.filter(|taken| !**taken) {
                *taken = true;
                dots.path.push('M');
                push(&mut dots.path, i32::from(x));
                dots.path.push(' ');
                push(&mut dots.path, i32::from(y));
                dots.path.push_str("h0");
            }
        }
        dots
    }
}

/// Adds a coordinate to a path, or to a list of numbers.
pub fn push(path: &mut String, value: i32) {
    if value < 0 {
        path.push('-');
    }
    push_number(path, value.unsigned_abs());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::REQUIRED_HEADER;

    fn places(places: &[Option<[i16; 2]>]) -> MapPoints {
        MapPoints(places.to_vec())
    }

    #[test]
    fn each_place_has_one_dot() {
        let places = places(&[Some([10, 20]), None, Some([10, 20]), Some([-31, 600]), None]);
        let dots = places.dots(&[0, 1, 2, 3]);
        assert_eq!(dots, Dots { path: "M10 20h0M-31 600h0".to_owned(), unplaced: 1 });
        assert_eq!(places.dots(&[]), Dots::default());
    }

    #[test]
    fn the_places_are_those_of_the_directory() {
        let row =
            |id: &str, place: &str| format!("{id},{id},,active,,,unknown,unknown,,,,{place},,,,,,,,x,2026-01-01\n");
        let rows = [row("a", "-5.8,55.9"), row("b", ","), row("c", "-6.3,49.9")].concat();
        let text = [REQUIRED_HEADER, "\n", &rows].concat();
        let import = Directory::from_csv("x.csv", &text, "");
        assert_eq!(import.problems, []);
        let dots = MapPoints::of(&import.directory).dots(&[0, 1, 2]);
        assert_eq!(dots, Dots { path: "M0 0h0M-30 600h0".to_owned(), unplaced: 1 });
    }

    #[test]
    fn many_federations_have_as_many_dots_as_can_be_seen() {
        let everywhere: Vec<_> = (0..100_000).map(|at| Some([(at % 460) as i16, (at / 460) as i16])).collect();
        let rows: Vec<u32> = (0..100_000).collect();
        let path = places(&everywhere).dots(&rows).path;
        assert!(path.len() < 70_000, "{} bytes", path.len());
        assert!(places(&everywhere).dots(&rows[..900]).path.matches('M').count() == 900);
    }
}
