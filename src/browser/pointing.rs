//! Which initiative is pointed at beside the map: by its row of the list, or by a line of the sheet that names it.

use super::{dom, react};
use crate::state::Store;
use model::address::initiative_of;
use ui::ids;
use web_sys::Element;

/// Tells the state, by pointer and by focus.
pub fn follow(store: Store) {
    let Some(column) = dom::by_id(ids::COLUMN) else {
        return;
    };
    react::on_hover(&column, move |element| {
        let id = element.and_then(|element| named_by(&element));
        react::set(store.hovered, id);
    });
}

/// The initiative of the link that an element is, or is in.
fn named_by(element: &Element) -> Option<String> {
    let link = element.closest("a[href]").ok()??;
    let href = link.get_attribute("href")?;
    initiative_of(&href).map(str::to_owned)
}
