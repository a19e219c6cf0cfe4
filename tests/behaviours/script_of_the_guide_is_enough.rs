//! A selection of the full script's tests also passes with the script that contains only a guide.

use anyhow::Result;

use super::run_with_script_of;
use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    run_with_script_of(
        b,
        "guide",
        &[
            "guide_check_adds_up",
            "guide_fits_a_narrow_phone",
            "guide_pictures_tell",
            "guide_sections_stand_alone",
            "guide_timeline_is_a_rail_of_periods",
            "guide_without_wasm_is_all_there",
        ],
    )
    .await
}
