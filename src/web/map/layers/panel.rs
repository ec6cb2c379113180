//! The light panel of a point: what it is, its category, where it comes from.

use super::super::super::dom::{self, Listener};
use super::super::super::react;
use super::super::stage::{SharedStage, Stage};
use super::Layers;
use crate::map::layer_of;
use crate::view::{SheetHeight, Store};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

const HEADING_ID: &str = "point";

/// Where the panel is, and the point in it.
pub struct Panel {
    host: HtmlElement,
    /// The point.
    pub item: Option<u32>,
    /// What had the focus before it opened.
    opener: Option<HtmlElement>,
}

impl Panel {
    /// No panel yet.
    pub fn new(stage: &SharedStage) -> Option<Self> {
        let host = dom::find(".point-host")?;
        let clicked = stage.clone();
        Listener::new(&host, "click", move |event: Event| {
            if dom::target(&event)
                .is_some_and(|target| matches!(target.closest("button"), Ok(Some(_))))
            {
                Stage::leave_point(&clicked);
            }
        })
        .forever();
        let pressed = stage.clone();
        Listener::new(&host, "keydown", move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // It closes this panel, and not the sheet under it.
                event.stop_propagation();
                Stage::leave_point(&pressed);
            }
        })
        .forever();
        Some(Self {
            host,
            item: None,
            opener: None,
        })
    }
}

/// A sheet that opens takes the place of the point.
pub fn close_with_sheets(stage: &SharedStage, store: Store) {
    let stage = stage.clone();
    react::effect(move || {
        if store.panel.read().is_some() {
            Stage::close_point(&stage);
        }
    });
}

impl Layers {
    /// Builds the panel of the open point, or leaves none.
    pub(super) fn write_panel(&mut self) -> Option<()> {
        let (_, panel) = self.parts.as_ref()?;
        let item = panel.item?;
        if let Some(heading) = dom::by_id(HEADING_ID) {
            heading.set_text_content(Some(&self.name(item)));
            return None;
        }
        let (layer, _) = layer_of(item);
        let about = &self.layers.get(layer)?.about;
        let (_, category) = self.point(item)?;
        let texts = self.texts;
        let section = dom::add(&panel.host, "section", "point-panel", "")?;
        dom::set(&section, &[("aria-labelledby", HEADING_ID)]);
        let close = dom::add(&section, "button", "icon-button", "×")?;
        dom::set(
            &close,
            &[("type", "button"), ("aria-label", texts.close_point)],
        );
        dom::add(&section, "p", "kind", &about.title)?;
        let heading = dom::add(&section, "h2", "", &self.name(item))?;
        dom::set(
            &heading,
            &[("id", HEADING_ID), ("tabindex", "-1"), ("lang", "fr")],
        );
        let category = about.categories.get(usize::from(category));
        dom::add(
            &section,
            "p",
            "",
            category.map_or(texts.layer_other, String::as_str),
        )?;
        if about.synthetic {
            dom::add(&section, "p", "hint", texts.layer_synthetic)?;
        }
        dom::add(&section, "p", "hint", &about.credit)?;
        dom::focus_in_place(&heading);
        Some(())
    }
}

impl Stage {
    /// Says what a point is, and shows where.
    pub fn open_point(this: &SharedStage, item: u32) {
        let store = this.borrow().store();
        Self::close_point(this);
        if let Some((_, panel)) = &mut this.borrow_mut().layers.parts {
            panel.item = Some(item);
            panel.opener = dom::focused().and_then(|element| element.dyn_into().ok());
        }
        if store.height.get_untracked() == SheetHeight::Peek {
            store.height.set(SheetHeight::Half);
        }
        this.borrow_mut().layers.write_panel();
        Self::name_points(this);
        Self::reveal_point(this, item);
    }

    /// Closes the panel of the point.
    pub fn close_point(this: &SharedStage) -> Option<HtmlElement> {
        let mut stage = this.borrow_mut();
        let (_, panel) = stage.layers.parts.as_mut()?;
        panel.item.take()?;
        panel.host.set_text_content(None);
        let opener = panel.opener.take();
        stage.layers.markers.highlight(None, None);
        opener
    }

    /// The same, and the focus goes back to where it was, or to the list.
    fn leave_point(this: &SharedStage) {
        let opener = Self::close_point(this).filter(|opener| opener.is_connected());
        if let Some(back) = opener.or_else(|| dom::find(".disclosure")) {
            dom::focus_in_place(&back);
        }
    }
}
