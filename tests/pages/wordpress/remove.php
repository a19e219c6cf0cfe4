<?php
// Takes the plugin away, as an administrator does who deletes it.

require __DIR__ . '/start.php';
require getenv( 'GPF_SITE' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';

$plugin = 'gp-federations/gp-federations.php';
deactivate_plugins( $plugin, false, true );
sound( true === delete_plugins( array( $plugin ) ) );
