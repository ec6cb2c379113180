//! Which typed words stand for which words of a name, in the best way.

use crate::grade::WHOLE;
use crate::query::{MOST_WORDS, Token};

/// The most words of a name that are compared.
const MOST: usize = 16;

/// How a typed text stands for a name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Alignment {
    /// The part of the name that was typed, 0 to 1.
    pub covered: f32,
    /// What the typed words that serve had asked for.
    pub demand: f32,
    /// The typed words that serve, one bit each.
    pub used: u32,
    /// How well the first telling word of the name was typed, 0 to 1.
    pub lead: f32,
    /// Whether the words come in the order of the name.
    pub in_order: bool,
}

/// A word of a name: its weight, and its grade with each typed word.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    pub weight: f32,
    pub grades: [u8; MOST_WORDS],
}

/// How typed words are counted.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Reading {
    /// The text is a name.
    Name,
    /// The text is an address.
    Address,
}

impl Reading {
    pub fn demand(self, token: &Token) -> f32 {
        match self {
            Self::Name => token.demand,
            Self::Address => token.demand_in_address,
        }
    }

    fn discount(self, token: &Token) -> f32 {
        match self {
            Self::Name if token.discount > 0.0 => 1.0,
            _ => token.discount,
        }
    }
}

/// A way to pair words: what it is worth, and what it uses.
#[derive(Clone, Copy, Default)]
struct Way {
    worth: f32,
    demand: f32,
    used: u32,
    parts: u32,
}

impl Way {
    fn with(self, part: usize, token: usize, worth: f32, demand: f32) -> Self {
        Self {
            worth: self.worth + worth,
            demand: self.demand + demand,
            used: self.used | 1 << token,
            parts: self.parts | 1 << part,
        }
    }

    fn better(self, other: Self) -> Self {
        if other.worth > self.worth {
            other
        } else {
            self
        }
    }
}

/// The best pairing of typed words with the words of a name: in their order, or in any order when that is clearly better.
pub(crate) fn align(parts: &[Part], tokens: &[Token], reading: Reading) -> Alignment {
    let parts = parts.get(..MOST.min(parts.len())).unwrap_or(parts);
    let total: f32 = parts.iter().map(|part| part.weight).sum();
    let ordered = in_order(parts, tokens, reading);
    let free = in_any_order(parts, tokens, reading);
    let keeps_order = free.worth <= 1.05 * ordered.worth;
    let way = if keeps_order { ordered } else { free };
    let most = parts.iter().map(|part| part.weight).fold(0.0, f32::max);
    let first = parts.iter().position(|part| part.weight >= most.min(1.0));
    Alignment {
        covered: if total > 0.0 { way.worth / total } else { 0.0 },
        demand: way.demand,
        used: way.used,
        lead: first.map_or(0.0, |first| lead(parts, first, tokens, way, reading)),
        in_order: keeps_order,
    }
}

/// The best worth of the first telling word, if the way has it.
fn lead(parts: &[Part], first: usize, tokens: &[Token], way: Way, reading: Reading) -> f32 {
    let Some(part) = parts.get(first).filter(|_| way.parts & 1 << first != 0) else {
        return 0.0;
    };
    let used = (0..tokens.len()).filter(|token| way.used & 1 << token != 0);
    let worths =
        used.filter_map(|token| worth(part, token, tokens, reading).map(|(worth, _)| worth));
    worths.fold(0.0, f32::max) / part.weight.max(f32::MIN_POSITIVE)
}

fn worth(part: &Part, token: usize, tokens: &[Token], reading: Reading) -> Option<(f32, f32)> {
    let grade = part.grades.get(token).copied().filter(|&grade| grade > 0)?;
    let token = tokens.get(token)?;
    let share = f32::from(grade) / f32::from(WHOLE);
    Some((
        share * part.weight * reading.discount(token),
        share * reading.demand(token),
    ))
}

/// The longest common subsequence, weighted.
fn in_order(parts: &[Part], tokens: &[Token], reading: Reading) -> Way {
    let mut above = [Way::default(); MOST_WORDS + 1];
    for (i, part) in parts.iter().enumerate() {
        let mut row = [Way::default(); MOST_WORDS + 1];
        let mut left = Way::default();
        for (j, (before, over)) in above
            .iter()
            .zip(above.iter().skip(1))
            .take(tokens.len())
            .enumerate()
        {
            let mut best = over.better(left);
            if let Some((worth, demand)) = worth(part, j, tokens, reading) {
                best = best.better(before.with(i, j, worth, demand));
            }
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = best;
            }
            left = best;
        }
        above = row;
    }
    above.get(tokens.len()).copied().unwrap_or_default()
}

fn in_any_order(parts: &[Part], tokens: &[Token], reading: Reading) -> Way {
    parts
        .iter()
        .enumerate()
        .fold(Way::default(), |way, (i, part)| {
            let free = (0..tokens.len()).filter(|token| way.used & 1 << token == 0);
            let pairs = free.filter_map(|j| {
                worth(part, j, tokens, reading).map(|(worth, demand)| way.with(i, j, worth, demand))
            });
            pairs.fold(way, Way::better)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Query;

    fn aligned(name: &str, typed: &str) -> Alignment {
        let query = Query::new(typed);
        let words: Vec<String> = crate::fold::words(name)
            .into_iter()
            .map(|word| word.text)
            .collect();
        let part = |word: &String| {
            let mut grades = [0; MOST_WORDS];
            for (grade, token) in grades.iter_mut().zip(&query.tokens) {
                *grade = token.typed().grade(word, crate::grade::letters(word));
            }
            Part {
                weight: crate::lexicon::weight(word),
                grades,
            }
        };
        let parts: Vec<Part> = words.iter().map(part).collect();
        align(&parts, &query.tokens, Reading::Name)
    }

    #[test]
    fn a_name_typed_whole_is_covered() {
        let whole = aligned("Villeneuve-d'Ascq", "villeneuve d'ascq");
        assert!(whole.covered > 0.99 && whole.lead > 0.99 && whole.in_order);
    }

    #[test]
    fn words_in_another_order_are_found_and_told() {
        let turned = aligned("Villeneuve-d'Ascq", "ascq villeneuve");
        assert!(turned.covered > 0.9 && !turned.in_order);
    }

    #[test]
    fn a_word_serves_once() {
        let once = aligned("Ville-la-Ville", "ville");
        assert!(once.covered < 0.6, "{once:?}");
    }

    #[test]
    fn nothing_in_common_is_nothing() {
        assert_eq!(aligned("Brest", "nantes").covered, 0.0);
        assert_eq!(aligned("", "nantes").covered, 0.0);
        assert_eq!(aligned("Brest", "").covered, 0.0);
    }
}
