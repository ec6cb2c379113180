//! What covers a territory: a tag at its label point. Far away, one tag for all the territories of a région.

use super::{Group, Ingredients, parts, point_set, room};
use crate::domain::{Catalogue, Place, Region, Shared, Summary, TerritoryKind};
use engine::geo::{Fixed, LonLat, mercator};
use engine::mark::{Look, Mark, MarkId};
use engine::{Camera, Cluster, Parts, PointSet, Px, Rect, Size, order, scene};
use std::iter;

/// Tags closer than this, in pixels, are one.
pub const TAG_RADIUS_PX: f64 = 40.0;
/// Below this whole zoom a région has one tag.
const NEAR_ZOOM: u8 = 7;
/// From this whole zoom a tag says which territory it is.
const NAMED_ZOOM: u8 = 8;
/// Height of a tag, and its width around its texts, pixels.
const HEIGHT_PX: f64 = 26.0;
const AROUND_PX: f64 = 34.0;
/// Width of a digit, of a character of a name with wide lettering, and of the longest name, pixels. A name is narrower, or cut by the
/// style.
const DIGIT_PX: f64 = 9.5;
const CHARACTER_PX: f64 = 8.5;
const LONGEST_PX: f64 = 170.0;
/// How many territories the name of a tag tells.
const NAMED: usize = 4;

/// From how far the map is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Territories are told apart as far as there is room.
    Near,
    /// All the territories of a région are one.
    Far,
}

impl Reach {
    /// That of a camera.
    pub fn of(camera: &Camera) -> Self {
        if camera.whole_zoom() < NEAR_ZOOM {
            Self::Far
        } else {
            Self::Near
        }
    }
}

/// One point per territory of each initiative; far away, one per région.
pub fn territory_set(catalogue: &Catalogue, reach: Reach) -> PointSet {
    point_set(catalogue, move |initiative| {
        territories(initiative).map(move |place| spot(initiative, place, reach))
    })
}

/// Longitude and latitude of the tag of a territory of an initiative.
fn spot(initiative: &Summary, place: &Place, reach: Reach) -> (f64, f64) {
    match (reach, region_of(initiative, place)) {
        (Reach::Far, Some(region)) => (region.lon, region.lat),
        _ => (place.lon, place.lat),
    }
}

fn territories(initiative: &Summary) -> impl Iterator<Item = &Place> {
    let places = initiative.places.iter();
    places.filter(|place| place.covered().is_some())
}

/// The région of a territory; of one that is in several, that of another territory of the initiative.
fn region_of(initiative: &Summary, place: &Place) -> Option<Region> {
    region(place).or_else(|| territories(initiative).find_map(region))
}

/// The région of a territory that is one or lies in one.
fn region(place: &Place) -> Option<Region> {
    let territory = place.territories.last()?;
    (territory.kind == TerritoryKind::Region)
        .then(|| Region::of(&territory.code))
        .flatten()
}

/// The room that a tag takes.
fn size(tag: &Mark) -> Size {
    let count = tag.label.chars().count() as f64 * DIGIT_PX;
    let name = (tag.title.chars().count() as f64 * CHARACTER_PX).min(LONGEST_PX);
    Size {
        width: AROUND_PX + count + name,
        height: HEIGHT_PX,
    }
}

/// What a cluster of territories has to say.
struct Tagged<'a> {
    /// Its territories, each once.
    places: Vec<&'a Place>,
    /// The région that stands for all of them.
    region: Option<Region>,
}

impl<'a> Tagged<'a> {
    /// The territory, where it is one alone.
    fn one(&self) -> Option<&'a Place> {
        match self.places.as_slice() {
            &[place] => Some(place),
            _ => None,
        }
    }

    /// What it is written as, when there is room for it.
    fn title(&self) -> Option<&'a str> {
        let region = self.region.map(|region| region.name);
        self.one().map(Place::short_name).or(region)
    }
}

impl Ingredients<'_> {
    /// The tags of the clusters of territories that a camera sees, in reading order. They give way to the marks of places, `taken`.
    pub fn tags<'m>(
        &self,
        seen: &[Cluster],
        camera: &Camera,
        taken: impl Iterator<Item = &'m Mark>,
    ) -> Vec<Mark> {
        // At whole zooms: in between, marks are further apart.
        let camera = camera.with_zoom(f64::from(camera.whole_zoom()));
        let mut taken: Vec<Rect> = taken.map(|mark| mark.rect(&camera)).collect();
        let tags = seen.iter().filter_map(|cluster| self.tag(cluster, &camera));
        let mut tags: Vec<Mark> = tags.collect();
        for tag in &mut tags {
            let offset = room::offset(tag.rect(&camera), &taken).or_else(|| {
                tag.title.clear();
                tag.size = size(tag);
                room::offset(tag.rect(&camera), &taken)
            });
            let rect = tag.rect(&camera);
            tag.offset = offset.unwrap_or_default();
            taken.push(room::shifted(rect, tag.offset));
        }
        order::by_key(tags, |tag| scene::reading_order(tag.at, &camera))
    }

    fn tag(&self, cluster: &Cluster, camera: &Camera) -> Option<Mark> {
        let items = self.items(cluster);
        let tagged = self.tagged(cluster, Reach::of(camera));
        let parts = self.parts(&items);
        let one = match items.as_slice() {
            &[item] => Some(self.summary(item)?),
            _ => None,
        };
        let named = camera.whole_zoom() >= NAMED_ZOOM;
        let title = tagged.one().filter(|_| named).map(Place::short_name);
        let mut tag = Mark {
            id: MarkId::Cluster(cluster.id),
            at: cluster.centre,
            offset: Px::default(),
            name: match one {
                Some(summary) => self.tag_name(summary, &tagged),
                None => self.tags_name(items.len(), &tagged, &parts),
            },
            label: match one {
                Some(_) => String::new(),
                None => items.len().to_string(),
            },
            title: title.unwrap_or_default().to_owned(),
            look: Look::Tag {
                symbol: one.map(|summary| {
                    let drawn = summary.drawn(self.category(summary));
                    (drawn.index(), summary.standing as u8)
                }),
                parts,
            },
            size: Size::default(),
            items,
        };
        tag.size = size(&tag);
        Some(tag)
    }

    fn tag_name(&self, summary: &Summary, tagged: &Tagged<'_>) -> String {
        let names: Vec<&str> = tagged
            .places
            .iter()
            .map(|place| place.label.as_str())
            .collect();
        let shown = self.texts.shown(summary, self.category(summary));
        (self.texts.whole_territory)(&summary.name, &names.join(", "), &shown)
    }

    fn tags_name(&self, count: usize, tagged: &Tagged<'_>, parts: &Parts) -> String {
        let levers = parts::levers(parts);
        let (several, names) = match tagged.title() {
            Some(title) => (tagged.places.len() > 1, title.to_owned()),
            None => {
                let names = tagged.places.iter().map(|place| place.short_name());
                (true, names.take(NAMED).collect::<Vec<_>>().join(", "))
            }
        };
        (self.texts.territories)(count, several, &names, &levers)
    }

    fn tagged(&self, cluster: &Cluster, reach: Reach) -> Tagged<'_> {
        let mut places: Vec<&Place> = Vec::new();
        let mut regions: Vec<Option<Region>> = Vec::new();
        for run in &cluster.runs {
            let (items, spots) = (
                self.matches.items(run.clone()),
                self.matches.places(run.clone()),
            );
            for (item, at) in iter::zip(items, spots) {
                let Some(summary) = self.summary(item) else {
                    continue;
                };
                let here = |place: &&Place| point(spot(summary, place, reach)) == at.to_fixed();
                for place in territories(summary).filter(here) {
                    if places
                        .iter()
                        .all(|known| known.covered() != place.covered())
                    {
                        places.push(place);
                    }
                    regions.push(region_of(summary, place));
                }
            }
        }
        let region = regions.first().copied().flatten();
        let is_one = regions.iter().all(|other| *other == region);
        let region = region.filter(|_| reach == Reach::Far && is_one);
        Tagged { places, region }
    }

    /// What opens with a tag: one territory, or those of a région.
    pub fn territory_group(&self, cluster: &Cluster, camera: &Camera) -> Option<Group> {
        let tagged = self.tagged(cluster, Reach::of(camera));
        let territory = match tagged.one() {
            Some(place) => place.covered(),
            None => tagged.region.and_then(|_| {
                let mut around = tagged
                    .places
                    .iter()
                    .filter_map(|place| place.territories.last());
                around.find(|territory| territory.kind == TerritoryKind::Region)
            }),
        };
        Some(Group {
            heading: (self.texts.group)(
                Shared::Territory {
                    several: tagged.one().is_none(),
                },
                tagged.title()?,
            ),
            items: self.items(cluster),
            territory: Some(territory?.clone()),
        })
    }
}

/// Where a point is, as points are compared.
fn point((lon, lat): (f64, f64)) -> Fixed {
    mercator::project(LonLat::clamped(lon, lat)).to_fixed()
}
