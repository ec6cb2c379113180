//! From the clusters of layers to marks: names and looks.

use crate::layer::PointLayer;
use crate::names::Names;
use engine::geo::World;
use engine::mark::{Look, Mark, MarkId};
use engine::order;
use engine::{Camera, Cluster, ClusterKind, Px, Size, scene};
use model::text::layers::LayerTexts;

/// Points closer than this, in pixels, are one cluster: wider than the initiatives', whose markers stand above.
pub const RADIUS_PX: f64 = engine::COARSE_RADIUS_PX;
/// Width of a single point, pixels: large enough to be pointed at.
const POINT_PX: f64 = 24.0;
/// How much smaller a cluster is than one of initiatives.
const SMALLER: f64 = 0.85;

/// What the marks of layers are made of.
pub struct LayerMarks<'a> {
    /// The sentences.
    pub texts: &'static LayerTexts,
    /// The layers.
    pub layers: &'a [PointLayer],
    /// The names of their points, as far as they are known.
    pub names: &'a Names,
    /// The nearest large town, to say where a cluster is.
    pub town: &'a dyn Fn(World) -> Option<String>,
}

impl LayerMarks<'_> {
    /// The marks of the clusters that a camera sees, by rows, then from left to right.
    pub fn of(&self, seen: &[Cluster], camera: &Camera) -> Vec<Mark> {
        let marks: Vec<Mark> = seen.iter().map(|cluster| self.mark(cluster)).collect();
        order::by_key(marks, |mark| scene::reading_order(mark.at, camera))
    }

    fn mark(&self, cluster: &Cluster) -> Mark {
        let texts = self.texts;
        let count = cluster.count as usize;
        let mut mark = Mark {
            id: MarkId::Cluster(cluster.id),
            at: cluster.centre,
            offset: Px::default(),
            name: String::new(),
            label: String::new(),
            title: String::new(),
            look: Look::Ring(cluster.by_class.into()),
            size: Size::square(SMALLER * 2.0 * scene::radius(cluster)),
            items: Vec::new(),
        };
        if let ClusterKind::Point(item) = cluster.kind {
            let colour = cluster.by_class.iter().position(|&count| count > 0);
            mark.name = self.names.of(self.layers, item, texts);
            mark.look = Look::Dot(colour.unwrap_or_default() as u8);
            mark.size = Size::square(POINT_PX);
            mark.items.push(item);
        } else {
            mark.name = (texts.cluster)(count, (self.town)(cluster.centre).as_deref());
            mark.label = (texts.count)(count);
        }
        mark
    }
}
