//! How well a text stands for a name: exact names first, then beginnings, words inside, typing errors; the population between equals.
//!
//! A score is at most 1,000 for what was typed, plus what the population adds: 168 for ten million inhabitants, 96 for ten thousand.

use crate::align::{Alignment, Part, Reading, align};
use crate::answer::Found;
use crate::fold::is_number;
use crate::query::{Query, Token};
use model::data::directory::NameKind;
use model::domain::{TerritoryKind, commune_of, departement_of};

/// What one step of [`size_of`](model::data::directory::size_of) adds.
const A_STEP: f32 = 0.9;
/// What the first telling word of a name covers of it in an address.
const SHORTENED: f32 = 0.8;
/// A text of which less is found is not answered.
const LEAST: f32 = 200.0;

/// A name to compare.
pub(crate) struct Candidate<'a> {
    pub found: &'a Found,
    pub kind: NameKind,
    /// Words of the name; none when nothing that was typed could find it.
    pub parts: &'a [Part],
    pub glued: &'a str,
    pub postcodes: &'a [u32],
    pub size: u8,
}

/// What is said of where to look: départements by name or number, and the typed words that say it, one bit each.
pub(crate) struct Context {
    pub departements: Vec<(String, u32)>,
}

impl Context {
    /// The typed words that name the département of a territory.
    fn words_of(&self, found: &Found) -> u32 {
        let Some(code) = departement(found) else {
            return 0;
        };
        let here = self.departements.iter().filter(|(known, _)| known == code);
        here.fold(0, |words, (_, mask)| words | mask)
    }
}

/// The score of a name, if it has anything of what was typed. `is_known`: some name has the code that was typed.
pub(crate) fn score(
    candidate: &Candidate<'_>,
    query: &Query,
    context: &Context,
    is_known: bool,
) -> Option<f32> {
    let text = match candidate.parts {
        [] => 0.0,
        _ => as_name(candidate, query, context).max(as_address(candidate, query)),
    };
    let text = text
        .max(glued(candidate.glued, query))
        .max(number(candidate.found, query));
    let said = with_code(candidate, query, context, text, is_known);
    (said >= LEAST)
        .then(|| said + f32::from(candidate.size) * A_STEP + preference(candidate, query))
}

/// The text is a name, or its beginning: all of it should be found.
fn as_name(candidate: &Candidate<'_>, query: &Query, context: &Context) -> f32 {
    let found = align(candidate.parts, &query.tokens, Reading::Name);
    if found.used == 0 {
        return 0.0;
    }
    let asked: f32 = query.tokens.iter().map(|token| token.demand).sum();
    let served = found.demand + beside(candidate.found, query, context, &found);
    let share = if asked > 0.0 {
        (served / asked).min(1.0)
    } else {
        0.0
    };
    let exact = if share > 0.97 && found.covered > 0.93 {
        0.15
    } else {
        0.0
    };
    1000.0 * share * share * (0.6 + 0.25 * found.covered + exact) * form(&found)
}

/// What was asked by words beside the name that suit what was found: its département, its kind.
fn beside(found: &Found, query: &Query, context: &Context, aligned: &Alignment) -> f32 {
    let here = context.words_of(found);
    let kind = match found {
        Found::Territory(territory) => Some(territory.kind),
        Found::Sheet(_) => None,
    };
    let suits = |(at, token): &(usize, &Token)| {
        let is_unused = aligned.used & 1 << at == 0;
        is_unused && (here & 1 << at != 0 || (token.kind.is_some() && token.kind == kind))
    };
    let tokens = query.tokens.iter().enumerate();
    tokens.filter(suits).map(|(_, token)| token.demand).sum()
}

/// The text is an address: the name should be found whole, and the rest does not matter.
fn as_address(candidate: &Candidate<'_>, query: &Query) -> f32 {
    let several = query.tokens.len() > 2;
    if !query.is_address && !several {
        return 0.0;
    }
    let found = align(candidate.parts, &query.tokens, Reading::Address);
    let asked: f32 = query
        .tokens
        .iter()
        .map(|token| token.demand_in_address)
        .sum();
    let share = if asked > 0.0 {
        (found.demand / asked).min(1.0)
    } else {
        0.0
    };
    let most = if query.is_address { 930.0 } else { 560.0 };
    let is_place = matches!(candidate.found, Found::Territory(territory) if territory.kind == TerritoryKind::Commune);
    let most = if is_place { most } else { 0.6 * most };
    // Long names are shortened in addresses: « Levallois », « Sarlat ».
    let covered = found.covered.max(SHORTENED * found.lead);
    most * (0.75 + 0.25 * share) * covered * covered.sqrt() * form(&found) * place(&found, query)
}

fn form(found: &Alignment) -> f32 {
    let lead = if found.lead > 0.0 { 1.0 } else { 0.84 };
    let order = if found.in_order { 1.0 } else { 0.93 };
    lead * order
}

/// A commune stands at an end of an address, most often the last.
fn place(found: &Alignment, query: &Query) -> f32 {
    let telling = |at: &usize| {
        query.tokens.get(*at).is_some_and(|token| {
            token.discount > 0.3 && token.demand > 0.15 && !is_number(&token.text)
        })
    };
    let used = |at: usize| found.used & 1 << at != 0;
    let mut places = (0..query.tokens.len()).filter(telling);
    let first = places.next();
    let last = places.next_back().or(first);
    match (last.is_some_and(used), first.is_some_and(used)) {
        (true, _) => 1.0,
        (_, true) => 0.95,
        _ => 0.8,
    }
}

/// « villeneuvedascq », « mont ferrand ».
fn glued(name: &str, query: &Query) -> f32 {
    let typed = query.glued.iter().filter(|typed| typed.len() >= 5);
    let scores = typed.map(|typed| match name.strip_prefix(typed.as_str()) {
        Some("") => 960.0,
        Some(rest) => 560.0 + 240.0 * typed.len() as f32 / (typed.len() + rest.len()) as f32,
        None => 0.0,
    });
    scores.fold(0.0, f32::max)
}

/// The number of a département alone, or the SIREN of a group.
fn number(found: &Found, query: &Query) -> f32 {
    let Found::Territory(territory) = found else {
        return 0.0;
    };
    let alone = query.tokens.len() == 1;
    let is_it = match territory.kind {
        TerritoryKind::Departement => query.departements.contains(&territory.code),
        TerritoryKind::Epci | TerritoryKind::Ept => query.code.as_ref() == Some(&territory.code),
        _ => false,
    };
    match (is_it, alone) {
        (true, true) => 1000.0,
        (true, false) if !query.is_address => 300.0,
        _ => 0.0,
    }
}

/// A postcode or an INSEE code decides among communes, whatever else was typed.
fn with_code(
    candidate: &Candidate<'_>,
    query: &Query,
    context: &Context,
    text: f32,
    is_known: bool,
) -> f32 {
    let Found::Territory(territory) = candidate.found else {
        return text;
    };
    if let Some((start, tens)) = query.code_start {
        let mut postcodes = candidate.postcodes.iter();
        let begins = postcodes.any(|postcode| postcode / tens == start);
        return if begins { text.max(600.0) } else { text };
    }
    let Some(code) = &query.code else {
        let bonus = if context.words_of(candidate.found) != 0 && text > LEAST {
            60.0
        } else {
            0.0
        };
        return text + bonus;
    };
    let alone = query.tokens.len() == 1;
    let has_postcode = query
        .postcode
        .is_some_and(|postcode| candidate.postcodes.contains(&postcode));
    let is_commune = territory.kind == TerritoryKind::Commune;
    if is_commune && (has_postcode || territory.code == *code) {
        let base = match (has_postcode, candidate.kind) {
            // A former name has the postcode of the whole commune, which is meant.
            (true, NameKind::Official) => 640.0,
            (true, _) => 540.0,
            (false, _) => 600.0,
        };
        // A city has the postcodes of its arrondissements, which are meant unless a street is.
        let is_closer = commune_of(&territory.code) != territory.code && query.tokens.len() <= 2;
        let closer = if is_closer { 60.0 } else { 0.0 };
        return closer
            + if alone {
                text.max(base + 300.0)
            } else {
                base + 0.35 * text
            };
    }
    let near =
        is_commune && departement_of(&territory.code) == departement_of_code(code, &territory.code);
    let around = territory.kind == TerritoryKind::Departement
        && territory.code == departement_of_code(code, &territory.code);
    match (is_known, near || around) {
        (true, _) if text < 1000.0 && territory.code != *code && is_commune => 0.6 * text,
        // A cedex, or a mistake: the first digits still tell the département.
        (false, true) => (text + 120.0).max(300.0),
        _ => text,
    }
}

/// The département of a postcode; Corsica has two for one number.
fn departement_of_code<'a>(code: &'a str, of: &'a str) -> &'a str {
    match code.get(..2) {
        Some("20") if of.starts_with("2A") || of.starts_with("2B") => departement_of(of),
        _ => departement_of(code),
    }
}

/// The département of a commune, or that it is.
fn departement(found: &Found) -> Option<&str> {
    let Found::Territory(territory) = found else {
        return None;
    };
    match territory.kind {
        TerritoryKind::Commune => Some(departement_of(&territory.code)),
        TerritoryKind::Departement => Some(&territory.code),
        _ => None,
    }
}

/// Between names that are typed as well.
fn preference(candidate: &Candidate<'_>, query: &Query) -> f32 {
    let name = match candidate.kind {
        NameKind::Official => 0.0,
        NameKind::Usual => -20.0,
        NameKind::Former => -40.0,
        NameKind::District => -60.0,
    };
    let Found::Territory(territory) = candidate.found else {
        return name;
    };
    let asked = query.kinds.contains(&territory.kind);
    let kind = match territory.kind {
        TerritoryKind::Commune => 6.0,
        TerritoryKind::Region => 4.0,
        TerritoryKind::Departement => 2.0,
        TerritoryKind::Epci | TerritoryKind::Ept => 0.0,
    };
    name + kind + if asked { 150.0 } else { 0.0 }
}
