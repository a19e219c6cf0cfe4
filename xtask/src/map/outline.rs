//! A region's outline, joined from its borders and written as a line of the file.

use anyhow::{Result, bail};
use gpf_domain::directory::Region;
use gpf_domain::map::{HEIGHT, WIDTH};

use super::simplify::Line;

/// A point of the map.
pub(super) type Point = [i32; 2];

/// A closed line. The last point, which equals the first, is left out.
type Ring = Vec<Point>;

/// The radius that a number on the map needs. In a region with less space, the number is in the sea nearby.
const ROOM: f64 = 17.0;

/// The distance of the positions that are tried for a number.
const STEP: usize = 2;

/// Joins a region's borders, end to end.
pub(super) fn rings(lines: &[Line], region: Region) -> Result<Vec<Ring>> {
    let mut rest: Vec<Ring> =
        lines.iter().filter(|line| line.regions.contains(&region)).map(|line| line.points.clone()).collect();
    let mut rings = Vec::new();
    while let Some(mut ring) = rest.pop() {
        while ring.first() != ring.last() {
            let end = ring[ring.len() - 1];
            let next = rest.iter().position(|line| line.first() == Some(&end) || line.last() == Some(&end));
            let Some(next) = next else { bail!("the outline has a gap at {end:?}") };
            let mut line = rest.swap_remove(next);
            if line[0] != end {
                line.reverse();
            }
            ring.extend(&line[1..]);
        }
        ring.pop();
        if ring.len() > 2 {
            rings.push(ring);
        }
    }
    rings.sort_by_key(|ring| std::cmp::Reverse(ring.len()));
    Ok(rings)
}

/// The line of the file: the region's name, the position of its number, a line from there to the region if the number
/// is beside it, and the outline. The last two are SVG paths.
///
/// `all` contains the rings of all regions, and `dots` the locations of the listed federations, which a number must not
/// cover.
pub(super) fn line(region: Region, rings: &[Ring], all: &[Ring], dots: &[Point]) -> String {
    let (inside, room) = middle(rings, dots);
    let ([x, y], lead) = if room < ROOM { beside(inside, all) } else { (inside, String::new()) };
    format!("{}\t{x} {y}\t{lead}\t{}\n", region.name(), path(rings))
}

/// The point inside that is farthest from the outline and from every dot, and its distance from them.
fn middle(rings: &[Ring], dots: &[Point]) -> (Point, f64) {
    let room = |at| dots.iter().map(|dot| length(*dot, at)).fold(distance(rings, at), f64::min);
    let inside = places().filter(|at| is_inside(rings, *at)).map(|at| (at, room(at)));
    inside.fold(([0, 0], 0.0), |best, it| if it.1 > best.1 { it } else { best })
}

/// The nearest position in the sea with enough space, and the line to it.
fn beside(from: Point, all: &[Ring]) -> (Point, String) {
    let at_sea = places().filter(|at| !is_inside(all, *at) && distance(all, *at) >= ROOM);
    let [x, y] = at_sea.min_by_key(|at| length(*at, from) as i64).unwrap_or(from);
    (([x, y]), format!("M{} {}L{x} {y}", from[0], from[1]))
}

fn places() -> impl Iterator<Item = Point> {
    (0..HEIGHT).step_by(STEP).flat_map(|y| (0..WIDTH).step_by(STEP).map(move |x| [x, y]))
}

/// The sides of all rings.
fn sides(rings: &[Ring]) -> impl Iterator<Item = (Point, Point)> {
    rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| (*a, *b)))
}

fn is_inside(rings: &[Ring], [x, y]: Point) -> bool {
    let crosses = |(a, b): (Point, Point)| {
        (a[1] > y) != (b[1] > y) && {
            let share = f64::from(y - a[1]) / f64::from(b[1] - a[1]);
            f64::from(x) < f64::from(a[0]) + share * f64::from(b[0] - a[0])
        }
    };
    sides(rings).filter(|side| crosses(*side)).count() % 2 == 1
}

fn distance(rings: &[Ring], [x, y]: Point) -> f64 {
    let to_side = |(a, b): (Point, Point)| {
        let [dx, dy] = [b[0] - a[0], b[1] - a[1]].map(f64::from);
        let along = f64::from(x - a[0]) * dx + f64::from(y - a[1]) * dy;
        let share = (along / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        f64::hypot(f64::from(a[0] - x) + share * dx, f64::from(a[1] - y) + share * dy)
    };
    sides(rings).map(to_side).fold(f64::INFINITY, f64::min)
}

fn length(a: Point, b: Point) -> f64 {
    f64::hypot(f64::from(a[0] - b[0]), f64::from(a[1] - b[1]))
}

/// Relative moves are shorter than absolute ones, a minus sign separates numbers as well as a space, and all points
/// after the first of an `m` are connected by lines.
fn path(rings: &[Ring]) -> String {
    let mut path = String::new();
    let mut at = [0, 0];
    for ring in rings {
        for (number, point) in ring.iter().enumerate() {
            if number == 0 {
                path.push('m');
            }
            for (axis, value) in [point[0] - at[0], point[1] - at[1]].into_iter().enumerate() {
                if value >= 0 && (number, axis) != (0, 0) {
                    path.push(' ');
                }
                path.push_str(&value.to_string());
            }
            at = *point;
        }
        path.push('z');
        at = ring[0];
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(side: i32) -> Vec<Ring> {
        vec![vec![[100, 100], [100 + side, 100], [100 + side, 100 + side], [100, 100 + side]]]
    }

    #[test]
    fn borders_are_joined_in_either_direction() {
        let line = |regions: &[Region], points: &[Point]| Line { regions: regions.to_vec(), points: points.to_vec() };
        let lines = [
            line(&[Region::London], &[[0, 0], [5, 0], [9, 9]]),
            line(&[Region::London, Region::SouthEast], &[[0, 0], [0, 9], [9, 9]]),
            line(&[Region::SouthEast], &[[9, 9], [20, 20], [0, 0]]),
        ];
        let rings = rings(&lines, Region::London).unwrap();
        assert_eq!(rings.len(), 1);
        assert_eq!(rings[0].len(), 4);
        assert!(super::rings(&lines[..1], Region::London).is_err(), "half an outline is none");
    }

    #[test]
    fn region_number_is_inside_or_beside_the_region() {
        let (large, small) = (square(80), square(20));
        assert!(line(Region::London, &large, &large, &[]).starts_with("London\t140 140\t\tm100 100 80 0 0 80-80 0z"));
        let beside_dot = line(Region::London, &large, &large, &[[139, 141]]);
        assert!(!beside_dot.starts_with("London\t140 140"), "{beside_dot}");
        let line = line(Region::London, &small, &small, &[]);
        let (place, lead) = line.strip_prefix("London\t").unwrap().split_once('\t').unwrap();
        assert!(lead.starts_with(&format!("M110 110L{place}\t")), "{line}");
    }
}
