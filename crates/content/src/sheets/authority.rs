//! The sheet of a local authority.

use super::{
    References,
    evidence::{read_figure, read_required_evidence, read_sources},
    place::{read_country, resolve},
};
use crate::Rule;
use crate::gazetteer::{Level, POPULATION_YEAR};
use crate::reading::{At, Fields, KIND, SourceFile, read_account, read_halves};
use model::domain::{
    Authority, AuthorityKind, AuthorityRef, Heading, NamedTerritory, Population, Territory,
    TerritoryKind,
};

/// Reads the sheet of an authority.
pub fn read_authority(file: &SourceFile, id: &str, refs: &References<'_>) -> Option<Authority> {
    let (front, body) = read_halves(file, |fields| read_front(fields, id, refs))?;
    let sections = read_account(file, body, Heading::AUTHORITY);
    front.map(|authority| Authority {
        sections,
        ..authority
    })
}

fn read_front(fields: &Fields<'_>, id: &str, refs: &References<'_>) -> Option<Authority> {
    let name = fields.text("name");
    let kind = fields.choice("kind", &KIND);
    let located = read_located(fields, kind, refs);
    let former_name = fields.text_if_any("former_name");
    let member_since = fields.year_if_any("member_since");
    let website = fields.url_if_any("website");
    let address = fields.text_if_any("address");
    fields.text_if_any("notes");
    let mut populations = fields.tables("populations", |fields| read_population(fields, refs));
    let figures = fields.tables("figures", |fields| read_figure(fields, refs));
    let sources = read_sources(fields, "sources", refs);
    let Located {
        territories,
        country,
    } = located?;
    let kind = kind?;
    // Only the official list has the population of the territory that an authority is.
    let own = territories
        .first()
        .filter(|_| Level::of_kind(kind).is_some());
    populations.extend(own.and_then(|territory| of_gazetteer(territory, refs)));
    let touched = |kind| touched(&territories, kind, refs);
    let departements = touched(TerritoryKind::Departement);
    let regions = touched(TerritoryKind::Region);
    let reference = AuthorityRef {
        id: id.to_owned(),
        name: name?,
        kind,
        code: own.map(|territory| territory.code.clone()),
    };
    Some(Authority {
        reference,
        territories,
        departements,
        regions,
        country,
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

/// The territory that an authority is, those that a mixed body is within, or a country.
#[derive(Default)]
struct Located {
    territories: Vec<Territory>,
    country: Option<String>,
}

fn read_located(
    fields: &Fields<'_>,
    kind: Option<AuthorityKind>,
    refs: &References<'_>,
) -> Option<Located> {
    match kind {
        Some(AuthorityKind::Mixed) => Some(Located {
            territories: read_within(fields, refs)?,
            ..Located::default()
        }),
        Some(AuthorityKind::Foreign) => Some(Located {
            country: Some(read_country(fields)?),
            ..Located::default()
        }),
        kind => Some(Located {
            territories: vec![read_territory(fields, kind, refs)?],
            ..Located::default()
        }),
    }
}

/// The territories that a mixed body is within: at least one.
fn read_within(fields: &Fields<'_>, refs: &References<'_>) -> Option<Vec<Territory>> {
    let written = fields.texts("within");
    if written.is_empty() {
        fields.missing("within");
    }
    let known = |text: &At<String>| {
        let territory = Territory::parse(&text.value);
        let territory = territory.filter(|territory| refs.gazetteer.name(territory).is_some());
        if territory.is_none() {
            fields.problem(
                "within",
                Rule::UnknownCode,
                format!("« {} » n'est pas un territoire connu.", text.value),
                "Écrivez departement:52, region:44 ou epci:200000000 (un numéro Siren).",
            );
        }
        territory
    };
    let territories: Vec<Territory> = written.iter().filter_map(known).collect();
    (!territories.is_empty()).then_some(territories)
}

fn touched(
    territories: &[Territory],
    kind: TerritoryKind,
    refs: &References<'_>,
) -> Vec<NamedTerritory> {
    let mut all: Vec<Territory> = Vec::new();
    for territory in territories {
        for one in refs.gazetteer.touched(territory, kind) {
            if !all.contains(&one) {
                all.push(one);
            }
        }
    }
    named(all, refs)
}

fn read_territory(
    fields: &Fields<'_>,
    kind: Option<AuthorityKind>,
    refs: &References<'_>,
) -> Option<Territory> {
    let code = fields.text_at("code")?;
    let kind = kind?;
    let level = Level::of_kind(kind)?;
    let territory = resolve(fields, level, &code, refs)?;
    let official = refs.gazetteer.group_kind(&territory.code).unwrap_or(kind);
    if level == Level::Group && official != kind {
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
