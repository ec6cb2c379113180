//! The map in words, for whoever does not see it and for whoever wants to be told: what [`Overview`] holds, said in sentences. It needs
//! nothing but facts, so that a page, a panel and a screen reader say the same.

mod en;
mod fr;

use super::Texts;
use crate::Lang;
use crate::domain::{Facet, Filters, Overview};

/// Of the régions, communes and levers that are told in a row, so many.
const TOLD: usize = 3;
/// More régions without any are counted, not named.
const NAMED: usize = 7;
/// Of fewer initiatives, neither a share nor what has none says anything.
const MANY: usize = 10;

/// What the visitor asked for, and can be told.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The filters.
    pub filters: &'a Filters,
    /// The name of the territory, when they have one.
    pub territory: Option<&'a str>,
    /// Whether only what is in the view counts.
    pub in_view: bool,
}

/// The sentences, the most general first.
pub fn sentences(lang: Lang, facts: &Overview, asked: &Asked<'_>) -> Vec<String> {
    let say = match lang {
        Lang::Fr => fr::sentences,
        Lang::En => en::sentences,
    };
    say(facts, asked)
}

/// What is asked of each facet, with the names of the values.
fn values(lang: Lang, filters: &Filters) -> Vec<(Facet, Vec<&'static str>)> {
    let texts = Texts::of(lang);
    let all = Facet::ALL.iter().map(|&facet| {
        let asked = filters.asked(facet);
        let values = (0..).zip(facet.values()).map(|(value, _)| value);
        let asked = values.filter(|&value| asked.contains(value));
        (
            facet,
            asked.map(|value| texts.value(facet, value)).collect(),
        )
    });
    all.filter(|(_, values): &(Facet, Vec<_>)| !values.is_empty())
        .collect()
}

/// The name of the only value asked of a facet: what all have need not be told.
fn only(lang: Lang, asked: &Asked<'_>, facet: Facet) -> Option<&'static str> {
    let all = values(lang, asked.filters);
    match all.iter().find(|(known, _)| *known == facet) {
        Some((_, values)) => match values.as_slice() {
            [one] => Some(one),
            _ => None,
        },
        None => None,
    }
}

/// How a language says what is asked.
struct Criteria {
    /// « levier », before the names of its values.
    facet: fn(Facet) -> &'static str,
    /// « territoire », before its name.
    territory: &'static str,
    /// « ou ».
    or: &'static str,
    /// A name between quotation marks.
    quoted: fn(&str) -> String,
}

/// « levier « Foncier » ou « Subvention », thème « Habitat » »; empty where nothing is asked.
fn criteria(lang: Lang, asked: &Asked<'_>, words: &Criteria) -> String {
    let facets = values(lang, asked.filters).into_iter();
    let facets = facets.map(|(facet, values)| {
        let names: Vec<_> = values.iter().map(|name| (words.quoted)(name)).collect();
        format!("{} {}", (words.facet)(facet), list(&names, words.or))
    });
    let territory = asked
        .territory
        .map(|name| format!("{} {}", words.territory, (words.quoted)(name)));
    facets.chain(territory).collect::<Vec<_>>().join(", ")
}

/// Two sentences that belong together, or the one there is.
fn joined(first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some(format!("{first} {second}")),
        (first, second) => first.or(second),
    }
}

/// « a, b et c ».
fn list(items: &[String], and: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {and} {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests;
