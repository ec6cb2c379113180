//! One page a sheet.

use super::shared::Shared;
use super::{Located, Page, Section, Source, json_ld, peers, texts};
use crate::sheet::{sheet_name, sheet_view};
use crate::text::pages::kind_of;
use crate::text::{PageTexts, notes};
use leptos::prelude::*;
use model::address::Address;
use model::domain::{
    Authority, Case, Inline, Linked, Place, Section as Part, Sheet, TargetKind, Territory,
    TerritoryKind,
};

/// The pages of all the sheets.
pub fn pages(source: &Source<'_>) -> Vec<Page> {
    let sheets = source.links.all();
    let cases = source.links.cases();
    let pages = sheets.iter().map(|linked| page(source, linked, &cases));
    pages.collect()
}

fn page(source: &Source<'_>, linked: &Linked, cases: &[Case]) -> Page {
    let target = linked.sheet.target();
    let path = format!("{}/", target.path());
    let title = sheet_name(texts().screen, &linked.sheet);
    let description = description(&linked.sheet, &title);
    let address = Address {
        panel: Some(target.clone()),
        ..Address::default()
    };
    Page {
        json_ld: json_ld::sheet(linked, &title, &description, &source.site().url),
        main: source.html(&path, || main(source, linked, cases)),
        shared: Some(shared(source, &linked.sheet, section(target.kind))),
        on_paper: true,
        above: Some(section(target.kind)),
        on_map: Some(address.query()),
        locator: located(source, &linked.sheet).and_then(|located| source.locator(&located)),
        path,
        title,
        description,
    }
}

/// The sheet; of an authority, also what those like it did; of a lever, the way to its note.
fn main(source: &Source<'_>, linked: &Linked, cases: &[Case]) -> AnyView {
    let alike = match &linked.sheet {
        Sheet::Authority(sheet) => Some(sheet),
        _ => None,
    };
    let sheet = sheet_view(linked);
    let alike = alike.and_then(|sheet| peers::section(source, sheet, cases));
    let note = matches!(linked.sheet, Sheet::Lever(_));
    let note = note.then(|| view! { <p class="ways"><a href="note/">{notes::LINK}</a></p> });
    view! { {sheet} {alike} {note} }.into_any()
}

/// What its picture says: the levers of an initiative; of an authority or a theme, those of its initiatives, counted.
fn shared(source: &Source<'_>, sheet: &Sheet, section: Section) -> Shared {
    let kind = kind_of(section);
    let levers = match sheet {
        Sheet::Initiative(sheet) => {
            let levers = sheet.summary.levers.iter();
            levers.map(|&lever| (lever, None)).collect()
        }
        Sheet::Authority(sheet) => {
            let used = source.links.levers_used_by(&sheet.reference.id).into_iter();
            used.map(|(lever, count)| (lever, Some(count))).collect()
        }
        Sheet::Lever(sheet) => {
            let all = source.links.initiatives.iter();
            let used = all.filter(|one| one.summary.levers.contains(&sheet.lever));
            vec![(sheet.lever, Some(used.count()))]
        }
        Sheet::Theme(sheet) => {
            let all = source.links.initiatives.iter().copied();
            let told: Vec<_> = all
                .filter(|one| one.summary.themes.contains(sheet))
                .collect();
            return Shared::of(kind, &told);
        }
        Sheet::Recommendation(_) => Vec::new(),
    };
    Shared {
        kind: kind.to_owned(),
        levers,
    }
}

fn section(kind: TargetKind) -> Section {
    match kind {
        TargetKind::Initiative => Section::Initiatives,
        TargetKind::Authority => Section::Authorities,
        TargetKind::Lever => Section::Levers,
        TargetKind::Theme => Section::Themes,
        TargetKind::Recommendation => Section::Recommendations,
        TargetKind::Territory => Section::Territories,
    }
}

/// Where what a sheet tells of is; `None` for what is nowhere in particular.
fn located(source: &Source<'_>, sheet: &Sheet) -> Option<Located> {
    match sheet {
        Sheet::Initiative(sheet) => {
            let places = &sheet.summary.places;
            let labels: Vec<_> = places.iter().map(|place| place.label.as_str()).collect();
            let drawn = |territory: &&Territory| has_shape(territory);
            let covered = |place: &Place| place.covered().filter(drawn).cloned();
            let points = places.iter().filter(|place| covered(place).is_none());
            Some(Located {
                label: labels.join(" · "),
                territories: places.iter().filter_map(covered).collect(),
                points: points.map(|place| (place.lon, place.lat)).collect(),
                small: None,
            })
        }
        Sheet::Authority(sheet) => Some(authority(source, sheet)),
        Sheet::Lever(_) | Sheet::Theme(_) | Sheet::Recommendation(_) => None,
    }
}

/// Départements and régions are drawn as they are, other territories as a dot.
fn has_shape(territory: &Territory) -> bool {
    matches!(
        territory.kind,
        TerritoryKind::Departement | TerritoryKind::Region
    )
}

fn authority(source: &Source<'_>, sheet: &Authority) -> Located {
    let (territories, others): (Vec<_>, Vec<_>) =
        sheet.territories.iter().cloned().partition(has_shape);
    let points = others.iter().filter_map(|one| source.gazetteer.point(one));
    Located {
        label: sheet.reference.name.clone(),
        points: points.collect(),
        territories,
        small: None,
    }
}

/// A sentence that says what the sheet is.
fn description(sheet: &Sheet, title: &str) -> String {
    match sheet {
        Sheet::Initiative(sheet) => sheet.lead.clone(),
        Sheet::Lever(sheet) => sheet.definition.clone(),
        Sheet::Authority(sheet) => first_words(&sheet.sections)
            .unwrap_or_else(|| (PageTexts::get().about_authority)(title)),
        Sheet::Recommendation(sheet) => {
            first_words(&sheet.sections).unwrap_or_else(|| title.to_owned())
        }
        Sheet::Theme(_) => (PageTexts::get().about_theme)(title),
    }
}

/// The first paragraph of a text, as plain words.
fn first_words(sections: &[Part]) -> Option<String> {
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let mut firsts = blocks.filter_map(|block| block.texts().first());
    firsts.next().map(|runs| Inline::plain(runs))
}
