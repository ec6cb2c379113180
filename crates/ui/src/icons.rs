//! The shapes of the levers, on a 24 px grid. Each lever has a shape and a pictogram of its own, so that colour is never alone.

use leptos::prelude::*;
use model::domain::{Category, Lever, Standing};

/// Outline of a category's marker.
const fn outline(category: Category) -> &'static str {
    match category {
        // A coin.
        Category::Lever(Lever::Grant) => "M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z",
        // A sheet.
        Category::Lever(Lever::Procurement) => {
            "M4.5 2h15A2.5 2.5 0 0 1 22 4.5v15a2.5 2.5 0 0 1-2.5 2.5h-15A2.5 2.5 0 0 1 2 19.5v-15A2.5 2.5 0 0 1 4.5 2z"
        }
        // A house.
        Category::Lever(Lever::Property) => {
            "M12 1.2 22.5 9.6V21a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 21V9.6z"
        }
        // A cell of a hive.
        Category::Lever(Lever::ScicShare) => "M12 .8 21.8 6.4v11.2L12 23.2 2.2 17.6V6.4z",
        // A diamond.
        Category::Lever(Lever::Support) => "M12 .3 23.7 12 12 23.7.3 12z",
        // A drop of a signal.
        Category::Lever(Lever::Facilitation) => {
            "M12 1C18.6 1 23 5.2 23 10.8S18.6 20.6 12 20.6c-.9 0-1.8-.1-2.6-.2L3.6 23.5l1.1-5.2C2.4 16.5 1 13.9 1 10.8 1 5.2 5.4 1 12 1z"
        }
        // A ring.
        Category::NoLever => "M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 1 1 0-17z",
    }
}

/// Pictogram inside the outline, stroked.
const fn pictogram(category: Category) -> &'static str {
    match category {
        Category::Lever(Lever::Grant) => "M15.7 8.2a4.6 4.6 0 1 0 0 7.6M6.6 10.8h6M6.6 13.3h6",
        Category::Lever(Lever::Procurement) => "M7 7.2h10M7 11h10M7 15h4M13.2 16.2l1.8 1.8 3-3.6",
        Category::Lever(Lever::Property) => "M9 20v-6.5h6V20M7 10.6h.01M17 10.6h.01",
        Category::Lever(Lever::ScicShare) => {
            "M12 12m-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M12 4.8v4.6M5.8 15.6l4-2.3M18.2 15.6l-4-2.3"
        }
        Category::Lever(Lever::Support) => "M12 18V7.6M7.8 11.6 12 7.4l4.2 4.2",
        Category::Lever(Lever::Facilitation) => "M7.2 10.8h.01M12 10.8h.01M16.8 10.8h.01",
        Category::NoLever => "M9.5 12h5",
    }
}

/// A question mark.
const QUESTION: &str = "M9.6 9.8a2.4 2.4 0 1 1 3.7 2c-.9.6-1.3 1.1-1.3 2M12 16.5h.01";

/// Id of a category's symbol in the sprite.
fn category_symbol_id(category: Category) -> &'static str {
    match category {
        Category::Lever(Lever::Grant) => "levier-subvention",
        Category::Lever(Lever::Procurement) => "levier-achat-public",
        Category::Lever(Lever::Property) => "levier-foncier",
        Category::Lever(Lever::ScicShare) => "levier-scic",
        Category::Lever(Lever::Support) => "levier-accompagnement",
        Category::Lever(Lever::Facilitation) => "levier-animation",
        Category::NoLever => "levier-aucun",
    }
}

/// Id of the symbol of a category, as far as public action is established.
pub fn symbol_id(category: Category, standing: Standing) -> &'static str {
    match (category, standing) {
        (Category::NoLever, Standing::Unspecified) => UNSPECIFIED_ID,
        (category, _) => category_symbol_id(category),
    }
}

/// Id of the symbol of support that no lever names: a question mark.
const UNSPECIFIED_ID: &str = "levier-non-precise";

/// Id of the symbol of a territory.
pub const TERRITORY_ID: &str = "territoire";

/// The symbols, once in the page; icons and markers refer to them. The tool writes them in every page, the map's own included: the
/// browser has read them before the map starts.
#[component]
pub fn Sprite() -> impl IntoView {
    let symbol = |id: &'static str, outline: &'static str, pictogram: &'static str| {
        view! {
            <symbol id=id viewBox="-1 -1 26 26">
                <path class="outline" d=outline />
                <path class="pictogram" d=pictogram />
            </symbol>
        }
    };
    let of_category = |category| {
        symbol(
            category_symbol_id(category),
            outline(category),
            pictogram(category),
        )
    };
    let unspecified = symbol(UNSPECIFIED_ID, outline(Category::NoLever), QUESTION);
    view! {
        <svg class="sprite" width="0" height="0" aria-hidden="true">
            {Category::all().map(of_category).collect_view()} {unspecified}
            <symbol id=TERRITORY_ID viewBox="0 0 24 24">
                <path class="territory" d="M4 6 11 3.5l3 2 6.5.5-1 7.5 1.5 5-8.5 2.5-5-2.5L3 14z" />
            </symbol>
        </svg>
    }
}

/// A category's icon. It is decoration: the word stands beside it.
#[component]
pub fn CategoryIcon(
    /// Which one.
    category: Category,
    /// What is established: support that no lever names has a symbol of its own.
    #[prop(optional)]
    standing: Standing,
) -> impl IntoView {
    view! {
        <svg class="lever-icon" data-lever=category.id() width="24" height="24" aria-hidden="true" focusable="false">
            <use href=format!("#{}", symbol_id(category, standing)) />
        </svg>
    }
}
