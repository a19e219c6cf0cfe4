//! One name for one thing: no crate has two types of the same name, and no name that was replaced is used again.

use std::collections::BTreeMap;
use std::fs;

use super::{codes, files, name, root, text};

/// Where the names with more than one meaning are.
const DOCUMENT: &str = "CONTRIBUTING.md";

/// Folders, and the names of types, functions, constants and modules that were replaced there, because they cannot be looked up.
/// A name that also has a usual meaning, such as `set` or `of`, is not in the list.
const REPLACED: [(&str, &str); 17] = [
    (
        "src/ui",
        "Node Element Setting Placed Shown place update_settings update_children push_all child_if classed say Stage signal \
         send deed id_of marked has_match beneath Timer later run_later plain_list",
    ),
    (
        "src/finder",
        "hear heard follow Seen hear_comparison Around around deeds Happened of_view address beside drawn england DEED \
         WHAT_IT_SHOWS menu Menu Bundled BUNDLED bundled_dataset begin_bundled_import max_rows_of_group MAX_OF_GROUP Own own Reading trouble unsaid freshness Data noted Look ask type_text drop_filter \
         note_open fill_on_paper COPY MOST_SHOWN url_sync ",
    ),
    (
        "src/comparison",
        "hear heard follow Seen deeds Happened address Comparison Asked Side at_first side_of AT_FIRST MOST FEWEST \
         grounds toggle_grounds choices opens aged sheet questions_at set_of fit note_finder hear_finder url_sync",
    ),
    ("src/guide", "alive bring HEARD Document document BEGINS grow STILL REACH picture FOOT strip hydrate guide_text"),
    (
        "src/embed",
        "Element hear grow List Place Made Views READ LOADED TEXTS text_of OwnList own_list Stage STEP use_for_page unload \
         unused_report WANTED_IS_MISSING faults_csv Number TAKEN told Parsed DataRead Compared Selected refuse to_plain ",
    ),
    (
        "crates/domain/src/directory",
        "Fault Faults fault Want wants strict Import demand Sheet sheet MOST_CELLS read_whole holds_anything sort_cells Texts \
         texts NOWHERE is_at Alike alike Cells Places push_places Assembly push_alike push_kept Ids FREE GONE hand_over \
         repeated ByName pick letters List Decoded decoded tail",
    ),
    ("crates/domain/src", "Sorter precedes text_key wording_of without_mark says standings"),
    (
        "crates/domain/src/import",
        "Loading Loaded loading reader Unsupported add_with_practices layout spellings tidy Place NoList Layout no_text HEADER_WITHIN Meaning exactly words_of \
         Records Check made_id by_base_name Report ColumnUse left_out cells_ignored MOST_FAULTS damaged DEEPEST FEW MANY",
    ),
    (
        "crates/domain/src/search",
        "Found narrowing Narrowing look_for Forgiven nothing_near Outcome slip Slip Reading Readings is_forgivable near_extends \
         Words Word growth EQUIVALENTS classes Class Classes passes Passes Orders by_number ways_out WayOut Piece \
         fold_traced Traced fold_onto NOWHERE tail Place",
    ),
    (
        "crates/search-kernel",
        "piles in_piles by_tier keep_marked Sought Seeker SoughtWord having in_all among keep_grown rarest Letters but_one_in \
         Near each_near may_be_near rows_with_but_one Growth Nowhere Texts tails push_tail",
    ),
    (
        "crates/domain/src/comparison",
        "Standing standing smallest Search contradiction with_grounds rest_on_findings bears_on is_refused_by Wanted Sheet",
    ),
    ("crates/domain/src/guide", "Cite When Part Span Moment stretch OffScale is_over Term"),
    ("crates/domain/src/map", "Places without APART SHRINK lead"),
    ("crates/wasm-codec", "join joiner cut Cutter Parts phrase Piece prove join_the_most_common"),
    (
        "xtask",
        "Judge judged apt become_program ONLY_RUN stretches own_rems widths_of_container join_the_most_common \
         prove joiner guides",
    ),
    ("tests", "trio spoken attack speaks all_speak LIMIT"),
    ("crates/domain/src/toml_source", "marks fault has take"),
];

/// What a name is declared with.
const KEYWORDS: [&str; 7] = ["fn", "struct", "enum", "trait", "type", "const", "static"];

/// The keyword and the name of each item that is declared in a source, without those of its own tests.
fn declared(code: &str) -> Vec<(&str, &str)> {
    let code = code.split("\nmod tests {").next().unwrap_or_default();
    let mut found = Vec::new();
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let words: Vec<&str> =
            line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let is_start = line.trim_start().starts_with("pub") || line.trim_start().starts_with(pair[0]);
            if is_start && KEYWORDS.contains(&pair[0]) || pair[0] == "mod" && line.trim_end().ends_with(';') {
                found.push((pair[0], pair[1]));
                break;
            }
        }
    }
    found
}

/// The sources of a folder of the project, each with its name.
fn sources_of(folder: &str) -> Vec<(String, String)> {
    let sources =
        files(&root().join(folder)).into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs"));
    let found: Vec<_> = sources.map(|file| (name(&file), fs::read_to_string(&file).unwrap())).collect();
    assert!(!found.is_empty(), "{folder} has no sources");
    found
}

/// The replaced names that are declared again.
fn replaced(names: &str, sources: &[(String, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (file, code) in sources {
        for (keyword, name) in declared(code) {
            if names.split_whitespace().any(|it| it == name) {
                found.push(format!("{file}: {keyword} {name}"));
            }
        }
    }
    found
}

/// The types that a crate has more than once, but for those of `allowed`.
fn ambiguous(sources: &[(String, String)], allowed: &[&str]) -> Vec<String> {
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (file, code) in sources {
        for (keyword, name) in declared(code) {
            let is_associated = keyword == "type" && !code.contains(&format!("\npub type {name}"));
            if ["struct", "enum", "trait", "type"].contains(&keyword) && !is_associated {
                types.entry(name).or_default().push(file);
            }
        }
    }
    types.retain(|name, files| files.len() > 1 && !allowed.contains(name));
    types.into_iter().map(|(name, files)| format!("{name}: {}", files.join(", "))).collect()
}

/// The names that have more than one meaning in a crate, as the document lists them.
fn exceptions(document: &str) -> Vec<&str> {
    let section = document.split("\n## Names\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default();
    super::rows(section).iter().flat_map(|row| codes(row[0])).collect()
}

#[test]
fn replaced_names_stay_replaced() {
    let mut found = Vec::new();
    for (folder, names) in REPLACED {
        found.extend(replaced(names, &sources_of(folder)));
    }
    assert_eq!(found, [""; 0], "these names were replaced by usual ones");
}

#[test]
fn no_type_has_two_meanings_in_a_crate() {
    let document = text(DOCUMENT);
    let allowed = exceptions(&document);
    let mut all = Vec::new();
    for folder in ["src", "crates/domain/src", "crates/search-kernel/src", "crates/wasm-codec/src", "xtask/src"] {
        all.extend(ambiguous(&sources_of(folder), &allowed));
    }
    assert_eq!(all, [""; 0], "give one of the types another name, or add the name to the table in {DOCUMENT}");
    // A name that is no exception any more has to leave the table.
    let (src, domain) = (sources_of("src"), sources_of("crates/domain/src"));
    let all = [ambiguous(&src, &[]), ambiguous(&domain, &[])].concat();
    for name in allowed {
        assert!(all.iter().any(|it| it.starts_with(&[name, ":"].concat())), "{name} has one meaning only");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planted(files: &[(&str, &str)]) -> Vec<(String, String)> {
        files.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())).collect()
    }

    #[test]
    fn a_planted_old_name_is_found() {
        let code = "//! fn hear\nuse a::hear;\npub(super) fn hear(x: u8) {}\nmod deeds;\n\nstruct Seen;\n#[cfg(test)]\nmod tests {\n    fn hear() {}\n}\n";
        let found = replaced("hear deeds Seen", &planted(&[("src/finder/events.rs", code)]));
        let expected = ["fn hear", "mod deeds", "struct Seen"].map(|it| ["src/finder/events.rs: ", it].concat());
        assert_eq!(found, expected);
    }

    #[test]
    fn a_planted_second_type_is_found() {
        let sources = planted(&[
            ("a.rs", "pub struct Row;"),
            ("b.rs", "enum Row {}"),
            ("c.rs", "struct State;"),
            ("d.rs", "struct State;"),
        ]);
        assert_eq!(ambiguous(&sources, &["State"]), ["Row: a.rs, b.rs"]);
    }
}
