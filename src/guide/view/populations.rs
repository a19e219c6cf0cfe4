//! The size of federations. Every population in the sources on one log axis, and the same data as a table.

use gpf_domain::guide::scale::{Scale, attribute};
use gpf_domain::guide::{Guide, Population, PopulationKind, number_in_words};

use super::chart::{
    MarkerShape, at_percent, bar, figure, grid_lines, key, labels, percent, point, sentence, two_columns,
};
use crate::guide::strings;
use crate::ui::vdom::{VElement, el, el_class, scroll_region};

/// The numbers that have a grid line.
const TICKS: [u32; 5] = [10_000, 30_000, 100_000, 300_000, 1_000_000];

/// The chart and the table.
pub(super) fn populations(guide: &Guide) -> Vec<VElement> {
    let key = key(&[
        (MarkerShape::Circle, PopulationKind::Federation.label()),
        (MarkerShape::Square, PopulationKind::Organisation.label()),
        (MarkerShape::Bar, PopulationKind::Network.label()),
        (MarkerShape::Ring, strings::PLANNED),
    ]);
    let rows = el_class("ol", "gpf-sizes").extend(guide.populations.iter().map(|it| population_row(guide, it)));
    vec![
        figure(
            "gpf-picture gpf-populations",
            strings::SIZES,
            strings::SIZES_ABOUT,
            vec![key.into(), two_columns(Vec::new(), axis()).into(), rows.into()],
        ),
        table(guide),
    ]
}

/// The axis, once for all rows.
fn axis() -> VElement {
    let ticks = TICKS.map(|number| (f64::from(number), number_in_words(number)));
    el("svg").attr("width", "100%").attr("height", "24").child(labels(Scale::POPULATIONS, &ticks, "18"))
}

fn population_row(guide: &Guide, population: &Population) -> VElement {
    let figure = [population.formatted(), ", ".to_owned(), population.year.words()].concat();
    let name = el("p").child(el("strong").text_owned(&population.name));
    let figure = el_class("p", "gpf-small").text(figure);
    el("li").child(two_columns(vec![name.into(), figure.into()], strip_plot(guide, population)))
}

fn strip_plot(guide: &Guide, population: &Population) -> VElement {
    el("svg")
        .attr("class", "gpf-strip")
        .attr("width", "100%")
        .attr("height", "32")
        .child(grid_lines(Scale::POPULATIONS, &TICKS.map(f64::from), "0"))
        .child(marker(guide, population))
}

/// The middle of a row.
const MIDDLE: &str = "16";

fn marker(guide: &Guide, population: &Population) -> VElement {
    let source = guide.cite_short(&population.cite);
    let told = sentence(&[&population.name, ": ", &population.formatted(), ", ", &population.year.words()], &source);
    let dot = point(["gpf-point gpf-of-", population.kind.id()].concat(), told);
    let at = |value: u32| percent(Scale::POPULATIONS, value.into());
    let value = at(population.value);
    if let Some(to) = population.to {
        return dot.child(bar("gpf-mark gpf-open", (value, at(to)), "10", "12"));
    }
    let planned = population.planned.map(|planned| {
        let way = el_class("line", "gpf-way").attr("x1", attribute(value)).attr("x2", attribute(at(planned)));
        [way.attr("y1", MIDDLE).attr("y2", MIDDLE), at_percent(at(planned), MIDDLE).child(MarkerShape::Ring.marker())]
    });
    let shape = match population.kind {
        PopulationKind::Network => MarkerShape::Bar,
        PopulationKind::Federation => MarkerShape::Circle,
        PopulationKind::Organisation => MarkerShape::Square,
    };
    dot.extend(planned.into_iter().flatten()).child(at_percent(value, MIDDLE).child(shape.marker()))
}

fn table(guide: &Guide) -> VElement {
    let caption = strings::SIZES_TABLE;
    let column = |name: &'static str| el("th").attr("scope", "col").text(name);
    let head = el("tr").child(column(strings::NAME)).extend(strings::SIZES_COLUMNS.map(column));
    let table = el_class("table", "gpf-table")
        .child(el_class("caption", "gpf-caption").text(caption))
        .child(el("thead").child(head))
        .child(el("tbody").extend(guide.populations.iter().map(|it| line(guide, it))));
    let summary = el_class("summary", "gpf-summary").child(el_class("span", "gpf-name").text(strings::AS_TABLE));
    el_class("details", "gpf-more-about")
        .child(summary)
        .child(el_class("div", "gpf-inside").child(scroll_region(caption).child(table)))
}

fn line(guide: &Guide, population: &Population) -> VElement {
    let note = population.note.as_ref().map(|note| [". ", note.as_str()].concat()).unwrap_or_default();
    let cells = [
        population.kind.label().to_owned(),
        [population.formatted(), note].concat(),
        population.year.words(),
        guide.cite_short(&population.cite),
    ];
    let cells = strings::SIZES_COLUMNS
        .into_iter()
        .zip(cells)
        .map(|(column, cell)| el("td").attr("data-column", column).text(cell));
    el("tr").child(el("th").attr("scope", "row").text_owned(&population.name)).extend(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::view::fixture::{guide, html};

    #[test]
    fn chart_and_table_have_the_same_data() {
        let guide = guide();
        let html = html(populations(&guide));
        assert_eq!(html.matches("class=\"gpf-point ").count(), guide.populations.len());
        for it in &guide.populations {
            let told = format!("<title>{}: {}, {}. Source: ", it.name, it.formatted(), it.year.words());
            assert!(html.contains(&told), "{told}");
            assert!(html.contains(&format!("<strong>{}</strong>", it.name)), "{}", it.name);
            assert!(html.contains(&format!("<th scope=\"row\">{}</th>", it.name)), "{}", it.name);
        }
    }

    #[test]
    fn planned_population_is_to_the_right_of_the_current_one() {
        let guide = guide();
        let suffolk = guide.populations.iter().find(|it| it.planned.is_some()).expect("one has plans");
        let html = html(vec![marker(&guide, suffolk)]);
        // (ln 36) / (ln 200) and (ln 59) / (ln 200).
        assert!(html.contains("x1=\"67.64%\" x2=\"76.96%\""), "{html}");
    }

    #[test]
    fn range_bar_has_the_correct_length() {
        let guide = guide();
        let html = html(vec![marker(&guide, &guide.populations[0])]);
        // (ln 3) / (ln 200), and (ln 5 - ln 3) / (ln 200).
        assert!(html.contains("x=\"20.74%\" y=\"10\" width=\"9.64%\""), "{html}");
    }
}
