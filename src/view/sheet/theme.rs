//! A theme: its initiatives, their levers, its recommendations.

use super::super::reactive::click;
use super::super::store::store;
use super::{head, links::links};
use crate::domain::{Filters, Linked, Theme};
use leptos::prelude::*;

/// The sheet.
pub fn view(theme: Theme, linked: &Linked) -> AnyView {
    let store = store();
    let texts = store.texts;
    let only_this = move || {
        store.filters.set(Filters {
            themes: vec![theme],
            ..Filters::default()
        });
    };
    view! {
        {head(texts.kind_theme.to_owned(), (texts.theme)(theme).into_any(), ().into_any())}
        {store.pages.is_none().then(|| view! {
            <button type="button" class="button" on:click=click(only_this)>{texts.filter_on_theme}</button>
        })}
        {links(&linked.groups)}
    }
    .into_any()
}
