//! What was understood of the columns of a table: its schema, what each column is, those that are none.

use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use crate::schema::{Field, Role, Schema};
use crate::table::Table;
use content::fold::fold;
use std::collections::HashMap;

/// What there is to say before the rows.
pub fn of(table: &Table<'_>, schema: &Schema, fields: &[Option<&'static Field>]) -> Vec<Problem> {
    let mut said = vec![recognised(table, schema, fields)];
    said.extend(nameless(fields));
    said.extend(same_titles(table));
    said.extend(others(table, fields));
    said
}

fn recognised(table: &Table<'_>, schema: &Schema, fields: &[Option<&'static Field>]) -> Problem {
    let columns: Vec<String> = fields
        .iter()
        .zip(&table.titles)
        .filter_map(|(field, title)| Some(((*field)?.id, title)))
        .map(|(id, title)| match id == title {
            true => format!("« {title} »"),
            false => format!("« {title} » ({id})"),
        })
        .collect();
    let columns = match columns.is_empty() {
        true => "aucune colonne reconnue".to_owned(),
        false => columns.join(", "),
    };
    Finding::note(
        Rule::Reading,
        format!("{} ; lu comme : {schema} ; {columns}", form(table)),
        "rien à faire si c'est juste",
    )
    .of_file()
}

/// « CSV, encodage UTF-8, colonnes séparées par des virgules ».
fn form(table: &Table<'_>) -> String {
    let encoding = table
        .encoding
        .map(|encoding| format!(", encodage {encoding}"));
    let separator = table
        .separator
        .map(|separator| format!(", colonnes séparées par {separator}"));
    format!(
        "{}{}{}",
        table.format,
        encoding.unwrap_or_default(),
        separator.unwrap_or_default()
    )
}

/// A table without names has to find some.
fn nameless(fields: &[Option<&'static Field>]) -> Option<Problem> {
    let is_name = |field: &&Field| field.role == Role::Name;
    let has_name = fields.iter().flatten().any(is_name);
    (!has_name).then(|| {
        Finding::note(
            Rule::Name,
            "aucune colonne n'est reconnue comme celle des noms : le premier texte de chaque ligne en tient lieu",
            "titrez une colonne « nom », ou nommez-la (--name)",
        )
        .of_file()
    })
}

/// Columns of one title: the first is read, all are kept.
fn same_titles(table: &Table<'_>) -> Vec<Problem> {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut said = Vec::new();
    for (column, title) in table
        .titles
        .iter()
        .enumerate()
        .filter(|(_, title)| !title.is_empty())
    {
        match first.get(&fold(title)) {
            None => {
                first.insert(fold(title), column);
            }
            Some(earlier) => {
                let finding = Finding::note(
                    Rule::SameTitle,
                    format!(
                        "les colonnes {} et {} ont le même titre : la première est lue, l'autre gardée telle quelle",
                        earlier + 1,
                        column + 1
                    ),
                    "donnez-leur des titres différents, ou retirez celle qui est en trop",
                );
                let mut problem = finding.of_file();
                problem.column = Some(title.clone());
                problem.value = Some(title.clone());
                said.push(problem);
            }
        }
    }
    said
}

/// Columns that are kept as they are.
fn others(table: &Table<'_>, fields: &[Option<&'static Field>]) -> Option<Problem> {
    let unknown: Vec<String> = fields
        .iter()
        .zip(table.titles.iter().enumerate())
        .filter(|(field, _)| field.is_none())
        .map(|(_, (column, title))| match title.is_empty() {
            true => format!("colonne {} sans titre", column + 1),
            false => format!("« {title} »"),
        })
        .collect();
    (!unknown.is_empty()).then(|| {
        Finding::note(
            Rule::OtherColumn,
            format!("gardées telles quelles : {}", unknown.join(", ")),
            "si l'une d'elles porte une information attendue, donnez-lui le titre du schéma",
        )
        .of_file()
    })
}
