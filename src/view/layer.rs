//! A layer of points beside the initiatives: its legend with its filters, its progress while it loads, the light panel of a
//! point, and the list of the points in view.

use super::reactive::{click, flag, text, when};
use super::store::{Store, store};
use crate::data::points::{Layer, OTHER};
use leptos::prelude::*;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Height of a row of the list, pixels: the style sheet says the same.
const ROW_PX: f64 = 56.0;
/// Rows rendered around those on screen, so that the Tab key always finds the next one.
const SPARE_ROWS: usize = 6;
/// Rows on screen at most.
const SCREEN_ROWS: usize = 12;
/// So many rows at most: browsers do not scroll farther.
const MOST_ROWS: usize = 100_000;

/// Where a layer stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum LayerState {
    /// None is asked for.
    #[default]
    None,
    /// It is coming: what is known of it, and the share received, 0 to 1.
    Loading(Option<Arc<Layer>>, f64),
    /// It is here.
    Ready(Arc<Layer>),
    /// It is not coming, and why.
    Failed(String),
}

/// A point of the layer that the visitor chose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerPoint {
    /// Its position in the layer.
    pub item: u32,
    /// Its category.
    pub category: u8,
}

/// Signals of the layer. Copy it freely.
#[derive(Clone, Copy)]
pub struct LayerStore {
    /// Where it stands.
    pub state: RwSignal<LayerState>,
    /// Categories shown, one bit each.
    pub categories: RwSignal<u8>,
    /// Points of each category in the whole layer.
    pub counts: RwSignal<Vec<u32>>,
    /// Positions of the points in the map's view.
    pub in_view: RwSignal<Arc<Vec<u32>>>,
    /// Rows of the list that are rendered.
    pub rows: RwSignal<Range<usize>>,
    /// Names, by block; fetched when they are needed.
    pub names: RwSignal<HashMap<u32, Arc<Vec<String>>>>,
    /// Positions of the points that stand alone on the map.
    pub marked: RwSignal<Arc<Vec<u32>>>,
    /// The point asked for, in the list or on the map; the map shows it, then its panel opens.
    pub asked: RwSignal<Option<u32>>,
    /// The point whose panel is open.
    pub point: RwSignal<Option<LayerPoint>>,
    /// Stops the loading, or puts the layer away.
    pub cancel: Trigger,
}

impl LayerStore {
    /// No layer yet.
    pub fn new() -> Self {
        Self {
            state: RwSignal::default(),
            categories: RwSignal::new(u8::MAX),
            counts: RwSignal::default(),
            in_view: RwSignal::default(),
            rows: RwSignal::new(0..0),
            names: RwSignal::default(),
            marked: RwSignal::default(),
            asked: RwSignal::new(None),
            point: RwSignal::new(None),
            cancel: Trigger::new(),
        }
    }

    /// What is known of the layer once it is here.
    pub fn info(&self) -> Option<Arc<Layer>> {
        match &*self.state.read() {
            LayerState::Ready(info) => Some(info.clone()),
            _ => None,
        }
    }

    /// The name of a point, once its block is here.
    pub fn name(&self, item: u32) -> Option<String> {
        let (block, inside) = self.info()?.block_of(item);
        let names = self.names.read();
        names.get(&block)?.get(inside).cloned()
    }

    /// The name of a category; `None` for the one that holds all the others.
    pub fn category(&self, category: u8) -> Option<String> {
        let name = |info: Arc<Layer>| info.categories.get(usize::from(category)).cloned();
        self.info().and_then(name)
    }
}

impl Default for LayerStore {
    fn default() -> Self {
        Self::new()
    }
}

/// The layer in the legend: what it is, how far it has come, its filters.
#[component]
pub fn LayerLegend() -> impl IntoView {
    let store = store();
    let layer = store.layer;
    when(
        flag(move || *layer.state.read() != LayerState::None),
        move || {
            view! {
                <fieldset class="facet layer">
                    <legend>{text(move || title(store))}</legend>
                    {move || content(store)}
                    <button type="button" class="link-button" on:click=click(move || layer.cancel.notify())>
                        {text(move || stop_words(store))}
                    </button>
                </fieldset>
            }
            .into_any()
        },
    )
}

fn title(store: Store) -> String {
    match &*store.layer.state.read() {
        LayerState::Loading(Some(info), _) | LayerState::Ready(info) => info.title.clone(),
        _ => store.texts.layer.to_owned(),
    }
}

fn stop_words(store: Store) -> String {
    let loading = matches!(*store.layer.state.read(), LayerState::Loading(..));
    let words = if loading {
        store.texts.layer_cancel
    } else {
        store.texts.layer_remove
    };
    words.to_owned()
}

fn content(store: Store) -> AnyView {
    let texts = store.texts;
    match &*store.layer.state.read() {
        LayerState::None => ().into_any(),
        LayerState::Failed(why) => view! { <p class="notice serious" role="alert">{why.clone()}</p> }.into_any(),
        LayerState::Loading(_, share) => {
            let percent = (share * 100.0) as u32;
            view! {
                <p role="status">{(texts.layer_loading)(percent)}</p>
                <progress max="100" value=percent aria-label=texts.layer_progress></progress>
            }
            .into_any()
        }
        LayerState::Ready(info) => view! {
            {info.synthetic.then(|| view! { <p class="hint">{texts.layer_synthetic}</p> })}
            <div class="chips">{categories(info.categories.len()).map(|category| view! { <CategoryChip category /> }).collect_view()}</div>
            <p class="hint">{info.credit.clone()}</p>
        }
        .into_any(),
    }
}

/// The named categories, then the one that holds all the others.
fn categories(named: usize) -> impl Iterator<Item = u8> {
    (0..named as u8).chain([OTHER])
}

#[component]
fn CategoryChip(category: u8) -> impl IntoView {
    let layer = store().layer;
    let number = store().texts.count;
    let bit = 1 << category;
    let pressed = move || layer.categories.get() & bit != 0;
    let count = move || {
        layer
            .counts
            .read()
            .get(usize::from(category))
            .copied()
            .unwrap_or(0)
    };
    let toggle = move || layer.categories.update(|shown| *shown ^= bit);
    view! {
        <button
            type="button"
            class="chip layer-chip"
            data-category=category.to_string()
            aria-pressed=text(move || pressed().to_string())
            hidden=flag(move || count() == 0)
            on:click=click(toggle)
        >
            <span class="swatch" aria-hidden="true"></span>
            <span lang="fr">{layer.category(category).unwrap_or_else(|| store().texts.layer_other.to_owned())}</span>
            " "
            <span class="count">{text(move || number(count() as usize))}</span>
        </button>
    }
}

/// The points in view: their number, and the list once it is opened.
#[component]
pub fn LayerList() -> impl IntoView {
    let store = store();
    let layer = store.layer;
    let texts = store.texts;
    let open = RwSignal::new(false);
    when(flag(move || layer.info().is_some()), move || {
        view! {
            <section class="layer-list">
                <h3>
                    <button
                        type="button"
                        class="disclosure"
                        aria-expanded=text(move || open.get().to_string())
                        on:click=click(move || open.update(|open| *open = !*open))
                    >
                        {text(move || (texts.layer_in_view)(layer.in_view.read().len()))}
                    </button>
                </h3>
                {when(open.into(), || view! { <Rows /> }.into_any())}
            </section>
        }
        .into_any()
    })
}

#[component]
fn Rows() -> impl IntoView {
    let store = store();
    let layer = store.layer;
    let texts = store.texts;
    let scroller = NodeRef::<leptos::html::Div>::new();
    let shown = Memo::new(move |_| layer.in_view.read().len().min(MOST_ROWS));
    let follow = move || {
        let top = scroller
            .get_untracked()
            .map_or(0.0, |element| f64::from(element.scroll_top()));
        let first = (top / ROW_PX) as usize;
        let rows = first.saturating_sub(SPARE_ROWS)
            ..(first + SCREEN_ROWS + SPARE_ROWS).min(shown.get_untracked());
        if *layer.rows.read_untracked() != rows {
            layer.rows.set(rows);
        }
    };
    Effect::new(move || {
        shown.track();
        layer.in_view.track();
        follow();
    });
    let row = move |index: usize| view! { <Row index total=shown /> };
    let height = text(move || format!("{}px", shown.get() as f64 * ROW_PX));
    view! {
        {when(flag(move || layer.in_view.read().len() > MOST_ROWS), move || view! { <p class="hint">{(texts.layer_most)(MOST_ROWS)}</p> }.into_any())}
        <div class="layer-rows" tabindex="0" role="group" aria-label=texts.layer_list node_ref=scroller on:scroll=move |_| follow()>
            <ul style:height=height>
                <For each=move || layer.rows.get() key=|&index| index children=row />
            </ul>
        </div>
    }
}

#[component]
fn Row(index: usize, total: Memo<usize>) -> impl IntoView {
    let store = store();
    let layer = store.layer;
    let item = move || layer.in_view.read().get(index).copied();
    let name = move || {
        let item = item()?;
        Some(
            layer
                .name(item)
                .unwrap_or_else(|| (store.texts.layer_point)(item)),
        )
    };
    let choose = move || layer.asked.set(untrack(item));
    view! {
        <li
            style:top=format!("{}px", index as f64 * ROW_PX)
            aria-setsize=text(move || total.get().to_string())
            aria-posinset=(index + 1).to_string()
        >
            <button type="button" class="layer-row" lang="fr" on:click=click(choose)>{text(move || name().unwrap_or_default())}</button>
        </li>
    }
}

/// The light panel of a point: what it is, its category, where it comes from.
#[component]
pub fn PointPanel() -> impl IntoView {
    let store = store();
    let layer = store.layer;
    let texts = store.texts;
    let name = move |point: LayerPoint| {
        layer
            .name(point.item)
            .unwrap_or_else(|| (texts.layer_point)(point.item))
    };
    move || {
        let point = layer.point.get()?;
        let info = layer.info()?;
        Some(view! {
            <section class="point-panel" aria-labelledby="point">
                <button type="button" class="icon-button" aria-label=texts.close_point on:click=click(move || layer.point.set(None))>
                    <span aria-hidden="true">"×"</span>
                </button>
                <p class="kind">{info.title.clone()}</p>
                <h2 id="point" tabindex="-1" lang="fr">{text(move || name(point))}</h2>
                <p lang="fr">{layer.category(point.category).unwrap_or_else(|| texts.layer_other.to_owned())}</p>
                {info.synthetic.then(|| view! { <p class="hint">{texts.layer_synthetic}</p> })}
                <p class="hint">{info.credit.clone()}</p>
            </section>
        })
    }
}
