//! What the buttons of layers do: each says it by its name and its value, and two listeners hear them all.

use super::{State, legend};
use crate::browser::dom::{self, Listener};
use crate::map::stage::{SharedStage, Stage};
use engine::decimal;
use engine::{CLASSES, PointSet, layer_of};
use leptos::prelude::Set;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

/// What a button does. The value of the button says to what.
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

/// The name of each act, in their order.
const NAMES: [(&str, Act); 5] = [
    ("couche", Act::PutAway),
    ("categorie", Act::Filter),
    ("liste", Act::List),
    ("point", Act::Point),
    ("fermer", Act::Close),
];

/// The value of the button of a category of a layer.
pub fn filter_value(layer: usize, category: usize) -> usize {
    layer * CLASSES + category
}

impl Act {
    /// A button that does it.
    pub fn button(self, parent: &Element, value: usize, class: &str, text: &str) -> HtmlElement {
        let button = dom::add(parent, "button", class, text);
        let value = value.to_string();
        let name = NAMES.get(self as usize).map_or("", |(name, _)| name);
        dom::set(
            &button,
            &[("type", "button"), ("name", name), ("value", &value)],
        );
        button
    }
}

/// The button that an event is about, what it does, and its value.
fn button(of: Option<Element>) -> Option<(Element, Act, usize)> {
    let button = of?.closest("button[name]").ok()??;
    let name = button.get_attribute("name")?;
    let &(_, act) = NAMES.iter().find(|(known, _)| *known == name)?;
    let value = decimal::read(&button.get_attribute("value")?)?;
    Some((button, act, value as usize))
}

/// Hears the buttons of layers in an element.
pub fn listen(column: &HtmlElement, stage: &SharedStage) {
    let clicked = stage.clone();
    Listener::new(column, "click", move |event: MouseEvent| {
        if let Some((button, act, value)) = button(dom::target(&event)) {
            Stage::act(&clicked, &button, act, value);
        }
    })
    .forever();
    let pressed = stage.clone();
    Listener::new(column, "keydown", move |event: KeyboardEvent| {
        let Some(target) = dom::target(&event) else {
            return;
        };
        if event.key() != "Escape" {
            Stage::walk(&pressed, &event);
        } else if matches!(target.closest(".point-panel"), Ok(Some(_))) {
            // It closes this panel, and not the sheet under it.
            event.stop_propagation();
            Stage::leave_point(&pressed);
        }
    })
    .forever();
}

impl Stage {
    fn act(this: &SharedStage, button: &Element, act: Act, value: usize) {
        match act {
            Act::PutAway => Self::put_away(this, value),
            Act::Filter => {
                let pressed = Self::toggle_category(this, value / CLASSES, value % CLASSES);
                legend::press(button, pressed);
            }
            Act::List => {
                if let Some(parts) = &mut this.borrow_mut().layers.parts {
                    parts.list.toggle();
                }
                Self::write_points(this);
            }
            Act::Point => {
                let item = this.borrow().layers.listed_at(value);
                if let Some(item) = item {
                    Self::open_point(this, item);
                }
            }
            Act::Close => Self::leave_point(this),
        }
    }

    /// Asks for a category of a layer, or no longer; whether it is asked for now.
    fn toggle_category(this: &SharedStage, index: usize, category: usize) -> bool {
        let mut stage = this.borrow_mut();
        let bit = 1 << category;
        let Some(layer) = stage.layers.layers.get_mut(index) else {
            return false;
        };
        layer.asked ^= bit;
        let pressed = layer.asked & bit != 0;
        stage.layers.filter();
        drop(stage);
        Self::redraw_points(this);
        pressed
    }

    /// Stops the loading of a layer, or puts it away; the address no longer asks for it.
    fn put_away(this: &SharedStage, index: usize) {
        if this
            .borrow()
            .layers
            .open_point()
            .is_some_and(|item| layer_of(item).0 == index)
        {
            Self::close_point(this);
        }
        Self::set_points(this, index, State::Gone, PointSet::default());
        let stage = this.borrow();
        if let Some(layer) = stage.layers.layers.get(index) {
            layer.entry.root.remove();
        }
        let ids = stage.layers.there().map(|layer| layer.id.clone());
        stage.store().layers.set(ids.collect());
        // The button that had the focus is no longer there.
        if let Some(list) = dom::by_id("liste") {
            dom::focus_in_place(&list);
        }
    }
}
