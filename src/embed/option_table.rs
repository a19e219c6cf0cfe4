//! The table of the options of each element. `cargo xtask docs` generates the loader's lists, `custom-elements.json`,
//! the types and the tables of the documents from it. [`super::options`] parses the values.

use gpf_domain::comparison::{Catalogue, SubjectKind};
use gpf_domain::directory::{LegalFormChoice, RegionChoice, Status};
use gpf_domain::guide::Guide;
use gpf_domain::search::Sort;

use super::options::{
    COMPARISON_HEADING, GUIDE_HEADING, HEADING, HEADING_LEVEL, HEADING_LEVELS, MAX_PAGE_SIZE, PAGE_SIZE,
};
use crate::comparison::url_state::kind_id;
use crate::finder::options::MapLayout;
use crate::ui::widget_events::{COMPARISON, FINDER};

/// An element with its options.
pub struct ElementOptions {
    /// Its name in `data-view`.
    pub view: &'static str,
    /// Its tag.
    pub tag: &'static str,
    /// Its class in the types.
    pub class: &'static str,
    /// Whether it accepts a custom list.
    pub has_list: bool,
    /// Whether it is rendered when the widget is built.
    pub is_prerendered: bool,
    /// Its options, in the order that documents list them in.
    pub options: Vec<ElementOption>,
}

/// An option of an element.
pub struct ElementOption {
    /// The name of the attribute.
    pub name: &'static str,
    /// The values that it accepts.
    pub values: Values,
    /// The value if the attribute is missing.
    pub default: DefaultValue,
    /// Its effect, in sentences, with values in double quotes.
    pub description: String,
}

/// The values that an option accepts.
pub enum Values {
    /// Any text.
    Text,
    /// A number.
    Number,
    /// On if the attribute is present.
    Switch,
    /// A whole number in this range, which includes both limits.
    Range(u8, u8),
    /// One of these.
    OneOf(Vec<String>),
    /// Any of these, separated by commas.
    Several(Vec<String>),
}

/// The value of an option that is missing.
pub enum DefaultValue {
    /// This value.
    Value(String),
    /// A value that these words describe.
    Described(&'static str),
    /// A switch that is off.
    Off,
}

/// The option that the loader handles itself: it decides when the wasm is compiled.
pub const LOADING: &str = "loading";

/// The elements, in the order that documents list them in. The ids of legal forms and questions come from the
/// catalogue.
#[must_use]
pub fn elements(catalogue: &Catalogue) -> [ElementOptions; 3] {
    [finder(), comparison(catalogue), guide()]
}

fn finder() -> ElementOptions {
    let options = vec![
        option(
            "region",
            one_of(RegionChoice::ALL.map(RegionChoice::id)),
            described("all regions"),
            "The NHS region that is open at the start. People can open others.",
        ),
        option("status", one_of(Status::ALL.map(Status::id)), described("all statuses"), "The status to show first."),
        option(
            "legal-form",
            one_of(LegalFormChoice::ALL.map(LegalFormChoice::id)),
            described("all legal forms"),
            "The legal form to show first.",
        ),
        option("search", Values::Text, described("empty"), "The text in the search box at the start."),
        option(
            "sort",
            one_of(Sort::ALL.map(Sort::id)),
            value(Sort::default().id()),
            "The order at the start. \"suggested\" is by region, by best match for a search, and by distance for a \
             postcode. \"nearest\" is for postcodes only, and otherwise the same as \"suggested\". \"last-seen\" starts \
             with the federation that was known to be active most recently.",
        ),
        option(
            "page-size",
            Values::Number,
            value(PAGE_SIZE.to_string()),
            format!(
                "How many federations to show at a time, from 1 to {MAX_PAGE_SIZE}. If all of them fit, they are \
             shown at once, and the regions do not open and close."
            ),
        ),
        option(
            "map",
            one_of(MapLayout::ALL.map(MapLayout::id)),
            value(MapLayout::default().id()),
            "Where to show the map and the list of federations by region. \"auto\": next to the results if there is room \
             (about 900px), otherwise collapsed below them. \"wide\": only if there is room. \"none\": no map.",
        ),
        heading(HEADING),
        heading_level(),
        url_sync(),
        option(
            "src",
            Values::Text,
            described("the built-in list"),
            "The URL of your own list, CSV or JSON. Without a folder, the file is in the folder of the page.",
        ),
        option(
            "merge",
            one_of(["replace", "extend"]),
            value("replace"),
            "\"replace\": your list replaces the built-in list. \"extend\": your list is added, and a row with the id or \
             the name of a built-in federation replaces it.",
        ),
        option("label", Values::Text, described("the file name"), "The name of your own list, shown to people."),
        option(
            "date",
            Values::Text,
            described("none"),
            "The date of your own list, shown to people, for example 2026-10-05.",
        ),
        option(
            "show-import-report",
            Values::Switch,
            DefaultValue::Off,
            "Shows a report of how your list was read, with the row, column and fix for each problem.",
        ),
        option(
            "feedback",
            Values::Text,
            described("none"),
            "Where people can report a problem with a federation: a mailto: address, or the https:// URL of a form. The \
             details then have \"Report a problem with this entry\", with the id and the name filled in: as subject and \
             text of the email, or as the parameters id and name.",
        ),
        loading(),
    ];
    ElementOptions {
        view: "finder",
        tag: FINDER,
        class: "GpFederationFinderElement",
        has_list: true,
        is_prerendered: false,
        options,
    }
}

fn comparison(catalogue: &Catalogue) -> ElementOptions {
    let subjects = SubjectKind::ALL.into_iter().flat_map(|kind| catalogue.subjects(kind)).map(|it| it.id.clone());
    let criteria = catalogue.criteria.iter().map(|it| it.id.clone());
    let options = vec![
        option(
            "kind",
            one_of(SubjectKind::ALL.map(kind_id)),
            value(kind_id(SubjectKind::Form)),
            "What to compare: legal forms, or ways of working together (\"models\").",
        ),
        option(
            "forms",
            Values::Several(subjects.collect()),
            described("the first 3 legal forms, or all 4 ways of working together"),
            "What to compare at the start: comma-separated ids, or \"all\".",
        ),
        option(
            "criteria",
            Values::Several(criteria.collect()),
            described("all"),
            "The questions to show: comma-separated ids of criteria.",
        ),
        option(
            "only-differences",
            Values::Switch,
            DefaultValue::Off,
            "Leaves out questions that have the same answer everywhere.",
        ),
        option(
            "requirements",
            Values::Text,
            described("none"),
            "Comma-separated requirements, such as \"asset-lock=yes, profit-sharing=no\". An id alone means yes.",
        ),
        heading(COMPARISON_HEADING),
        heading_level(),
        url_sync(),
        loading(),
    ];
    ElementOptions {
        view: "comparison",
        tag: COMPARISON,
        class: "GpLegalFormComparisonElement",
        has_list: false,
        is_prerendered: false,
        options,
    }
}

fn guide() -> ElementOptions {
    let sections = Guide::SECTIONS.iter().copied().map(str::to_owned).collect();
    let options = vec![
        option("section", Values::Several(sections), described("all"), "The sections to show: comma-separated ids."),
        heading(GUIDE_HEADING),
        heading_level(),
        loading(),
    ];
    ElementOptions {
        view: "guide",
        tag: "gp-federation-guide",
        class: "GpFederationGuideElement",
        has_list: false,
        is_prerendered: true,
        options,
    }
}

fn heading(default: &str) -> ElementOption {
    option("heading", Values::Text, value(default), "The heading of the widget. Empty for no heading.")
}

fn heading_level() -> ElementOption {
    let [first, last] = HEADING_LEVELS;
    option(
        "heading-level",
        Values::Range(first, last),
        value(HEADING_LEVEL.to_string()),
        "The level of the heading, to fit your page. Headings below it get the next level, or this level if there is no \
         heading.",
    )
}

fn url_sync() -> ElementOption {
    option(
        "url-sync",
        Values::Switch,
        DefaultValue::Off,
        "Updates the page URL when people search or filter, and follows Back and Forward within the page.",
    )
}

fn loading() -> ElementOption {
    option(
        LOADING,
        one_of(["lazy", "eager"]),
        value("lazy"),
        "\"lazy\": starts when it is less than one screen away. \"eager\": starts immediately.",
    )
}

fn option(name: &'static str, values: Values, default: DefaultValue, description: impl Into<String>) -> ElementOption {
    ElementOption { name, values, default, description: description.into() }
}

fn one_of<const N: usize>(ids: [&str; N]) -> Values {
    Values::OneOf(ids.map(str::to_owned).into())
}

fn value(value: impl Into<String>) -> DefaultValue {
    DefaultValue::Value(value.into())
}

fn described(words: &'static str) -> DefaultValue {
    DefaultValue::Described(words)
}

#[cfg(test)]
mod tests {
    use super::{ElementOptions, LOADING, finder, guide};
    use crate::embed::options::{FINDER, GUIDE};

    fn names(element: &ElementOptions) -> Vec<&'static str> {
        element.options.iter().map(|it| it.name).filter(|name| *name != LOADING).collect()
    }

    #[test]
    fn finder_sets_each_of_its_options_except_list_options() {
        let names: Vec<&str> =
            names(&finder()).into_iter().filter(|name| !["src", "merge", "label", "date"].contains(name)).collect();
        assert_eq!(names, FINDER);
    }

    #[test]
    fn the_guide_sets_each_of_its_options() {
        assert_eq!(names(&guide()), GUIDE);
    }
}
