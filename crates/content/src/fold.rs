//! Text without case, accents nor punctuation: to compare and to sort names.

use std::iter;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// « L'Éco-lieu » → « l eco lieu ».
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase();
    let plain: String = lower
        .nfkd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(letters)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letters that a character stands for. Unicode takes no ligature nor stroke apart, as it does with accents.
fn letters(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        'ß' => ('s', Some('s')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' => ('d', None),
        c if c.is_alphanumeric() => (c, None),
        _ => (' ', None),
    };
    iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    #[test]
    fn case_accents_and_punctuation_go() {
        assert_eq!(super::fold("L'Éco-lieu  du Cœur !"), "l eco lieu du coeur");
        assert_eq!(
            super::fold("Straße, Ærø, Łódź, Đà Nẵng"),
            "strasse aero lodz da nang"
        );
    }

    #[test]
    fn the_same_text_folds_the_same_however_it_is_encoded() {
        assert_eq!(super::fold("e\u{301}te\u{301}"), super::fold("été"));
        assert_eq!(super::fold("ﬁlière n°\u{a0}3"), "filiere n 3");
    }
}
