//! A page as a whole HTML document: head, header, way down to it, footer.

use super::{Page, Section, SiteInfo, json_ld, root_of};
use crate::build;
use crate::text::PageTexts;
use leptos::prelude::*;
use serde_json::Value;
use ui::Sprite;

/// The document. Its style sheets and script are beside the map's page, at the root of the site.
pub fn html(page: &Page, site: &SiteInfo) -> String {
    let root = root_of(&page.path);
    let before = build::html(|| before(page, site, &root));
    let on_map = build::html(|| on_map(page, &root));
    let after = build::html(|| after(&root));
    format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n{}</head>\n<body class=\"static\">\n{before}\n<main id=\"contenu\">\n{on_map}\n{}\n</main>\n{after}\n</body>\n</html>\n",
        head(page, site, &root),
        page.main
    )
}

fn head(page: &Page, site: &SiteInfo, root: &str) -> String {
    let title = escape(&format!("{} · {}", page.title, site.name));
    let description = escape(&page.description);
    let url = format!("{}{}", site.url, page.path);
    let shared = shared_as("article", &page.title, &page.description, &url, site);
    let data = [&page.json_ld, &json_ld::breadcrumbs(&way(page, site))].map(script);
    format!(
        r#"<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
{shared}<link rel="icon" type="image/svg+xml" href="{root}icons/icon.svg">
<link rel="stylesheet" href="{root}style.css">
<link rel="stylesheet" href="{root}pages.css">
<script type="module" src="{root}terms.js"></script>
{}
"#,
        data.join("\n")
    )
}

/// Where a page is, and what other sites show of it (Open Graph). `url`: its whole address.
pub fn shared_as(
    kind: &str,
    heading: &str,
    description: &str,
    url: &str,
    site: &SiteInfo,
) -> String {
    let [heading, description, url, name] =
        [heading, description, url, site.name.as_str()].map(escape);
    let picture = escape(&format!("{}share.png", site.url));
    format!(
        r#"<link rel="canonical" href="{url}">
<meta property="og:type" content="{kind}">
<meta property="og:site_name" content="{name}">
<meta property="og:title" content="{heading}">
<meta property="og:description" content="{description}">
<meta property="og:url" content="{url}">
<meta property="og:image" content="{picture}">
<meta property="og:locale" content="fr_FR">
"#
    )
}

/// Data for search engines. A « < » could end the script: it is written as JSON allows.
pub fn script(data: &Value) -> String {
    let json = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{json}</script>")
}

/// The way down to a page: names and whole addresses.
fn way(page: &Page, site: &SiteInfo) -> Vec<(String, String)> {
    let mut way = vec![(site.name.clone(), site.url.clone())];
    if let Some(section) = page.above {
        way.push((
            section.name().to_owned(),
            format!("{}{}", site.url, section.path()),
        ));
    }
    way.push((page.title.clone(), format!("{}{}", site.url, page.path)));
    way
}

fn before(page: &Page, site: &SiteInfo, root: &str) -> AnyView {
    let texts = PageTexts::get();
    let nav = Section::ALL.iter().map(|&section| {
        let here = (section.path() == page.path).then_some("page");
        view! { <li><a href=format!("{root}{}", section.path()) aria-current=here>{section.name()}</a></li> }
    });
    let above = page.above.map(|section| {
        view! { <li><a href=format!("{root}{}", section.path())>{section.name()}</a></li> }
    });
    view! {
        <Sprite />
        <a class="skip" href="#contenu">{texts.skip}</a>
        <header class="site-head">
            <p class="site-name"><a href=root.to_owned()>{site.name.clone()}</a></p>
            <nav aria-label=texts.sections><ul>{nav.collect_view()}</ul></nav>
        </header>
        <nav class="way" aria-label=texts.way>
            <ol>
                <li><a href=root.to_owned()>{texts.map}</a></li>
                {above}
                <li aria-current="page">{page.title.clone()}</li>
            </ol>
        </nav>
    }
    .into_any()
}

/// The link to the same thing on the map.
fn on_map(page: &Page, root: &str) -> AnyView {
    let link = page.on_map.as_ref().map(|query| {
        view! { <p class="on-map"><a class="button" href=format!("{root}?{query}")>{PageTexts::get().on_map}</a></p> }
    });
    link.into_any()
}

fn after(root: &str) -> AnyView {
    let texts = PageTexts::get();
    let links = texts.footer.iter().map(|(path, name)| {
        view! { <li><a href=format!("{root}{path}")>{*name}</a></li> }
    });
    view! {
        <footer class="site-foot">
            <nav aria-label=texts.about_site><ul>{links.collect_view()}</ul></nav>
            <p>{texts.licence}</p>
        </footer>
    }
    .into_any()
}

/// A text inside an attribute or an element.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_script() {
        let data = serde_json::json!({ "name": "</script><b>" });
        assert!(!script(&data).contains("</script><b>"));
    }
}
