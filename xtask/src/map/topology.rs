//! The package's file, TopoJSON: every border is one arc, shared by the units on its sides. So regions need no
//! geometry: an arc that two units of one region share is inside the region, and the other arcs are its outline.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use gpf_domain::directory::{Region, RegionSet};
use gpf_domain::lat_lon::LatLon;
use serde::Deserialize;

use super::units;

/// A point in the file's own grid.
type GridCell = (i32, i32);

/// A point of the map, before rounding.
pub(super) type Position = [f64; 2];

/// A border between two points where regions meet, or around an island.
pub(super) struct Border {
    /// The regions on its sides: one at the coast, two between neighbours.
    pub(super) regions: RegionSet,
    /// The points, including the ends.
    pub(super) points: Vec<Position>,
}

#[derive(Deserialize)]
pub(super) struct Topology {
    transform: Transform,
    arcs: Vec<Vec<GridCell>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    gbr: Units,
}

#[derive(Deserialize)]
struct Units {
    geometries: Vec<Unit>,
}

#[derive(Deserialize)]
struct Unit {
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
struct Properties {
    name: String,
}

/// Rings of arcs. A reversed arc is stored as its complement.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i32>>),
    MultiPolygon(Vec<Vec<Vec<i32>>>),
}

impl Shape {
    fn arcs(&self) -> Vec<usize> {
        let rings: Vec<&Vec<i32>> = match self {
            Self::Polygon(rings) => rings.iter().collect(),
            Self::MultiPolygon(polygons) => polygons.iter().flatten().collect(),
        };
        rings.into_iter().flatten().map(|&arc| if arc < 0 { !arc } else { arc } as usize).collect()
    }
}

impl Topology {
    /// Reads the file.
    pub(super) fn parse(text: &str) -> Result<Self> {
        let mut topology: Self = serde_json::from_str(text).context("the package's file is not as it was")?;
        for arc in &mut topology.arcs {
            let mut at = (0, 0);
            for point in arc {
                at = (at.0 + point.0, at.1 + point.1);
                *point = at;
            }
        }
        Ok(topology)
    }

    /// All borders of the regions, without duplicates.
    pub(super) fn borders(&self) -> Result<Vec<Border>> {
        let mut arcs = self.arcs_of_borders()?;
        let mut ends: BTreeMap<GridCell, Vec<usize>> = BTreeMap::new();
        for &arc in arcs.keys() {
            let (first, last) = self.ends(arc)?;
            ends.entry(first).or_default().push(arc);
            ends.entry(last).or_default().push(arc);
        }
        let mut borders = Vec::new();
        // First the borders that start where regions meet, then closed borders.
        let meetings = ends.iter().filter(|(_, arcs)| arcs.len() != 2);
        let starts: Vec<GridCell> = meetings.chain(&ends).map(|(cell, _)| *cell).collect();
        for start in starts {
            while let Some(first) = ends[&start].iter().copied().find(|arc| arcs.contains_key(arc)) {
                let regions = arcs[&first];
                let (mut at, mut cells, mut next) = (start, vec![start], Some(first));
                while let Some(arc) = next {
                    arcs.remove(&arc);
                    let line = &self.arcs[arc];
                    if line[0] == at {
                        cells.extend(&line[1..]);
                    } else {
                        cells.extend(line.iter().rev().skip(1));
                    }
                    at = cells[cells.len() - 1];
                    let goes_on = ends[&at].len() == 2 && at != start;
                    next = ends[&at].iter().copied().find(|arc| goes_on && arcs.contains_key(arc));
                }
                borders.push(Border { regions, points: cells.into_iter().map(|cell| self.point(cell)).collect() });
            }
        }
        Ok(borders)
    }

    /// The arcs that are used once within a region, with the regions that use them.
    fn arcs_of_borders(&self) -> Result<BTreeMap<usize, RegionSet>> {
        let units = &self.objects.gbr.geometries;
        if let Some(name) = units::names().find(|name| units.iter().all(|unit| unit.properties.name != *name)) {
            bail!("the package has no unit called {name}");
        }
        let mut arcs: BTreeMap<usize, RegionSet> = BTreeMap::new();
        for region in Region::ALL {
            let mut uses: BTreeMap<usize, u32> = BTreeMap::new();
            let members = units.iter().filter(|unit| units::region(&unit.properties.name) == Some(region));
            for arc in members.flat_map(|unit| unit.shape.arcs()) {
                *uses.entry(arc).or_default() += 1;
            }
            for (arc, _) in uses.into_iter().filter(|(_, uses)| *uses == 1) {
                arcs.entry(arc).or_default().insert(region);
            }
        }
        Ok(arcs)
    }

    fn ends(&self, arc: usize) -> Result<(GridCell, GridCell)> {
        let line = &self.arcs[arc];
        Ok((*line.first().context("an empty arc")?, *line.last().context("an empty arc")?))
    }

    fn point(&self, (x, y): GridCell) -> Position {
        let Transform { scale, translate } = &self.transform;
        gpf_domain::map::project(LatLon {
            latitude: f64::from(y) * scale[1] + translate[1],
            longitude: f64::from(x) * scale[0] + translate[0],
        })
    }
}
