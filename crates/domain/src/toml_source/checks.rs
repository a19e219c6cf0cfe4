//! Checks that several files share: ids, fixed values, references.

use super::{TomlReader, TomlTable};
use crate::directory::checks::is_kebab_case;

/// Parses an id: kebab-case, and not one of `taken`, to which it is added.
pub(crate) fn id(table: &mut TomlTable<'_>, reader: &mut TomlReader<'_>, taken: &mut Vec<String>) -> String {
    let id = table.text(reader, "id");
    if !id.is_empty() && !is_kebab_case(&id) {
        let fix = "use small letters, digits and hyphens";
        reader.error(table.offset("id"), "id", &id, "is not an id", fix);
    } else if taken.contains(&id) {
        reader.error(table.offset("id"), "id", &id, "stands here twice", "give each its own id");
    }
    taken.push(id.clone());
    id
}

/// Parses one of a few fixed values. If it is wrong, returns the first of them.
pub(crate) fn word<T: Copy>(
    table: &mut TomlTable<'_>,
    reader: &mut TomlReader<'_>,
    field: &'static str,
    all: &[T],
    name: fn(T) -> &'static str,
) -> T {
    let text = table.text(reader, field);
    let found = all.iter().copied().find(|&one| name(one) == text);
    if found.is_none() && !text.is_empty() {
        let names: Vec<&str> = all.iter().map(|&one| name(one)).collect();
        let fix = format!("use one of: {}", names.join(", "));
        reader.error(table.offset(field), field, &text, "is not a word for it", &fix);
    }
    found.unwrap_or(all[0])
}

/// Reports each of `ids` that is not one of `accepted`.
pub(crate) fn known<'a>(
    table: &TomlTable<'_>,
    reader: &mut TomlReader<'_>,
    field: &'static str,
    ids: &[String],
    accepted: impl Iterator<Item = &'a str>,
) {
    let accepted: Vec<&str> = accepted.collect();
    for id in ids {
        if !accepted.contains(&id.as_str()) {
            let fix = format!("use one of: {}", accepted.join(", "));
            reader.error(table.offset(field), field, id, "is not known", &fix);
        }
    }
}
