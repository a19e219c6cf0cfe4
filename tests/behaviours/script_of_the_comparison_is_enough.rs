//! A selection of the full script's tests also passes with the script that contains only a comparison.

use anyhow::Result;

use super::run_with_script_of;
use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    run_with_script_of(
        b,
        "comparison",
        &[
            "comparison_api_answers_and_refuses",
            "comparison_can_be_taken_away",
            "comparison_fits_a_narrow_phone",
            "comparison_options_are_live",
            "comparison_rules_out_with_reasons",
            "comparison_shows_forms_side_by_side",
            "comparison_tells_the_page",
            "comparison_without_wasm_shows_all",
        ],
    )
    .await
}
