//! A selection of the full script's tests also passes with the script that contains only a finder.

use anyhow::Result;

use super::run_with_script_of;
use crate::harness::Browser;

pub(crate) async fn run(b: &mut Browser) -> Result<()> {
    run_with_script_of(
        b,
        "finder",
        &[
            "api_returns_plain_objects",
            "attribute_changes_apply_immediately",
            "bare_tag_shows_the_finder",
            "details_show_all_facts_with_source_and_date",
            "copied_link_restores_the_view",
            "custom_list_can_be_inline_or_a_property",
            "custom_list_is_loaded_by_a_page_script",
            "csp_without_wasm_shows_the_list",
            "postcode_finds_the_nearest_first",
            "regions_are_chosen_on_map_and_list",
            "typing_keeps_cursor_and_focus",
        ],
    )
    .await
}
