//! The frame of the page: the column, still empty, and the map.
//!
//! A template: the map is drawn in it before Leptos runs.

use crate::ids;
use leptos::prelude::*;
use page::slots;

/// Id of the template.
pub const TEMPLATE: &str = "page-template";

const HELP_ID: &str = "carte-aide";

slots! {
    /// Column and map. Its layout, its height, and whether a sheet is open.
    PAGE = "page";
    /// The column.
    COLUMN = "column";
    /// The map and what lies on it. Its name.
    MAIN = "main";
    /// Messages to the visitor.
    MESSAGES = "messages";
    /// What moves with the map.
    STAGE = "stage";
    /// The canvas. Its name.
    CANVAS = "canvas";
    /// What keys do on the map. Its words.
    HELP = "help";
    /// The buttons of initiatives. Its name.
    MARKERS = "markers";
    /// The buttons of what covers territories. Its name.
    TAGS = "tags";
    /// The box being drawn.
    BOX = "box";
}

/// The frame. What it holds goes into the element of the app.
#[component]
pub fn PageFrame() -> impl IntoView {
    view! {
        <div>
            <main class="page" id=ids::PAGE data-slot=PAGE.name()>
                <div class="column" id=ids::COLUMN data-slot=COLUMN.name()></div>
                <section class="map" data-slot=MAIN.name()>
                    <div data-slot=MESSAGES.name()></div>
                    <div class="stage" data-slot=STAGE.name()>
                        <canvas id=ids::MAP tabindex="0" role="group" aria-describedby=HELP_ID data-slot=CANVAS.name()></canvas>
                        // Not laid out, and yet read: the canvas is described by it.
                        <p id=HELP_ID hidden data-slot=HELP.name()></p>
                        <div class="markers" role="group" tabindex="0" data-slot=MARKERS.name()></div>
                        <div class="markers" role="group" data-slot=TAGS.name()></div>
                        <div class="box-outline" hidden data-slot=BOX.name()></div>
                    </div>
                </section>
            </main>
        </div>
    }
}
