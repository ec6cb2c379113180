//! How well a typed word stands for a word of a name.

use crate::distance::distance;
use crate::fold::is_number;
use crate::lexicon::is_saint;

/// The grade of a word typed in full.
pub const WHOLE: u8 = 100;

/// The letters of a word, one bit each: words without enough letters in common are not compared.
pub fn letters(word: &str) -> u32 {
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << 26,
        _ => 1 << 27,
    };
    word.bytes().fold(0, |letters, byte| letters | bit(byte))
}

/// Whether one is the plural of the other: « achats » of « achat ».
pub fn is_plural(plural: &str, singular: &str) -> bool {
    singular.len() >= 3 && matches!(plural.strip_prefix(singular), Some("s" | "x"))
}

/// A typed word.
pub struct Typed<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its [`letters`].
    pub letters: u32,
    /// The last one, without a space after it: there is more of it to come.
    pub is_partial: bool,
}

impl Typed<'_> {
    /// From 0, nothing in common, to [`WHOLE`]. The beginning of a word is worth more when it is longer, and when it is still being typed.
    pub fn grade(&self, word: &str, letters: u32) -> u8 {
        // Most words have nothing in common: their letters tell, and the first one of short words.
        let starts = self.text.as_bytes().first() == word.as_bytes().first();
        // « Marseille 08 » is « 8 ».
        if !starts && (self.text.len() < 3 || is_number(self.text)) {
            return u8::from(is_number(self.text) && self.text.trim_start_matches('0') == word)
                * 98;
        }
        if (self.letters & !letters).count_ones() > 2 {
            return 0;
        }
        let text = self.text;
        if text == word {
            return WHOLE;
        }
        if is_saint(text) && is_saint(word) {
            return 95;
        }
        if is_plural(text, word) || is_plural(word, text) {
            return 94;
        }
        if let Some(rest) = word.strip_prefix(text) {
            return self.beginning(rest);
        }
        if is_number(text) || is_number(word) {
            return 0;
        }
        // « lhay » for « l'hay », « dascq » for « d'ascq ».
        if word.len() >= 2 && (text.starts_with(['l', 'd'])) && text.get(1..) == Some(word) {
            return 92;
        }
        self.mistyped(word, letters)
    }

    /// The same, for a typed word that is a word of some name.
    pub fn grade_of_known(&self, word: &str, letters: u32) -> u8 {
        let grade = self.grade(word, letters);
        let is_mistyped = grade < WHOLE && !word.starts_with(self.text) && grade < 90;
        if is_mistyped { grade / 5 * 4 } else { grade }
    }

    fn beginning(&self, rest: &str) -> u8 {
        let (typed, whole) = (self.text.len(), self.text.len() + rest.len());
        let share = |most: usize| (most * typed / whole) as u8;
        match self.is_partial {
            true => 86 + share(12),
            false if typed >= 3 && !is_number(self.text) => 50 + share(38),
            false => 0,
        }
    }

    fn mistyped(&self, word: &str, letters: u32) -> u8 {
        let typed = self.text.len();
        let same_start = self.text.get(..1) == word.get(..1);
        let long_enough = typed.min(word.len()) >= 4;
        let of_three = typed == 3 && word.len() == 3 && same_start;
        if !long_enough && !of_three {
            return 0;
        }
        let most = if typed.min(word.len()) < 8 { 1 } else { 2 };
        let apart = (self.letters ^ letters).count_ones() as usize;
        let found = if apart <= 2 * most {
            distance(self.text, word, most)
        } else {
            None
        };
        match found {
            // An error in a short word says more: 80 for one in six letters.
            Some(errors) => (100 - 120 * errors / typed.max(word.len())) as u8,
            None if self.is_partial && typed >= 5 => self.mistyped_beginning(word),
            None => 0,
        }
    }

    /// « strasbuo », on the way to « Strasbourg ».
    fn mistyped_beginning(&self, word: &str) -> u8 {
        let start = word.get(..self.text.len().min(word.len())).unwrap_or(word);
        let same_letter = self.text.get(..1) == word.get(..1);
        match same_letter && distance(self.text, start, 1).is_some() {
            true => 62,
            false => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grade(text: &str, word: &str, is_partial: bool) -> u8 {
        let letters_typed = letters(text);
        Typed {
            text,
            letters: letters_typed,
            is_partial,
        }
        .grade(word, letters(word))
    }

    #[test]
    fn the_better_typed_the_better_the_grade() {
        let rank = [
            grade("nantes", "nantes", false),
            grade("nante", "nantes", true),
            grade("nan", "nantes", true),
            grade("sareguemine", "sarreguemines", false),
            grade("nentes", "nantes", false),
            grade("nanterre", "nantes", false),
        ];
        assert!(rank.is_sorted_by(|a, b| a > b), "{rank:?}");
        assert_eq!(rank.last(), Some(&0));
    }

    #[test]
    fn a_number_is_not_mistyped() {
        assert_eq!(grade("29600", "29601", false), 0);
        assert_eq!(grade("13", "1", false), 0);
    }

    #[test]
    fn articles_may_be_glued() {
        assert_eq!(grade("lhay", "hay", false), 92);
        assert_eq!(grade("ste", "saint", false), 0, "folded before");
        assert_eq!(grade("sainte", "saint", false), 95);
    }
}
