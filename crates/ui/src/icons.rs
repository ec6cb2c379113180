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
            "M4.5 2h15A2.5 2.5 0 0 1 22 4.500v15a2.5 2.5 0 0 1-2.500 2.500h-15A2.500 2.500 0 0 1 2 19.500v-15A2.500 2.500 0 0 1 4.500 2z"
        }
        // A house.
        Category::Lever(Lever::Property) => {
            "M12 1.200 22.500 9.600V21a1.500 1.500 0 0 1-1.500 1.500H3A1.500 1.500 0 0 1 1.500 21V9.600z"
        }
        // A cell of a hive.
        Category::Lever(Lever::ScicShare) => {
            "M12 .800 21.800 6.400v11.200L12 23.200 2.200 17.600V6.400z"
        }
        // A diamond.
        Category::Lever(Lever::Support) => "M12 .300 23.700 12 12 23.700.300 12z",
        // A drop of a signal.
        Category::Lever(Lever::Facilitation) => {
            "M12 1C18.600 1 23 5.200 23 10.800S18.600 20.600 12 20.600c-.900 0-1.800-.100-2.600-.200L3.600 23.500l1.100-5.200C2.400 16.500 1 13.900 1 10.800 1 5.200 5.400 1 12 1z"
        }
        // A ring.
        Category::NoLever => "M12 3.500a8.500 8.500 0 1 1 0 17a8.500 8.500 0 1 1 0-17z",
    }
}

/// Pictogram inside the outline, stroked.
const fn pictogram(category: Category) -> &'static str {
    match category {
        Category::Lever(Lever::Grant) => {
            "M15.700 8.200a4.600 4.600 0 1 0 0 7.600M6.600 10.800h6M6.600 13.300h6"
        }
        Category::Lever(Lever::Procurement) => {
            "M7 7.200h10M7 11h10M7 15h4M13.200 16.200l1.800 1.800 3-3.600"
        }
        Category::Lever(Lever::Property) => "M9 20v-6.500h6V20M7 10.600h.010M17 10.600h.010",
        Category::Lever(Lever::ScicShare) => {
            "M12 12m-2.600 0a2.600 2.600 0 1 0 5.200 0a2.600 2.600 0 1 0-5.200 0M12 4.800v4.600M5.800 15.600l4-2.300M18.200 15.600l-4-2.300"
        }
        Category::Lever(Lever::Support) => "M12 18V7.600M7.800 11.600 12 7.400l4.200 4.200",
        Category::Lever(Lever::Facilitation) => {
            "M7.200 10.800h.010M12 10.800h.010M16.800 10.800h.010"
        }
        Category::NoLever => "M9.500 12h5",
    }
}

/// A question mark.
const QUESTION: &str =
    "M9.600 9.800a2.400 2.400 0 1 1 3.700 2c-.9.600-1.300 1.100-1.300 2M12 16.500h.010";

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
                <path class="territory" d="M4 6 11 3.500l3 2 6.500.500-1 7.500 1.500 5-8.500 2.500-5-2.500L3 14z" />
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
