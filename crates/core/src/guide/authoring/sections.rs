//! `sections.toml`.

use super::super::{Guide, Section};
use super::blocks;
use crate::authoring::{Reader, marks};
use crate::comparison::CitedSource;

pub(super) fn read(reader: &mut Reader<'_>, sources: &[CitedSource]) -> Vec<Section> {
    let mut root = reader.root();
    let mut sections = Vec::new();
    let mut taken = Vec::new();
    for mut table in root.tables(reader, "sections") {
        let id = marks::id(&mut table, reader, &taken);
        marks::known(&table, reader, "id", std::slice::from_ref(&id), Guide::SECTIONS.into_iter());
        taken.push(id.clone());
        let section = Section {
            id,
            title: table.text(reader, "title"),
            lead: table.optional_text(reader, "lead"),
            blocks: blocks::read(&mut table, reader, sources),
        };
        if section.blocks.is_empty() {
            reader.fault(table.at("blocks"), "blocks", "", "is empty", "say something in [[sections.blocks]]");
        }
        sections.push(section);
        table.finish(reader);
    }
    let missing: Vec<&str> = Guide::SECTIONS.into_iter().filter(|id| !taken.iter().any(|one| one == id)).collect();
    if !missing.is_empty() {
        let what = format!("lacks {}", missing.join(", "));
        reader.fault(root.at("sections"), "sections", "", &what, "write each as [[sections]]");
    } else if !taken.iter().eq(Guide::SECTIONS.iter()) {
        let right = format!("order them as {}", Guide::SECTIONS.join(", "));
        reader.fault(root.at("sections"), "sections", "", "are not in their order", &right);
    }
    root.finish(reader);
    sections
}
