//! Messages to the visitor: what happened and what to do.

use super::store::store;
use leptos::prelude::*;

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether something is broken, and not only worth knowing.
    pub serious: bool,
}

impl Notice {
    /// Something is broken.
    pub fn error(text: String) -> Self {
        Self { text, serious: true }
    }

    /// Something worth knowing.
    pub fn hint(text: String) -> Self {
        Self { text, serious: false }
    }
}

/// The messages, each with its button to close it.
#[component]
pub fn Notices() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let close = move |text: String| store.notices.update(|notices| notices.retain(|notice| notice.text != text));
    view! {
        <div class="notices" role="alert">
            <For each=move || store.notices.get() key=|notice| notice.text.clone() let(notice)>
                <p class="notice" class:serious=notice.serious>
                    <span>{notice.text.clone()}</span>
                    <button type="button" class="icon-button" aria-label=texts.dismiss on:click=move |_| close(notice.text.clone())>
                        <span aria-hidden="true">"×"</span>
                    </button>
                </p>
            </For>
        </div>
    }
}
