//! The sheet of a recommendation.

use super::{References, evidence::read_sources};
use crate::reading::{Fields, GROUP, LEVER, SourceFile, THEME, read_body, read_halves};
use crate::{Rule, nearest};
use model::domain::{Heading, Recommendation};

/// Reads the sheet of a recommendation.
pub fn read_recommendation(
    file: &SourceFile,
    id: &str,
    refs: &References<'_>,
) -> Option<Recommendation> {
    let (front, body) = read_halves(file, |fields| read_front(fields, id, refs))?;
    let sections = read_body(file, body, Heading::RECOMMENDATION);
    front.map(|recommendation| Recommendation {
        sections,
        ..recommendation
    })
}

fn read_front(fields: &Fields<'_>, id: &str, refs: &References<'_>) -> Option<Recommendation> {
    let name = fields.text("name");
    let number = read_number(fields);
    let group = fields.choice("group", &GROUP);
    let levers = fields.choices("levers", &LEVER);
    let themes = fields.choices("themes", &THEME);
    let initiatives = read_initiatives(fields, refs);
    fields.text_if_any("notes");
    let sources = read_sources(fields, "sources", refs);
    Some(Recommendation {
        id: id.to_owned(),
        number: number?,
        name: name?,
        group: group?,
        levers,
        themes,
        initiatives,
        sections: Vec::new(),
        sources,
    })
}

fn read_number(fields: &Fields<'_>) -> Option<u8> {
    if !fields.has("number") {
        fields.missing("number");
    }
    let number = fields.integer_if_any("number")?;
    let small = u8::try_from(number).ok().filter(|&number| number > 0);
    if small.is_none() {
        fields.problem(
            "number",
            Rule::RecommendationNumber,
            format!("{number} n'est pas un numéro de recommandation."),
            "Écrivez son rang dans le guide : 1, 2, 3…",
        );
    }
    small
}

fn read_initiatives(fields: &Fields<'_>, refs: &References<'_>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for text in fields.texts("initiatives") {
        if ids.contains(&text.value) {
            fields.repeated(&text);
        } else if refs.initiatives.contains(&text.value) {
            ids.push(text.value);
        } else {
            let known = refs.initiatives.iter().map(String::as_str);
            fields.file().problem(
                text.bytes.start,
                Rule::UnknownInitiative,
                format!("Aucune initiative n'a l'identifiant « {} ».", text.value),
                match nearest::nearest(&text.value, known) {
                    Some(near) => format!("Vouliez-vous écrire « {near} » ? Sinon, retirez-le."),
                    None => "Corrigez l'identifiant, ou retirez-le.".to_owned(),
                },
            );
        }
    }
    ids
}
