//! A selection of the full script's tests also passes with the script that contains only a guide.

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
