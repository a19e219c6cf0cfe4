//! The fallbacks for pages where WebAssembly cannot run: all content, rendered by the widget's own views. The guide
//! uses this HTML on all pages.

use gpf_domain::comparison::wire;
use gpf_domain::directory::{Directory, Federation};
use gpf_domain::facts::citations;
use gpf_domain::html::escaped;

use crate::data::Data;

/// The fallback of each element, as HTML.
pub(crate) struct Fallback {
    /// Every federation, with references to the cells of the packed list.
    pub(crate) finder: String,
    /// Every form and model with all of its texts, with references to the text of the legal forms.
    pub(crate) comparison: String,
    /// The guide.
    pub(crate) guide: String,
    /// What a finder shows until the wasm runs, without the drawing of the map.
    pub(crate) first_view: String,
}

/// Renders the fallbacks.
pub(crate) fn render(data: &Data, federations: &str, sources: &str) -> Fallback {
    let comparison = gp_federations::prerender::comparison(&data.catalogue);
    Fallback {
        finder: with_cells(&gp_federations::prerender::finder(&data.directory), federations, &data.directory),
        comparison: with_references(&comparison, &wire::encode(&data.catalogue)),
        guide: gp_federations::prerender::guide(&data.guide),
        first_view: gp_federations::prerender::first_view(
            Directory::from_packed(federations, sources),
            &data.districts,
        ),
    }
}

/// The delimiter of references. No text contains it.
const MARK: char = '~';

/// Shorter texts would not become shorter by a reference.
const WORTH_IT: usize = 12;

/// The HTML with `~12~` in place of the text of field 12 of `fields`.
///
/// The wasm's data and the fallback contain the same sentences, but too far apart for gzip. The loader replaces the
/// references with the texts (`assets/loader/fallback.js`).
fn with_references(html: &str, fields: &str) -> String {
    assert!(!html.contains(MARK), "the fallback holds a {MARK}");
    let mut numbered: Vec<(usize, &str)> = fields.split(['\t', '\n']).enumerate().collect();
    numbered.retain(|(_, field)| field.len() >= WORTH_IT);
    // Longer texts first, because they might contain shorter ones. Of two equal texts, the second has no matches.
    numbered.sort_by_key(|(_, field)| std::cmp::Reverse(field.len()));
    let mut html = html.to_owned();
    for (number, field) in numbered {
        html = html.replace(&escaped(field), &format!("{MARK}{number}{MARK}"));
    }
    html
}

/// The beginning of an item of the list: a row of the packed federations.
const ITEM: &str = "<li>";

/// The HTML of the list with `~3~` in place of the third cell of the item's row, `~3,~` for a cell with commas between
/// its entries, and `~s~` for its sources. Nearly every item uses the same columns, so the items become nearly the same
/// text, which compresses well. The loader replaces the references with the cells.
fn with_cells(html: &str, federations: &str, directory: &Directory) -> String {
    assert!(!html.contains(MARK), "the fallback holds a {MARK}");
    let mut lines = federations.lines();
    let columns: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let cells: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let name = columns.iter().position(|column| *column == "name").expect("a column of names");
    let mut items = html.split(ITEM);
    let mut short = items.next().unwrap_or_default().to_owned();
    for (row, item) in items.enumerate() {
        let federation =
            directory.federations().find(|it| it.name() == cells[name][row]).expect("the row's federation");
        let mut references = vec![("s".to_owned(), source_titles(federation))];
        for (column, cells) in cells.iter().enumerate() {
            references.push((column.to_string(), cells[row].to_owned()));
            references.push((format!("{column},"), cells[row].replace("; ", ", ")));
        }
        // Longer texts first, because they might contain shorter ones. Very short ones are as short as a reference.
        references.retain(|(_, text)| text.len() > 3);
        references.sort_by_key(|(_, text)| std::cmp::Reverse(text.len()));
        short.push_str(ITEM);
        short.push_str(&referring(item, &references));
    }
    short
}

/// The texts of the sources, which the loader builds from titles, publishers and dates.
fn source_titles(federation: Federation<'_>) -> String {
    citations(federation).into_iter().map(|source| source.text).collect::<Vec<_>>().join("; ")
}

/// The text with references in place of the original texts, except inside existing references.
fn referring(text: &str, references: &[(String, String)]) -> String {
    let mut text = text.to_owned();
    for (reference, meant) in references {
        let meant = escaped(meant);
        let parts: Vec<String> =
            text.split(MARK)
                .enumerate()
                .map(|(at, part)| {
                    if at % 2 == 0 {
                        part.replace(&meant, &format!("{MARK}{reference}{MARK}"))
                    } else {
                        part.to_owned()
                    }
                })
                .collect();
        text = parts.join(&MARK.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same as in the loader.
    fn put_back(html: &str, fields: &str) -> String {
        let fields: Vec<&str> = fields.split(['\t', '\n']).collect();
        let parts = html.split(MARK).enumerate();
        let whole =
            parts.map(
                |(at, part)| {
                    if at % 2 == 0 { part.to_owned() } else { escaped(fields[part.parse::<usize>().unwrap()]) }
                },
            );
        whole.collect()
    }

    /// The same as in the loader, for the list.
    fn cells_put_back(html: &str, federations: &str, directory: &Directory) -> String {
        let mut lines = federations.lines();
        let name = lines.next().unwrap().split('\t').position(|column| column == "name").unwrap();
        let cells: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
        let mut items = html.split(ITEM);
        let mut whole = items.next().unwrap().to_owned();
        for (row, item) in items.enumerate() {
            let federation = directory.federations().find(|it| it.name() == cells[name][row]).unwrap();
            whole.push_str(ITEM);
            for (at, part) in item.split(MARK).enumerate() {
                let part = match part {
                    text if at % 2 == 0 => text.to_owned(),
                    "s" => escaped(&source_titles(federation)),
                    list if list.ends_with(',') => {
                        escaped(&cells[list.trim_end_matches(',').parse::<usize>().unwrap()][row].replace("; ", ", "))
                    }
                    cell => escaped(cells[cell.parse::<usize>().unwrap()][row]),
                };
                whole.push_str(&part);
            }
        }
        whole
    }

    #[test]
    fn fallback_list_round_trips_through_cell_references() {
        let (_, directory) = gpf_domain::directory::authoring::project();
        let html = gp_federations::prerender::finder(&directory);
        let (federations, _) = directory.pack();
        let short = with_cells(&html, &federations, &directory);
        assert_eq!(cells_put_back(&short, &federations, &directory), html);
        assert!(short.len() * 5 < html.len() * 3, "{} of {}", short.len(), html.len());
    }

    #[test]
    fn text_references_are_shorter_and_round_trip() {
        let fields = "q\tThe \"first\" sentence & more.\tThe second sentence.\nf\tThe second sentence. And so on.";
        let html = "<p>The &quot;first&quot; sentence &amp; more.</p><p>The second sentence. And so on.</p><p>The second sentence.</p>";
        let short = with_references(html, fields);
        assert_eq!(short, "<p>~1~</p><p>~4~</p><p>~2~</p>");
        assert_eq!(put_back(&short, fields), html);
    }
}
