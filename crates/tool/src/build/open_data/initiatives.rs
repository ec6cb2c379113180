//! The initiatives: one row each.

use super::{
    sheets::Sheets,
    table::{ColumnSet, ID, Kind, Table, Words, ids, list},
};
use model::domain::{
    Initiative, LegalForm, Lever, LeverUse, Precision, State, Status, Target, TerritoryKind, Theme,
};
use serde_json::Value;

struct Row<'a> {
    sheets: &'a Sheets<'a>,
    sheet: &'a Initiative,
}

/// By name.
pub fn table(sheets: &Sheets<'_>) -> Table {
    let rows = sheets.initiatives.iter().map(|sheet| Row { sheets, sheet });
    let (columns, rows) = fields().filled(rows);
    Table {
        name: "initiatives",
        title: "Initiatives",
        description: "Des initiatives d’économie sociale et solidaire en France, une par ligne, avec les leviers par lesquels une collectivité les a aidées. Un levier ne compte que si un document l’établit : la preuve est dans la table « recours ».",
        columns,
        references: &[],
        rows,
    }
}

/// Longitude and latitude of the places of each row.
pub fn points(sheets: &Sheets<'_>) -> Vec<Vec<(f64, f64)>> {
    sheets
        .initiatives
        .iter()
        .map(|sheet| places(sheet))
        .collect()
}

#[rustfmt::skip]
fn fields<'a>() -> ColumnSet<Row<'a>> {
    let levers = || Kind::List(ids(Lever::ALL, Lever::id));
    ColumnSet::<Row<'a>>::new()
        .required("id", Kind::Text(ID), |row| row.sheet.summary.id.as_str().into())
            .says("Identifiant", "Identifiant public de l’initiative : il ne change pas.", "mundo-gusto")
        .required("nom", Kind::Text(Words::Any), |row| row.sheet.summary.name.as_str().into())
            .says("Nom", "Nom de l’initiative.", "Mundo Gusto")
        .required("resume", Kind::Text(Words::Any), |row| row.sheet.lead.as_str().into())
            .says("Résumé", "L’initiative en une phrase, de 200 caractères au plus.", "Un jardin partagé où les habitants cultivent et apprennent.")
        .optional("leviers_collectivite", levers(), |row| levers_where(row.sheet, LeverUse::counts_for_authority))
            .says("Leviers de la collectivité", "Leviers qu’une collectivité a utilisés pour l’initiative, le principal d’abord.", "foncier|subvention")
        .optional("leviers_autres_acteurs", levers(), |row| levers_where(row.sheet, is_used_by_another))
            .says("Leviers d’autres acteurs", "Leviers utilisés par un bailleur social, l’État ou une autre organisation.", "subvention")
        .optional("leviers_envisages", levers(), |row| levers_where(row.sheet, is_considered_by_authority))
            .says("Leviers envisagés", "Leviers qu’une collectivité a seulement envisagés.", "achat-public")
        .required("themes", Kind::List(ids(Theme::ALL, Theme::id)), |row| list(row.sheet.summary.themes.iter().map(|theme| theme.id())))
            .says("Thèmes", "Thèmes de l’initiative, le principal d’abord.", "alimentation|emploi-insertion")
        .optional("collectivites", Kind::List(Words::Any), |row| list(row.sheet.summary.authorities.iter().map(|id| row.sheets.authority_name(id))))
            .says("Collectivités", "Noms des collectivités qui participent, la principale d’abord.", "Ville de Nanterre|Plaine Commune")
        .optional("communes_insee", Kind::List(Words::Like("[0-9][0-9AB][0-9]{3}")), |row| list(communes(row.sheet)))
            .says("Communes", "Codes Insee des communes des lieux ; un lieu qui est tout un territoire n’en donne pas.", "92050|93066")
        .required("precision", Kind::List(ids(Precision::ALL, Precision::id)), |row| list(row.sheet.summary.places.iter().map(|place| place.precision.id())))
            .says("Précision", "Précision des lieux : adresse (address), quartier (district), commune, ou tout un territoire (epci, departement, region).", "commune")
        .optional("annee", Kind::Year, |row| row.sheet.since.into())
            .says("Année", "Année où l’initiative a commencé ; vide quand elle n’est pas connue.", "2014")
        .required("statut", Kind::Text(ids(Status::ALL, Status::id)), |row| row.sheet.status.id().into())
            .says("Statut", "Où en est l’initiative.", "en cours")
        .optional("forme_juridique", Kind::Text(ids(LegalForm::ALL, LegalForm::id)), |row| row.sheet.legal_form.map(LegalForm::id).into())
            .says("Forme juridique", "Forme juridique de l’organisation qui porte l’initiative ; vide quand elle n’est pas connue.", "association")
        .required("latitude", Kind::Degrees(90), |row| places(row.sheet).first().map(|(_, lat)| *lat).into())
            .says("Latitude", "Latitude du premier lieu, en degrés (WGS 84). Pour un territoire : celle d'un point bien à l'intérieur.", "48.8922")
        .required("longitude", Kind::Degrees(180), |row| places(row.sheet).first().map(|(lon, _)| *lon).into())
            .says("Longitude", "Longitude du premier lieu, en degrés (WGS 84).", "2.2069")
        .required("sources", Kind::List(Words::Any), |row| list(row.sheet.sources.iter().map(|source| row.sheets.citation(source))))
            .says("Sources", "Documents où l’initiative est racontée : titre, puis endroit du document.", "Guide des leviers, Chapitre 1")
        .required("url", Kind::Text(Words::Like(r"[^ ]*\?initiative=[a-z0-9-]+")), |row| row.sheets.url(&Target::initiative(&row.sheet.summary.id)).into())
            .says("Adresse", "Adresse de la fiche sur la carte ; relative à la page de la carte quand elle ne commence pas par https.", "?initiative=mundo-gusto")
}

/// Five decimals: about a metre.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

fn places(initiative: &Initiative) -> Vec<(f64, f64)> {
    let places = initiative.summary.places.iter();
    places
        .map(|place| (rounded(place.lon), rounded(place.lat)))
        .collect()
}

fn levers_where(initiative: &Initiative, counts: fn(&LeverUse) -> bool) -> Value {
    let uses = initiative
        .lever_uses
        .iter()
        .filter(|lever_use| counts(lever_use));
    list(uses.filter_map(|lever_use| lever_use.lever.map(Lever::id)))
}

fn is_used_by_another(lever_use: &LeverUse) -> bool {
    lever_use.state == State::Used && !lever_use.actor.is_of_authority()
}

fn is_considered_by_authority(lever_use: &LeverUse) -> bool {
    lever_use.state == State::Considered && lever_use.actor.is_of_authority()
}

/// INSEE codes of the places that are in one commune.
fn communes(initiative: &Initiative) -> Vec<String> {
    initiative
        .summary
        .places
        .iter()
        .filter_map(|place| place.territories.first())
        .filter(|territory| territory.kind == TerritoryKind::Commune)
        .map(|territory| territory.code.clone())
        .collect()
}
