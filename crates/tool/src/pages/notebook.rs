//! « Mon carnet »: up to six initiatives side by side. Its script (`public/notebook.js`) reads what the page holds of each; the address
//! alone says which are chosen (`?initiatives=…`).

use super::{Page, Source, document, text_pages, texts};
use crate::text::notebook as words;
use leptos::prelude::*;
use model::domain::{Case, Initiative, LeverUse};
use serde_json::{Value, json};

/// The folder of the page.
const PATH: &str = "carnet/";

/// The page. `cases`: those of all levers, which know what came of initiatives.
pub fn page(source: &Source<'_>) -> Page {
    let (title, description) = words::PAGE;
    let cases = source.links.cases();
    text_pages::page(source, PATH, title, description, || {
        view! {
            <p class="lead on-screen">{words::LEAD}</p>
            <noscript><p>{words::NO_SCRIPT} " " <a href="../initiatives/">{words::ALL}</a></p></noscript>
            <details class="notebook-choice on-screen" id="choix" hidden="">
                <summary>{words::CHOICE}</summary>
                <p><label for="trouver">{words::FIND}</label> <input type="search" id="trouver" autocomplete="off" /></p>
                <p role="status" id="trouvees" class="note"></p>
                <ul class="names" id="initiatives"></ul>
            </details>
            <p role="status" id="etat" class="on-screen"></p>
            <p class="on-screen" id="actes" hidden="">
                <button type="button" class="button" id="imprimer">{words::PRINT}</button>
                " "
                <button type="button" class="button" id="vider">{words::CLEAR}</button>
                " "
                <a id="carte" href="../">{words::ON_MAP}</a>
            </p>
            <div class="wide compared notebook" id="comparaison" role="region" aria-label=words::REGION tabindex="0"></div>
            {data(source, &cases)}
            <script type="module" src="../notebook.js"></script>
        }
        .into_any()
    })
}

/// What the script reads.
fn data(source: &Source<'_>, cases: &[Case]) -> AnyView {
    let sheets = source.content.initiatives.iter();
    let sheets = sheets.filter_map(|read| read.sheet.as_ref());
    let initiatives: serde_json::Map<_, _> = sheets
        .map(|sheet| (sheet.summary.id.clone(), initiative(source, sheet, cases)))
        .collect();
    let words = document::words(&words::WORDS);
    let data = json!({ "words": words, "initiatives": initiatives });
    document::json("application/json", Some("donnees"), &data)
}

fn initiative(source: &Source<'_>, sheet: &Initiative, cases: &[Case]) -> Value {
    let summary = &sheet.summary;
    let screen = texts().screen;
    let places: Vec<_> = summary
        .places
        .iter()
        .map(|place| place.label.as_str())
        .collect();
    let themes: Vec<_> = summary
        .themes
        .iter()
        .map(|&theme| screen.theme(theme))
        .collect();
    let authorities: Vec<_> = summary
        .authorities
        .iter()
        .filter_map(|id| source.links.authority(id))
        .map(|authority| json!([authority.reference.id, authority.reference.name]))
        .collect();
    let uses = sheet.lever_uses.iter();
    let own = cases.iter().find(|case| case.initiative == summary.id);
    json!({
        "name": summary.name,
        "lead": sheet.lead,
        "place": places.join(" · "),
        "themes": themes.join(", "),
        "status": (texts().status)(sheet.status),
        "form": sheet.legal_form.map(texts().legal_form),
        "since": sheet.since,
        "authorities": authorities,
        "uses": uses.map(|one| lever_use(source, one)).collect::<Vec<_>>(),
        "result": own.and_then(|case| case.result.first.clone()),
        "obstacle": own.and_then(|case| case.obstacle.first.clone()),
    })
}

/// Which lever, in what state; then what was done, by whom the sentence says; then the amount and the year.
fn lever_use(source: &Source<'_>, one: &LeverUse) -> Value {
    let screen = texts().screen;
    let lever = one
        .lever
        .map_or(screen.standing(one.standing()), screen.lever);
    let authority = one.actor.authorities().first();
    let authority = authority.and_then(|id| source.links.authority(id));
    let actor = authority.map(|authority| authority.reference.name.clone());
    let actor = actor.or_else(|| one.actor.name().map(str::to_owned));
    let facts = [
        one.amount.map(texts().euros),
        one.year.map(|year| year.to_string()),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    json!({
        "lever": lever,
        "state": (texts().case_state)(one.state, one.certainty),
        "actor": actor,
        "how": one.how,
        "facts": facts.join(", "),
    })
}
