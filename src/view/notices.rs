//! Messages to the visitor: what happened and what to do.

use super::reactive::click;
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
        Self {
            text,
            serious: true,
        }
    }

    /// Something worth knowing.
    pub fn hint(text: String) -> Self {
        Self {
            text,
            serious: false,
        }
    }
}

/// The messages, each with its button to close it.
#[component]
pub fn Notices() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let close = move |text: String| {
        store
            .notices
            .update(|notices| notices.retain(|notice| notice.text != text))
    };
    let notice = move |notice: Notice| {
        let text = notice.text.clone();
        view! {
            <p class="notice" class:serious=notice.serious>
                <span>{notice.text}</span>
                <button type="button" class="icon-button" aria-label=texts.dismiss on:click=click(move || close(text.clone()))>
                    <span aria-hidden="true">"×"</span>
                </button>
            </p>
        }
    };
    view! {
        <div class="notices" role="alert">
            {move || store.notices.get().into_iter().map(notice).collect_view()}
        </div>
    }
}
