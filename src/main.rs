//! The app: mounts in the browser. Placeholder, only there to prove the build.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

fn main() {
    let Some(app) = document().get_element_by_id("app").and_then(|app| app.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    app.set_text_content(None);
    leptos::mount::mount_to(app, || view! { <h1>"La carte des leviers"</h1> }).forget();
    if let Some(root) = document().document_element() {
        _ = root.set_attribute("data-ready", "carte");
    }
}
