//! An element's short way from one place to another, left to the browser: it moves by its own `translate`, over the `transform`
//! that the camera gives it.

use engine::Px;
use engine::decimal::decimal;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

const DURATION_MS: f64 = 220.0;

/// Moves an element from so far away, in pixels, to where it is.
pub fn from(element: &HtmlElement, way: Px) {
    slide(element, [translate(way), translate(Px::default())]);
}

/// Moves an element so far away, in pixels; what it gives back ends when it has arrived. Nothing where the browser cannot.
pub fn to(element: &HtmlElement, way: Px) -> Option<JsFuture> {
    let animation = slide(element, [translate(Px::default()), translate(way)])?;
    let finished: Promise = property(&animation, "finished")?;
    Some(finished.into())
}

/// The animation that the browser makes of it.
fn slide(element: &HtmlElement, places: [String; 2]) -> Option<JsValue> {
    let frames = Object::new();
    let places: Array = places.iter().map(JsValue::from).collect();
    Reflect::set(&frames, &"translate".into(), &places).ok()?;
    Reflect::set(&frames, &"easing".into(), &"ease-out".into()).ok()?;
    let animate: Function = property(element, "animate")?;
    animate.call2(element, &frames, &DURATION_MS.into()).ok()
}

fn property<T: JsCast>(of: &JsValue, name: &str) -> Option<T> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

fn translate(by: Px) -> String {
    format!("{}px {}px", decimal(by.x, 1), decimal(by.y, 1))
}
