//! The close-up map: the part of England that has a few federations, with a numbered dot for each.

use super::MapPoints;

/// The width and height of the close-up, in its own units: CSS pixels, if it has its full size.
pub const CLOSE_UP_SIZE: i32 = 288;

/// The maximum number of federations that have numbers on the map.
pub const MAX_NUMBERED: usize = 50;

/// The minimum width of the part of England, in units of the map: 44 km, so that a town has its surroundings.
const MIN_SIDE: i32 = 40;

/// The minimum width for up to [`FEW`] federations: 88 km, so that there is a coast or the border of a region.
const MIN_SIDE_OF_FEW: i32 = 80;

/// With more federations, their dots need the room.
const FEW: usize = 3;

/// The minimum distance between the centres of two dots, so that each can be selected by touch.
const MIN_DISTANCE: i32 = 26;

/// The grid of alternative positions for dots that have no room at their own place.
const STEP: i32 = 13;

/// The part of the map that has some federations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseUp {
    /// Its western and northern edges on the map, and its width and height there.
    pub part: [i32; 3],
    /// A dot for each row with a place, in the order of the rows.
    pub dots: Vec<NumberedDot>,
    /// The place that was searched for.
    pub here: Option<MapPoint>,
}

/// A position in units of the close-up.
pub type MapPoint = [i32; 2];

/// A numbered dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberedDot {
    /// The number of the row, counted from 1.
    pub number: u32,
    /// The location of the federation.
    pub place: MapPoint,
    /// The position of its dot, as close to the location as other dots allow.
    pub dot: MapPoint,
}

impl MapPoints {
    /// The part of the map that has the federations and the place that was searched for (`here`, on the map). `None`
    /// if there are too many of them for numbers, or none has a known location.
    #[must_use]
    pub fn close_up(&self, here: Option<[i16; 2]>) -> Option<CloseUp> {
        if self.0.len() > MAX_NUMBERED {
            return None;
        }
        let mut dots = Vec::new();
        // The extreme positions in each direction.
        let (mut least, mut most) = ([i32::MAX; 2], [i32::MIN; 2]);
        for (at, place) in self.0.iter().enumerate() {
            if let Some(place) = *place {
                let place = include(place, &mut least, &mut most);
                dots.push(NumberedDot { number: at as u32 + 1, place, dot: place });
            }
        }
        if dots.is_empty() {
            return None;
        }
        let mut here = here.map(|it| include(it, &mut least, &mut most));
        // A margin, so that no dot is at the edge.
        let min_side = if dots.len() > FEW { MIN_SIDE } else { MIN_SIDE_OF_FEW };
        let side = (most[0] - least[0]).max(most[1] - least[1]).max(min_side) * 5 / 4;
        let part = [(least[0] + most[0] - side) / 2, (least[1] + most[1] - side) / 2, side];
        let to_units = |place: &mut MapPoint| {
            for axis in [0, 1] {
                place[axis] = (place[axis] - part[axis]) * CLOSE_UP_SIZE / side;
            }
        };
        let mut taken = Vec::new();
        if let Some(here) = &mut here {
            to_units(here);
            // No dot covers the marker of the place that was searched for.
            taken.push(*here);
        }
        for it in &mut dots {
            to_units(&mut it.place);
            it.dot = free_spot(it.place, &taken);
            taken.push(it.dot);
        }
        Some(CloseUp { part, dots, here })
    }
}

/// Moves the edges so that `place` is between them.
fn include(place: [i16; 2], least: &mut MapPoint, most: &mut MapPoint) -> MapPoint {
    let place = place.map(i32::from);
    for axis in [0, 1] {
        least[axis] = least[axis].min(place[axis]);
        most[axis] = most[axis].max(place[axis]);
    }
    place
}

/// The position nearest to `place` that is not too close to another dot.
fn free_spot(place: MapPoint, taken: &[MapPoint]) -> MapPoint {
    let is_free = |at: MapPoint| taken.iter().all(|it| distance(*it, at) >= MIN_DISTANCE * MIN_DISTANCE);
    let mut best = (i32::MAX, place);
    if !is_free(place) {
        let mut at = [STEP; 2];
        while at[1] < CLOSE_UP_SIZE - STEP {
            let away = distance(at, place);
            if away < best.0 && is_free(at) {
                best = (away, at);
            }
            at[0] += STEP;
            if at[0] > CLOSE_UP_SIZE - STEP {
                at = [STEP, at[1] + STEP];
            }
        }
    }
    best.1
}

/// The square of the distance between two positions.
fn distance(a: MapPoint, b: MapPoint) -> i32 {
    let [x, y] = [a[0] - b[0], a[1] - b[1]];
    x * x + y * y
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(places: &[Option<[i16; 2]>]) -> MapPoints {
        MapPoints(places.to_vec())
    }

    fn are_apart(close_up: &CloseUp) {
        let mut spots: Vec<MapPoint> = close_up.dots.iter().map(|it| it.dot).collect();
        spots.extend(close_up.here);
        for (at, a) in spots.iter().enumerate() {
            assert!(a.iter().all(|it| (12..=276).contains(it)), "{a:?} is at the edge");
            for b in &spots[at + 1..] {
                let distance = f64::hypot(f64::from(a[0] - b[0]), f64::from(a[1] - b[1]));
                assert!(distance >= 24.0, "{a:?} and {b:?} are {distance} apart");
            }
        }
    }

    #[test]
    fn close_up_contains_all_places_and_a_margin() {
        let points = points(&[Some([100, 200]), None, Some([180, 240])]);
        let close_up = points.close_up(None).expect("places");
        assert_eq!(close_up.part, [90, 170, 100]);
        let dots: Vec<_> = close_up.dots.iter().map(|it| (it.number, it.place, it.dot)).collect();
        assert_eq!(dots, [(1, [28, 86], [28, 86]), (3, [259, 201], [259, 201])]);
    }

    #[test]
    fn close_up_of_one_place_shows_its_surroundings() {
        let close_up = points(&[Some([100, 200])]).close_up(None).expect("a place");
        assert_eq!(close_up.part, [50, 150, 100]);
        assert_eq!(close_up.dots[0].dot, [144, 144]);
        // More federations need the room.
        let four = points(&[Some([100, 200]); 4]).close_up(None).expect("places");
        assert_eq!(four.part, [75, 175, 50]);
    }

    #[test]
    fn overlapping_dots_and_marker_are_separated() {
        let close_up = points(&[Some([100, 200]); 50]).close_up(Some([100, 200]));
        let close_up = close_up.expect("places");
        assert_eq!((close_up.dots.len(), close_up.here), (50, Some([144, 144])));
        are_apart(&close_up);
    }

    #[test]
    fn no_close_up_for_too_many_places_or_none() {
        let many = points(&[Some([1, 1]); 51]);
        assert_eq!(many.close_up(None), None);
        assert_eq!(points(&[None]).close_up(Some([1, 1])), None);
        assert_eq!(points(&[]).close_up(None), None);
    }

    /// In each region of the built-in list, each federation can be selected by touch.
    #[test]
    fn dots_of_each_region_do_not_overlap() {
        use crate::directory::{Federation, Region};
        use crate::near::{Locator, Points, authoring::districts};
        let (_, directory) = crate::directory::authoring::project();
        let mut points = Points::default();
        directory.federations().for_each(|it| points.add(it));
        let locator = Locator { points: &points, districts };
        for region in Region::ALL {
            let of_region = directory.federations().filter(|it| it.regions().main() == Some(region));
            let rows: Vec<u32> = of_region.map(Federation::row).collect();
            let close_up =
                MapPoints::of(&rows, locator, None).close_up(None).expect("a region with up to 50 federations");
            assert!(close_up.dots.len() > 5, "{region:?}");
            are_apart(&close_up);
        }
    }
}
