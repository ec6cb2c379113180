//! The points in view, as text: their number, and a list of which the page holds the rows on screen and those near the focus.

use super::super::super::dom::{self, Listener};
use super::super::stage::{SharedStage, Stage};
use crate::rows::{self, ROW_PX};
use crate::text::Texts;
use std::iter;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

/// The elements of the list, and what it lists.
pub struct List {
    section: HtmlElement,
    heading: HtmlElement,
    /// Says that the list is cut.
    cut: HtmlElement,
    scroller: HtmlElement,
    lines: HtmlElement,
    /// The points in view.
    pub items: Vec<u32>,
    rows: Vec<Row>,
    open: bool,
}

/// A row of the page.
struct Row {
    position: usize,
    line: HtmlElement,
    button: HtmlElement,
    name: String,
}

impl List {
    /// An empty list, which shows nothing.
    pub fn new(stage: &SharedStage) -> Option<Self> {
        let texts = stage.borrow().store().texts;
        let section = dom::add(&dom::find(".points-list")?.into(), "div", "layer-list", "")?;
        section.set_hidden(true);
        let title = dom::add(&section, "h3", "", "")?;
        let heading = dom::add(&title, "button", "disclosure", "")?;
        dom::set(&heading, &[("type", "button"), ("aria-expanded", "false")]);
        let body = dom::add(&section, "div", "layer-list-body", "")?;
        body.set_hidden(true);
        let skip = dom::add(&body, "a", "skip", texts.layer_skip)?;
        dom::set(&skip, &[("href", "#apres-points")]);
        let cut = dom::add(&body, "p", "hint", "")?;
        let scroller = dom::add(&body, "div", "layer-rows", "")?;
        let lines = dom::add(&scroller, "ul", "", "")?;
        dom::set(
            &lines,
            &[("role", "list"), ("aria-label", texts.layer_list)],
        );
        let end = dom::add(&body, "div", "", "")?;
        dom::set(&end, &[("id", "apres-points"), ("tabindex", "-1")]);

        let toggled = stage.clone();
        Listener::new(&heading, "click", move |_: Event| {
            if let Some((list, _)) = &mut toggled.borrow_mut().layers.parts {
                list.open = !list.open;
                body.set_hidden(!list.open);
                dom::set(
                    &list.heading,
                    &[("aria-expanded", if list.open { "true" } else { "false" })],
                );
            }
            Stage::write_points(&toggled);
        })
        .forever();
        let scrolled = stage.clone();
        Listener::new(&scroller, "scroll", move |_: Event| {
            Stage::write_points(&scrolled)
        })
        .forever();
        let chosen = stage.clone();
        Listener::new(&lines, "click", move |event: MouseEvent| {
            let item = dom::target(&event).and_then(|target| {
                let stage = chosen.borrow();
                let (list, _) = stage.layers.parts.as_ref()?;
                list.items.get(list.row_of(&target)?).copied()
            });
            if let Some(item) = item {
                Stage::open_point(&chosen, item);
            }
        })
        .forever();
        let walked = stage.clone();
        Listener::new(&lines, "keydown", move |event: KeyboardEvent| {
            Stage::walk(&walked, &event);
        })
        .forever();
        Some(Self {
            section,
            heading,
            cut,
            scroller,
            lines,
            items: Vec::new(),
            rows: Vec::new(),
            open: false,
        })
    }

    /// The points whose rows are in the page.
    pub fn on_screen(&self) -> impl Iterator<Item = u32> {
        self.rows
            .iter()
            .filter_map(|row| self.items.get(row.position).copied())
    }

    fn total(&self) -> usize {
        self.items.len().min(rows::MOST)
    }

    /// The position of the row that holds an element.
    fn row_of(&self, element: &Element) -> Option<usize> {
        let mut rows = self.rows.iter();
        rows.find(|row| row.line.contains(Some(element)))
            .map(|row| row.position)
    }

    fn focused(&self) -> Option<usize> {
        self.row_of(&dom::focused()?)
    }

    /// Writes the number of points and the rows on screen. `moved`: they are other points than before.
    pub fn write(&mut self, shown: bool, moved: bool, texts: &Texts, name: &dyn Fn(u32) -> String) {
        let focused = self.focused();
        let total = self.total();
        if moved {
            self.section.set_hidden(!shown);
            let heading = (texts.layer_in_view)(self.items.len());
            self.heading.set_text_content(Some(&heading));
            let cut = (texts.layer_most)(rows::MOST);
            self.cut
                .set_text_content((total < self.items.len()).then_some(&cut));
            let height = format!("{}px", total as u32 * ROW_PX as u32);
            let _ = self.lines.style().set_property("height", &height);
            if focused.is_none() {
                self.scroller.set_scroll_top(0);
            }
        }
        if self.open {
            self.hold(focused.filter(|&row| row < total), total, name);
        }
        // The row that had the focus may be gone, with its point.
        if focused.is_some() && self.focused().is_none() {
            let last = self.rows.last().map(|row| &row.button);
            dom::focus_in_place(last.unwrap_or(&self.heading));
        }
    }

    /// Makes the rows of the page those that the window asks for, and keeps the others' elements: one may have the focus.
    fn hold(&mut self, focused: Option<usize>, total: usize, name: &dyn Fn(u32) -> String) {
        let top = f64::from(self.scroller.scroll_top());
        let height = f64::from(self.scroller.client_height());
        let mut before = std::mem::take(&mut self.rows).into_iter().peekable();
        let setsize = total.to_string();
        for position in rows::held(top, height, total, focused) {
            for gone in iter::from_fn(|| before.next_if(|row| row.position < position)) {
                gone.line.remove();
            }
            let kept = before.next_if(|row| row.position == position);
            let next = before.peek().map(|row| &row.line);
            let Some(mut row) = kept.or_else(|| self.row(position, next)) else {
                continue;
            };
            let said = self
                .items
                .get(position)
                .map(|&item| name(item))
                .unwrap_or_default();
            if row.name != said {
                row.button.set_text_content(Some(&said));
                row.name = said;
            }
            dom::set(&row.line, &[("aria-setsize", &setsize)]);
            self.rows.push(row);
        }
        for gone in before {
            gone.line.remove();
        }
    }

    /// A new row, before another.
    fn row(&self, position: usize, next: Option<&HtmlElement>) -> Option<Row> {
        let line = dom::add(&self.lines, "li", "", "")?;
        if let Some(next) = next {
            let _ = self.lines.insert_before(&line, Some(next));
        }
        dom::set(&line, &[("aria-posinset", &(position + 1).to_string())]);
        let top = format!("{}px", position as u32 * ROW_PX as u32);
        let _ = line.style().set_property("top", &top);
        let button = dom::add(&line, "button", "layer-row", "")?;
        dom::set(&button, &[("type", "button"), ("lang", "fr")]);
        Some(Row {
            position,
            line,
            button,
            name: String::new(),
        })
    }
}

impl Stage {
    /// A key on a row: the focus goes to another, whose row is made first if need be.
    fn walk(this: &SharedStage, event: &KeyboardEvent) {
        let to = {
            let stage = this.borrow();
            let Some((list, _)) = &stage.layers.parts else {
                return;
            };
            let page = list.scroller.client_height() as usize / ROW_PX as usize;
            let from = list.focused();
            from.and_then(|row| rows::reached(&event.key(), row, page, list.total()))
        };
        let Some(to) = to else { return };
        event.prevent_default();
        let find = || {
            let stage = this.borrow();
            let (list, _) = stage.layers.parts.as_ref()?;
            list.scroll_to(to);
            let row = list.rows.iter().find(|row| row.position == to);
            row.map(|row| row.button.clone())
        };
        let there = find().or_else(|| {
            Self::write_points(this);
            find()
        });
        if let Some(button) = there {
            dom::focus_in_place(&button);
        }
    }
}

impl List {
    /// Scrolls just enough to show a row.
    fn scroll_to(&self, row: usize) {
        let (top, bottom) = (row as i32 * ROW_PX as i32, (row + 1) as i32 * ROW_PX as i32);
        let height = self.scroller.client_height();
        let now = self.scroller.scroll_top();
        self.scroller
            .set_scroll_top(now.min(top).max(bottom - height));
    }
}
