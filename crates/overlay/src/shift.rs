//! What was drawn for one camera, moved and scaled to where another sees it.

use engine::Camera;
use engine::transform::Shift;
use page::dom::StyleWriter;
use web_sys::HtmlElement;

/// Moves an element whose top left corner is that of the map.
pub fn shift(element: &HtmlElement, from: &Camera, to: &Camera, style: &mut StyleWriter) {
    style.set(
        element,
        "transform",
        format_args!("{}", Shift::new(from, to)),
    );
}

/// Puts it back.
pub fn unshift(element: &HtmlElement) {
    let _ = element.style().remove_property("transform");
}
