//! The outlines of the regions.

use crate::directory::Region;
use crate::strings::split_once;

/// Made by `cargo xtask map`, a line a region.
const REGIONS: &str = include_str!("../../../../assets/map/regions.txt");

/// The outline of a region, approximate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Where the region's number stands.
    pub label_position: [&'static str; 2],
    /// A line from the region to its number where it has no room for it, as an SVG path; else empty.
    pub leader_line: &'static str,
    /// The outline as an SVG path.
    pub path: &'static str,
}

impl Outline {
    /// The outlines, in the order of [`Region::ALL`].
    pub fn all() -> impl Iterator<Item = (Region, Self)> {
        Region::ALL.into_iter().zip(REGIONS.split('\n').filter_map(Self::read))
    }

    fn read(line: &'static str) -> Option<Self> {
        let (_, rest) = split_once(line, b'\t')?;
        let (number, rest) = split_once(rest, b'\t')?;
        let (lead, path) = split_once(rest, b'\t')?;
        let (x, y) = split_once(number, b' ')?;
        Some(Self { label_position: [x, y], leader_line: lead, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{HEIGHT, WIDTH, project};

    type Point = [f64; 2];

    /// The rings of a path of relative whole numbers.
    fn rings(path: &str) -> Vec<Vec<Point>> {
        let mut rings = Vec::new();
        let mut at = [0.0, 0.0];
        for ring in path.split_terminator('z') {
            let numbers = ring.strip_prefix('m').expect("a ring begins with a move").replace('-', " -");
            let numbers: Vec<f64> = numbers.split_whitespace().map(|it| it.parse().expect("a number")).collect();
            assert!(numbers.len().is_multiple_of(2) && numbers.len() > 6, "{ring}");
            let mut points: Vec<Point> = Vec::new();
            for step in numbers.chunks(2) {
                at = [at[0] + step[0], at[1] + step[1]];
                points.push(at);
            }
            at = points[0];
            rings.push(points);
        }
        rings
    }

    fn sides(rings: &[Vec<Point>]) -> impl Iterator<Item = (Point, Point)> {
        rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| (*a, *b)))
    }

    /// How far outside a point lies, in units of the map; 0 inside.
    fn outside(rings: &[Vec<Point>], [x, y]: Point) -> f64 {
        let crosses =
            |(a, b): &(Point, Point)| (a[1] > y) != (b[1] > y) && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
        if sides(rings).filter(crosses).count() % 2 == 1 {
            return 0.0;
        }
        let distance = |(a, b): (Point, Point)| {
            let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
            let share = (((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
            f64::hypot(a[0] + share * dx - x, a[1] + share * dy - y)
        };
        sides(rings).map(distance).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn every_region_has_its_line() {
        for (line, region) in REGIONS.lines().zip(Region::ALL) {
            assert!(line.starts_with(&[region.name(), "\t"].concat()), "{line}");
        }
        assert_eq!(REGIONS.lines().count(), Region::ALL.len());
        assert_eq!(Outline::all().count(), Region::ALL.len());
    }

    #[test]
    fn the_outlines_fit_the_map_and_are_small() {
        let mut points = 0;
        for (region, outline) in Outline::all() {
            for point in rings(outline.path).concat() {
                points += 1;
                let fits = |value: f64, most: i32| (0.0..=f64::from(most)).contains(&value);
                assert!(fits(point[0], WIDTH) && fits(point[1], HEIGHT), "{region:?}: {point:?}");
            }
            let number = outline.label_position.map(|it| it.parse().expect("a number"));
            assert_eq!(outside(&rings(outline.path), number) > 0.0, !outline.leader_line.is_empty(), "{region:?}");
        }
        assert!((400..1200).contains(&points), "{points} points");
        assert!(REGIONS.len() < 7_000, "{} bytes", REGIONS.len());
    }

    #[test]
    fn neighbours_meet() {
        let mut shared = 0;
        let corners: Vec<Vec<Point>> = Outline::all().map(|(_, outline)| rings(outline.path).concat()).collect();
        for (at, some) in corners.iter().enumerate() {
            shared += some.iter().filter(|it| corners[at + 1..].iter().any(|others| others.contains(it))).count();
        }
        assert!(shared > 100, "only {shared} points belong to two regions");
    }

    #[test]
    fn the_isle_of_wight_is_there() {
        let newport = project(-1.29, 50.70);
        let south_east = Outline::all().find(|(region, _)| *region == Region::SouthEast).expect("a line");
        let rings = rings(south_east.1.path);
        let island = rings.iter().find(|ring| outside(std::slice::from_ref(ring), newport) == 0.0).expect("an island");
        assert!(island.len() < 40, "it is an island of its own");
    }

    /// The outlines are simplified, so a town on the coast may lie a little way out.
    #[test]
    fn every_federation_of_the_list_lies_in_its_region() {
        const KILOMETRES: f64 = 1.11;
        let (_, directory) = crate::directory::authoring::project();
        let mut placed = 0;
        for federation in directory.federations() {
            let (Some(longitude), Some(latitude)) = (federation.longitude(), federation.latitude()) else { continue };
            let Some(region) = federation.regions().main() else { continue };
            let (_, outline) = Outline::all().nth(region.index()).expect("a line");
            let away = outside(&rings(outline.path), project(longitude, latitude)) * KILOMETRES;
            // The outlines have all of Cumbria in the North West; its north belongs to the North East and Yorkshire.
            let is_in_north_cumbria = federation.place() == "North Cumbria";
            assert!(away < 4.0 || is_in_north_cumbria, "{} is {away:.1} km outside {}", federation.id(), region.name());
            placed += 1;
        }
        assert!(placed > 60, "{placed}");
    }
}
