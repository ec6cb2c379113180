//! From the clusters of a layer to marks: names and looks.

use super::markers::{Look, Mark, MarkId};
use super::marks::town_near;
use crate::data::basemap::Basemap;
use crate::map::{Camera, Cluster, Matches, Px, scene};
use crate::order;
use crate::view::Store;

/// Points closer than this, in pixels, are one cluster: wider than the initiatives', whose markers stand above.
pub const RADIUS_PX: f64 = 64.0;
/// Width of a single point, pixels: large enough to be pointed at.
const POINT_PX: f64 = 24.0;
/// How much smaller a cluster is than one of initiatives.
const SMALLER: f64 = 0.8;
/// A row of the reading order, pixels.
const ROW_PX: f64 = 48.0;

/// What the marks of a layer are made of.
pub struct LayerMarks<'a> {
    /// The points that match the filters.
    pub matches: &'a Matches,
    /// Towns, to say where a cluster is.
    pub towns: Option<&'a Basemap>,
    /// Names and sentences.
    pub store: Store,
}

impl LayerMarks<'_> {
    /// The marks of the clusters that a camera sees, by rows, then from left to right.
    pub fn of(&self, seen: &[Cluster], camera: &Camera) -> Vec<Mark> {
        let marks: Vec<Mark> = seen.iter().map(|cluster| self.mark(cluster)).collect();
        order::by_key(marks, |mark| {
            let px = camera.project(mark.at);
            order::pair(order::whole(px.y / ROW_PX), order::whole(px.x))
        })
    }

    fn mark(&self, cluster: &Cluster) -> Mark {
        let items: Vec<u32> = match cluster.count {
            1 => cluster.items(self.matches).collect(),
            _ => Vec::new(),
        };
        let texts = self.store.texts;
        let (name, look, width) = match items.as_slice() {
            &[item] => {
                let name = self.store.layer.name(item);
                let category = cluster.by_lever.iter().position(|&count| count > 0);
                (
                    name.unwrap_or_else(|| (texts.layer_point)(item)),
                    Look::Dot(category.unwrap_or_default() as u8),
                    POINT_PX,
                )
            }
            _ => {
                let town = self
                    .towns
                    .and_then(|towns| town_near(towns, cluster.centre));
                (
                    (texts.layer_cluster)(cluster.count as usize, town),
                    Look::Disc {
                        count: cluster.count,
                        by_category: cluster.by_lever,
                    },
                    SMALLER * 2.0 * scene::radius(cluster),
                )
            }
        };
        Mark {
            id: MarkId::Cluster(cluster.id),
            at: cluster.centre,
            offset: Px::default(),
            name,
            look,
            width,
            area: false,
            items,
        }
    }
}
