//! TOML text to fields. A syntax error is reported, and what could be read besides is read all the same.

use super::{Fields, SourceFile};
use crate::Rule;
use toml::de::{DeTable, Error};

/// Reads TOML that begins at a byte of the file.
pub fn read_toml<T>(
    file: &SourceFile,
    (text, at): (&str, usize),
    read: impl FnOnce(&Fields<'_>) -> T,
) -> T {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        report(file, at, error);
    }
    let broken = file.problem_count();
    let value = Fields::read(file, at, table.get_ref(), 0, read);
    if !errors.is_empty() {
        file.forget_absences(broken);
    }
    value
}

fn report(file: &SourceFile, base: usize, error: &Error) {
    let at = error.span().map_or(0, |span| span.start);
    let (what, remedy) = in_french(error.message());
    file.problem(
        base + at,
        Rule::Toml,
        format!("L'en-tête n'est pas du TOML valide : {what}."),
        remedy,
    );
}

/// The parser's commonest messages.
fn in_french(message: &str) -> (String, &'static str) {
    const TABLE: &[(&str, &str, &str)] = &[
        (
            "string values must be quoted",
            "un texte n'est pas entre guillemets",
            "Écrivez la valeur entre guillemets droits : \"…\".",
        ),
        (
            "invalid basic string",
            "un guillemet droit manque ou une barre oblique inverse est de trop",
            "Fermez le texte avec un guillemet droit sur la même ligne ; dans le texte, employez « … » plutôt que \"…\".",
        ),
        (
            "invalid unquoted key",
            "un nom de champ contient un accent, un espace ou une ponctuation",
            "Écrivez le nom du champ comme dans docs/FORMAT.md.",
        ),
        (
            "duplicate key",
            "le champ est écrit deux fois",
            "Gardez une seule ligne pour ce champ.",
        ),
        (
            "unexpected key or value",
            "il y a du texte en trop après la valeur",
            "Un seul champ par ligne ; dans un texte, employez « … » plutôt que des guillemets droits.",
        ),
        (
            "unclosed table",
            "un crochet fermant manque",
            "Écrivez [[places]] avec deux crochets de chaque côté, ou [figures.source] avec un seul.",
        ),
        (
            "unclosed array",
            "un crochet fermant manque",
            "Fermez la liste avec un crochet : [ … ].",
        ),
        (
            "key with no value",
            "un champ n'a pas de valeur",
            "Écrivez champ = valeur, ou supprimez la ligne.",
        ),
    ];
    TABLE
        .iter()
        .find(|(english, _, _)| message.starts_with(english))
        .map_or_else(
            || {
                (
                    message.to_owned(),
                    "Comparez la ligne à l'exemple de docs/FORMAT.md : guillemets, crochets, signe =.",
                )
            },
            |&(_, what, remedy)| (what.to_owned(), remedy),
        )
}
