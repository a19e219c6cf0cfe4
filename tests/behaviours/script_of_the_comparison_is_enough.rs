//! A selection of the full script's tests also passes with the script that contains only a comparison.

use anyhow::Result;

use super::run_with_script_of;
use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    run_with_script_of(
        b,
        "comparison",
        &[
            "comparison_api_returns_results_and_rejects_invalid_input",
            "comparison_can_be_exported",
            "comparison_fits_a_narrow_phone",
            "comparison_option_changes_apply_immediately",
            "comparison_rules_out_forms_with_reasons",
            "comparison_shows_forms_side_by_side",
            "comparison_sends_events_to_the_page",
            "comparison_without_wasm_shows_everything",
        ],
    )
    .await
}
