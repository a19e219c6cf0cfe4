<?php
// Start of every command line script of the tests: loads WordPress as for its front page.

$_SERVER['HTTP_HOST']       = getenv( 'GPF_HOST' );
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';

set_exception_handler(
	function ( $error ) {
		fwrite( STDERR, "$error\n" );
		exit( 1 );
	}
);

/** Returns WordPress' result. A WordPress error ends the script. */
function sound( $result ) {
	if ( false === $result || is_wp_error( $result ) ) {
		throw new RuntimeException( is_wp_error( $result ) ? $result->get_error_message() : 'WordPress says no' );
	}
	return $result;
}
