//! French text as words to compare: without case, accents nor punctuation, and with abbreviations written out.

use std::ops::Range;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is compared: « saint » for « St ».
    pub text: String,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
    /// The byte of the text after each of its letters.
    ends: Vec<usize>,
}

impl Word {
    /// Where the beginning of the word stands in the text: that many letters, in bytes.
    pub fn start(&self, letters: usize) -> Range<usize> {
        let end = letters.checked_sub(1).and_then(|last| self.ends.get(last));
        self.span.start..end.copied().unwrap_or(self.span.end)
    }
}

/// A letter or a digit, folded, and where it stands.
struct Letter {
    letter: char,
    span: Range<usize>,
}

/// Letters and digits that touch. `slash`: a slash follows, as in « s/ ».
struct Run {
    letters: Vec<Letter>,
    slash: bool,
}

/// The words of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let runs = runs(text);
    let mut words: Vec<Word> = Vec::new();
    for run in &runs {
        for part in parts(&run.letters) {
            let word = word(part, run.slash);
            match (word.text.as_str(), words.last()) {
                // « 13e arrondissement » is « 13 ».
                ("arrondissement" | "arrdt" | "arrt" | "ardt" | "arr", Some(before))
                    if is_number(&before.text) => {}
                _ => words.push(word),
            }
        }
    }
    spell_out(&mut words);
    words
}

/// The words as one text, with a space between them.
pub fn fold(text: &str) -> String {
    let words = words(text);
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    texts.join(" ")
}

/// Whether all are digits.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut letters = Vec::new();
    let mut close = |letters: &mut Vec<Letter>, slash| {
        if !letters.is_empty() {
            let letters = std::mem::take(letters);
            runs.push(Run { letters, slash });
        }
    };
    for (at, written) in text.char_indices() {
        let span = at..at + written.len_utf8();
        match folded(written) {
            Folded::Mark => {}
            Folded::Break => close(&mut letters, written == '/'),
            Folded::Letters(first, second) => {
                for letter in [Some(first), second].into_iter().flatten() {
                    let span = span.clone();
                    letters.push(Letter { letter, span });
                }
            }
        }
    }
    close(&mut letters, false);
    runs
}

/// What a character becomes.
enum Folded {
    Letters(char, Option<char>),
    /// An accent that stands alone.
    Mark,
    Break,
}

/// Latin letters by hand: the tables of Unicode weigh more than all the rest of this crate. Other scripts keep their letters.
fn folded(c: char) -> Folded {
    let (first, second) = match c {
        'a'..='z' | '0'..='9' => (c, None),
        'A'..='Z' => (c.to_ascii_lowercase(), None),
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' => ('a', None),
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => ('c', None),
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ę' | 'Ę' => ('e', None),
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'ı' | 'İ' => ('i', None),
        'ñ' | 'Ñ' | 'ń' | 'Ń' => ('n', None),
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' | 'Ő' => ('o', None),
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ű' | 'Ű' => ('u', None),
        'ý' | 'Ý' | 'ÿ' | 'Ÿ' => ('y', None),
        'š' | 'Š' | 'ś' | 'Ś' => ('s', None),
        'ž' | 'Ž' | 'ź' | 'Ź' | 'ż' | 'Ż' => ('z', None),
        'ł' | 'Ł' => ('l', None),
        'œ' | 'Œ' => ('o', Some('e')),
        'æ' | 'Æ' => ('a', Some('e')),
        'ß' | 'ẞ' => ('s', Some('s')),
        '\u{300}'..='\u{36f}' => return Folded::Mark,
        '\u{100}'..='\u{1fff}' | '\u{3040}'..='\u{d7ff}' => (c, None),
        _ => return Folded::Break,
    };
    Folded::Letters(first, second)
}

/// Takes apart what is glued: « 29600morlaix », « eloy59133 ». « 2A004 », « 3ème » and « 28b » stay whole.
fn parts(run: &[Letter]) -> Vec<&[Letter]> {
    let digit = |letter: &Letter| letter.letter.is_ascii_digit();
    let parts: Vec<_> = run.chunk_by(|a, b| digit(a) == digit(b)).collect();
    let text: String = run.iter().map(|letter| letter.letter).collect();
    match parts.as_slice() {
        [number, suffix]
            if number.first().is_some_and(digit) && (suffix.len() == 1 || is_ordinal(&text)) =>
        {
            vec![run]
        }
        [_, _, _] if is_corsican(&text) => vec![run],
        _ => parts,
    }
}

/// « 2A004 »: the INSEE code of a commune of Corsica, or its beginning.
fn is_corsican(text: &str) -> bool {
    let rest = text.strip_prefix("2a").or_else(|| text.strip_prefix("2b"));
    rest.is_some_and(|rest| rest.len() <= 3 && is_number(rest))
}

/// « 3ème », « 1er ».
fn is_ordinal(text: &str) -> bool {
    ordinal(text).is_some()
}

/// The number of an ordinal.
fn ordinal(text: &str) -> Option<&str> {
    let suffix = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text.strip_suffix(suffix)?;
    let known = matches!(
        suffix,
        "e" | "er" | "re" | "ere" | "em" | "eme" | "ieme" | "nd" | "nde"
    );
    (known && (1..=2).contains(&number.len())).then_some(number)
}

fn word(letters: &[Letter], slash: bool) -> Word {
    let text: String = letters.iter().map(|letter| letter.letter).collect();
    let spans = letters.iter().map(|letter| &letter.span);
    let start = spans.clone().next().map_or(0, |span| span.start);
    let ends: Vec<usize> = spans.map(|span| span.end).collect();
    Word {
        span: start..ends.last().copied().unwrap_or(start),
        text: written_out(text, slash),
        ends,
    }
}

/// An abbreviation that means the same wherever it stands.
fn written_out(text: String, slash: bool) -> String {
    let whole = match text.as_str() {
        "st" => "saint",
        "ste" => "sainte",
        "sts" => "saints",
        "stes" => "saintes",
        "lez" => "les",
        "s" if slash => "sur",
        "ss" if slash => "sous",
        "dpt" | "dept" => "departement",
        "comcom" => "cc",
        "agglo" => "ca",
        _ => return ordinal(&text).map(without_zeros).unwrap_or(text),
    };
    whole.to_owned()
}

fn without_zeros(number: &str) -> String {
    number.trim_start_matches('0').to_owned()
}

/// What several words write out, and the one that is compared.
const PHRASES: [(&[&str], &str); 7] = [
    (&["communaute", "de", "communes"], "cc"),
    (&["communaute", "communes"], "cc"),
    (&["communaute", "d", "agglomeration"], "ca"),
    (&["communaute", "agglomeration"], "ca"),
    (&["communaute", "urbaine"], "cu"),
    (&["etablissement", "public", "territorial"], "ept"),
    (&["agglomeration"], "ca"),
];

fn spell_out(words: &mut Vec<Word>) {
    drop_cedex(words);
    let last = words.len().saturating_sub(1);
    for (at, word) in words.iter_mut().enumerate() {
        // « châlons s marne ».
        if word.text == "s" && at > 0 && at < last {
            word.text = "sur".to_owned();
        }
    }
    let mut at = 0;
    while at < words.len() {
        for (phrase, short) in PHRASES {
            let here = words.get(at..at + phrase.len());
            let same = |here: &[Word]| {
                here.iter()
                    .map(|word| word.text.as_str())
                    .eq(phrase.iter().copied())
            };
            if here.is_some_and(same) {
                let rest: Vec<Word> = words.drain(at + 1..at + phrase.len()).collect();
                if let Some(word) = words.get_mut(at) {
                    short.clone_into(&mut word.text);
                    word.ends
                        .extend(rest.into_iter().flat_map(|word| word.ends));
                    word.span.end = word.ends.last().copied().unwrap_or(word.span.end);
                }
                break;
            }
        }
        at += 1;
    }
}

/// « Lille cedex 9 » is « Lille ».
fn drop_cedex(words: &mut Vec<Word>) {
    while let Some(at) = words
        .iter()
        .position(|word| matches!(word.text.as_str(), "cedex" | "cdx"))
    {
        let numbered = words
            .get(at + 1)
            .is_some_and(|next| next.text.len() <= 2 && is_number(&next.text));
        words.drain(at..at + 1 + usize::from(numbered));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_traps_of_names() {
        for (typed, expected) in [
            ("  L'Haÿ-les-Roses", "l hay les roses"),
            ("Œuf-en-Ternois", "oeuf en ternois"),
            ("l’île d’Yeu", "l ile d yeu"),
            ("ST-OUEN s/ Seine", "saint ouen sur seine"),
            ("Ste Foy lès Lyon", "sainte foy les lyon"),
            ("Villeneuve-lez-Avignon", "villeneuve les avignon"),
            ("29600morlaix", "29600 morlaix"),
            ("rue eloy59133 phalempin", "rue eloy 59133 phalempin"),
            ("Lille cedex 9", "lille"),
            ("54000 NANCY CEDEX", "54000 nancy"),
            ("paris 3ème", "paris 3"),
            ("Paris 14e arrdt", "paris 14"),
            ("Lyon 03e Arrondissement", "lyon 3"),
            ("28b rue", "28b rue"),
            ("2A004", "2a004"),
            ("2a", "2a"),
            ("20000ajaccio", "20000 ajaccio"),
            (
                "Communauté d'agglomération Plaine Vallée",
                "ca plaine vallee",
            ),
            ("CC du Ternois", "cc du ternois"),
            ("chalons s marne", "chalons sur marne"),
            ("e\u{301}te\u{301}", "ete"),
        ] {
            assert_eq!(fold(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_span_is_where_the_word_stands() {
        let text = " Éts Œuvre";
        let spans: Vec<&str> = words(text)
            .iter()
            .map(|word| &text[word.span.clone()])
            .collect();
        assert_eq!(spans, ["Éts", "Œuvre"]);
        assert_eq!(&text[words(text)[1].start(3)], "Œu");
        assert_eq!(&text[words(text)[1].start(99)], "Œuvre");
    }

    proptest! {
        #[test]
        fn spans_lie_in_the_text_and_in_order(text in "\\PC{0,40}") {
            let mut end = 0;
            for word in words(&text) {
                prop_assert!(word.span.start >= end && !word.text.is_empty());
                prop_assert!(text.get(word.span.clone()).is_some());
                prop_assert!(text.get(word.start(2)).is_some());
                end = word.span.end.max(end);
            }
        }

        #[test]
        fn folding_again_changes_nothing(text in "[a-zA-Zéèêçœ'’ /-]{0,30}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn case_and_accents_do_not_matter(text in "[a-zéèêàùîôœ' -]{0,30}") {
            prop_assert_eq!(fold(&text), fold(&text.to_uppercase()));
        }
    }
}
