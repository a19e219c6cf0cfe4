//! Journeys of users with keyboard and screen reader, one per file. `tests/screen-reader` contains a transcript of
//! Orca's output for each.

use crate::harness::listener::Journey;

macro_rules! journeys {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*

        /// All journeys, in alphabetical order.
        pub(crate) const ALL: &[Journey] =
            &[$(Journey { name: stringify!($name), run: |listener| Box::pin($name::run(listener)) }),*];
    };
}

journeys![
    checks_readiness,
    compares_and_rules_out,
    copies_the_code,
    finds_by_name,
    finds_by_postcode,
    finds_by_region,
    finds_nothing,
    looks_at_the_map,
    opens_details_and_sources,
    reads_the_list_without_wasm,
    sorts,
    waits_for_a_list,
];

/// A finder that starts immediately.
const FINDER: &str = "<gp-federation-finder loading=\"eager\"></gp-federation-finder>";
