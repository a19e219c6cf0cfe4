//! `gp-federations.d.ts`: the API by hand, the records from the Rust structs.

use std::any::TypeId;
use std::fs;

use anyhow::{Context, Result};
use gpf_core::directory::FederationRecord;
use ts_rs::{Config, TS, TypeVisitor};

use crate::project::Project;

const TEMPLATE: &str = "assets/element/gp-federations.d.ts";
/// The line of the template that the records follow.
const PLACE: &str = "// ---- made from the Rust types ----\n";

/// The types, with every record that the API hands out.
pub(crate) fn declarations(project: &Project) -> Result<String> {
    let records = records();
    let template = project.path(TEMPLATE);
    if !template.is_file() {
        return Ok(records);
    }
    let template = fs::read_to_string(template)?;
    let (before, after) = template
        .split_once(PLACE)
        .with_context(|| format!("{TEMPLATE} has to hold the line \"{}\"", PLACE.trim_end()))?;
    Ok(format!("{before}{PLACE}\n{records}{after}"))
}

fn records() -> String {
    let mut declarations = Declarations::default();
    declarations.visit::<FederationRecord<'static>>();
    declarations.texts.join("\n")
}

/// A type's declaration after those of the types it is made of, each once.
#[derive(Default)]
struct Declarations {
    config: Config,
    seen: Vec<TypeId>,
    texts: Vec<String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        T::visit_dependencies(self);
        // Types without a file of their own are TypeScript's: string, number, arrays of them.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.texts.push(format!("{docs}export {}\n", T::decl(&self.config)));
        }
    }
}
