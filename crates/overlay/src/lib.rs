//! What lies over the canvas of the map. An [`Overlay`] follows the camera; [`ClusterButtons`] is what those of points are made of:
//! clusters as real buttons.

mod buttons;
mod draw;
mod markers;
mod shift;
mod slide;

pub use buttons::{ClusterButtons, Slides};
pub use draw::Palette;
use engine::geo::World;
use engine::{Camera, Rect};
pub use markers::{Markers, SingledOut};
pub use shift::{shift, unshift};
use web_sys::{Element, HtmlElement};

/// What an overlay is brought to.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    /// From where.
    pub camera: &'a Camera,
    /// Whether the camera stays there for now.
    pub at_rest: bool,
    /// Whether no closer clusters can be seen.
    pub is_closest: bool,
    /// The largest of these communes, by their codes, or the large town nearest to a place: to say where a cluster is.
    pub town: &'a dyn Fn(&[&str], World) -> Option<String>,
}

/// What an update did.
#[derive(Default)]
pub struct Updated {
    /// Whether buttons were made again.
    pub rebuilt: bool,
    /// The button to focus once nothing is borrowed.
    pub focus: Option<HtmlElement>,
}

/// Something drawn over the map that follows the camera. Nothing in it may call the map: it is called while the map is at work.
pub trait Overlay {
    /// Brings the overlay to what is seen.
    fn update(&mut self, sight: &Sight) -> Updated;

    /// Moves the overlay with the camera, without making anything again.
    fn follow(&mut self, camera: &Camera);

    /// Adds where its marks are, in pixels: the names of the basemap avoid them.
    fn obstacles(&self, camera: &Camera, rects: &mut Vec<Rect>);

    /// Whether points are on their way that the first picture waits for.
    fn is_pending(&self) -> bool;

    /// The camera rests.
    fn rested(&mut self, camera: &Camera);

    /// The names of towns have come: marks may say where they are.
    fn renamed(&mut self);

    /// Where the mark of a button is, if the button is one of its own.
    fn place_of(&self, button: &Element) -> Option<World>;
}
