//! A layer of points in the legend: what it is, how much of it has come, its filters, and how to put it away.

use leptos::prelude::*;
use page::slots;

/// Id of the template.
pub const TEMPLATE: &str = "layer-template";

/// Name of the button that stops the loading of a layer, or puts it away. Its value is the layer's index.
pub const PUT_AWAY: &str = "couche";

slots! {
    /// What the layer is called.
    TITLE = "title";
    /// What happens, as the visitor hears it.
    STATUS = "status";
    /// What there is to see of it. When the layer fails: why, in place of all the rest.
    BODY = "body";
    /// How much has come, while it comes. Its value and its name.
    PROGRESS = "progress";
    /// Says that the points are made up. Hidden until then.
    SYNTHETIC = "synthetic";
    /// The filters, once the layer is there. Hidden until then.
    CHIPS = "chips";
    /// Where it comes from. Hidden until the layer is there.
    CREDIT = "credit";
    /// Puts the layer away. Its value and its words.
    BUTTON = "button";
}

/// A layer of which nothing has come yet.
#[component]
pub fn LayerEntry() -> impl IntoView {
    view! {
        <fieldset class="facet layer">
            <legend>
                <span class="swatch"></span>
                <span data-slot=TITLE.name()></span>
            </legend>
            <p class="hint" role="status" data-slot=STATUS.name()></p>
            <div class="layer-body" data-slot=BODY.name()>
                <progress max="100" hidden data-slot=PROGRESS.name()></progress>
                <p class="hint" hidden data-slot=SYNTHETIC.name()></p>
                <div class="chips" hidden data-slot=CHIPS.name()></div>
                <p class="hint" hidden data-slot=CREDIT.name()></p>
            </div>
            <button type="button" class="link-button" name=PUT_AWAY data-slot=BUTTON.name()></button>
        </fieldset>
    }
}

/// A filter of a layer: one of its categories, and how many points have it.
pub mod chip {
    use super::*;

    /// Id of the template.
    pub const TEMPLATE: &str = "layer-chip-template";

    /// Name of the button. Its value is layer and category.
    pub const FILTER: &str = "categorie";

    slots! {
        /// What the category is called.
        NAME = "name";
        /// How many points have it.
        COUNT = "count";
    }

    /// A filter that is not asked for. Its value and its colour.
    #[component]
    pub fn LayerChip() -> impl IntoView {
        view! {
            <button type="button" class="chip" name=FILTER aria-pressed="false">
                <span class="swatch"></span>
                <span data-slot=NAME.name()></span>
                " "
                <span class="count" data-slot=COUNT.name()></span>
            </button>
        }
    }
}
