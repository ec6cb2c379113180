//! The cells of a row against the fields of its schema.

use crate::problem::{Finding, Level};
use crate::rule::Rule;
use crate::schema::{self, Field, Role};
use crate::table::{Cell, Row};
use crate::values::{Reading, amount, date, siret, words};
use content::characters::{Hostile, is_invisible};
use content::fold::fold;
use content::points::MAX_NAME;

/// Reads the cells of a row: what there is to say of each column.
pub fn cells(row: &Row<'_>, fields: &[Option<&'static Field>]) -> Vec<(usize, Finding)> {
    let empty = Cell::default();
    let mut said = Vec::new();
    for (column, field) in fields.iter().enumerate() {
        let Some(field) = field else {
            continue;
        };
        let cell = row.cells.get(column).unwrap_or(&empty);
        if cell.formula {
            continue;
        }
        let reading = match cell.text.is_empty() {
            // A concession has who grants it, in place of who buys.
            true if field.role == Role::Owner && has_owner(row, fields) => Reading::kept(),
            true => missing(field),
            false => read(cell, field),
        };
        said.extend(reading.finding.map(|finding| (column, finding)));
    }
    said
}

/// Formulas whose value the file does not hold: nothing is known of these cells. A row whose name, category or place one of them is waits.
pub fn uncomputed(row: &Row<'_>, fields: &[Option<&'static Field>]) -> Vec<(usize, Finding)> {
    let cells = row.cells.iter().enumerate();
    let formulas = cells.filter(|(_, cell)| cell.formula);
    formulas
        .map(|(column, _)| {
            let role = fields.get(column).copied().flatten().map(|field| field.role);
            let matters = role.is_some_and(Role::tells_the_point);
            let told = if matters { Finding::refusal } else { Finding::note };
            let finding = told(
                Rule::Formula,
                "formule sans valeur enregistrée : le fichier ne dit pas ce qu'elle donne",
                "ouvrez le classeur dans un tableur, laissez-le calculer, enregistrez-le, puis redonnez-le",
            );
            (column, finding)
        })
        .collect()
}

fn has_owner(row: &Row<'_>, fields: &[Option<&'static Field>]) -> bool {
    let mut owners = fields.iter().enumerate().filter(|(_, field)| {
        let role = field.map(|field| field.role);
        role == Some(Role::Owner)
    });
    owners.any(|(column, _)| !row.text(column).is_empty())
}

/// The words of « Total », « Sous-total », « TOTAL GÉNÉRAL 2023 », « Total des subventions (en euros) ».
const TOTAL: [&str; 29] = [
    "total",
    "totaux",
    "sous",
    "general",
    "generale",
    "generaux",
    "annuel",
    "cumule",
    "montant",
    "montants",
    "subvention",
    "subventions",
    "aides",
    "associations",
    "page",
    "annee",
    "par",
    "de",
    "des",
    "du",
    "la",
    "les",
    "l",
    "aux",
    "en",
    "euros",
    "attribue",
    "attribuees",
    "versees",
];

/// Whether a row sums others rather than being one: it would be counted twice.
pub fn total(row: &Row<'_>, name_column: Option<usize>) -> Option<(usize, Finding)> {
    let first = row.cells.iter().position(|cell| !cell.text.is_empty());
    let may_be = |column: &usize| {
        let mut letters = row.text(*column).as_bytes().windows(3);
        letters.any(|three| three.eq_ignore_ascii_case(b"tot"))
    };
    let mut columns = name_column.into_iter().chain(first).filter(may_be);
    let column = columns.find(|column| {
        let folded = fold(row.text(*column));
        let is_year = |word: &str| word.len() == 4 && word.starts_with("20");
        let mut words = folded.split(' ');
        ["total", "totaux"]
            .iter()
            .any(|total| words.clone().any(|word| word == *total))
            && words.all(|word| TOTAL.contains(&word) || is_year(word))
    })?;
    let finding = Finding::question(
        Rule::Total,
        "cette ligne semble être un total, et non une ligne de plus",
        "si c'en est un, retirez-la du fichier ; sinon, écrivez le nom en entier",
    );
    Some((column, finding))
}

/// What spreadsheets write for a formula that failed, in English and in French.
const ERRORS: [&str; 13] = [
    "#N/A", "#REF!", "#NAME?", "#NOM?", "#VALUE!", "#VALEUR!", "#DIV/0!", "#NUM!", "#NOMBRE!",
    "#NULL!", "#NUL!", "#ERROR!", "Err:502",
];

fn is_error(text: &str) -> bool {
    ERRORS.iter().any(|error| text.eq_ignore_ascii_case(error))
}

/// The plain form of a cell, where it differs from what is written. It is read again when it leaves, rather than kept for every row.
pub fn plain(cell: &Cell<'_>, field: &Field) -> Option<String> {
    match cell.text.is_empty() {
        true => None,
        false => read(cell, field).plain,
    }
}

/// A missing value is not zero: it is missing.
fn missing(field: &Field) -> Reading {
    if !field.required || field.role == Role::Name {
        return Reading::kept();
    }
    let message = match field.role {
        Role::Amount => "montant absent : ce n'est pas zéro, il reste inconnu",
        _ => "valeur attendue, absente",
    };
    Reading::said(Finding::note(
        Rule::Missing,
        message,
        "complétez la cellule",
    ))
}

fn read(cell: &Cell<'_>, field: &Field) -> Reading {
    let text = cell.text.as_ref();
    let is_shown = matches!(field.role, Role::Name | Role::Category);
    if !is_shown && is_error(text) {
        return Reading::said(Finding::note(
            Rule::Missing,
            "la formule de cette cellule a échoué dans le tableur : la valeur est inconnue",
            "corrigez la formule, ou écrivez la valeur",
        ));
    }
    if !is_shown && text.contains(char::REPLACEMENT_CHARACTER) {
        return Reading::said(Finding::note(
            Rule::LostCharacter,
            "des caractères sont perdus (�)",
            "reprenez le texte dans le fichier d'origine",
        ));
    }
    if let Some(mended) = schema::unscrambled(text) {
        return Reading::said(Finding::note(
            Rule::Scrambled,
            "ce texte a été enregistré dans le mauvais encodage : gardé tel quel",
            format!("est-ce « {mended} » ? Repartez du fichier d'origine"),
        ));
    }
    match field.role {
        Role::Siret | Role::Owner => siret::read(text),
        Role::Rna => words::rna(text),
        Role::Amount => unread_amount(negative(amount::read(text, cell.number), text), field),
        Role::Date => optional(date::read(text), field),
        Role::Period => date::read_period(text),
        Role::YesNo => words::yes_no(text),
        Role::Share => words::share(text),
        Role::Words(allowed) => words::among(text, allowed),
        _ => Reading::kept(),
    }
}

fn negative(reading: Reading, text: &str) -> Reading {
    if reading.finding.is_some() || !text.starts_with('-') {
        return reading;
    }
    Reading::said(Finding::note(
        Rule::Amount,
        "montant négatif",
        "vérifiez : un remboursement, une annulation ?",
    ))
}

/// An amount that nothing depends on and that is none is kept as it is. One that may be two stays a question.
fn unread_amount(reading: Reading, field: &Field) -> Reading {
    match reading.finding.as_ref().map(|finding| finding.level) {
        Some(Level::Refusal) => optional(reading, field),
        _ => reading,
    }
}

/// A value that nothing depends on sets no row aside.
fn optional(reading: Reading, field: &Field) -> Reading {
    let softened = reading.finding.map(|finding| match field.required {
        true => finding,
        false => Finding {
            level: Level::Note,
            ..finding
        },
    });
    Reading {
        finding: softened,
        ..reading
    }
}

/// The name of a point, on one line, or why it cannot be shown.
///
/// # Errors
/// When it is empty, too long, or holds characters that nobody should meet.
pub fn name(text: &str) -> Result<String, Finding> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        return Err(Finding::refusal(
            Rule::Name,
            "le nom est vide",
            "donnez un nom à cette ligne",
        ));
    }
    shown(&name, "le nom")?;
    Ok(name)
}

/// Checks a text that the map would show.
///
/// # Errors
/// As [`name`].
pub fn shown(text: &str, what: &str) -> Result<(), Finding> {
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Err(Finding::refusal(
            Rule::LostCharacter,
            format!("{what} a perdu des caractères (�)"),
            "reprenez-le dans le fichier d'origine, ou enregistrez celui-ci en « CSV UTF-8 »",
        ));
    }
    if is_error(text) {
        return Err(Finding::refusal(
            Rule::Name,
            format!("la formule qui donne {what} a échoué dans le tableur"),
            "corrigez la formule, ou écrivez la valeur",
        ));
    }
    if let Some((_, hostile)) = Hostile::first_in(text) {
        return Err(Finding::refusal(
            Rule::Name,
            format!("{what} contient {}", hostile.what()),
            "retirez ce caractère : retapez le texte plutôt que de le copier",
        ));
    }
    if !text.is_empty() && is_invisible(text) {
        return Err(Finding::refusal(
            Rule::Name,
            format!("{what} n'est fait que de caractères invisibles"),
            "retapez ce texte, ou videz la cellule",
        ));
    }
    if text.len() > MAX_NAME && text.chars().count() > MAX_NAME {
        return Err(Finding::refusal(
            Rule::Name,
            format!("{what} a plus de {MAX_NAME} caractères"),
            "raccourcissez ce texte ; un guillemet oublié a pu y mettre plusieurs cellules",
        ));
    }
    Ok(())
}
