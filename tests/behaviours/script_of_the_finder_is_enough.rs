//! A selection of the full script's tests also passes with the script that contains only a finder.

use anyhow::Result;

use super::run_with_script_of;
use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    run_with_script_of(
        b,
        "finder",
        &[
            "api_answers_with_plain_objects",
            "attributes_are_live",
            "bare_tag_shows_the_finder",
            "details_tell_all_with_source_and_date",
            "link_brings_the_same_view_back",
            "own_list_can_be_inline_or_a_property",
            "own_list_is_loaded_for_the_page",
            "policy_without_wasm_shows_the_list",
            "postcode_finds_the_nearest_first",
            "regions_are_chosen_on_map_and_list",
            "typing_keeps_cursor_and_focus",
        ],
    )
    .await
}
