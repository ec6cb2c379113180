//! A theme: its initiatives, their levers, its recommendations.

use super::{context, head, links::links, show_only};
use leptos::prelude::*;
use model::domain::{Facet, Filters, Linked, Theme};

/// The sheet.
pub fn view(theme: Theme, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let only_this = Filters::only(Facet::Theme, theme as u8);
    view! {
        {head(texts.kind_theme.to_owned(), texts.screen.theme(theme).into_any(), ().into_any())}
        {show_only(only_this, &linked.sheet.target(), texts.filter_on_theme)}
        {links(&linked.groups)}
    }
    .into_any()
}
