//! The map's own state: camera, canvas, files, overlays. Private to this folder; [`super::MapHandle`] is what others see.

use super::canvas::{Canvas, Scene};
use super::page::{Elements, Page};
use super::streets::Streets;
use super::todo::{Frame, Todo, Told};
use super::towns::Towns;
use engine::frame::{Draw, Facts, Picture, Planner};
use engine::geo::{World, WorldBounds, mercator};
use engine::opening::{Event, Opening, Step};
use engine::{Camera, Control, Intent, Outcome, Rect, Size, scale_bar};
use model::address::View;
use model::basemaps::{Basemaps, Outline, TOWNS};
use model::data::basemap::Basemap;
use model::domain::ViewBounds;
use overlay::{Overlay, Sight};
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// The longest bar of the scale, in pixels.
const SCALE_PX: f64 = 110.0;

/// An overlay, shared with those who fill it.
pub type SharedOverlay = Rc<RefCell<dyn Overlay>>;

/// The map.
pub struct Stage {
    pub page: Page,
    pub control: Control,
    pub towns: Towns,
    pub basemaps: Basemaps,
    outlines: Vec<Outline>,
    canvas: Canvas,
    /// From the lowest to the topmost in importance: the first has its buttons first.
    overlays: Vec<SharedOverlay>,
    planner: Planner,
    opening: Opening,
    /// Makes the interface, until it is made.
    mount: Option<Box<dyn FnOnce()>>,
    /// Whether the page shows its own France, until the basemap is here or the map moves.
    has_first: bool,
    /// Where marks are, kept from one picture to the next: a frame asks for no memory.
    obstacles: Vec<Rect>,
}

impl Stage {
    /// A map in these elements; `None` where the browser gives no canvas.
    pub fn new(elements: Elements, cooperative: bool) -> Option<Self> {
        Some(Self {
            canvas: Canvas::new(elements.canvas.clone())?,
            page: Page::new(elements),
            control: Control::new(cooperative),
            towns: Towns::default(),
            basemaps: Basemaps::default(),
            outlines: Vec::new(),
            overlays: Vec::new(),
            planner: Planner::default(),
            opening: Opening::default(),
            mount: None,
            has_first: true,
            obstacles: Vec::new(),
        })
    }

    /// Adds an overlay above the others.
    pub fn add(&mut self, overlay: SharedOverlay) {
        self.overlays.push(overlay);
    }

    /// Paints again, though the camera has not moved.
    pub fn repaint(&mut self) -> Todo {
        self.canvas.spoil();
        Todo::frame()
    }

    /// Does what a gesture, a key or a button asks.
    pub fn apply(&mut self, intent: Intent) -> Todo {
        match self.control.apply(intent, &self.page) {
            Outcome::Moves => Todo::frame(),
            Outcome::Outline(rect) => {
                self.page.outline_box(rect);
                Todo::default()
            }
            Outcome::Boxed => {
                self.page.outline_box(None);
                Todo::frame()
            }
            Outcome::Escape { outlined } => {
                if outlined {
                    self.page.outline_box(None);
                }
                Todo::default().and(Told::Close)
            }
            Outcome::Hint => Todo::default().and(Told::Hint(true)),
            Outcome::Nothing => Todo::default(),
        }
    }

    /// The window lost the focus, and with it the pointers.
    pub fn let_go(&mut self) -> Todo {
        self.control.sleep();
        self.page.sleep();
        if self.control.let_go() {
            self.page.outline_box(None);
        }
        Todo::frame()
    }

    /// The visitor touched the map.
    pub fn wake(&mut self) -> Todo {
        self.control.wake();
        self.page.wake();
        Todo::default().and(Told::Hint(false))
    }

    /// Flies there, or begins there when the camera has been nowhere.
    pub fn go(&mut self, to: Camera) -> Todo {
        self.control.go(to, &self.page);
        self.leaves()
    }

    /// Flies there.
    pub fn fly(&mut self, to: Camera) -> Todo {
        self.control.fly(to, &self.page);
        self.leaves()
    }

    /// Flies to what a panel speaks of, unless the map is on its way there or rests there.
    pub fn show(&mut self, to: Camera) -> Todo {
        if to == self.control.target() {
            return Todo::default();
        }
        self.control.show(to, &self.page);
        self.leaves()
    }

    /// The view from which these bounds are seen whole: the present one if they are.
    pub fn framing(&self, bounds: WorldBounds, max_zoom: f64) -> Camera {
        let insets = self.page.clear_insets();
        self.control.target().framing(bounds, insets, max_zoom)
    }

    /// Gives back the view of before the panel.
    pub fn give_back(&mut self) -> Todo {
        if self.control.give_back(&self.page) {
            self.leaves()
        } else {
            Todo::default()
        }
    }

    /// Shows the view that the address says, at once.
    pub fn jump(&mut self, to: Camera) -> Todo {
        self.control.jump(to);
        Todo::frame()
    }

    /// A flight begins: the list and the address are those of its end already, and its files are on their way.
    fn leaves(&mut self) -> Todo {
        let to = self.control.target();
        Todo {
            fetch: self.basemaps.ask(&to),
            ..Todo::frame().and(self.sees(&to))
        }
    }

    /// The place of the mark of a button.
    pub fn place_of(&self, button: &Element) -> Option<World> {
        let place = |overlay: &SharedOverlay| overlay.borrow().place_of(button);
        self.overlays.iter().find_map(place)
    }

    /// The focus came to a button by keyboard: the map moves if it is at the edge or covered.
    pub fn keep_in_sight(&mut self, button: &Element) -> Todo {
        let Some(at) = self.place_of(button) else {
            return Todo::default();
        };
        // What counts is where the map is going: the last button may have made it move.
        let going = self.control.target();
        let to = going.nudged_to(at, self.page.clear_insets());
        if to == going {
            return Todo::default();
        }
        self.fly(to)
    }

    /// Another size on screen, or another density.
    pub fn resize(&mut self, size: Size) -> Todo {
        let density = self.page.density();
        if self.control.camera().size() == size && self.canvas.density() == density {
            return Todo::default();
        }
        // A resized canvas is empty: what was painted is painted again before the screen shows it.
        let was_painted = self.canvas.resize(size, density);
        self.control.resize(size, &self.page);
        Todo {
            frame: if was_painted {
                Frame::Now
            } else {
                Frame::Asked
            },
            ..Todo::default()
        }
    }

    /// Sets the zoom beyond which there is nothing more to see. What overlays show when closest may change.
    pub fn set_closest(&mut self, zoom: f64) -> Todo {
        let before = self.control.is_closest();
        let moved = self.control.set_closest(zoom);
        if moved || before != self.control.is_closest() {
            for overlay in &self.overlays {
                overlay.borrow_mut().renamed();
            }
        }
        Todo::frame()
    }

    /// Draws streets under the lines, or no longer.
    pub fn set_streets(&mut self, streets: Option<Streets>) -> Todo {
        self.canvas.streets = streets;
        self.repaint()
    }

    /// The visitor's colour scheme changed.
    pub fn recolour(&mut self) -> Todo {
        self.canvas.refresh_colours();
        self.repaint()
    }

    /// Outlines territories. Their files are fetched if need be.
    pub fn outline(&mut self, outlines: Vec<Outline>) -> Todo {
        self.outlines = outlines;
        Todo {
            fetch: self.missing_outlines(),
            ..self.repaint()
        }
    }

    /// A file has come, or is not to be had.
    pub fn keep(&mut self, name: &str, basemap: Option<Rc<Basemap>>) -> Todo {
        if let Some(towns) = basemap.as_ref().filter(|_| name == TOWNS) {
            self.towns.set(towns.clone());
            for overlay in &self.overlays {
                overlay.borrow_mut().renamed();
            }
        }
        self.basemaps.keep(name, basemap);
        let lacking = self.basemaps.lacks();
        let mut todo = self.repaint().and(Told::Files { lacking });
        self.tell_settled(&mut todo);
        todo
    }

    /// Asks again for the files that did not come: those of the view and those of outlines.
    pub fn retry(&mut self) -> Todo {
        if !self.basemaps.lacks() {
            return Todo::default();
        }
        self.basemaps.forget_missing();
        let mut fetch = self.missing_outlines();
        fetch.extend(self.fetch_seen());
        Todo {
            fetch,
            ..Todo::default()
        }
    }

    /// Files of outlines that nobody asked for yet.
    fn missing_outlines(&mut self) -> Vec<String> {
        let Self {
            outlines, basemaps, ..
        } = self;
        let files = outlines.iter().map(|outline| outline.file.clone());
        files.filter(|file| basemaps.ask_one(file)).collect()
    }

    /// Files of the view that nobody asked for yet.
    fn fetch_seen(&mut self) -> Vec<String> {
        self.basemaps.ask(&self.control.camera())
    }

    /// Fetches them.
    pub fn fetch_now(&mut self) -> Todo {
        Todo {
            fetch: self.fetch_seen(),
            ..Todo::default()
        }
    }

    /// `mount` makes the interface once the map is painted.
    pub fn mount_once_painted(&mut self, mount: Box<dyn FnOnce()>) {
        self.mount = Some(mount);
    }

    /// The map need not be waited for any longer.
    pub fn time_is_up(&mut self) -> Todo {
        let mut todo = Todo::default();
        self.happens(Event::TimeIsUp, &mut todo);
        todo
    }

    /// The interface is there.
    pub fn attended(&mut self) -> Todo {
        let mut todo = Todo::default();
        self.tell_rest(&mut todo);
        self.happens(Event::Attended, &mut todo);
        self.tell_settled(&mut todo);
        todo
    }

    fn tell_settled(&mut self, todo: &mut Todo) {
        if self.basemaps.is_settled(&self.control.camera()) {
            self.happens(Event::FilesSettled, todo);
        }
    }

    fn happens(&mut self, event: Event, todo: &mut Todo) {
        let told = match self.opening.on(event) {
            Some(Step::FetchBasemap) => Some(Told::FetchBasemap),
            Some(Step::MountInterface) => self.mount.take().map(Told::Mount),
            Some(Step::TellReady) => Some(Told::Ready),
            None => None,
        };
        todo.told.extend(told);
    }

    /// Makes the buttons now, in the time until the browser asks for the next frame.
    pub fn make_buttons(&mut self) -> Todo {
        let mut todo = Todo::default();
        self.update_overlays(0, false, false, &mut todo);
        todo
    }

    /// One frame: the camera moves, the overlays follow, the canvas is painted or moved; at rest, all that follows the map is told.
    pub fn frame(&mut self, now_ms: f64) -> Todo {
        let mut todo = Todo::default();
        let moving = self.control.step(now_ms);
        let camera = self.control.camera();
        let picture = self.canvas.picture(&camera);
        let first_only = picture != Picture::Current;
        let (updated, rebuilt) = self.update_overlays(0, false, first_only, &mut todo);
        let points_coming = self.points_coming();
        let plan = self.planner.plan(&Facts {
            now_ms,
            moving,
            held: self.control.is_held(),
            picture,
            rebuilt,
            coming: points_coming || !self.basemaps.is_settled(&camera),
            costly: self.canvas.is_slow(now_ms),
        });
        if plan.put_off {
            for overlay in self.overlays.iter().skip(updated) {
                overlay.borrow_mut().follow(&camera);
            }
        } else {
            self.update_overlays(updated, false, false, &mut todo);
        }
        match plan.draw {
            Draw::Keep => {}
            Draw::Shift => self.canvas.shift(&camera),
            Draw::Paint { thin } => self.paint(now_ms, thin, &mut todo),
        }
        if plan.again {
            let blank = self.canvas.is_blank();
            self.happens(
                Event::Frame {
                    blank,
                    points_coming,
                },
                &mut todo,
            );
            todo.frame = Frame::Asked;
        } else {
            self.settle(now_ms, &mut todo);
        }
        todo
    }

    /// Whether an overlay waits for its points.
    fn points_coming(&self) -> bool {
        let pending = |overlay: &SharedOverlay| overlay.borrow().is_pending();
        self.overlays.iter().any(pending)
    }

    /// Brings the overlays from one on to what is seen; with `first_only`, up to the first that makes its buttons again. Returns the
    /// number of those that are up to date, and whether buttons were made again.
    fn update_overlays(
        &mut self,
        from: usize,
        at_rest: bool,
        first_only: bool,
        todo: &mut Todo,
    ) -> (usize, bool) {
        let (camera, towns) = (self.control.camera(), &self.towns);
        let sight = Sight {
            camera: &camera,
            at_rest,
            is_closest: self.control.is_closest(),
            town: &|communes: &[&str], middle: World| towns.of(communes, middle),
        };
        let mut rebuilt = false;
        for (position, overlay) in self.overlays.iter().enumerate().skip(from) {
            let updated = overlay.borrow_mut().update(&sight);
            rebuilt |= updated.rebuilt;
            todo.focus = updated.focus.or(todo.focus.take());
            if rebuilt && first_only {
                return (position + 1, true);
            }
        }
        (self.overlays.len(), rebuilt)
    }

    /// Paints the basemap. Its names avoid the marks.
    fn paint(&mut self, now_ms: f64, thin: bool, todo: &mut Todo) {
        let camera = self.control.camera();
        let clear =
            self.has_first && !self.control.is_placed() && !self.basemaps.is_settled(&camera);
        if std::mem::replace(&mut self.has_first, clear) && !clear {
            self.page.leave_first();
        }
        self.obstacles.clear();
        for overlay in &self.overlays {
            overlay.borrow().obstacles(&camera, &mut self.obstacles);
        }
        let scene = Scene {
            camera: &camera,
            basemaps: &self.basemaps,
            outlines: &self.outlines,
            obstacles: &self.obstacles,
            thin,
            clear,
        };
        self.canvas.paint(&scene, now_ms);
        self.happens(Event::Painted, todo);
    }

    /// The camera rests: the picture is made sharp, the list and the address follow, the files in view are fetched.
    fn settle(&mut self, now_ms: f64, todo: &mut Todo) {
        if !self.control.is_held() {
            self.planner.rest();
            self.update_overlays(0, true, false, todo);
            if !self.canvas.is_sharp(&self.control.camera()) {
                self.paint(now_ms, false, todo);
            }
        }
        self.tell_rest(todo);
        todo.fetch.extend(self.fetch_seen());
        let camera = self.control.camera();
        self.canvas.seek_streets(&camera);
        for overlay in &self.overlays {
            overlay.borrow_mut().rested(&camera);
        }
    }

    /// What the state is told at rest.
    fn tell_rest(&self, todo: &mut Todo) {
        let camera = self.control.camera();
        let scale = Told::Scale(scale_bar(&camera, SCALE_PX));
        todo.told.extend([self.sees(&camera), scale]);
    }

    /// What a camera sees.
    fn sees(&self, camera: &Camera) -> Told {
        Told::Sees {
            bounds: bounds_in_degrees(camera),
            view: self.control.is_placed().then(|| view_of(camera)),
        }
    }
}

fn bounds_in_degrees(camera: &Camera) -> ViewBounds {
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
