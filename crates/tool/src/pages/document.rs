//! A page as a whole HTML document: head, header, way down to it, footer.

use super::{Page, SiteInfo, edition, json_ld, qr, root_of, shared};
use crate::build;
use crate::text::PageTexts;
use crate::text::pages::ACCESSIBILITY;
use crate::text::printed::read_in;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use model::Lang;
use model::text::nav::Entry;
use serde_json::Value;
use ui::{Here, Sprite, ids};

/// The id of what says, on paper, where a page was read.
const PRINTED: &str = "imprime";

/// The document. Its style sheets and script are beside the map's page, at the root of the site.
pub fn html(page: &Page, site: &SiteInfo) -> String {
    let root = root_of(&page.path);
    let document = build::html(|| {
        view! {
            <html lang="fr">
                <head>{head(page, site, &root)}</head>
                <body class="static">
                    {before(page, site, &root)}
                    <main id="contenu" class:has-locator=page.locator.is_some()>
                        {on_map(page, &root)}
                        <div class="reading">{InertElement::new(page.main.clone())}</div>
                        {page.locator.clone().map(InertElement::new)}
                        {printed(page, site)}
                    </main>
                    {after(site, &root)}
                </body>
            </html>
        }
        .into_any()
    });
    format!("<!DOCTYPE html>\n{document}\n")
}

/// Where a page was read and of what day it is, once it is on paper: a note with its code to be photographed.
fn printed(page: &Page, site: &SiteInfo) -> AnyView {
    let url = format!("{}{}", site.url, page.path);
    let code = page.on_paper.then(|| qr::code(&url)).flatten();
    let words = read_in(&site.name, &site.date);
    view! {
        <div class="printed" id=PRINTED>
            {code}
            <p>{words} " " <span class="printed-url">{url}</span></p>
        </div>
    }
    .into_any()
}

/// A document that is no page of the site: search engines do not keep it. `main`: what it shows, as HTML.
pub fn plain(site: &SiteInfo, root: &str, title: &str, main: String) -> String {
    let document = build::html(|| {
        view! {
            <html lang="fr">
                <head>
                    {shape(&format!("{title} · {}", site.name), root)}
                    <meta name="robots" content="noindex" />
                </head>
                <body class="static">
                    <Sprite />
                    <a class="skip" href="#contenu">{PageTexts::get().skip}</a>
                    {edition::header(site, root, Here::Elsewhere, Lang::Fr)}
                    {find(root)}
                    <main id="contenu"><div class="reading">{InertElement::new(main)}</div></main>
                    {after(site, root)}
                </body>
            </html>
        }
        .into_any()
    });
    format!("<!DOCTYPE html>\n{document}\n")
}

/// What the head of any document holds: how it is read, its title, what it is drawn with.
fn shape(title: &str, root: &str) -> AnyView {
    view! {
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title.to_owned()}</title>
        <link rel="icon" type="image/svg+xml" href=format!("{root}icons/icon.svg") />
        <link rel="stylesheet" href=format!("{root}style.css") />
        <link rel="stylesheet" href=format!("{root}pages.css") />
        <script type="module" src=format!("{root}terms.js")></script>
        <script type="module" src=format!("{root}notes.js")></script>
    }
    .into_any()
}

fn head(page: &Page, site: &SiteInfo, root: &str) -> AnyView {
    let url = format!("{}{}", site.url, page.path);
    let oembed = page.on_map.as_ref().map(|_| {
        let href = format!("{url}{}", shared::OEMBED);
        view! { <link rel="alternate" type="application/json+oembed" href=href title=page.title.clone() /> }
    });
    view! {
        {shape(&format!("{} · {}", page.title, site.name), root)}
        <meta name="description" content=page.description.clone() />
        {shared_as("article", &page.title, &page.description, &url, &shared::picture(page, site), site)}
        {picture(page)}
        {oembed}
        {script(&page.json_ld)}
        {script(&json_ld::breadcrumbs(&way(page, site)))}
    }
    .into_any()
}

/// What its picture is: most sites then show it large.
fn picture(page: &Page) -> AnyView {
    let (width, height) = card::SIZE;
    let properties = [
        ("og:image:width", width.to_string()),
        ("og:image:height", height.to_string()),
        ("og:image:alt", page.title.clone()),
    ];
    let meta =
        |(name, value)| view! { <meta {..custom_attribute("property", name)} content=value /> };
    view! {
        {properties.map(meta).collect_view()}
        <meta name="twitter:card" content="summary_large_image" />
    }
    .into_any()
}

/// Where a page is, and what other sites show of it (Open Graph). `url`, `picture`: whole addresses, its own and that of its picture.
pub fn shared_as(
    kind: &'static str,
    heading: &str,
    description: &str,
    url: &str,
    picture: &str,
    site: &SiteInfo,
) -> AnyView {
    let properties = [
        ("og:type", kind.to_owned()),
        ("og:site_name", site.name.clone()),
        ("og:title", heading.to_owned()),
        ("og:description", description.to_owned()),
        ("og:url", url.to_owned()),
        ("og:image", picture.to_owned()),
        ("og:locale", "fr_FR".to_owned()),
    ];
    let meta =
        |(name, value)| view! { <meta {..custom_attribute("property", name)} content=value /> };
    view! {
        <link rel="canonical" href=url.to_owned() />
        {properties.map(meta).collect_view()}
    }
    .into_any()
}

/// Data for search engines.
pub fn script(data: &Value) -> AnyView {
    json("application/ld+json", None, data)
}

/// Data in the page, of this type, for who looks for this id. A « < » of a text could end the element: it is written as JSON allows.
pub fn json(kind: &'static str, id: Option<&'static str>, data: &Value) -> AnyView {
    let json = data.to_string().replace('<', "\\u003c");
    view! { <script type=kind id=id inner_html=json></script> }.into_any()
}

/// The sentences of a script, by their names.
pub fn words(all: &[(&str, &str)]) -> Value {
    let named = all.iter();
    let named = named.map(|&(name, words)| (name.to_owned(), Value::from(words)));
    named.collect::<serde_json::Map<_, _>>().into()
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
    let above = page.above.map(|section| {
        view! { <li><a href=format!("{root}{}", section.path())>{section.name()}</a></li> }
    });
    view! {
        <Sprite />
        <a class="skip" href="#contenu">{texts.skip}</a>
        {edition::header(site, root, here(page), Lang::Fr)}
        {find(root)}
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

/// The way to the box that finds, which stands below the header of the map.
fn find(root: &str) -> AnyView {
    let href = format!("{root}#{}", ids::FIND);
    view! { <div class="to-find" role="search"><a href=href>{PageTexts::get().find}</a></div> }
        .into_any()
}

/// What the navigation marks: the page itself, or the list that it belongs to.
fn here(page: &Page) -> Here {
    let at = Entry::from_id(page.path.trim_end_matches('/'));
    let under = page.above.map(|section| Here::Under(section.entry()));
    at.map(Here::At).or(under).unwrap_or(Here::Elsewhere)
}

/// The link to the same thing on the map.
fn on_map(page: &Page, root: &str) -> AnyView {
    let link = page.on_map.as_ref().map(|query| {
        view! { <p class="on-map"><a class="button" href=format!("{root}?{query}")>{PageTexts::get().on_map}</a></p> }
    });
    link.into_any()
}

fn after(site: &SiteInfo, root: &str) -> AnyView {
    let texts = PageTexts::get();
    let links = texts.footer.iter().map(|(path, name)| {
        let name = match *path {
            ACCESSIBILITY => edition::accessibility(site, Lang::Fr),
            _ => (*name).to_owned(),
        };
        view! { <li><a href=format!("{root}{path}")>{name}</a></li> }
    });
    view! {
        <footer class="site-foot">
            <nav aria-label=texts.about_site><ul>{links.collect_view()}</ul></nav>
            <p>{texts.licence}</p>
        </footer>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_end_its_script() {
        let data = serde_json::json!({ "name": "</script><b>" });
        let html = build::html(|| script(&data));
        assert!(!html.contains("</script><b>"));
    }
}
