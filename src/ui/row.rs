//! A row of the list: an initiative, the lever it is shown by, its places, its levers in words.

use crate::browser::dom;
use crate::state::Store;
use model::domain::{Category, Summary, Target};
use ui::category_symbol_id;
use web_sys::{Element, HtmlElement};

/// A row, made once.
pub struct Row {
    element: HtmlElement,
    link: HtmlElement,
    icon: Option<Icon>,
    id: String,
    hovered: bool,
}

/// Decoration: the words beside it say the same.
struct Icon {
    svg: Element,
    symbol: Element,
    shown: Option<Category>,
}

impl Row {
    /// The row of an initiative, in no list yet. Nothing where the page makes no elements.
    pub fn new(store: Store, initiative: &Summary) -> Option<Self> {
        let element = dom::create("li")?;
        let link = dom::add(&element, "a", "row", "");
        let href = store.sheet_href(Target::initiative(&initiative.id));
        dom::set(
            &link,
            &[
                ("href", &href),
                ("data-sheet", ""),
                ("data-initiative", &initiative.id),
            ],
        );
        let icon = Icon::new(&dom::add(&link, "span", "row-levers", ""));
        for (class, text) in [
            ("row-name", &initiative.name),
            ("row-place", &places(initiative)),
        ] {
            let _ = dom::add(&link, "span", class, text).set_attribute("lang", "fr");
        }
        dom::add(&link, "span", "row-words", &levers(store, initiative));
        Some(Self {
            element,
            link,
            icon,
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

    /// Shows it by this lever, one of its own.
    pub fn show(&mut self, category: Category) {
        if let Some(icon) = &mut self.icon {
            icon.show(category);
        }
    }

    /// Whether it is pointed at, here or on the map.
    pub fn highlight(&mut self, hovered: bool) {
        if std::mem::replace(&mut self.hovered, hovered) != hovered {
            let _ = self.link.class_list().toggle_with_force("hovered", hovered);
        }
    }
}

impl Icon {
    fn new(parent: &Element) -> Option<Self> {
        let attributes = [
            ("class", "lever-icon"),
            ("width", "24"),
            ("height", "24"),
            ("aria-hidden", "true"),
        ];
        let svg = dom::create_svg("svg", &attributes)?;
        let symbol = dom::create_svg("use", &[])?;
        let _ = svg.append_child(&symbol);
        let _ = parent.append_child(&svg);
        Some(Self {
            svg,
            symbol,
            shown: None,
        })
    }

    fn show(&mut self, category: Category) {
        if self.shown.replace(category) != Some(category) {
            let symbol = format!("#{}", category_symbol_id(category));
            dom::set(&self.svg, &[("data-lever", category.id())]);
            dom::set(&self.symbol, &[("href", &symbol)]);
        }
    }
}

fn places(initiative: &Summary) -> String {
    let labels: Vec<&str> = initiative
        .places
        .iter()
        .map(|place| place.label.as_str())
        .collect();
    labels.join(" · ")
}

fn levers(store: Store, initiative: &Summary) -> String {
    let words: Vec<_> = initiative
        .levers
        .iter()
        .map(|&lever| store.texts.category(Category::Lever(lever)))
        .collect();
    if words.is_empty() {
        store.texts.no_lever.to_owned()
    } else {
        words.join(", ")
    }
}
