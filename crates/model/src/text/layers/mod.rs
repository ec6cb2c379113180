//! Sentences of layers of points. Their extension carries them, not the first view.

mod en;
mod fr;

use super::FileTexts;
use crate::Lang;

/// The sentences in one language.
pub struct LayerTexts {
    /// Why a file did not come.
    pub files: &'static FileTexts,
    /// Stops the loading of a layer.
    pub cancel: &'static str,
    /// Puts a layer away.
    pub remove: &'static str,
    /// A layer is on its way: percent.
    pub loading: fn(u32) -> String,
    /// The points of the layer are made up.
    pub synthetic: &'static str,
    /// Heading of the points in view, by their number.
    pub in_view: fn(usize) -> String,
    /// The list is cut: how many it has.
    pub most: fn(usize) -> String,
    /// Goes past the list of points.
    pub skip: &'static str,
    /// A point whose name is not here yet, by its position.
    pub point: fn(u32) -> String,
    /// Accessible name of a cluster of points: count, nearest town.
    pub cluster: fn(usize, Option<&str>) -> String,
    /// Group of the points on the map; name of a layer that is not known yet.
    pub markers: &'static str,
    /// No such layer.
    pub no_such_layer: fn(&str) -> String,
    /// Names of points that did not come.
    pub names_failed: &'static str,
    /// A layer that needs more memory than there is: points, megabytes needed, megabytes there.
    pub too_large: fn(usize, u64, u64) -> String,
    /// Category of the points that no named category holds.
    pub other: &'static str,
    /// Closes the panel of a point.
    pub close_point: &'static str,
    /// A count.
    pub count: fn(usize) -> String,
}

impl LayerTexts {
    /// The sentences of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &fr::TEXTS,
            Lang::En => &en::TEXTS,
        }
    }
}
