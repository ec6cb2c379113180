//! What the buttons of layers do. Each says it by its name and its value; one listener hears them all.

use engine::{CLASSES, decimal};
use ui::{layer_entry, layer_list, point_panel};
use web_sys::Element;

/// What a button does. Its value says to what.
#[derive(Clone, Copy)]
pub enum Act {
    /// Stops the loading of a layer, or puts it away: its index.
    PutAway,
    /// Asks for a category of a layer, or no longer: [`filter_value`].
    Filter,
    /// Opens or closes the list.
    List,
    /// Opens the panel of a point of the list: its row.
    Point,
    /// Closes that panel.
    Close,
}

/// The name of each act's buttons.
const NAMES: [(&str, Act); 5] = [
    (layer_entry::PUT_AWAY, Act::PutAway),
    (layer_entry::chip::FILTER, Act::Filter),
    (layer_list::TOGGLE, Act::List),
    (layer_list::row::OPEN, Act::Point),
    (point_panel::CLOSE_NAME, Act::Close),
];

/// The value of the button of a category of a layer.
pub fn filter_value(layer: usize, category: usize) -> usize {
    layer * CLASSES + category
}

/// The button that an event is about, what it does, and its value.
pub fn button(of: Option<Element>) -> Option<(Element, Act, usize)> {
    let button = of?.closest("button[name]").ok()??;
    let name = button.get_attribute("name")?;
    let &(_, act) = NAMES.iter().find(|(known, _)| *known == name)?;
    let value = decimal::read(&button.get_attribute("value")?)?;
    Some((button, act, value as usize))
}
