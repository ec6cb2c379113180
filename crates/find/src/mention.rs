//! What initiatives say of themselves in a sentence, and the levers and themes they are of: what no name has is found there, after all
//! names.
//!
//! A word of a sentence is found whole, in the other number, by its beginning while it is typed, or by a word that stands for it. A typing
//! error is not forgiven: sentences have too many words for that.

use crate::answer::Why;
use crate::fold::words;
use crate::grade::is_plural;
use crate::lexicon::is_small;
use crate::query::{Query, Token};
use model::data::named::Named;
use model::domain::Target;
use model::text::synonyms::alike;
use std::ops::Range;

/// The beginning of a word tells from so many letters on, a whole word from fewer.
const TELLING_START: usize = 5;
const TELLING_WORD: usize = 3;

/// An initiative, and the words that find it.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub target: Target,
    pub name: String,
    says: String,
    /// Words of its sentence, folded, with where they stand in it.
    spoken: Vec<(String, Range<usize>)>,
    /// Words of its name and of its places: they complete what was typed beside a word of the sentence.
    beside: Vec<String>,
    under: String,
}

/// How a lever or a theme is written among those of an initiative.
pub fn under(target: &Target) -> String {
    format!("{}={}", target.kind.id(), target.id)
}

impl Mention {
    /// Of what has a sentence.
    pub fn of(named: &Named) -> Option<Self> {
        let folded = |text: &str| words(text).into_iter().map(|word| word.text);
        let spoken = words(&named.says).into_iter();
        let spoken = spoken.filter(|word| !is_small(&word.text));
        (!named.says.is_empty()).then(|| Self {
            target: named.target.clone(),
            name: named.name.clone(),
            spoken: spoken.map(|word| (word.text, word.span)).collect(),
            beside: folded(&named.name).chain(folded(&named.also)).collect(),
            says: named.says.clone(),
            under: named.under.clone(),
        })
    }

    /// Whether it is of this lever or theme.
    pub fn is_under(&self, target: &Target) -> bool {
        let asked = under(target);
        self.under.split(' ').any(|one| one == asked)
    }

    /// What of its sentence was typed, with how well, if all of the text is in the sentence, the name or the places.
    pub fn said(&self, tokens: &[&Token]) -> Option<(u32, Why)> {
        let mut spans: Vec<Range<usize>> = Vec::new();
        let mut worth = 0;
        for token in tokens {
            let graded = self
                .spoken
                .iter()
                .map(|(word, span)| (grade(token, word), span));
            // The first of the best: a sentence begins with what matters.
            let best = graded.rev().max_by_key(|(grade, _)| *grade);
            match best.filter(|(grade, _)| *grade > 0) {
                Some((grade, span)) => {
                    worth += grade;
                    spans.push(span.clone());
                }
                None => {
                    let mut beside = self.beside.iter();
                    beside.find(|word| grade(token, word) > 0)?;
                }
            }
        }
        (!spans.is_empty()).then(|| (worth, Why::Says(self.quoted(spans))))
    }

    /// The words at these places, each once: those that only a space or a hyphen parts stay together.
    fn quoted(&self, mut spans: Vec<Range<usize>>) -> String {
        spans.sort_by_key(|span| span.start);
        spans.dedup();
        let mut joined: Vec<Range<usize>> = Vec::new();
        for span in spans {
            let between = joined
                .last()
                .and_then(|last| self.says.get(last.end..span.start));
            match (joined.last_mut(), between) {
                (Some(last), Some(" " | "-" | "\u{a0}" | "‑")) => last.end = span.end,
                _ => joined.push(span),
            }
        }
        let texts = joined.into_iter().filter_map(|span| self.says.get(span));
        texts.collect::<Vec<_>>().join(", ")
    }
}

/// The words of a text that sentences are asked for; none when it is an address or a code.
pub(crate) fn asked(query: &Query) -> Vec<&Token> {
    let is_place = query.is_address || query.code.is_some() || query.code_start.is_some();
    let telling = |token: &&Token| token.demand > 0.0 && !is_small(&token.text);
    match is_place {
        true => Vec::new(),
        false => query.tokens.iter().filter(telling).collect(),
    }
}

/// How well a typed word stands for a word of a sentence: not at all, by another word, in the other number or by its beginning, whole.
fn grade(token: &Token, word: &str) -> u32 {
    let typed = token.text.as_str();
    let letters = typed.len();
    if letters < TELLING_WORD {
        return 0;
    }
    if typed == word {
        return 4;
    }
    if is_plural(typed, word) || is_plural(word, typed) {
        return 3;
    }
    if token.is_partial && letters >= TELLING_START && word.starts_with(typed) {
        return 2;
    }
    let others = alike(singular(typed));
    u32::from(others.contains(&singular(word)))
}

fn singular(word: &str) -> &str {
    word.strip_suffix(['s', 'x']).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(says: &str) -> Mention {
        Mention::of(&Named {
            target: Target::initiative("pignon"),
            name: "Le Pignon".into(),
            also: "Lyon".into(),
            says: says.into(),
            under: "levier=foncier theme=reemploi".into(),
        })
        .unwrap()
    }

    fn said(says: &str, typed: &str) -> Option<String> {
        let query = Query::new(typed);
        match mention(says).said(&asked(&query))?.1 {
            Why::Says(words) => Some(words),
            Why::Under(..) => None,
        }
    }

    #[test]
    fn a_sentence_is_found_by_its_words_and_says_which() {
        let says = "Des tiers-lieux et une ressourcerie de quartier";
        assert_eq!(said(says, "tiers-lieu").as_deref(), Some("tiers-lieux"));
        assert_eq!(said(says, "Tiers lieux ").as_deref(), Some("tiers-lieux"));
        assert_eq!(said(says, "recyclerie").as_deref(), Some("ressourcerie"));
        assert_eq!(said(says, "recycleries ").as_deref(), Some("ressourcerie"));
        assert_eq!(said(says, "ressour").as_deref(), Some("ressourcerie"));
        let both = said(says, "ressourcerie tiers-lieu");
        assert_eq!(both.as_deref(), Some("tiers-lieux, ressourcerie"));
    }

    #[test]
    fn all_of_the_text_is_asked_for_and_a_name_alone_is_no_mention() {
        let says = "Une ressourcerie";
        let near = said(says, "ressourcerie lyon");
        assert_eq!(near.as_deref(), Some("ressourcerie"));
        assert_eq!(said(says, "ressourcerie lille"), None);
        assert_eq!(said(says, "pignon lyon"), None);
        // Neither part of a word, nor two letters of one, nor an address.
        for typed in ["cerie", "re", "12 rue de la ressourcerie 69001", "69001"] {
            assert_eq!(said(says, typed), None, "{typed}");
        }
    }

    #[test]
    fn levers_and_themes_are_told_by_their_kind() {
        let mention = mention("x");
        let target = |kind, id: &str| Target::new(kind, id);
        use model::domain::TargetKind::{Lever, Theme};
        assert!(mention.is_under(&target(Lever, "foncier")));
        assert!(!mention.is_under(&target(Theme, "foncier")));
    }
}
