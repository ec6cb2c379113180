//! The map at work. Outside this folder the map is a [`MapHandle`]: its state is private, and what a change leaves to do is done once
//! nothing is borrowed.

mod canvas;
mod colours;
mod labels;
mod listen;
mod page;
mod painter;
mod stage;
mod streets;
mod todo;
mod towns;

use crate::browser::fetch::{self, FetchError};
use crate::browser::{dom, react};
use crate::state::{Lack, Notice, Store};
use engine::geo::{LonLat, WorldBounds, mercator};
use engine::opening::PAINTED_AT_LATEST_MS;
use engine::{Camera, Insets, Intent, MAX_ZOOM, Setting, views};
use leptos::prelude::{Get, GetUntracked, Read, ReadUntracked, Set, Track, untrack};
use model::address::{Layout, View};
use model::basemaps::{CLOSEST_ZOOM, NEARBY, Outline, TOWNS};
use model::data::basemap::{Basemap, LayerKind};
use model::domain::{Territory, ViewBounds, departement_of};
pub use page::Elements;
pub use stage::SharedOverlay;
use stage::Stage;
use std::cell::{OnceCell, RefCell};
use std::rc::{Rc, Weak};
pub use streets::Streets;
use todo::{Frame, Todo, Told};
pub use towns::Towns;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Element;

/// How close a territory is looked at, at most.
const TERRITORY_ZOOM: f64 = 14.0;

/// What is in view where no map is shown.
const WHOLE_WORLD: ViewBounds = [-180.0, -90.0, 180.0, 90.0];

/// The map, for those who use it.
#[derive(Clone)]
pub struct MapHandle(Rc<Map>);

struct Map {
    stage: RefCell<Stage>,
    store: Store,
    elements: Elements,
    /// What the browser calls at each frame: one function for all.
    on_frame: OnceCell<Closure<dyn FnMut()>>,
    frame_asked: std::cell::Cell<bool>,
}

/// Where the camera is, and what decides where it goes next.
pub struct Sighting {
    /// Where it is.
    pub camera: Camera,
    /// What panels, bars and buttons cover of the map, and a margin.
    pub insets: Insets,
    /// Whether it has been put anywhere.
    pub placed: bool,
}

/// What came of looking for a territory.
pub enum Sought {
    /// Its name, empty where its file has none, and where it is.
    Found(String, WorldBounds),
    /// No such territory exists.
    Unknown,
    /// Its file did not come, which the visitor is told.
    Unreachable,
}

impl MapHandle {
    /// A map in these elements, as soon as there is something to draw; `None` where the browser gives no canvas.
    pub fn start(store: Store, elements: Elements) -> Option<Self> {
        let stage = Stage::new(elements.clone(), store.framed)?;
        let map = Self(Rc::new(Map {
            stage: RefCell::new(stage),
            store,
            elements,
            on_frame: OnceCell::new(),
            frame_asked: std::cell::Cell::new(false),
        }));
        map.0
            .stage
            .borrow_mut()
            .control
            .set_closest(untrack(|| closest_zoom(store)));
        map.show_view(store.view.get_untracked());
        listen::follow_size(&map, &map.0.elements.root);
        Some(map)
    }

    /// Calls `mount` once the map is painted, or [`PAINTED_AT_LATEST_MS`] later where it is not on screen and hence not painted.
    pub fn once_painted(&self, mount: impl FnOnce() + 'static) {
        self.0
            .stage
            .borrow_mut()
            .mount_once_painted(Box::new(mount));
        let map = self.clone();
        react::later(PAINTED_AT_LATEST_MS, move || {
            map.change(|stage| stage.time_is_up());
        });
    }

    /// The map hears the visitor.
    pub fn attend(&self) {
        listen::listen(self, &self.0.elements);
        let (map, retry) = (self.clone(), self.0.store.retry);
        react::effect(move || {
            retry.track();
            map.change(Stage::retry);
        });
        let (map, store) = (self.clone(), self.0.store);
        react::effect(move || {
            let zoom = closest_zoom(store);
            map.change(|stage| stage.set_closest(zoom));
        });
        self.change(|stage| stage.attended());
    }

    /// Draws streets under the lines, or no longer.
    pub fn set_streets(&self, streets: Option<Streets>) {
        self.change(|stage| stage.set_streets(streets));
    }

    /// Adds an overlay above the others.
    pub fn add(&self, overlay: SharedOverlay) {
        self.0.stage.borrow_mut().add(overlay);
    }

    /// The names of towns, once their file has come.
    pub fn towns(&self) -> Towns {
        self.0.stage.borrow().towns.clone()
    }

    /// Where the camera is, and what decides where it goes next.
    pub fn sighting(&self) -> Sighting {
        let stage = self.0.stage.borrow();
        Sighting {
            camera: stage.control.camera(),
            insets: stage.page.clear_insets(),
            placed: stage.control.is_placed(),
        }
    }

    /// Whether a drawer covers the map from below.
    pub fn has_drawer(&self) -> bool {
        let Insets { top, bottom, .. } = self.0.stage.borrow().page.insets();
        bottom > top
    }

    /// Where the camera is.
    pub fn camera(&self) -> Camera {
        self.0.stage.borrow().control.camera()
    }

    /// Does what a gesture, a key or a button asks.
    pub fn apply(&self, intent: Intent) {
        self.change(|stage| stage.apply(intent));
    }

    /// Flies there, or begins there when the camera has been nowhere.
    pub fn go(&self, to: Camera) {
        self.change(|stage| stage.go(to));
    }

    /// Flies there.
    pub fn fly(&self, to: Camera) {
        self.change(|stage| stage.fly(to));
    }

    /// A panel shows what it speaks of.
    pub fn show(&self, to: Camera) {
        self.change(|stage| stage.show(to));
    }

    /// The view from which these bounds are seen whole, from no nearer than a zoom: the present one if they are.
    pub fn framing(&self, bounds: WorldBounds, max_zoom: f64) -> Camera {
        self.0.stage.borrow().framing(bounds, max_zoom)
    }

    /// The panel closed: gives back the view of before, unless the visitor moved the map since.
    pub fn give_back(&self) {
        self.change(Stage::give_back);
    }

    /// The address closed the panel, and says where to look itself.
    pub fn forget_way_back(&self) {
        self.0.stage.borrow_mut().control.forget_way_back();
    }

    /// « Back » to an address: shows the view that it says; one that says none, and opens nothing that would be framed, is of before
    /// the map was moved.
    pub fn show_again(&self, view: Option<View>) {
        let store = self.0.store;
        let frames = store.panel.read_untracked().is_some()
            || store.filters.read_untracked().territory.is_some();
        match view {
            None if !frames => self.apply(Intent::Home),
            view => self.show_view(view),
        }
    }

    /// Shows one of the places that are one click away.
    pub fn show_named(&self, id: &str) {
        let Some(view) = views::named(id) else { return };
        let Sighting { camera, insets, .. } = self.sighting();
        self.fly(camera.fit(WorldBounds::from(view.bounds), insets, MAX_ZOOM));
    }

    /// Shows what the address asks for, at once.
    pub fn show_view(&self, view: Option<View>) {
        let Some(view) = view else { return };
        let place = mercator::project(LonLat::clamped(view.lon, view.lat));
        self.change(|stage| {
            let size = stage.control.camera().size();
            stage.jump(Camera::new(place, view.zoom, size))
        });
    }

    /// Draws again what overlays show; the basemap stays as it is.
    pub fn refresh(&self) {
        self.change(|_| Todo::frame());
    }

    /// Draws all again.
    pub fn repaint(&self) {
        self.change(|stage| stage.repaint());
    }

    /// Makes the buttons now, in the time until the browser asks for the next frame.
    pub fn make_buttons(&self) {
        self.change(|stage| stage.make_buttons());
    }

    /// Outlines territories.
    pub fn outline(&self, territories: &[Territory]) {
        let outlines = territories.iter().map(Outline::of).collect();
        self.change(|stage| stage.outline(outlines));
    }

    /// Looks for a territory in its file, fetched if need be.
    pub async fn seek(&self, territory: &Territory) -> Sought {
        let Outline { file, layer, code } = Outline::of(territory);
        let basemap = match self.basemap(&file).await {
            Ok(basemap) => basemap,
            Err(FetchError::Status(404)) if !self.is_of_france(&code) => return Sought::Unknown,
            Err(_) => {
                self.change(|stage| stage.keep(&file, None));
                return Sought::Unreachable;
            }
        };
        let found = basemap.layer(layer);
        let Some(feature) = found.and_then(|layer| layer.feature(&code)) else {
            return Sought::Unknown;
        };
        let mut name = feature.name.clone();
        if name.is_empty() {
            // A commune: its file names the small ones, that of France the towns.
            let nearby = self.basemap(NEARBY).await.ok();
            let places = nearby.iter().chain([&basemap]).flat_map(|map| map.places());
            let named = places.into_iter().find(|place| place.code == code);
            name = named.map_or_else(String::new, |place| place.name.clone());
        }
        if code != territory.code {
            // An arrondissement, seen as its commune.
            name = format!("{name} ({})", territory.code);
        }
        Sought::Found(name, feature.bounds)
    }

    /// A file of the basemap, fetched if need be.
    async fn basemap(&self, file: &str) -> Result<Rc<Basemap>, FetchError> {
        let here = self.0.stage.borrow().basemaps.get(file).cloned();
        if let Some(here) = here {
            return Ok(here);
        }
        let fetched = fetch_basemap(file).await?;
        self.change(|stage| stage.keep(file, Some(fetched.clone())));
        Ok(fetched)
    }

    /// Whether a commune's département has a file, as far as is known.
    fn is_of_france(&self, commune: &str) -> bool {
        let stage = self.0.stage.borrow();
        let france = stage.basemaps.get(TOWNS);
        let departements = france.and_then(|france| france.layer(LayerKind::Departement));
        departements.is_none_or(|layer| layer.feature(departement_of(commune)).is_some())
    }

    /// Goes where a territory is seen as a whole.
    pub fn show_territory(&self, bounds: WorldBounds) {
        let Sighting { camera, insets, .. } = self.sighting();
        self.go(camera.fit(bounds, insets, TERRITORY_ZOOM));
    }

    /// Whether a button is a mark of an overlay.
    fn is_mark(&self, button: &Element) -> bool {
        self.0.stage.borrow().place_of(button).is_some()
    }

    /// The focus came to a button by keyboard.
    fn keep_in_sight(&self, button: &Element) {
        self.change(|stage| stage.keep_in_sight(button));
    }

    /// Changes the map, then does what that leaves to do.
    fn change(&self, act: impl FnOnce(&mut Stage) -> Todo) {
        let todo = act(&mut self.0.stage.borrow_mut());
        self.finish(todo);
    }

    fn finish(&self, todo: Todo) {
        for file in todo.fetch {
            self.fetch(file);
        }
        if let Some(button) = todo.focus {
            dom::focus_in_place(&button);
        }
        for told in todo.told {
            self.tell(told);
        }
        match todo.frame {
            Frame::None => {}
            Frame::Asked => self.ask_frame(),
            Frame::Now => self.frame(),
        }
    }

    fn lack_files(&self) {
        let store = self.0.store;
        let sentence = store.texts.basemap_failed.to_owned();
        store.tell(Notice::lack(Lack::Basemap, sentence));
    }

    fn tell(&self, told: Told) {
        let store = self.0.store;
        match told {
            Told::Sees { bounds, view } => {
                // A map that is not shown hides nothing.
                let is_hidden = store.options.read_untracked().layout == Some(Layout::List);
                let bounds = if is_hidden { WHOLE_WORLD } else { bounds };
                let moved = store.view_bounds.get_untracked() != Some(bounds);
                react::set(store.view_bounds, Some(bounds));
                if moved {
                    self.change(Stage::retry);
                }
                if view.is_some() {
                    react::set(store.view, view);
                }
            }
            Told::Scale(scale) => react::set(store.scale, Some(scale)),
            Told::Hint(hint) => react::set(store.hint, hint),
            Told::Close => store.panel.set(None),
            Told::Files { lacking: true } => self.lack_files(),
            Told::Files { lacking: false } => store.found(Lack::Basemap),
            Told::FetchBasemap => {
                let map = self.clone();
                react::later(0, move || map.change(Stage::fetch_now));
            }
            Told::Mount(mount) => react::later(0, mount),
            Told::Ready => {
                if let Some(root) = dom::root() {
                    // Tests and measures wait for it.
                    let _ = root.dataset().set("ready", "carte");
                }
            }
        }
    }

    fn frame(&self) {
        self.change(|stage| stage.frame(dom::now()));
    }

    /// Asks for a frame, unless one is coming.
    fn ask_frame(&self) {
        if self.0.frame_asked.replace(true) {
            return;
        }
        let on_frame = self.0.on_frame.get_or_init(|| {
            let map: Weak<Map> = Rc::downgrade(&self.0);
            Closure::new(move || {
                // A map that was dropped draws no more.
                if let Some(map) = map.upgrade() {
                    map.frame_asked.set(false);
                    Self(map).frame();
                }
            })
        });
        if let Some(window) = dom::window() {
            // It fails in no browser.
            let _ = window.request_animation_frame(on_frame.as_ref().unchecked_ref());
        }
    }

    /// Fetches a file of the basemap.
    fn fetch(&self, name: String) {
        let map = self.clone();
        react::spawn(async move {
            if map.basemap(&name).await.is_err() {
                map.change(|stage| stage.keep(&name, None));
            }
        });
    }
}

/// The zoom beyond which there is nothing more to see: the basemap ends before streets and points of layers do.
fn closest_zoom(store: Store) -> f64 {
    let more = store.streets.get() || !store.layers.read().is_empty();
    if more { MAX_ZOOM } else { CLOSEST_ZOOM }
}

/// Fetches and reads a file of the basemap.
///
/// # Errors
/// When it does not come, or is not a basemap of this version.
async fn fetch_basemap(name: &str) -> Result<Rc<Basemap>, FetchError> {
    let bytes = fetch::bytes(&format!("basemap/{name}.bin")).await?;
    Basemap::decode(&bytes)
        .map(Rc::new)
        .map_err(FetchError::Unreadable)
}
