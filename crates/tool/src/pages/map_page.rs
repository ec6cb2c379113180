//! What the map's own page holds besides the map: its place for search engines, its icons, and every initiative for whoever does not get
//! the map. `crates/site` puts these parts where `index.html` names them.

use super::{OutputFile, Source, document, edition, first_view, regions, shared};
use crate::build;
use crate::text::PageTexts;
use content::sheets::{Background, SiteInfo};
use leptos::prelude::*;
use model::Lang;
use model::domain::{Initiative, Target};
use model::text::Texts;
use model::text::nav::Entry;
use model::text::start::StartTexts;
use serde_json::{Value, json};
use ui::ids::{LIST_HEADING, MAP, NAMES};
use ui::{Here, LayerTemplates, Sprite, Templates};

/// What comes in the head.
const HEAD: &str = "map-head.part";
/// The icons.
const SPRITE: &str = "map-sprite.part";
/// What the app copies and fills.
const TEMPLATES: &str = "map-templates.part";
/// Skip links and header.
const TOP: &str = "map-top.part";
/// What is seen first, before any script.
const FIRST: &str = "map-first.part";
/// What comes in the body.
const MAIN: &str = "map-main.part";
/// The sentences of scripts, by their file, then by language.
const WORDS: &str = "map-words.part";
/// Ends of shapes that hold nothing, which SVG writes shorter.
const SHAPES: [&str; 4] = ["></path>", "></use>", "></circle>", "></rect>"];

/// The parts.
pub fn files(source: &Source<'_>) -> Vec<OutputFile> {
    let part = |path: &str, html: String| OutputFile {
        path: path.to_owned(),
        bytes: html.into_bytes(),
    };
    vec![
        part(HEAD, build::html(|| head(source))),
        part(SPRITE, build::html(|| view! { <Sprite /> }.into_any())),
        part(
            TEMPLATES,
            build::html(|| view! { <Templates /> <LayerTemplates /> }.into_any()),
        ),
        part(TOP, build::html(|| top(source))),
        part(FIRST, first(source)),
        part(MAIN, build::html(|| main(source))),
        part(WORDS, words(source.site()).to_string()),
    ]
}

/// The ways past the parts of the page and to its other language, and its header, in each language: the style shows those of the page's. Without the style they are
/// in French.
fn top(source: &Source<'_>) -> AnyView {
    let all = Lang::ALL.iter().map(|&lang| {
        let texts = Texts::of(lang);
        let skips = [(LIST_HEADING, texts.skip_to_list), (MAP, texts.skip_to_map)];
        let skips =
            skips.map(|(id, words)| view! { <a class="skip" href=format!("#{id}")>{words}</a> });
        let others = source.site().look.languages.iter();
        let others = others.filter(|&&other| other != lang).map(|other| {
            let href = format!("./?lang={}", other.id());
            view! { <a class="skip" href=href lang=other.id() data-reload="">{texts.other_language}</a> }
        });
        view! {
            <div class="top" lang=lang.id() hidden=lang != Lang::Fr>
                <nav class="skips" aria-label=texts.skips>{skips.collect_view()}{others.collect_view()}</nav>
                {edition::header(source.site(), "./", Here::At(Entry::Map), lang)}
            </div>
        }
    });
    all.collect_view().into_any()
}

fn first(source: &Source<'_>) -> String {
    let view = |basemap| build::html(|| first_view::view(source, basemap));
    let html = source.basemap.map(view).unwrap_or_default();
    SHAPES
        .iter()
        .fold(html, |html, end| html.replace(end, "/>"))
}

fn head(source: &Source<'_>) -> AnyView {
    let site = source.site();
    let shared = document::shared_as(
        "website",
        &site.name,
        &site.description,
        &site.url,
        &format!("{}{}", site.url, shared::PICTURE),
        site,
    );
    view! {
        <title>{site.name.clone()}</title>
        <meta name="description" content=site.description.clone() />
        {shared}
        <link rel="alternate" type="application/json+oembed" href=format!("{}{}", site.url, shared::OEMBED) />
        {edition::names(site)}
        {edition::start(site)}
        {edition::offline(site)}
        {site.background.as_ref().map(background)}
    }
    .into_any()
}

/// The tiles that show streets. `src/ui/streets.rs` and `public/streets.js` read it, and the policy of the page allows their origin
/// (`scripts/headers.mjs`).
fn background(background: &Background) -> AnyView {
    view! {
        <meta
            name="background"
            content=background.url.clone()
            data-origin=background.origin().to_owned()
            data-host=background.host().to_owned()
            data-name=background.name.clone()
            data-credit=background.attribution.clone()
            data-zoom=background.max_zoom.to_string()
        />
    }
    .into_any()
}

/// What is read until the map is there, and when it cannot be. No script has read the address yet: the sentences are in both languages.
fn main(source: &Source<'_>) -> AnyView {
    let [fr, en] = [Lang::Fr, Lang::En].map(StartTexts::of);
    let both = |text: fn(&StartTexts) -> &'static str| {
        view! { {text(fr)} " " <span lang="en">{text(en)}</span> }
    };
    view! {
        <main>
            <h1>{source.site().name.clone()}</h1>
            <p id="etat" role="status">{both(|texts| texts.loading)}</p>
            <p class="late">{both(|texts| texts.late)} " " <a href="">{both(|texts| texts.reload)}</a></p>
            <noscript><p>{both(|texts| texts.no_script)}</p></noscript>
            <p><a href="initiatives/">{fr.list_link}</a></p>
            <div class="fallback" id=NAMES lang="fr">{list(source)}</div>
        </main>
    }
    .into_any()
}

/// The sentences that scripts say, and the address of the map, which the widget knows.
fn words(site: &SiteInfo) -> Value {
    let languages = |words: &dyn Fn(&StartTexts) -> Value| -> Value {
        let all = Lang::ALL.iter();
        all.map(|&lang| (lang.id().to_owned(), words(StartTexts::of(lang))))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let rescue = |texts: &StartTexts| {
        json!({
            "title": site.name_in(texts.screen.lang),
            "link": texts.list_link,
            "noWasm": texts.no_wasm,
            "noDownload": texts.no_download,
            "lack": texts.lack,
            "broken": texts.broken,
            "crashed": texts.crashed,
            "outdated": texts.outdated,
            "list": texts.here_is_the_list,
            "reload": texts.reload,
        })
    };
    let widget = |texts: &StartTexts| json!({ "title": site.name_in(texts.screen.lang), "link": texts.open_full_page, "skip": texts.skip_widget });
    let frame = |texts: &StartTexts| json!({ "newTab": texts.new_tab, "understood": texts.understood, "noLock": texts.no_lock });
    let filters =
        |texts: &StartTexts| json!({ "find": texts.find_value, "found": texts.values_found });
    let mut widget = languages(&widget);
    if let Some(widget) = widget.as_object_mut() {
        widget.insert("home".to_owned(), site.url.clone().into());
    }
    json!({ "rescue.js": languages(&rescue), "widget.js": widget, "frame.js": languages(&frame), "filters.js": languages(&filters) })
}

/// Names alone, région by région: the whole list, with levers and places, is a page of its own. Every byte of this one is part of
/// the map's first view.
fn list(source: &Source<'_>) -> AnyView {
    let item = |sheet: &&Initiative| {
        let href = format!("{}/", Target::initiative(&sheet.summary.id).path());
        view! { <li><a href=href>{sheet.summary.name.clone()}</a></li> }
    };
    let section = |name: &str, initiatives: &[&Initiative]| {
        view! {
            <h2>{name.to_owned()}</h2>
            <ul>{initiatives.iter().map(item).collect_view()}</ul>
        }
    };
    let regions = regions::with_initiatives(source);
    let regions = regions
        .iter()
        .map(|region| section(&region.name, &region.initiatives));
    let abroad = regions::abroad(source);
    let abroad = (!abroad.is_empty()).then(|| section(PageTexts::get().abroad, &abroad));
    regions.chain(abroad).collect_view().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::{ElementRef, Html};
    use ui::{Definition, Slot, definitions, layer_definitions};

    /// Attributes that a visitor reads or hears.
    const WORDS: [&str; 5] = [
        "aria-label",
        "title",
        "alt",
        "placeholder",
        "aria-description",
    ];

    fn all() -> impl Iterator<Item = Definition> {
        definitions().into_iter().chain(layer_definitions())
    }

    /// The elements of each template, with its id.
    fn templates() -> Vec<(&'static str, Html)> {
        let parse = |markup: fn() -> AnyView| Html::parse_fragment(&build::html(markup));
        all().map(|one| (one.id, parse(one.markup))).collect()
    }

    fn elements(html: &Html) -> impl Iterator<Item = ElementRef<'_>> {
        // The first is what the parser puts around a fragment.
        html.root_element().descendent_elements().skip(1)
    }

    #[test]
    fn the_page_names_the_background_and_its_origin() {
        let named = Background {
            name: "Plan \"d'essai\"".to_owned(),
            url: "https://tuiles.example.org/{z}/{x}/{y}.png?a=1&b=2".to_owned(),
            attribution: "© Essai".to_owned(),
            max_zoom: 17,
        };
        let html = Html::parse_fragment(&build::html(|| background(&named)));
        let meta = elements(&html).next().unwrap();
        for (attribute, value) in [
            ("content", named.url.as_str()),
            ("data-origin", "https://tuiles.example.org"),
            ("data-host", "tuiles.example.org"),
            ("data-name", named.name.as_str()),
            ("data-credit", "© Essai"),
            ("data-zoom", "17"),
        ] {
            assert_eq!(meta.attr(attribute), Some(value));
        }
    }

    #[test]
    fn a_template_has_the_slots_that_fillers_name_and_no_others() {
        for ((id, html), definition) in templates().iter().zip(all()) {
            let attribute =
                |element: ElementRef<'_>| element.attr(Slot::ATTRIBUTE).map(str::to_owned);
            let mut written: Vec<String> = elements(html).filter_map(attribute).collect();
            let mut named: Vec<&str> = definition.slots.iter().map(|slot| slot.name()).collect();
            written.sort();
            named.sort();
            assert_eq!(written, named, "{id}");
        }
    }

    #[test]
    fn a_template_is_one_element() {
        for (id, html) in templates() {
            assert_eq!(html.root_element().child_elements().count(), 1, "{id}");
        }
    }

    #[test]
    fn a_template_has_no_words() {
        for (id, html) in templates() {
            let text: String = html.root_element().text().collect();
            assert!(!text.contains(char::is_alphanumeric), "{id}: {text}");
            for element in elements(&html) {
                let said = WORDS.iter().find_map(|name| element.attr(name));
                assert_eq!(said, None, "{id}");
            }
        }
    }

    #[test]
    fn an_id_is_there_once() {
        let all = templates();
        let ids = all.iter().flat_map(|(id, html)| {
            let inside = elements(html).filter_map(|element| element.attr("id"));
            std::iter::once(*id).chain(inside)
        });
        let mut ids: Vec<&str> = ids.collect();
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count, "{ids:?}");
    }

    #[test]
    fn templates_are_written_under_their_ids() {
        let html = build::html(|| view! { <Templates /> <LayerTemplates /> }.into_any());
        for definition in all() {
            let opened = format!("<template id=\"{}\">", definition.id);
            assert_eq!(html.matches(&opened).count(), 1, "{html}");
        }
    }

    #[test]
    fn scripts_say_the_same_things_in_each_language() {
        let words = words(&SiteInfo::default());
        for script in ["rescue.js", "widget.js", "frame.js"] {
            let keys = |lang: &str| {
                let sentences = words.pointer(&format!("/{script}/{lang}"))?.as_object();
                sentences.map(|all| all.keys().collect::<Vec<_>>())
            };
            assert!(keys("fr").is_some(), "{script}");
            assert_eq!(keys("fr"), keys("en"), "{script}");
        }
    }
}
