<?php
/**
 * Plugin Name:       GP federations
 * Description:       Add a GP federation finder, a comparison of legal forms or a guide to any page, using a block or a shortcode.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The GP federations widget's authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       gp-federations
 * Domain Path:       /languages
 *
 * Nothing is stored, so nothing has to be cleaned up when the plugin is deleted.
 *
 * @package GP_Federations
 */

namespace GP_Federations;

defined( 'ABSPATH' ) || exit;

require __DIR__ . '/options.php';

add_action( 'init', __NAMESPACE__ . '\register' );
add_action( 'enqueue_block_assets', __NAMESPACE__ . '\show_widgets_in_the_editor' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\show_nothing_of_its_own', 10, 2 );

/** Registers the scripts, the block and the shortcode. */
function register() {
	$version = get_file_data( __FILE__, array( 'version' => 'Version' ) )['version'];
	// WordPress before 6.3 reads the last argument as "at the end of the page", which also works.
	$late = array(
		'strategy'  => 'defer',
		'in_footer' => true,
	);
	foreach ( scripts() as $name ) {
		wp_register_script( $name, plugins_url( "$name.js", __FILE__ ), array(), $version, $late );
	}

	$needs = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n', 'wp-server-side-render' );
	wp_register_script( 'gp-federations-editor', plugins_url( 'editor.js', __FILE__ ), $needs, $version, true );
	$elements = 'window.gpFederationsElements = ' . wp_json_encode( elements() ) . ';';
	wp_add_inline_script( 'gp-federations-editor', $elements, 'before' );
	wp_set_script_translations( 'gp-federations-editor', 'gp-federations', __DIR__ . '/languages' );

	$block = array(
		'attributes'      => array_fill_keys( names(), array( 'type' => 'string' ) ),
		'render_callback' => __NAMESPACE__ . '\block',
	);
	register_block_type( __DIR__, $block );
	add_shortcode( 'gp_federations', __NAMESPACE__ . '\shortcode' );
}

/**
 * The block, in the width that the editor selected.
 *
 * @param array $attributes Its options by name, and what WordPress adds.
 * @return string HTML.
 */
function block( $attributes ) {
	$options = array_intersect_key( $attributes, array_flip( names() ) );
	return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), widget( $options ) );
}

/**
 * The shortcode, such as [gp_federations view="finder" region="North West"].
 *
 * @param array|string $attributes Its options by name.
 * @return string HTML.
 */
function shortcode( $attributes ) {
	$options = array();
	// Without attributes, WordPress passes an empty string.
	foreach ( is_array( $attributes ) ? $attributes : array() as $name => $value ) {
		// An attribute without a value, such as url-sync, is a switch.
		list( $name, $value ) = is_int( $name ) ? array( $value, 'true' ) : array( $name, $value );
		// WordPress' own attributes have underscores.
		$options[ str_replace( '_', '-', strtolower( $name ) ) ] = $value;
	}
	return sprintf( '<div class="gp-federations">%s</div>', widget( $options ) );
}

/**
 * The element with its options, around a link for pages without scripts.
 *
 * @param array $options Options by name, as an editor wrote them.
 * @return string HTML.
 */
function widget( $options ) {
	list( $view, $options, $problems ) = checked( $options );
	needs( $view );
	$attributes = '';
	foreach ( $options as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', esc_attr( $name ), esc_attr( $value ) );
	}
	return notice( $problems ) . sprintf(
		'<%1$s%2$s><a href="%3$s">%4$s</a></%1$s>',
		tag_escape( elements()[ $view ]['tag'] ),
		$attributes,
		esc_url( plugins_url( 'gp-federations.html', __FILE__ ) . '#' . $view ),
		esc_html__( 'View all GP federations information on one page', 'gp-federations' )
	);
}

/**
 * The names of the scripts: the one with every element, and those with one element each.
 *
 * @return string[]
 */
function scripts() {
	$names = array( 'gp-federations' );
	foreach ( array_keys( elements() ) as $view ) {
		$names[] = "gp-federations-$view";
	}
	return $names;
}

/**
 * Makes sure that the page loads one script: that of the element it shows, or the one with all of them.
 *
 * @param string $view The element that the page shows.
 */
function needs( $view ) {
	static $views   = array();
	$views[ $view ] = true;
	// They are all printed at the end of the page, so it is not too late.
	array_map( 'wp_dequeue_script', scripts() );
	wp_enqueue_script( 1 === count( $views ) ? "gp-federations-$view" : 'gp-federations' );
}

/**
 * A message about the problems of the options, for users who can fix them. Visitors see the defaults.
 *
 * @param string[] $problems Sentences.
 * @return string HTML.
 */
function notice( $problems ) {
	if ( ! $problems || ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	$problems[] = __( 'Other people do not see this message. They see the widget with the default setting.', 'gp-federations' );
	return sprintf( '<p class="gp-federations-notice">%s</p>', implode( '<br>', array_map( 'esc_html', $problems ) ) );
}

/** The block editor shows the widget, too, even if its page is a separate frame. */
function show_widgets_in_the_editor() {
	if ( is_admin() ) {
		wp_enqueue_script( 'gp-federations' );
	}
}

/**
 * A script tag without options shows a finder in its own place. Here it must only load the elements.
 *
 * @param string $tag    The script tag.
 * @param string $handle The name of its script.
 * @return string The script tag.
 */
function show_nothing_of_its_own( $tag, $handle ) {
	return in_array( $handle, scripts(), true ) ? str_replace( ' src=', ' data-view="none" src=', $tag ) : $tag;
}
