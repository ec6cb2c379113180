//! What the page says of this edition of the map, in each language of the screen (`tool/pages/edition.rs`): the app is the same for all.

use crate::browser::dom;
use model::Lang;
use web_sys::HtmlElement;

fn about(lang: Lang) -> Option<HtmlElement> {
    dom::find(&["meta[name=map-", lang.id(), "]"].concat())
}

/// Its name (`content`), its tagline (`data-tagline`), the state of its accessibility (`data-access`).
pub fn said(lang: Lang, attribute: &str) -> String {
    let said = about(lang).and_then(|about| about.get_attribute(attribute));
    said.unwrap_or_default()
}

/// Whether it offers this language.
pub fn is_offered(lang: Lang) -> bool {
    about(lang).is_some_and(|about| !about.has_attribute("data-unlisted"))
}
