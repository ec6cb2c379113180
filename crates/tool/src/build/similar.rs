//! « Initiatives proches »: near in place, alike in theme and lever. Each point of likeness is one that a reader can be told.

use crate::text::links as words;
use content::gazetteer::kilometres;
use model::domain::{Place, Precision, Summary, TerritoryKind};

/// At most so many.
const MOST: usize = 5;

/// So many points of likeness are worth showing.
const ENOUGH: u32 = 4;

/// So many initiatives are shown even when they are less alike, so that no sheet is a dead end…
const LEAST: usize = 2;

/// …but never less alike than this.
const LITTLE: u32 = 2;

/// An initiative that is near or alike, and why, in French.
#[derive(Clone, Debug, PartialEq)]
pub struct Similar<'a> {
    /// Which one.
    pub summary: &'a Summary,
    /// « à 12 km · même levier ».
    pub why: String,
}

/// The initiatives most like this one, the most alike first.
pub fn similar<'a>(of: &Summary, all: impl IntoIterator<Item = &'a Summary>) -> Vec<Similar<'a>> {
    let others = all.into_iter().filter(|other| other.id != of.id);
    let alike = others.map(|other| (Likeness::between(of, other), other));
    let mut alike: Vec<_> = alike
        .filter(|(likeness, _)| likeness.points() >= LITTLE)
        .collect();
    alike.sort_by(|(a, one), (b, other)| {
        b.points()
            .cmp(&a.points())
            .then(a.nearness.km().total_cmp(&b.nearness.km()))
            .then_with(|| one.id.cmp(&other.id))
    });
    let enough = alike.partition_point(|(likeness, _)| likeness.points() >= ENOUGH);
    let shown = alike.into_iter().take(enough.clamp(LEAST, MOST));
    shown
        .map(|(likeness, summary)| Similar {
            summary,
            why: likeness.words(),
        })
        .collect()
}

/// How near two initiatives are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Nearness {
    /// Kilometres between their nearest places.
    Km(f64),
    /// One of them covers more than an intercommunalité: they share a département…
    Departement,
    /// …or only a région.
    Region,
    /// Nothing that would be worth telling.
    Far,
}

impl Nearness {
    /// Beyond that, a distance says nothing.
    const FAR_KM: f64 = 150.0;

    fn between(a: &Summary, b: &Summary) -> Self {
        let shares = |kind| {
            let territories = |of: &'_ Summary| -> Vec<_> {
                let all = of.places.iter().flat_map(|place| &place.territories);
                all.filter(|territory| territory.kind == kind)
                    .cloned()
                    .collect()
            };
            let there = territories(b);
            territories(a).iter().any(|here| there.contains(here))
        };
        match nearest_km(a, b) {
            Some(km) if km < Self::FAR_KM => Self::Km(km),
            Some(_) => Self::Far,
            None if shares(TerritoryKind::Departement) => Self::Departement,
            None if shares(TerritoryKind::Region) => Self::Region,
            None => Self::Far,
        }
    }

    fn points(self) -> u32 {
        match self {
            Self::Km(km) if km < 15.0 => 3,
            Self::Km(km) if km < 50.0 => 2,
            Self::Departement => 2,
            Self::Km(_) | Self::Region => 1,
            Self::Far => 0,
        }
    }

    /// For sorting: those without a distance come after those with one.
    fn km(self) -> f64 {
        match self {
            Self::Km(km) => km,
            _ => f64::MAX,
        }
    }

    fn words(self) -> Option<String> {
        match self {
            Self::Km(km) => Some(words::away(km)),
            Self::Departement => Some(words::SAME_DEPARTEMENT.to_owned()),
            Self::Region => Some(words::SAME_REGION.to_owned()),
            Self::Far => None,
        }
    }
}

/// What two initiatives have in common.
struct Likeness {
    nearness: Nearness,
    same_main_theme: bool,
    shared_themes: u32,
    shared_levers: u32,
}

impl Likeness {
    fn between(a: &Summary, b: &Summary) -> Self {
        Self {
            nearness: Nearness::between(a, b),
            same_main_theme: a.themes.first() == b.themes.first(),
            shared_themes: shared(&a.themes, &b.themes),
            shared_levers: shared(&a.levers, &b.levers),
        }
    }

    fn points(&self) -> u32 {
        self.nearness.points()
            + self.shared_themes.min(3)
            + u32::from(self.same_main_theme)
            + self.shared_levers.min(2)
    }

    fn words(&self) -> String {
        let theme = match (self.same_main_theme, self.shared_themes) {
            (true, _) => Some(words::SAME_THEME),
            (false, 0) => None,
            (false, _) => Some(words::SHARED_THEME),
        };
        let lever = (self.shared_levers > 0).then_some(words::SAME_LEVER);
        self.nearness
            .words()
            .into_iter()
            .chain(theme.map(str::to_owned))
            .chain(lever.map(str::to_owned))
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// How many of these are also among those.
fn shared<T: PartialEq>(these: &[T], those: &[T]) -> u32 {
    let count = these.iter().filter(|one| those.contains(one)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Kilometres between the nearest places; `None` when one initiative has only départements or régions.
fn nearest_km(a: &Summary, b: &Summary) -> Option<f64> {
    let located = |place: &&Place| place.precision < Precision::Departement;
    let pairs = a.places.iter().filter(located).flat_map(|here| {
        let there = b.places.iter().filter(located);
        there.map(move |there| kilometres((here.lon, here.lat), (there.lon, there.lat)))
    });
    pairs.reduce(f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::domain::{Lever, Territory, Theme};

    fn summary(id: &str, (lon, lat): (f64, f64), theme: Theme, lever: Lever) -> Summary {
        Summary {
            id: id.into(),
            name: id.into(),
            themes: vec![theme],
            places: vec![Place {
                lon,
                lat,
                extent: None,
                precision: Precision::Commune,
                label: String::new(),
                territories: vec![],
            }],
            levers: vec![lever],
            ..Summary::default()
        }
    }

    const LILLE: (f64, f64) = (3.06, 50.63);
    const ROUBAIX: (f64, f64) = (3.17, 50.69);
    const PARIS: (f64, f64) = (2.35, 48.86);

    #[test]
    fn near_and_alike_comes_first_and_says_why() {
        let here = summary("here", LILLE, Theme::Food, Lever::Grant);
        let all = [
            here.clone(),
            summary("far-other", PARIS, Theme::Housing, Lever::Property),
            summary("far-alike", PARIS, Theme::Food, Lever::Grant),
            summary("near-alike", ROUBAIX, Theme::Food, Lever::Grant),
        ];
        assert_eq!(
            told(&here, &all),
            [
                (
                    "near-alike",
                    "à 10\u{a0}km · même thème · même levier".to_owned()
                ),
                ("far-alike", "même thème · même levier".to_owned())
            ]
        );
    }

    #[test]
    fn two_are_shown_when_few_are_alike_and_no_more() {
        let here = summary("here", LILLE, Theme::Food, Lever::Grant);
        let all = [
            summary("a", PARIS, Theme::Food, Lever::Property),
            summary("b", PARIS, Theme::Food, Lever::Property),
            summary("c", PARIS, Theme::Food, Lever::Property),
        ];
        assert_eq!(told(&here, &all).len(), 2);
    }

    #[test]
    fn what_covers_a_departement_is_near_what_is_in_it() {
        let territory = |kind, code: &str| Territory {
            kind,
            code: code.to_owned(),
        };
        let mut whole = summary("whole", LILLE, Theme::Food, Lever::Grant);
        whole.places[0].precision = Precision::Departement;
        whole.places[0].territories = vec![
            territory(TerritoryKind::Departement, "59"),
            territory(TerritoryKind::Region, "32"),
        ];
        let mut here = summary("here", LILLE, Theme::Food, Lever::Grant);
        here.places[0].territories = whole.places[0].territories.clone();
        assert_eq!(Nearness::between(&here, &whole), Nearness::Departement);
        here.places[0].territories.remove(0);
        assert_eq!(Nearness::between(&here, &whole), Nearness::Region);
        here.places[0].territories.clear();
        assert_eq!(Nearness::between(&here, &whole), Nearness::Far);
    }

    fn told<'a>(of: &Summary, all: &'a [Summary]) -> Vec<(&'a str, String)> {
        let found = similar(of, all).into_iter();
        found
            .map(|similar| (similar.summary.id.as_str(), similar.why))
            .collect()
    }
}
