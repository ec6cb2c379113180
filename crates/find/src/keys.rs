//! Which shard holds the names that a word may be of: the longest key that the word begins with.

use crate::fold::words;
use crate::lexicon::is_telling;

/// The most characters of a key.
pub(crate) const LONGEST: usize = 4;

/// The key of a word, among sorted keys.
pub(crate) fn key_of<'a>(word: &str, keys: &'a [String]) -> Option<&'a str> {
    let ends = word
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(LONGEST);
    let starts: Vec<&str> = ends.filter_map(|end| word.get(..end)).collect();
    let found = starts
        .iter()
        .rev()
        .find_map(|&start| keys.binary_search_by(|key| key.as_str().cmp(start)).ok())?;
    keys.get(found).map(String::as_str)
}

/// The words that a name is looked for by.
pub(crate) fn words_of(name: &str) -> Vec<String> {
    let all: Vec<String> = words(name).into_iter().map(|word| word.text).collect();
    let telling: Vec<String> = all
        .iter()
        .filter(|word| is_telling(word))
        .cloned()
        .collect();
    if telling.is_empty() { all } else { telling }
}

/// « hay » of « lhay »: the article may be glued.
pub(crate) fn without_article(word: &str) -> Option<&str> {
    let rest = word.strip_prefix(['l', 'd'])?;
    let vowel = rest.starts_with(['a', 'e', 'h', 'i', 'o', 'u', 'y']);
    (vowel && rest.len() >= 3).then_some(rest)
}

/// « etienne » of « stetienne ».
pub(crate) fn without_saint(word: &str) -> Option<&str> {
    let rest = ["sainte", "saint", "ste", "st"]
        .iter()
        .find_map(|saint| word.strip_prefix(saint))?;
    (rest.len() >= 3).then_some(rest)
}

/// « saintetienne » of « stetienne ».
pub(crate) fn with_saint(glued: &str) -> impl Iterator<Item = String> {
    let forms = [("ste", "sainte"), ("st", "saint")];
    let rests = forms.map(|(short, long)| {
        glued
            .strip_prefix(short)
            .map(|rest| format!("{long}{rest}"))
    });
    rests.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_key_that_begins_the_word() {
        let keys: Vec<String> = ["ma", "mar", "mo"].map(str::to_owned).into();
        assert_eq!(key_of("marseille", &keys), Some("mar"));
        assert_eq!(key_of("macon", &keys), Some("ma"));
        assert_eq!(key_of("m", &keys), None);
        assert_eq!(key_of("été", &keys), None);
    }

    #[test]
    fn a_name_is_looked_for_by_what_tells_it_from_others() {
        assert_eq!(words_of("Saint-Denis"), ["denis"]);
        assert_eq!(words_of("La Roque-Gageac"), ["roque", "gageac"]);
        assert_eq!(words_of("Les Saintes"), ["les", "saintes"]);
    }
}
