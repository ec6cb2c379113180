//! The elements of the page that the map is drawn in, and what the page says of itself.

use crate::browser::dom::{self, StyleWriter};
use engine::decimal::decimal;
use engine::{Insets, Motion, Px, Rect, Setting, Size};
use web_sys::{Element, HtmlCanvasElement, HtmlElement};

/// Free space around what is shown, in pixels.
const MARGIN_PX: f64 = 40.0;
/// The same around the first view.
const FIRST_MARGIN_PX: f64 = 12.0;
/// What the shortcuts and the credits take above a drawer, and the box that finds at the top, in the first view (style.css: `.first-frame`).
const FOOT_PX: f64 = 48.0;
/// The most that a panel is thought to cover, as a share of the map's height.
const MOST_COVERED: f64 = 0.75;

/// What lies on the map beside its marks.
const BARS: [&str; 4] = [".find", ".controls", ".shortcuts", ".map-foot .attribution"];

/// Elements of the page that the map moves, or that cover it.
#[derive(Clone)]
pub struct Elements {
    /// Around all the others.
    pub root: HtmlElement,
    /// The basemap.
    pub canvas: HtmlCanvasElement,
    /// The buttons of initiatives.
    pub markers: HtmlElement,
    /// The buttons of what covers territories.
    pub tags: HtmlElement,
    /// The box being drawn.
    pub box_outline: HtmlElement,
    /// The column, which lies over the bottom of the map in a narrow layout.
    pub column: HtmlElement,
}

/// The page around the map.
pub struct Page {
    elements: Elements,
}

impl Page {
    /// With these elements.
    pub fn new(elements: Elements) -> Self {
        Self { elements }
    }

    /// Device pixels per CSS pixel.
    pub fn density(&self) -> f64 {
        dom::window().map_or(1.0, |window| window.device_pixel_ratio())
    }

    /// The map takes the keyboard, and says by its look that it takes the wheel.
    pub fn wake(&self) {
        let _ = self.elements.root.class_list().add_1("awake");
    }

    /// The wheel is the page's again.
    pub fn sleep(&self) {
        let _ = self.elements.root.class_list().remove_1("awake");
    }

    /// The map shows France itself: what the page showed goes.
    pub fn leave_first(&self) {
        let first = self.elements.root.query_selector(".first-frame");
        if let Some(first) = first.ok().flatten() {
            first.remove();
        }
    }

    /// Shows the box being drawn, or none.
    pub fn outline_box(&self, rect: Option<Rect>) {
        let element = &self.elements.box_outline;
        element.set_hidden(rect.is_none());
        let Some(rect) = rect else { return };
        let size = rect.size();
        let mut style = StyleWriter::default();
        for (name, px) in [
            ("left", rect.min.x),
            ("top", rect.min.y),
            ("width", size.width),
            ("height", size.height),
        ] {
            style.set(element, name, format_args!("{}px", decimal(px, 0)));
        }
    }

    /// What panels cover of the map, and a margin.
    fn covered_by(&self, margin: f64, foot: f64) -> Insets {
        let mut insets = Insets::all(margin);
        let map = self.elements.root.get_bounding_client_rect();
        let column = self.elements.column.get_bounding_client_rect();
        if column.width() > 0.0 && column.top() > map.top() + 1.0 {
            let covered = map.bottom() - column.top();
            insets.top += foot;
            insets.bottom += foot + covered.max(0.0).min(map.height() * MOST_COVERED);
        }
        insets
    }

    /// What stays free around what is shown: of the drawer or panel, of the bars and buttons on the map, and of its edges.
    pub fn clear_insets(&self) -> Insets {
        let map = self.elements.root.get_bounding_client_rect();
        let (left, top) = (map.left(), map.top());
        let place = |element: &Element| {
            let rect = element.get_bounding_client_rect();
            let corner = |x: f64, y: f64| Px {
                x: x - left,
                y: y - top,
            };
            Rect {
                min: corner(rect.left(), rect.top()),
                max: corner(rect.right(), rect.bottom()),
            }
        };
        // The largest first: bars that it covers cost nothing more.
        let column = self.elements.column.clone();
        let bars = BARS.iter().filter_map(|bar| dom::find(bar));
        let covered: Vec<Rect> = [column]
            .into_iter()
            .chain(bars)
            .map(|element| place(&element))
            .collect();
        let size = Size {
            width: map.width(),
            height: map.height(),
        };
        Insets::clear_of(size, &covered, MARGIN_PX, MOST_COVERED)
    }
}

impl Setting for Page {
    fn insets(&self) -> Insets {
        self.covered_by(MARGIN_PX, 0.0)
    }

    fn home_insets(&self) -> Insets {
        self.covered_by(FIRST_MARGIN_PX, FOOT_PX)
    }

    fn now_ms(&self) -> f64 {
        dom::now()
    }

    fn motion(&self) -> Motion {
        if dom::reduced_motion() {
            Motion::Reduced
        } else {
            Motion::Full
        }
    }
}
