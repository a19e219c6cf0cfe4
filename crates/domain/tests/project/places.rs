//! The places of `docs/COVERAGE.md`, with all the text that people can read there.

use std::collections::BTreeMap;

use gpf_domain::comparison::{Case, Catalogue};
use gpf_domain::format;
use gpf_domain::guide::{Block, Guide, Picture, Population};

/// The text of each place, in lower case.
pub(crate) fn places(guide: &Guide, catalogue: &Catalogue) -> BTreeMap<String, String> {
    let mut places = BTreeMap::new();
    for section in &guide.sections {
        let mut texts = vec![section.title.clone()];
        texts.extend(section.lead.clone());
        texts.extend(section.blocks.iter().flat_map(|block| of_block(guide, block)));
        places.insert(format!("guide#{}", section.id), texts.join("\n"));
    }
    for subject in catalogue.forms.iter().chain(&catalogue.models) {
        let mut texts = vec![subject.name.clone(), subject.summary.clone()];
        texts.extend(subject.note.clone());
        texts.extend(
            catalogue.cells.iter().filter(|cell| cell.subject == subject.id).map(|cell| cell.explanation.clone()),
        );
        let findings = catalogue.findings.iter().filter(|finding| finding.is_about(&subject.id));
        texts.extend(findings.map(|finding| finding.text.clone()));
        places.insert(format!("comparison#{}", subject.id), texts.join("\n"));
    }
    for case in &catalogue.cases {
        places.insert(format!("comparison#{}", case.id), of_case(case));
    }
    let built = super::built();
    let federations = built.federations;
    places.extend(rows("finder", &federations));
    places.insert("finder".to_owned(), federations);
    places.extend(rows("sources", &built.sources));
    places.into_iter().map(|(place, text)| (place, text.to_lowercase())).collect()
}

/// The rows of a file without line breaks in cells, by their first cell.
fn rows(name: &str, file: &str) -> Vec<(String, String)> {
    let row = |line: &str| (format!("{name}#{}", line.split(',').next().unwrap_or_default()), line.to_owned());
    file.lines().skip(1).map(row).collect()
}

fn of_block(guide: &Guide, block: &Block) -> Vec<String> {
    let joined = |texts: [Option<&String>; 3]| texts.into_iter().flatten().cloned().collect::<Vec<_>>().join("\n");
    match block {
        Block::Readiness => {
            guide.questions.iter().map(|one| joined([Some(&one.text), one.help.as_ref(), None])).collect()
        }
        Block::Glossary => guide.glossary.iter().map(|one| [&*one.name, &one.meaning].join("\n")).collect(),
        Block::Readings => {
            let readings = guide.readings.iter();
            readings.map(|one| joined([Some(&one.publisher), Some(&one.title), one.note.as_ref()])).collect()
        }
        Block::Picture(Picture::Timeline) => {
            let moments = guide.events.iter();
            moments
                .map(|one| one.words() + "\n" + &joined([Some(&one.title), Some(&one.text), one.note.as_ref()]))
                .collect()
        }
        Block::Picture(Picture::Populations) => guide.populations.iter().map(of_population).collect(),
        _ => block.texts().into_iter().map(str::to_owned).collect(),
    }
}

fn of_population(population: &Population) -> String {
    let numbers = [Some(population.value), population.to, population.planned].into_iter().flatten();
    let numbers: Vec<String> = numbers.map(format::format_number).collect();
    [&population.name, &numbers.join(" "), population.note.as_deref().unwrap_or_default()].join("\n")
}

fn of_case(case: &Case) -> String {
    let mut texts = vec![case.name.clone(), case.place.clone(), case.summary.clone()];
    texts.extend(case.note.clone());
    for figure in &case.figures {
        texts.extend([figure.label.clone(), figure.value.to_string(), format::format_number(figure.value)]);
        texts.extend(figure.note.clone());
    }
    texts.extend(case.facts.iter().map(|fact| fact.text.clone()));
    texts.join("\n")
}
