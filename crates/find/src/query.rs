//! What a visitor typed, and what of it may be passed over.

use crate::fold::{Word, is_number, words};
use crate::grade::{Typed, letters};
use crate::keys;
use crate::lexicon::{is_noise, is_small, is_street, is_telling, weight};
use model::domain::TerritoryKind;

/// The most words that are read, the last ones: an address ends with its commune.
pub(crate) const MOST_WORDS: usize = 24;
/// The most bytes that are read.
const MOST_BYTES: usize = 400;
/// The most shards asked for at once.
const MOST_SHARDS: usize = 6;

/// How much the word after « rue » may be the name of a commune.
const OF_A_STREET: f32 = 0.45;

/// What a visitor typed.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub(crate) tokens: Vec<Token>,
    /// All words as one, to find « villeneuvedascq », and with « st » written out.
    pub(crate) glued: Vec<String>,
    /// There is a street, or a postcode among other words.
    pub(crate) is_address: bool,
    /// A whole postcode or INSEE code.
    pub(crate) code: Option<String>,
    /// The same as a number, when it may be a postcode.
    pub(crate) postcode: Option<u32>,
    /// The beginning of a postcode, typed alone: a number, and what a postcode is divided by to give it.
    pub(crate) code_start: Option<(u32, u32)>,
    /// Numbers that may be those of a département.
    pub(crate) departements: Vec<String>,
    /// Kinds of territory that are named: « département du Nord ».
    pub(crate) kinds: Vec<TerritoryKind>,
}

/// A typed word, and what it asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Token {
    pub text: String,
    pub letters: u32,
    pub is_partial: bool,
    /// How much a name without it lacks, when the text is a name.
    pub demand: f32,
    /// The same, when the text is an address.
    pub demand_in_address: f32,
    /// How much of a commune's name it may be, in an address: less after « rue ».
    pub discount: f32,
    /// The kind of territory that it names.
    pub kind: Option<TerritoryKind>,
    /// What may be a code: it is looked for among codes, not names.
    pub is_code: bool,
}

impl Token {
    pub fn typed(&self) -> Typed<'_> {
        Typed {
            text: &self.text,
            letters: self.letters,
            is_partial: self.is_partial,
        }
    }
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let text = keep_end(text);
        let mut words = words(text);
        let dropped = words.len().saturating_sub(MOST_WORDS);
        words.drain(..dropped);
        let glued: String = words.iter().map(|word| word.text.as_str()).collect();
        let mut query = Self {
            glued: keys::with_saint(&glued).chain([glued.clone()]).collect(),
            kinds: kinds(&words),
            ..Self::default()
        };
        let roles = roles(&words);
        query.is_address =
            roles.contains(&Role::Street) || (roles.contains(&Role::Code) && words.len() > 1);
        let mut after_street = false;
        let mut after_hint = false;
        let last = words.len().saturating_sub(1);
        for (at, (word, role)) in words.iter().zip(&roles).enumerate() {
            query.note(word, *role, words.len());
            let is_partial = at == last && word.span.end == text.len();
            let mut token = token(word, *role, is_partial);
            if at > 0 {
                token.kind = None;
            }
            if after_hint && is_small(&word.text) {
                token.demand = 0.0;
            }
            after_hint = *role == Role::Hint;
            if *role == Role::Street {
                after_street = true;
            } else if *role != Role::Word {
                after_street = false;
            } else if after_street && is_telling(&word.text) {
                token.discount = OF_A_STREET;
                after_street = false;
            }
            query.tokens.push(token);
        }
        query
    }

    /// Whether nothing was typed that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Keys of the shards to fetch for this text, the most useful first.
    pub fn shards(&self, keys: &[String]) -> Vec<String> {
        let codes = self.tokens.iter().filter(|token| token.is_code);
        let codes = codes.map(|token| token.text.as_str());
        let words = self
            .tokens
            .iter()
            .rev()
            .filter(|token| !token.is_code && token.demand > 0.0);
        let (plain, street): (Vec<&Token>, Vec<&Token>) =
            words.partition(|token| token.discount >= 1.0);
        let mut telling: Vec<&str> = plain
            .iter()
            .chain(&street)
            .map(|token| token.text.as_str())
            .filter(|word| is_telling(word))
            .collect();
        if telling.is_empty() {
            telling = plain.iter().map(|token| token.text.as_str()).collect();
        }
        let mut found: Vec<String> = Vec::new();
        for word in codes.chain(telling) {
            let variants = [
                Some(word),
                keys::without_article(word),
                keys::without_saint(word),
            ];
            for key in variants
                .into_iter()
                .flatten()
                .filter_map(|word| keys::key_of(word, keys))
            {
                if !found.iter().any(|known| known == key) {
                    found.push(key.to_owned());
                }
            }
        }
        found.truncate(MOST_SHARDS);
        found
    }

    fn note(&mut self, word: &Word, role: Role, count: usize) {
        let text = word.text.to_ascii_uppercase();
        match role {
            Role::Code => {
                self.postcode = text.parse().ok();
                self.code = Some(text);
            }
            Role::CodeStart if count == 1 => {
                let tens = if text.len() == 3 { 100 } else { 10 };
                self.code_start = text.parse().ok().map(|start| (start, tens));
            }
            Role::Departement => self.departements.push(text),
            _ => {}
        }
    }
}

/// The end of a long text, whole characters.
fn keep_end(text: &str) -> &str {
    let mut from = text.len().saturating_sub(MOST_BYTES);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text.get(from..).unwrap_or_default()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Word,
    /// A kind of street, with a name after it.
    Street,
    /// The number of a house.
    House,
    /// A postcode or INSEE code.
    Code,
    /// Three or four digits: the beginning of one.
    CodeStart,
    /// Two digits or more that may be those of a département, or of an arrondissement.
    Departement,
    /// « ville de », « département du ».
    Hint,
    Noise,
}

fn roles(words: &[Word]) -> Vec<Role> {
    let count = words.len();
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let starts_number = |at: usize| text(at).starts_with(|c: char| c.is_ascii_digit());
    let has_street = (0..count).any(|at| is_street(text(at)) && at + 1 < count);
    (0..count)
        .map(|at| {
            let word = text(at);
            let next_is_word = at + 1 < count && !starts_number(at + 1);
            if is_code(word) {
                Role::Code
            } else if starts_number(at) {
                let before_street = has_street
                    && next_is_word
                    && (at == 0
                        || starts_number(at - 1)
                        || is_street(text(at + 1))
                        || is_noise(text(at + 1)));
                if before_street {
                    Role::House
                } else if is_departement(word) {
                    Role::Departement
                } else if is_number(word) && (3..=4).contains(&word.len()) {
                    Role::CodeStart
                } else if has_street && word.len() > 2 {
                    Role::House
                } else {
                    Role::Word
                }
            } else if is_street(word) && next_is_word && count > 1 {
                Role::Street
            } else if hint(word).is_some() && matches!(text(at + 1), "de" | "du" | "d" | "des") {
                Role::Hint
            } else if is_noise(word) && count > 1 {
                Role::Noise
            } else {
                Role::Word
            }
        })
        .collect()
}

fn token(word: &Word, role: Role, is_partial: bool) -> Token {
    let text = word.text.clone();
    let plain = weight(&text).max(if is_partial { 0.45 } else { 0.0 });
    let (demand, demand_in_address) = match role {
        Role::Word => (plain, 0.12 * plain),
        Role::Street => (0.8, 0.0),
        Role::Hint | Role::House => (0.3, 0.0),
        Role::Departement => (0.4, 0.1),
        Role::CodeStart => (0.5, 0.0),
        Role::Code | Role::Noise => (0.0, 0.0),
    };
    Token {
        letters: letters(&text),
        is_partial,
        demand,
        demand_in_address,
        discount: match role {
            Role::Word | Role::Departement => 1.0,
            Role::Street | Role::Hint | Role::Noise => 0.4,
            Role::House | Role::Code | Role::CodeStart => 0.0,
        },
        is_code: matches!(role, Role::Code),
        kind: hint(&text),
        text,
    }
}

/// Five characters that make a postcode or an INSEE code, or the nine digits of a SIREN.
fn is_code(word: &str) -> bool {
    let corsican = word.strip_prefix("2a").or_else(|| word.strip_prefix("2b"));
    (is_number(word) && matches!(word.len(), 5 | 9))
        || corsican.is_some_and(|rest| rest.len() == 3 && is_number(rest))
}

fn is_departement(word: &str) -> bool {
    let overseas = word.len() == 3 && word.starts_with("97") && is_number(word);
    overseas || matches!(word, "2a" | "2b") || (is_number(word) && word.len() <= 2)
}

fn hint(word: &str) -> Option<TerritoryKind> {
    match word {
        "ville" | "commune" | "mairie" | "village" => Some(TerritoryKind::Commune),
        "departement" | "prefecture" => Some(TerritoryKind::Departement),
        "region" => Some(TerritoryKind::Region),
        "cc" | "ca" | "cu" | "metropole" | "intercommunalite" | "epci" => Some(TerritoryKind::Epci),
        "ept" => Some(TerritoryKind::Ept),
        _ => None,
    }
}

fn kinds(words: &[Word]) -> Vec<TerritoryKind> {
    words
        .first()
        .and_then(|word| hint(&word.text))
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(list: &[&str]) -> Vec<String> {
        list.iter().map(|&key| key.to_owned()).collect()
    }

    #[test]
    fn an_address_names_its_commune_last() {
        let query = Query::new("12 rue de Lille 75002 Paris");
        assert!(query.is_address);
        assert_eq!(query.code.as_deref(), Some("75002"));
        let discount = |word: &str| {
            query
                .tokens
                .iter()
                .find(|token| token.text == word)
                .unwrap()
                .discount
        };
        assert!(discount("lille") < discount("paris"));
        assert!(!Query::new("saint denis").is_address);
    }

    #[test]
    fn shards_are_those_of_codes_then_of_the_last_words() {
        let all = keys(&["29", "ma", "morl", "pa"]);
        assert_eq!(Query::new("29600morlaix").shards(&all), ["29", "morl"]);
        assert_eq!(Query::new("saint martin").shards(&all), ["ma"]);
        assert_eq!(
            Query::new("12 rue de la paix morlaix").shards(&all),
            ["morl", "pa"]
        );
        assert_eq!(Query::new("2A004").shards(&keys(&["2a0"])), ["2a0"]);
        assert_eq!(Query::new("").shards(&all), Vec::<String>::new());
    }

    #[test]
    fn numbers_are_of_a_house_of_a_departement_or_codes() {
        assert_eq!(
            Query::new("22 avenue foch 92 le plessis").departements,
            ["92"]
        );
        assert_eq!(Query::new("2a").departements, ["2A"]);
        assert_eq!(Query::new("2A004").code.as_deref(), Some("2A004"));
        assert_eq!(Query::new("2960").code_start, Some((2960, 10)));
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,600}") {
            let query = Query::new(&text);
            prop_assert!(query.tokens.len() <= MOST_WORDS);
            prop_assert!(query.shards(&keys(&["29", "ma"])).len() <= MOST_SHARDS);
        }
    }
}
