<?php
// Additions to WordPress for the tests: their recorder is the first script of every page.

$record = function () {
	printf( "<script>%s</script>\n", file_get_contents( WPMU_PLUGIN_DIR . '/recorder.js' ) );
};
add_action( 'wp_head', $record, -100 );
add_action( 'admin_enqueue_scripts', $record, -100 );

// Requests to other servers are blocked.
foreach ( array( 'core', 'plugins', 'themes' ) as $part ) {
	remove_action( 'admin_init', "_maybe_update_$part" );
}
foreach ( array( 'wp_version_check', 'wp_update_plugins', 'wp_update_themes' ) as $question ) {
	foreach ( array( 'upgrader_process_complete', 'load-plugins.php', 'load-themes.php', 'load-update.php' ) as $moment ) {
		remove_action( $moment, $question );
	}
}
remove_action( 'upgrader_process_complete', array( 'Language_Pack_Upgrader', 'async_upgrade' ), 20 );
add_filter( 'should_load_remote_block_patterns', '__return_false' );

// A language in which every text of the plugin is in brackets, for addresses with ?translated=1.
if ( isset( $_GET['translated'] ) ) {
	add_filter( 'gettext_gp-federations', fn( $text ) => "[$text]" );
}
