//! The points in view, as text: their number, and a list of which the page holds the rows on screen and those near the focus.

use engine::rows::{self, ROW_PX};
use model::text::layers::LayerTexts;
use page::{Parts, Template, dom};
use ui::layer_list::{self as slots, row};
use web_sys::{Element, HtmlElement};

/// The elements of the list, and what it lists.
pub struct List {
    section: HtmlElement,
    /// Opens and closes it.
    pub heading: HtmlElement,
    body: HtmlElement,
    /// Says that the list is cut.
    cut: HtmlElement,
    /// Where the rows scroll.
    pub scroller: HtmlElement,
    lines: HtmlElement,
    template: Template,
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
}

impl List {
    /// An empty list, which shows nothing.
    pub fn new(host: &Element, texts: &LayerTexts) -> Option<Self> {
        let parts = Template::find(slots::TEMPLATE)?.copy()?;
        let section: HtmlElement = parts.root()?;
        parts.write(slots::SKIP, texts.skip);
        parts.set(slots::ROWS, "aria-label", texts.markers);
        let _ = host.append_child(&section);
        Some(Self {
            section,
            heading: parts.slot(slots::HEADING)?,
            body: parts.slot(slots::BODY)?,
            cut: parts.slot(slots::CUT)?,
            scroller: parts.slot(slots::SCROLLER)?,
            lines: parts.slot(slots::ROWS)?,
            template: Template::find(row::TEMPLATE)?,
            items: Vec::new(),
            rows: Vec::new(),
            open: false,
        })
    }

    /// Opens the list when it is closed, closes it when it is open.
    pub fn toggle(&mut self) {
        self.set_open(!self.open);
    }

    /// Opens or closes the list.
    pub fn set_open(&mut self, open: bool) {
        self.open = open;
        self.body.set_hidden(!self.open);
        let expanded = if self.open { "true" } else { "false" };
        dom::set(&self.heading, &[("aria-expanded", expanded)]);
    }

    /// The points whose rows are in the page.
    pub fn on_screen(&self) -> impl Iterator<Item = u32> {
        let items = |row: &Row| self.items.get(row.position).copied();
        self.rows.iter().filter_map(items)
    }

    fn total(&self) -> usize {
        self.items.len().min(rows::MOST)
    }

    /// The row that has the focus.
    fn focused(&self) -> Option<usize> {
        let element = dom::focused()?;
        let mut rows = self.rows.iter();
        let row = rows.find(|row| row.button == element)?;
        Some(row.position)
    }

    /// Writes how many points there are. They are other ones than before.
    pub fn count(&mut self, shown: bool, texts: &LayerTexts) {
        let total = self.total();
        self.section.set_hidden(!shown);
        let heading = (texts.in_view)(self.items.len());
        self.heading.set_text_content(Some(&heading));
        self.cut.set_hidden(total == self.items.len());
        self.cut.set_text_content(Some(&(texts.most)(total)));
        let _ = self.lines.style().set_property("height", &px_of(total));
        if self.focused().is_none() {
            self.scroller.set_scroll_top(0);
        }
    }

    /// Writes the rows on screen, and those near the focus. Returns the element to focus, when the row that had the focus is gone with
    /// its point.
    pub fn write(&mut self, name: &dyn Fn(u32) -> String) -> Option<HtmlElement> {
        if !self.open {
            return None;
        }
        let focused = self.focused();
        let total = self.total();
        let top = f64::from(self.scroller.scroll_top());
        let height = f64::from(self.scroller.client_height());
        let held = rows::held(top, height, total, focused.filter(|&row| row < total));
        self.rows.retain(|row| {
            let stays = held.contains(&row.position);
            if !stays {
                row.line.remove();
            }
            stays
        });
        for (place, position) in held.into_iter().enumerate() {
            let here = self.rows.get(place);
            if here.is_none_or(|row| row.position != position) {
                let row = self.row(position, place);
                let place = place.min(self.rows.len());
                self.rows.splice(place..place, row);
            }
        }
        let setsize = total.to_string();
        for row in &self.rows {
            dom::set(&row.line, &[("aria-setsize", &setsize)]);
            let said = self.items.get(row.position).map(|&item| name(item));
            if row.button.text_content() != said {
                row.button.set_text_content(said.as_deref());
            }
        }
        (focused.is_some() && self.focused().is_none()).then(|| {
            let last = self.rows.last().map(|row| &row.button);
            last.unwrap_or(&self.heading).clone()
        })
    }

    /// A new row, before the one at this place of the page.
    fn row(&self, position: usize, place: usize) -> Option<Row> {
        let copy: Parts = self.template.copy()?;
        let line: HtmlElement = copy.root()?;
        let button: HtmlElement = copy.slot(row::BUTTON)?;
        dom::set(&line, &[("aria-posinset", &(position + 1).to_string())]);
        dom::set(&button, &[("value", &position.to_string())]);
        let _ = line.style().set_property("top", &px_of(position));
        let next = self.rows.get(place).map(|next| next.line.as_ref());
        let _ = self.lines.insert_before(&line, next);
        Some(Row {
            position,
            line,
            button,
        })
    }

    /// The row to which a key takes the focus, by the name the DOM gives the key. It is scrolled to.
    pub fn reached(&self, key: &str) -> Option<usize> {
        let page = f64::from(self.scroller.client_height()) / ROW_PX;
        let to = rows::reached(key, self.focused()?, page as usize, self.total())?;
        self.scroll_to(to);
        Some(to)
    }

    /// The button of a row, if the page holds it.
    pub fn button_of(&self, position: usize) -> Option<HtmlElement> {
        let mut rows = self.rows.iter();
        let row = rows.find(|row| row.position == position)?;
        Some(row.button.clone())
    }

    /// Scrolls just enough to show a row.
    fn scroll_to(&self, row: usize) {
        let (top, bottom) = (
            (row as f64 * ROW_PX) as i32,
            ((row + 1) as f64 * ROW_PX) as i32,
        );
        let lowest = bottom - self.scroller.client_height();
        let now = self.scroller.scroll_top();
        self.scroller.set_scroll_top(now.min(top).max(lowest));
    }
}

/// The height of some rows, as CSS writes it.
fn px_of(rows: usize) -> String {
    format!("{}px", (rows as f64 * ROW_PX) as usize)
}
