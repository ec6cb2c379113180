//! A layer in the legend: what it is, how much of it has come, its filters, and how to put it away.

use crate::acts::filter_value;
use crate::palette::LAYERS;
use engine::CLASSES;
use model::data::points::Layer;
use model::text::layers::LayerTexts;
use page::{Parts, Template, dom};
use ui::layer_entry::{self as slots, chip};
use web_sys::{Element, HtmlElement};

/// The elements of a layer in the legend.
pub struct Entry {
    index: usize,
    /// All of it.
    pub root: HtmlElement,
    parts: Parts,
    chip: Template,
}

impl Entry {
    /// The entry of a layer of which nothing is known yet.
    pub fn new(host: &Element, index: usize, texts: &LayerTexts) -> Option<Self> {
        let parts = Template::find(slots::TEMPLATE)?.copy()?;
        let root: HtmlElement = parts.root()?;
        parts.write(slots::TITLE, texts.markers);
        parts.set(slots::PROGRESS, "aria-label", texts.markers);
        parts.write(slots::SYNTHETIC, texts.synthetic);
        parts.set(slots::BUTTON, "value", &index.to_string());
        parts.write(slots::BUTTON, texts.cancel);
        let _ = host.append_child(&root);
        Some(Self {
            index,
            root,
            parts,
            chip: Template::find(chip::TEMPLATE)?,
        })
    }

    /// A new entry in place of this one.
    pub fn renewed(&self, texts: &LayerTexts) -> Option<Self> {
        let entry = Self::new(&self.root, self.index, texts)?;
        let _ = self.root.replace_with_with_node_1(&entry.root);
        Some(entry)
    }

    /// With several layers, each has a colour, which its title shows.
    pub fn colour(&self, index: u8, several: bool) {
        let _ = self.root.class_list().toggle_with_force("several", several);
        dom::set(&self.root, &[(LAYERS.attribute, (LAYERS.value)(index))]);
    }

    /// What the layer is called.
    pub fn know(&self, about: &Layer) {
        self.parts.write(slots::TITLE, &about.title);
        self.parts.write(slots::CREDIT, &about.credit);
    }

    /// How much has come.
    pub fn tell_progress(&self, percent: u32, texts: &LayerTexts) {
        self.parts.write(slots::STATUS, &(texts.loading)(percent));
        self.parts
            .set(slots::PROGRESS, "value", &percent.to_string());
        self.parts.show(slots::PROGRESS, true);
    }

    /// The layer is here: its filters, and where it comes from.
    pub fn tell_categories(&self, about: &Layer, categories: &[u8], texts: &LayerTexts) {
        let parts = &self.parts;
        parts.write(slots::STATUS, &(texts.cluster)(about.points as usize, None));
        parts.show(slots::PROGRESS, false);
        parts.show(slots::SYNTHETIC, about.synthetic);
        parts.show(slots::CHIPS, true);
        parts.show(slots::CREDIT, true);
        parts.write(slots::BUTTON, texts.remove);
        for (category, count) in counts(categories).into_iter().enumerate() {
            if count > 0 {
                let name = category_name(about, category, texts);
                // A number alone is one of anything.
                let label = [name, ", ", &(texts.cluster)(count, None)].concat();
                self.add_chip(category, [name, &(texts.count)(count), &label]);
            }
        }
    }

    fn add_chip(&self, category: usize, [name, count, label]: [&str; 3]) {
        let copy = self.chip.copy();
        let chips: Option<Element> = self.parts.slot(slots::CHIPS);
        let Some((copy, chips)) = copy.zip(chips) else {
            return;
        };
        copy.write(chip::NAME, name);
        copy.write(chip::COUNT, count);
        if let Some(root) = copy.root::<Element>() {
            let value = filter_value(self.index, category).to_string();
            let colour = (LAYERS.value)(category as u8);
            dom::set(
                &root,
                &[
                    ("value", &value),
                    ("aria-label", label),
                    (LAYERS.attribute, colour),
                ],
            );
            let _ = chips.append_child(&root);
        }
    }

    /// The layer does not come.
    pub fn tell_failure(&self, why: &str, texts: &LayerTexts) {
        self.parts.write(slots::STATUS, "");
        self.parts.write(slots::BODY, why);
        self.parts.write(slots::BUTTON, texts.remove);
    }
}

/// The name of a category, or that of all those without a name.
pub fn category_name<'a>(about: &'a Layer, category: usize, texts: &LayerTexts) -> &'a str {
    let name = about.categories.get(category);
    name.map_or(texts.other, String::as_str)
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
