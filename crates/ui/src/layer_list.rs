//! The points in view, as text: their number, and a list of which the page holds the rows on screen.

use leptos::prelude::*;
use page::slots;

/// Id of the template.
pub const TEMPLATE: &str = "layer-list-template";

/// Name of the button that opens and closes the list.
pub const TOGGLE: &str = "liste";

const END_ID: &str = "apres-points";

slots! {
    /// Opens and closes the list, and says how many points there are.
    HEADING = "heading";
    /// All that closes.
    BODY = "body";
    /// Link past the list. Its words.
    SKIP = "skip";
    /// Says that the list is cut. Hidden when it is not.
    CUT = "cut";
    /// What scrolls.
    SCROLLER = "scroller";
    /// The rows. Its name, and its height.
    ROWS = "rows";
}

/// An empty list, which shows nothing.
#[component]
pub fn LayerList() -> impl IntoView {
    view! {
        <div class="layer-list" hidden>
            <h3><button type="button" class="disclosure" name=TOGGLE value="0" aria-expanded="false" data-slot=HEADING.name()></button></h3>
            <div hidden data-slot=BODY.name()>
                <a class="skip" href=format!("#{END_ID}") data-slot=SKIP.name()></a>
                <p class="hint" data-slot=CUT.name()></p>
                <div class="layer-rows" data-slot=SCROLLER.name()>
                    <ul role="list" data-slot=ROWS.name()></ul>
                </div>
                <div id=END_ID tabindex="-1"></div>
            </div>
        </div>
    }
}

/// A row of the list: a point.
pub mod row {
    use super::*;

    /// Id of the template.
    pub const TEMPLATE: &str = "layer-row-template";

    /// Name of the button. Its value is the position of the row.
    pub const OPEN: &str = "point";

    slots! {
        /// What the point is called. Its value.
        BUTTON = "button";
    }

    /// A row. Its position among how many, and where it stands.
    #[component]
    pub fn LayerRow() -> impl IntoView {
        view! { <li><button type="button" class="layer-row" name=OPEN data-slot=BUTTON.name()></button></li> }
    }
}
