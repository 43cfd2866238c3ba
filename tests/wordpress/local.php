<?php
/* A must-use plugin: lets WordPress fetch quizzes from this machine, and nothing else.
 *
 * For an address that somebody pastes, WordPress asks no private address and no port but
 * 80, 443 and 8080 (wp_http_validate_url), so that nobody can make it look around behind
 * its firewall. The quizzes of a test are on this machine, at whatever port was free;
 * those of a publisher are on the web, where neither rule stands in the way.
 */

define( 'KWISPEL_QUIZZES', wp_parse_url( getenv( 'KWISPEL_WORDPRESS_QUIZZES' ) ) );

function kwispel_is_quizzes( $url ) {
	$asked = wp_parse_url( $url );
	return KWISPEL_QUIZZES['host'] === ( $asked['host'] ?? '' )
		&& KWISPEL_QUIZZES['port'] === ( $asked['port'] ?? 80 );
}

add_filter(
	'http_request_host_is_external',
	function ( $is_external, $host, $url ) {
		return $is_external || kwispel_is_quizzes( $url );
	},
	10,
	3
);

add_filter(
	'http_allowed_safe_ports',
	function ( $ports, $host, $url ) {
		return kwispel_is_quizzes( $url ) ? array_merge( $ports, array( KWISPEL_QUIZZES['port'] ) ) : $ports;
	},
	10,
	3
);

/* What is not there would be waited for: the network of a test machine may be none. */
add_filter(
	'pre_http_request',
	function ( $answer, $args, $url ) {
		return kwispel_is_quizzes( $url ) ? $answer : new WP_Error( 'test', 'not in a test' );
	},
	10,
	3
);
