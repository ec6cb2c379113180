//! What the map's own page holds besides the map: its place for search engines, its icons, every initiative for whoever does not get the
//! map, and the sentences of its scripts. `scripts/finish-dist.mjs` puts these parts where `index.html` and the scripts name them.

use super::{OutputFile, Source, document, json_ld, regions};
use crate::build;
use crate::text::PageTexts;
use leptos::prelude::*;
use model::address::Lang;
use model::domain::{Initiative, Target};
use model::text::start::StartTexts;
use serde_json::{Value, json};
use ui::Sprite;

/// What comes in the head.
const HEAD: &str = "map-head.part";
/// The icons.
const SPRITE: &str = "map-sprite.part";
/// What comes in the body.
const MAIN: &str = "map-main.part";
/// The sentences of scripts, by their file, then by language.
const WORDS: &str = "map-words.part";

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
        part(MAIN, main(source)),
        part(WORDS, words().to_string()),
    ]
}

fn head(source: &Source<'_>) -> String {
    let site = source.site();
    let shared = document::shared_as("website", &site.name, &site.description, &site.url, site);
    let [title, description] = [&site.name, &site.description].map(|text| document::escape(text));
    format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n{shared}{}\n",
        document::script(&json_ld::map(site))
    )
}

/// What is read until the map is there, and when it cannot be. No script has read the address yet: the sentences are in both languages.
fn main(source: &Source<'_>) -> String {
    let [fr, en] = [Lang::Fr, Lang::En].map(StartTexts::of);
    let both = |text: fn(&StartTexts) -> &'static str| {
        let [fr, en] = [text(fr), text(en)].map(document::escape);
        format!("{fr} <span lang=\"en\">{en}</span>")
    };
    format!(
        r#"<main>
<h1>{}</h1>
<p id="etat" role="status">{}</p>
<p class="late">{}</p>
<noscript><p>{}</p></noscript>
<p><a href="initiatives/">{}</a></p>
<div class="fallback" lang="fr">{}
</div>
</main>"#,
        document::escape(fr.screen.title),
        both(|texts| texts.loading),
        both(|texts| texts.late),
        both(|texts| texts.no_script),
        document::escape(fr.list_link),
        list(source)
    )
}

/// The sentences that scripts say.
fn words() -> Value {
    let languages = |words: fn(&StartTexts) -> Value| -> Value {
        let all = Lang::ALL.iter();
        all.map(|&lang| (lang.id().to_owned(), words(StartTexts::of(lang))))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let rescue = |texts: &StartTexts| {
        json!({
            "title": texts.screen.title,
            "link": texts.list_link,
            "noWasm": texts.no_wasm,
            "noDownload": texts.no_download,
            "broken": texts.broken,
            "crashed": texts.crashed,
            "outdated": texts.outdated,
            "list": texts.here_is_the_list,
            "reload": texts.reload,
        })
    };
    let widget =
        |texts: &StartTexts| json!({ "title": texts.screen.title, "link": texts.open_full_page });
    json!({ "rescue.js": languages(rescue), "widget.js": languages(widget) })
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
    let abroad = (!abroad.is_empty()).then(|| section(PageTexts::get().abroad, &abroad));
    regions.chain(abroad).collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn scripts_say_the_same_things_in_each_language() {
        let words = words();
        for script in ["rescue.js", "widget.js"] {
            let keys = |lang: &str| {
                let sentences = words.pointer(&format!("/{script}/{lang}"))?.as_object();
                sentences.map(|all| all.keys().collect::<Vec<_>>())
            };
            assert!(keys("fr").is_some(), "{script}");
            assert_eq!(keys("fr"), keys("en"), "{script}");
        }
    }
}
