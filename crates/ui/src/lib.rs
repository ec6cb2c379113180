//! What both the app and the tool render: each thing on screen is written once, here.
//!
//! A part of the page that Leptos would be too heavy or too slow for is a template: the tool renders the component into `index.html`
//! ([`Templates`]), the app copies it (`::page::Template`) and fills its slots. A template has no words, as the page is in two languages.

mod find_box;
mod icons;
pub mod ids;
pub mod layer_entry;
pub mod layer_list;
pub mod marker;
pub mod page;
pub mod point_panel;
pub mod row;
mod site_header;
mod templates;

pub use ::page::Slot;
pub use find_box::FindBox;
pub use icons::{CategoryIcon, Sprite, TERRITORY_ID, symbol_id};
pub use site_header::{Here, SiteHeader};
pub use templates::{Definition, LayerTemplates, Templates, definitions, layer_definitions};
