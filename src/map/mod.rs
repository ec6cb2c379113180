//! The map in the page: canvas, markers, controls.

mod basemaps;
mod canvas;
mod colours;
mod input;
mod labels;
pub mod mark;
mod markers;
pub mod marks;
mod motion;
pub mod overlay;
mod painter;
mod shift;
mod slide;
pub mod stage;

use crate::browser::dom::{self, Listener};
use crate::browser::react;
use crate::overlays::layers;
use crate::state::{Notice, Store};
use crate::ui::reactive::when;
use engine::Size;
use leptos::prelude::*;
use model::domain::{Catalogue, Facet, Filters, Precision, Summary};
use stage::Shown;
pub use stage::{Elements, SharedStage, Stage};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement, MouseEvent};

/// Draws the map in these elements, as soon as there is something to draw; `None` where the browser gives no canvas.
pub fn start(store: Store, elements: Elements) -> Option<SharedStage> {
    let root = elements.root.clone();
    let stage = Stage::new(store, elements)?;
    Stage::show_view(&stage, store.view.get_untracked());
    follow_size(&stage, &root);
    layers::start(&stage, store);
    Some(stage)
}

/// Lets the map in these elements hear the visitor and follow the state. `has_view`: the address says where to look.
pub fn attend(stage: &SharedStage, elements: &Elements, store: Store, has_view: bool) {
    input::listen(stage, &elements.root);
    listen_to_markers(stage, &elements.markers, store);
    listen_to_points(stage, &elements.points);
    follow_scheme(stage);
    follow_state(stage, store, has_view);
    layers::attend(stage, store);
    stage.borrow().show_scale();
    Stage::set_attended(stage);
}

/// What is said over the map while the wheel scrolls the page around it.
#[component]
pub fn WheelHint(
    /// The state.
    store: Store,
) -> impl IntoView {
    let words = store.texts.click_first;
    when(store.hint.into(), move || {
        view! { <p class="wheel-hint" role="status"><span>{words}</span></p> }.into_any()
    })
}

fn listen_to_markers(stage: &SharedStage, markers: &HtmlElement, store: Store) {
    let chosen = stage.clone();
    Listener::new(markers, "click", move |event: MouseEvent| {
        if let Some(target) = dom::target(&event) {
            Stage::choose(&chosen, &target);
        }
    })
    .forever();
    let pointed = stage.clone();
    dom::on_hover(markers, move |element| {
        let item = element.and_then(|element| Stage::single_item(&pointed, &element));
        let id = item.and_then(|item| store.with_initiative(item as usize, |it| it.id.clone()));
        store.hovered.set(id);
    });
    keep_in_sight(stage, markers);
}

fn listen_to_points(stage: &SharedStage, points: &HtmlElement) {
    let chosen = stage.clone();
    Listener::new(points, "click", move |event: Event| {
        if let Some(target) = dom::target(&event) {
            Stage::choose_point(&chosen, &target);
        }
    })
    .forever();
    keep_in_sight(stage, points);
}

/// What the keyboard goes to is seen.
fn keep_in_sight(stage: &SharedStage, markers: &HtmlElement) {
    let stage = stage.clone();
    Listener::new(markers, "focusin", move |event: Event| {
        let by_keyboard =
            |target: &web_sys::Element| target.matches(":focus-visible").unwrap_or(false);
        if let Some(target) = dom::target(&event).filter(by_keyboard) {
            Stage::keep_in_sight(&stage, &target);
        }
    })
    .forever();
}

/// Follows the size of the map for as long as the page lives.
fn follow_size(stage: &SharedStage, root: &HtmlElement) {
    let (stage, element) = (stage.clone(), root.clone());
    let measure = move || {
        let size = Size {
            width: f64::from(element.client_width()),
            height: f64::from(element.client_height()),
        };
        if size.width > 0.0 && size.height > 0.0 {
            Stage::resize(&stage, size);
        }
    };
    measure();
    let observed = Closure::<dyn FnMut()>::new(measure);
    if let Ok(observer) = web_sys::ResizeObserver::new(observed.as_ref().unchecked_ref()) {
        observer.observe(root);
        std::mem::forget(observer);
    }
    observed.forget();
}

fn follow_scheme(stage: &SharedStage) {
    let query = dom::window().and_then(|window| {
        window
            .match_media("(prefers-color-scheme: dark)")
            .ok()
            .flatten()
    });
    let Some(query) = query else { return };
    let stage = stage.clone();
    Listener::new(&query, "change", move |_: Event| Stage::recolour(&stage)).forever();
}

/// Shows the initiatives that have come and pass the filters, before the map follows the state.
pub fn show_first(stage: &SharedStage, store: Store) {
    let (catalogue, filters) = (
        store.catalogue.read_untracked(),
        store.filters.read_untracked(),
    );
    if let Some(catalogue) = catalogue.ready() {
        show(stage, catalogue, &filters, &catalogue.matching(&filters));
        Stage::make_buttons(stage);
    }
}

/// Shows initiatives, each by the lever that the filters ask for.
fn show(stage: &SharedStage, catalogue: &Arc<Catalogue>, filters: &Filters, shown: &[usize]) {
    let asked = filters.asked(Facet::Lever);
    let category = |initiative: &Summary| initiative.shown_category(asked);
    let categories = catalogue.initiatives.iter().map(category).collect();
    Stage::set_content(stage, catalogue.clone(), categories, shown);
}

/// The map follows the state: what is shown, selected, pointed at.
fn follow_state(stage: &SharedStage, store: Store, has_view: bool) {
    let content = stage.clone();
    react::effect(move || {
        if let Some(catalogue) = store.catalogue.read().ready() {
            show(
                &content,
                catalogue,
                &store.filters.read(),
                &store.shown.read(),
            );
        }
    });

    let selection = stage.clone();
    let obey_view = StoredValue::new(has_view && store.panel.read_untracked().is_some());
    let mut before = None;
    react::effect(move || {
        store.catalogue.track();
        store.panel.track();
        let selected = stage::selected_item(store);
        if std::mem::replace(&mut before, selected) == selected {
            return;
        }
        // A link that says where to look is obeyed; later choices move the map.
        let obeyed = selected.is_some() && obey_view.get_value();
        obey_view.set_value(obey_view.get_value() && selected.is_none());
        if let Some(item) = selected.filter(|_| !obeyed) {
            // Once the sheet is laid out: what it covers of the map is known, and costs nothing to ask.
            let stage = selection.clone();
            react::after_paint(move || Stage::reveal(&stage, item));
        }
    });

    let outlined = stage.clone();
    react::effect(move || {
        store.catalogue.track();
        store.panel.track();
        let mut territories = covered_territories(store, stage::selected_item(store));
        territories.extend(store.filters.read().territory.clone());
        Stage::outline(&outlined, territories);
    });

    let pointed = stage.clone();
    react::effect(move || {
        store.hovered.track();
        store.panel.track();
        Stage::highlight(
            &pointed,
            stage::selected_item(store),
            stage::hovered_item(store),
        );
    });

    let territory = stage.clone();
    let mut before = None;
    react::effect(move || {
        let asked = store.filters.read().territory.clone();
        if std::mem::replace(&mut before, asked.clone()) == asked {
            return;
        }
        if let Some(asked) = asked {
            let stage = territory.clone();
            react::spawn(async move {
                match Stage::show_territory(stage, &asked, has_view).await {
                    Shown::Named(name) => store
                        .territory_name
                        .set(Some(name).filter(|name| !name.is_empty())),
                    Shown::Unreachable => {
                        store.tell(Notice::error(store.texts.basemap_failed.to_owned()));
                    }
                    Shown::Unknown => {
                        store.tell(Notice::hint((store.texts.no_such_territory)(&asked.code)));
                        store.filters.update(|filters| filters.territory = None);
                    }
                }
            });
        }
    });
}

/// The territories that an initiative covers.
fn covered_territories(store: Store, item: Option<u32>) -> Vec<model::domain::Territory> {
    let covering = |initiative: &Summary| {
        let areas = initiative.places.iter();
        let areas = areas.filter(|place| place.precision != Precision::Commune);
        areas.filter_map(|place| place.covered().cloned()).collect()
    };
    item.and_then(|item| untrack(|| store.with_initiative(item as usize, covering)))
        .unwrap_or_default()
}
