//! Behaviours of the widget, one file per behaviour. A file that is not in the list below is dead code, which the
//! compiler reports.

use anyhow::{Context, Result};
use browser_tests::turns::Weight;

use crate::harness::Browser;
use crate::harness::all_elements::use_script_of;
use crate::harness::trial::Behaviour;

mod accessible_in_every_state;
mod address_follows_only_where_asked;
mod amd_loader_is_left_alone;
mod api_answers_with_plain_objects;
mod api_refuses_bad_input;
mod attributes_are_live;
mod back_within_a_page_is_followed;
mod bare_tag_shows_the_finder;
mod builder_checks_a_list;
mod builder_checks_a_list_accessibly;
mod builder_checks_a_list_of_members;
mod builder_checks_a_list_of_practices;
mod builder_checks_a_list_that_is_dropped;
mod builder_checks_a_list_that_is_no_use;
mod builder_checks_a_workbook;
mod builder_every_way_works;
mod builder_explains_what_a_policy_allows;
mod builder_fits_a_narrow_phone;
mod builder_follows_what_the_page_is_in;
mod builder_gets_a_page_working_by_copying_once;
mod builder_is_accessible_in_every_state;
mod builder_is_used_by_keyboard;
mod builder_keeps_the_code_in_view;
mod builder_knows_what_the_host_requires;
mod builder_opens_anywhere;
mod builder_previews_phone_tablet_and_full_width;
mod builder_refuses_a_bad_address;
mod builder_says_when_colours_are_hard_to_read;
mod changed_nodes_stay_true;
mod clear_takes_everything_back;
mod code_in_the_documents_works;
mod comparison_and_finder_lead_to_each_other;
mod comparison_answers_are_grouped_on_a_phone;
mod comparison_api_answers_and_refuses;
mod comparison_can_be_taken_away;
mod comparison_fits_a_narrow_phone;
mod comparison_head_stays_in_view;
mod comparison_is_accessible_in_every_state;
mod comparison_is_printed_on_few_pages;
mod comparison_names_federations_of_the_finder;
mod comparison_options_are_live;
mod comparison_requirements_keep_their_outcome_in_view;
mod comparison_rules_out_with_reasons;
mod comparison_shows_forms_side_by_side;
mod comparison_shows_only_what_differs;
mod comparison_takes_any_number_of_forms;
mod comparison_tells_the_page;
mod comparison_without_wasm_shows_all;
mod count_is_announced_after_a_pause;
mod csv_holds_all_matches;
mod details_tell_all_with_source_and_date;
mod docs_demos_show_each_element;
mod documented_nginx_settings_work;
mod dom_calls_are_the_fewest;
mod element_shows_the_finder;
mod enter_goes_to_the_first_result;
mod events_reach_the_page;
mod failure_for_lack_of_memory_is_told;
mod failure_of_a_cut_script_leaves_the_placeholder;
mod failure_of_one_widget_ends_them_all_cleanly;
mod failure_to_unpack_shows_the_fallback;
mod fallback_links_to_the_custom_list;
mod federations_stand_under_their_region;
mod feedback_is_sent_where_the_option_says;
mod filters_agree_with_their_counts;
mod fits_a_narrow_phone;
mod fits_a_narrow_phone_at_twice_the_text_size;
mod focus_stays_below_a_sticky_header;
mod forced_colours_stay_readable;
mod form_around_it_is_not_sent;
mod frame_follows_its_content;
mod frame_says_what_its_sandbox_forbids;
mod frame_scrolls_where_nobody_listens;
mod frame_shows_what_its_address_asks;
mod frame_under_a_strict_policy_works;
mod frame_with_wrong_options_shows_the_default;
mod frame_without_address_copies_no_link;
mod frame_without_script_leads_to_the_page;
mod frame_works_in_a_sandbox;
mod geometry_check_sees_what_is_wrong;
mod guide_check_adds_up;
mod guide_fits_a_narrow_phone;
mod guide_is_accessible_in_every_state;
mod guide_is_printed_on_few_pages;
mod guide_pictures_tell;
mod guide_sections_stand_alone;
mod guide_shows_every_section;
mod guide_terms_lead_to_the_glossary;
mod guide_timeline_is_a_rail_of_periods;
mod guide_without_wasm_is_all_there;
mod hostile_links_go_to_websites_alone;
mod hostile_moving_keeps_them_alive;
mod hostile_names_of_objects_are_unknown_values;
mod hostile_other_wasm_is_its_own_business;
mod hostile_prototypes_do_no_harm;
mod hostile_right_to_left_stays_english;
mod hostile_text_in_addresses_is_text;
mod hostile_text_in_options_is_text;
mod hostile_wrapping_changes_nothing;
mod hostile_zoom_leaves_room;
mod inline_list_survives_page_editors;
mod keyboard_reaches_everything_in_order;
mod late_translations_find_no_other_text;
mod layout_of_a_page_without_doctype;
mod layout_of_arrows;
mod layout_of_fallbacks_uses_the_room_there_is;
mod layout_of_what_waits_uses_the_room_there_is;
mod layout_uses_the_room_there_is;
mod lazy_or_eager_and_nothing_else;
mod lazy_widget_is_printed;
mod lazy_widget_starts_when_it_is_asked;
mod lazy_widget_waits_until_it_is_near;
mod leaves_nothing_behind;
mod link_brings_the_same_view_back;
mod link_opens_one_federation;
mod link_to_an_element_shows_its_top;
mod load_of_a_thousand_visits_leaves_nothing;
mod load_of_an_hour_of_typing_is_flat;
mod load_of_fifty_widgets_is_carried;
mod map_is_where_the_option_says;
mod map_keeps_its_marks_in_forced_colours;
mod map_numbers_lead_to_the_list;
mod map_shows_what_is_found;
mod moving_keeps_its_state;
mod moving_to_another_document_keeps_all;
mod names_and_members_say_why_a_row_is_found;
mod no_webassembly_shows_the_list;
mod nothing_found_offers_a_way_out;
mod offline_back_brings_the_same_view;
mod offline_page_that_varies_is_kept;
mod offline_page_works_without_its_server;
mod offline_saved_page_works;
mod offline_sign_in_page_is_not_kept;
mod offline_update_never_mixes_versions;
mod old_libraries_do_no_harm;
mod open_details_stay_with_their_federation;
mod opens_from_a_folder;
mod own_list_can_be_inline_or_a_property;
mod own_list_comes_from_an_address;
mod own_list_extends_the_bundled_one;
mod own_list_has_a_row_per_member;
mod own_list_has_a_row_per_practice;
mod own_list_is_accessible_in_every_state;
mod own_list_is_kept_by_hand;
mod own_list_is_live;
mod own_list_is_loaded_for_the_page;
mod own_list_is_long;
mod own_list_is_on_the_map_by_postcode;
mod own_list_is_reported;
mod own_list_runs_nothing;
mod own_list_that_is_no_use_is_said;
mod page_resets_do_not_reach_in;
mod phone_shows_results_on_its_first_screen;
mod placeholder_added_later_becomes_a_finder;
mod placeholder_becomes_a_finder;
mod plain_list_is_accessible;
mod policy_by_nonce_or_hash_is_enough;
mod policy_for_trusted_types_needs_no_name;
mod policy_of_a_sandbox_is_no_hindrance;
mod policy_with_wasm_runs_everything;
mod policy_without_wasm_shows_all_fallbacks;
mod policy_without_wasm_shows_the_list;
mod postcode_finds_the_nearest_first;
mod postcode_that_is_no_use_is_answered;
mod print_button_prints_its_own_element;
mod print_button_works_in_a_dialog;
mod print_holds_all_matches;
mod print_of_a_long_list_is_bounded;
mod properties_mirror_attributes;
mod recorder_hears_what_goes_wrong;
mod regions_are_chosen_on_map_and_list;
mod release_works_on_a_static_page;
mod removing_frees_and_adding_starts_anew;
mod roles_and_names_builder;
mod roles_and_names_comparison;
mod roles_and_names_finder;
mod roles_and_names_guide;
mod script_from_another_origin_works;
mod script_of_one_element_looks_the_same;
mod script_of_one_element_shows_it;
mod script_of_the_comparison_is_enough;
mod script_of_the_finder_is_enough;
mod script_of_the_guide_is_enough;
mod script_options_are_used;
mod script_twice_is_as_good_as_once;
mod scripts_work_together;
mod search_narrows_and_highlights;
mod several_on_a_page_are_told_apart;
mod shortcuts_of_the_page_stay_quiet;
mod show_more_goes_on_at_the_first_new_one;
mod size_can_be_changed_by_a_listener;
mod small_root_changes_no_size;
mod sorts;
mod standalone_hardly_shifts;
mod standalone_is_readable_without_script;
mod standalone_link_to_a_part_stays_there;
mod standalone_opens_from_a_folder;
mod standalone_trap_shows_the_list;
mod standalone_without_wasm_shows_all;
mod start_comes_part_by_part;
mod start_keeps_user_changes;
mod start_shows_the_first_view;
mod strict_policy_is_enough;
mod successor_is_shown_where_it_is_named;
mod tag_in_the_head_shows_the_finder;
mod tag_without_a_place_is_said;
mod tag_works_however_it_is_put_in;
mod tags_each_show_their_element;
mod tasks_take_few_steps;
mod trap_shows_the_list;
mod trusted_types_allow_everything;
mod typing_keeps_cursor_and_focus;
mod typo_is_forgiven_and_said;
mod unknown_region_is_the_default_and_said_once;
mod unknown_view_is_the_finder_and_said_once;
mod untouched_nodes_are_not_looked_at;
mod variables_of_the_page_do_no_harm;
mod widgets_are_independent;
mod wordpress_block_is_made_in_the_editor;
mod wordpress_block_shows_the_widget;
mod wordpress_options_are_escaped;
mod wordpress_plugin_is_installed_by_upload;
mod wordpress_script_comes_once_and_only_where_needed;
mod wordpress_shortcode_shows_the_widget;
mod wordpress_tag_pasted_by_an_administrator_works;
mod wordpress_tag_pasted_by_an_author_stays_readable;
mod wordpress_texts_can_be_translated;
mod wordpress_wrong_options_are_told_to_editors_alone;
mod words_match_in_any_order;

/// Generates the list of behaviours from the names of their files. The suffix `: heavy` marks those that keep a
/// processor busy for long, or measure a duration: they run after all others, and alone.
macro_rules! behaviours {
    ($($name:ident $(: $weight:ident)?),* $(,)?) => {
        [$(Behaviour {
            name: stringify!($name),
            weight: behaviours!(@weight $($weight)?),
            run: |browser| Box::pin($name::run(browser)),
        }),*]
    };
    (@weight) => { Weight::Light };
    (@weight heavy) => { Weight::Heavy };
}

/// All behaviours, in alphabetical order.
pub(crate) fn all() -> impl Iterator<Item = Behaviour> {
    behaviours![
        accessible_in_every_state,
        address_follows_only_where_asked,
        amd_loader_is_left_alone,
        api_answers_with_plain_objects,
        api_refuses_bad_input,
        attributes_are_live,
        back_within_a_page_is_followed,
        bare_tag_shows_the_finder,
        builder_checks_a_list,
        builder_checks_a_list_accessibly,
        builder_checks_a_list_of_members,
        builder_checks_a_list_of_practices,
        builder_checks_a_list_that_is_dropped,
        builder_checks_a_list_that_is_no_use,
        builder_checks_a_workbook,
        builder_every_way_works,
        builder_explains_what_a_policy_allows,
        builder_fits_a_narrow_phone,
        builder_follows_what_the_page_is_in,
        builder_gets_a_page_working_by_copying_once,
        builder_is_accessible_in_every_state,
        builder_is_used_by_keyboard,
        builder_keeps_the_code_in_view,
        builder_knows_what_the_host_requires,
        builder_opens_anywhere,
        builder_previews_phone_tablet_and_full_width,
        builder_refuses_a_bad_address,
        builder_says_when_colours_are_hard_to_read,
        changed_nodes_stay_true,
        clear_takes_everything_back,
        code_in_the_documents_works,
        comparison_and_finder_lead_to_each_other,
        comparison_answers_are_grouped_on_a_phone,
        comparison_api_answers_and_refuses,
        comparison_can_be_taken_away,
        comparison_fits_a_narrow_phone,
        comparison_head_stays_in_view,
        comparison_is_accessible_in_every_state,
        comparison_is_printed_on_few_pages,
        comparison_names_federations_of_the_finder,
        comparison_options_are_live,
        comparison_requirements_keep_their_outcome_in_view,
        comparison_rules_out_with_reasons,
        comparison_shows_forms_side_by_side,
        comparison_shows_only_what_differs,
        comparison_takes_any_number_of_forms,
        comparison_tells_the_page,
        comparison_without_wasm_shows_all,
        count_is_announced_after_a_pause,
        csv_holds_all_matches,
        details_tell_all_with_source_and_date,
        docs_demos_show_each_element,
        documented_nginx_settings_work,
        dom_calls_are_the_fewest,
        feedback_is_sent_where_the_option_says,
        names_and_members_say_why_a_row_is_found,
        successor_is_shown_where_it_is_named,
        element_shows_the_finder,
        enter_goes_to_the_first_result,
        events_reach_the_page,
        failure_for_lack_of_memory_is_told,
        failure_of_a_cut_script_leaves_the_placeholder,
        failure_of_one_widget_ends_them_all_cleanly,
        failure_to_unpack_shows_the_fallback,
        fallback_links_to_the_custom_list,
        federations_stand_under_their_region,
        filters_agree_with_their_counts,
        fits_a_narrow_phone,
        fits_a_narrow_phone_at_twice_the_text_size,
        focus_stays_below_a_sticky_header,
        forced_colours_stay_readable,
        form_around_it_is_not_sent,
        frame_follows_its_content,
        frame_says_what_its_sandbox_forbids,
        frame_scrolls_where_nobody_listens,
        frame_shows_what_its_address_asks,
        frame_under_a_strict_policy_works,
        frame_with_wrong_options_shows_the_default,
        frame_without_address_copies_no_link,
        frame_without_script_leads_to_the_page,
        frame_works_in_a_sandbox,
        geometry_check_sees_what_is_wrong,
        guide_check_adds_up,
        guide_fits_a_narrow_phone,
        guide_is_accessible_in_every_state,
        guide_is_printed_on_few_pages,
        guide_pictures_tell,
        guide_sections_stand_alone,
        guide_shows_every_section,
        guide_terms_lead_to_the_glossary,
        guide_timeline_is_a_rail_of_periods,
        guide_without_wasm_is_all_there,
        hostile_links_go_to_websites_alone,
        hostile_moving_keeps_them_alive,
        hostile_names_of_objects_are_unknown_values,
        hostile_other_wasm_is_its_own_business,
        hostile_prototypes_do_no_harm,
        hostile_right_to_left_stays_english,
        hostile_text_in_addresses_is_text,
        hostile_text_in_options_is_text,
        hostile_wrapping_changes_nothing,
        hostile_zoom_leaves_room,
        inline_list_survives_page_editors,
        keyboard_reaches_everything_in_order,
        late_translations_find_no_other_text,
        layout_of_a_page_without_doctype,
        layout_of_arrows,
        layout_of_fallbacks_uses_the_room_there_is,
        layout_of_what_waits_uses_the_room_there_is,
        layout_uses_the_room_there_is,
        lazy_or_eager_and_nothing_else,
        lazy_widget_is_printed,
        lazy_widget_starts_when_it_is_asked,
        lazy_widget_waits_until_it_is_near,
        leaves_nothing_behind,
        link_brings_the_same_view_back,
        link_opens_one_federation,
        link_to_an_element_shows_its_top,
        load_of_a_thousand_visits_leaves_nothing: heavy,
        load_of_an_hour_of_typing_is_flat: heavy,
        load_of_fifty_widgets_is_carried: heavy,
        map_is_where_the_option_says,
        map_keeps_its_marks_in_forced_colours,
        map_numbers_lead_to_the_list,
        map_shows_what_is_found,
        moving_keeps_its_state,
        moving_to_another_document_keeps_all,
        no_webassembly_shows_the_list,
        nothing_found_offers_a_way_out,
        offline_back_brings_the_same_view,
        offline_page_that_varies_is_kept,
        offline_page_works_without_its_server,
        offline_saved_page_works,
        offline_sign_in_page_is_not_kept,
        offline_update_never_mixes_versions,
        old_libraries_do_no_harm,
        open_details_stay_with_their_federation,
        opens_from_a_folder,
        own_list_can_be_inline_or_a_property,
        own_list_comes_from_an_address,
        own_list_extends_the_bundled_one,
        own_list_has_a_row_per_member,
        own_list_has_a_row_per_practice,
        own_list_is_accessible_in_every_state,
        own_list_is_kept_by_hand,
        own_list_is_live,
        own_list_is_loaded_for_the_page,
        own_list_is_long: heavy,
        own_list_is_on_the_map_by_postcode,
        own_list_is_reported,
        own_list_runs_nothing,
        own_list_that_is_no_use_is_said,
        page_resets_do_not_reach_in,
        phone_shows_results_on_its_first_screen,
        placeholder_added_later_becomes_a_finder,
        placeholder_becomes_a_finder,
        plain_list_is_accessible,
        policy_by_nonce_or_hash_is_enough,
        policy_for_trusted_types_needs_no_name,
        policy_of_a_sandbox_is_no_hindrance,
        policy_with_wasm_runs_everything,
        policy_without_wasm_shows_all_fallbacks,
        policy_without_wasm_shows_the_list,
        postcode_finds_the_nearest_first,
        postcode_that_is_no_use_is_answered,
        print_button_prints_its_own_element,
        print_button_works_in_a_dialog,
        print_holds_all_matches,
        print_of_a_long_list_is_bounded,
        properties_mirror_attributes,
        recorder_hears_what_goes_wrong,
        regions_are_chosen_on_map_and_list,
        release_works_on_a_static_page,
        removing_frees_and_adding_starts_anew,
        roles_and_names_builder,
        roles_and_names_comparison,
        roles_and_names_finder,
        roles_and_names_guide,
        script_from_another_origin_works,
        script_of_one_element_looks_the_same,
        script_of_one_element_shows_it,
        script_of_the_comparison_is_enough,
        script_of_the_finder_is_enough,
        script_of_the_guide_is_enough,
        script_options_are_used,
        script_twice_is_as_good_as_once,
        scripts_work_together,
        search_narrows_and_highlights,
        several_on_a_page_are_told_apart,
        shortcuts_of_the_page_stay_quiet,
        show_more_goes_on_at_the_first_new_one,
        size_can_be_changed_by_a_listener,
        small_root_changes_no_size,
        sorts,
        standalone_hardly_shifts,
        standalone_is_readable_without_script,
        standalone_link_to_a_part_stays_there,
        standalone_opens_from_a_folder,
        standalone_trap_shows_the_list,
        standalone_without_wasm_shows_all,
        start_comes_part_by_part,
        start_keeps_user_changes,
        start_shows_the_first_view,
        strict_policy_is_enough,
        tag_in_the_head_shows_the_finder,
        tag_without_a_place_is_said,
        tag_works_however_it_is_put_in,
        tags_each_show_their_element,
        tasks_take_few_steps,
        trap_shows_the_list,
        trusted_types_allow_everything,
        typing_keeps_cursor_and_focus,
        typo_is_forgiven_and_said,
        unknown_region_is_the_default_and_said_once,
        unknown_view_is_the_finder_and_said_once,
        untouched_nodes_are_not_looked_at,
        variables_of_the_page_do_no_harm,
        widgets_are_independent,
        wordpress_block_is_made_in_the_editor,
        wordpress_block_shows_the_widget,
        wordpress_options_are_escaped,
        wordpress_plugin_is_installed_by_upload: heavy,
        wordpress_script_comes_once_and_only_where_needed,
        wordpress_shortcode_shows_the_widget,
        wordpress_tag_pasted_by_an_administrator_works,
        wordpress_tag_pasted_by_an_author_stays_readable,
        wordpress_texts_can_be_translated,
        wordpress_wrong_options_are_told_to_editors_alone,
        words_match_in_any_order,
    ]
    .into_iter()
}

/// Runs behaviours of one element with the script that has only this element.
async fn run_with_script_of(b: &mut Browser, kind: &str, names: &[&str]) -> Result<()> {
    use_script_of(b, kind)?;
    for name in names {
        let behaviour = all().find(|it| it.name == *name).with_context(|| format!("no behaviour is called {name}"))?;
        (behaviour.run)(b).await.context(behaviour.name)?;
    }
    Ok(())
}
