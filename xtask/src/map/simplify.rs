//! Simplified outlines. A border is simplified once for both of its regions, so that neighbours still meet.

use gpf_domain::directory::Region;

use super::topology::{Border, Position};

/// Points that change the outline by less than this are removed, in square units of the map (a unit is about 1.1 km).
const LEAST_TRIANGLE: f64 = 5.0;

/// Smaller islands are left out: about 120 km². The Isle of Wight has 380.
const LEAST_ISLAND: f64 = 100.0;

/// A border in whole units of the map.
pub(super) struct Line {
    /// The regions on its sides.
    pub(super) regions: Vec<Region>,
    /// The points, including the ends.
    pub(super) points: Vec<[i32; 2]>,
}

/// Simplifies borders and removes small islands.
pub(super) fn simplified(borders: Vec<Border>) -> Vec<Line> {
    let lines = borders.into_iter().filter(|border| !is_small_island(&border.points)).map(|border| {
        let mut points = round(visvalingam(border.points));
        points.dedup();
        Line { regions: border.regions.iter().collect(), points }
    });
    lines.filter(|line| line.points.len() > 1).collect()
}

fn round(points: Vec<Position>) -> Vec<[i32; 2]> {
    points.into_iter().map(|point| point.map(|it| it.round() as i32)).collect()
}

fn is_small_island(points: &[Position]) -> bool {
    points.first() == points.last() && area(points) < LEAST_ISLAND
}

fn area(ring: &[Position]) -> f64 {
    let doubled: f64 = ring.windows(2).map(|pair| pair[0][0] * pair[1][1] - pair[1][0] * pair[0][1]).sum();
    doubled.abs() / 2.0
}

/// The Visvalingam-Whyatt algorithm: repeatedly removes the point that forms the smallest triangle with its neighbours.
/// The ends stay.
fn visvalingam(mut points: Vec<Position>) -> Vec<Position> {
    loop {
        let triangles = points.windows(3).map(|it| area(&[it[0], it[1], it[2], it[0]]));
        let smallest = triangles.enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
        match smallest {
            Some((at, area)) if area < LEAST_TRIANGLE => _ = points.remove(at + 1),
            _ => return points,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simplification_removes_details_and_keeps_end_points() {
        let line = vec![[0.0, 0.0], [10.0, 0.3], [20.0, 0.0], [30.0, 40.0], [30.1, 40.0], [40.0, 0.0]];
        assert_eq!(visvalingam(line), [[0.0, 0.0], [20.0, 0.0], [30.1, 40.0], [40.0, 0.0]]);
    }

    #[test]
    fn small_islands_are_detected() {
        let island = |side: f64| [[0.0, 0.0], [side, 0.0], [side, side], [0.0, side], [0.0, 0.0]];
        assert!(is_small_island(&island(9.0)));
        assert!(!is_small_island(&island(11.0)));
        assert!(!is_small_island(&island(9.0)[..4]), "a border that isn't closed is no island");
    }
}
