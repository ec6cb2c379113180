//! From clusters of initiatives to marks: names, looks, and piles spread out when the map is close.

use crate::domain::{Catalogue, Category, Lever, Place, Summary, TerritoryKind};
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
    /// The largest of these communes, by their codes, or the large town nearest to a place: to say where a cluster is.
    pub town: &'a dyn Fn(&[&str], World) -> Option<String>,
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
            name: (self.texts.marker)(&summary.name, label, &self.texts.shown(summary, category)),
            label: String::new(),
            look: Look::Symbol {
                class: summary.drawn(category).index(),
                style: summary.standing as u8,
            },
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

    /// Codes of the communes of these initiatives, each at its place nearest to the middle of their ring.
    fn communes(&self, items: &[u32], middle: World) -> Vec<&str> {
        let summaries = items.iter().filter_map(|&item| self.summary(item));
        let places = summaries.filter_map(|summary| nearest_place(summary, middle));
        let territories = places.flat_map(|place| &place.territories);
        let communes = territories.filter(|one| one.kind == TerritoryKind::Commune);
        communes.map(|commune| commune.code.as_str()).collect()
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
            _ => {
                let communes = self.communes(&items, cluster.centre);
                let town = (self.town)(&communes, cluster.centre);
                (self.texts.cluster)(items.len(), town.as_deref(), &levers)
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;
    use crate::domain::{Lever, Precision, Standing};
    use engine::{Camera, Clusterer, Size};

    fn initiative(name: &str, lon: f64, levers: &[Lever]) -> Summary {
        Summary {
            id: name.to_lowercase(),
            name: name.to_owned(),
            places: vec![Place {
                lon,
                lat: 48.0,
                precision: Precision::Commune,
                label: "Ville".to_owned(),
                territories: Vec::new(),
            }],
            levers: levers.to_vec(),
            standing: if levers.is_empty() {
                Standing::Nothing
            } else {
                Standing::Stated
            },
            ..Summary::default()
        }
    }

    /// The marks of these initiatives from a camera above the first.
    fn marks(initiatives: Vec<Summary>, zoom: f64) -> Vec<Mark> {
        let catalogue = Catalogue { initiatives };
        let category = |summary: &Summary| summary.categories().next().unwrap();
        let categories: Vec<Category> = catalogue.initiatives.iter().map(category).collect();
        let points = point_set(&catalogue, &categories);
        let size = Size {
            width: 800.0,
            height: 600.0,
        };
        let camera = Camera::new(mercator::project(LonLat::clamped(2.0, 48.0)), zoom, size);
        let mut clusterer = Clusterer::new(points.all(), RADIUS_PX);
        let seen: Vec<Cluster> = clusterer.seen(&camera).cloned().collect();
        let ingredients = Ingredients {
            catalogue: &catalogue,
            categories: &categories,
            matches: clusterer.matches(),
            town: &|_, _| Some("Dreux".to_owned()),
            texts: Texts::of(Lang::Fr),
        };
        ingredients.marks(&seen, &camera)
    }

    #[test]
    fn one_initiative_has_the_symbol_of_its_lever_and_says_its_place() {
        let [mark] = &marks(vec![initiative("A", 2.0, &[Lever::Property])], 8.0)[..] else {
            panic!("one mark")
        };
        let property = Category::Lever(Lever::Property);
        assert_eq!(
            mark.look,
            Look::Symbol {
                class: property.index(),
                style: Standing::Stated as u8
            }
        );
        assert_eq!(
            (mark.name.as_str(), mark.single()),
            ("A, Ville, Foncier", Some(0))
        );
    }

    #[test]
    fn near_ones_are_a_ring_that_counts_levers_and_names_a_town() {
        let all = vec![
            initiative("A", 2.0, &[Lever::Grant]),
            initiative("B", 2.01, &[Lever::Grant]),
            initiative("C", 2.02, &[]),
        ];
        let [mark] = &marks(all, 6.0)[..] else {
            panic!("one mark")
        };
        let Look::Ring(parts) = mark.look else {
            panic!("a ring")
        };
        assert_eq!(parts.iter().sum::<u32>(), 3);
        assert_eq!(parts[usize::from(Category::Lever(Lever::Grant).index())], 2);
        assert_eq!(mark.label, "3");
        assert_eq!(
            mark.name,
            "3 initiatives autour de Dreux, dont 2 subventions"
        );
    }

    #[test]
    fn those_of_one_place_are_a_pile_and_spread_out_when_close() {
        let all = || {
            vec![
                initiative("A", 2.0, &[]),
                initiative("B", 2.0, &[Lever::Grant]),
            ]
        };
        let pile = marks(all(), 8.0);
        assert_eq!(pile.len(), 1);
        assert_eq!(pile[0].name, "2 initiatives au même endroit, Ville");
        let spread = marks(all(), SPREAD_ZOOM);
        assert_eq!(spread.len(), 2);
        assert!(spread.iter().all(|mark| mark.at == pile[0].at));
        assert_ne!(spread[0].offset, spread[1].offset);
    }

    #[test]
    fn marks_are_in_reading_order() {
        let all = vec![initiative("East", 2.6, &[]), initiative("West", 1.5, &[])];
        let names: Vec<String> = marks(all, 8.0).into_iter().map(|mark| mark.name).collect();
        assert!(names[0].starts_with("West") && names[1].starts_with("East"));
    }
}
