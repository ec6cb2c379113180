//! A layer in the legend: what it is, how far it has come, its filters, and how to put it away.

use crate::acts::{Act, filter_value};
use crate::marks::LAYERS;
use engine::CLASSES;
use model::data::points::Layer;
use model::text::layers::LayerTexts;
use page::dom;
use web_sys::{Element, HtmlElement};

/// The elements of a layer in the legend.
pub struct Entry {
    index: usize,
    /// All of it.
    pub root: HtmlElement,
    title: HtmlElement,
    /// What happens, as the visitor hears it.
    status: HtmlElement,
    /// What there is to see of it: its progress, then its filters.
    body: HtmlElement,
    /// Stops the loading, then puts the layer away.
    button: HtmlElement,
}

impl Entry {
    /// The entry of a layer of which nothing is known yet.
    pub fn new(host: &Element, index: usize, texts: &LayerTexts) -> Self {
        let root = dom::add(host, "fieldset", "facet layer", "");
        let legend = dom::add(&root, "legend", "", "");
        dom::add(&legend, "span", "swatch", "");
        let title = dom::add(&legend, "span", "", texts.markers);
        let status = dom::add(&root, "p", "hint", "");
        dom::set(&status, &[("role", "status")]);
        let body = dom::add(&root, "div", "layer-body", "");
        let button = Act::PutAway.button(&root, index, "link-button", texts.cancel);
        Self {
            index,
            root,
            title,
            status,
            body,
            button,
        }
    }

    /// With several layers, each has a colour, which its title shows.
    pub fn colour(&self, index: u8, several: bool) {
        let class = if several {
            "facet layer several"
        } else {
            "facet layer"
        };
        self.root.set_class_name(class);
        dom::set(&self.root, &[(LAYERS.attribute, (LAYERS.value)(index))]);
    }

    /// What the layer is called.
    pub fn know(&self, about: &Layer) {
        self.title.set_text_content(Some(&about.title));
    }

    /// How much has come.
    pub fn tell_progress(&self, percent: u32, texts: &LayerTexts) {
        self.status
            .set_text_content(Some(&(texts.loading)(percent)));
        self.body.set_text_content(None);
        let bar = dom::add(&self.body, "progress", "", "");
        let value = percent.to_string();
        let name = texts.markers;
        dom::set(
            &bar,
            &[("max", "100"), ("value", &value), ("aria-label", name)],
        );
    }

    /// The layer is here: its filters, and where it comes from.
    pub fn tell_categories(&self, about: &Layer, categories: &[u8], texts: &LayerTexts) {
        let points = (texts.cluster)(about.points as usize, None);
        self.status.set_text_content(Some(&points));
        self.body.set_text_content(None);
        if about.synthetic {
            dom::add(&self.body, "p", "hint", texts.synthetic);
        }
        let chips = dom::add(&self.body, "div", "chips", "");
        for (category, count) in counts(categories).into_iter().enumerate() {
            if count > 0 {
                let chip =
                    Act::Filter.button(&chips, filter_value(self.index, category), "chip", "");
                dom::set(&chip, &[(LAYERS.attribute, (LAYERS.value)(category as u8))]);
                press(&chip, false);
                dom::add(&chip, "span", "swatch", "");
                dom::add(&chip, "span", "", category_name(about, category, texts));
                let _ = chip.append_with_str_1(" ");
                dom::add(&chip, "span", "count", &(texts.count)(count));
            }
        }
        dom::add(&self.body, "p", "hint", &about.credit);
        self.button.set_text_content(Some(texts.remove));
    }

    /// The layer does not come.
    pub fn tell_failure(&self, why: &str, texts: &LayerTexts) {
        self.status.set_text_content(None);
        self.body.set_text_content(Some(why));
        self.button.set_text_content(Some(texts.remove));
    }
}

/// The name of a category, or that of all those without a name.
pub fn category_name<'a>(about: &'a Layer, category: usize, texts: &LayerTexts) -> &'a str {
    about
        .categories
        .get(category)
        .map_or(texts.other, String::as_str)
}

/// Says whether a filter is asked for.
pub fn press(chip: &Element, pressed: bool) {
    dom::set(
        chip,
        &[("aria-pressed", if pressed { "true" } else { "false" })],
    );
}

/// Points of each category.
fn counts(categories: &[u8]) -> [usize; CLASSES] {
    let mut counts = [0; CLASSES];
    for &category in categories {
        if let Some(count) = counts.get_mut(usize::from(category)) {
            *count += 1;
        }
    }
    counts
}
