//! Problems that show only across sheets: missing, unused, or written twice.

use super::{Content, Problem, Read, Rule, fold::fold};
use model::domain::{Initiative, Lever, Recommendation, Territory};
use std::collections::{BTreeMap, BTreeSet};

/// The problems of the collection.
pub fn check(content: &Content, shown_as: &str) -> Vec<Problem> {
    let mut problems = missing_levers(content, shown_as);
    problems.extend(written_twice(&content.initiatives));
    problems.extend(unused_authorities(content));
    problems.extend(misnumbered(&content.recommendations));
    problems
}

fn missing_levers(content: &Content, shown_as: &str) -> Vec<Problem> {
    Lever::ALL
        .iter()
        .map(|lever| lever.id())
        .filter(|id| content.levers.iter().all(|read| read.id != *id))
        .map(|id| Problem {
            file: format!("{shown_as}/leviers/{id}.md"),
            line: 1,
            rule: Rule::MissingLever,
            message: format!("La fiche du levier « {id} » manque."),
            remedy:
                "Créez ce fichier : les six leviers ont chacun leur fiche (voir docs/FORMAT.md)."
                    .to_owned(),
        })
        .collect()
}

/// Initiatives that have the same name and a place in common. Those that also have the same id are reported for that.
fn written_twice(initiatives: &[Read<Initiative>]) -> Vec<Problem> {
    let mut seen: BTreeMap<(String, Option<Territory>), &Read<Initiative>> = BTreeMap::new();
    let mut problems = Vec::new();
    for read in initiatives {
        let Some(summary) = read.sheet.as_ref().map(|sheet| &sheet.summary) else {
            continue;
        };
        // A place abroad is in no territory: there, the name alone counts.
        let territories = summary.places.iter().map(|place| place.territories.first());
        let keys: Vec<_> = territories
            .map(|territory| (fold(&summary.name), territory.cloned()))
            .collect();
        let same_id = |other: &&Read<Initiative>| other.id.eq_ignore_ascii_case(&read.id);
        let mut others = keys.iter().filter_map(|key| seen.get(key).copied());
        if let Some(other) = others.find(|other| !same_id(other)) {
            problems.push(Problem {
                file: read.path.clone(),
                line: read.line_of(read.notes.name_at),
                rule: Rule::DuplicateSheet,
                message: format!("{} a le même nom et le même lieu.", other.path),
                remedy: "Réunissez les deux fiches, ou donnez-leur des noms qui les distinguent."
                    .to_owned(),
            });
        } else {
            seen.extend(keys.into_iter().map(|key| (key, read)));
        }
    }
    problems
}

fn unused_authorities(content: &Content) -> Vec<Problem> {
    let used: BTreeSet<&String> = content
        .initiatives
        .iter()
        .flat_map(|read| &read.notes.authorities)
        .collect();
    content
        .authorities
        .iter()
        .filter(|read| !used.contains(&read.id))
        .map(|read| Problem {
            file: read.path.clone(),
            line: 1,
            rule: Rule::UnusedAuthority,
            message: format!("Aucune initiative ne cite la collectivité « {} ».", read.id),
            remedy: "Rien à corriger si c'est voulu : sa fiche reste lisible, sans initiative."
                .to_owned(),
        })
        .collect()
}

/// Recommendations are numbered as in the guide: each number once, from 1 on.
fn misnumbered(recommendations: &[Read<Recommendation>]) -> Vec<Problem> {
    let mut numbered: Vec<(u8, &Read<Recommendation>)> = recommendations
        .iter()
        .filter_map(|read| Some((read.sheet.as_ref()?.number, read)))
        .collect();
    numbered.sort_by_key(|&(number, _)| number);
    let expected = 1..;
    numbered
        .into_iter()
        .zip(expected)
        .find(|((number, _), expected)| number != expected)
        .map(|((number, read), expected)| Problem {
            file: read.path.clone(),
            line: 1,
            rule: Rule::RecommendationNumber,
            message: format!("La recommandation {number} est là où l'on attend la {expected}."),
            remedy: "Chaque numéro doit y être une fois, à partir de 1.".to_owned(),
        })
        .into_iter()
        .collect()
}
