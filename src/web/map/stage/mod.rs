//! The map at work: it holds the camera, moves it, and keeps the canvas and the markers with it.
//!
//! Intents come in ([`Stage::apply`]), one frame at a time goes out ([`Stage::frame`]). Nothing runs while nothing moves.

mod content;
mod frame;
mod intents;
mod layers;
mod moving;

use super::super::dom::{self, StyleWriter};
use super::super::fetch::FetchError;
use super::super::react;
use super::basemaps::{self, Basemaps, Outline, TOWNS};
use super::labels::Names;
use super::layers::Layers;
use super::mark::{Mark, MarkId};
use super::markers::Markers;
use super::marks::{self, Ingredients};
use super::motion::Movement;
use super::painter::{Painter, Picture};
use super::shift::{shift, unshift};
use crate::address::View;
use crate::data::basemap::Basemap;
use crate::decimal::decimal;
use crate::domain::{Catalogue, Category, Target, TargetKind, Territory};
use crate::geo::{LonLat, World, WorldBounds, mercator};
use crate::map::flight::Motion;
use crate::map::gesture::Gestures;
use crate::map::inertia::Glide;
use crate::map::views::{self, VIEWS};
use crate::map::{
    Camera, Cluster, Clusterer, Flight, Insets, Intent, Pace, Point, PointSet, Px, Rect, Size,
    expand,
};
use crate::view::{Notice, Store};
use leptos::prelude::{GetUntracked, ReadUntracked, RwSignal, Set};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

/// While the map moves, a picture that took longer than this to paint is moved instead of painted again, milliseconds.
const QUICK_PAINT_MS: f64 = 9.0;
/// And is painted again at least this often.
const REPAINT_MS: f64 = 140.0;
/// Frames in a row that have new buttons and leave the picture to the next one, at most.
const MOST_PUT_OFF: u8 = 4;
/// Free space around what is shown, pixels.
const MARGIN_PX: f64 = 40.0;
/// How close an initiative is looked at, when it is chosen from elsewhere.
const PLACE_ZOOM: f64 = 11.0;

/// Elements of the page that the map moves.
#[derive(Clone)]
pub struct Elements {
    /// Around all the others.
    pub root: HtmlElement,
    /// The basemap.
    pub canvas: web_sys::HtmlCanvasElement,
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

/// What the markers were last made of.
struct Marked {
    /// The clusters seen.
    clusters: Vec<Cluster>,
    /// Whether piles were spread.
    spread: bool,
}

/// Memory that a frame takes, kept from one picture to the next: a frame asks for none.
#[derive(Default)]
struct Scratch {
    painted: Vec<Rc<Basemap>>,
    named: Vec<Rc<Basemap>>,
    obstacles: Vec<Rect>,
    style: StyleWriter,
}

impl Scratch {
    fn clear(&mut self) {
        self.painted.clear();
        self.named.clear();
        self.obstacles.clear();
    }
}

/// The map.
pub struct Stage {
    store: Store,
    /// Where it is drawn.
    pub elements: Elements,
    /// What waits for the first picture.
    waiting: Option<Box<dyn FnOnce()>>,
    /// Whether the interface is there.
    attended: bool,
    /// Where the map stands, for the address.
    view: RwSignal<Option<View>>,
    /// Whether to show how to zoom in a page that scrolls.
    hint: RwSignal<bool>,
    /// Whether a pointer holds the map.
    pub held: bool,
    /// The gesture recogniser.
    pub gestures: Gestures,
    camera: Camera,
    movement: Option<Movement>,
    painter: Painter,
    names: Names,
    scratch: Scratch,
    /// Where the last picture was painted from, and whether with thin lines.
    painted: Option<Camera>,
    painted_thin: bool,
    pace: Pace,
    paint_ms: f64,
    painted_at: f64,
    /// Frames in a row that left the picture to the next one.
    put_off: u8,
    stale: bool,
    frame_asked: bool,
    /// What the browser calls at each frame.
    on_frame: Option<Closure<dyn FnMut()>>,
    basemaps: Basemaps,
    catalogue: Arc<Catalogue>,
    categories: Vec<Category>,
    points: PointSet,
    clusterer: Clusterer,
    marked: Option<Marked>,
    markers: Markers,
    /// The layers of points.
    pub layers: Layers,
    outlines: Vec<Outline>,
    /// Positions of the initiatives shown.
    shown: Vec<usize>,
    pixel_ratio: f64,
    placed: bool,
}

/// The map, shared by those who listen.
pub type SharedStage = Rc<RefCell<Stage>>;

impl Stage {
    /// A map in these elements, or nothing where the browser gives no canvas.
    pub fn new(
        store: Store,
        elements: Elements,
        view: RwSignal<Option<View>>,
        hint: RwSignal<bool>,
    ) -> Option<SharedStage> {
        let painter = Painter::new(elements.canvas.clone())?;
        let markers = Markers::new(elements.markers.clone());
        let layers = Layers::new(Markers::new(elements.points.clone()), store.texts);
        let camera = Camera::new(
            World::default(),
            5.0,
            Size {
                width: 1.0,
                height: 1.0,
            },
        );
        let points = PointSet::new([]);
        Some(Rc::new(RefCell::new(Self {
            store,
            elements,
            waiting: None,
            attended: false,
            view,
            hint,
            held: false,
            gestures: Gestures::new(store.framed),
            camera,
            movement: None,
            painter,
            names: Names::default(),
            scratch: Scratch::default(),
            painted: None,
            painted_thin: false,
            pace: Pace::default(),
            paint_ms: 0.0,
            painted_at: 0.0,
            put_off: 0,
            stale: true,
            frame_asked: false,
            on_frame: None,
            basemaps: Basemaps::default(),
            catalogue: Arc::default(),
            categories: Vec::new(),
            clusterer: Clusterer::new(points.all(), marks::RADIUS_PX),
            marked: None,
            points,
            markers,
            layers,
            outlines: Vec::new(),
            shown: Vec::new(),
            pixel_ratio: 1.0,
            placed: false,
        })))
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
