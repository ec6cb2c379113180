//! What a ring or a tag counts: for each lever, the initiatives for which an authority used it, as the filters count them.

use super::Ingredients;
use crate::domain::{Category, Lever, Summary, ValueSet};
use engine::{CLASSES, Parts};

/// An initiative counts for each lever that an authority used, of those asked for; where none did, in the pale colour of the lever of
/// another actor or of a wish; otherwise in grey.
pub fn counted(summary: &Summary, asked: ValueSet) -> Parts {
    let mut parts = Parts::default();
    let is_asked = |category: &Category| asked.is_empty() || asked.contains(category.index());
    for category in summary.categories().filter(is_asked) {
        match (category, summary.drawn(category)) {
            (Category::NoLever, drawn @ Category::Lever(_)) => add(&mut parts.pale, drawn),
            (category, _) => add(&mut parts.full, category),
        }
    }
    parts
}

fn add(counts: &mut [u32; CLASSES], category: Category) {
    if let Some(count) = counts.get_mut(usize::from(category.index())) {
        *count += 1;
    }
}

impl Ingredients<'_> {
    /// What all these count for.
    pub(super) fn parts(&self, items: &[u32]) -> Parts {
        let mut parts = Parts::default();
        for summary in items.iter().filter_map(|&item| self.summary(item)) {
            parts += counted(summary, self.asked);
        }
        parts
    }
}

/// The levers that authorities used, each with its count.
pub(super) fn levers(parts: &Parts) -> Vec<(Lever, usize)> {
    let counts = parts.full.map(|count| count as usize);
    let levers = Lever::ALL.iter().copied().zip(counts);
    levers.filter(|&(_, count)| count > 0).collect()
}
