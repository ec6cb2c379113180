//! From clusters of initiatives to marks: names and looks.
//!
//! Two families that never mix. What is at a place is a point, a ring or a pile (`places`); what covers a territory is a tag on it
//! (`territories`).

mod parts;
mod places;
mod room;
mod territories;
#[cfg(test)]
mod tests;

use crate::domain::{Catalogue, Category, Place, Summary, Territory, ValueSet};
use crate::text::Texts;
use engine::geo::{LonLat, World, mercator};
use engine::order;
use engine::{Cluster, Matches, Point, PointSet};
pub use parts::counted;
pub use places::{RADIUS_PX, SPREAD_ZOOM, place_set, spreads};
pub use territories::{Reach, TAG_RADIUS_PX, territory_set};

/// What the marks are made of.
pub struct Ingredients<'a> {
    /// The initiatives.
    pub catalogue: &'a Catalogue,
    /// The levers asked for, values of [`Facet::Lever`](crate::domain::Facet): marks show these, or all where none is asked for.
    pub asked: ValueSet,
    /// The points that match the filters.
    pub matches: &'a Matches,
    /// The largest of these communes, by their codes, or the large town nearest to a place: to say where a cluster is.
    pub town: &'a dyn Fn(&[&str], World) -> Option<String>,
    /// The sentences.
    pub texts: &'static Texts,
}

/// Initiatives that a visitor opens together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What they share: « Même commune : Paris (75) ».
    pub heading: String,
    /// Their positions in the catalogue, ascending.
    pub items: Vec<u32>,
    /// The territory that they cover.
    pub territory: Option<Territory>,
}

impl Ingredients<'_> {
    /// The initiatives of a cluster, each once, in the order of the catalogue.
    fn items(&self, cluster: &Cluster) -> Vec<u32> {
        let items: Vec<u32> = cluster.items(self.matches).collect();
        let mut items = order::by_key(items, |&item| u64::from(item));
        items.dedup();
        items
    }

    fn summary(&self, item: u32) -> Option<&Summary> {
        self.catalogue.initiatives.get(item as usize)
    }

    fn category(&self, summary: &Summary) -> Category {
        summary.shown_category(self.asked)
    }
}

/// One point for each place of each initiative that is somewhere; several at one point are one.
fn point_set<'a, P>(catalogue: &'a Catalogue, points_of: impl Fn(&'a Summary) -> P) -> PointSet
where
    P: Iterator<Item = (f64, f64)>,
{
    let mut points: Vec<Point> = Vec::new();
    for (item, initiative) in (0..).zip(&catalogue.initiatives) {
        let mut seen: Vec<(f64, f64)> = Vec::new();
        for (lon, lat) in points_of(initiative) {
            if !seen.contains(&(lon, lat)) {
                seen.push((lon, lat));
                // Rings count levers, of which an initiative may have several: a point has no class.
                points.push(Point::at(LonLat::clamped(lon, lat), 0, item));
            }
        }
    }
    PointSet::new(points)
}

/// Of these places, the one nearest to a point.
fn nearest<'a>(places: impl Iterator<Item = &'a Place>, at: World) -> Option<&'a Place> {
    let distance = |place: &Place| {
        let (x, y) = mercator::world(place.lon, place.lat);
        World { x, y }.distance(at)
    };
    places.min_by(|a, b| distance(a).total_cmp(&distance(b)))
}
