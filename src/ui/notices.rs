//! Messages to the visitor: what happened and what to do.

use super::reactive::{self, click};
use crate::state::Notice;
use crate::state::store;
use leptos::prelude::*;

/// The messages, each with its button to close it.
#[component]
pub fn Notices() -> impl IntoView {
    let store = store();
    let texts = store.texts;
    let close = move |text: &str| {
        store
            .notices
            .update(|notices| notices.retain(|notice| notice.text != text))
    };
    let notice = move |notice: Notice| {
        let Notice {
            text,
            serious,
            lack,
        } = notice;
        let (said, again) = (text.clone(), text.clone());
        // What fails again is told again.
        let retry = move || {
            close(&again);
            store.retry.notify();
        };
        view! {
            <p class=if serious { "notice serious" } else { "notice" }>
                <span prop:textContent=reactive::text(move || said.clone())></span>
                {lack.map(|_| view! { <button type="button" class="button" on:click=click(retry)>{texts.retry}</button> }.into_any())}
                <button type="button" class="icon-button" aria-label=texts.dismiss on:click=click(move || close(&text))>
                    <span aria-hidden="true">"×"</span>
                </button>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="notices" role="alert">
            {reactive::parts(move || store.notices.get().into_iter().map(notice).collect())}
        </div>
    }
}
