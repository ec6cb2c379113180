//! The head of the map and of every page: the name of the site, and the ways to its parts.

use leptos::prelude::*;
use model::text::nav::{Entry, NavTexts};

/// Where a page is in the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// It is this entry.
    At(Entry),
    /// It is one of those that this entry leads to.
    Under(Entry),
    /// The navigation does not lead to it.
    Elsewhere,
}

impl Here {
    /// What `aria-current` says of an entry.
    fn current(self, entry: Entry) -> Option<&'static str> {
        match self {
            Self::At(here) if here == entry => Some("page"),
            Self::Under(here) if here == entry => Some("true"),
            _ => None,
        }
    }
}

/// The header. The page puts its own skip links before it.
#[component]
pub fn SiteHeader(
    /// The name of the site.
    name: String,
    /// The address of the picture before it, if it has one.
    logo: Option<String>,
    /// Ways to other sites: name and address.
    links: Vec<(String, String)>,
    /// The way to the root of the site: `./` from the map, `../../` from a sheet's page.
    root: String,
    /// The entry to mark.
    here: Here,
    /// Its sentences.
    texts: &'static NavTexts,
) -> impl IntoView {
    let entries = Entry::ALL.iter().map(|&entry| {
        let href = format!("{root}{}", entry.path());
        view! { <li><a href=href aria-current=here.current(entry)>{(texts.entry)(entry)}</a></li> }
    });
    let entries = entries.collect_view();
    let logo = logo.map(|src| view! { <img class="site-logo" src=src alt="" height="32" /> });
    let links = links.into_iter();
    let links = links.map(|(name, url)| view! { <li><a href=url rel="external">{name}</a></li> });
    let links = links.collect_view();
    view! {
        <header class="site-head">
            <p class="site-name"><a href=root>{logo} {name}</a></p>
            <nav aria-label=texts.label><ul>{entries} {links}</ul></nav>
        </header>
    }
}
