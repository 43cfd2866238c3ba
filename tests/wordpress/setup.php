<?php
/* Installs WordPress into a new database, and publishes posts.
 *
 * Reads {"user", "password", "posts": {name: content}} as JSON, and prints the addresses
 * of the posts as {name: address}.
 */

$asked  = json_decode( stream_get_contents( STDIN ), true );
$socket = getenv( 'KWISPEL_WORDPRESS_SOCKET' );
$mysql  = new mysqli( 'localhost', 'root', '', '', 0, $socket );
$mysql->query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
$mysql->close();

define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = parse_url( getenv( 'KWISPEL_WORDPRESS_URL' ), PHP_URL_HOST );
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

/* It would send the new user a letter. */
function wp_new_blog_notification() {}

wp_install( 'News', $asked['user'], 'editor@example.org', true, '', $asked['password'] );
wp_set_current_user( 1 );
$addresses = array();
foreach ( $asked['posts'] as $name => $content ) {
	$id = wp_insert_post(
		array(
			'post_name'    => $name,
			'post_title'   => $name,
			'post_content' => wp_slash( $content ),
			'post_status'  => 'publish',
		),
		true
	);
	if ( is_wp_error( $id ) ) {
		fwrite( STDERR, $id->get_error_message() );
		exit( 1 );
	}
	$addresses[ $name ] = home_url( "/?p=$id" );
}
echo json_encode( $addresses );
