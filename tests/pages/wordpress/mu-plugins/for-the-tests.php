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
add_filter( 'should_load_remote_block_patterns', '__return_false' );
