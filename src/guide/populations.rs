//! How big are they? Every population of the sources on one log axis, and the same as a table.

use gpf_core::guide::scale::{Scale, attribute};
use gpf_core::guide::{Guide, Population, PopulationKind, number_in_words};

use super::picture::{Shape, bar, figure, key, labels, lines, percent, place, point, row, sentence};
use super::strings;
use crate::ui::node::{Element, classed, el, scroll};

/// The numbers that have a line.
const TICKS: [u32; 5] = [10_000, 30_000, 100_000, 300_000, 1_000_000];

/// The picture, and the table.
pub(super) fn populations(guide: &Guide) -> Vec<Element> {
    let key = key(&[
        (Shape::Circle, PopulationKind::Federation.label()),
        (Shape::Square, PopulationKind::Organisation.label()),
        (Shape::Bar, PopulationKind::Network.label()),
        (Shape::Ring, strings::PLANNED),
        (Shape::Arrow, strings::OVER),
    ]);
    let rows = classed("ol", "gpf-sizes").all(guide.populations.iter().map(|it| size(guide, it)));
    vec![
        figure(
            "gpf-picture gpf-populations",
            strings::SIZES,
            strings::SIZES_ABOUT,
            vec![key.into(), row(Vec::new(), axis()).into(), rows.into()],
        ),
        table(guide),
    ]
}

/// The numbers of the scale, once for all rows.
fn axis() -> Element {
    let ticks = TICKS.map(|number| (f64::from(number), number_in_words(number)));
    el("svg").set("width", "100%").set("height", "24").child(labels(Scale::POPULATIONS, &ticks, "18"))
}

fn size(guide: &Guide, population: &Population) -> Element {
    let figure = [population.figure(), ", ".to_owned(), population.year.words()].concat();
    let name = el("p").child(el("strong").say(&population.name));
    let figure = classed("p", "gpf-small").text(figure);
    el("li").child(row(vec![name.into(), figure.into()], strip(guide, population)))
}

fn strip(guide: &Guide, population: &Population) -> Element {
    el("svg")
        .set("class", "gpf-strip")
        .set("width", "100%")
        .set("height", "32")
        .child(lines(Scale::POPULATIONS, &TICKS.map(f64::from), "0"))
        .child(dot(guide, population))
}

/// The middle of a row.
const MIDDLE: &str = "16";

fn dot(guide: &Guide, population: &Population) -> Element {
    let source = guide.cite_short(&population.cite);
    let told = sentence(&[&population.name, ": ", &population.figure(), ", ", &population.year.words()], &source);
    let dot = point(["gpf-point gpf-of-", population.kind.id()].concat(), told);
    let at = |value: u32| percent(Scale::POPULATIONS, value.into());
    let value = at(population.value);
    if let Some(to) = population.to {
        return dot.child(bar("gpf-mark gpf-open", (value, at(to)), "10", "12"));
    }
    let planned = population.planned.map(|planned| {
        let way = classed("line", "gpf-way").set("x1", attribute(value)).set("x2", attribute(at(planned)));
        [way.set("y1", MIDDLE).set("y2", MIDDLE), place(at(planned), MIDDLE).child(Shape::Ring.mark())]
    });
    let shape = match population.kind {
        PopulationKind::Network => Shape::Bar,
        PopulationKind::Federation => Shape::Circle,
        PopulationKind::Organisation => Shape::Square,
    };
    let over = population.is_over.then(|| Shape::Arrow.mark());
    dot.all(planned.into_iter().flatten()).child(place(value, MIDDLE).child(shape.mark()).all(over))
}

fn table(guide: &Guide) -> Element {
    let caption = strings::SIZES_TABLE;
    let column = |name: &'static str| el("th").set("scope", "col").text(name);
    let head = el("tr").child(column(strings::NAME)).all(strings::SIZES_COLUMNS.map(column));
    let table = classed("table", "gpf-table")
        .child(classed("caption", "gpf-caption").text(caption))
        .child(el("thead").child(head))
        .child(el("tbody").all(guide.populations.iter().map(|it| line(guide, it))));
    let summary = classed("summary", "gpf-summary").child(classed("span", "gpf-name").text(strings::AS_TABLE));
    classed("details", "gpf-more-about")
        .child(summary)
        .child(classed("div", "gpf-inside").child(scroll(caption).child(table)))
}

fn line(guide: &Guide, population: &Population) -> Element {
    let note = population.note.as_ref().map(|note| [". ", note.as_str()].concat()).unwrap_or_default();
    let cells = [
        population.kind.label().to_owned(),
        [population.figure(), note].concat(),
        population.year.words(),
        guide.cite_short(&population.cite),
    ];
    let cells =
        strings::SIZES_COLUMNS.into_iter().zip(cells).map(|(column, cell)| el("td").set("data-of", column).text(cell));
    el("tr").child(el("th").set("scope", "row").say(&population.name)).all(cells)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{guide, html};
    use super::*;

    #[test]
    fn picture_rows_and_table_say_the_same() {
        let guide = guide();
        let html = html(populations(&guide));
        assert_eq!(html.matches("class=\"gpf-point ").count(), guide.populations.len());
        for it in &guide.populations {
            let told = format!("<title>{}: {}, {}. Source: ", it.name, it.figure(), it.year.words());
            assert!(html.contains(&told), "{told}");
            assert!(html.contains(&format!("<strong>{}</strong>", it.name)), "{}", it.name);
            assert!(html.contains(&format!("<th scope=\"row\">{}</th>", it.name)), "{}", it.name);
        }
    }

    #[test]
    fn what_is_planned_lies_to_the_right_of_what_is_there() {
        let guide = guide();
        let suffolk = guide.populations.iter().find(|it| it.planned.is_some()).expect("one has plans");
        let html = html(vec![dot(&guide, suffolk)]);
        // (ln 36) / (ln 200) and (ln 59) / (ln 200).
        assert!(html.contains("x1=\"67.64%\" x2=\"76.96%\""), "{html}");
    }

    #[test]
    fn a_range_is_as_long_as_it_says() {
        let guide = guide();
        let html = html(vec![dot(&guide, &guide.populations[0])]);
        // (ln 3) / (ln 200), and (ln 5 - ln 3) / (ln 200).
        assert!(html.contains("x=\"20.74%\" y=\"10\" width=\"9.64%\""), "{html}");
    }
}
