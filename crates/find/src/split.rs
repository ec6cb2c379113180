//! Shares names out among shards, so that a text requires few of them.

use crate::keys::{LONGEST, words_of};
use model::data::directory::{Entry, NameKind, Shard};
use model::domain::TerritoryKind;
use std::collections::BTreeMap;

/// A key that more names would share gets a letter more.
const MOST_ENTRIES: usize = 600;
/// The first letters of a key.
const SHORTEST: usize = 2;

/// All names: those that everyone fetches, and the others by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// Régions, départements and the largest places, and the keys of the others.
    pub first: Shard,
    /// The others: a name is under each of its telling words, its codes and its postcodes.
    pub others: BTreeMap<String, Shard>,
}

/// Shares names out. `is_first` says which go into the first shard.
pub fn split(entries: Vec<Entry>, is_first: impl Fn(&Entry) -> bool) -> Directory {
    let (mut first, rest): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(is_first);
    first.sort();
    let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, entry) in rest.iter().enumerate() {
        for word in key_words(entry) {
            by_word.entry(word).or_default().push(at);
        }
    }
    let words: Vec<(String, Vec<usize>)> = by_word.into_iter().collect();
    let mut shards = BTreeMap::new();
    share(&words, SHORTEST, &mut shards);
    let others: BTreeMap<String, Shard> = shards
        .into_iter()
        .map(|(key, numbers)| {
            let mut entries: Vec<Entry> = numbers
                .iter()
                .filter_map(|&at| rest.get(at))
                .cloned()
                .collect();
            entries.sort();
            (
                key,
                Shard {
                    keys: Vec::new(),
                    entries,
                },
            )
        })
        .collect();
    let keys = others.keys().cloned().collect();
    Directory {
        first: Shard {
            keys,
            entries: first,
        },
        others,
    }
}

fn key_words(entry: &Entry) -> Vec<String> {
    let mut words = words_of(&entry.name);
    if entry.territory.kind == TerritoryKind::Commune && entry.kind == NameKind::Official {
        words.push(entry.territory.code.to_lowercase());
        words.extend(entry.postcodes.iter().map(|code| format!("{code:05}")));
    }
    words
}

/// Shares sorted words that begin alike, by their first `length` characters.
fn share(words: &[(String, Vec<usize>)], length: usize, shards: &mut BTreeMap<String, Vec<usize>>) {
    let start = |word: &str| word.chars().take(length).collect::<String>();
    for group in words.chunk_by(|(a, _), (b, _)| start(a) == start(b)) {
        let mut numbers: Vec<usize> = group
            .iter()
            .flat_map(|(_, numbers)| numbers.iter().copied())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let Some((word, _)) = group.first() else {
            continue;
        };
        let key = start(word);
        let is_shorter = |(word, _): &(String, Vec<usize>)| word.chars().count() <= length;
        if numbers.len() <= MOST_ENTRIES || length >= LONGEST {
            shards.entry(key).or_default().extend(numbers);
            continue;
        }
        // Words that have no further letter come first.
        let (short, longer) = group.split_at(group.partition_point(is_shorter));
        if !short.is_empty() {
            let mut numbers: Vec<usize> = short
                .iter()
                .flat_map(|(_, numbers)| numbers.iter().copied())
                .collect();
            numbers.sort_unstable();
            numbers.dedup();
            shards.insert(key, numbers);
        }
        share(longer, length + 1, shards);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use model::domain::Territory;

    fn commune(code: usize, name: &str) -> Entry {
        Entry {
            territory: Territory {
                kind: TerritoryKind::Commune,
                code: format!("{code:05}"),
            },
            kind: NameKind::Official,
            name: name.to_owned(),
            official: name.to_owned(),
            postcodes: vec![29600],
            size: 50,
        }
    }

    #[test]
    fn a_name_is_found_under_each_of_its_words_and_codes() {
        let directory = split(vec![commune(29151, "Saint-Pol-de-Morlaix")], |_| false);
        for typed in ["saint pol", "morlaix", "29600", "29151", "POL"] {
            let keys = Query::new(typed).shards(&directory.first.keys);
            let found = keys
                .iter()
                .any(|key| directory.others[key].entries.len() == 1);
            assert!(found, "{typed}: {keys:?}");
        }
    }

    #[test]
    fn a_key_that_many_share_gets_a_letter_more() {
        let mut entries: Vec<Entry> = (0..800)
            .map(|at| commune(at, &format!("Mar{}", char::from(b'a' + (at % 26) as u8))))
            .collect();
        entries.push(commune(9000, "Ma"));
        entries.push(commune(9001, "Mo"));
        let directory = split(entries, |_| false);
        let keys: Vec<&str> = directory
            .others
            .keys()
            .map(String::as_str)
            .filter(|key| key.starts_with('m'))
            .collect();
        assert_eq!(keys.first(), Some(&"ma"));
        assert!(keys.contains(&"mara") && keys.contains(&"mo") && !keys.contains(&"mar"));
        assert_eq!(directory.others["ma"].entries.len(), 1);
    }

    #[test]
    fn the_first_shard_holds_what_it_is_told_to() {
        let directory = split(vec![commune(1, "Ambléon"), commune(2, "Paris")], |entry| {
            entry.name == "Paris"
        });
        assert_eq!(directory.first.entries.len(), 1);
        assert!(
            directory
                .others
                .values()
                .all(|shard| shard.entries.iter().all(|entry| entry.name != "Paris"))
        );
    }
}
