//! What initiatives say of themselves in a sentence, and the words of the levers and themes they are of: what no name has is found there,
//! after all names.
//!
//! A word of a sentence is found whole, in the other number, by its beginning while it is typed, or by a word that stands for it. A typing
//! error is not forgiven: sentences have too many words for that.

use crate::answer::Why;
use crate::fold::{Word, words};
use crate::grade::is_plural;
use crate::lexicon::is_small;
use crate::query::{Query, Token};
use model::data::named::Named;
use model::domain::Target;
use model::text::synonyms::alike;

/// The beginning of a word tells from so many letters on, a whole word from fewer.
const TELLING_START: usize = 5;
const TELLING_WORD: usize = 3;
/// The words of a sentence that are compared.
const MOST_WORDS: usize = 64;
/// What a word of a sentence is worth, typed whole.
const WHOLE: u32 = 5;

/// An initiative, and the words that find it.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub target: Target,
    pub name: String,
    /// Its sentence, the names of its levers and themes, then its name and places: the last complete what was typed beside another word.
    text: String,
    words: Vec<Word>,
    /// Where the sentence ends in the text, and levers and themes, in bytes.
    ends: [usize; 2],
}

/// What was typed of an initiative. Nothing when some of the text is nowhere.
#[derive(Clone, Copy, Default)]
pub(crate) struct Said {
    /// How well.
    pub worth: u32,
    /// Words of the sentence, one bit each.
    words: u64,
    /// The last word of levers and themes.
    under: usize,
}

impl Mention {
    pub fn of(named: Named) -> Self {
        let Named {
            target,
            name,
            also,
            says,
            under,
        } = named;
        let text = [&says, "; ", &under, "; ", &name, " ", &also].concat();
        Self {
            words: words(&text),
            ends: [says.len(), says.len() + under.len() + 2],
            text,
            target,
            name,
        }
    }

    /// What of it was typed.
    pub fn said(&self, query: &Query) -> Said {
        let [spoken, under] = self.ends;
        let mut said = Said::default();
        for token in &query.tokens {
            if token.demand <= 0.0 || is_small(&token.text) {
                continue;
            }
            let others = alike(singular(&token.text));
            // The first of the best: a sentence begins with what matters.
            let (mut best, mut place, mut start) = (0, 0, 0);
            for (at, word) in self.words.iter().enumerate() {
                let grade = grade(token, others, &word.text);
                let grade = match word.span.start < spoken {
                    true => 2 * grade,
                    // Less than any word of the sentence; and a word that stands for another is none of a lever or a theme.
                    false => u32::from(grade > 1),
                };
                if grade > best {
                    (best, place, start) = (grade, at, word.span.start);
                }
            }
            if best == 0 {
                return Said::default();
            }
            if start < spoken && place < MOST_WORDS {
                said.words |= 1 << place;
            } else if start < under {
                said.under = place;
            } else {
                continue;
            }
            said.worth += best;
        }
        // Half in the sentence, half in the names of a lever, is not what it says.
        if said.under > 0 && said.words > 0 {
            said.words = 0;
            said.worth = 1;
        }
        said
    }

    /// Why it is found: words of the sentence, those that stand beside one another together; otherwise one of a lever or a theme.
    pub fn why(&self, said: Said) -> Why {
        let mut out = String::new();
        let mut end = 0;
        for (at, word) in self.words.iter().enumerate() {
            let is_typed = match said.words {
                0 => at == said.under,
                words => at < MOST_WORDS && words & 1 << at != 0,
            };
            if !is_typed {
                end = 0;
                continue;
            }
            let mut from = end;
            if end == 0 {
                from = word.span.start;
                if !out.is_empty() {
                    out.push_str(", ");
                }
            }
            end = word.span.end;
            out.push_str(self.text.get(from..end).unwrap_or_default());
        }
        match said.words {
            0 => Why::Under(out),
            _ => Why::Says(out),
        }
    }
}

/// Whether a text may be looked for in sentences: an address and a code may not.
pub(crate) fn is_asked(query: &Query) -> bool {
    !query.is_address && query.code.is_none() && query.code_start.is_none()
}

/// How well a typed word stands for another: not at all, by a word like it (`others`), by its beginning, in the other number, whole.
fn grade(token: &Token, others: &[&str], word: &str) -> u32 {
    let typed = token.text.as_str();
    if typed.len() < TELLING_WORD {
        0
    } else if typed.as_bytes().first() != word.as_bytes().first() {
        // Most words: all that follows but the last compares their beginnings.
        u32::from(!others.is_empty() && others.contains(&singular(word)))
    } else if typed == word {
        WHOLE
    } else if is_plural(typed, word) || is_plural(word, typed) {
        4
    } else if token.is_partial && typed.len() >= TELLING_START && word.starts_with(typed) {
        3
    } else {
        u32::from(others.contains(&singular(word)))
    }
}

fn singular(word: &str) -> &str {
    match word.as_bytes() {
        [.., b's' | b'x'] => word.get(..word.len() - 1).unwrap_or(word),
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(says: &str) -> Mention {
        Mention::of(Named {
            target: Target::initiative("pignon"),
            name: "Le Pignon".into(),
            also: "Lyon".into(),
            says: says.into(),
            under: "Alimentation, maraîchage".into(),
        })
    }

    fn said(says: &str, typed: &str) -> Option<String> {
        let (query, mention) = (Query::new(typed), mention(says));
        let said = mention.said(&query);
        let words = match mention.why(said) {
            Why::Says(words) => words,
            Why::Under(word) => format!("({word})"),
        };
        (is_asked(&query) && said.worth > 0).then_some(words)
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
    fn words_of_levers_and_themes_come_below_those_of_the_sentence() {
        let of_theme = said("Un café", "maraîchage ").unwrap();
        assert_eq!(of_theme, "(maraîchage)");
        let worth = |says: &str| mention(says).said(&Query::new("maraîchage ")).worth;
        assert!(worth("Du maraîchage") > worth("Un café"));
        assert_eq!(said("Un café", "pomme "), None);
    }
}
