//! What is at a place: a point, a ring around the count of several, a pile that is spread out when the map is close.

use super::{Group, Ingredients, nearest, parts, point_set};
use crate::domain::{Catalogue, Place, Shared, Summary, TerritoryKind};
use engine::geo::World;
use engine::mark::{Look, Mark, MarkId};
use engine::order;
use engine::{Camera, Cluster, ClusterKind, PointSet, Px, Size, pile, scene};

/// Points closer than this, in pixels, are one cluster.
pub const RADIUS_PX: f64 = engine::FINE_RADIUS_PX;
/// From this zoom, initiatives at one place are drawn around it.
pub const SPREAD_ZOOM: f64 = 12.0;
/// Side of a single marker, pixels.
const POINT_PX: f64 = 30.0;

/// Whether the initiatives of one place are drawn around it.
pub fn spreads(camera: &Camera) -> bool {
    camera.zoom() >= SPREAD_ZOOM
}

/// One point per place of each initiative, territories left out.
pub fn place_set(catalogue: &Catalogue) -> PointSet {
    point_set(catalogue, |initiative| {
        places(initiative).map(|place| (place.lon, place.lat))
    })
}

fn places(initiative: &Summary) -> impl Iterator<Item = &Place> {
    let places = initiative.places.iter();
    places.filter(|place| place.covered().is_none())
}

impl Ingredients<'_> {
    /// The marks of the clusters of places that a camera sees, in reading order.
    pub fn marks(&self, seen: &[Cluster], camera: &Camera) -> Vec<Mark> {
        let spread = spreads(camera);
        let marks: Vec<Mark> = seen
            .iter()
            .flat_map(|cluster| self.marks_of(cluster, spread))
            .collect();
        order::by_key(marks, |mark| {
            let drawn = camera.unproject(camera.project(mark.at) + mark.offset);
            scene::reading_order(drawn, camera)
        })
    }

    fn marks_of(&self, cluster: &Cluster, spread: bool) -> Vec<Mark> {
        let items = self.items(cluster);
        match (items.as_slice(), cluster.kind) {
            (&[item], _) => self
                .point(item, cluster, MarkId::Cluster(cluster.id), Px::default())
                .into_iter()
                .collect(),
            (_, ClusterKind::Pile) if spread => self.spread(&items, cluster),
            _ => vec![self.ring(items, cluster)],
        }
    }

    fn point(&self, item: u32, cluster: &Cluster, id: MarkId, offset: Px) -> Option<Mark> {
        let summary = self.summary(item)?;
        let category = self.category(summary);
        let place = nearest(places(summary), cluster.centre);
        let label = place.map(|place| place.label.as_str()).unwrap_or_default();
        Some(Mark {
            id,
            at: cluster.centre,
            offset,
            name: (self.texts.marker)(&summary.name, label, &self.texts.shown(summary, category)),
            label: String::new(),
            title: String::new(),
            look: Look::Symbol {
                class: summary.drawn(category).index(),
                style: summary.standing as u8,
            },
            size: Size::square(POINT_PX),
            items: vec![item],
        })
    }

    /// The initiatives of one place, around it.
    fn spread(&self, items: &[u32], cluster: &Cluster) -> Vec<Mark> {
        let around = items
            .iter()
            .zip(pile::offsets(items.len()))
            .filter_map(|(&item, offset)| {
                self.point(item, cluster, MarkId::Spread(item, cluster.id), offset)
            });
        around.collect()
    }

    fn ring(&self, items: Vec<u32>, cluster: &Cluster) -> Mark {
        let parts = self.parts(&items);
        let name = match cluster.kind {
            ClusterKind::Pile => self.pile_name(&items, cluster.centre),
            _ => {
                let communes = self.communes(&items, cluster.centre);
                let town = (self.town)(&communes, cluster.centre);
                (self.texts.cluster)(items.len(), town.as_deref(), &parts::levers(&parts))
            }
        };
        Mark {
            id: MarkId::Cluster(cluster.id),
            at: cluster.centre,
            offset: Px::default(),
            name,
            label: items.len().to_string(),
            title: String::new(),
            look: Look::Ring(parts),
            size: Size::square(2.0 * scene::radius(cluster)),
            items,
        }
    }

    /// Codes of the communes of these initiatives, each at its place nearest to the middle of their ring.
    fn communes(&self, items: &[u32], middle: World) -> Vec<&str> {
        let summaries = items.iter().filter_map(|&item| self.summary(item));
        let here = summaries.filter_map(|summary| nearest(places(summary), middle));
        let territories = here.flat_map(|place| &place.territories);
        let communes = territories.filter(|one| one.kind == TerritoryKind::Commune);
        communes.map(|commune| commune.code.as_str()).collect()
    }

    /// « 5 initiatives dans la même commune, Paris (75) ».
    fn pile_name(&self, items: &[u32], at: World) -> String {
        let (shared, label) = self.shared(items, at);
        (self.texts.pile)(items.len(), shared, label)
    }

    /// What opens with a pile.
    pub fn pile_group(&self, cluster: &Cluster) -> Option<Group> {
        let items = self.items(cluster);
        let (shared, label) = self.shared(&items, cluster.centre);
        (cluster.kind == ClusterKind::Pile).then(|| Group {
            heading: (self.texts.group)(shared, label),
            items,
            territory: None,
        })
    }

    /// What the initiatives at a point share, and its name.
    fn shared(&self, items: &[u32], at: World) -> (Shared, &str) {
        let summaries = items.iter().filter_map(|&item| self.summary(item));
        let here: Vec<&Place> = summaries
            .filter_map(|summary| nearest(places(summary), at))
            .collect();
        let shared = Place::shared(&here);
        let label = here.first().map(|place| match shared {
            Shared::Commune => place.town(),
            _ => place.label.as_str(),
        });
        (shared, label.unwrap_or_default())
    }
}
