//! The workshop: a page that its scripts fill (`public/atelier`). It holds their sentences.

use super::{Page, Source, document, text_pages};
use crate::text::atelier as words;
use leptos::prelude::*;
use serde_json::json;

/// The folder of the page.
const PATH: &str = "atelier/";

/// The page.
pub fn page(source: &Source<'_>) -> Page {
    let (title, description) = words::PAGE;
    text_pages::page(source, PATH, title, description, || {
        view! {
            <link rel="stylesheet" href="atelier.css" />
            <p class="lead">{words::LEAD}</p>
            <noscript><p>{words::NO_SCRIPT}</p></noscript>
            <div class="atelier" id="atelier"></div>
            {sentences()}
            <script type="module" src="atelier.js"></script>
        }
        .into_any()
    })
}

/// What the scripts say.
fn sentences() -> AnyView {
    let words = document::words(&words::WORDS);
    document::json(
        "application/json",
        Some("phrases"),
        &json!({ "words": words }),
    )
}
