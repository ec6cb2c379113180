//! A layer in the legend: what it is, how far it has come, its filters, and how to put it away.

use super::super::super::dom::{self, Listener};
use super::super::markers::colour_of_arc;
use super::super::stage::{SharedStage, Stage};
use super::{PointLayer, State, several};
use crate::data::points::{Layer, OTHER};
use crate::map::LEVERS;
use crate::text::Texts;
use leptos::prelude::*;
use web_sys::{Element, HtmlElement, MouseEvent};

/// The elements of a layer in the legend.
pub struct Entry {
    root: HtmlElement,
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
    pub fn new(host: &Element, stage: &SharedStage, index: usize, texts: &Texts) -> Option<Self> {
        let root = dom::add(host, "fieldset", "facet layer", "")?;
        let legend = dom::add(&root, "legend", "", "")?;
        dom::add(&legend, "span", "swatch", "")?;
        let title = dom::add(&legend, "span", "", texts.layer)?;
        let status = dom::add(&root, "p", "hint", "")?;
        dom::set(&status, &[("role", "status")]);
        let body = dom::add(&root, "div", "layer-body", "")?;
        let button = dom::add(&root, "button", "link-button", texts.layer_cancel)?;
        dom::set(&button, &[("type", "button")]);
        let stage = stage.clone();
        Listener::new(&root, "click", move |event: MouseEvent| {
            let button = dom::target(&event).and_then(|target| target.closest("button").ok()?);
            let Some(button) = button else { return };
            match button.get_attribute("data-bit") {
                Some(category) => {
                    let category = category.parse().unwrap_or(OTHER);
                    let pressed = Stage::toggle_category(&stage, index, category);
                    press(&button, pressed);
                }
                None => Stage::put_away(&stage, index),
            }
        })
        .forever();
        Some(Self {
            root,
            title,
            status,
            body,
            button,
        })
    }

    /// What the layer is called.
    pub fn know(&self, about: &Layer) {
        self.title.set_text_content(Some(&about.title));
    }

    /// How much has come.
    pub fn tell_progress(&self, percent: u32, texts: &Texts) {
        self.status
            .set_text_content(Some(&(texts.layer_loading)(percent)));
        let bar = self.body.first_element_child();
        let bar = bar.or_else(|| dom::add(&self.body, "progress", "", "").map(Into::into));
        if let Some(bar) = bar {
            let value = percent.to_string();
            dom::set(
                &bar,
                &[
                    ("max", "100"),
                    ("value", &value),
                    ("aria-label", texts.layer_progress),
                ],
            );
        }
    }

    /// The layer is here: its filters, and where it comes from.
    pub fn tell_categories(&self, about: &Layer, categories: &[u8], texts: &Texts) -> Option<()> {
        let number = about.points as usize;
        self.status
            .set_text_content(Some(&(texts.layer_cluster)(number, None)));
        self.body.set_text_content(None);
        if about.synthetic {
            dom::add(&self.body, "p", "hint", texts.layer_synthetic)?;
        }
        let chips = dom::add(&self.body, "div", "chips", "")?;
        for (category, count) in (0..).zip(counts(categories)) {
            let Some(count) = Some(count).filter(|&count| count > 0) else {
                continue;
            };
            let chip = dom::add(&chips, "button", "chip", "")?;
            dom::set(
                &chip,
                &[
                    ("type", "button"),
                    ("data-bit", &category.to_string()),
                    colour_of_arc(category),
                ],
            );
            press(&chip, false);
            dom::add(&chip, "span", "swatch", "")?;
            let name = about
                .categories
                .get(category)
                .map_or(texts.layer_other, String::as_str);
            dom::add(&chip, "span", "", name)?;
            dom::add(&chip, "span", "count", &(texts.count)(count))?;
        }
        dom::add(&self.body, "p", "hint", &about.credit)?;
        self.button.set_text_content(Some(texts.layer_remove));
        Some(())
    }

    /// The layer does not come.
    pub fn tell_failure(&self, why: &str, texts: &Texts) {
        self.status.set_text_content(None);
        self.body.set_text_content(Some(why));
        self.button.set_text_content(Some(texts.layer_remove));
    }
}

fn press(chip: &Element, pressed: bool) {
    dom::set(
        chip,
        &[("aria-pressed", if pressed { "true" } else { "false" })],
    );
}

/// Points of each category.
fn counts(categories: &[u8]) -> [usize; LEVERS] {
    let mut counts = [0; LEVERS];
    for &category in categories {
        if let Some(count) = counts.get_mut(usize::from(category)) {
            *count += 1;
        }
    }
    counts
}

/// With several layers, each has a colour, which its title shows.
pub fn colour(layers: &[PointLayer]) {
    let several = several(layers);
    for (index, layer) in layers.iter().enumerate() {
        let class = if several {
            "facet layer several"
        } else {
            "facet layer"
        };
        layer.entry.root.set_class_name(class);
        dom::set(&layer.entry.root, &[colour_of_arc(index)]);
    }
}

impl Stage {
    /// Stops the loading of a layer, or puts it away; the address no longer asks for it.
    fn put_away(this: &SharedStage, index: usize) {
        let open = {
            let mut stage = this.borrow_mut();
            let store = stage.store();
            let layers = &mut stage.layers;
            let open = layers.open_point();
            let Some(layer) = layers.layers.get_mut(index) else {
                return;
            };
            if let Some(abort) = &layer.abort {
                abort.abort();
            }
            layer.state = State::Gone;
            layer.entry.root.remove();
            let id = layer.id.clone();
            store
                .options
                .update_value(|options| options.layers.retain(|other| *other != id));
            open
        };
        if open.is_some_and(|item| crate::map::layer_of(item).0 == index) {
            Self::close_point(this);
        }
        Self::set_points(this, index, State::Gone, Default::default());
        // The button that had the focus is no longer there.
        if let Some(list) = dom::by_id("liste") {
            dom::focus_in_place(&list);
        }
        this.borrow().write_address();
    }
}
