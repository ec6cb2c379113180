//! What the map's own page holds besides the map: its place for search engines, its icons, and every initiative for whoever does not get
//! the map. `scripts/finish-dist.mjs` puts these parts where `index.html` names them.

use super::{OutputFile, Source, document, json_ld, regions};
use crate::build;
use leptos::prelude::*;
use model::domain::{Initiative, Target};
use ui::Sprite;

/// What comes in the head.
const HEAD: &str = "map-head.part";
/// The icons.
const SPRITE: &str = "map-sprite.part";
/// What comes in the body.
const LIST: &str = "map-list.part";

/// The parts.
pub fn files(source: &Source<'_>) -> Vec<OutputFile> {
    let part = |path: &str, text: String| OutputFile {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    };
    let sprite = build::html(|| view! { <Sprite /> }.into_any());
    vec![
        part(HEAD, head(source)),
        part(SPRITE, sprite),
        part(LIST, list(source)),
    ]
}

fn head(source: &Source<'_>) -> String {
    let site = source.site();
    let shared = document::shared_as("website", &site.name, &site.description, &site.url, site);
    format!("{shared}{}\n", document::script(&json_ld::map(site)))
}

/// Names alone, région by région: the whole list, with levers and places, is a page of its own. Every byte of this one is part of
/// the map's first view.
fn list(source: &Source<'_>) -> String {
    let section = |name: &str, initiatives: &[&Initiative]| {
        let items = initiatives.iter().map(|sheet| {
            let href = format!("{}/", Target::initiative(&sheet.summary.id).path());
            let name = sheet.summary.name.as_str();
            format!("\n<li><a href=\"{href}\">{}</a>", document::escape(name))
        });
        format!(
            "\n<h2>{}</h2>\n<ul>{}\n</ul>",
            document::escape(name),
            items.collect::<String>()
        )
    };
    let regions = regions::with_initiatives(source);
    let regions = regions
        .iter()
        .map(|region| section(&region.name, &region.initiatives));
    let abroad = regions::abroad(source);
    let abroad = (!abroad.is_empty()).then(|| section("Hors de France", &abroad));
    regions.chain(abroad).collect()
}
