//! Answers in a terminal.

use super::session::Reply;
use find::{Answer, Found, Group, Why};
use model::data::directory::NameKind;
use model::domain::TerritoryKind;
use std::fmt::Write;

/// The answers, under their headings, then what they cost.
pub fn shown(reply: &Reply) -> String {
    let mut out = String::new();
    for (group, answers) in &reply.groups {
        let heading = match group {
            Group::Territories => "Territoires",
            Group::Initiatives => "Initiatives",
            Group::Authorities => "Collectivités",
            Group::Words => "Leviers et thèmes",
        };
        let _ = writeln!(out, "{heading}");
        for answer in answers {
            let _ = writeln!(out, "  {:5.0}  {}", answer.score, line(answer));
        }
    }
    if reply.groups.is_empty() {
        out.push_str("Rien.\n");
    }
    let _ = write!(
        out,
        "({} noms, {} µs ; morceaux : {})",
        reply.names,
        reply.took.as_micros(),
        reply.fetched.join(", ")
    );
    out
}

/// « **Saint-Denis** (93 Seine-Saint-Denis), anciennement **Pierrefitte**-sur-Seine [commune:93066] ».
fn line(answer: &Answer) -> String {
    let mut out = match &answer.known_as {
        None => marked(&answer.name, answer),
        Some(_) => answer.name.clone(),
    };
    if let Some((code, name)) = &answer.departement {
        let _ = write!(out, " ({code} {name})");
    }
    if let Some((kind, name)) = &answer.known_as {
        let how = match kind {
            NameKind::Former => "anciennement",
            NameKind::District => "quartier :",
            NameKind::Usual | NameKind::Official => "dit",
        };
        let _ = write!(out, ", {how} {}", marked(name, answer));
    }
    match &answer.why {
        Some(Why::Says(words)) => {
            let _ = write!(out, ", parle de « {words} »");
        }
        Some(Why::Under(word)) => {
            let _ = write!(out, ", son thème ou son levier : « {word} »");
        }
        None => {}
    }
    let _ = write!(out, " [{}]", id(&answer.found));
    out
}

fn marked(name: &str, answer: &Answer) -> String {
    let mut out = String::new();
    let mut at = 0;
    for range in &answer.typed {
        let (before, typed) = (name.get(at..range.start), name.get(range.clone()));
        let _ = write!(
            out,
            "{}*{}*",
            before.unwrap_or_default(),
            typed.unwrap_or_default()
        );
        at = range.end;
    }
    out + name.get(at..).unwrap_or_default()
}

/// « commune:29151 », « initiative:bicyclo »: what a table of cases expects.
pub fn id(found: &Found) -> String {
    match found {
        Found::Territory(territory) => territory.to_string(),
        Found::Sheet(target) => format!("{}:{}", target.kind.id(), target.id),
    }
}

/// The name of a commune, for a table that expects a name: an arrondissement has the one of its city.
pub fn is_commune(found: &Found) -> bool {
    matches!(found, Found::Territory(territory) if territory.kind == TerritoryKind::Commune)
}
