//! No e-mail, no telephone: sheets speak of organisations.

use super::SourceFile;
use crate::Rule;

const REMEDY: &str = "Retirez-la : les fiches ne donnent pas de coordonnées de personnes. Donnez le site de l'organisation dans [[links]].";

/// Looks in the whole file, comments and notes included.
pub fn check_personal_data(file: &SourceFile) {
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        if let Some(found) = find_email(line) {
            let message = format!("Adresse électronique dans le texte : « {found} ».");
            file.problem(at, Rule::Email, message, REMEDY);
        }
        if let Some(found) = find_phone(line) {
            let message = format!("Numéro de téléphone dans le texte : « {found} ».");
            file.problem(
                at,
                Rule::Phone,
                message,
                REMEDY.replace("Retirez-la", "Retirez-le"),
            );
        }
        at += line.len();
    }
}

/// The first e-mail address of a line; also one that is written with `[at]`.
fn find_email(line: &str) -> Option<String> {
    let plain = [
        " [at] ",
        "[at]",
        " (at) ",
        "(at)",
        " (arobase) ",
        "(arobase)",
    ]
    .iter()
    .fold(line.to_owned(), |line, disguise| {
        line.replace(disguise, "@")
    });
    let is_local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || ".-".contains(c);
    plain.match_indices('@').find_map(|(at, _)| {
        let (before, after) = (plain.get(..at)?, plain.get(at + 1..)?);
        let local_start = before.trim_end_matches(is_local).len();
        let domain_end = after.find(|c| !is_domain(c)).unwrap_or(after.len());
        let (local, domain) = (before.get(local_start..)?, after.get(..domain_end)?);
        let domain = domain.trim_end_matches(['.', '-']);
        let (host, top) = domain.rsplit_once('.')?;
        let whole = !local.is_empty() && !host.is_empty() && top.chars().count() >= 2;
        (whole && top.chars().all(char::is_alphabetic)).then(|| format!("{local}@{domain}"))
    })
}

/// The first French telephone number of a line, addresses of sites left aside.
fn find_phone(line: &str) -> Option<String> {
    line.split(char::is_whitespace)
        .filter(|word| word.contains("://"))
        .fold(line.to_owned(), |line, address| {
            line.replace(address, " | ")
        })
        .split(|c: char| !(c.is_ascii_digit() || is_separator(c) || c == '+'))
        .find_map(find_phone_in_run)
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | '(' | ')')
}

/// A run of digits and separators: does it contain digits grouped as a telephone number's?
fn find_phone_in_run(run: &str) -> Option<String> {
    let groups: Vec<&str> = run
        .split(is_separator)
        .filter(|group| !group.is_empty())
        .collect();
    (0..groups.len()).find_map(|start| {
        (start + 1..=groups.len()).find_map(|end| {
            let window = groups.get(start..end)?;
            is_phone(window).then(|| window.join(" "))
        })
    })
}

fn is_phone(groups: &[&str]) -> bool {
    let (international, national) = match groups {
        ["+33" | "0033", "0", rest @ ..] | ["+33" | "0033", rest @ ..] => (true, rest),
        [first, rest @ ..]
            if rest.is_empty() && (first.starts_with("+33") || first.starts_with("0033")) =>
        {
            let digits = first.trim_start_matches("+33").trim_start_matches("0033");
            return digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
        }
        _ => (false, groups),
    };
    let lengths: Vec<usize> = national.iter().map(|group| group.len()).collect();
    let first = national.first().copied().unwrap_or_default();
    let digits_only = national
        .iter()
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let shape = if international {
        matches!(lengths.as_slice(), [9] | [1, 2, 2, 2, 2] | [3, 3, 3]) && !first.starts_with('0')
    } else {
        let trunk = first.starts_with('0') && !first.starts_with("00");
        matches!(
            lengths.as_slice(),
            [10] | [2, 2, 2, 2, 2] | [4, 2, 2, 2] | [4, 3, 3] | [1, 3, 3, 3]
        ) && trunk
    };
    digits_only && shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e_mails_are_found_even_disguised() {
        for (line, found) in [
            (
                "Écrivez à jeanne.dupont@ville.fr.",
                "jeanne.dupont@ville.fr",
            ),
            ("contact [at] asso.org", "contact@asso.org"),
            ("<a@b-c.eu>", "a@b-c.eu"),
        ] {
            assert_eq!(find_email(line).as_deref(), Some(found), "{line}");
        }
        for line in [
            "@ville",
            "un @ seul",
            "a@b",
            "https://reseau.fr/@compte",
            "@@@",
            "é@.fr",
        ] {
            assert_eq!(find_email(line), None, "{line}");
        }
    }

    #[test]
    fn french_telephone_numbers_are_found() {
        for line in [
            "Tél. 01 23 45 67 89",
            "0123456789.",
            "01.23.45.67.89",
            "06-12-34-56-78 le matin",
            "+33 1 23 45 67 89",
            "+33 (0)1 23 45 67 89",
            "+33123456789",
            "0033 1 23 45 67 89",
            "01\u{a0}23\u{a0}45\u{a0}67\u{a0}89",
            "0800 123 456",
            "en 2016 06 12 34 56 78",
        ] {
            assert!(find_phone(line).is_some(), "{line}");
        }
    }

    #[test]
    fn other_numbers_are_not_telephones() {
        for line in [
            "code = \"200054781\"",
            "lines = [207, 250]",
            "1 234 567 890 euros",
            "2016-07-01 02",
            "21 920 050 000 018",
            "https://site.fr/0123456789/x",
            "0,1 23 45 67 89",
            "du 01/02/2016 au 03/04/2017",
        ] {
            assert_eq!(find_phone(line), None, "{line}");
        }
    }
}
