//! The light panel of a point: what it is, its category, where it comes from.

use super::legend::category_name;
use super::{Act, Layers, Parts};
use crate::browser::{dom, react};
use crate::map::stage::{SharedStage, Stage};
use crate::state::Store;
use engine::layer_of;
use leptos::prelude::*;
use web_sys::HtmlElement;

const HEADING_ID: &str = "point";

/// Where the panel is, and the point in it.
pub struct Panel {
    /// What it is built in.
    pub host: HtmlElement,
    /// The point.
    pub item: Option<u32>,
    /// What had the focus before it opened.
    pub opener: Option<HtmlElement>,
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
    /// Builds the panel of the open point, or writes its name again.
    pub(super) fn write_panel(&self) {
        let Some(Parts { panel, .. }) = &self.parts else {
            return;
        };
        let Some(item) = panel.item else { return };
        let name = self.name(item);
        if let Some(heading) = dom::by_id(HEADING_ID) {
            heading.set_text_content(Some(&name));
            return;
        }
        let layer = self.layers.get(layer_of(item).0);
        let Some((layer, (_, category))) = layer.zip(self.point(item)) else {
            return;
        };
        let (texts, about) = (self.texts, &layer.about);
        let section = dom::add(&panel.host, "section", "point-panel", "");
        dom::set(&section, &[("aria-labelledby", HEADING_ID)]);
        let close = Act::Close.button(&section, 0, "icon-button", "×");
        dom::set(&close, &[("aria-label", texts.close_point)]);
        dom::add(&section, "p", "kind", &about.title);
        let heading = dom::add(&section, "h2", "", &name);
        dom::set(&heading, &[("id", HEADING_ID), ("tabindex", "-1")]);
        let category = category_name(about, category.into(), texts);
        dom::add(&section, "p", "", category);
        if about.synthetic {
            dom::add(&section, "p", "hint", texts.layer_synthetic);
        }
        dom::add(&section, "p", "hint", &about.credit);
        dom::focus_in_place(&heading);
    }
}

impl Stage {
    /// Says what a point is, and shows where.
    pub fn open_point(this: &SharedStage, item: u32) {
        let store = this.borrow().store();
        Self::close_point(this);
        if let Some(Parts { panel, .. }) = &mut this.borrow_mut().layers.parts {
            panel.item = Some(item);
            panel.opener = dom::focused();
        }
        store.raise_drawer();
        this.borrow().layers.write_panel();
        Self::name_points(this);
        Self::reveal_point(this, item);
    }

    /// Closes the panel of the point; gives what had the focus before.
    pub(super) fn close_point(this: &SharedStage) -> Option<HtmlElement> {
        let mut stage = this.borrow_mut();
        stage.layers.overlay.markers.highlight(None, None);
        let panel = &mut stage.layers.parts.as_mut()?.panel;
        panel.item = None;
        panel.host.set_text_content(None);
        panel.opener.take()
    }

    /// The same, and the focus goes back to where it was, or to the list.
    pub(super) fn leave_point(this: &SharedStage) {
        let opener = Self::close_point(this).filter(|opener| opener.is_connected());
        if let Some(back) = opener.or_else(|| dom::find(".disclosure")) {
            dom::focus_in_place(&back);
        }
    }
}
