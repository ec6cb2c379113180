//! Reads TOML into fields. A syntax error is reported, and what could be read besides is read all the same.

use super::fault::{Fault, fault};
use super::{Fields, SourceFile};
use crate::Rule;
use crate::characters::Hostile;
use toml::de::{DeTable, Error};

/// Reads TOML that begins at a byte of the file.
pub fn read_toml<T>(
    file: &SourceFile,
    (text, at): (&str, usize),
    read: impl FnOnce(&Fields<'_>) -> T,
) -> T {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut previous = None;
    for error in &errors {
        let found = fault(text, start(error));
        let told = found.is_some() && found == previous;
        // One unclosed list is an error on each line below it; a hostile character is told by its own rule.
        if !told && !is_hostile(text, start(error)) {
            report(file, at, error, found);
        }
        previous = found;
    }
    let broken = file.problem_count();
    let value = Fields::read(file, at, table.get_ref(), 0, read);
    if !errors.is_empty() {
        file.forget_absences(broken);
    }
    value
}

/// Whether the line of this byte has a character that TOML refuses and that its own rule reports.
fn is_hostile(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let start = before.rsplit('\n').next().unwrap_or_default();
    let end = after.split('\n').next().unwrap_or_default();
    [start, end]
        .iter()
        .any(|part| Hostile::first_in(part).is_some())
}

fn start(error: &Error) -> usize {
    error.span().map_or(0, |span| span.start)
}

/// Says what the text shows to be wrong. The parser's own words, which are English and change with its version, are quoted when the
/// text does not tell.
fn report(file: &SourceFile, base: usize, error: &Error, found: Option<Fault>) {
    let (what, remedy) = found.map_or_else(
        || {
            let said = error.message();
            (
                format!("le lecteur dit, en anglais, « {said} »"),
                "Comparez la ligne à l'exemple de docs/FORMAT.md : guillemets, crochets, signe =.",
            )
        },
        |fault| (fault.what().to_owned(), fault.remedy()),
    );
    file.problem(
        base + start(error),
        Rule::Toml,
        format!("L'en-tête n'est pas du TOML valide : {what}."),
        remedy,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<(usize, String)> {
        let file = SourceFile::new("x.md", text);
        read_toml(&file, (&file.text, 0), |_| ());
        let problems = file.take_problems().into_iter();
        problems
            .filter(|problem| problem.rule == Rule::Toml)
            .map(|problem| (problem.line, problem.message))
            .collect()
    }

    /// The parser says where, the text says what. When an update of the parser moves an error, the diagnosis changes here.
    #[test]
    fn the_commonest_errors_are_told_in_french_on_their_line() {
        for (text, line, expected) in [
            ("name = Autour du livre\n", 1, Fault::Unquoted),
            ("name = «x»\n", 1, Fault::Unquoted),
            ("ok = 1\nb = oui # c\n", 2, Fault::Unquoted),
            ("t = [a]\n", 1, Fault::Unquoted),
            ("part = 12 %\n", 1, Fault::Unquoted),
            ("a = 1\nname = \"Autour\n", 2, Fault::Quotes),
            ("name = 'Autour\n", 1, Fault::Quotes),
            ("name = \"C:\\dossier\"\n", 1, Fault::Quotes),
            ("t = [\"a\", \"b\n]\n", 1, Fault::Quotes),
            ("prénom = \"a\"\n", 1, Fault::FieldName),
            ("deux mots = \"a\"\n", 1, Fault::FieldName),
            ("= 3\n", 1, Fault::FieldName),
            ("a = 1\nb = 2\na = 3\n", 3, Fault::Twice),
            ("[x]\na = 1\n[x]\nb = 2\n", 3, Fault::Twice),
            ("name = \"dit \"oui\" ici\"\n", 1, Fault::Extra),
            ("a = \"x\" y\n", 1, Fault::Extra),
            ("a = 1, b = 2\n", 1, Fault::Extra),
            ("[places\na = 1\n", 1, Fault::Table),
            ("[[places]\na = 1\n", 1, Fault::Table),
            ("t = [\"a\", \"b\"\nname = \"x\"\n", 2, Fault::List),
            ("t = [\"a\" \"b\"]\n", 1, Fault::List),
            ("t = [\n \"a\"\n \"b\"\n]\n", 3, Fault::List),
            ("name =\n", 1, Fault::NoValue),
            ("name\n", 1, Fault::NoValue),
            ("a : 3\n", 1, Fault::NoValue),
        ] {
            let what = expected.what();
            let message = format!("L'en-tête n'est pas du TOML valide : {what}.");
            assert_eq!(messages(text), [(line, message)], "{text:?}");
        }
    }

    #[test]
    fn what_the_text_does_not_tell_is_quoted() {
        for text in [
            "a = 2024-13-45\n",
            "a = 012\n",
            "a = True\n",
            "a = { b = 1\n",
            "a = \"\"\"x\n",
        ] {
            let found = messages(text);
            assert!(!found.is_empty(), "{text:?}");
            for (_, message) in found {
                assert!(
                    message.contains("le lecteur dit, en anglais, « "),
                    "{text:?}: {message}"
                );
            }
        }
    }

    #[test]
    fn sound_toml_is_told_nothing() {
        assert_eq!(
            messages("[[places]]\na = \"x\" # y\nt = [\n \"a\",\n]\n[[places]]\na = 1\n"),
            []
        );
    }
}
