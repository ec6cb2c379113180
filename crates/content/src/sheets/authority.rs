//! The sheet of a local authority.

use super::{
    References,
    evidence::{read_figure, read_required_evidence, read_sources},
    place::resolve,
};
use crate::Rule;
use crate::gazetteer::{Level, POPULATION_YEAR};
use crate::reading::{Fields, KIND, SourceFile, read_body, read_halves};
use model::domain::{
    Authority, AuthorityKind, AuthorityRef, Heading, NamedTerritory, Population, Territory,
    TerritoryKind,
};

/// Reads the sheet of an authority.
pub fn read_authority(file: &SourceFile, id: &str, refs: &References<'_>) -> Option<Authority> {
    let (front, body) = read_halves(file, |fields| read_front(fields, id, refs))?;
    let sections = read_body(file, body, Heading::AUTHORITY);
    front.map(|authority| Authority {
        sections,
        ..authority
    })
}

fn read_front(fields: &Fields<'_>, id: &str, refs: &References<'_>) -> Option<Authority> {
    let name = fields.text("name");
    let kind = fields.choice("kind", &KIND);
    let territory = read_territory(fields, kind, refs);
    let former_name = fields.text_if_any("former_name");
    let member_since = fields.year_if_any("member_since");
    let website = fields.url_if_any("website");
    let address = fields.text_if_any("address");
    fields.text_if_any("notes");
    let mut populations = fields.tables("populations", |fields| read_population(fields, refs));
    let figures = fields.tables("figures", |fields| read_figure(fields, refs));
    let sources = read_sources(fields, "sources", refs);
    let territory = territory?;
    populations.extend(of_gazetteer(&territory, refs));
    let touched = |kind| named(refs.gazetteer.touched(&territory, kind), refs);
    let departements = touched(TerritoryKind::Departement);
    let regions = touched(TerritoryKind::Region);
    let reference = AuthorityRef {
        id: id.to_owned(),
        name: name?,
        kind: kind?,
        code: territory.code,
    };
    Some(Authority {
        reference,
        departements,
        regions,
        former_name,
        member_since,
        website,
        address,
        populations,
        figures,
        sections: Vec::new(),
        sources,
    })
}

fn read_territory(
    fields: &Fields<'_>,
    kind: Option<AuthorityKind>,
    refs: &References<'_>,
) -> Option<Territory> {
    let code = fields.text_at("code")?;
    let kind = kind?;
    let territory = resolve(fields, Level::of_kind(kind), &code, refs)?;
    let official = refs.gazetteer.group_kind(&territory.code).unwrap_or(kind);
    if Level::of_kind(kind) == Level::Group && official != kind {
        let name = refs.gazetteer.name(&territory).unwrap_or_default();
        fields.problem(
            "kind",
            Rule::CodeOfOtherKind,
            format!(
                "{name} n'est pas de la nature « {} » mais « {} ».",
                kind.id(),
                official.id()
            ),
            format!("Écrivez kind = \"{}\", ou corrigez le code.", official.id()),
        );
    }
    Some(territory)
}

fn named(territories: Vec<Territory>, refs: &References<'_>) -> Vec<NamedTerritory> {
    let named = territories.into_iter().filter_map(|territory| {
        let name = refs.gazetteer.name(&territory)?;
        Some(NamedTerritory { territory, name })
    });
    named.collect()
}

fn read_population(fields: &Fields<'_>, refs: &References<'_>) -> Option<Population> {
    let value = fields.amount("value");
    let year = fields.year("year");
    let source = read_required_evidence(fields, "populations", "source", "Cette population", refs);
    Some(Population {
        value: value?,
        year: year?,
        source: Some(source?),
    })
}

/// The population of the official list, after those that the sources give.
fn of_gazetteer(territory: &Territory, refs: &References<'_>) -> Option<Population> {
    let value = refs.gazetteer.population(territory)?;
    Some(Population {
        value,
        year: POPULATION_YEAR,
        source: None,
    })
}
