//! From clusters to marks: names, looks, and piles spread out when the map is close.

use super::mark::{Look, Mark, MarkId};
use engine::geo::World;
use engine::order;
use engine::{CLASSES, Camera, Cluster, ClusterKind, Matches, Px, pile, scene};
use model::data::basemap::{Basemap, PlaceKind};
use model::domain::{Catalogue, Category, Lever, Summary};
use model::text::Texts;

/// Points closer than this, in pixels, are one cluster.
pub const RADIUS_PX: f64 = engine::FINE_RADIUS_PX;
/// From this zoom, initiatives at one place are drawn around it.
pub const SPREAD_ZOOM: f64 = 12.0;
/// Width of a single marker, pixels.
const POINT_PX: f64 = 30.0;

/// Whether the initiatives of one place are drawn around it.
pub fn spreads(camera: &Camera) -> bool {
    camera.zoom() >= SPREAD_ZOOM
}

/// What the marks are made of.
pub struct Ingredients<'a> {
    /// The initiatives.
    pub catalogue: &'a Catalogue,
    /// Category shown by each initiative, by its position in the catalogue.
    pub categories: &'a [Category],
    /// The points that match the filters.
    pub matches: &'a Matches,
    /// Towns, to say where a cluster is.
    pub towns: Option<&'a Basemap>,
    /// The sentences.
    pub texts: &'static Texts,
}

impl Ingredients<'_> {
    /// The marks of the clusters that a camera sees, in reading order.
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
        let mut items = order::by_key(cluster.items(self.matches).collect(), |&item: &u32| {
            u64::from(item)
        });
        items.dedup();
        match (items.as_slice(), cluster.kind) {
            (&[item], _) => self
                .point(item, cluster, MarkId::Cluster(cluster.id), Px::default())
                .into_iter()
                .collect(),
            (_, ClusterKind::Pile) if spread => self.spread(&items, cluster),
            _ => vec![self.ring(items, cluster)],
        }
    }

    fn summary(&self, item: u32) -> Option<&Summary> {
        self.catalogue.initiatives.get(item as usize)
    }

    fn point(&self, item: u32, cluster: &Cluster, id: MarkId, offset: Px) -> Option<Mark> {
        let summary = self.summary(item)?;
        let category = self
            .categories
            .get(item as usize)
            .copied()
            .unwrap_or(Category::NoLever);
        let place = nearest_place(summary, cluster.centre);
        let label = place.map(|place| place.label.as_str()).unwrap_or_default();
        Some(Mark {
            id,
            at: cluster.centre,
            offset,
            name: (self.texts.marker)(&summary.name, label, self.texts.category(category)),
            label: String::new(),
            look: Look::Point(category),
            width: POINT_PX,
            area: place.is_some_and(|place| place.covered().is_some()),
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
        let mut by_lever = [0; CLASSES];
        for category in items
            .iter()
            .filter_map(|&item| self.categories.get(item as usize))
        {
            if let Some(count) = by_lever.get_mut(usize::from(category.index())) {
                *count += 1;
            }
        }
        let mut levers: Vec<(Lever, usize)> = Lever::ALL
            .iter()
            .copied()
            .zip(by_lever.map(|count| count as usize))
            .collect();
        levers.retain(|&(_, count)| count > 0);
        let first = items.first().and_then(|&item| self.summary(item));
        let name = match (
            cluster.kind,
            first.and_then(|summary| nearest_place(summary, cluster.centre)),
        ) {
            (ClusterKind::Pile, Some(place)) => (self.texts.pile)(items.len(), &place.label),
            _ => (self.texts.cluster)(items.len(), town_near(self.towns, cluster.centre), &levers),
        };
        Mark {
            id: MarkId::Cluster(cluster.id),
            at: cluster.centre,
            offset: Px::default(),
            name,
            label: items.len().to_string(),
            look: Look::Ring(by_lever),
            width: 2.0 * scene::radius(cluster),
            area: false,
            items,
        }
    }
}

/// The nearest of the towns labelled on the coarse map.
pub fn town_near(towns: Option<&Basemap>, at: World) -> Option<&str> {
    let towns = towns?.places().iter().filter(|place| {
        matches!(
            place.kind,
            PlaceKind::RegionCapital | PlaceKind::Prefecture | PlaceKind::Town
        )
    });
    let distance = |[x, y]: [f32; 2]| {
        World {
            x: x.into(),
            y: y.into(),
        }
        .distance(at)
    };
    towns
        .min_by(|a, b| distance(a.at).total_cmp(&distance(b.at)))
        .map(|place| place.name.as_str())
}

fn nearest_place(summary: &Summary, at: World) -> Option<&model::domain::Place> {
    let distance = |lon: f64, lat: f64| {
        let (x, y) = engine::geo::mercator::world(lon, lat);
        World { x, y }.distance(at)
    };
    summary
        .places
        .iter()
        .min_by(|a, b| distance(a.lon, a.lat).total_cmp(&distance(b.lon, b.lat)))
}
