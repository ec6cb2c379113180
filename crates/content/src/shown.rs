//! What a message says of texts that others wrote: never a character that a terminal obeys, never a value of a million letters.

use super::characters::{Hostile, code};

/// The most characters that are shown of a value between « and ».
pub const QUOTED: usize = 200;

/// A message on one line: hostile characters become their codes, and what stands between « and » is cut at [`QUOTED`] characters.
pub fn told(message: &str) -> String {
    let mut shown = String::with_capacity(message.len().min(1000));
    let mut quoted: Option<usize> = None;
    for c in message.chars() {
        match (c, quoted) {
            ('«', None) => quoted = Some(0),
            ('»', _) => quoted = None,
            (_, Some(QUOTED)) => {
                shown.push('…');
                quoted = Some(QUOTED + 1);
                continue;
            }
            (_, Some(count)) if count > QUOTED => continue,
            (_, Some(count)) => quoted = Some(count + 1),
            (_, None) => {}
        }
        match c {
            '\n' | '\t' => shown.push(' '),
            '\r' => shown.push_str("<U+000D>"),
            c if Hostile::of(c).is_some() => shown.push_str(&format!("<{}>", code(c))),
            c => shown.push(c),
        }
    }
    shown
}

/// A text of any number of lines, with the codes of hostile characters in their place. Nothing is cut.
pub fn escaped(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match Hostile::of(c) {
            Some(_) => shown.push_str(&format!("<{}>", code(c))),
            None => shown.push(c),
        }
    }
    shown
}

/// The same as [`told`] on each line of a message.
pub fn told_lines(message: &str) -> String {
    message.lines().map(told).collect::<Vec<_>>().join("\n")
}

/// These texts between « and », separated by commas, as long as they fit in [`QUOTED`] characters; then how many more there are.
pub fn listed<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut shown = String::new();
    let mut left_out = 0_usize;
    for text in texts {
        let cut: String = text.chars().take(QUOTED / 4).collect();
        let more = if cut.len() < text.len() { "…" } else { "" };
        let separator = if shown.is_empty() { "" } else { ", " };
        if left_out > 0 || shown.chars().count() > QUOTED {
            left_out += 1;
        } else {
            shown.push_str(&format!("{separator}« {cut}{more} »"));
        }
    }
    match left_out {
        0 => shown,
        count => format!("{shown} et {count} de plus"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_obeys_nothing_of_a_message() {
        let message = "« \u{1b}]0;x\u{7} » et\n\u{202e}siraP\r";
        assert_eq!(
            told(message),
            "« <U+001B>]0;x<U+0007> » et <U+202E>siraP<U+000D>"
        );
    }

    #[test]
    fn a_long_value_is_cut_and_the_rest_is_told() {
        let shown = told(&format!(
            "la latitude « {} » n'est pas un nombre",
            "9".repeat(5000)
        ));
        assert!(
            shown.ends_with("9… » n'est pas un nombre")
                || shown.ends_with("9…» n'est pas un nombre"),
            "{shown}"
        );
        assert!(shown.chars().count() < QUOTED + 50, "{shown}");
        let short = "« a » et « b »";
        assert_eq!(told(short), short);
    }

    #[test]
    fn a_long_list_ends() {
        assert_eq!(listed(["a", "b"]), "« a », « b »");
        let many = vec!["colonne"; 1000];
        let shown = listed(many);
        assert!(
            shown.ends_with("de plus") && shown.len() < 2 * QUOTED,
            "{shown}"
        );
    }
}
