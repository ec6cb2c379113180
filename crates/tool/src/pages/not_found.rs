//! The page in place of one that is not there. A server shows it at any address, however deep: its links begin at the root of the server,
//! with the path of `url` in `site.toml`.

use super::{SiteInfo, document};
use crate::build;
use crate::text::pages as words;
use leptos::prelude::*;

/// Its name, which servers know.
pub const PATH: &str = "404.html";

/// The document.
pub fn html(site: &SiteInfo) -> String {
    let root = path_of(&site.url).to_owned();
    let texts = words::not_found();
    let ways = texts.ways.iter().map(|(path, name)| {
        view! { <li><a href=format!("{root}{path}")>{*name}</a></li> }
    });
    let ways = ways.collect_view();
    let main = build::html(|| {
        view! {
            <header class="sheet-head"><h1>{texts.title}</h1><p class="lead">{texts.lead}</p></header>
            <ul class="names">{ways}</ul>
            <p lang="en">{texts.english} " " <a href=format!("{root}?lang=en")>{texts.english_link}</a></p>
        }
        .into_any()
    });
    document::plain(site, &root, texts.title, main)
}

/// The path of an address: « /carte/ » of « https://exemple.fr/carte/ ».
fn path_of(url: &str) -> &str {
    let host = url.split_once("://").map_or(url, |(_, rest)| rest);
    host.find('/')
        .and_then(|start| host.get(start..))
        .unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_begin_at_the_root_of_the_server() {
        assert_eq!(path_of("https://a.fr/"), "/");
        assert_eq!(path_of("https://a.fr/carte/b/"), "/carte/b/");
        assert_eq!(path_of("https://a.fr"), "/");
        assert_eq!(path_of(""), "/");
        let site = SiteInfo {
            url: "https://a.fr/carte/".to_owned(),
            ..SiteInfo::default()
        };
        let page = html(&site);
        assert!(
            !page.contains("href=\"../") && !page.contains("href=\"./"),
            "{page}"
        );
        assert!(
            page.contains("href=\"/carte/initiatives/\"")
                && page.contains("href=\"/carte/style.css\""),
            "{page}"
        );
        assert!(page.contains("noindex"), "{page}");
    }
}
