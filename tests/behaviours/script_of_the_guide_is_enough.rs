//! What is tested with the full script goes with the one that has only a guide, too: a selection of it.

use anyhow::{Context, Result};

use super::{
    guide_check_adds_up, guide_fits_a_narrow_phone, guide_pictures_tell, guide_sections_stand_alone,
    guide_timeline_is_a_rail_of_periods, guide_without_wasm_is_all_there,
};
use crate::harness::Browser;
use crate::harness::all_elements::use_script_of;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    use_script_of(b, "guide")?;
    guide_check_adds_up::run(b).await.context("guide_check_adds_up")?;
    guide_fits_a_narrow_phone::run(b).await.context("guide_fits_a_narrow_phone")?;
    guide_pictures_tell::run(b).await.context("guide_pictures_tell")?;
    guide_sections_stand_alone::run(b).await.context("guide_sections_stand_alone")?;
    guide_timeline_is_a_rail_of_periods::run(b).await.context("guide_timeline_is_a_rail_of_periods")?;
    guide_without_wasm_is_all_there::run(b).await.context("guide_without_wasm_is_all_there")?;
    Ok(())
}
