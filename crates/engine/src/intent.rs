//! What the visitor wants of the map, whatever the pointer, the wheel or the key that said it.

use super::screen::{Px, Rect};

/// One wish. Lengths are in CSS pixels, speeds in pixels per millisecond, zooms in doublings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Intent {
    /// Halt any movement in progress: a pointer touched the map.
    Stop,
    /// Move the picture: right and down if positive.
    PanBy {
        /// To the right.
        dx: f64,
        /// Down.
        dy: f64,
        /// Whether to glide there (keys) or to follow at once (a drag).
        animated: bool,
    },
    /// Let the picture glide on, from this speed.
    Fling {
        /// To the right, in pixels per millisecond.
        vx: f64,
        /// Down, in pixels per millisecond.
        vy: f64,
    },
    /// Zoom and keep the place under `px` where it is.
    ZoomAbout {
        /// The place that stays.
        px: Px,
        /// Closer if positive.
        delta: f64,
        /// Whether to fly there or to follow at once (a pinch).
        animated: bool,
    },
    /// Zoom about the middle of what is not covered (keys and buttons); animated.
    Zoom {
        /// Closer if positive.
        delta: f64,
    },
    /// Show the outline of the box being drawn, or take it away.
    BoxOutline(Option<Rect>),
    /// Fly to what is inside the box.
    BoxZoom {
        /// The box drawn.
        rect: Rect,
    },
    /// Back to the first view.
    Home,
    /// Leave what is open or in progress.
    Escape,
    /// Say how to zoom in a page that scrolls: « Ctrl + molette », two fingers.
    HintCooperative,
}
