<?php
// Installs WordPress, and publishes posts as its editors save them: php posts.php < posts.json. Each: {"author": "administrator" or
// "author", "title", "content"}. Prints their addresses, in order. An author may not publish what `wp_kses` takes away, as on any site.
define('WP_INSTALLING', true);
function wp_new_blog_notification() {} // no mail
require 'wp-load.php';
require 'wp-admin/includes/upgrade.php';
wp_install('Ville d’essai', 'administrator', 'administrator@example.org', false, '', wp_generate_password());
wp_create_user('author', wp_generate_password(), 'author@example.org');
$author = get_user_by('login', 'author');
$author->set_role('author');
$addresses = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $post) {
    wp_set_current_user(get_user_by('login', $post['author'])->ID);
    kses_init();
    $id = wp_insert_post(wp_slash(['post_title' => $post['title'], 'post_content' => $post['content'], 'post_status' => 'publish', 'post_author' => get_current_user_id()]), true);
    if (is_wp_error($id)) { fwrite(STDERR, $id->get_error_message()); exit(1); }
    $addresses[] = get_permalink($id);
}
echo "\n", json_encode($addresses);
