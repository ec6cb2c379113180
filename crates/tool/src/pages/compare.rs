//! The page that sets authorities side by side. Its script (`public/compare.js`) reads what the page holds of each: no file is asked for.

use super::{Page, Source, document, text_pages, texts};
use crate::text::PageTexts;
use crate::text::peers as words;
use leptos::prelude::*;
use model::domain::{Act, Authority, AuthorityKind, Case, Lever, Told};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The folder of the page.
const PATH: &str = "comparer/";

/// The page. `cases`: those of all levers.
pub fn page(source: &Source<'_>) -> Page {
    let (title, description) = words::PAGE;
    let cases = source.links.cases();
    text_pages::page(source, PATH, title, description, || {
        let choices = (1..)
            .zip(words::CHOICES)
            .map(|(number, label)| choice(source, number, label));
        let choices = choices.collect_view();
        view! {
            <p class="lead">{words::LEAD}</p>
            <noscript><p>{words::NO_SCRIPT} " " <a href="../collectivites/">{words::ALL}</a></p></noscript>
            <div class="choices" id="choix" hidden="">{choices}</div>
            <p role="status" id="etat"></p>
            <div class="wide compared" id="comparaison" role="region" aria-label=words::REGION tabindex="0"></div>
            {data(source, &cases)}
            <script type="module" src="../compare.js"></script>
        }
        .into_any()
    })
}

/// A list to choose an authority from, by kind.
fn choice(source: &Source<'_>, number: usize, label: &'static str) -> AnyView {
    let groups = AuthorityKind::ALL.iter().filter_map(|&kind| {
        let all = source.links.authorities.iter();
        let of_kind = all.filter(|sheet| sheet.reference.kind == kind);
        let options: Vec<_> = of_kind.map(|sheet| option(sheet)).collect();
        let label = (PageTexts::get().authorities_of_kind)(kind);
        (!options.is_empty()).then(|| view! { <optgroup label=label>{options}</optgroup> })
    });
    let id = format!("choix-{number}");
    view! {
        <p>
            <label for=id.clone()>{label}</label>
            <select id=id><option value="">{words::NONE}</option>{groups.collect_view()}</select>
        </p>
    }
    .into_any()
}

fn option(sheet: &Authority) -> AnyView {
    let size = sheet
        .population()
        .map(|population| (texts().size)(population.value));
    let name = [Some(sheet.reference.name.clone()), size];
    let name: Vec<_> = name.into_iter().flatten().collect();
    view! { <option value=sheet.reference.id.clone()>{name.join(", ")}</option> }.into_any()
}

/// What the script reads.
fn data(source: &Source<'_>, cases: &[Case]) -> AnyView {
    let all = source.links.authorities.iter();
    let authorities: serde_json::Map<_, _> = all
        .map(|sheet| (sheet.reference.id.clone(), authority(source, sheet, cases)))
        .collect();
    let words = document::words(&words::WORDS);
    let data = json!({ "words": words, "authorities": authorities });
    document::json("application/json", Some("donnees"), &data)
}

fn authority(source: &Source<'_>, sheet: &Authority, cases: &[Case]) -> Value {
    let reference = &sheet.reference;
    let regions = sheet.departements.iter().chain(&sheet.regions);
    let mut places: Vec<&str> = regions.map(|one| one.name.as_str()).collect();
    places.dedup();
    let levers = source.links.levers_used_by(&reference.id).into_iter();
    let levers: Vec<_> = levers
        .map(|(lever, count)| json!([name(lever), count]))
        .collect();
    let mut own: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    for case in cases {
        if !case.actor.authorities().contains(&reference.id) {
            continue;
        }
        let of_initiative = own.entry(&case.initiative).or_default();
        if of_initiative.is_empty() {
            order.push(&case.initiative);
        }
        of_initiative.push(case);
    }
    let acts = order
        .iter()
        .filter_map(|id| own.get(id).map(|all| acts(all)));
    let acts: Vec<_> = acts.collect();
    json!({
        "name": reference.name,
        "kind": texts().screen.authority_kind(reference.kind),
        "size": sheet.population().map(|one| words::size(one.value, one.year)),
        "place": places.join(", "),
        "count": source.links.initiatives_of(&reference.id),
        "levers": levers,
        "acts": acts,
    })
}

/// What an authority did for an initiative: each lever that it used, then what came of it, told once.
fn acts(cases: &[&Case]) -> Value {
    let says = |told: fn(&Case) -> &Told| cases.iter().find_map(|case| told(case).first.clone());
    let uses: Vec<_> = cases.iter().map(|case| lever_use(case)).collect();
    json!({
        "id": cases.first().map(|case| &case.initiative),
        "name": cases.first().map(|case| &case.name),
        "uses": uses,
        "result": says(|case| &case.result),
        "obstacle": says(|case| &case.obstacle),
    })
}

/// A lever, in what state, how, how much and when.
fn lever_use(case: &Case) -> Value {
    let how: Vec<_> = case.acts.iter().map(|act| act.how.as_str()).collect();
    let amounts = case.acts.iter().filter_map(|act: &Act| act.amount);
    let amounts: Vec<_> = amounts.map(texts().euros).collect();
    let years: BTreeSet<u16> = case.acts.iter().filter_map(|act| act.year).collect();
    let years: Vec<_> = years.iter().map(u16::to_string).collect();
    let facts = [amounts.join(", "), years.join(", ")];
    let facts: Vec<_> = facts.into_iter().filter(|one| !one.is_empty()).collect();
    json!({
        "lever": name(case.lever),
        "state": (texts().case_state)(case.state, case.certainty),
        "how": how,
        "facts": facts.join(" · "),
    })
}

fn name(lever: Lever) -> &'static str {
    (texts().screen.lever)(lever)
}
