//! The options of an element, as an editor writes them in attributes.
//!
//! One function per option parses the attribute to a typed value. A wrong value gives the default and a [`Warning`]. A
//! missing attribute gives the default and no warning.

use gpf_domain::directory::{LegalFormChoice, RegionChoice, Status};
use gpf_domain::feedback::is_address;
use gpf_domain::import::Merge;
use gpf_domain::search::Sort;

use super::console;
use crate::finder::options::MapLayout;

/// The names of the finder's options that the wasm sets. Those about the list are the loader's.
pub const FINDER: [&str; 12] = [
    "region",
    "status",
    "legal-form",
    "search",
    "sort",
    "page-size",
    "map",
    "heading",
    "heading-level",
    "url-sync",
    "show-import-report",
    "feedback",
];

/// The names of the guide's options, which are all set when it starts.
pub const GUIDE: [&str; 3] = ["section", "heading", "heading-level"];

/// How many federations the finder shows before "Show more", if `page-size` is not set.
pub const PAGE_SIZE: u32 = crate::finder::options::PAGE_SIZE;
/// The most that `page-size` accepts.
pub const MAX_PAGE_SIZE: u32 = 1000;

/// The level of the heading, if `heading-level` is not set.
pub const HEADING_LEVEL: u8 = crate::ui::heading::DEFAULT_LEVEL;
/// The first and the last level that `heading-level` accepts.
pub const HEADING_LEVELS: [u8; 2] = [1, 5];

/// The finder's heading, if `heading` is not set.
pub const HEADING: &str = crate::finder::strings::HEADING;

/// The comparison's heading, if `heading` is not set.
pub const COMPARISON_HEADING: &str = crate::comparison::strings::HEADING;

/// The guide's heading, if `heading` is not set.
pub const GUIDE_HEADING: &str = crate::guide::strings::HEADING;

/// A problem with an option's value, as one line for the console.
#[derive(Debug, PartialEq, Eq)]
pub struct Warning {
    option: String,
    value: String,
    accepted: String,
}

impl Warning {
    /// The console message for a page whose attribute is wrong.
    #[must_use]
    pub fn for_console(&self) -> String {
        format!("{self}. Using the default.")
    }
}

impl std::fmt::Display for Warning {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { option, value, accepted } = self;
        write!(f, "{option}=\"{value}\" is not recognised. Use {accepted}")
    }
}

/// A parsed option, and a warning about its value if there is one.
pub type WithWarning<T> = (T, Option<Warning>);

/// The value of an option. Its warning goes to the console.
pub(super) fn log_warning<T>((value, warning): WithWarning<T>) -> T {
    if let Some(warning) = warning {
        console::warn(&warning.for_console());
    }
    value
}

/// `region`: the name of an NHS region, or `unknown`. Default: any.
pub fn region(value: Option<&str>) -> WithWarning<Option<RegionChoice>> {
    choice("region", value, RegionChoice::parse, || RegionChoice::ALL.map(RegionChoice::id).join(", "))
}

/// `status`: `active`, `unconfirmed` or `ended`. Default: any.
pub fn status(value: Option<&str>) -> WithWarning<Option<Status>> {
    choice("status", value, Status::parse, || Status::ALL.map(Status::id).join(", "))
}

/// `legal-form`: the id of a legal form, or `not-stated`. Default: any.
pub fn legal_form(value: Option<&str>) -> WithWarning<Option<LegalFormChoice>> {
    choice("legal-form", value, LegalFormChoice::parse, || LegalFormChoice::ALL.map(LegalFormChoice::id).join(", "))
}

/// `sort`: the id of an order. Default: [`Sort::Suggested`].
pub fn sort(value: Option<&str>) -> WithWarning<Sort> {
    let (sort, warning) = choice("sort", value, Sort::parse, || Sort::ALL.map(Sort::id).join(", "));
    (sort.unwrap_or_default(), warning)
}

/// `search`: the text in the search box. Default: none.
pub fn search(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}

/// `page-size`: how many federations to show at a time, 1 to 1000. Default: [`PAGE_SIZE`].
pub fn page_size(value: Option<&str>) -> WithWarning<u32> {
    number("page-size", value, 1, MAX_PAGE_SIZE, PAGE_SIZE)
}

/// `map`: where the map is, `auto`, `wide` or `none`. Default: [`MapLayout::Auto`].
pub fn map(value: Option<&str>) -> WithWarning<MapLayout> {
    let (layout, warning) = choice("map", value, MapLayout::parse, || MapLayout::ALL.map(MapLayout::id).join(", "));
    (layout.unwrap_or_default(), warning)
}

/// `section`: the ids of the sections to show, separated by commas or spaces. `known` is all of them. Default: all. Ids
/// that are not known are ignored if others are known.
pub fn sections(value: Option<&str>, known: &[String]) -> WithWarning<Vec<String>> {
    let value = value.unwrap_or_default();
    let (mut shown, mut warned) = (Vec::new(), None);
    for id in value.split([',', ' ']).filter(|id| !id.is_empty()) {
        match known.iter().find(|it| it.eq_ignore_ascii_case(id)) {
            Some(id) => shown.push(id.clone()),
            None => warned = Some(warning("section", value, one_of(&known.join(", ")))),
        }
    }
    (if shown.is_empty() { known.to_vec() } else { shown }, warned)
}

/// `heading`: the heading's text; empty for none. Default: [`HEADING`] or that of the other element.
pub fn heading(value: Option<&str>, default: &str) -> Option<String> {
    let heading = value.unwrap_or(default).trim();
    (!heading.is_empty()).then(|| heading.to_owned())
}

/// `heading-level`: the heading's level in the page's outline, 1 to 5. Default: 2.
///
/// Headings under it get the next level or, if there is no heading, this one.
pub fn heading_level(value: Option<&str>) -> WithWarning<u8> {
    let [first, last] = HEADING_LEVELS;
    let (level, warning) = number("heading-level", value, first.into(), last.into(), HEADING_LEVEL.into());
    (level as u8, warning)
}

/// `merge`: whether a custom list replaces or extends the built-in list, `replace` or `extend`. Default:
/// [`Merge::Replace`].
pub fn merge(value: Option<&str>) -> WithWarning<Merge> {
    let (merge, warning) = choice("merge", value, Merge::parse, || Merge::ALL.map(Merge::id).join(", "));
    (merge.unwrap_or_default(), warning)
}

/// `feedback`: where users report a problem with an entry, a `mailto:` or `https://` address. Default: nowhere.
pub fn feedback(value: Option<&str>) -> WithWarning<Option<String>> {
    let parse = |address: &str| is_address(address).then(|| address.to_owned());
    let (address, warning) = choice("feedback", value, parse, String::new);
    let accepted = "an address that starts with mailto: or https://";
    let warning = warning.map(|it| Warning { accepted: accepted.to_owned(), ..it });
    (address, warning)
}

/// `url-sync`, `show-import-report`: whether something is on. Default: no.
pub fn boolean(value: Option<&str>) -> bool {
    value.is_some_and(|value| value != "false")
}

fn choice<T>(
    option: &str,
    value: Option<&str>,
    parse: fn(&str) -> Option<T>,
    accepted: fn() -> String,
) -> WithWarning<Option<T>> {
    let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) else { return (None, None) };
    let parsed = parse(value);
    let warning = parsed.is_none().then(|| warning(option, value, one_of(&accepted())));
    (parsed, warning)
}

fn one_of(accepted: &str) -> String {
    ["one of: ", accepted].concat()
}

fn number(option: &str, value: Option<&str>, least: u32, most: u32, default: u32) -> WithWarning<u32> {
    let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) else { return (default, None) };
    match value.parse() {
        Ok(number) if (least..=most).contains(&number) => (number, None),
        _ => (default, Some(warning(option, value, format!("a whole number from {least} to {most}")))),
    }
}

fn warning(option: &str, value: &str, accepted: String) -> Warning {
    Warning { option: option.to_owned(), value: value.to_owned(), accepted }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gpf_domain::directory::Region;

    #[test]
    fn values_are_parsed_regardless_of_case_and_spaces() {
        assert_eq!(region(Some(" north west ")), (Some(RegionChoice::Is(Region::NorthWest)), None));
        assert_eq!(region(Some("unknown")), (Some(RegionChoice::Unknown), None));
        assert_eq!(status(Some(" ENDED")), (Some(Status::Ended), None));
        assert_eq!(page_size(Some("5")), (5, None));
        assert_eq!(merge(Some("Extend")), (Merge::Extend, None));
    }

    #[test]
    fn missing_or_empty_attribute_gives_the_default() {
        for value in [None, Some(""), Some("  ")] {
            assert_eq!(region(value), (None, None));
            assert_eq!(sort(value), (Sort::Suggested, None));
            assert_eq!(page_size(value), (PAGE_SIZE, None));
            assert_eq!(map(value), (MapLayout::Auto, None));
        }
        assert_eq!(heading(None, HEADING).as_deref(), Some(HEADING));
        assert_eq!(heading(Some(" "), HEADING), None);
    }

    #[test]
    fn invalid_value_gives_the_default_and_a_warning() {
        let (value, warning) = region(Some("Cheshire"));
        assert_eq!(value, None);
        assert_eq!(
            warning.unwrap().for_console(),
            "region=\"Cheshire\" is not recognised. Use one of: East of England, London, Midlands, North East \
             and Yorkshire, North West, South East, South West, unknown. Using the default."
        );
        let (value, warning) = map(Some("left"));
        assert_eq!(value, MapLayout::Auto);
        assert!(warning.unwrap().to_string().ends_with("Use one of: auto, wide, none"));
        let (value, warning) = merge(Some("add"));
        assert_eq!(value, Merge::Replace);
        assert!(warning.unwrap().to_string().ends_with("Use one of: replace, extend"));
        let (value, warning) = page_size(Some("0"));
        assert_eq!(value, PAGE_SIZE);
        assert!(warning.unwrap().to_string().contains("a whole number from 1 to 1000"));
    }

    #[test]
    fn feedback_option_accepts_only_mailto_and_https() {
        for address in ["mailto:directory@example.nhs.uk", "https://example.nhs.uk/problem"] {
            assert_eq!(feedback(Some(&[" ", address, " "].concat())), (Some(address.to_owned()), None));
        }
        assert_eq!(feedback(None), (None, None));
        let (address, warning) = feedback(Some("javascript:alert(1)"));
        assert_eq!(address, None);
        assert_eq!(
            warning.unwrap().for_console(),
            "feedback=\"javascript:alert(1)\" is not recognised. Use an address that starts with \
             mailto: or https://. Using the default."
        );
    }

    #[test]
    fn boolean_attribute_is_on_if_present_and_off_if_false() {
        assert!(boolean(Some("")));
        assert!(boolean(Some("url-sync")));
        assert!(!boolean(Some("false")));
        assert!(!boolean(None));
    }

    #[test]
    fn section_option_accepts_one_or_several_ids() {
        let known = ["what", "reasons", "not"].map(str::to_owned);
        let ids = |value: &str| sections(Some(value), &known).0.join(" ");
        assert_eq!(ids("reasons"), "reasons");
        assert_eq!(ids("Not, what"), "not what");
        assert_eq!(ids(""), "what reasons not");
        let (some, warning) = sections(Some("why, not"), &known);
        assert_eq!(some, ["not"]);
        assert!(warning.unwrap().to_string().contains("Use one of: what, reasons, not"));
        assert_eq!(sections(Some("why"), &known).0, known);
    }
}
