//! What there is: sheets by kind, initiatives by document, lever, theme, région, status and precision.

use super::table::{CountTable, Line};
use crate::text::SheetTexts;
use content::{Content, Gazetteer};
use model::Lang;
use model::domain::{
    Certainty, Initiative, Lever, LeverUse, Place, Precision, Standing, State, Status, Territory,
    TerritoryKind, Theme,
};
use model::text::Texts;

/// Sheets by kind, and the size of the glossary.
pub fn sheets(content: &Content) -> CountTable {
    let glossary = content.glossary.sheet.as_ref();
    let terms = glossary.map_or(0, |glossary| glossary.terms.len());
    let names = glossary.map_or(0, |glossary| glossary.names.len());
    let short = initiatives(content).filter(|sheet| sheet.thin).count();
    let lines = [
        ("Initiatives", content.initiatives.len()),
        ("  dont courtes", short),
        ("Collectivités", content.authorities.len()),
        ("Leviers", content.levers.len()),
        ("Recommandations", content.recommendations.len()),
        ("Documents", content.documents.len()),
        ("Mots du glossaire", terms),
        ("  et noms propres", names),
    ];
    table(
        "Fiches",
        &[],
        lines.map(|(name, count)| Line::new(name, [count])),
    )
}

/// Initiatives and lever uses by the document that tells them.
pub fn by_document(content: &Content) -> CountTable {
    let lines = content.documents.iter().map(|source| {
        let id = &source.document.id;
        let told = count(content, |sheet| {
            sheet.sources.iter().any(|source| source.document == *id)
        });
        let uses = initiatives(content).flat_map(|sheet| &sheet.lever_uses);
        let proved = uses.filter(|lever_use| lever_use.evidence.document == *id);
        Line::new(
            format!("{id} {}", shortened(&source.document.title)),
            [told, proved.count()],
        )
    });
    table("Par document", &["initiatives", "recours"], lines)
}

/// Initiatives by lever: what authorities did, and how surely; what others did.
pub fn by_lever(content: &Content) -> CountTable {
    let lines = Lever::ALL.iter().map(|&lever| {
        let with =
            |kept: fn(&LeverUse) -> bool| count(content, |sheet| uses(sheet, lever).any(kept));
        let used = with(LeverUse::counts_for_authority);
        let explicit = with(|lever_use| {
            lever_use.counts_for_authority() && lever_use.certainty == Certainty::Explicit
        });
        let numbers = [
            used,
            explicit,
            used - explicit,
            with(|lever_use| is_by_authority(lever_use) && lever_use.state == State::Considered),
            with(|lever_use| is_by_authority(lever_use) && lever_use.state == State::Declined),
            with(|lever_use| !is_by_authority(lever_use) && lever_use.state == State::Used),
        ];
        Line::new((texts().lever)(lever), numbers)
    });
    let none = count(content, |sheet| sheet.summary.levers.is_empty());
    table(
        "Par levier",
        &[
            "utilisé",
            "explicite",
            "déduit",
            "envisagé",
            "refusé",
            "par d'autres",
        ],
        lines.chain([Line::new("Aucun levier établi", [none])]),
    )
}

/// Initiatives by what is established of public action.
pub fn by_standing(content: &Content) -> CountTable {
    let lines = Standing::ALL.iter().map(|standing| {
        let count = count(content, |sheet| sheet.summary.standing == *standing);
        Line::new(texts().standing(*standing), [count])
    });
    table("Par état", &["initiatives"], lines)
}

/// Initiatives by theme, and those whose main theme it is.
pub fn by_theme(content: &Content) -> CountTable {
    let lines = Theme::ALL.iter().map(|theme| {
        let all = count(content, |sheet| sheet.summary.themes.contains(theme));
        let main = count(content, |sheet| sheet.summary.themes.first() == Some(theme));
        Line::new(texts().theme(*theme), [all, main])
    });
    table("Par thème", &["initiatives", "en premier"], lines)
}

/// Initiatives by région, by name. One that has places in two is counted in both.
pub fn by_region(content: &Content, gazetteer: &Gazetteer) -> CountTable {
    let with = |kept: &dyn Fn(&Place) -> bool| {
        count(content, |sheet| sheet.summary.places.iter().any(kept))
    };
    let lines = gazetteer
        .regions()
        .into_iter()
        .map(|(region, name)| Line::new(name, [with(&|place| place.is_in(&region))]));
    let is_region = |territory: &Territory| territory.kind == TerritoryKind::Region;
    let across = |place: &Place| !is_abroad(place) && !place.territories.iter().any(is_region);
    let others = [
        ("Sur plusieurs régions", with(&across)),
        ("À l'étranger", with(&is_abroad)),
    ];
    let others = others.map(|(name, count)| Line::new(name, [count]));
    table("Par région", &["initiatives"], lines.chain(others))
}

/// Initiatives by status.
pub fn by_status(content: &Content) -> CountTable {
    let lines = Status::ALL.iter().map(|status| {
        let count = count(content, |sheet| sheet.status == *status);
        Line::new((SheetTexts::of(Lang::Fr).status)(*status), [count])
    });
    table("Par statut", &["initiatives"], lines)
}

/// Places by precision.
pub fn by_precision(content: &Content) -> CountTable {
    let lines = Precision::ALL.iter().map(|precision| {
        let places = initiatives(content).flat_map(|sheet| &sheet.summary.places);
        let count = places.filter(|place| place.precision == *precision).count();
        Line::new(precision.id(), [count])
    });
    table("Par précision", &["lieux"], lines)
}

fn table(
    title: &str,
    columns: &[&'static str],
    lines: impl IntoIterator<Item = Line>,
) -> CountTable {
    CountTable {
        title: title.to_owned(),
        columns: columns.to_vec(),
        lines: lines.into_iter().collect(),
    }
}

fn initiatives(content: &Content) -> impl Iterator<Item = &Initiative> {
    content
        .initiatives
        .iter()
        .filter_map(|read| read.sheet.as_ref())
}

fn count(content: &Content, kept: impl Fn(&Initiative) -> bool) -> usize {
    initiatives(content).filter(|sheet| kept(sheet)).count()
}

fn uses(sheet: &Initiative, lever: Lever) -> impl Iterator<Item = &LeverUse> {
    let uses = sheet.lever_uses.iter();
    uses.filter(move |lever_use| lever_use.lever == Some(lever))
}

fn is_by_authority(lever_use: &LeverUse) -> bool {
    lever_use.actor.is_of_authority()
}

fn is_abroad(place: &Place) -> bool {
    place.territories.is_empty()
}

fn texts() -> &'static Texts {
    Texts::of(Lang::Fr)
}

/// Titles are long: their beginning tells them apart.
fn shortened(title: &str) -> String {
    const LENGTH: usize = 50;
    if title.chars().count() <= LENGTH {
        return title.to_owned();
    }
    let start: String = title.chars().take(LENGTH - 1).collect();
    format!("{}…", start.trim_end())
}
