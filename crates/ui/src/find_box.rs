//! The box that finds. It stands in the page before any script and stays the same element: what was typed while the app starts is kept.
//! `public/find` makes it answer. The page shows the words of its language.

use crate::ids;
use leptos::prelude::*;

/// The box. `words`: each language with the sentence that says what can be typed.
#[component]
pub fn FindBox(
    /// Each language with the sentence that says what can be typed.
    words: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let words = words
        .into_iter()
        .map(|(lang, words)| view! { <span lang=lang>{words}</span> });
    let words: Vec<_> = words.collect();
    view! {
        <form class="find" role="search">
            <label for=ids::FIND>{words}</label>
            <input
                id=ids::FIND
                type="text"
                role="combobox"
                aria-expanded="false"
                aria-autocomplete="list"
                aria-controls=ids::ANSWERS
                autocomplete="off"
                placeholder=" "
            />
            <div id=ids::ANSWERS role="listbox" hidden></div>
        </form>
    }
}
