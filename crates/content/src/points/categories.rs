//! The categories that keep their names, and those that become « autre ».

use super::fault::grouped;
use crate::fold::fold;
use core::fmt;
use model::data::points::{MAX_CATEGORIES, OTHER};
use std::{collections::BTreeMap, iter};

/// The categories of a table, the most frequent first.
#[derive(Clone, Debug, Default)]
pub struct Categories {
    /// Spelling and number of points of each.
    ranked: Vec<(String, usize)>,
    /// Points without one, or that the table itself calls « autre ».
    none: usize,
    /// Position of each spelling.
    slots: BTreeMap<String, u8>,
}

impl Categories {
    /// Counts categories without regard to case and accents. Keeps the most frequent spelling, the first in order among equals.
    pub fn of<'a>(categories: impl Iterator<Item = Option<&'a str>>) -> Self {
        let mut spellings: BTreeMap<&str, usize> = BTreeMap::new();
        for category in categories {
            *spellings.entry(category.unwrap_or_default()).or_default() += 1;
        }
        let mut groups: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
        for (&spelling, &count) in &spellings {
            let group = groups.entry(fold(spelling)).or_default();
            group.push((spelling, count));
        }
        let sum = |group: &[(&str, usize)]| group.iter().map(|(_, count)| count).sum::<usize>();
        let (none, mut named): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(key, _)| is_other(key));
        named.sort_by_key(|(_, group)| usize::MAX - sum(group));
        let slots = iter::zip(&named, 0..OTHER)
            .flat_map(|((_, group), slot)| group.iter().map(move |(spelling, _)| (*spelling, slot)))
            .map(|(spelling, slot)| (spelling.to_owned(), slot));
        Self {
            slots: slots.collect(),
            none: none.iter().map(|(_, group)| sum(group)).sum(),
            ranked: named
                .iter()
                .filter_map(|(_, group)| Some((usual(group)?, sum(group))))
                .collect(),
        }
    }

    /// The names of those that keep them.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let kept = self.ranked.iter().take(MAX_CATEGORIES);
        kept.map(|(name, _)| name.as_str())
    }

    /// The position of a category as written, or that of « autre ».
    pub fn slot(&self, category: Option<&str>) -> u8 {
        let slot = self.slots.get(category.unwrap_or_default());
        slot.copied().unwrap_or(OTHER)
    }
}

fn is_other(folded: &str) -> bool {
    matches!(folded, "" | "autre" | "autres" | "other")
}

fn usual(group: &[(&str, usize)]) -> Option<String> {
    let most = group.iter().rev().max_by_key(|(_, count)| count)?;
    Some(most.0.to_owned())
}

fn listed(categories: &[(String, usize)]) -> String {
    let one = |(name, count): &(String, usize)| format!("{name} ({})", grouped(*count));
    categories.iter().map(one).collect::<Vec<_>>().join(", ")
}

impl fmt::Display for Categories {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kept = self.ranked.len().min(MAX_CATEGORIES);
        let (kept, others) = self.ranked.split_at_checked(kept).unwrap_or_default();
        if kept.is_empty() {
            return f
                .write_str("Sans catégorie (--category en nomme la colonne, s'il y en a une).");
        }
        write!(f, "Catégories : {}", listed(kept))?;
        if self.none > 0 {
            write!(f, ", autre ou sans catégorie ({})", grouped(self.none))?;
        }
        if !others.is_empty() {
            let (shown, rest) = others.split_at_checked(9).unwrap_or((others, &[]));
            let more = match rest.len() {
                0 => String::new(),
                more => format!(" et {} de plus", grouped(more)),
            };
            write!(
                f,
                ".\nAu-delà de {MAX_CATEGORIES}, les plus rares deviennent « autre » : {}{more}",
                listed(shown)
            )?;
        }
        write!(f, ".")
    }
}
