//! The open data: one row an initiative, the same fields in the GeoJSON and in the CSV.

use crate::domain::{Actor, Evidence, Initiative, Lever, LeverUse, State, TerritoryKind};
use crate::tools::{Content, fold::fold};
use serde_json::Value;

/// An initiative as published: fields in order. A list has one entry a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Name and value of each field.
    pub fields: Vec<(&'static str, Value)>,
    /// Longitude and latitude of each place.
    pub points: Vec<(f64, f64)>,
}

/// One row an initiative, by name.
pub fn rows(content: &Content, base_url: &str) -> Vec<Row> {
    let mut initiatives: Vec<&Initiative> = content
        .initiatives
        .iter()
        .filter_map(|read| read.sheet.as_ref())
        .collect();
    initiatives.sort_by_cached_key(|sheet| (fold(&sheet.summary.name), sheet.summary.id.clone()));
    initiatives
        .into_iter()
        .map(|sheet| row(sheet, content, base_url))
        .collect()
}

fn row(initiative: &Initiative, content: &Content, base_url: &str) -> Row {
    let summary = &initiative.summary;
    let points: Vec<(f64, f64)> = summary
        .places
        .iter()
        .map(|place| (rounded(place.lon), rounded(place.lat)))
        .collect();
    let first = points.first().copied();
    let fields = vec![
        ("id", summary.id.as_str().into()),
        ("nom", summary.name.as_str().into()),
        ("resume", initiative.lead.as_str().into()),
        (
            "leviers_collectivite",
            levers(initiative, LeverUse::counts_for_authority),
        ),
        (
            "leviers_autres_acteurs",
            levers(initiative, used_by_another),
        ),
        (
            "leviers_envisages",
            levers(initiative, considered_by_authority),
        ),
        (
            "themes",
            list(summary.themes.iter().map(|theme| theme.id())),
        ),
        (
            "collectivites",
            list(summary.authorities.iter().map(|id| name_of(id, content))),
        ),
        ("communes_insee", list(communes(initiative))),
        (
            "precision",
            list(summary.places.iter().map(|place| place.precision.id())),
        ),
        ("annee", initiative.since.into()),
        ("statut", initiative.status.id().into()),
        (
            "forme_juridique",
            initiative.legal_form.map(|form| form.id()).into(),
        ),
        ("latitude", first.map(|(_, lat)| lat).into()),
        ("longitude", first.map(|(lon, _)| lon).into()),
        (
            "sources",
            list(
                initiative
                    .sources
                    .iter()
                    .map(|source| citation(source, content)),
            ),
        ),
        (
            "url",
            format!("{base_url}?initiative={}", summary.id).into(),
        ),
    ];
    Row { fields, points }
}

/// Five decimals: about a metre.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

fn list(values: impl IntoIterator<Item = impl Into<Value>>) -> Value {
    let mut unique: Vec<Value> = Vec::new();
    for value in values.into_iter().map(Into::into) {
        if !unique.contains(&value) {
            unique.push(value);
        }
    }
    Value::Array(unique)
}

fn levers(initiative: &Initiative, counts: fn(&LeverUse) -> bool) -> Value {
    let uses = initiative
        .lever_uses
        .iter()
        .filter(|lever_use| counts(lever_use));
    list(uses.map(|lever_use| Lever::id(lever_use.lever)))
}

fn used_by_another(lever_use: &LeverUse) -> bool {
    lever_use.state == State::Used && !matches!(lever_use.actor, Actor::Authority(_))
}

fn considered_by_authority(lever_use: &LeverUse) -> bool {
    lever_use.state == State::Considered && matches!(lever_use.actor, Actor::Authority(_))
}

fn name_of(authority: &str, content: &Content) -> String {
    content
        .authorities
        .iter()
        .filter_map(|read| read.sheet.as_ref())
        .find(|sheet| sheet.reference.id == authority)
        .map_or_else(
            || authority.to_owned(),
            |sheet| sheet.reference.name.clone(),
        )
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

fn citation(source: &Evidence, content: &Content) -> String {
    let title = content
        .documents
        .iter()
        .map(|known| &known.document)
        .find(|document| document.id == source.document)
        .map_or(source.document.as_str(), |document| document.title.as_str());
    format!("{title}, {}", source.place)
}
