//! « Contribuer »: an error told, a sheet completed, an initiative proposed. Its script (`public/contribute`) checks what is written, and
//! makes a message and, for a proposal, a sheet that `leviers check` reads. Nothing is sent.

use super::form::{area, field, select};
use super::{Page, Source, document, text_pages, texts};
use crate::text::contribute as words;
use leptos::prelude::*;
use model::domain::{Lever, Status, Theme};
use serde_json::json;

/// The folder of the page.
pub const PATH: &str = "contribuer/";

/// The page.
pub fn page(source: &Source<'_>) -> Page {
    let (title, description) = words::PAGE;
    text_pages::page(source, PATH, title, description, || {
        view! {
            <p class="lead">{words::LEAD}</p>
            <noscript><p>{words::NO_SCRIPT}</p></noscript>
            <form class="form" id="contribution" hidden="" novalidate="">
                {purposes()}
                {about_a_sheet()}
                {about_an_initiative()}
                <p role="alert" id="erreurs"></p>
                <p><button type="submit" class="button">{words::PREPARE}</button></p>
            </form>
            {prepared(&source.site().contact)}
            {data(source)}
            <script type="module" src="../contribute.js"></script>
        }
        .into_any()
    })
}

/// What the visitor comes for.
fn purposes() -> AnyView {
    let choices = words::PURPOSES.map(|(id, words)| {
        view! { <label><input type="radio" name="pour" value=id />" "{words}</label> }
    });
    view! {
        <fieldset>
            <legend>{words::PURPOSE}</legend>
            <div class="choices">{choices.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn about_a_sheet() -> AnyView {
    view! {
        <fieldset data-pour="erreur complement">
            <legend>{words::SHEET_PART}</legend>
            {field("fiche", words::SHEET, "fiches")}
            <datalist id="fiches"></datalist>
            {area("quoi", words::WHAT)}
            {field("preuve", words::PROOF, "")}
        </fieldset>
    }
    .into_any()
}

fn about_an_initiative() -> AnyView {
    let screen = texts().screen;
    let unsaid = [("", words::UNSAID)];
    let themes = Theme::ALL
        .iter()
        .map(|&theme| (theme.id(), screen.theme(theme)));
    let statuses = Status::ALL
        .iter()
        .map(|&status| (status.id(), (texts().status)(status)));
    let levers = Lever::ALL
        .iter()
        .map(|&lever| (lever.id(), (screen.lever)(lever)));
    let levers = levers.chain([("non-precise", words::NO_LEVER)]);
    view! {
        <fieldset data-pour="proposition">
            <legend>{words::INITIATIVE_PART}</legend>
            {field("nom", words::NAME, "")}
            {field("resume", words::SUMMARY, "")}
            {area("activite", words::ACTIVITY)}
            {field("commune", words::PLACE, "communes")}
            <datalist id="communes"></datalist>
            {select("theme", words::THEME, unsaid.into_iter().chain(themes))}
            {select("statut", words::STATUS, unsaid.into_iter().chain(statuses))}
        </fieldset>
        <fieldset data-pour="proposition">
            <legend>{words::AUTHORITY_PART}</legend>
            {field("collectivite", words::AUTHORITY, "collectivites")}
            <datalist id="collectivites"></datalist>
            {select("levier", words::LEVER, unsaid.into_iter().chain(levers))}
            {field("acte", words::ACT, "")}
            {field("annee", words::YEAR, "")}
        </fieldset>
        <fieldset data-pour="proposition">
            <legend>{words::DOCUMENT_PART}</legend>
            {field("document", words::DOCUMENT, "documents")}
            <datalist id="documents"></datalist>
            {field("editeur", words::PUBLISHER, "")}
            {field("date", words::DATE, "")}
            {field("adresse", words::URL, "")}
            {field("endroit", words::WHERE, "")}
        </fieldset>
    }
    .into_any()
}

/// What is there once the form is right: the message, the file, where to send them.
fn prepared(contact: &str) -> AnyView {
    let to = match contact {
        "" => view! { <p>{words::NO_CONTACT}</p> }.into_any(),
        page => view! { <p>{words::SEND} " " <a href=page.to_owned() rel="external">{words::CONTACT}</a></p> }.into_any(),
    };
    view! {
        <section id="prepare" hidden="" aria-labelledby="prepare-titre">
            <h3 id="prepare-titre" tabindex="-1">{words::PREPARED}</h3>
            {to}
            <div class="embed-code">
                <p><label for="message">{words::MESSAGE}</label></p>
                <textarea id="message" readonly="" rows="12"></textarea>
            </div>
            <p class="choices">
                <button type="button" class="button" id="copier">{words::COPY}</button>
                " "
                <a class="button" id="courriel">{words::MAIL}</a>
                " "
                <button type="button" class="button" id="fichier" hidden="">{words::FILE}</button>
            </p>
            <p role="status" id="etat"></p>
        </section>
    }
    .into_any()
}

/// What the script reads: names that may be typed, and its sentences.
fn data(source: &Source<'_>) -> AnyView {
    let initiatives = source.links.initiatives.iter();
    let initiatives = initiatives.map(|sheet| json!([sheet.summary.id, sheet.summary.name]));
    let authorities = source.links.authorities.iter();
    let authorities = authorities.map(|sheet| json!([sheet.reference.id, sheet.reference.name]));
    let documents = source.content.documents.iter();
    let documents = documents.map(|one| json!([one.document.id, one.document.title]));
    let words = document::words(&words::WORDS);
    let data = json!({
        "home": source.site().url,
        "site": source.site().name,
        "initiatives": initiatives.collect::<Vec<_>>(),
        "authorities": authorities.collect::<Vec<_>>(),
        "documents": documents.collect::<Vec<_>>(),
        "words": words,
    });
    document::json("application/json", Some("donnees"), &data)
}
