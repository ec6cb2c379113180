//! The light panel of a point: what it is, its category, where it comes from.

use crate::legend::category_name;
use model::data::points::Layer;
use model::text::layers::LayerTexts;
use page::{Template, dom};
use ui::point_panel as slots;
use web_sys::{Element, HtmlElement};

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
    ) -> Option<HtmlElement> {
        self.item = Some(item);
        // Who made the layer knows its rows by the positions of their points.
        dom::set(&self.host, &[("data-point", &item.to_string())]);
        self.opener = dom::focused();
        let parts = Template::find(slots::TEMPLATE)?.copy()?;
        parts.set(slots::CLOSE, "aria-label", texts.close_point);
        parts.write(slots::LAYER, &about.title);
        parts.write(slots::HEADING, name);
        parts.write(
            slots::CATEGORY,
            category_name(about, category.into(), texts),
        );
        parts.write(slots::SYNTHETIC, texts.synthetic);
        parts.show(slots::SYNTHETIC, about.synthetic);
        parts.write(slots::CREDIT, &about.credit);
        let _ = self
            .host
            .append_child(parts.root::<HtmlElement>()?.as_ref());
        self.heading = parts.slot(slots::HEADING);
        self.heading.clone()
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
        let _ = self.host.remove_attribute("data-point");
        self.opener.take()
    }

    /// Whether an element is in it.
    pub fn holds(&self, element: &Element) -> bool {
        self.host.contains(Some(element))
    }
}
