//! « Intégrer cette carte »: the settings, the preview, the code. Its script (`public/embed/generator.js`) makes the code, and the tests
//! embed what it makes.

mod verification;

pub use verification::page as verification;

use super::form::{choices, field, select};
use super::{Page, Source, document, text_pages};
use crate::text::embed as words;
use crate::text::territories::told_apart;
use leptos::prelude::*;
use model::Lang;
use model::domain::Facet;
use model::text::Texts;
use serde_json::{Value, json};

/// The folder of the page.
pub const PATH: &str = "integrer/";

/// The page.
pub fn page(source: &Source<'_>) -> Page {
    let (title, description) = words::PAGE;
    let page = text_pages::page(source, PATH, title, description, || {
        view! {
            <p class="lead">{words::LEAD}</p>
            <noscript><p>{words::NO_SCRIPT}</p></noscript>
            <form class="form" id="reglages" hidden="">
                {shown()}
                {look()}
            </form>
            <h3 id="apercu-titre">{words::PREVIEW}</h3>
            <div id="apercu" role="region" aria-labelledby="apercu-titre"></div>
            <h3>{words::CODE}</h3>
            <p role="status" id="etat"></p>
            {words::FORMS.map(form).collect_view()}
            <h3>{words::DUTIES}</h3>
            {[words::REGISTER, words::STATEMENT].map(duty).collect_view()}
            <p><a href="../embed/verification/">{words::VERIFY.0}</a>" "{words::VERIFY.1}</p>
            {data(source)}
            <script async src="../widget.js"></script>
            <script type="module" src="../embed.js"></script>
        }
        .into_any()
    });
    Page {
        main: page.main.replace(words::MAP, &plain(&source.site().name)),
        ..page
    }
}

/// A name as both HTML and JSON write it.
fn plain(name: &str) -> String {
    name.replace(['"', '\\', '<', '>', '&'], " ")
}

/// What the map shows.
fn shown() -> AnyView {
    let texts = Texts::of(Lang::Fr);
    let values = |facet: Facet| {
        let all = (0..).zip(facet.values());
        all.map(move |(value, &id)| (id, texts.value(facet, value)))
    };
    let locks = [
        ("territoire", words::LOCK_TERRITORY),
        ("leviers", words::LOCK_LEVERS),
    ];
    view! {
        <fieldset>
            <legend>{words::SETTINGS}</legend>
            {field("territoire", words::TERRITORY, "territoires")}
            <datalist id="territoires"></datalist>
            {choices("leviers", words::LEVERS, values(Facet::Lever))}
            <details><summary>{words::THEMES}</summary>{choices("themes", words::THEMES, values(Facet::Theme))}</details>
            {choices("verrou", words::LOCKS, locks.into_iter())}
        </fieldset>
    }
    .into_any()
}

/// How it looks.
fn look() -> AnyView {
    view! {
        <fieldset>
            <legend>{words::LOOK}</legend>
            {field("titre", words::TITLE, "")}
            {select("vue", words::LAYOUT, words::LAYOUTS)}
            {field("hauteur", words::HEIGHT, "")}
            {field("theme-couleur", words::COLOUR, "")}
            <p role="status" id="couleur"></p>
            {select("lang", words::LANGUAGE, words::LANGUAGES)}
            {select("apparence", words::APPEARANCE, words::APPEARANCES)}
        </fieldset>
    }
    .into_any()
}

fn form((id, name, when): (&'static str, &'static str, &'static str)) -> AnyView {
    let field = format!("code-{id}");
    let about = format!("code-{id}-aide");
    view! {
        <section class="embed-code">
            <h4><label for=field.clone()>{name}</label></h4>
            <p class="hint" id=about.clone()>{when}</p>
            <textarea id=field readonly="" rows="6" spellcheck="false" aria-describedby=about></textarea>
            <p><button type="button" class="button" data-copy=id aria-label=format!("{} : {name}", words::COPY)>{words::COPY}</button></p>
        </section>
    }
    .into_any()
}

fn duty((name, text): (&'static str, &'static str)) -> AnyView {
    view! { <h4>{name}</h4><blockquote class="duty"><p>{text}</p></blockquote> }.into_any()
}

/// What the script reads: where the map is, the territories by name, its sentences.
fn data(source: &Source<'_>) -> AnyView {
    let territories = source.gazetteer.large_territories();
    let territories: Vec<Value> = territories
        .iter()
        .map(|(territory, name)| {
            json!([
                territory.to_string(),
                told_apart(territory.kind, name, &territory.code)
            ])
        })
        .collect();
    let words = document::words(&words::WORDS);
    let data = json!({ "home": source.site().url, "words": words, "territories": territories });
    document::json("application/json", Some("donnees"), &data)
}
