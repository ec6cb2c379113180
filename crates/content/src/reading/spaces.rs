//! French typography: the space before « : ; ? ! » and inside guillemets does not break.

use super::SourceFile;
use crate::Rule;

/// Looks in a text that stands at a byte of the file, and reports the first plain space that should not break.
pub fn check_spaces(file: &SourceFile, at: usize, text: &str) {
    let Some(sign) = after_plain_space(text) else {
        return;
    };
    let (what, example) = match sign {
        '«' => ("après « « »", "« un mot »"),
        '»' => ("avant « » »", "« un mot »"),
        ';' => ("avant « ; »", "un mot ; un autre"),
        '?' => ("avant « ? »", "un mot ?"),
        '!' => ("avant « ! »", "un mot !"),
        _ => ("avant « : »", "un mot : un autre"),
    };
    file.problem(
        at,
        Rule::BreakingSpace,
        format!("Une espace ordinaire {what} : la ligne pourrait s'y couper."),
        format!("Mettez-y une espace insécable (U+00A0, ou U+202F) : {example}."),
    );
}

/// Looks in each line of the Markdown that begins at a byte of the file.
pub fn check_lines(file: &SourceFile, base: usize, markdown: &str) {
    let mut at = base;
    for line in markdown.split_inclusive('\n') {
        check_spaces(file, at, line);
        at += line.len();
    }
}

/// The sign that a plain space stands beside. The beginning and the end of a line are plain spaces; « ![ » is a mark, not a sign.
fn after_plain_space(text: &str) -> Option<char> {
    let is_plain = |c: Option<char>| c.is_none_or(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let broken = match c {
            '«' => is_plain(next),
            '!' => is_plain(before) && next != Some('['),
            ':' | ';' | '?' | '»' => is_plain(before),
            _ => false,
        };
        if broken {
            return Some(c);
        }
        before = Some(c);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_space_beside_a_sign_is_found() {
        for (text, sign) in [
            ("un mot : deux", ':'),
            ("un mot ; deux", ';'),
            ("vraiment ?", '?'),
            ("oui\u{a0}!\nnon !", '!'),
            ("« un\u{a0}»", '«'),
            ("«\u{a0}un »", '»'),
            ("un mot\n: deux", ':'),
            ("; deux", ';'),
            ("dit\u{a0}: «", '«'),
        ] {
            assert_eq!(after_plain_space(text), Some(sign), "{text:?}");
        }
    }

    #[test]
    fn other_spaces_are_left_alone() {
        for text in [
            "",
            "un mot\u{a0}: deux\u{202f}; trois",
            "«\u{202f}un\u{a0}»",
            "https://a.example.org/?b=c",
            "à 12:30",
            "**Repérer**\u{a0}: ",
            "Le local ![photo](https://a.example.org/b.png).",
            "5 % et 3 €",
        ] {
            assert_eq!(after_plain_space(text), None, "{text:?}");
        }
    }
}
