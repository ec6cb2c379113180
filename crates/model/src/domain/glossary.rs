//! The words that a visitor may not know.

/// A word of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As it stands in texts: « SCIC », « tiers-lieu ».
    pub word: String,
    /// What the letters stand for, or the word said otherwise.
    pub expansion: String,
    /// What a visitor needs to understand.
    pub definition: String,
}

/// A part of a text: plain, or a word of the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'a> {
    /// Text as it is.
    Plain(&'a str),
    /// A word as it is written there, and its position in the glossary.
    Word(&'a str, usize),
}

/// Cuts a text at the words of the glossary. Each word is marked once, where it first stands; `skipped` says which are not to be
/// marked at all. Where two words begin together (« SCIC », « SCIC d'activité »), the longer one is marked.
pub fn runs<'a>(text: &'a str, terms: &[Term], skipped: impl Fn(usize) -> bool) -> Vec<Run<'a>> {
    let mut found: Vec<(usize, &str, usize)> = terms
        .iter()
        .enumerate()
        .filter(|&(index, _)| !skipped(index))
        .filter_map(|(index, term)| {
            let (at, word) = find(text, &term.word)?;
            Some((at, word, index))
        })
        .collect();
    found.sort_unstable_by_key(|&(at, word, _)| (at, usize::MAX - word.len()));
    let mut runs = Vec::new();
    let mut done = 0;
    for (at, word, index) in found {
        let Some(before) = text.get(done..at) else {
            continue;
        };
        if !before.is_empty() {
            runs.push(Run::Plain(before));
        }
        runs.push(Run::Word(word, index));
        done = at + word.len();
    }
    if let Some(rest) = text.get(done..).filter(|rest| !rest.is_empty()) {
        runs.push(Run::Plain(rest));
    }
    runs
}

/// The first place where the word stands alone, with its plural mark when it has one.
fn find<'a>(text: &'a str, word: &str) -> Option<(usize, &'a str)> {
    let joined = |c: char| c.is_alphanumeric() || c == '-';
    text.match_indices(word).find_map(|(at, _)| {
        let end = at + word.len();
        let before = text.get(..at)?.chars().next_back();
        let rest = text.get(end..)?;
        let plural = rest.strip_prefix(['s', 'x']);
        let alone = |rest: &str| !rest.starts_with(joined);
        let end = match plural {
            _ if alone(rest) => end,
            Some(after) if alone(after) => end + 1,
            _ => return None,
        };
        (!before.is_some_and(joined)).then_some((at, text.get(at..end)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Vec<Term> {
        ["SCI", "SCIC", "tiers-lieu"]
            .map(|word| Term {
                word: word.into(),
                expansion: String::new(),
                definition: String::new(),
            })
            .into()
    }

    fn cut(text: &str) -> Vec<Run<'_>> {
        runs(text, &terms(), |_| false)
    }

    #[test]
    fn a_word_is_marked_once_where_it_first_stands() {
        assert_eq!(
            cut("Une SCIC, deux SCIC."),
            [
                Run::Plain("Une "),
                Run::Word("SCIC", 1),
                Run::Plain(", deux SCIC.")
            ]
        );
    }

    #[test]
    fn a_word_inside_another_is_not_marked() {
        assert_eq!(
            cut("SCICs éco-SCI"),
            [Run::Word("SCICs", 1), Run::Plain(" éco-SCI")]
        );
        assert_eq!(cut("DISCIC"), [Run::Plain("DISCIC")]);
    }

    #[test]
    fn a_plural_is_marked_whole() {
        assert_eq!(
            cut("des tiers-lieux"),
            [Run::Plain("des "), Run::Word("tiers-lieux", 2)]
        );
    }

    #[test]
    fn nothing_of_the_text_is_lost() {
        for text in ["", "rien", "SCIC", "l’ESS, la SCI et la SCIC d’à côté"] {
            let joined: String = cut(text)
                .into_iter()
                .map(|run| match run {
                    Run::Plain(part) | Run::Word(part, _) => part,
                })
                .collect();
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn a_skipped_word_stays_plain() {
        assert_eq!(
            runs("SCIC", &terms(), |index| index == 1),
            [Run::Plain("SCIC")]
        );
    }
}
