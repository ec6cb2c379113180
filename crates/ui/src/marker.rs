//! A marker: a button of the map, and its face. What a button shows may change while it has the focus, so each face is a template of
//! its own. A dot has none: it is all style.

use leptos::prelude::*;
use page::slots;

/// What a marker looks like, as the class of its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An initiative, in the shape of its lever.
    Point,
    /// An initiative that covers a territory.
    Area,
    /// A ring around a count.
    Cluster,
    /// A point of a layer.
    Dot,
}

impl Shape {
    /// The class of the button.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Point => "marker",
            Self::Area => "marker area",
            Self::Cluster => "marker cluster",
            Self::Dot => "marker dot",
        }
    }
}

/// The face of a point: the shape of its lever.
pub mod point {
    use super::*;

    /// Id of the template.
    pub const TEMPLATE: &str = "point-template";

    slots! {
        /// The shape. Its address.
        SHAPE = "shape";
    }

    /// The picture.
    #[component]
    pub fn PointFace() -> impl IntoView {
        view! { <svg viewBox="0 0 24 24" aria-hidden="true"><use data-slot=SHAPE.name() /></svg> }
    }
}

/// The face of a cluster: a count, and around it a picture of the style.
pub mod ring {
    use super::*;

    /// Id of the template.
    pub const TEMPLATE: &str = "ring-template";
    /// The property of style whose value is the arcs.
    pub const ARCS: &str = "--arcs";
    /// A count that fits.
    pub const CLASS: &str = "ring";
    /// A count in small characters.
    pub const LONG_CLASS: &str = "ring long";

    slots! {}

    /// The ring. An element of its own: the button, which moves, has little style to work out in each frame.
    #[component]
    pub fn RingFace() -> impl IntoView {
        view! { <span class=CLASS></span> }
    }
}
