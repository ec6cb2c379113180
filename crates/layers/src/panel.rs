//! The light panel of a point: what it is, its category, where it comes from.

use crate::acts::Act;
use crate::legend::category_name;
use model::data::points::Layer;
use model::text::layers::LayerTexts;
use page::dom;
use web_sys::{Element, HtmlElement};

const HEADING_ID: &str = "point";

/// Where the panel is, and the point in it.
pub struct Panel {
    /// What it is built in.
    pub host: HtmlElement,
    /// The point.
    pub item: Option<u32>,
    heading: Option<HtmlElement>,
    /// What had the focus before it opened.
    opener: Option<HtmlElement>,
}

impl Panel {
    /// Closed, in this element.
    pub fn new(host: HtmlElement) -> Self {
        Self {
            host,
            item: None,
            heading: None,
            opener: None,
        }
    }

    /// Opens it for a point. Returns its heading.
    pub fn open(
        &mut self,
        item: u32,
        name: &str,
        about: &Layer,
        category: u8,
        texts: &LayerTexts,
    ) -> HtmlElement {
        self.item = Some(item);
        self.opener = dom::focused();
        let section = dom::add(&self.host, "section", "point-panel", "");
        dom::set(&section, &[("aria-labelledby", HEADING_ID)]);
        let close = Act::Close.button(&section, 0, "icon-button", "×");
        dom::set(&close, &[("aria-label", texts.close_point)]);
        dom::add(&section, "p", "kind", &about.title);
        let heading = dom::add(&section, "h2", "", name);
        dom::set(&heading, &[("id", HEADING_ID), ("tabindex", "-1")]);
        let category = category_name(about, category.into(), texts);
        dom::add(&section, "p", "", category);
        if about.synthetic {
            dom::add(&section, "p", "hint", texts.synthetic);
        }
        dom::add(&section, "p", "hint", &about.credit);
        self.heading = Some(heading.clone());
        heading
    }

    /// The name of the point has come.
    pub fn rename(&self, name: &str) {
        if let Some(heading) = &self.heading {
            heading.set_text_content(Some(name));
        }
    }

    /// Closes it. Returns what had the focus before it opened.
    pub fn close(&mut self) -> Option<HtmlElement> {
        (self.item, self.heading) = (None, None);
        self.host.set_text_content(None);
        self.opener.take()
    }

    /// Whether an element is in it.
    pub fn holds(&self, element: &Element) -> bool {
        self.host.contains(Some(element))
    }
}
