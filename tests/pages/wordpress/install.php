<?php
// Creates a network of one site with the functions of WordPress' own installer.

define( 'WP_INSTALLING', true );
require __DIR__ . '/start.php';

mysqli_report( MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT );
$database = new mysqli( 'localhost', 'wordpress', '', '', 0, getenv( 'GPF_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );

// WordPress would email the administrator.
function wp_mail() {
	return true;
}

require getenv( 'GPF_SITE' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
require ABSPATH . 'wp-admin/includes/network.php';

wp_install( 'GP practices', 'administrator', 'administrator@example.org', false, '', 'password' );

foreach ( $wpdb->tables( 'ms_global' ) as $table => $name ) {
	$wpdb->$table = $name;
}
install_network();
sound( populate_network( 1, getenv( 'GPF_HOST' ), 'administrator@example.org', 'A network', '/', false ) );
