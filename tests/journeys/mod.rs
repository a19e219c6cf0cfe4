//! Journeys of users with keyboard and screen reader, one per file. `tests/screen-reader` contains a transcript of
//! Orca's output for each.

use anyhow::Result;

use crate::harness::listener::{Journey, Listener};

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

/// A user opens the finder.
async fn open_finder(l: &mut Listener) -> Result<()> {
    l.open(FINDER).await?;
    l.b.finder().await?;
    l.begin().await
}

/// A user opens the finder, moves to its box and types.
async fn type_in_finder(l: &mut Listener, text: &str) -> Result<()> {
    open_finder(l).await?;
    l.move_with("Tab").await?;
    l.type_text(text).await.map(drop)
}
