//! The words of a text, without case, accents nor punctuation.

use crate::fold::fold;

/// A word and the byte where it begins.
pub type Word = (String, usize);

/// The words of a text that begins at a byte of its file. « l'eau » and « peut-être » are one word each.
pub fn words(text: &str, base: usize) -> Vec<Word> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-');
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(inside) {
        let (_, tail) = rest.split_at(start);
        let (word, after) = tail.split_at(tail.find(|c| !inside(c)).unwrap_or(tail.len()));
        let folded = fold(word);
        if !folded.is_empty() {
            words.push((folded, base + text.len() - tail.len()));
        }
        rest = after;
    }
    words
}

/// The parts of a text that are neither quoted (« … ») nor headings (`## …`), each with the byte where it begins.
pub fn own_parts(text: &str, base: usize) -> Vec<(&str, usize)> {
    let mut parts = Vec::new();
    let mut own = text;
    while let Some((before, quoted)) = own.split_once('«') {
        let Some((_, after)) = quoted.split_once('»') else {
            break;
        };
        parts.push((before, base + text.len() - own.len()));
        own = after;
    }
    parts.push((own, base + text.len() - own.len()));
    parts.into_iter().flat_map(without_headings).collect()
}

/// Runs of lines that are not headings.
fn without_headings((text, base): (&str, usize)) -> Vec<(&str, usize)> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if line.starts_with('#') {
            parts.extend(text.get(start..at).map(|part| (part, base + start)));
            start = end;
        }
        at = end;
    }
    parts.extend(text.get(start..).map(|part| (part, base + start)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_accents_and_keep_their_place() {
        let found = words("L’Été, peut-être : 20 % !", 100);
        let expected = [("l ete", 100), ("peut etre", 111), ("20", 124)];
        assert_eq!(found, expected.map(|(word, at)| (word.to_owned(), at)));
    }

    #[test]
    fn quotes_and_headings_are_left_aside() {
        let text = "un « deux » trois\n## Quatre\ncinq « six";
        let parts: Vec<_> = own_parts(text, 0)
            .into_iter()
            .map(|(part, at)| (part.trim(), at))
            .collect();
        let at = |word| text.find(word).unwrap_or_default();
        assert_eq!(
            parts,
            [
                ("un", 0),
                ("trois", at(" trois")),
                ("cinq « six", at("cinq"))
            ]
        );
    }
}
