<?php
// The configuration of a WordPress for one run of the tests. The environment contains its paths.

$table_prefix = 'wp_';

define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'wordpress' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'GPF_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );

foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( "{$name}_KEY", "nobody has to guess this $name" );
	define( "{$name}_SALT", "and nobody could use it $name" );
}

// PHP errors end the page, so that no test overlooks them. Deprecations are excluded: a new PHP can deprecate functions
// that WordPress uses. WordPress would report those, too, so that is turned off.
define( 'WP_DEBUG', true );
$wp_filter['enable_wp_debug_mode_checks'][10][] = array( 'accepted_args' => 0, 'function' => fn() => false );
error_reporting( E_ALL & ~E_DEPRECATED & ~E_USER_DEPRECATED );
set_error_handler(
	function ( $level, $message, $file, $line ) {
		if ( ! ( error_reporting() & $level ) ) {
			return false;
		}
		http_response_code( 500 );
		echo "PHP says in $file, line $line: $message\n";
		exit( 1 );
	}
);

// No requests for updates, and no background tasks.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );

// A network: editors cannot paste scripts, super admins can.
if ( getenv( 'GPF_IS_NETWORK' ) ) {
	define( 'MULTISITE', true );
	define( 'SUBDOMAIN_INSTALL', false );
	define( 'DOMAIN_CURRENT_SITE', getenv( 'GPF_HOST' ) );
	define( 'PATH_CURRENT_SITE', '/' );
	define( 'SITE_ID_CURRENT_SITE', 1 );
	define( 'BLOG_ID_CURRENT_SITE', 1 );
}

defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require ABSPATH . 'wp-settings.php';
