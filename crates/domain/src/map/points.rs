//! The dots of the federations that are shown.

use super::{HEIGHT, WIDTH, point};
use crate::near::{Locator, PostcodeDistrict};
use crate::strings::push_number;

/// The position of each result on the map, in order. `None` if no place is known.
#[derive(Debug, Default)]
pub struct MapPoints(pub(super) Vec<Option<[i16; 2]>>);

/// With more federations than this, overlapping dots are merged.
const MANY: usize = 1000;

/// The minimum distance between merged dots.
const MIN_DISTANCE: i32 = 4;

impl MapPoints {
    /// The positions of the federations in these rows. `here` is the district that was searched for, if any.
    #[must_use]
    pub fn of(rows: &[u32], locator: Locator<'_>, here: Option<PostcodeDistrict>) -> Self {
        let from = here.map(|it| it.centre());
        let mut points = Vec::with_capacity(rows.len());
        for row in rows {
            points.push(locator.place(*row, from).map(point));
        }
        Self(points)
    }

    /// The number of federations without a known place.
    #[must_use]
    pub fn unplaced(&self) -> u32 {
        self.0.iter().map(|at| u32::from(at.is_none())).sum()
    }

    /// The dots of the federations as an SVG path: for each dot a line of length 0 with round ends. Federations at the
    /// same position share a dot.
    #[must_use]
    pub fn dots(&self) -> String {
        let apart = if self.0.len() > MANY { MIN_DISTANCE } else { 1 };
        // The margin of the map has room for the Isles of Scilly.
        let around = 60;
        let columns = (WIDTH + 2 * around) / apart + 1;
        let mut taken = vec![false; (columns * ((HEIGHT + 2 * around) / apart + 1)) as usize];
        let mut dots = String::new();
        for at in &self.0 {
            let Some([x, y]) = *at else { continue };
            let [column, line] = [x, y].map(|it| (i32::from(it) + around) / apart);
            let taken = taken.get_mut((line * columns + column) as usize);
            if let Some(taken) = taken.filter(|taken| !**taken) {
                *taken = true;
                dots.push('M');
                push(&mut dots, i32::from(x));
                dots.push(' ');
                push(&mut dots, i32::from(y));
                dots.push_str("h0");
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
    use crate::near::{DistrictCode, Points, authoring::districts};

    fn places(places: &[Option<[i16; 2]>]) -> MapPoints {
        MapPoints(places.to_vec())
    }

    #[test]
    fn each_place_has_one_dot() {
        let points = places(&[Some([10, 20]), None, Some([10, 20]), Some([-31, 600]), None]);
        assert_eq!((&*points.dots(), points.unplaced()), ("M10 20h0M-31 600h0", 2));
        assert_eq!((&*places(&[]).dots(), places(&[]).unplaced()), ("", 0));
    }

    #[test]
    fn dots_and_distances_use_the_same_position() {
        let file = "Name,Postcode,Longitude,Latitude\nAlpha,,-5.8,55.9\nBeta,,,\nGamma,WA7 2ES; PL1 1AA,-6.3,49.9\n\
            Delta,WA7 2ES,,\nEpsilon,WA7 2ES; PL1 1AA,,\nZeta,CF10 1AA,,\n";
        let directory = crate::import::read(file.as_bytes(), &crate::import::ImportOptions::default()).directory;
        let mut points = Points::default();
        directory.federations().for_each(|it| points.add(it));
        let locator = Locator { points: &points, districts };
        let district = |name| *districts().find(DistrictCode::parse(name).unwrap()).unwrap();
        let on_map = |name| Some(point(district(name).centre()));
        let rows: Vec<u32> = (0..directory.len() as u32).collect();
        let (runcorn, plymouth) = (on_map("WA7"), on_map("PL1"));
        let near = |here| MapPoints::of(&rows, locator, here).0;
        assert_eq!(near(None), [Some([0, 0]), None, runcorn, runcorn, Some([-30, 600]), None]);
        assert_eq!(near(Some(district("PL2")))[3], plymouth);
        let nearby = crate::near::Nearby::of(district("WA7"), locator);
        for (row, place) in rows.iter().zip(near(None)) {
            assert_eq!(nearby.tenths(*row).is_some(), place.is_some(), "{row}");
        }
        assert_eq!(nearby.tenths(3), Some(0));
    }

    #[test]
    fn close_dots_are_merged_in_long_lists() {
        let everywhere: Vec<_> = (0..100_000).map(|at| Some([(at % 460) as i16, (at / 460) as i16])).collect();
        let path = places(&everywhere).dots();
        assert!(path.len() < 70_000, "{} bytes", path.len());
        assert!(places(&everywhere[..900]).dots().matches('M').count() == 900);
    }
}
