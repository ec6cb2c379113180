//! The names among which is looked for, and the answers.

use crate::align::Part;
use crate::answer::{Answer, Found, Group};
use crate::fold::{is_number, words};
use crate::grade::{WHOLE, letters};
use crate::lexicon;
use crate::mention::{Mention, Said, is_asked};
use crate::query::{MOST_WORDS, Query, Token};
use crate::rank::{Candidate, Context, score};
use model::data::directory::{Entry, NameKind, Shard};
use model::data::named::Named;
use model::domain::{TerritoryKind, departement_of};
use std::collections::BTreeMap;
use std::ops::Range;

/// The most answers of each group.
const MOST_TERRITORIES: usize = 6;
const MOST_SHEETS: usize = 4;
/// The most initiatives, with those that only mention what was typed.
const MOST_MENTIONED: usize = 6;

/// An answer worth less than this part of the best one only distracts.
const WORTH_SHOWING: f32 = 0.42;

/// The rank of a sheet among territories of the same score: that of a town of 8,000 inhabitants.
const SHEET_SIZE: u8 = 104;

/// How much of a name its other words are: they find it, and cover nothing of it.
const ALSO_WEIGHT: f32 = 0.02;

/// Names, in memory.
#[derive(Clone, Debug, Default)]
pub struct Index {
    items: Vec<Item>,
    /// Each word of the names, once.
    vocabulary: Vec<Known>,
    numbers: BTreeMap<String, usize>,
    /// Names of départements, and the words of each, by code.
    departements: BTreeMap<String, (String, Vec<String>)>,
    keys: Vec<String>,
    mentions: Vec<Mention>,
    /// The words of the last text.
    columns: Vec<Column>,
}

/// A word of names.
#[derive(Clone, Debug)]
struct Known {
    text: String,
    letters: u32,
}

#[derive(Clone, Debug)]
struct Item {
    found: Found,
    name: String,
    official: String,
    kind: NameKind,
    /// Words of the name, by their number in the vocabulary, with their weight.
    words: Vec<(usize, f32)>,
    glued: String,
    postcodes: Vec<u32>,
    size: u8,
}

/// A typed word, and its grade with each word of the vocabulary. Typing changes the last one: the others are kept.
#[derive(Clone, Debug, Default)]
struct Column {
    text: String,
    is_partial: bool,
    is_code: bool,
    /// Whether it is a word of some name.
    is_word: bool,
    grades: Vec<u8>,
}

impl Column {
    fn is_of(&self, token: &Token) -> bool {
        self.text == token.text
            && self.is_partial == token.is_partial
            && self.is_code == token.is_code
    }

    fn grade(&self, word: usize) -> u8 {
        self.grades.get(word).copied().unwrap_or_default()
    }
}

impl Index {
    /// Adds what the page has: names, or what initiatives say of themselves.
    pub fn add_named(&mut self, list: impl IntoIterator<Item = Named>) {
        for named in list {
            if !named.says.is_empty() {
                self.mentions.push(Mention::of(named));
                continue;
            }
            let found = Found::Sheet(named.target);
            let mut item = self.item(&named.name, found.clone());
            item.size = SHEET_SIZE;
            match Group::of_found(&found) {
                // A lever and a theme have other names.
                Group::Words => {
                    for name in named.also.split(", ").filter(|name| !name.is_empty()) {
                        let other = self.item(name, found.clone());
                        self.items.push(Item {
                            kind: NameKind::Usual,
                            official: named.name.clone(),
                            size: SHEET_SIZE,
                            ..other
                        });
                    }
                }
                _ => {
                    for word in words(&named.also) {
                        item.words.push((self.number(&word.text), ALSO_WEIGHT));
                    }
                }
            }
            self.items.push(item);
        }
    }

    /// Adds a shard. The first one tells the keys of the others.
    pub fn add(&mut self, shard: Shard) {
        if !shard.keys.is_empty() {
            self.keys = shard.keys;
        }
        for entry in shard.entries {
            self.add_entry(entry);
        }
    }

    /// Keys of the shards that can be fetched.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The answers, by groups: the group with the best answer first, and in each the best first.
    pub fn answers(&mut self, query: &Query) -> Vec<(Group, Vec<Answer>)> {
        let mut groups: Vec<(Group, Vec<Answer>)> = Vec::new();
        self.grade(query);
        let ranked = self.ranked(query);
        let best = ranked.first().map_or(0.0, |&(score, _)| score);
        let mut seen: Vec<&Found> = Vec::new();
        for (score, item) in ranked {
            if score < WORTH_SHOWING * best {
                break;
            }
            let group = Group::of_found(&item.found);
            let most = if group == Group::Territories {
                MOST_TERRITORIES
            } else {
                MOST_SHEETS
            };
            let at = groups.iter().position(|(known, _)| *known == group);
            let full = at
                .and_then(|at| groups.get(at))
                .is_some_and(|(_, answers)| answers.len() >= most);
            if full || seen.contains(&&item.found) {
                continue;
            }
            seen.push(&item.found);
            let answer = self.answer(item, query, score);
            match at.and_then(|at| groups.get_mut(at)) {
                Some((_, answers)) => answers.push(answer),
                None => groups.push((group, vec![answer])),
            }
        }
        self.mention(query, &mut groups);
        groups
    }

    /// Adds initiatives that mention what was typed, the best first, below those that it names.
    fn mention(&self, query: &Query, groups: &mut Vec<(Group, Vec<Answer>)>) {
        let mut said: Vec<Said> = Vec::new();
        let mut best = 0;
        if is_asked(query) {
            said.extend(self.mentions.iter().map(|one| one.said(query)));
            best = said.iter().map(|said| said.worth).max().unwrap_or_default();
        }
        let is_own = |(group, _): &(Group, Vec<Answer>)| *group == Group::Initiatives;
        let at = groups.iter().position(is_own).unwrap_or(groups.len());
        if best > 0 && at == groups.len() {
            groups.push((Group::Initiatives, Vec::new()));
        }
        let Some((_, answers)) = groups.get_mut(at) else {
            return;
        };
        for worth in (1..=best).rev() {
            for (one, said) in self.mentions.iter().zip(&said) {
                let found = Found::Sheet(one.target.clone());
                let is_full = answers.len() >= MOST_MENTIONED;
                if said.worth != worth || is_full || answers.iter().any(|one| one.found == found) {
                    continue;
                }
                answers.push(Answer {
                    found,
                    name: one.name.clone(),
                    known_as: None,
                    why: Some(one.why(*said)),
                    departement: None,
                    postcodes: Vec::new(),
                    typed: Vec::new(),
                    score: 0.0,
                });
            }
        }
    }

    /// Every name that has something of what was typed, with its score, the best first.
    fn ranked(&self, query: &Query) -> Vec<(f32, &Item)> {
        if query.is_empty() {
            return Vec::new();
        }
        let context = self.context(query);
        let is_known = query
            .code
            .as_ref()
            .is_some_and(|code| self.items.iter().any(|item| item.has_code(code)));
        let has_grade = |word: usize| self.columns.iter().any(|column| column.grade(word) > 0);
        let touched: Vec<bool> = (0..self.vocabulary.len())
            .map(|word| has_grade(word) && self.tells(word))
            .collect();
        let is_touched = |word: usize| touched.get(word).is_some_and(|&touched| touched);
        let mut ranked: Vec<(f32, &Item)> = Vec::new();
        let mut parts = Vec::new();
        for item in &self.items {
            parts.clear();
            if item.words.iter().any(|&(word, _)| is_touched(word)) {
                parts.extend(item.parts(&self.columns));
            }
            let candidate = Candidate {
                found: &item.found,
                kind: item.kind,
                parts: &parts,
                glued: &item.glued,
                postcodes: &item.postcodes,
                size: item.size,
            };
            if let Some(score) = score(&candidate, query, &context, is_known) {
                ranked.push((score, item));
            }
        }
        ranked.sort_unstable_by(|(a, one), (b, other)| {
            b.total_cmp(a).then_with(|| one.found.cmp(&other.found))
        });
        ranked
    }

    /// Grades the words that were not typed before, and those that were with the names that came since.
    fn grade(&mut self, query: &Query) {
        let mut known = std::mem::take(&mut self.columns);
        for token in &query.tokens {
            let is_word = self.numbers.contains_key(&token.text);
            let same = known.iter().position(|column| column.is_of(token));
            let column = same.map(|at| known.swap_remove(at));
            let mut column = column
                .filter(|column| column.is_word == is_word)
                .unwrap_or_else(|| Column {
                    text: token.text.clone(),
                    is_partial: token.is_partial,
                    is_code: token.is_code,
                    is_word,
                    grades: Vec::new(),
                });
            let typed = token.typed();
            let new = self.vocabulary.iter().skip(column.grades.len());
            column.grades.extend(new.map(|known| match is_word {
                // A code is found among codes; a former one is a name.
                _ if token.is_code => u8::from(typed.text == known.text) * WHOLE,
                // A word that exists is less likely to be a mistake for another.
                true => typed.grade_of_known(&known.text, known.letters),
                false => typed.grade(&known.text, known.letters),
            }));
            self.columns.push(column);
        }
    }

    /// Whether the word alone may find a name: articles and numbers do not.
    fn tells(&self, word: usize) -> bool {
        let known = self.vocabulary.get(word);
        known.is_some_and(|known| {
            !lexicon::is_small(&known.text) && (!is_number(&known.text) || known.text.len() > 2)
        })
    }

    /// Départements that are named beside something else: « morlaix finistère ».
    fn context(&self, query: &Query) -> Context {
        let texts: Vec<&str> = query
            .tokens
            .iter()
            .map(|token| token.text.as_str())
            .collect();
        let named = self.departements.iter().filter_map(|(code, (_, name))| {
            let at = texts
                .windows(name.len().max(1))
                .position(|part| part == name)?;
            let mask = (at..at + name.len()).fold(0, |mask, at| mask | 1 << at);
            (name.len() < texts.len()).then(|| (code.clone(), mask))
        });
        let numbers = query.tokens.iter().enumerate().filter_map(|(at, token)| {
            let code = token.text.to_ascii_uppercase();
            query
                .departements
                .contains(&code)
                .then_some((code, 1 << at))
        });
        Context {
            departements: named.chain(numbers).collect(),
        }
    }

    fn add_entry(&mut self, entry: Entry) {
        let Entry {
            territory,
            kind,
            name,
            official,
            postcodes,
            size,
        } = entry;
        if territory.kind == TerritoryKind::Departement && kind == NameKind::Official {
            let own = words(&official).into_iter().map(|word| word.text).collect();
            self.departements
                .insert(territory.code.clone(), (official.clone(), own));
        }
        let item = self.item(&name, Found::Territory(territory));
        self.items.push(Item {
            kind,
            official,
            postcodes,
            size,
            ..item
        });
    }

    fn item(&mut self, name: &str, found: Found) -> Item {
        let words = words(name);
        let mut weights: Vec<f32> = words
            .iter()
            .map(|word| lexicon::weight(&word.text))
            .collect();
        // « Les Saintes » has no word that says more.
        if weights.iter().all(|&weight| weight < 0.3) {
            weights.iter_mut().for_each(|weight| *weight = 1.0);
        }
        Item {
            found,
            name: name.to_owned(),
            official: name.to_owned(),
            kind: NameKind::Official,
            glued: words.iter().map(|word| word.text.as_str()).collect(),
            words: words
                .iter()
                .zip(weights)
                .map(|(word, weight)| (self.number(&word.text), weight))
                .collect(),
            postcodes: Vec::new(),
            size: 0,
        }
    }

    fn number(&mut self, word: &str) -> usize {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = self.vocabulary.len();
        self.numbers.insert(word.to_owned(), number);
        self.vocabulary.push(Known {
            letters: letters(word),
            text: word.to_owned(),
        });
        number
    }

    fn answer(&self, item: &Item, query: &Query, score: f32) -> Answer {
        let known_as = (item.kind != NameKind::Official).then(|| (item.kind, item.name.clone()));
        let code = match &item.found {
            Found::Territory(territory) if territory.kind == TerritoryKind::Commune => {
                Some(departement_of(&territory.code))
            }
            _ => None,
        };
        let departement = code.map(|code| {
            (
                code.to_owned(),
                self.departements
                    .get(code)
                    .map(|(name, _)| name.clone())
                    .unwrap_or_default(),
            )
        });
        Answer {
            found: item.found.clone(),
            name: item.official.clone(),
            typed: typed_in(&item.name, query),
            postcodes: item.postcodes.clone(),
            known_as,
            why: None,
            departement,
            score,
        }
    }
}

impl Item {
    fn parts(&self, columns: &[Column]) -> impl Iterator<Item = Part> {
        self.words.iter().map(move |&(word, weight)| {
            let mut grades = [0; MOST_WORDS];
            for (grade, column) in grades.iter_mut().zip(columns) {
                *grade = column.grade(word);
            }
            Part { weight, grades }
        })
    }

    fn has_code(&self, code: &str) -> bool {
        let own = matches!(&self.found, Found::Territory(territory) if territory.code == code);
        own || self.name == code
            || code
                .parse()
                .is_ok_and(|code| self.postcodes.contains(&code))
    }
}

/// Where the name shows what was typed: whole words, or their beginnings.
fn typed_in(name: &str, query: &Query) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for word in words(name) {
        let grade =
            |token: &crate::query::Token| token.typed().grade(&word.text, letters(&word.text));
        let best = query.tokens.iter().max_by_key(|token| grade(token));
        let Some(token) = best.filter(|token| grade(token) > 0) else {
            continue;
        };
        let range = match word.text.starts_with(&token.text) {
            true => word.start(token.text.chars().count()),
            false => word.span.clone(),
        };
        match ranges.last_mut() {
            Some(last) if last.end >= range.start => last.end = last.end.max(range.end),
            _ => ranges.push(range),
        }
    }
    ranges
}
