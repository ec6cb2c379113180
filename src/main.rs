//! The app: mounts in the browser. Placeholder, only there to prove the build.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <p>"Bonjour, la carte."</p> });
}
