//! The page that a webmaster embeds for a moment in place of the map: its script (`public/embed/verification.js`) says of each point whether
//! it is good, or what to do.

use super::super::{Page, Source, document, text_pages};
use crate::text::embed as words;
use leptos::prelude::*;
use serde_json::{Map, Value, json};

/// The folder of the page.
const PATH: &str = "embed/verification/";

/// The page. Its words are in both languages: the address says which.
pub fn page(source: &Source<'_>) -> Page {
    let (title, description) = words::VERIFICATION;
    text_pages::page(source, PATH, title, description, || {
        let said = |key: &str| {
            let words = words::VERIFICATION_WORDS.iter();
            let mut found = words.filter(move |(name, ..)| *name == key);
            found
                .next()
                .map(|&(_, fr, en)| view! { {fr} " " <span lang="en">{en}</span> })
        };
        view! {
            <noscript><p>{said("noScript")}</p></noscript>
            <p class="lead" id="chapeau"></p>
            <p role="status" id="etat"></p>
            <ul class="checks" id="points"></ul>
            <p><button type="button" class="button" id="clavier" hidden=""></button></p>
            <p><a id="carte" href="../../"></a></p>
            {document::json("application/json", Some("donnees"), &data())}
            <script type="module" src="../../verification.js"></script>
        }
        .into_any()
    })
}

/// The words and the points, by language.
fn data() -> Value {
    let language = |english: bool| {
        let words: Map<_, _> = words::VERIFICATION_WORDS
            .iter()
            .map(|&(key, fr, en)| (key.to_owned(), Value::from(if english { en } else { fr })))
            .collect();
        let points: Vec<Value> = words::POINTS
            .iter()
            .map(|&(id, fr, en)| {
                let [name, good, remedy] = if english { en } else { fr };
                json!({ "id": id, "name": name, "good": good, "remedy": remedy })
            })
            .collect();
        json!({ "words": words, "points": points })
    };
    json!({ "fr": language(false), "en": language(true) })
}
