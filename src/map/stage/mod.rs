//! The map at work: it holds the camera, moves it, and keeps the canvas and the markers with it.
//!
//! Intents come in ([`Stage::apply`]), one frame at a time goes out (`frame.rs`). Nothing runs while nothing moves.

mod content;
mod files;
mod frame;
mod intents;
mod moving;
mod points;
mod start;

use super::basemaps::{Basemaps, Outline};
use super::canvas::Canvas;
use super::motion::Movement;
use crate::overlays::initiatives::Initiatives;
use crate::overlays::layers::Layers;
use crate::state::Store;
use engine::geo::World;
use engine::{Camera, Gestures, Pace, Size};
use leptos::prelude::ReadUntracked;
use model::domain::TargetKind;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, HtmlElement};

/// Elements of the page that the map moves.
#[derive(Clone)]
pub struct Elements {
    /// Around all the others.
    pub root: HtmlElement,
    /// The basemap.
    pub canvas: HtmlCanvasElement,
    /// The markers' layer.
    pub markers: HtmlElement,
    /// The points' layer, under the markers.
    pub points: HtmlElement,
    /// The box being drawn.
    pub box_outline: HtmlElement,
}

/// What came of showing a territory.
pub enum Shown {
    /// It is shown; its name, empty where the file has none.
    Named(String),
    /// No such territory exists.
    Unknown,
    /// Its file did not come.
    Unreachable,
}

/// The map.
pub struct Stage {
    store: Store,
    elements: Elements,
    /// What waits for the first picture.
    waiting: Option<Box<dyn FnOnce()>>,
    /// Whether the interface is there.
    attended: bool,
    /// Whether a pointer holds the map.
    held: bool,
    gestures: Gestures,
    camera: Camera,
    /// Whether the camera has been put anywhere.
    placed: bool,
    movement: Option<Movement>,
    pixel_ratio: f64,
    /// What the browser calls at each frame, and whether it will.
    on_frame: Option<Closure<dyn FnMut()>>,
    frame_asked: bool,
    pace: Pace,
    /// Frames in a row that left the picture to the next one.
    put_off: u8,
    basemaps: Basemaps,
    outlines: Vec<Outline>,
    canvas: Canvas,
    initiatives: Initiatives,
    /// The layers of points.
    pub layers: Layers,
}

/// The map, shared by those who listen.
pub type SharedStage = Rc<RefCell<Stage>>;

impl Stage {
    /// A map in these elements, or nothing where the browser gives no canvas.
    pub fn new(store: Store, elements: Elements) -> Option<SharedStage> {
        // Until its size is known.
        let size = Size {
            width: 1.0,
            height: 1.0,
        };
        Some(Rc::new(RefCell::new(Self {
            store,
            waiting: None,
            attended: false,
            held: false,
            gestures: Gestures::new(store.framed),
            camera: Camera::new(World::default(), 5.0, size),
            placed: false,
            movement: None,
            pixel_ratio: 1.0,
            on_frame: None,
            frame_asked: false,
            pace: Pace::default(),
            put_off: 0,
            basemaps: Basemaps::default(),
            outlines: Vec::new(),
            canvas: Canvas::new(elements.canvas.clone())?,
            initiatives: Initiatives::new(elements.markers.clone(), store.texts),
            layers: Layers::new(elements.points.clone(), store.texts),
            elements,
        })))
    }

    /// Where the map looks.
    pub fn camera(&self) -> Camera {
        self.camera
    }

    /// The state of the screen.
    pub fn store(&self) -> Store {
        self.store
    }
}

fn position_of(store: Store, id: &str) -> Option<u32> {
    let catalogue = store.catalogue.read_untracked();
    let position = catalogue
        .ready()?
        .initiatives
        .iter()
        .position(|initiative| initiative.id == id)?;
    u32::try_from(position).ok()
}

/// Position of the initiative whose sheet is open.
pub fn selected_item(store: Store) -> Option<u32> {
    let panel = store.panel.read_untracked();
    let target = panel.as_ref()?;
    (target.kind == TargetKind::Initiative)
        .then(|| position_of(store, &target.id))
        .flatten()
}

/// Position of the initiative that is pointed at.
pub fn hovered_item(store: Store) -> Option<u32> {
    store
        .hovered
        .read_untracked()
        .as_ref()
        .and_then(|id| position_of(store, id))
}
