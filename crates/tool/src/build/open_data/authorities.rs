//! The authorities: one row each.

use super::{
    sheets::Sheets,
    table::{ColumnSet, ID, Kind, Table, Words, ids, list},
};
use model::domain::{Authority, AuthorityKind, Lever, Population, Target};

struct Row<'a> {
    sheets: &'a Sheets<'a>,
    sheet: &'a Authority,
}

/// By name.
pub fn table(sheets: &Sheets<'_>) -> Table {
    let rows = sheets.authorities.iter().map(|sheet| Row { sheets, sheet });
    let (columns, rows) = fields().filled(rows);
    Table {
        name: "collectivites",
        title: "Collectivités",
        description: "Les collectivités qui ont une fiche sur la carte, une par ligne, avec les leviers qu’elles ont utilisés. Ce n’est ni un annuaire ni un classement : une collectivité absente n’est pas une collectivité qui n’agit pas.",
        columns,
        references: &[],
        rows,
    }
}

#[rustfmt::skip]
fn fields<'a>() -> ColumnSet<Row<'a>> {
    ColumnSet::<Row<'a>>::new()
        .required("id", Kind::Text(ID), |row| row.sheet.reference.id.as_str().into())
            .says("Identifiant", "Identifiant public de la collectivité : il ne change pas.", "nanterre")
        .required("nom", Kind::Text(Words::Any), |row| row.sheet.reference.name.as_str().into())
            .says("Nom", "Nom de la collectivité.", "Ville de Nanterre")
        .required("nature", Kind::Text(ids(AuthorityKind::ALL, AuthorityKind::id)), |row| row.sheet.reference.kind.id().into())
            .says("Nature", "Commune, communauté de communes (cc), d’agglomération (ca), urbaine (cu), métropole, établissement public territorial (ept), département, région, pays ou syndicat mixte, ou collectivité étrangère.", "commune")
        .optional("code", Kind::Text(Words::Like("([0-9]{9}|[0-9][0-9AB][0-9]{0,3})")), |row| row.sheet.reference.code.clone().into())
            .says("Code", "Code Insee d’une commune, d’un département ou d’une région ; numéro Siren d’un EPCI ou d’un EPT ; vide pour un pays, un syndicat mixte ou une collectivité étrangère.", "92050")
        .optional("departements", Kind::List(Words::Like("[0-9][0-9AB][0-9]?")), |row| list(row.sheet.departements.iter().map(|one| one.territory.code.as_str())))
            .says("Départements", "Codes Insee des départements où est la collectivité, ou du département qu’elle est ; vide pour une région.", "92")
        .optional("regions", Kind::List(Words::Like("[0-9]{2}")), |row| list(row.sheet.regions.iter().map(|one| one.territory.code.as_str())))
            .says("Régions", "Codes Insee des régions où est la collectivité, ou de la région qu’elle est ; vide à l’étranger.", "11")
        .optional("noms_regions", Kind::List(Words::Any), |row| list(row.sheet.regions.iter().map(|one| one.name.as_str())))
            .says("Noms des régions", "Noms de ces régions, dans le même ordre.", "Île-de-France")
        .optional("ancien_nom", Kind::Text(Words::Any), |row| row.sheet.former_name.clone().into())
            .says("Ancien nom", "Nom que donnent les documents, quand la collectivité a changé de nom ou de périmètre depuis.", "Clermont Communauté")
        .optional("annee_adhesion_rtes", Kind::Year, |row| row.sheet.member_since.into())
            .says("Année d’adhésion au RTES", "Année d’adhésion au Réseau des collectivités territoriales pour une économie solidaire, quand un document la donne.", "2008")
        .optional("population", Kind::Count, |row| latest(row.sheet).map(|population| population.value).into())
            .says("Population", "Nombre d’habitants, le plus récent connu.", "97783")
        .optional("annee_population", Kind::Year, |row| latest(row.sheet).map(|population| population.year).into())
            .says("Année de la population", "Année de ce nombre d’habitants.", "2023")
        .optional("adresse", Kind::Text(Words::Any), |row| row.sheet.address.clone().into())
            .says("Adresse postale", "Adresse postale de l’institution, quand un document la donne.", "88 rue du 8 mai 1945, 92000 Nanterre")
        .optional("site", Kind::Uri, |row| row.sheet.website.clone().into())
            .says("Site", "Site officiel, quand un document le donne.", "https://www.nanterre.fr")
        .optional("leviers_utilises", Kind::List(ids(Lever::ALL, Lever::id)), |row| list(levers(row)))
            .says("Leviers utilisés", "Leviers que la collectivité a utilisés, dans l’ordre de la liste des leviers.", "subvention|foncier")
        .optional("initiatives", Kind::List(ID), |row| list(initiatives(row)))
            .says("Initiatives", "Identifiants des initiatives auxquelles la collectivité participe (table « initiatives »).", "mundo-gusto|jardin-des-lilas")
        .required("sources", Kind::List(Words::Any), |row| list(row.sheet.sources.iter().map(|source| row.sheets.citation(source))))
            .says("Sources", "Documents où la collectivité est présentée : titre, puis endroit du document.", "Guide des leviers, Annexe")
        .required("url", Kind::Text(Words::Like(r"[^ ]*\?collectivite=[a-z0-9-]+")), |row| row.sheets.url(&Target::authority(&row.sheet.reference.id)).into())
            .says("Adresse", "Adresse de la fiche sur la carte ; relative à la page de la carte quand elle ne commence pas par https.", "?collectivite=nanterre")
}

/// The last population known; that of the official list when several are of the same year.
fn latest(sheet: &Authority) -> Option<&Population> {
    let populations = sheet.populations.iter();
    populations.max_by_key(|population| (population.year, population.source.is_none()))
}

fn levers(row: &Row<'_>) -> Vec<&'static str> {
    let used = |lever: &Lever| row.sheets.has_used(&row.sheet.reference.id, *lever);
    let levers = Lever::ALL.iter().copied().filter(used);
    levers.map(Lever::id).collect()
}

fn initiatives<'a>(row: &Row<'a>) -> Vec<&'a str> {
    let id = &row.sheet.reference.id;
    let summaries = row.sheets.initiatives.iter().map(|sheet| &sheet.summary);
    summaries
        .filter(|summary| summary.authorities.contains(id))
        .map(|summary| summary.id.as_str())
        .collect()
}
