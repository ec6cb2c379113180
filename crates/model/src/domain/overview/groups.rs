//! Where initiatives are close to one another, and which is far from all others.

use super::super::nearest::km_between;
use super::super::{Place, Summary, ViewBounds};
use super::Side;
use std::collections::{BTreeMap, BTreeSet};

/// Initiatives closer than this to the middle one are a group, in kilometres.
pub const GROUP_KM: f64 = 20.0;
/// Fewer are no group.
const LEAST: usize = 3;
/// So many groups are told.
const MOST_GROUPS: usize = 3;
/// An initiative nearer than this to another is not alone.
const ALONE_KM: f64 = 50.0;
/// This share of the places in one half of the view is most of them.
const MOST: f64 = 0.7;
/// Of fewer initiatives, no side is told.
const LEAST_FOR_SIDE: usize = 4;

/// Initiatives that are close to one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The commune with most of them.
    pub town: String,
    /// How many, each in one group.
    pub count: usize,
    /// Kilometres to the group before.
    pub from_last: Option<f64>,
}

/// An initiative far from all others.
#[derive(Clone, Debug, PartialEq)]
pub struct Alone {
    /// Its name.
    pub name: String,
    /// Its commune.
    pub town: String,
    /// Kilometres to the nearest.
    pub km: f64,
    /// The commune of that one.
    pub nearest: String,
}

/// A place that is a point in a commune.
struct Spot<'a> {
    initiative: usize,
    name: &'a str,
    place: &'a Place,
}

/// The points of the initiatives.
pub struct Spots<'a>(Vec<Spot<'a>>);

impl<'a> Spots<'a> {
    /// Those of these initiatives that are asked for.
    pub fn of(shown: &[&'a Summary], is_asked: impl Fn(&Place) -> bool) -> Self {
        let spots = shown.iter().enumerate().flat_map(|(initiative, summary)| {
            let places = summary.places.iter();
            let points = places.filter(|place| place.commune().is_some());
            points.map(move |place| Spot {
                initiative,
                name: &summary.name,
                place,
            })
        });
        Self(spots.filter(|spot| is_asked(spot.place)).collect())
    }

    /// The communes with several initiatives.
    pub fn communes(&self) -> Vec<(String, usize)> {
        let mut communes: BTreeMap<&str, (&str, BTreeSet<usize>)> = BTreeMap::new();
        for spot in &self.0 {
            if let Some(code) = spot.place.commune() {
                let commune = communes
                    .entry(code)
                    .or_insert((bare(spot.place), BTreeSet::new()));
                commune.1.insert(spot.initiative);
            }
        }
        let counted = communes
            .into_values()
            .map(|(name, all)| (name.to_owned(), all.len()));
        let mut several: Vec<_> = counted.filter(|(_, count)| *count > 1).collect();
        several.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        several
    }

    /// The largest group, then the largest of what is left.
    pub fn groups(&self) -> Vec<Group> {
        let mut left: Vec<&Spot<'_>> = self.0.iter().collect();
        let mut groups: Vec<Group> = Vec::new();
        let mut last: Option<(f64, f64)> = None;
        while groups.len() < MOST_GROUPS {
            let sizes = left.iter().map(|spot| (around(&left, spot).len(), *spot));
            // The first of the largest.
            let largest = sizes.reduce(|best, one| if one.0 > best.0 { one } else { best });
            let Some((count, middle)) = largest.filter(|(count, _)| *count >= LEAST) else {
                break;
            };
            let members = around(&left, middle);
            let near = left.iter().filter(|spot| is_near(spot, middle));
            let town = fullest(near.copied());
            let here = (middle.place.lon, middle.place.lat);
            groups.push(Group {
                town: town.unwrap_or_else(|| bare(middle.place)).to_owned(),
                count,
                from_last: last.map(|last| km_between(last, here)),
            });
            last = Some(here);
            left.retain(|spot| !members.contains(&spot.initiative));
        }
        groups
    }

    /// The initiative whose nearest other is the farthest.
    pub fn alone(&self) -> Option<Alone> {
        let initiatives: BTreeSet<usize> = self.0.iter().map(|spot| spot.initiative).collect();
        if initiatives.len() < LEAST {
            return None;
        }
        let nearest = initiatives.iter().filter_map(|&initiative| {
            let own = self.0.iter().filter(|spot| spot.initiative == initiative);
            let pairs = own.flat_map(|spot| {
                let others = self.0.iter().filter(|other| other.initiative != initiative);
                others.map(move |other| (spot, other, distance(spot, other)))
            });
            pairs.min_by(|a, b| a.2.total_cmp(&b.2))
        });
        let (spot, nearest, km) = nearest.max_by(|a, b| a.2.total_cmp(&b.2))?;
        (km >= ALONE_KM).then(|| Alone {
            name: spot.name.to_owned(),
            town: bare(spot.place).to_owned(),
            km,
            nearest: bare(nearest.place).to_owned(),
        })
    }

    /// The half of the view that has most of them.
    pub fn side(&self, [west, south, east, north]: ViewBounds) -> Option<Side> {
        let (lon, lat) = ((west + east) / 2.0, (south + north) / 2.0);
        let all: BTreeSet<usize> = self.0.iter().map(|spot| spot.initiative).collect();
        let share = |kept: &dyn Fn(&Place) -> bool| {
            let there = self.0.iter().filter(|spot| kept(spot.place));
            let there: BTreeSet<usize> = there.map(|spot| spot.initiative).collect();
            there.len() as f64 / all.len() as f64
        };
        let sides = [
            (Side::North, share(&|place| place.lat > lat)),
            (Side::South, share(&|place| place.lat <= lat)),
            (Side::East, share(&|place| place.lon > lon)),
            (Side::West, share(&|place| place.lon <= lon)),
        ];
        // The first of the largest.
        let most = sides
            .into_iter()
            .reduce(|best, one| if one.1 > best.1 { one } else { best });
        let most = most.filter(|(_, share)| *share >= MOST && all.len() >= LEAST_FOR_SIDE);
        most.map(|(side, _)| side)
    }
}

/// The initiatives near a place.
fn around(all: &[&Spot<'_>], middle: &Spot<'_>) -> BTreeSet<usize> {
    let near = all.iter().filter(|spot| is_near(spot, middle));
    near.map(|spot| spot.initiative).collect()
}

fn is_near(spot: &Spot<'_>, middle: &Spot<'_>) -> bool {
    distance(spot, middle) < GROUP_KM
}

fn distance(a: &Spot<'_>, b: &Spot<'_>) -> f64 {
    km_between((a.place.lon, a.place.lat), (b.place.lon, b.place.lat))
}

/// The commune with most of these places.
fn fullest<'a>(spots: impl Iterator<Item = &'a Spot<'a>>) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for spot in spots {
        *counts.entry(bare(spot.place)).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(name, count)| (*count, core::cmp::Reverse(*name)));
    most.map(|(name, _)| name)
}

/// The commune of a place without its arrondissement and its département.
fn bare(place: &Place) -> &str {
    crate::text::bare(place.town())
}
