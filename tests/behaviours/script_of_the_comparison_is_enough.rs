//! A selection of the full script's tests also passes with the script that contains only a comparison.

use anyhow::{Context, Result};

use super::{
    comparison_api_answers_and_refuses, comparison_can_be_taken_away, comparison_fits_a_narrow_phone,
    comparison_options_are_live, comparison_rules_out_with_reasons, comparison_shows_forms_side_by_side,
    comparison_tells_the_page, comparison_without_wasm_shows_all,
};
use crate::harness::Browser;
use crate::harness::all_elements::use_script_of;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    use_script_of(b, "comparison")?;
    comparison_api_answers_and_refuses::run(b).await.context("comparison_api_answers_and_refuses")?;
    comparison_can_be_taken_away::run(b).await.context("comparison_can_be_taken_away")?;
    comparison_fits_a_narrow_phone::run(b).await.context("comparison_fits_a_narrow_phone")?;
    comparison_options_are_live::run(b).await.context("comparison_options_are_live")?;
    comparison_rules_out_with_reasons::run(b).await.context("comparison_rules_out_with_reasons")?;
    comparison_shows_forms_side_by_side::run(b).await.context("comparison_shows_forms_side_by_side")?;
    comparison_tells_the_page::run(b).await.context("comparison_tells_the_page")?;
    comparison_without_wasm_shows_all::run(b).await.context("comparison_without_wasm_shows_all")?;
    Ok(())
}
