//! Whether a section states a fact: a number, a name, a link. A short one without any is general advice.

use super::SourceFile;
use super::words::{paragraphs, word_count};
use crate::Rule;
use model::domain::{Inline, Section};

/// A section of fewer words must state a fact. Chosen on the real content: longer ones without a name still tell something.
const FEW: usize = 15;

/// Numbers in letters; « un » is an article too.
const NUMBERS: &[&str] = &[
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "cent",
    "cents",
    "mille",
    "million",
    "millions",
    "milliard",
    "milliards",
    "dizaine",
    "dizaines",
    "douzaine",
    "quinzaine",
    "vingtaine",
    "trentaine",
    "quarantaine",
    "cinquantaine",
    "centaine",
    "centaines",
    "millier",
    "milliers",
    "moitié",
    "tiers",
    "quart",
];

/// Reports a short section without a fact, where its heading is.
pub fn check_fact(file: &SourceFile, at: usize, name: &str, section: &Section) {
    let words = word_count(core::slice::from_ref(section));
    let is_empty = section.blocks.is_empty();
    if !is_empty && words < FEW && !paragraphs(section).any(|runs| states_a_fact(runs)) {
        file.problem(
            at,
            Rule::SectionWithoutFact,
            format!("La section « {name} » a {words} mots et ne dit rien de précis : ni nombre, ni nom, ni date, ni lien."),
            "Dites qui, combien, quand ou où, d'après les documents ; sinon, placez la phrase dans une autre section, ou retirez-la.",
        );
    }
}

fn states_a_fact(runs: &[Inline]) -> bool {
    let is_link = |run: &Inline| matches!(run, Inline::Link { .. });
    let text = Inline::plain(runs);
    runs.iter().any(is_link) || has_number(&text) || has_name(&text)
}

fn has_number(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        word.contains(|c: char| c.is_ascii_digit())
            || NUMBERS.contains(&word.to_lowercase().as_str())
    })
}

/// A capital that does not begin a sentence, or a word of capitals.
fn has_name(text: &str) -> bool {
    let mut before: Option<char> = None;
    let mut begins = true;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_first_letter = before.is_none_or(|before| !before.is_alphanumeric());
        let next = chars.peek().copied();
        if c.is_uppercase() && is_first_letter {
            let is_acronym = next.is_some_and(char::is_uppercase);
            if !begins || is_acronym {
                return true;
            }
        }
        if matches!(c, '.' | '!' | '?' | '…' | '«') {
            begins = true;
        } else if c.is_alphanumeric() {
            begins = false;
        }
        before = Some(c);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_names_and_links_are_facts() {
        let text = |text: &str| vec![Inline::Text(text.to_owned())];
        for fact in [
            "Ouvert en 2014.",
            "Quinze bénévoles y travaillent.",
            "Elle est aidée par Emmaüs.",
            "On y vient de l’Île-de-France.",
            "SCIC depuis toujours.",
            "Avec qui\u{a0}: Nanterre.",
        ] {
            assert!(states_a_fact(&text(fact)), "{fact}");
        }
        for none in [
            "",
            "Le local est petit.",
            "Il faut du temps. Les délais sont courts : on s’en arrange. « Trop » ?",
            "C’est un lieu ouvert à tous ; on y vient à pied.",
        ] {
            assert!(!states_a_fact(&text(none)), "{none}");
        }
        let link = Inline::Link {
            label: "son site".to_owned(),
            url: "https://a.example.org".to_owned(),
        };
        assert!(states_a_fact(&[link]));
    }
}
