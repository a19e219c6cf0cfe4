//! Parsing `sections.toml`.

use super::super::{Guide, Section};
use super::blocks;
use crate::directory::Source;
use crate::toml_source::{TomlReader, checks};

pub(super) fn read(reader: &mut TomlReader<'_>, sources: &[Source]) -> Vec<Section> {
    let mut root = reader.root();
    let mut taken = Vec::new();
    let sections = root.read_each(reader, "sections", |table, reader| {
        let id = checks::id(table, reader, &mut taken);
        checks::known(table, reader, "id", std::slice::from_ref(&id), Guide::SECTIONS.into_iter());
        let section = Section {
            id,
            title: table.text(reader, "title"),
            lead: table.optional_text(reader, "lead"),
            blocks: blocks::read(table, reader, sources),
        };
        if section.blocks.is_empty() {
            reader.error(table.offset("blocks"), "blocks", "", "is empty", "say something in [[sections.blocks]]");
        }
        section
    });
    let missing: Vec<&str> = Guide::SECTIONS.into_iter().filter(|id| !taken.iter().any(|one| one == id)).collect();
    if !missing.is_empty() {
        let problem = format!("lacks {}", missing.join(", "));
        reader.error(root.offset("sections"), "sections", "", &problem, "write each as [[sections]]");
    } else if !taken.iter().eq(Guide::SECTIONS.iter()) {
        let fix = format!("order them as {}", Guide::SECTIONS.join(", "));
        reader.error(root.offset("sections"), "sections", "", "are not in their order", &fix);
    }
    root.finish(reader);
    sections
}
