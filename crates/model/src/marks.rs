//! From clusters of initiatives to marks: names, looks, and piles spread out when the map is close.

use crate::domain::{Catalogue, Category, Lever, Place, Summary};
use crate::text::Texts;
use engine::geo::{LonLat, World, mercator};
use engine::mark::{Look, Mark, MarkId};
use engine::order;
use engine::{CLASSES, Camera, Cluster, ClusterKind, Matches, Point, PointSet, Px, pile, scene};

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
    /// The nearest large town, to say where a cluster is.
    pub town: &'a dyn Fn(World) -> Option<String>,
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
            look: Look::Symbol(category.index()),
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
            _ => (self.texts.cluster)(items.len(), (self.town)(cluster.centre).as_deref(), &levers),
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

/// One point per place; an initiative with several places at one point has one.
pub fn point_set(catalogue: &Catalogue, categories: &[Category]) -> PointSet {
    let mut points: Vec<Point> = Vec::new();
    for (item, (initiative, category)) in catalogue.initiatives.iter().zip(categories).enumerate() {
        let mut seen: Vec<(f64, f64)> = Vec::new();
        for place in &initiative.places {
            if !seen.contains(&(place.lon, place.lat)) {
                seen.push((place.lon, place.lat));
                points.push(Point::at(
                    LonLat::clamped(place.lon, place.lat),
                    category.index(),
                    item as u32,
                ));
            }
        }
    }
    PointSet::new(points)
}

fn nearest_place(summary: &Summary, at: World) -> Option<&Place> {
    let distance = |lon: f64, lat: f64| {
        let (x, y) = mercator::world(lon, lat);
        World { x, y }.distance(at)
    };
    summary
        .places
        .iter()
        .min_by(|a, b| distance(a.lon, a.lat).total_cmp(&distance(b.lon, b.lat)))
}
