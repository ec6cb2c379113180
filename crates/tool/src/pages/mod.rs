//! The static pages: the same sheets as the side panel, and what leads to them, for search engines, for print, and for
//! whoever has no JavaScript.

mod atelier;
pub mod audit;
mod authority_list;
mod compare;
mod contribute;
mod document;
pub mod edition;
mod embed;
mod first_view;
mod form;
mod france_svg;
mod index_pages;
mod json_ld;
mod lever_notes;
mod lists;
mod locator;
mod map_page;
mod not_found;
mod notebook;
mod peers;
mod picture;
mod qr;
mod regions;
pub mod shared;
mod sheet_pages;
mod site_map;
mod sitemap;
mod source_pages;
mod svg_path;
mod territories;
mod text_pages;
mod understand;

use super::build::{Links, OutputFile, Renderer, html};
pub use crate::section::Section;
use crate::sheet::Site;
use crate::text::count::initiatives_counted;
use crate::text::{PageTexts, SheetTexts};
use anyhow::{Result, bail};
use card::Card;
use content::sheets::SiteInfo;
use content::{Content, Gazetteer};
use core::cell::OnceCell;
pub use france_svg::FirstBasemap;
use leptos::prelude::{AnyView, IntoAny};
use locator::{Located, locator};
use model::Lang;
use serde_json::Value;
use shared::Shared;
pub use territories::panels::files as territory_panels;

/// A page of the site, before it is written as a document.
pub struct Page {
    /// Its folder, `initiatives/mundo-gusto/`.
    pub path: String,
    /// Its heading, and the first part of its title.
    pub title: String,
    /// One sentence, for search engines.
    pub description: String,
    /// The list it belongs to.
    pub above: Option<Section>,
    /// Where on the map it is: the query of the map's address.
    pub on_map: Option<String>,
    /// The small map beside what it shows, as HTML.
    pub locator: Option<String>,
    /// What its picture says, for those that have one of their own.
    pub shared: Option<Shared>,
    /// Whether it is made to be printed: on paper it has a code that leads back to it.
    pub on_paper: bool,
    /// What it is, in the words of schema.org.
    pub json_ld: Value,
    /// What it shows, as HTML; its first heading is the page's.
    pub main: String,
}

/// What pages are made of.
pub struct Source<'a> {
    /// All that was read.
    pub content: &'a Content,
    /// What is linked with what.
    pub links: &'a Links<'a>,
    /// Names of the régions.
    pub gazetteer: &'a Gazetteer,
    /// Renders sheets.
    pub renderer: &'a Renderer,
    /// What the first view is drawn on; without it, the map's page has a list only.
    pub basemap: Option<&'a FirstBasemap>,
    /// See [`territories::known`].
    pub territories: OnceCell<Vec<territories::Known>>,
}

impl Source<'_> {
    /// Who publishes the site.
    pub fn site(&self) -> &SiteInfo {
        &self.content.site
    }

    /// The small map of what is located, as HTML.
    fn locator(&self, located: &Located) -> Option<String> {
        let basemap = self.basemap?;
        locator(basemap, located)?;
        Some(html(|| locator(basemap, located).into_any()))
    }

    /// A view as the HTML of a page of this folder.
    pub fn html(&self, path: &str, view: impl FnOnce() -> AnyView) -> String {
        let site = Site::Page(root_of(path));
        as_page(&self.renderer.html(texts(), site, view))
    }
}

/// The sentences of the pages: they are in French.
pub fn texts() -> &'static SheetTexts {
    SheetTexts::of(Lang::Fr)
}

/// The pages, and what their pictures say.
pub struct Made {
    /// Every page, the sitemap, `robots.txt`, what other sites may embed.
    pub files: Vec<OutputFile>,
    /// The path of each picture, and what it says.
    pub cards: Vec<(String, Card)>,
}

/// Makes them.
///
/// # Errors
/// When a page that the foot of all others leads to is not among them.
pub fn files(source: &Source<'_>) -> Result<Made> {
    let mut pages = sheet_pages::pages(source);
    pages.extend(lever_notes::pages(source));
    pages.extend(regions::pages(source));
    pages.extend(territories::pages(source));
    pages.extend(index_pages::pages(source));
    pages.extend(source_pages::pages(source));
    pages.extend(text_pages::pages(source));
    pages.push(understand::page(source));
    pages.push(compare::page(source));
    pages.push(atelier::page(source));
    pages.push(embed::page(source));
    pages.push(embed::verification(source));
    pages.push(notebook::page(source));
    pages.push(contribute::page(source));
    pages.push(site_map::page(source));
    check_footer(&pages)?;
    let mut files = sitemap::files(source.site(), &pages);
    files.extend(map_page::files(source));
    files.extend(edition::files(source.site()));
    files.extend(pages.iter().map(|page| OutputFile {
        path: format!("{}index.html", page.path),
        bytes: document::html(page, source.site()).into_bytes(),
    }));
    files.push(OutputFile::new(
        not_found::PATH,
        not_found::html(source.site()),
    ));
    files.extend(oembeds(source.site(), &pages));
    Ok(Made {
        files,
        cards: cards(source, &pages),
    })
}

/// What other sites may embed: the map, and what pages show on it.
fn oembeds(site: &SiteInfo, pages: &[Page]) -> Vec<OutputFile> {
    let file = |folder: &str, said: Value| {
        OutputFile::new(format!("{folder}{}", shared::OEMBED), said.to_string())
    };
    let map = shared::oembed(
        &site.name,
        "",
        &format!("{}{}", site.url, shared::PICTURE),
        site,
    );
    let of_pages = pages.iter().filter_map(|page| {
        let query = page.on_map.as_ref()?;
        let picture = shared::picture(page, site);
        Some(file(
            &page.path,
            shared::oembed(&page.title, query, &picture, site),
        ))
    });
    [file("", map)].into_iter().chain(of_pages).collect()
}

/// What the pictures say: that of the map, and those of pages.
fn cards(source: &Source<'_>, pages: &[Page]) -> Vec<(String, Card)> {
    let site = source.site();
    let all: Vec<_> = source.links.initiatives.to_vec();
    let map = Shared::of(&initiatives_counted(all.len()), &all);
    let map = shared::card(&site.name, site.tagline_in(Lang::Fr), &map, site);
    let of_pages = pages.iter().filter_map(|page| {
        let card = shared::card(&page.title, &page.description, page.shared.as_ref()?, site);
        Some((format!("{}{}", page.path, shared::PICTURE), card))
    });
    [(shared::PICTURE.to_owned(), map)]
        .into_iter()
        .chain(of_pages)
        .collect()
}

/// The law asks for some of these pages, and every page leads to them.
fn check_footer(pages: &[Page]) -> Result<()> {
    let footer = PageTexts::get().footer.iter();
    let missing: Vec<String> = footer
        .filter(|(path, _)| pages.iter().all(|page| page.path != *path))
        .map(|(path, name)| format!("pages/{}.md (« {name} »)", path.trim_end_matches('/')))
        .collect();
    if !missing.is_empty() {
        bail!(
            "le pied de chaque page mènerait à des pages qui n'existent pas. Écrivez-les dans le dossier des fiches : {}. Celles du projet sont un modèle.",
            missing.join(", ")
        );
    }
    Ok(())
}

/// The way from a page to the root of the site.
pub fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// A sheet begins with a second-level heading in the side panel, with a first-level one in a page of its own. A « < » of a text
/// is written « &lt; », so that each `<h2` is a tag's.
fn as_page(html: &str) -> String {
    let levels = [("h2", "h1"), ("h3", "h2"), ("h4", "h3")];
    levels.iter().fold(html.to_owned(), |html, (from, to)| {
        html.replace(&format!("<{from}"), &format!("<{to}"))
            .replace(&format!("</{from}>"), &format!("</{to}>"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_knows_its_way_to_the_root() {
        assert_eq!(root_of("initiatives/mundo-gusto/"), "../../");
        assert_eq!(root_of("glossaire/"), "../");
    }

    #[test]
    fn headings_rise_by_one_level() {
        let html = "<h2 id=\"a\">A</h2><h3>B</h3><h4>C</h4> &lt;h2";
        let expected = "<h1 id=\"a\">A</h1><h2>B</h2><h3>C</h3> &lt;h2";
        assert_eq!(as_page(html), expected);
    }
}
