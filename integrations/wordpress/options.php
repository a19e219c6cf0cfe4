<?php
/**
 * The elements and their options, and the validation of an editor's values.
 *
 * The file elements.php is generated from the widget's lists and the builder's words when the plugin is packed.
 *
 * @package GP_Federations
 */

namespace GP_Federations;

defined( 'ABSPATH' ) || exit;

/**
 * Every element by its view: tag, description, options.
 *
 * @return array
 */
function elements() {
	static $elements = null;
	$elements        = $elements ?? require __DIR__ . '/elements.php';
	return $elements;
}

/**
 * The names of a block's attributes: "view", and each option of each element.
 *
 * @return string[]
 */
function names() {
	return array_merge( array( 'view' ), ...array_map( fn( $it ) => array_column( $it['options'], 'name' ), array_values( elements() ) ) );
}

/**
 * The view, its valid options, and messages about the invalid ones.
 *
 * @param array $given Options by name, as an editor wrote them.
 * @return array
 */
function checked( $given ) {
	$view     = strtolower( trim( $given['view'] ?? 'finder' ) );
	$problems = array();
	if ( ! isset( elements()[ $view ] ) ) {
		$problems[] = unknown( 'view', $view, one_of( array_keys( elements() ) ) );
		$view       = 'finder';
	}
	$options = array();
	$known   = array_column( elements()[ $view ]['options'], null, 'name' );
	unset( $given['view'] );
	foreach ( $given as $name => $value ) {
		$instead = isset( $known[ $name ] ) ? accepted_instead( $known[ $name ], $value ) : '';
		if ( ! isset( $known[ $name ] ) ) {
			/* translators: 1: an option's name, 2: the name of a view, 3: a list of options. */
			$problems[] = sprintf( __( 'GP federations: "%1$s" is not an option for the %2$s. Use one of: %3$s.', 'gp-federations' ), $name, $view, implode( ', ', array_keys( $known ) ) );
		} elseif ( $instead ) {
			$problems[] = unknown( $name, $value, $instead );
		} else {
			$options[ $name ] = $value;
		}
	}
	return array( $view, $options, $problems );
}

/**
 * Returns what an option accepts, in words. Empty if it accepts the value.
 *
 * @param array  $option The option, as options.json has it.
 * @param string $value  What an editor wrote.
 * @return string
 */
function accepted_instead( $option, $value ) {
	$value = trim( $value );
	if ( '' === $value ) {
		return '';
	}
	if ( 'several' === $option['kind'] ) {
		$given = array_filter( array_map( 'trim', preg_split( '/[,;]/', $value ) ), 'strlen' );
		return unless_listed( $given, array_merge( $option['values'], array( 'all' ) ) );
	}
	if ( isset( $option['values'] ) ) {
		return unless_listed( array( $value ), $option['values'] );
	}
	if ( 'number' === $option['kind'] && ! ctype_digit( $value ) ) {
		return __( 'a whole number', 'gp-federations' );
	}
	return '';
}

/**
 * Returns the accepted values, if a given one is none of them. Case, spaces and hyphens are ignored, as in the widget.
 *
 * @param string[] $given    What an editor wrote.
 * @param string[] $accepted What the option accepts.
 * @return string In words; empty if all are accepted.
 */
function unless_listed( $given, $accepted ) {
	$folded = fn( $value ) => preg_replace( array( '/&(amp;)?/', '/[\s_-]/' ), array( 'and', '' ), strtolower( $value ) );
	$wrong  = array_diff( array_map( $folded, $given ), array_map( $folded, $accepted ) );
	return $wrong ? one_of( $accepted ) : '';
}

/**
 * In words: these values are accepted.
 *
 * @param string[] $values The accepted values.
 * @return string
 */
function one_of( $values ) {
	/* translators: %s: a list of values. */
	return sprintf( __( 'one of: %s', 'gp-federations' ), implode( ', ', $values ) );
}

/**
 * A message that this value is unknown.
 *
 * @param string $name     An option.
 * @param string $value    What an editor wrote.
 * @param string $accepted What the option accepts, in words.
 * @return string
 */
function unknown( $name, $value, $accepted ) {
	/* translators: 1: an option's name, 2: its value, 3: what is accepted. */
	return sprintf( __( 'GP federations: %1$s="%2$s" is not recognised. Use %3$s.', 'gp-federations' ), $name, $value, $accepted );
}
