//! What the app offers to this program.

use engine::geo::World;
use engine::{Camera, Insets, Size};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The map and the state of the app.
    pub type Host;

    /// The camera: x, y, zoom, width, height; then what panels cover: top, right, bottom, left.
    #[wasm_bindgen(method)]
    fn sighting(this: &Host) -> Vec<f64>;

    /// Goes there.
    #[wasm_bindgen(method)]
    pub fn go(this: &Host, x: f64, y: f64, zoom: f64);

    /// Brings the overlay to what it shows now, in the next frame.
    #[wasm_bindgen(method)]
    pub fn refresh(this: &Host);

    /// The same, and paints the basemap again, whose names avoid the marks.
    #[wasm_bindgen(method)]
    pub fn repaint(this: &Host);

    /// Makes the buttons now.
    #[wasm_bindgen(method)]
    pub fn make_buttons(this: &Host);

    /// The large town nearest to a place.
    #[wasm_bindgen(method)]
    pub fn town(this: &Host, x: f64, y: f64) -> Option<String>;

    /// Tells the visitor of what did not come. `again`: asking again may help.
    #[wasm_bindgen(method)]
    pub fn tell(this: &Host, sentence: &str, again: bool);

    /// All that had not come has.
    #[wasm_bindgen(method)]
    pub fn found(this: &Host);

    /// The layers that are left, for the address: ids separated by commas.
    #[wasm_bindgen(method)]
    pub fn set_layers(this: &Host, ids: &str);

    /// A panel opens: the drawer of a narrow layout comes up.
    #[wasm_bindgen(method)]
    pub fn raise_drawer(this: &Host);

    /// Puts the keyboard on the list.
    #[wasm_bindgen(method)]
    pub fn focus_list(this: &Host);
}

/// Where the camera is, and what panels cover of the map.
pub struct Sighting {
    pub camera: Camera,
    pub insets: Insets,
}

impl Host {
    /// Where the camera is, and what panels cover of the map.
    pub fn sight(&self) -> Option<Sighting> {
        let numbers: [f64; 9] = self.sighting().try_into().ok()?;
        let [x, y, zoom, width, height, top, right, bottom, left] = numbers;
        Some(Sighting {
            camera: Camera::new(World { x, y }, zoom, Size { width, height }),
            insets: Insets {
                top,
                right,
                bottom,
                left,
            },
        })
    }

    /// Goes where a camera is.
    pub fn go_to(&self, camera: &Camera) {
        let World { x, y } = camera.centre();
        self.go(x, y, camera.zoom());
    }
}
