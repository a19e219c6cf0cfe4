//! A selection of the full script's tests also passes with the script that contains only a guide.

use anyhow::Result;

use super::run_with_script_of;
use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    run_with_script_of(
        b,
        "guide",
        &[
            "guide_readiness_check_counts_the_answers",
            "guide_fits_a_narrow_phone",
            "guide_charts_explain_their_data",
            "guide_sections_can_be_shown_separately",
            "guide_timeline_is_a_list_of_periods",
            "guide_without_wasm_shows_everything",
        ],
    )
    .await
}
