//! Layers of points: an extension in its own wasm, loaded when the address asks for a layer. Here is what the app sees of it, and what it
//! sees of the app.

use crate::browser::{dom, react};
use crate::map::{MapHandle, Sighting, Towns};
use crate::state::{Lack, Notice, Store};
use engine::geo::World;
use engine::{Camera, Px, Rect};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use overlay::{Overlay, Sight, Updated};
use std::cell::RefCell;
use std::rc::Rc;
use ui::ids;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

/// Bits of what [`Extension::update`] returns.
const REBUILT: u8 = 1;
const FOCUS: u8 = 2;

#[wasm_bindgen]
extern "C" {
    /// `Layers` of `crates/layers`. A camera is x, y, zoom, width and height. A clone is the same object.
    #[derive(Clone)]
    type Extension;

    #[wasm_bindgen(method)]
    fn attach(this: &Extension, host: Host);
    #[wasm_bindgen(method)]
    fn buttons(this: &Extension) -> HtmlElement;
    #[wasm_bindgen(method)]
    fn mount(
        this: &Extension,
        column: &HtmlElement,
        legend: &Element,
        list: &Element,
        panel: &Element,
    );
    #[wasm_bindgen(method)]
    fn close_point(this: &Extension);
    #[wasm_bindgen(method)]
    fn retry(this: &Extension);
    #[wasm_bindgen(method)]
    fn update(this: &Extension, x: f64, y: f64, z: f64, w: f64, h: f64, at_rest: bool) -> u8;
    #[wasm_bindgen(method)]
    fn take_focus(this: &Extension) -> Option<HtmlElement>;
    #[wasm_bindgen(method)]
    fn follow(this: &Extension, x: f64, y: f64, z: f64, w: f64, h: f64);
    #[wasm_bindgen(method)]
    fn obstacles(this: &Extension, x: f64, y: f64, z: f64, w: f64, h: f64) -> Vec<f64>;
    #[wasm_bindgen(method)]
    fn is_pending(this: &Extension) -> bool;
    #[wasm_bindgen(method)]
    fn rested(this: &Extension, x: f64, y: f64, z: f64, w: f64, h: f64);
    #[wasm_bindgen(method)]
    fn renamed(this: &Extension);
    #[wasm_bindgen(method)]
    fn place_of(this: &Extension, button: &Element) -> Option<Vec<f64>>;
    #[wasm_bindgen(method)]
    fn free(this: &Extension);
}

/// What the extension may ask of the app. Nothing here is called while the map is at work, but [`Host::town`].
#[wasm_bindgen]
pub struct Host {
    map: MapHandle,
    store: Store,
    towns: Towns,
}

#[wasm_bindgen]
impl Host {
    /// The camera: x, y, zoom, width, height; then what panels cover: top, right, bottom, left.
    pub fn sighting(&self) -> Vec<f64> {
        let Sighting { camera, insets, .. } = self.map.sighting();
        let [x, y, zoom, width, height] = numbers(&camera);
        let (top, right, bottom, left) = (insets.top, insets.right, insets.bottom, insets.left);
        vec![x, y, zoom, width, height, top, right, bottom, left]
    }

    /// Goes there.
    pub fn go(&self, x: f64, y: f64, zoom: f64) {
        let size = self.map.camera().size();
        self.map.go(Camera::new(World { x, y }, zoom, size));
    }

    /// Brings the overlay to what it shows now, in the next frame.
    pub fn refresh(&self) {
        self.map.refresh();
    }

    /// The same, and paints the basemap again.
    pub fn repaint(&self) {
        self.map.repaint();
    }

    /// Makes the buttons now.
    pub fn make_buttons(&self) {
        self.map.make_buttons();
    }

    /// The large town nearest to a place.
    pub fn town(&self, x: f64, y: f64) -> Option<String> {
        self.towns.near(World { x, y })
    }

    /// Tells the visitor of what did not come. `again`: asking again may help.
    pub fn tell(&self, sentence: String, again: bool) {
        self.store.tell(if again {
            Notice::lack(Lack::Layers, sentence)
        } else {
            Notice::error(sentence)
        });
    }

    /// All that had not come has.
    pub fn found(&self) {
        self.store.found(Lack::Layers);
    }

    /// The layers that are left, for the address.
    pub fn set_layers(&self, ids: &str) {
        let ids = ids.split(',').filter(|id| !id.is_empty());
        self.store.layers.set(ids.map(str::to_owned).collect());
    }

    /// A panel opens: the drawer comes up.
    pub fn raise_drawer(&self) {
        self.store.raise_drawer();
    }

    /// Puts the keyboard on the list.
    pub fn focus_list(&self) {
        if let Some(list) = dom::by_id(ids::LIST_HEADING) {
            dom::focus_in_place(&list);
        }
    }
}

fn numbers(camera: &Camera) -> [f64; 5] {
    let (centre, size) = (camera.centre(), camera.size());
    [centre.x, centre.y, camera.zoom(), size.width, size.height]
}

/// The extension as an overlay of the map, from the moment it is asked for.
pub struct Layers {
    extension: Option<Extension>,
    /// Whether the extension itself is on its way.
    coming: bool,
}

/// The layers, shared by the map and the app.
pub type SharedLayers = Rc<RefCell<Layers>>;

impl Overlay for Layers {
    fn update(&mut self, sight: &Sight) -> Updated {
        let Some(extension) = &self.extension else {
            return Updated::default();
        };
        let [x, y, z, w, h] = numbers(sight.camera);
        let bits = extension.update(x, y, z, w, h, sight.at_rest);
        Updated {
            rebuilt: bits & REBUILT != 0,
            focus: (bits & FOCUS != 0)
                .then(|| extension.take_focus())
                .flatten(),
        }
    }

    fn follow(&mut self, camera: &Camera) {
        if let Some(extension) = &self.extension {
            let [x, y, z, w, h] = numbers(camera);
            extension.follow(x, y, z, w, h);
        }
    }

    fn obstacles(&self, camera: &Camera, rects: &mut Vec<Rect>) {
        let Some(extension) = &self.extension else {
            return;
        };
        let [x, y, z, w, h] = numbers(camera);
        let sides = extension.obstacles(x, y, z, w, h);
        let (sides, _) = sides.as_chunks();
        rects.extend(sides.iter().map(|&[left, top, right, bottom]| Rect {
            min: Px { x: left, y: top },
            max: Px {
                x: right,
                y: bottom,
            },
        }));
    }

    fn is_pending(&self) -> bool {
        let pending = self.extension.as_ref().map(Extension::is_pending);
        pending.unwrap_or(self.coming)
    }

    fn rested(&mut self, camera: &Camera) {
        if let Some(extension) = &self.extension {
            let [x, y, z, w, h] = numbers(camera);
            extension.rested(x, y, z, w, h);
        }
    }

    fn renamed(&mut self) {
        if let Some(extension) = &self.extension {
            extension.renamed();
        }
    }

    fn place_of(&self, button: &Element) -> Option<World> {
        match *self.extension.as_ref()?.place_of(button)? {
            [x, y] => Some(World { x, y }),
            _ => None,
        }
    }
}

impl Drop for Layers {
    fn drop(&mut self) {
        if let Some(extension) = self.extension.take() {
            extension.free();
        }
    }
}

/// The layers, and what asks for them.
#[derive(Clone)]
pub struct Asked {
    /// They are empty as long as the extension is not here.
    pub layers: SharedLayers,
    load: Rc<dyn Fn()>,
}

/// Adds the layers to the map once the extension is there; as long as it does not come, it is asked for again. `ask` returns a promise
/// of it. `markers`: the group above which no point stands.
pub fn start(map: &MapHandle, store: Store, ask: Function, markers: &HtmlElement) -> Asked {
    let layers = Rc::new(RefCell::new(Layers {
        extension: None,
        coming: false,
    }));
    map.add(layers.clone());
    let (map, markers, asked_for) = (map.clone(), markers.clone(), layers.clone());
    let load = move || load(&map, store, &asked_for, &ask, &markers);
    load();
    Asked {
        layers,
        load: Rc::new(load),
    }
}

/// Asks again for what did not come, as long as the app lives.
pub fn follow(Asked { load, .. }: &Asked, store: Store) {
    let load = load.clone();
    react::effect(move || {
        store.retry.track();
        load();
    });
}

/// Asks for the extension, unless it is here or on its way; once here, it asks for what it lacks.
fn load(
    map: &MapHandle,
    store: Store,
    layers: &SharedLayers,
    ask: &Function,
    markers: &HtmlElement,
) {
    let here = layers.borrow().extension.clone();
    if let Some(extension) = here {
        extension.retry();
        return;
    }
    if std::mem::replace(&mut layers.borrow_mut().coming, true) {
        return;
    }
    let (map, layers, markers) = (map.clone(), layers.clone(), markers.clone());
    let asked = ask.call0(&JsValue::NULL);
    react::spawn(async move {
        let came = match asked {
            Ok(promise) => JsFuture::from(Promise::from(promise)).await,
            Err(error) => Err(error),
        };
        layers.borrow_mut().coming = false;
        match came {
            Ok(extension) => arrive(&map, store, &layers, extension.unchecked_into(), &markers),
            Err(_) => fail(&map, store),
        }
    });
}

fn fail(map: &MapHandle, store: Store) {
    let texts = store.texts;
    let sentence = (texts.files.file_failed)("layers", texts.files.no_answer);
    store.tell(Notice::lack(Lack::Layers, sentence));
    map.repaint();
}

/// The extension has come. Its buttons are under those of initiatives.
fn arrive(
    map: &MapHandle,
    store: Store,
    layers: &SharedLayers,
    extension: Extension,
    markers: &HtmlElement,
) {
    let _ = markers.before_with_node_1(&extension.buttons());
    let host = Host {
        map: map.clone(),
        store,
        towns: map.towns(),
    };
    store.found(Lack::Layers);
    // The extension calls back while it is attached.
    layers.borrow_mut().extension = Some(extension.clone());
    extension.attach(host);
    mount(layers, store);
}

/// Once both the column and the extension are there: the parts of the column in their places.
pub fn mount(layers: &SharedLayers, store: Store) {
    let layers = layers.clone();
    let places = [ids::LAYER_LEGEND, ids::LAYER_LIST, ids::POINT_HOST].map(dom::by_id);
    let [Some(legend), Some(list), Some(panel)] = places else {
        return;
    };
    let Some(column) = dom::by_id(ids::COLUMN) else {
        return;
    };
    if let Some(extension) = &layers.borrow().extension {
        extension.mount(&column, &legend, &list, &panel);
    } else {
        return;
    }
    // A sheet that opens takes the place of the point.
    react::effect(move || {
        if store.panel.read().is_some()
            && let Some(extension) = &layers.borrow().extension
        {
            extension.close_point();
        }
    });
}
