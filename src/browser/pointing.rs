//! Which initiative is pointed at beside the map: by its row of the list, or by a line of the sheet that names it.

use super::{dom, react};
use crate::state::Store;
use model::address::initiative_of;
use std::cell::RefCell;
use std::rc::Rc;
use ui::ids;
use web_sys::{Element, Event};

/// Tells the state. Where the pointer is comes first; otherwise it is where the keyboard is. They are kept apart: a focus that scrolls
/// the sheet brings something else under the pointer.
pub fn follow(store: Store) {
    let Some(column) = dom::by_id(ids::COLUMN) else {
        return;
    };
    let [pointed, focused]: [Rc<RefCell<Option<String>>>; 2] = Default::default();
    let by_pointer = |element: &Element| named_by(element);
    let by_keyboard = |element: &Element| {
        let is_seen = element.matches(":focus-visible").unwrap_or(false);
        named_by(element).filter(|_| is_seen)
    };
    let (none, pointer, keyboard): (Read, Read, Read) = (|_| None, by_pointer, by_keyboard);
    for (name, source, read) in [
        ("pointerover", &pointed, pointer),
        ("pointerout", &pointed, none),
        ("focusin", &focused, keyboard),
        ("focusout", &focused, none),
    ] {
        let (source, pointed, focused) = (source.clone(), pointed.clone(), focused.clone());
        react::listen(&column, name, move |event: Event| {
            source.replace(dom::target(&event).and_then(|element| read(&element)));
            let id = pointed
                .borrow()
                .clone()
                .or_else(|| focused.borrow().clone());
            react::set(store.hovered, id);
        });
    }
}

/// Reads the initiative off what an event is on.
type Read = fn(&Element) -> Option<String>;

/// The initiative of the link that an element is, or is in.
fn named_by(element: &Element) -> Option<String> {
    let link = element.closest("a[href]").ok()??;
    let href = link.get_attribute("href")?;
    initiative_of(&href).map(str::to_owned)
}
