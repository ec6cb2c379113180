//! What was drawn for one camera, moved and scaled to where another sees it.

use crate::browser::dom::StyleWriter;
use engine::decimal::decimal;
use engine::{Camera, Px};
use web_sys::HtmlElement;

/// Moves an element whose top left corner is that of the map.
pub fn shift(element: &HtmlElement, from: &Camera, to: &Camera, style: &mut StyleWriter) {
    let corner = to.project(from.unproject(Px::default()));
    let scale = to.scale() / from.scale();
    let (x, y) = (decimal(corner.x, 2), decimal(corner.y, 2));
    let scale = decimal(scale, 5);
    let transform = format_args!("translate({x}px,{y}px) scale({scale})");
    style.set(element, "transform", transform);
}

/// Puts it back.
pub fn unshift(element: &HtmlElement) {
    let _ = element.style().remove_property("transform");
}
