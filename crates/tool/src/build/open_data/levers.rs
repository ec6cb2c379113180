//! The six levers: one row each.

use super::{
    sheets::Sheets,
    table::{ColumnSet, Kind, Table, Words, ids},
};
use model::address::Lang;
use model::domain::{Lever, LeverSheet, Target};
use model::text::Texts;

struct Row<'a> {
    sheets: &'a Sheets<'a>,
    sheet: &'a LeverSheet,
}

/// In screen order.
pub fn table(sheets: &Sheets<'_>) -> Table {
    let rows = sheets.levers.iter().map(|sheet| Row { sheets, sheet });
    let (columns, rows) = fields().filled(rows);
    Table {
        name: "leviers",
        title: "Leviers",
        description: "Les six leviers par lesquels une collectivité peut aider une initiative, un par ligne.",
        columns,
        references: &[],
        rows,
    }
}

#[rustfmt::skip]
fn fields<'a>() -> ColumnSet<Row<'a>> {
    ColumnSet::<Row<'a>>::new()
        .required("id", Kind::Text(ids(Lever::ALL, Lever::id)), |row| row.sheet.lever.id().into())
            .says("Identifiant", "Identifiant public du levier : il ne change pas.", "foncier")
        .required("nom", Kind::Text(Words::Any), |row| (Texts::of(Lang::Fr).lever)(row.sheet.lever).into())
            .says("Nom", "Nom court du levier, celui de la carte.", "Foncier")
        .required("nom_long", Kind::Text(Words::Any), |row| row.sheet.long_name.as_str().into())
            .says("Nom long", "Le levier en quelques mots.", "Mettre du foncier ou de l’immobilier à disposition")
        .required("definition", Kind::Text(Words::Any), |row| row.sheet.definition.as_str().into())
            .says("Définition", "Le levier en une ou deux phrases.", "La collectivité prête ou loue un lieu.")
        .required("nombre_initiatives", Kind::Count, |row| initiatives(row).into())
            .says("Nombre d’initiatives", "Nombre d’initiatives de la carte pour lesquelles une collectivité l’a utilisé.", "12")
        .required("nombre_collectivites", Kind::Count, |row| authorities(row).into())
            .says("Nombre de collectivités", "Nombre de collectivités de la carte qui l’ont utilisé.", "15")
        .required("url", Kind::Text(Words::Like(r"[^ ]*\?levier=[a-z0-9-]+")), |row| row.sheets.url(&Target::lever(row.sheet.lever)).into())
            .says("Adresse", "Adresse de la fiche sur la carte ; relative à la page de la carte quand elle ne commence pas par https.", "?levier=foncier")
}

fn initiatives(row: &Row<'_>) -> usize {
    let summaries = row.sheets.initiatives.iter().map(|sheet| &sheet.summary);
    summaries
        .filter(|summary| summary.levers.contains(&row.sheet.lever))
        .count()
}

fn authorities(row: &Row<'_>) -> usize {
    let authorities = row.sheets.authorities.iter();
    authorities
        .filter(|sheet| row.sheets.has_used(&sheet.reference.id, row.sheet.lever))
        .count()
}
