//! What a sheet is linked with.

use super::{context, french, sheet_link};
use leptos::prelude::*;
use model::domain::{Category, LinkGroup, SheetLink};
use model::text::target_name;
use ui::CategoryIcon;

/// A longer list is closed at first: the rest of the sheet stays near.
const SHORT_LIST: usize = 15;

/// The lists of links of a sheet.
pub fn links(groups: &[LinkGroup]) -> AnyView {
    groups.iter().map(group).collect_view().into_any()
}

fn group(group: &LinkGroup) -> AnyView {
    let heading = format!(
        "{} ({})",
        (context().texts.links_of)(group.kind),
        group.links.len()
    );
    let items = group.links.iter().map(item).collect_view();
    view! {
        <details class="linked" open=group.links.len() <= SHORT_LIST>
            <summary><h3>{heading}</h3></summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}

fn item(link: &SheetLink) -> AnyView {
    let note = (!link.note.is_empty())
        .then(|| view! { " " <span class="note" lang="fr">{link.note.clone()}</span> });
    view! { <li>{sheet_link(&link.target, link_name(link))}{note}</li> }.into_any()
}

fn link_name(link: &SheetLink) -> AnyView {
    let name = match link.name.as_str() {
        "" => target_name(context().texts.screen, &link.target).into_any(),
        name => french(name),
    };
    let icon = link.target.as_lever().map(|lever| {
        view! { <CategoryIcon category=Category::Lever(lever) /> }
    });
    view! { {icon}{name} }.into_any()
}
