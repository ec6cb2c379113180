//! A row of the list: an initiative, the lever it is shown by, its places, its levers in words.
//!
//! A template: rows are made once and then moved, which Leptos cannot do.

use leptos::prelude::*;
use page::slots;

/// Id of the template.
pub const TEMPLATE: &str = "row-template";

slots! {
    /// Link to the sheet. Its address, and the id of the initiative.
    LINK = "link";
    /// The icon, decoration. Its lever.
    ICON = "icon";
    /// The shape in the icon. Its address.
    SHAPE = "shape";
    /// The name of the initiative.
    NAME = "name";
    /// Where it is.
    PLACES = "places";
    /// Its levers.
    LEVERS = "levers";
    /// The initiative in one sentence, once it has come.
    LEAD = "lead";
}

/// A row. Names of initiatives and places are in French in both languages.
#[component]
pub fn Row() -> impl IntoView {
    view! {
        <li>
            <a class="row" data-sheet="" data-slot=LINK.name()>
                <span class="row-levers">
                    <svg class="lever-icon" width="24" height="24" aria-hidden="true" data-slot=ICON.name()>
                        <use data-slot=SHAPE.name() />
                    </svg>
                </span>
                <span class="row-name" lang="fr" data-slot=NAME.name()></span>
                <span class="row-where">
                    <span class="row-place" lang="fr" data-slot=PLACES.name()></span>
                    <span class="row-words" data-slot=LEVERS.name()></span>
                </span>
                <span class="row-lead" lang="fr" data-slot=LEAD.name()></span>
            </a>
        </li>
    }
}
