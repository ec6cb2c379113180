//! The state, shared by the events of the page and the app.

use crate::acts::{self, Act};
use crate::host::{Host, Sighting};
use crate::layer::LayerState;
use crate::legend;
use crate::state::State;
use engine::{CLASSES, Camera, MAX_ZOOM, PointSet, layer_of};
use js_sys::{Function, Reflect, Uint8Array};
use model::Lang;
use page::dom::{self, Listener};
use std::cell::{OnceCell, Ref, RefCell, RefMut};
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

/// How close a point is looked at, when it is chosen among others.
const POINT_ZOOM: f64 = 14.0;
/// How long the names of the basemap wait after a change of filter, in milliseconds: painting takes longer than the buttons.
const NAMES_MS: i32 = 120;
/// How long the map rests before the list follows it, in milliseconds.
const REST_MS: i32 = 120;

/// How long a file may send nothing before the visitor is told, in milliseconds.
pub const LATE_MS: i32 = 8000;

/// The state and the host. Events of the page hold it weakly: it ends with the app.
#[derive(Clone)]
pub struct Handle(Rc<Shared>);

struct Shared {
    state: RefCell<State>,
    host: OnceCell<Host>,
    read: Function,
    heard: RefCell<Vec<Listener>>,
}

impl Handle {
    /// Layers of these ids, on their way. `None` where the page has not their templates.
    pub fn new(ids: &str, lang: Lang, read: Function) -> Option<Self> {
        Some(Self(Rc::new(Shared {
            state: RefCell::new(State::new(ids, lang)?),
            host: OnceCell::new(),
            read,
            heard: RefCell::default(),
        })))
    }

    pub fn state(&self) -> Ref<'_, State> {
        self.0.state.borrow()
    }

    pub fn state_mut(&self) -> RefMut<'_, State> {
        self.0.state.borrow_mut()
    }

    /// The app, once it is there.
    pub fn host(&self) -> Option<&Host> {
        self.0.host.get()
    }

    /// Reads a file of the page. See [`crate::Layers::new`].
    pub fn read(&self) -> &Function {
        &self.0.read
    }

    /// The bytes of a file that the page holds, and no server: `held` of the function that reads, where there is one, gives them (the
    /// preview of the workshop).
    pub fn held(&self, path: &str) -> Option<Vec<u8>> {
        let held = Reflect::get(self.read(), &"held".into()).ok()?;
        let bytes = held
            .dyn_ref::<Function>()?
            .call1(&JsValue::NULL, &path.into())
            .ok()?;
        Some(bytes.dyn_ref::<Uint8Array>()?.to_vec())
    }

    /// The map is there.
    pub fn attach(&self, host: Host) {
        // The app attaches itself once.
        let _ = self.0.host.set(host);
        let untold = std::mem::take(&mut self.state_mut().untold);
        for (sentence, again) in untold {
            self.tell(sentence, again);
        }
        let buttons = self.state().buttons_host.clone();
        self.listen(&buttons, "click", |handle, event: MouseEvent| {
            if let Some(target) = dom::target(&event) {
                handle.choose(&target);
            }
        });
        self.show();
    }

    /// Tells of a failure, at once or as soon as there is somebody to tell. `again`: asking again may help.
    pub fn tell(&self, sentence: String, again: bool) {
        match self.host() {
            Some(host) => host.tell(&sentence, again),
            None => self.state_mut().untold.push((sentence, again)),
        }
    }

    /// Whatever is missing has come, if nothing is.
    pub fn tell_found(&self) {
        if let Some(host) = self.host()
            && !self.state().lacks()
        {
            host.found();
        }
    }

    /// The points changed.
    fn show(&self) {
        if let Some(host) = self.host() {
            host.repaint();
            host.make_buttons();
        }
    }

    /// Draws again what is said, as names have come.
    pub fn repaint(&self) {
        if let Some(host) = self.host() {
            host.repaint();
        }
    }

    /// Puts the parts of the page in their places.
    pub fn mount(&self, column: &HtmlElement, places: [&Element; 3]) {
        for (place, part) in places.into_iter().zip(self.state().parts()) {
            let _ = place.append_child(part);
        }
        self.listen(column, "click", |handle, event: MouseEvent| {
            if let Some((button, act, value)) = acts::button(dom::target(&event)) {
                handle.act(&button, act, value);
            }
        });
        self.listen(column, "keydown", |handle, event: KeyboardEvent| {
            handle.key(&event);
        });
        // The focus may come to the last row in the page before the list scrolls: the next one is made at once.
        let scroller = self.state().list.scroller.clone();
        for name in ["scroll", "focusin"] {
            self.listen(&scroller, name, |handle, _: Event| handle.write_points());
        }
    }

    fn listen<E: JsCast + 'static>(
        &self,
        target: &HtmlElement,
        name: &'static str,
        heard: impl Fn(&Self, E) + 'static,
    ) {
        let weak = self.weak();
        let listener = Listener::new(target, name, move |event: E| {
            if let Some(handle) = weak() {
                heard(&handle, event);
            }
        });
        self.0.heard.borrow_mut().push(listener);
    }

    /// The handle, as long as the layers live.
    pub fn weak(&self) -> impl Fn() -> Option<Self> + Clone + 'static {
        let weak: Weak<Shared> = Rc::downgrade(&self.0);
        move || weak.upgrade().map(Self)
    }

    /// Does something once, after some milliseconds, if the layers still live.
    pub fn later(&self, milliseconds: i32, act: impl FnOnce(&Self) + 'static) {
        let weak = self.weak();
        let act = Closure::once_into_js(move || {
            if let Some(handle) = weak() {
                act(&handle);
            }
        });
        if let Some(window) = dom::window() {
            // It fails in no browser.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                act.unchecked_ref(),
                milliseconds,
            );
        }
    }

    fn key(&self, event: &KeyboardEvent) {
        let Some(target) = dom::target(event) else {
            return;
        };
        if event.key() != "Escape" {
            self.walk(event);
        } else if self.state().panel.holds(&target) {
            // It closes this panel, and not the sheet under it.
            event.stop_propagation();
            self.leave_point();
        }
    }

    fn act(&self, button: &Element, act: Act, value: usize) {
        match act {
            Act::PutAway => self.put_away(value),
            Act::Filter => {
                let (layer, category) = (value / CLASSES, value % CLASSES);
                let pressed = self.state_mut().toggle_category(layer, category);
                legend::press(button, pressed);
                self.filtered();
            }
            Act::List => {
                self.state_mut().list.toggle();
                self.write_points();
            }
            Act::Point => {
                let item = self.state().list.items.get(value).copied();
                if let Some(item) = item {
                    self.open_point(item);
                }
            }
            Act::Close => self.leave_point(),
        }
    }

    /// Other points pass the filters: their buttons change in the next frame, then the basemap, whose names avoid them.
    fn filtered(&self) {
        if let Some(host) = self.host() {
            host.refresh();
        }
        self.later(NAMES_MS, Self::repaint);
    }

    /// Stops the loading of a layer, or puts it away; the address no longer asks for it.
    fn put_away(&self, index: usize) {
        let open = self.state().panel.item;
        if open.is_some_and(|item| layer_of(item).0 == index) {
            self.close_point();
        }
        self.set_points(index, LayerState::Gone, PointSet::default());
        let ids = self.state().put_away(index);
        if let Some(host) = self.host() {
            host.set_layers(&ids);
            // The button that had the focus is no longer there.
            host.focus_list();
        }
    }

    /// The points of a layer are here, or it is gone.
    pub fn set_points(&self, index: usize, layer: LayerState, points: PointSet) {
        self.state_mut().set_points(index, layer, points);
        self.show();
        self.tell_found();
    }

    /// The visitor chose a mark on the map.
    fn choose(&self, button: &Element) {
        let mark = self.state().buttons.markers.mark_of(button).cloned();
        let Some(mark) = mark else { return };
        if let Some(item) = mark.single() {
            self.open_point(item);
            return;
        }
        let Some((host, Sighting { camera, insets })) = self.sight() else {
            return;
        };
        let opened = self.state_mut().buttons.opening(&mark, &camera, insets);
        let closest = || camera.with_zoom(MAX_ZOOM).centred_on(mark.at, insets);
        host.go_to(&opened.unwrap_or_else(closest));
        if opened.is_none() {
            // No view tells these points apart: the list does.
            self.open_list();
        }
    }

    fn open_list(&self) {
        self.state_mut().list.set_open(true);
        if let Some(host) = self.host() {
            host.raise_drawer();
        }
        let heading = self.state().list.heading.clone();
        dom::focus_in_place(&heading);
        self.write_points();
    }

    fn sight(&self) -> Option<(&Host, Sighting)> {
        let host = self.host()?;
        Some((host, host.sight()?))
    }

    /// Says what a point is, and shows where.
    fn open_point(&self, item: u32) {
        self.close_point();
        let heading = self.state_mut().open_point(item);
        if let Some(host) = self.host() {
            host.raise_drawer();
        }
        focus_on(heading);
        self.name_points();
        self.reveal(item);
    }

    /// Shows the point at a position of the first layer, and leaves the focus where it is: another page asked for it.
    pub fn show_point(&self, position: u32) {
        self.close_point();
        self.state_mut().open_point(position);
        self.name_points();
        self.reveal(position);
    }

    /// Brings a point in sight; from afar, as close as it takes to be told apart from most others.
    fn reveal(&self, item: u32) {
        let Some((host, Sighting { camera, insets })) = self.sight() else {
            return;
        };
        let Some((at, alone)) = self.state_mut().select(item) else {
            return;
        };
        host.go_to(&if alone {
            camera.revealing(at, insets)
        } else {
            let zoom = camera.zoom().max(POINT_ZOOM);
            camera.with_zoom(zoom).centred_on(at, insets)
        });
    }

    /// Closes the panel of the point. Returns what had the focus before it opened.
    pub fn close_point(&self) -> Option<HtmlElement> {
        self.state_mut().close_point()
    }

    /// The same, and the focus goes back to where it was, or to the list.
    fn leave_point(&self) {
        let opener = self.close_point().filter(|opener| opener.is_connected());
        let heading = self.state().list.heading.clone();
        dom::focus_in_place(&opener.unwrap_or(heading));
    }

    /// A key on a row: the focus goes to another, whose row is made first.
    fn walk(&self, event: &KeyboardEvent) {
        let reached = self.state().list.reached(&event.key());
        let Some(to) = reached else { return };
        event.prevent_default();
        self.write_points();
        let row = self.state().list.button_of(to);
        focus_on(row);
    }

    /// Lists the points in view once the map has rested a moment.
    pub fn rested(&self, camera: Camera) {
        if self.state_mut().rests(camera) {
            self.later(REST_MS, move |handle| handle.list_points(camera));
        }
    }

    fn list_points(&self, camera: Camera) {
        let (here, focus) = self.state_mut().list_points(camera);
        focus_on(focus);
        if here != camera {
            // It moved on and rests elsewhere.
            self.rested(here);
        }
        self.name_points();
    }

    /// Other rows are seen.
    pub fn write_points(&self) {
        // An event that a change of the list itself causes: that change writes the rows.
        let written = self
            .0
            .state
            .try_borrow_mut()
            .map(|mut state| state.write_list());
        if let Ok(focus) = written {
            focus_on(focus);
            self.name_points();
        }
    }
}

/// Moves the focus, once nothing is borrowed.
pub fn focus_on(element: Option<HtmlElement>) {
    if let Some(element) = element {
        dom::focus_in_place(&element);
    }
}
