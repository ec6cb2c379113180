//! A row of the list, filled: an initiative, the lever it is shown by, its places, its levers in words.

use crate::state::Store;
use model::domain::{Category, Standing, Summary, Target, ValueSet};
use page::{Template, dom};
use ui::{row, symbol_id};
use web_sys::{Element, HtmlElement};

/// A row, made once.
pub struct Row {
    element: HtmlElement,
    link: HtmlElement,
    icon: Element,
    shape: Element,
    lead: HtmlElement,
    shown: Option<Category>,
    standing: Standing,
    id: String,
    hovered: bool,
}

impl Row {
    /// The row of an initiative, a copy of this template, in no list yet.
    pub fn new(template: &Template, store: Store, initiative: &Summary) -> Option<Self> {
        let parts = template.copy()?;
        let link: HtmlElement = parts.slot(row::LINK)?;
        let href = store.sheet_href(Target::initiative(&initiative.id));
        dom::set(
            &link,
            &[("href", &href), ("data-initiative", &initiative.id)],
        );
        parts.write(row::NAME, &initiative.name);
        parts.write(row::PLACES, &store.texts.whereabouts(initiative));
        parts.write(row::LEVERS, &levers(store, initiative));
        let standing = initiative.standing;
        Some(Self {
            element: parts.root()?,
            link,
            icon: parts.slot(row::ICON)?,
            shape: parts.slot(row::SHAPE)?,
            lead: parts.slot(row::LEAD)?,
            shown: None,
            standing,
            id: initiative.id.clone(),
            hovered: false,
        })
    }

    /// The element of the list.
    pub fn element(&self) -> &HtmlElement {
        &self.element
    }

    /// Id of its initiative.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Shows it by this category, as drawn.
    pub fn show(&mut self, category: Category) {
        if self.shown.replace(category) != Some(category) {
            let symbol = format!("#{}", symbol_id(category, self.standing));
            let standing = self.standing.id();
            dom::set(
                &self.icon,
                &[("data-lever", category.id()), ("data-standing", standing)],
            );
            dom::set(&self.shape, &[("href", &symbol)]);
        }
    }

    /// Tells the initiative in one sentence.
    pub fn tell(&self, lead: &str) {
        self.lead.set_text_content(Some(lead));
    }

    /// Whether it is pointed at, here or on the map.
    pub fn highlight(&mut self, hovered: bool) {
        if std::mem::replace(&mut self.hovered, hovered) != hovered {
            let _ = self.link.class_list().toggle_with_force("hovered", hovered);
        }
    }
}

fn levers(store: Store, initiative: &Summary) -> String {
    let words: Vec<_> = initiative
        .levers
        .iter()
        .map(|&lever| store.texts.category(Category::Lever(lever)))
        .collect();
    if words.is_empty() {
        let shown = initiative.shown_category(ValueSet::EMPTY);
        store.texts.shown(initiative, shown)
    } else {
        words.join(", ")
    }
}
