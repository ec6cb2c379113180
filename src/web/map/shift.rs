//! What was drawn for one camera, moved and scaled to where another sees it.

use crate::decimal::decimal;
use crate::map::{Camera, Px};
use web_sys::HtmlElement;

/// Moves an element whose top left corner is that of the map.
pub fn shift(element: &HtmlElement, from: &Camera, to: &Camera) {
    let corner = to.project(from.unproject(Px::default()));
    let scale = to.scale() / from.scale();
    let transform = format!(
        "translate({}px,{}px) scale({})",
        decimal(corner.x, 2),
        decimal(corner.y, 2),
        decimal(scale, 5)
    );
    let _ = element.style().set_property("transform", &transform);
}

/// Puts it back.
pub fn unshift(element: &HtmlElement) {
    let _ = element.style().remove_property("transform");
}
