//! Hostile characters in what editors write: in the file itself, or written as an escape.

use super::SourceFile;
use crate::Rule;
use crate::characters::{Hostile, code, is_invisible};

/// The most characters of a name, a title or a label.
const MAX_NAME: usize = 300;

/// The most characters of any other field.
const MAX_TEXT: usize = 4000;

/// The fields that are names.
const NAMES: [&str; 9] = [
    "name",
    "title",
    "long_name",
    "former_name",
    "actor_name",
    "label",
    "city",
    "acronym",
    "publisher",
];

/// Looks in the whole file, and reports the first character of each kind on each line.
pub fn check_characters(file: &SourceFile) {
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        check_text(file, at, line);
        at += line.len();
    }
}

/// Looks in a text that stands at a byte of the file.
pub fn check_text(file: &SourceFile, at: usize, text: &str) {
    let hostile = || text.chars().filter_map(Hostile::of);
    let control = hostile().find(|found| matches!(found, Hostile::Control(_)));
    let direction = hostile().find(|found| matches!(found, Hostile::Direction(_)));
    for found in [control, direction].into_iter().flatten() {
        report(file, at, found);
    }
}

fn report(file: &SourceFile, at: usize, found: Hostile) {
    match found {
        Hostile::Control(c) => file.problem(
            at,
            Rule::ControlCharacter,
            format!("Un caractère de commande invisible ({}) est dans le texte.", code(c)),
            "Retirez-le : retapez la ligne plutôt que de la copier.",
        ),
        Hostile::Direction(c) => file.problem(
            at,
            Rule::DirectionCharacter,
            format!("Un caractère invisible change le sens de lecture ({}).", code(c)),
            "Retirez-le : le lecteur verrait autre chose que ce qui est écrit. Retapez la ligne plutôt que de la copier.",
        ),
    }
}

/// Looks in the value of a field, as it is once read. `at` is the byte of the file where it stands.
pub fn check_field(file: &SourceFile, at: usize, key: &str, value: &str) {
    check_text(file, at, value);
    if !value.is_empty() && is_invisible(value) {
        file.problem(
            at,
            Rule::InvisibleText,
            format!("Le champ « {key} » n'est fait que de caractères invisibles."),
            "Retapez sa valeur, ou supprimez la ligne si le champ est facultatif.",
        );
    }
    let most = if NAMES.contains(&key) {
        MAX_NAME
    } else {
        MAX_TEXT
    };
    let length = value.chars().count();
    if length > most {
        file.problem(
            at,
            Rule::LongText,
            format!("Le champ « {key} » a {length} caractères : {most} au plus."),
            "Raccourcissez-le ; un guillemet oublié a pu y mettre les lignes qui suivent.",
        );
    }
}
