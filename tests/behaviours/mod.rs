//! Behaviours of the widget, one file per behaviour. A file that is not in the list below is dead code, which the
//! compiler reports.

use anyhow::{Context, Result};
use browser_tests::turns::Weight;

use crate::harness::Browser;
use crate::harness::all_elements::use_script_of;
use crate::harness::trial::Behaviour;

mod accessible_in_every_state;
mod amd_loader_does_not_affect_the_script;
mod api_rejects_invalid_input;
mod api_returns_plain_objects;
mod attribute_changes_apply_immediately;
mod attributes_are_read_despite_spaces_of_page_editors;
mod back_and_forward_restore_the_view;
mod bare_tag_shows_the_finder;
mod builder_checks_a_dropped_list;
mod builder_checks_a_list;
mod builder_checks_a_list_of_members;
mod builder_checks_a_list_of_practices;
mod builder_checks_a_workbook;
mod builder_explains_what_a_csp_allows;
mod builder_fits_a_narrow_phone;
mod builder_is_accessible_in_every_state;
mod builder_is_used_by_keyboard;
mod builder_keeps_the_code_in_view;
mod builder_knows_what_the_host_requires;
mod builder_list_check_is_accessible;
mod builder_previews_phone_tablet_and_full_width;
mod builder_rejects_a_file_that_is_not_a_list;
mod builder_rejects_an_unusable_url;
mod builder_shows_the_snippet_for_the_selected_system;
mod builder_snippet_works_after_one_copy;
mod builder_snippets_all_work;
mod builder_warns_about_low_contrast;
mod builder_works_from_disk_and_under_a_strict_csp;
mod clear_button_resets_text_and_filters;
mod code_in_the_documentation_works;
mod colours_can_be_read_by_other_tools;
mod comparison_allows_two_or_more_forms;
mod comparison_and_finder_link_to_each_other;
mod comparison_answers_are_grouped_on_a_phone;
mod comparison_api_returns_results_and_rejects_invalid_input;
mod comparison_can_be_exported;
mod comparison_fits_a_narrow_phone;
mod comparison_follows_the_text_size;
mod comparison_has_a_sticky_header;
mod comparison_is_accessible_in_every_state;
mod comparison_is_printed_on_few_pages;
mod comparison_keeps_the_result_of_requirements_in_view;
mod comparison_names_federations_of_the_finder;
mod comparison_option_changes_apply_immediately;
mod comparison_rules_out_forms_with_reasons;
mod comparison_sends_events_to_the_page;
mod comparison_shows_forms_side_by_side;
mod comparison_shows_only_differences;
mod comparison_without_wasm_shows_everything;
mod copied_link_overrides_the_options;
mod copied_link_restores_the_view;
mod count_is_announced_after_a_pause;
mod csp_nonce_or_hash_is_enough;
mod csp_sandbox_runs_all_elements;
mod csp_with_trusted_types_needs_no_policy_name;
mod csp_with_wasm_runs_everything;
mod csp_without_wasm_shows_all_fallbacks;
mod csp_without_wasm_shows_the_list;
mod csv_contains_all_matches;
mod custom_list_can_be_inline_or_a_property;
mod custom_list_can_have_100_000_rows;
mod custom_list_changes_apply_immediately;
mod custom_list_errors_are_reported;
mod custom_list_extends_the_built_in_list;
mod custom_list_has_a_row_per_member;
mod custom_list_has_a_row_per_practice;
mod custom_list_is_accessible_in_every_state;
mod custom_list_is_loaded_by_a_page_script;
mod custom_list_is_loaded_from_a_url;
mod custom_list_is_on_the_map_by_postcode;
mod custom_list_maintained_by_hand_is_read;
mod custom_list_report_lists_columns_and_problems;
mod custom_list_runs_no_script;
mod details_show_all_facts_with_source_and_date;
mod docs_demos_show_each_element;
mod documented_nginx_settings_work;
mod dom_calls_are_minimal;
mod element_shows_the_finder;
mod element_without_an_end_tag_does_not_hide_the_page;
mod empty_list_suggests_filters_to_remove;
mod ended_federation_links_to_its_successor;
mod enter_goes_to_the_first_result;
mod events_reach_the_page;
mod failure_of_an_incomplete_script_keeps_the_placeholder;
mod failure_of_one_widget_shows_all_fallbacks;
mod failure_to_allocate_memory_is_reported;
mod failure_to_decompress_shows_the_fallback;
mod fallback_links_to_the_custom_list;
mod fallbacks_are_accessible;
mod federations_are_grouped_by_region;
mod feedback_option_adds_a_link_to_report_a_problem;
mod filter_counts_match_their_results;
mod finder_works_under_a_strict_csp;
mod fits_a_narrow_phone;
mod fits_a_narrow_phone_at_twice_the_text_size;
mod focus_is_kept_in_another_width;
mod focus_stays_below_a_sticky_header;
mod forced_colours_stay_readable;
mod frame_height_follows_its_content;
mod frame_reports_what_its_sandbox_forbids;
mod frame_scrolls_without_the_listener;
mod frame_takes_its_options_from_the_url;
mod frame_with_invalid_options_shows_the_default;
mod frame_without_a_url_copies_no_link;
mod frame_without_script_links_to_the_page;
mod frame_works_in_a_sandbox;
mod frame_works_under_a_strict_csp;
mod geometry_check_finds_planted_problems;
mod guide_charts_explain_their_data;
mod guide_fits_a_narrow_phone;
mod guide_is_accessible_in_every_state;
mod guide_is_printed_on_few_pages;
mod guide_readiness_check_counts_the_answers;
mod guide_sections_can_be_shown_separately;
mod guide_shows_every_section;
mod guide_terms_link_to_the_glossary;
mod guide_timeline_is_a_list_of_periods;
mod guide_without_wasm_shows_everything;
mod hostile_links_are_limited_to_safe_urls;
mod hostile_moving_keeps_elements_working;
mod hostile_object_property_names_are_unknown_values;
mod hostile_other_wasm_does_not_interfere;
mod hostile_prototypes_do_not_break_the_widget;
mod hostile_right_to_left_page_keeps_english_left_to_right;
mod hostile_text_in_options_does_not_run;
mod hostile_text_in_urls_does_not_run;
mod hostile_wrapping_does_not_hide_elements;
mod hostile_zoom_keeps_the_focus_visible;
mod inline_list_is_read_despite_markup_of_page_editors;
mod keyboard_reaches_everything_in_order;
mod late_translations_do_not_overwrite_other_texts;
mod layout_aligns_disclosure_arrows_with_their_text;
mod layout_is_the_same_without_a_doctype;
mod layout_of_fallbacks_uses_the_available_width;
mod layout_of_unstarted_elements_uses_the_available_width;
mod layout_uses_the_available_width;
mod lazy_widget_is_printed;
mod lazy_widget_starts_near_the_viewport;
mod lazy_widget_starts_on_request;
mod link_opens_one_federation;
mod link_to_an_element_shows_its_top;
mod load_of_a_thousand_widgets_leaks_nothing;
mod load_of_an_hour_of_typing_uses_constant_memory;
mod load_of_fifty_widgets_fits_in_memory;
mod loading_option_accepts_only_lazy_and_eager;
mod map_is_visible_in_forced_colours;
mod map_numbers_open_federations_in_the_list;
mod map_option_sets_the_position_of_the_map;
mod map_shows_the_results;
mod matching_former_names_and_members_are_shown;
mod morphing_keeps_the_widget;
mod moving_an_element_keeps_its_state;
mod moving_to_another_document_keeps_the_state;
mod no_webassembly_shows_the_list;
mod nodes_changed_by_other_tools_show_the_correct_text;
mod offline_back_restores_the_view;
mod offline_page_with_a_vary_header_is_cached;
mod offline_page_works_without_its_server;
mod offline_saved_page_works;
mod offline_sign_in_page_is_not_cached;
mod offline_update_never_mixes_versions;
mod old_libraries_do_not_affect_the_widget;
mod open_details_stay_with_their_federation;
mod page_css_resets_do_not_affect_the_widget;
mod page_shortcuts_do_not_fire_during_typing;
mod page_variables_do_not_break_the_widget;
mod phone_shows_results_on_its_first_screen;
mod placeholder_added_later_becomes_a_finder;
mod placeholder_becomes_a_finder;
mod postcode_finds_the_nearest_first;
mod postcode_problems_are_explained;
mod print_button_prints_its_own_element;
mod print_button_works_in_a_dialog;
mod print_contains_all_matches;
mod print_of_a_long_list_is_limited;
mod properties_mirror_attributes;
mod recorder_captures_every_problem;
mod regions_are_chosen_on_map_and_list;
mod release_works_on_a_static_page;
mod removed_finder_is_freed_and_restarts_if_added_again;
mod roles_and_names_builder;
mod roles_and_names_comparison;
mod roles_and_names_finder;
mod roles_and_names_guide;
mod saved_markup_shows_one_widget;
mod script_can_be_included_twice;
mod script_from_another_origin_works;
mod script_of_one_element_looks_the_same;
mod script_of_one_element_shows_that_element;
mod script_of_the_comparison_is_enough;
mod script_of_the_finder_is_enough;
mod script_of_the_guide_is_enough;
mod script_options_are_used;
mod scripts_work_together;
mod search_narrows_and_highlights;
mod select_shows_the_chosen_filter;
mod several_elements_on_a_page_have_unique_landmarks;
mod show_more_moves_the_focus_to_the_first_new_result;
mod size_can_be_changed_by_a_listener;
mod small_root_font_size_changes_no_size;
mod sorts;
mod standalone_has_no_visible_layout_shift;
mod standalone_is_readable_without_script;
mod standalone_link_to_a_part_keeps_it_in_view;
mod standalone_opens_from_a_folder;
mod standalone_wasm_trap_shows_the_list;
mod standalone_without_wasm_shows_everything;
mod start_is_split_into_short_tasks;
mod start_keeps_user_changes;
mod start_shows_the_first_view;
mod surrounding_form_is_not_submitted;
mod tag_in_the_head_shows_the_finder;
mod tag_without_a_position_is_reported;
mod tag_works_for_any_way_of_insertion;
mod tags_each_show_their_element;
mod tasks_take_few_steps;
mod tools_that_delay_scripts_show_one_widget;
mod trusted_types_do_not_block_the_widget;
mod turbo_shows_one_widget_on_each_page;
mod typing_keeps_cursor_and_focus;
mod typo_is_corrected_and_shown;
mod unchanged_nodes_are_not_read;
mod unknown_region_gives_the_default_and_is_reported_once;
mod unknown_view_shows_the_finder_and_is_reported_once;
mod url_changes_only_with_url_sync;
mod wasm_trap_shows_the_list;
mod widget_leaves_no_storage_cookies_or_requests;
mod widget_opens_from_a_folder;
mod widgets_are_independent;
mod wordpress_block_is_inserted_in_the_editor;
mod wordpress_block_shows_the_widget;
mod wordpress_invalid_options_are_reported_only_to_editors;
mod wordpress_options_are_escaped;
mod wordpress_plugin_is_installed_by_upload;
mod wordpress_script_is_loaded_once_and_only_where_needed;
mod wordpress_shortcode_shows_the_widget;
mod wordpress_tag_pasted_by_an_administrator_works;
mod wordpress_tag_pasted_by_an_author_stays_readable;
mod wordpress_texts_can_be_translated;
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
        amd_loader_does_not_affect_the_script,
        api_rejects_invalid_input,
        api_returns_plain_objects,
        attribute_changes_apply_immediately,
        attributes_are_read_despite_spaces_of_page_editors,
        back_and_forward_restore_the_view,
        bare_tag_shows_the_finder,
        builder_checks_a_dropped_list,
        builder_checks_a_list,
        builder_checks_a_list_of_members,
        builder_checks_a_list_of_practices,
        builder_checks_a_workbook,
        builder_explains_what_a_csp_allows,
        builder_fits_a_narrow_phone,
        builder_is_accessible_in_every_state,
        builder_is_used_by_keyboard,
        builder_keeps_the_code_in_view,
        builder_knows_what_the_host_requires,
        builder_list_check_is_accessible,
        builder_previews_phone_tablet_and_full_width,
        builder_rejects_a_file_that_is_not_a_list,
        builder_rejects_an_unusable_url,
        builder_shows_the_snippet_for_the_selected_system,
        builder_snippet_works_after_one_copy,
        builder_snippets_all_work,
        builder_warns_about_low_contrast,
        builder_works_from_disk_and_under_a_strict_csp,
        clear_button_resets_text_and_filters,
        code_in_the_documentation_works,
        colours_can_be_read_by_other_tools,
        comparison_allows_two_or_more_forms,
        comparison_and_finder_link_to_each_other,
        comparison_answers_are_grouped_on_a_phone,
        comparison_api_returns_results_and_rejects_invalid_input,
        comparison_can_be_exported,
        comparison_fits_a_narrow_phone,
        comparison_follows_the_text_size,
        comparison_has_a_sticky_header,
        comparison_is_accessible_in_every_state,
        comparison_is_printed_on_few_pages,
        comparison_keeps_the_result_of_requirements_in_view,
        comparison_names_federations_of_the_finder,
        comparison_option_changes_apply_immediately,
        comparison_rules_out_forms_with_reasons,
        comparison_sends_events_to_the_page,
        comparison_shows_forms_side_by_side,
        comparison_shows_only_differences,
        comparison_without_wasm_shows_everything,
        copied_link_overrides_the_options,
        copied_link_restores_the_view,
        count_is_announced_after_a_pause,
        csp_nonce_or_hash_is_enough,
        csp_sandbox_runs_all_elements,
        csp_with_trusted_types_needs_no_policy_name,
        csp_with_wasm_runs_everything,
        csp_without_wasm_shows_all_fallbacks,
        csp_without_wasm_shows_the_list,
        csv_contains_all_matches,
        custom_list_can_be_inline_or_a_property,
        custom_list_can_have_100_000_rows: heavy,
        custom_list_changes_apply_immediately,
        custom_list_errors_are_reported,
        custom_list_extends_the_built_in_list,
        custom_list_has_a_row_per_member,
        custom_list_has_a_row_per_practice,
        custom_list_is_accessible_in_every_state,
        custom_list_is_loaded_by_a_page_script,
        custom_list_is_loaded_from_a_url,
        custom_list_is_on_the_map_by_postcode,
        custom_list_maintained_by_hand_is_read,
        custom_list_report_lists_columns_and_problems,
        custom_list_runs_no_script,
        details_show_all_facts_with_source_and_date,
        docs_demos_show_each_element,
        documented_nginx_settings_work,
        dom_calls_are_minimal,
        element_shows_the_finder,
        element_without_an_end_tag_does_not_hide_the_page,
        empty_list_suggests_filters_to_remove,
        ended_federation_links_to_its_successor,
        enter_goes_to_the_first_result,
        events_reach_the_page,
        failure_of_an_incomplete_script_keeps_the_placeholder,
        failure_of_one_widget_shows_all_fallbacks,
        failure_to_allocate_memory_is_reported,
        failure_to_decompress_shows_the_fallback,
        fallback_links_to_the_custom_list,
        fallbacks_are_accessible,
        federations_are_grouped_by_region,
        feedback_option_adds_a_link_to_report_a_problem,
        filter_counts_match_their_results,
        finder_works_under_a_strict_csp,
        fits_a_narrow_phone,
        fits_a_narrow_phone_at_twice_the_text_size,
        focus_is_kept_in_another_width,
        focus_stays_below_a_sticky_header,
        forced_colours_stay_readable,
        frame_height_follows_its_content,
        frame_reports_what_its_sandbox_forbids,
        frame_scrolls_without_the_listener,
        frame_takes_its_options_from_the_url,
        frame_with_invalid_options_shows_the_default,
        frame_without_a_url_copies_no_link,
        frame_without_script_links_to_the_page,
        frame_works_in_a_sandbox,
        frame_works_under_a_strict_csp,
        geometry_check_finds_planted_problems,
        guide_charts_explain_their_data,
        guide_fits_a_narrow_phone,
        guide_is_accessible_in_every_state,
        guide_is_printed_on_few_pages,
        guide_readiness_check_counts_the_answers,
        guide_sections_can_be_shown_separately,
        guide_shows_every_section,
        guide_terms_link_to_the_glossary,
        guide_timeline_is_a_list_of_periods,
        guide_without_wasm_shows_everything,
        hostile_links_are_limited_to_safe_urls,
        hostile_moving_keeps_elements_working,
        hostile_object_property_names_are_unknown_values,
        hostile_other_wasm_does_not_interfere,
        hostile_prototypes_do_not_break_the_widget,
        hostile_right_to_left_page_keeps_english_left_to_right,
        hostile_text_in_options_does_not_run,
        hostile_text_in_urls_does_not_run,
        hostile_wrapping_does_not_hide_elements,
        hostile_zoom_keeps_the_focus_visible,
        inline_list_is_read_despite_markup_of_page_editors,
        keyboard_reaches_everything_in_order,
        late_translations_do_not_overwrite_other_texts,
        layout_aligns_disclosure_arrows_with_their_text,
        layout_is_the_same_without_a_doctype,
        layout_of_fallbacks_uses_the_available_width,
        layout_of_unstarted_elements_uses_the_available_width,
        layout_uses_the_available_width,
        lazy_widget_is_printed,
        lazy_widget_starts_near_the_viewport,
        lazy_widget_starts_on_request,
        link_opens_one_federation,
        link_to_an_element_shows_its_top,
        load_of_a_thousand_widgets_leaks_nothing: heavy,
        load_of_an_hour_of_typing_uses_constant_memory: heavy,
        load_of_fifty_widgets_fits_in_memory: heavy,
        loading_option_accepts_only_lazy_and_eager,
        map_is_visible_in_forced_colours,
        map_numbers_open_federations_in_the_list,
        map_option_sets_the_position_of_the_map,
        map_shows_the_results,
        matching_former_names_and_members_are_shown,
        morphing_keeps_the_widget,
        moving_an_element_keeps_its_state,
        moving_to_another_document_keeps_the_state,
        no_webassembly_shows_the_list,
        nodes_changed_by_other_tools_show_the_correct_text,
        offline_back_restores_the_view,
        offline_page_with_a_vary_header_is_cached,
        offline_page_works_without_its_server,
        offline_saved_page_works,
        offline_sign_in_page_is_not_cached,
        offline_update_never_mixes_versions,
        old_libraries_do_not_affect_the_widget,
        open_details_stay_with_their_federation,
        page_css_resets_do_not_affect_the_widget,
        page_shortcuts_do_not_fire_during_typing,
        page_variables_do_not_break_the_widget,
        phone_shows_results_on_its_first_screen,
        placeholder_added_later_becomes_a_finder,
        placeholder_becomes_a_finder,
        postcode_finds_the_nearest_first,
        postcode_problems_are_explained,
        print_button_prints_its_own_element,
        print_button_works_in_a_dialog,
        print_contains_all_matches,
        print_of_a_long_list_is_limited,
        properties_mirror_attributes,
        recorder_captures_every_problem,
        regions_are_chosen_on_map_and_list,
        release_works_on_a_static_page,
        removed_finder_is_freed_and_restarts_if_added_again,
        roles_and_names_builder,
        roles_and_names_comparison,
        roles_and_names_finder,
        roles_and_names_guide,
        saved_markup_shows_one_widget,
        script_can_be_included_twice,
        script_from_another_origin_works,
        script_of_one_element_looks_the_same,
        script_of_one_element_shows_that_element,
        script_of_the_comparison_is_enough,
        script_of_the_finder_is_enough,
        script_of_the_guide_is_enough,
        script_options_are_used,
        scripts_work_together,
        search_narrows_and_highlights,
        select_shows_the_chosen_filter,
        several_elements_on_a_page_have_unique_landmarks,
        show_more_moves_the_focus_to_the_first_new_result,
        size_can_be_changed_by_a_listener,
        small_root_font_size_changes_no_size,
        sorts,
        standalone_has_no_visible_layout_shift,
        standalone_is_readable_without_script,
        standalone_link_to_a_part_keeps_it_in_view,
        standalone_opens_from_a_folder,
        standalone_wasm_trap_shows_the_list,
        standalone_without_wasm_shows_everything,
        start_is_split_into_short_tasks,
        start_keeps_user_changes,
        start_shows_the_first_view,
        surrounding_form_is_not_submitted,
        tag_in_the_head_shows_the_finder,
        tag_without_a_position_is_reported,
        tag_works_for_any_way_of_insertion,
        tags_each_show_their_element,
        tasks_take_few_steps,
        tools_that_delay_scripts_show_one_widget,
        trusted_types_do_not_block_the_widget,
        turbo_shows_one_widget_on_each_page,
        typing_keeps_cursor_and_focus,
        typo_is_corrected_and_shown,
        unchanged_nodes_are_not_read,
        unknown_region_gives_the_default_and_is_reported_once,
        unknown_view_shows_the_finder_and_is_reported_once,
        url_changes_only_with_url_sync,
        wasm_trap_shows_the_list,
        widget_leaves_no_storage_cookies_or_requests,
        widget_opens_from_a_folder,
        widgets_are_independent,
        wordpress_block_is_inserted_in_the_editor,
        wordpress_block_shows_the_widget,
        wordpress_invalid_options_are_reported_only_to_editors,
        wordpress_options_are_escaped,
        wordpress_plugin_is_installed_by_upload: heavy,
        wordpress_script_is_loaded_once_and_only_where_needed,
        wordpress_shortcode_shows_the_widget,
        wordpress_tag_pasted_by_an_administrator_works,
        wordpress_tag_pasted_by_an_author_stays_readable,
        wordpress_texts_can_be_translated,
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
