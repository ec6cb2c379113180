//! The light panel of a point: what it is, its category, where it comes from.

use leptos::prelude::*;
use page::slots;

/// Id of the template.
pub const TEMPLATE: &str = "point-panel-template";

/// Name of the button that closes the panel.
pub const CLOSE_NAME: &str = "fermer";

const HEADING_ID: &str = "point";

slots! {
    /// Closes the panel. Its name.
    CLOSE = "close";
    /// What the layer is called.
    LAYER = "layer";
    /// What the point is called. The focus goes there when the panel opens.
    HEADING = "heading";
    /// Its category.
    CATEGORY = "category";
    /// Says that the points are made up. Hidden unless they are.
    SYNTHETIC = "synthetic";
    /// Where the layer comes from.
    CREDIT = "credit";
}

/// The panel.
#[component]
pub fn PointPanel() -> impl IntoView {
    view! {
        <section class="point-panel" aria-labelledby=HEADING_ID>
            <button type="button" class="icon-button" name=CLOSE_NAME value="0" data-slot=CLOSE.name()>"×"</button>
            <p class="kind" data-slot=LAYER.name()></p>
            <h2 id=HEADING_ID tabindex="-1" data-slot=HEADING.name()></h2>
            <p data-slot=CATEGORY.name()></p>
            <p class="hint" hidden data-slot=SYNTHETIC.name()></p>
            <p class="hint" data-slot=CREDIT.name()></p>
        </section>
    }
}
