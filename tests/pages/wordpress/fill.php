<?php
// Installs the plugin from its zip and writes the posts: posts/editor/block.html is the content of an editor's post.

require __DIR__ . '/start.php';
require getenv( 'GPF_SITE' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';

// Features that would send requests to other servers, or welcome new users.
update_option( 'show_avatars', false );
$wp_rewrite->set_permalink_structure( '/%postname%/' );
$wp_rewrite->flush_rules( false );

/** Options that the plugin might have left in the database. */
function options() {
	global $wpdb;
	return $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name NOT LIKE '%transient%'" );
}

sound( WP_Filesystem() );
sound( unzip_file( getenv( 'GPF_ZIP' ), WP_PLUGIN_DIR ) );
$before = options();
ob_start();
$result = activate_plugin( 'gp-federations/gp-federations.php', '', true );
if ( is_wp_error( $result ) || '' !== ob_get_clean() ) {
	throw new RuntimeException( 'the plugin says something when it is activated' );
}
if ( options() !== $before ) {
	throw new RuntimeException( 'the plugin stores ' . implode( ', ', array_diff( options(), $before ) ) );
}

// Files for pasted tags, from a person with the right to upload files.
wp_mkdir_p( WP_CONTENT_DIR . '/uploads' );
sound( copy( WP_PLUGIN_DIR . '/gp-federations/gp-federations.js', WP_CONTENT_DIR . '/uploads/gp-federations.js' ) );

$users = array( 'administrator' => 1 );
foreach ( array( 'editor', 'author' ) as $role ) {
	$user           = array( 'user_login' => $role, 'user_pass' => 'password', 'role' => $role );
	$users[ $role ] = sound( wp_insert_user( $user + array( 'user_email' => "$role@example.org" ) ) );
	sound( add_user_to_blog( 1, $users[ $role ], $role ) );
	// Newer versions keep it under another name.
	$guide       = array( 'welcomeGuide' => false );
	$preferences = array( 'core/edit-post' => $guide, 'core' => $guide, '_modified' => gmdate( 'c' ) );
	update_user_meta( $users[ $role ], $wpdb->get_blog_prefix() . 'persisted_preferences', $preferences );
}

foreach ( $users as $role => $id ) {
	// WordPress now removes from posts what this user has no right to write.
	wp_set_current_user( $id );
	foreach ( glob( __DIR__ . "/posts/$role/*.html" ) as $file ) {
		$name = basename( $file, '.html' );
		$post = array( 'post_title' => $name, 'post_name' => $name, 'post_content' => file_get_contents( $file ) );
		sound( wp_insert_post( wp_slash( $post + array( 'post_status' => 'publish' ) ), true ) );
	}
}
