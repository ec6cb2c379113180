//! « Initiatives proches »: near in place, alike in theme and lever. Each point of likeness is one that a reader can be told.

use crate::domain::{Place, Precision, Summary};
use crate::tools::gazetteer::kilometres;

/// At most so many.
const MOST: usize = 5;

/// Less alike than that is not worth showing.
const ENOUGH: u32 = 4;

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
    let mut found: Vec<(u32, f64, Similar<'a>)> = all
        .into_iter()
        .filter(|other| other.id != of.id)
        .filter_map(|other| {
            let likeness = Likeness::between(of, other);
            (likeness.points() >= ENOUGH).then(|| {
                let similar = Similar {
                    summary: other,
                    why: likeness.words(),
                };
                (likeness.points(), likeness.km.unwrap_or(f64::MAX), similar)
            })
        })
        .collect();
    found.sort_by(|a, b| {
        b.0.cmp(&a.0)
            .then(a.1.total_cmp(&b.1))
            .then_with(|| a.2.summary.id.cmp(&b.2.summary.id))
    });
    found.truncate(MOST);
    found.into_iter().map(|(_, _, similar)| similar).collect()
}

/// What two initiatives have in common.
struct Likeness {
    /// Kilometres between their nearest places; `None` when one covers a département or more.
    km: Option<f64>,
    same_main_theme: bool,
    shared_themes: u32,
    shared_levers: u32,
}

impl Likeness {
    fn between(a: &Summary, b: &Summary) -> Self {
        let shared = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            km: nearest_km(a, b),
            same_main_theme: a.themes.first() == b.themes.first(),
            shared_themes: shared(
                a.themes
                    .iter()
                    .filter(|theme| b.themes.contains(theme))
                    .count(),
            ),
            shared_levers: shared(
                a.levers
                    .iter()
                    .filter(|lever| b.levers.contains(lever))
                    .count(),
            ),
        }
    }

    fn points(&self) -> u32 {
        let near = match self.km {
            Some(km) if km < 15.0 => 3,
            Some(km) if km < 50.0 => 2,
            Some(km) if km < 150.0 => 1,
            _ => 0,
        };
        near + self.shared_themes.min(3)
            + u32::from(self.same_main_theme)
            + self.shared_levers.min(2)
    }

    fn words(&self) -> String {
        let distance = self.km.filter(|&km| km < 150.0).map(|km| match km {
            km if km < 1.0 => "au même endroit".to_owned(),
            km => format!("à {km:.0} km"),
        });
        let theme = match (self.same_main_theme, self.shared_themes) {
            (true, _) => Some("même thème"),
            (false, 0) => None,
            (false, _) => Some("thème voisin"),
        };
        let lever = (self.shared_levers > 0).then_some("même levier");
        distance
            .into_iter()
            .chain(theme.map(str::to_owned))
            .chain(lever.map(str::to_owned))
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

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
    use crate::domain::{Lever, Theme};

    fn summary(id: &str, (lon, lat): (f64, f64), theme: Theme, lever: Lever) -> Summary {
        Summary {
            id: id.into(),
            name: id.into(),
            themes: vec![theme],
            places: vec![Place {
                lon,
                lat,
                precision: Precision::Commune,
                label: String::new(),
                territories: vec![],
            }],
            authorities: vec![],
            levers: vec![lever],
            other_levers: vec![],
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
            summary("far-alike", PARIS, Theme::Food, Lever::Grant),
            summary("near-alike", ROUBAIX, Theme::Food, Lever::Grant),
            summary("near-other", ROUBAIX, Theme::Housing, Lever::Property),
        ];
        let found = similar(&here, &all);
        let words: Vec<_> = found
            .iter()
            .map(|similar| (similar.summary.id.as_str(), similar.why.as_str()))
            .collect();
        assert_eq!(
            words,
            [("near-alike", "à 10 km · même thème · même levier")]
        );
    }

    #[test]
    fn a_whole_region_is_near_nothing() {
        let mut region = summary("region", LILLE, Theme::Food, Lever::Grant);
        region.places[0].precision = Precision::Region;
        let here = summary("here", LILLE, Theme::Food, Lever::Grant);
        assert_eq!(nearest_km(&here, &region), None);
    }
}
