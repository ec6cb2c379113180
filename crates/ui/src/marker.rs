//! A marker: a button of the map, and its face. What a button shows may change while it has the focus, so each face is a template of
//! its own. A dot has none: it is all style.

use leptos::prelude::*;
use page::slots;

/// What a marker looks like, as the class of its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An initiative, in the shape of its lever.
    Point,
    /// An initiative of a pile that is spread out, tied to its place by a line.
    Tied,
    /// What covers a territory.
    Tag,
    /// The same, with the name of the territory.
    NamedTag,
    /// A ring around a count.
    Cluster,
    /// A point of a layer.
    Dot,
}

/// The property of style whose value is the arcs of a ring, or the line of a tag.
pub const PARTS: &str = "--arcs";

impl Shape {
    /// The class of the button.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Point => "marker",
            Self::Tied => "marker tied",
            Self::Tag => "marker tag",
            Self::NamedTag => "marker tag named",
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

/// The face of a tag: a symbol, and how many initiatives or which territory; a line of levers under it is a picture of the style.
pub mod tag {
    use super::*;

    /// Id of the template.
    pub const TEMPLATE: &str = "tag-template";

    slots! {
        /// The symbol. Its address.
        SHAPE = "shape";
        /// Which territory.
        TITLE = "title";
        /// How many initiatives.
        COUNT = "count";
    }

    /// The tag.
    #[component]
    pub fn TagFace() -> impl IntoView {
        view! {
            <span class="tag-face">
                <svg viewBox="0 0 24 24" aria-hidden="true">
                    <use data-slot=SHAPE.name() />
                </svg>
                <span class="tag-title" data-slot=TITLE.name()></span>
                <span class="tag-count" data-slot=COUNT.name()></span>
            </span>
        }
    }
}

/// The face of a cluster: a count, and around it a picture of the style.
pub mod ring {
    use super::*;

    /// Id of the template.
    pub const TEMPLATE: &str = "ring-template";
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
