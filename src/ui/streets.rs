//! The offer of streets, where the operator names a background that has them: nothing is asked of its host before the visitor says so.

use super::controls::Shared;
use super::reactive::{click, text, when};
use crate::browser::{dom, react};
use crate::map::Streets as Tiles;
use crate::state::{Notice, Store};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use model::basemaps::STREETS_ZOOM;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the page says of the background (`tool/pages/map_page.rs`).
#[derive(Clone)]
struct Background {
    name: String,
    host: String,
    credit: String,
}

impl Background {
    fn read() -> Option<Self> {
        let meta = dom::find("meta[name=background]")?;
        let said = |name: &str| meta.get_attribute(name).unwrap_or_default();
        Some(Self {
            name: said("data-name"),
            host: said("data-host"),
            credit: said("data-credit"),
        })
    }
}

/// What draws them, and what it tells.
type Drawing = (Tiles, Closure<dyn FnMut(bool)>);

/// The sentence that says who will see the request, and the button; once streets are shown, whom to credit.
#[component]
pub fn Streets(
    /// The state.
    store: Store,
    /// The map.
    shared: Shared,
    /// Asks for what draws them: a function of a promise.
    ask: Function,
) -> impl IntoView {
    Background::read().map(|background| offer(store, shared, ask, background))
}

fn offer(store: Store, shared: Shared, ask: Function, background: Background) -> impl IntoView {
    let Background { name, host, credit } = background;
    let texts = store.texts;
    let failed = (texts.streets_failed)(&name);
    let words = (texts.streets_offer)(&host, &name);
    let drawing = StoredValue::new_local(None::<Drawing>);
    let ask = StoredValue::new_local(ask);

    let hide = move || {
        drawing.with_value(|drawing| drawing.iter().for_each(|(tiles, _)| tiles.stop()));
        react::set(store.streets, false);
        draw(shared, None);
    };
    let fail = move || {
        hide();
        store.tell(Notice::error(failed.clone()));
    };
    let show = move || {
        react::set(store.streets, true);
        let fail = fail.clone();
        react::spawn(async move {
            if drawing.with_value(Option::is_none) {
                let Some(tiles) = load(&ask.get_value()).await else {
                    return fail();
                };
                let tell =
                    Closure::new(move |lacking| if lacking { fail() } else { repaint(shared) });
                drawing.set_value(Some((tiles, tell)));
            }
            if store.streets.get_untracked() {
                drawing.with_value(|drawing| {
                    if let Some((tiles, tell)) = drawing {
                        tiles.start(tell);
                        draw(shared, Some(tiles.clone()));
                    }
                });
            }
        });
    };
    let near = move || {
        store
            .view
            .get()
            .is_some_and(|view| view.zoom >= STREETS_ZOOM)
    };
    when(Signal::derive(near), move || {
        let (words, credit, show) = (words.clone(), credit.clone(), show.clone());
        let said = text(move || {
            if store.streets.get() {
                credit.clone()
            } else {
                words.clone()
            }
        });
        let label = text(move || {
            if store.streets.get() {
                texts.hide_streets
            } else {
                texts.show_streets
            }
            .to_owned()
        });
        let toggle = click(move || {
            if store.streets.get_untracked() {
                hide()
            } else {
                show()
            }
        });
        view! {
            <div class="streets">
                <p prop:textContent=said></p>
                <button type="button" class="button" on:click=toggle prop:textContent=label></button>
            </div>
        }
        .into_any()
    })
}

fn draw(shared: Shared, tiles: Option<Tiles>) {
    if let Some(map) = shared.get_value() {
        map.set_streets(tiles);
    }
}

fn repaint(shared: Shared) {
    if let Some(map) = shared.get_value() {
        map.repaint();
    }
}

/// The script that draws them, when it comes.
async fn load(ask: &Function) -> Option<Tiles> {
    let promise: Promise = ask.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    let made = JsFuture::from(promise).await.ok()?;
    Some(made.unchecked_into())
}
