//! The outlines of England's 7 NHS regions for the finder's map, generated from a public npm package.
//!
//! The result is committed. Only `cargo xtask map` needs the package. The same package and the same list of federations
//! generate the same bytes.

mod outline;
mod package;
mod simplify;
mod topology;
mod units;

use std::fs;

use anyhow::{Context, Result};
use gpf_domain::directory::Region;
use gpf_domain::map;

use crate::data;
use crate::progress;
use crate::project::Project;
use crate::toolbox::Toolbox;
use topology::Topology;

/// The generated file. `assets/map/README.md` describes its format.
const FILE: &str = "assets/map/regions.txt";

/// Generates the outlines and writes them.
pub(crate) fn make(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let source = package::outlines(project, toolbox)?;
    progress::begin("dissolve 152 units to 7 regions, and simplify them");
    let topology = Topology::parse(&source)?;
    let lines = simplify::simplified(topology.borders()?);
    let outlines = Region::ALL.map(|region| outline::rings(&lines, region).with_context(|| region.name()));
    let outlines = outlines.into_iter().collect::<Result<Vec<_>>>()?;
    let all = outlines.concat();
    let dots = dots(project)?;
    let mut text = String::new();
    for (region, rings) in Region::ALL.into_iter().zip(&outlines) {
        text.push_str(&outline::line(region, rings, &all, &dots));
        let points: usize = rings.iter().map(Vec::len).sum();
        progress::note(&format!("{}: {} rings, {points} points", region.name(), rings.len()));
    }
    fs::write(project.path(FILE), &text)?;
    progress::note(&format!("{FILE}: {} bytes", text.len()));
    Ok(())
}

/// The locations of the listed federations.
fn dots(project: &Project) -> Result<Vec<outline::Point>> {
    let directory = data::read(project)?.directory;
    let places = directory.federations().filter_map(|it| Some(map::project(it.coordinates()?)));
    Ok(places.map(|place| place.map(|it| it.round() as i32)).collect())
}
