//! The map at work: it holds the camera, moves it, and keeps the canvas and the markers with it.
//!
//! Intents come in ([`Stage::apply`]), one frame at a time goes out ([`Stage::frame`]). Nothing runs while nothing moves.

use super::super::dom;
use super::super::react;
use super::basemaps::{self, Basemaps, FAR_FRANCE};
use super::labels;
use super::markers::{Mark, MarkId, Markers};
use super::marks::{self, Ingredients};
use super::motion::Movement;
use super::painter::{Outline, Painter, Picture};
use crate::address::{Panel, View};
use crate::decimal::decimal;
use crate::domain::{Catalogue, Category, Territory};
use crate::geo::{LonLat, World, WorldBounds, mercator};
use crate::map::flight::Motion;
use crate::map::gesture::Gestures;
use crate::map::inertia::Glide;
use crate::map::views::{self, VIEWS};
use crate::map::{
    Camera, Cluster, ClusterId, Clusterer, Flight, Insets, Intent, Point, PointSet, Px, Rect, Size,
    expand,
};
use crate::view::{Notice, Store};
use leptos::prelude::{GetUntracked, ReadUntracked, RwSignal, Set, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::HtmlElement;

/// While the map moves, a picture that took longer than this to paint is moved instead of painted again, milliseconds.
const QUICK_PAINT_MS: f64 = 9.0;
/// And is painted again at least this often.
const REPAINT_MS: f64 = 140.0;
/// Free space around what is shown, pixels.
const MARGIN_PX: f64 = 40.0;
/// How close an initiative is looked at, when it is chosen from elsewhere.
const PLACE_ZOOM: f64 = 11.0;

/// Elements of the page that the map moves.
pub struct Elements {
    /// Around all the others.
    pub root: HtmlElement,
    /// The basemap.
    pub canvas: web_sys::HtmlCanvasElement,
    /// The markers' layer.
    pub markers: HtmlElement,
    /// The box being drawn.
    pub box_outline: HtmlElement,
    /// The scale bar.
    pub scale: HtmlElement,
}

/// The map.
pub struct Stage {
    store: Store,
    elements: Elements,
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
    painted: Option<Camera>,
    paint_ms: f64,
    painted_at: f64,
    stale: bool,
    frame_asked: bool,
    basemaps: Basemaps,
    catalogue: Arc<Catalogue>,
    categories: Vec<Category>,
    points: PointSet,
    clusterer: Clusterer,
    /// What the markers were last made of: clusters seen, and whether piles were spread.
    marked: Option<(Vec<ClusterId>, bool)>,
    markers: Markers,
    outlines: Vec<Territory>,
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
            view,
            hint,
            held: false,
            gestures: Gestures::new(store.framed),
            camera,
            movement: None,
            painter,
            painted: None,
            paint_ms: 0.0,
            painted_at: 0.0,
            stale: true,
            frame_asked: false,
            basemaps: Basemaps::default(),
            catalogue: Arc::default(),
            categories: Vec::new(),
            clusterer: Clusterer::new(points.all(), marks::RADIUS_PX),
            marked: None,
            points,
            markers,
            outlines: Vec::new(),
            pixel_ratio: 1.0,
            placed: false,
        })))
    }

    // ---- What comes in ----

    /// Does what a gesture, a key or a button asks.
    pub fn apply(this: &SharedStage, intent: Intent) {
        let mut stage = this.borrow_mut();
        let now = dom::now();
        stage.placed |= !matches!(intent, Intent::Stop | Intent::Escape | Intent::Click(_) | Intent::HintCooperative | Intent::BoxOutline(_));
        match intent {
            Intent::Stop => stage.movement = None,
            Intent::PanBy {
                dx,
                dy,
                animated: false,
            } => stage.camera = stage.camera.pan_by(dx, dy),
            Intent::PanBy {
                dx,
                dy,
                animated: true,
            } => {
                let from = stage.camera;
                stage.movement = Some(match stage.motion() {
                    Motion::Full => Movement::step(from, dx, dy, now),
                    Motion::Reduced => Movement::flight(
                        Flight::new(from, from.pan_by(dx, dy), Motion::Reduced),
                        now,
                    ),
                });
            }
            Intent::Fling { vx, vy } if stage.motion() == Motion::Full => {
                stage.movement = Some(Movement::glide(
                    stage.camera,
                    Glide {
                        velocity: Px { x: vx, y: vy },
                    },
                    now,
                ));
            }
            Intent::Fling { .. } => {}
            Intent::ZoomAbout {
                px,
                delta,
                animated: false,
            } => {
                stage.movement = None;
                stage.camera = stage.camera.zoom_about(px, delta);
            }
            Intent::ZoomAbout {
                px,
                delta,
                animated: true,
            } => stage.zoom(px, delta),
            Intent::Zoom { delta } => {
                let middle = stage.camera.size().inside(stage.covered()).centre();
                stage.zoom(middle, delta);
            }
            Intent::BoxOutline(rect) => stage.outline_box(rect),
            Intent::BoxZoom { rect } => {
                stage.outline_box(None);
                let bounds = stage.camera.bounds_of(rect);
                let to = stage
                    .camera
                    .fit(bounds, stage.covered(), crate::map::MAX_ZOOM);
                stage.fly(to);
            }
            Intent::Home => {
                let to = stage.home();
                stage.fly(to);
            }
            Intent::Escape => {
                for undone in stage.gestures.cancel() {
                    if undone == Intent::BoxOutline(None) {
                        stage.outline_box(None);
                    }
                }
                let store = stage.store;
                drop(stage);
                store.panel.set(Panel::List);
                return;
            }
            Intent::HintCooperative => {
                let hint = stage.hint;
                drop(stage);
                hint.set(true);
                return;
            }
            Intent::Click(_) => {}
        }
        drop(stage);
        Self::ask_frame(this);
    }

    /// The visitor touched the map: an embed takes the wheel from now on, and the keyboard is the map's.
    pub fn wake(this: &SharedStage) {
        let (canvas, hint) = {
            let mut stage = this.borrow_mut();
            stage.gestures.set_cooperative(false);
            let _ = stage.elements.root.class_list().add_1("awake");
            (stage.elements.canvas.clone(), stage.hint)
        };
        hint.set(false);
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = canvas.focus_with_options(&options);
    }

    /// The visitor chose the mark of this button.
    pub fn choose(this: &SharedStage, button: &web_sys::Element) {
        let mut stage = this.borrow_mut();
        let Some(mark) = stage.markers.mark_of(button).cloned() else {
            return;
        };
        if let &[item] = mark.items.as_slice() {
            let id = stage
                .catalogue
                .initiatives
                .get(item as usize)
                .map(|initiative| initiative.id.clone());
            let store = stage.store;
            drop(stage);
            store.panel.set(id.map_or(Panel::List, Panel::Initiative));
            return;
        }
        let to = stage.opening(&mark);
        stage.fly(to);
        drop(stage);
        Self::ask_frame(this);
    }

    /// The initiative of the mark of this button, if it has only one.
    pub fn single_item(this: &SharedStage, button: &web_sys::Element) -> Option<u32> {
        let stage = this.borrow();
        match stage.markers.mark_of(button)?.items.as_slice() {
            &[item] => Some(item),
            _ => None,
        }
    }

    /// The view that tells the initiatives of a mark apart.
    fn opening(&mut self, mark: &Mark) -> Camera {
        let insets = self.covered();
        let chosen = self
            .clusterer
            .seen(&self.camera)
            .find(|cluster| MarkId::Cluster(cluster.id) == mark.id)
            .cloned();
        let matches = self.clusterer.matches();
        let opened = chosen.and_then(|cluster| {
            expand::opening(matches, &cluster, &self.camera, insets, marks::RADIUS_PX)
        });
        opened.unwrap_or_else(|| {
            self.camera
                .with_zoom(marks::SPREAD_ZOOM.max(self.camera.zoom()))
                .centred_on(mark.at, insets)
        })
    }

    /// Shows one of the places that are one click away.
    pub fn show_named(this: &SharedStage, id: &str) {
        let Some(view) = views::named(id) else { return };
        let mut stage = this.borrow_mut();
        let to = stage.camera.fit(
            WorldBounds::from(view.bounds),
            stage.covered(),
            crate::map::MAX_ZOOM,
        );
        stage.fly(to);
        drop(stage);
        Self::ask_frame(this);
    }

    /// Shows what the address asks for, at once.
    pub fn show_view(this: &SharedStage, view: Option<View>) {
        let mut stage = this.borrow_mut();
        let Some(view) = view else { return };
        let place = mercator::project(LonLat::clamped(view.lon, view.lat));
        stage.movement = None;
        stage.camera = Camera::new(place, view.zoom, stage.camera.size());
        stage.placed = true;
        drop(stage);
        Self::ask_frame(this);
    }

    /// Another size on screen, or another density.
    pub fn resize(this: &SharedStage, size: Size) {
        let mut stage = this.borrow_mut();
        stage.pixel_ratio = dom::window().map_or(1.0, |window| window.device_pixel_ratio());
        let ratio = stage.pixel_ratio;
        stage.painter.resize(size, ratio);
        stage.camera = stage.camera.with_size(size);
        if !stage.placed {
            stage.camera = stage.home();
        }
        stage.painted = None;
        // A resized canvas is empty: it is painted before the screen shows it.
        let now = dom::now();
        drop(stage);
        Self::frame(this, now);
    }

    /// The visitor's colour scheme changed.
    pub fn recolour(this: &SharedStage) {
        this.borrow_mut().painter.refresh_colours();
        Self::repaint(this);
    }

    /// Which initiatives there are, which are shown and how.
    pub fn set_content(
        this: &SharedStage,
        catalogue: Arc<Catalogue>,
        categories: Vec<Category>,
        shown: &[usize],
    ) {
        let mut stage = this.borrow_mut();
        stage.points = point_set(&catalogue, &categories);
        let shown: std::collections::HashSet<usize> = shown.iter().copied().collect();
        let matches = stage
            .points
            .matching(|item| shown.contains(&(item as usize)));
        stage.clusterer = Clusterer::new(matches, marks::RADIUS_PX);
        stage.marked = None;
        stage.catalogue = catalogue;
        stage.categories = categories;
        drop(stage);
        Self::repaint(this);
    }

    /// Marks what is selected and what is hovered in the list.
    pub fn highlight(this: &SharedStage, selected: Option<u32>, hovered: Option<u32>) {
        this.borrow().markers.highlight(selected, hovered);
    }

    /// Outlines the territories of what is selected; their files are fetched if need be.
    pub fn outline(this: &SharedStage, territories: Vec<Territory>) {
        for territory in &territories {
            Self::need(this, &basemaps::outline_of(territory).0);
        }
        this.borrow_mut().outlines = territories;
        Self::repaint(this);
    }

    /// Brings an initiative in sight: its places or its territory. Near enough and not covered, the map stays.
    pub fn reveal(this: &SharedStage, item: u32) {
        let mut stage = this.borrow_mut();
        let Some(initiative) = stage.catalogue.initiatives.get(item as usize) else {
            return;
        };
        let places: Vec<World> = initiative
            .places
            .iter()
            .map(|place| world_of(place.lon, place.lat))
            .collect();
        let Some(bounds) = WorldBounds::around(places.iter().copied()) else {
            return;
        };
        let insets = stage.covered();
        let alone = stage.markers.marks().any(|mark| mark.items == [item]);
        let to = match places.as_slice() {
            &[place] if alone && stage.placed => stage.camera.revealing(place, insets),
            _ => stage.camera.fit(
                bounds,
                insets,
                PLACE_ZOOM
                    .max(if stage.placed {
                        stage.camera.zoom()
                    } else {
                        0.0
                    })
                    .min(13.0),
            ),
        };
        if stage.placed {
            stage.fly(to);
        } else {
            stage.camera = to;
            stage.placed = true;
        }
        drop(stage);
        Self::ask_frame(this);
    }

    /// Shows a territory, once its file has come, or stays where it is; its name. `None` when no such territory exists.
    pub async fn show_territory(
        this: SharedStage,
        territory: Territory,
        stay: bool,
    ) -> Option<String> {
        let (file, layer) = basemaps::outline_of(&territory);
        let here = this.borrow().basemaps.get(&file);
        let basemap = match here {
            Some(basemap) => basemap,
            None => {
                let fetched = basemaps::fetch(&file).await.ok()?;
                this.borrow_mut().basemaps.keep(&file, Ok(fetched.clone()));
                fetched
            }
        };
        let feature = basemap.layer(layer)?.feature(&territory.code)?;
        let name = feature.name.clone();
        let bounds = feature.bounds;
        if !stay {
            let mut stage = this.borrow_mut();
            let to = stage.camera.fit(bounds, stage.covered(), 14.0);
            if stage.placed {
                stage.fly(to);
            } else {
                stage.camera = to;
                stage.placed = true;
            }
        }
        Self::repaint(&this);
        Some(name)
    }

    // ---- What goes out ----

    /// Paints again, though the camera has not moved.
    pub fn repaint(this: &SharedStage) {
        this.borrow_mut().stale = true;
        Self::ask_frame(this);
    }

    /// Asks for a frame, unless one is coming.
    fn ask_frame(this: &SharedStage) {
        if std::mem::replace(&mut this.borrow_mut().frame_asked, true) {
            return;
        }
        let again = this.clone();
        request_animation_frame(move || {
            again.borrow_mut().frame_asked = false;
            Self::frame(&again, dom::now());
        });
    }

    fn frame(this: &SharedStage, now: f64) {
        let moving = this.borrow_mut().step(now);
        this.borrow_mut().draw(now, moving);
        if moving {
            Self::ask_frame(this);
        } else {
            Self::settle(this, now);
        }
    }

    /// Moves the camera to where it is now; whether it goes on.
    fn step(&mut self, now: f64) -> bool {
        let Some(movement) = &self.movement else {
            return false;
        };
        let (camera, over) = movement.at(now);
        self.camera = camera.with_size(self.camera.size());
        if over {
            self.movement = None;
        }
        !over
    }

    fn draw(&mut self, now: f64, moving: bool) {
        let moved = self.painted.as_ref() != Some(&self.camera);
        if moved || self.stale {
            self.update_markers();
        }
        if !(moved || self.stale) {
            return;
        }
        let slow = self.paint_ms > QUICK_PAINT_MS && now - self.painted_at < REPAINT_MS;
        match self.painted {
            Some(painted) if slow && (moving || self.is_dragged()) => self.shift_canvas(&painted),
            _ => self.paint(now),
        }
    }

    fn is_dragged(&self) -> bool {
        self.held
    }

    /// The buttons are made again only when other clusters are seen; otherwise they are moved.
    fn update_markers(&mut self) {
        let seen: Vec<Cluster> = self.clusterer.seen(&self.camera).cloned().collect();
        let made_of = (
            seen.iter().map(|cluster| cluster.id).collect(),
            marks::spreads(&self.camera),
        );
        if self.marked.as_ref() != Some(&made_of) {
            self.make_markers(&seen);
            self.marked = Some(made_of);
        }
        self.markers.place(&self.camera);
    }

    fn make_markers(&mut self, seen: &[Cluster]) {
        let towns = self.basemaps.get(FAR_FRANCE);
        let ingredients = Ingredients {
            catalogue: &self.catalogue,
            categories: &self.categories,
            matches: self.clusterer.matches(),
            towns: towns.as_deref(),
            texts: self.store.texts,
        };
        self.markers.update(ingredients.marks(seen, &self.camera));
        self.markers
            .highlight(selected_item(self.store), hovered_item(self.store));
    }

    /// Moves the last picture to where it belongs now; the next painting is sharper.
    fn shift_canvas(&self, painted: &Camera) {
        let corner = self.camera.project(painted.unproject(Px::default()));
        let scale = self.camera.scale() / painted.scale();
        let transform = format!(
            "translate({}px,{}px) scale({})",
            decimal(corner.x, 2),
            decimal(corner.y, 2),
            decimal(scale, 5)
        );
        let _ = self
            .elements
            .canvas
            .style()
            .set_property("transform", &transform);
    }

    fn paint(&mut self, now: f64) {
        let basemaps = self.basemaps.to_paint(&self.camera);
        let obstacles: Vec<Rect> = self.markers.rects(&self.camera);
        let labels = labels::of(
            &self.basemaps.to_name(&self.camera),
            &self.camera,
            &obstacles,
            &self.painter,
        );
        let outlines: Vec<Outline> = self
            .outlines
            .iter()
            .filter_map(|territory| self.outline_of(territory))
            .collect();
        let picture = Picture {
            camera: &self.camera,
            basemaps: &basemaps,
            outlines: &outlines,
            labels: &labels,
        };
        self.painter.paint(&picture);
        let _ = self.elements.canvas.style().remove_property("transform");
        self.painted = Some(self.camera);
        self.painted_at = now;
        self.stale = false;
        self.paint_ms = dom::now() - now;
    }

    fn outline_of(&self, territory: &Territory) -> Option<Outline> {
        let (file, layer) = basemaps::outline_of(territory);
        Some(Outline {
            basemap: self.basemaps.get(&file)?,
            layer,
            code: territory.code.clone(),
        })
    }

    /// The camera rests: the picture is made sharp, the list and the address follow, the files in view are fetched.
    fn settle(this: &SharedStage, now: f64) {
        let (store, view, bounds, here, asked) = {
            let mut stage = this.borrow_mut();
            if stage.painted.as_ref() != Some(&stage.camera) && !stage.is_dragged() {
                stage.paint(now);
            }
            stage.show_scale();
            let camera = stage.camera;
            let asked = stage.basemaps.ask(&camera);
            (
                stage.store,
                stage.view,
                bounds_in_degrees(&camera),
                view_of(&camera),
                asked,
            )
        };
        if store.view_bounds.get_untracked() != Some(bounds) {
            store.view_bounds.set(Some(bounds));
        }
        if this.borrow().placed && view.get_untracked() != Some(here) {
            view.set(Some(here));
        }
        for name in asked {
            Self::fetch(this, name);
        }
    }

    fn need(this: &SharedStage, name: &str) {
        let new = this.borrow_mut().basemaps.ask_one(name);
        if new {
            Self::fetch(this, name.to_owned());
        }
    }

    fn fetch(this: &SharedStage, name: String) {
        let stage = this.clone();
        react::spawn(async move {
            let result = basemaps::fetch(&name).await;
            let failed = result.is_err();
            let (store, settled) = {
                let mut stage = stage.borrow_mut();
                stage.basemaps.keep(&name, result);
                // The names of clusters tell the nearest town.
                stage.marked = stage.marked.take().filter(|_| name != FAR_FRANCE);
                let camera = stage.camera;
                (stage.store, stage.basemaps.is_settled(&camera))
            };
            if failed {
                store.tell(Notice::error(store.texts.basemap_failed.to_owned()));
            }
            if settled {
                mark_ready();
            }
            Self::repaint(&stage);
        });
    }

    fn show_scale(&self) {
        let bar = crate::map::scale::scale_bar(&self.camera, 110.0);
        let words = if bar.metres < 1000.0 {
            format!("{} m", bar.metres as u32)
        } else {
            format!("{} km", (bar.metres / 1000.0) as u32)
        };
        self.elements.scale.set_text_content(Some(&words));
        let _ = self
            .elements
            .scale
            .style()
            .set_property("width", &format!("{}px", decimal(bar.px, 1)));
    }

    fn outline_box(&self, rect: Option<Rect>) {
        let element = &self.elements.box_outline;
        element.set_hidden(rect.is_none());
        let Some(rect) = rect else { return };
        let size = rect.size();
        for (name, px) in [
            ("left", rect.min.x),
            ("top", rect.min.y),
            ("width", size.width),
            ("height", size.height),
        ] {
            let _ = element
                .style()
                .set_property(name, &format!("{}px", decimal(px, 0)));
        }
    }

    // ---- Moving ----

    fn motion(&self) -> Motion {
        if dom::reduced_motion() {
            Motion::Reduced
        } else {
            Motion::Full
        }
    }

    fn fly(&mut self, to: Camera) {
        self.placed = true;
        self.movement = Some(Movement::flight(
            Flight::new(self.camera, to, self.motion()),
            dom::now(),
        ));
    }

    /// A zoom by a step goes on from where the last one leads, however quickly they follow.
    fn zoom(&mut self, px: Px, delta: f64) {
        let target = self.movement.as_ref().map_or(self.camera, Movement::target);
        let delta = target.zoom() + delta - self.camera.zoom();
        self.placed = true;
        self.movement = Some(Movement::flight(
            Flight::zoom(self.camera, px, delta, self.motion()),
            dom::now(),
        ));
    }

    fn home(&self) -> Camera {
        let [metropole, ..] = VIEWS;
        self.camera.fit(
            WorldBounds::from(metropole.bounds),
            self.covered_by(MARGIN_PX / 2.0),
            crate::map::MAX_ZOOM,
        )
    }

    fn covered(&self) -> Insets {
        self.covered_by(MARGIN_PX)
    }

    /// What the panels cover of the map, and a margin.
    fn covered_by(&self, margin: f64) -> Insets {
        let mut insets = Insets::all(margin);
        let map = self.elements.root.get_bounding_client_rect();
        let column = dom::find(".column").map(|column| column.get_bounding_client_rect());
        // In a narrow layout the column lies over the bottom of the map.
        if let Some(column) =
            column.filter(|column| column.width() > 0.0 && column.top() > map.top() + 1.0)
        {
            insets.bottom += (map.bottom() - column.top()).clamp(0.0, map.height() * 0.75);
        }
        insets
    }
}

/// The page says when the first view is complete: scripts that measure or test it wait for that.
fn mark_ready() {
    if let Some(root) = dom::root() {
        let _ = root.dataset().set("ready", "carte");
    }
}

fn world_of(lon: f64, lat: f64) -> World {
    mercator::project(LonLat::clamped(lon, lat))
}

/// One point a place; an initiative with several places at one point has one.
fn point_set(catalogue: &Catalogue, categories: &[Category]) -> PointSet {
    let mut points: Vec<Point> = Vec::new();
    for (item, (initiative, category)) in catalogue.initiatives.iter().zip(categories).enumerate() {
        let mut seen: Vec<(f64, f64)> = Vec::new();
        for place in &initiative.places {
            if !seen.contains(&(place.lon, place.lat)) {
                seen.push((place.lon, place.lat));
                points.push(Point::at(
                    LonLat::clamped(place.lon, place.lat),
                    category.index(),
                    item as u32,
                ));
            }
        }
    }
    PointSet::new(points)
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
    match &*store.panel.read_untracked() {
        Panel::Initiative(id) => position_of(store, id),
        Panel::Lever(_) | Panel::List => None,
    }
}

/// Position of the initiative that is pointed at.
pub fn hovered_item(store: Store) -> Option<u32> {
    store
        .hovered
        .read_untracked()
        .as_ref()
        .and_then(|id| position_of(store, id))
}

fn bounds_in_degrees(camera: &Camera) -> [f64; 4] {
    let bounds = camera.bounds();
    let (north_west, south_east) = (
        mercator::unproject(bounds.min),
        mercator::unproject(bounds.max),
    );
    [
        north_west.lon(),
        south_east.lat(),
        south_east.lon(),
        north_west.lat(),
    ]
}

fn view_of(camera: &Camera) -> View {
    let place = mercator::unproject(camera.centre());
    let rounded = |value: f64, unit: f64| (value * unit).round() / unit;
    View {
        zoom: rounded(camera.zoom(), 100.0),
        lat: rounded(place.lat(), 1e4),
        lon: rounded(place.lon(), 1e4),
    }
}
