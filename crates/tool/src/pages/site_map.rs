//! « Plan du site »: every list and every page that is not a sheet. Short lists show what they lead to.

use super::{Page, Section, Source, index_pages, text_pages};
use crate::text::PageTexts;
use crate::text::site_map as words;
use leptos::prelude::*;

/// The lists of which each page is named here.
const SHORT: [Section; 4] = [
    Section::Levers,
    Section::Themes,
    Section::Regions,
    Section::Recommendations,
];

/// The page.
pub fn page(source: &Source<'_>) -> Page {
    let (title, description) = words::PAGE;
    text_pages::page(source, words::PATH, title, description, || {
        let (list, as_list) = words::AS_LIST;
        let lists = Section::ALL.iter().map(|&section| branch(source, section));
        let groups = words::GROUPS.map(|(heading, pages)| {
            let pages = pages.iter().map(|(path, name)| leaf(path, name));
            view! { <section><h3>{heading}</h3><ul class="tree">{pages.collect_view()}</ul></section> }
        });
        view! {
            <section>
                <h3>{words::LISTS}</h3>
                <ul class="tree">
                    {leaf("", PageTexts::get().map)}
                    {leaf(list, as_list)}
                    {lists.collect_view()}
                </ul>
            </section>
            {groups.collect_view()}
        }
        .into_any()
    })
}

/// A list: its pages by name, or how many they are.
fn branch(source: &Source<'_>, section: Section) -> AnyView {
    let items = index_pages::items(source, section);
    let home = &source.site().url;
    let below = match SHORT.contains(&section) {
        true => {
            let items = items.iter();
            let items = items.map(|(name, url)| leaf(url.strip_prefix(home).unwrap_or(url), name));
            view! { <ul>{items.collect_view()}</ul> }.into_any()
        }
        false => {
            let (count, pages) = words::counted(items.len());
            view! { " " <span class="note">{count} " " {pages}</span> }.into_any()
        }
    };
    let href = format!("../{}", section.path());
    view! { <li><a href=href>{section.name()}</a> {below}</li> }.into_any()
}

fn leaf(path: &str, name: &str) -> AnyView {
    view! { <li><a href=format!("../{path}")>{name.to_owned()}</a></li> }.into_any()
}
