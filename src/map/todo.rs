//! What a change of the map leaves to do once nothing is borrowed: whoever is told may call the map again.

use engine::ScaleBar;
use model::address::View;
use model::domain::ViewBounds;
use web_sys::HtmlElement;

/// What is left to do.
#[must_use]
#[derive(Default)]
pub struct Todo {
    /// Another frame.
    pub frame: Frame,
    /// Files to fetch, by name.
    pub fetch: Vec<String>,
    /// A button to focus.
    pub focus: Option<HtmlElement>,
    /// What the state of the screen is told.
    pub told: Vec<Told>,
}

/// When the next frame comes.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Frame {
    /// None is needed.
    #[default]
    None,
    /// When the browser asks for it.
    Asked,
    /// Now: the screen would show an empty canvas until then.
    Now,
}

/// What the state of the screen is told.
pub enum Told {
    /// The camera rests and sees this, or flies to where it will.
    Sees {
        /// Bounds of the view, in degrees.
        bounds: ViewBounds,
        /// The view of the address, once the visitor or a link placed the camera.
        view: Option<View>,
    },
    /// The scale bar, of a camera at rest.
    Scale(ScaleBar),
    /// Say how to zoom in a page that scrolls, or no longer.
    Hint(bool),
    /// Close the open sheet.
    Close,
    /// A file of the basemap has come, or not: whether one is missing now.
    Files {
        /// Whether a file did not come.
        lacking: bool,
    },
    /// Fetch the basemap: the first markers are on screen.
    FetchBasemap,
    /// Make the interface.
    Mount(Box<dyn FnOnce()>),
    /// The first view is complete.
    Ready,
}

impl Todo {
    /// Nothing but a frame.
    pub fn frame() -> Self {
        Self {
            frame: Frame::Asked,
            ..Self::default()
        }
    }

    /// Tells something too.
    pub fn and(mut self, told: Told) -> Self {
        self.told.push(told);
        self
    }
}
