//! `gp-federations.d.ts`: the API written by hand, the records from the Rust structs.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use gpf_domain::comparison::{Matrix, Shortlist};
use gpf_domain::directory::FederationRecord;
use gpf_domain::import::ImportReport;
use ts_rs::{Config, TS, TypeVisitor};

use crate::project::Project;

const TEMPLATE: &str = "assets/loader/gp-federations.d.ts";
/// The line of the template before the records.
const PLACE: &str = "// ---- made from the Rust types ----\n";

/// Where `tsconfig.json` finds the types of the API.
const FOR_CHECK: &str = "target/types/gp-federations.d.ts";

/// Writes the types of the API for the check of the loader, which answers with its records.
pub(crate) fn write_for_check(project: &Project) -> Result<()> {
    let file = project.path(FOR_CHECK);
    fs::create_dir_all(project.path("target/types"))?;
    fs::write(&file, declarations(project)?).with_context(|| file.display().to_string())
}

/// The types, with every record that the API returns.
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
    declarations.visit::<Matrix<'static>>();
    declarations.visit::<Shortlist<'static>>();
    declarations.visit::<ImportReport>();
    declarations.texts.into_values().collect::<Vec<_>>().join("\n")
}

/// The declarations of a type and of the types that it uses, without duplicates.
#[derive(Default)]
struct Declarations {
    config: Config,
    seen: Vec<TypeId>,
    /// By name, because the order in which ts-rs visits the types that a type uses differs between two compilations.
    texts: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        T::visit_dependencies(self);
        // Types without a file of their own are built into TypeScript: string, number, arrays of them.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let text = laid_out(&format!("{docs}export {}", T::decl(&self.config)));
            self.texts.insert(T::ident(&self.config), text);
        }
    }
}

/// One line for each field and for its comment, with the indentation of the enclosing block.
fn laid_out(declaration: &str) -> String {
    let short = declaration.replace("/**\n * ", "/** ").replace("\n */", " */").replace(", };", ",\n};");
    let mut depth = 0;
    let mut text = String::new();
    for line in short.lines().map(str::trim) {
        depth -= usize::from(line.starts_with('}'));
        text.push_str(&"  ".repeat(depth));
        text.push_str(&match line.strip_suffix(',') {
            Some(field) => field.to_owned() + ";",
            None => line.to_owned(),
        });
        text.push('\n');
        depth += usize::from(line.ends_with('{'));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_declarations_are_formatted() {
        let declaration =
            "/**\n * A thing.\n */\nexport type Thing = { \n/**\n * Its name.\n */\nname: string, size: null, };";
        assert_eq!(
            laid_out(declaration),
            "/** A thing. */\nexport type Thing = {\n  /** Its name. */\n  name: string, size: null;\n};\n"
        );
    }

    #[test]
    fn every_record_is_declared_once_in_alphabetical_order() {
        let records = records();
        let names: Vec<_> =
            records.lines().filter_map(|it| it.strip_prefix("export type ")?.split(' ').next()).collect();
        assert!(names.len() > 20 && names.is_sorted(), "{names:?}");
        for name in ["FederationRecord", "Matrix", "Shortlist", "Criterion", "ImportReport", "Diagnostic"] {
            let declared = format!("export type {name} ");
            assert_eq!(records.matches(&declared).count(), 1, "{name}");
        }
    }
}
