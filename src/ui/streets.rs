//! The offer of streets, where the operator names a background that has them: nothing is asked of its host before the visitor says so.
//! Made by hand, as most editions have none: it costs the first view little.

use crate::browser::{dom, react};
use crate::map::{MapHandle, Streets};
use crate::state::{Notice, Store};
use js_sys::{Function, Promise};
use leptos::prelude::{Get, GetUntracked, Set};
use model::basemaps::STREETS_ZOOM;
use std::cell::OnceCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlElement};

/// What the page says of the background (`tool/pages/map_page.rs`), and what draws it.
struct Offer {
    store: Store,
    map: MapHandle,
    meta: HtmlElement,
    /// Asks for what draws it: a function of a promise.
    ask: Function,
    drawing: OnceCell<Drawing>,
}

/// What draws streets, and what it tells.
struct Drawing {
    streets: Streets,
    tell: Closure<dyn FnMut(bool)>,
}

/// Puts the sentence that says who will see the request, and the button, at the end of an element; once streets are shown, the
/// sentence says whom to credit.
pub fn offer(store: Store, map: &MapHandle, ask: Function, host: &Element) {
    let Some(meta) = dom::find("meta[name=background]") else {
        return;
    };
    let card = dom::add(host, "div", "streets", "");
    let sentence = dom::add(&card, "p", "", "");
    let button = dom::add(&card, "button", "button", "");
    dom::set(&button, &[("type", "button")]);
    let offer = Rc::new(Offer {
        store,
        map: map.clone(),
        meta,
        ask,
        drawing: OnceCell::new(),
    });
    let (texts, pressed) = (store.texts, button.clone());
    let said = offer.clone();
    react::effect(move || {
        let near = store
            .view
            .get()
            .is_some_and(|view| view.zoom >= STREETS_ZOOM);
        card.set_hidden(!near);
        let (words, label) = if store.streets.get() {
            (said.said("data-credit"), texts.hide_streets)
        } else {
            let words = (texts.streets_offer)(&said.said("data-host"), &said.name());
            (words, texts.show_streets)
        };
        sentence.set_text_content(Some(&words));
        button.set_text_content(Some(label));
    });
    let toggle = move |_: Event| {
        if store.streets.get_untracked() {
            offer.hide();
        } else {
            store.streets.set(true);
            let offer = offer.clone();
            react::spawn(async move { offer.show().await });
        }
    };
    react::listen(&pressed, "click", toggle);
}

impl Offer {
    fn said(&self, attribute: &str) -> String {
        self.meta.get_attribute(attribute).unwrap_or_default()
    }

    fn name(&self) -> String {
        self.said("data-name")
    }

    async fn show(self: Rc<Self>) {
        if self.drawing.get().is_none() {
            let Some(streets) = load(&self.ask).await else {
                return self.fail();
            };
            let offer = Rc::downgrade(&self);
            let tell = Closure::new(move |lacking| match offer.upgrade() {
                Some(offer) if lacking => offer.fail(),
                Some(offer) => offer.map.repaint(),
                None => {}
            });
            // The first stays.
            let _ = self.drawing.set(Drawing { streets, tell });
        }
        let drawing = self.drawing.get();
        if let Some(Drawing { streets, tell }) =
            drawing.filter(|_| self.store.streets.get_untracked())
        {
            streets.start(tell);
            self.map.set_streets(Some(streets.clone()));
        }
    }

    fn hide(&self) {
        if let Some(Drawing { streets, .. }) = self.drawing.get() {
            streets.stop();
        }
        self.map.set_streets(None);
        self.store.streets.set(false);
    }

    fn fail(&self) {
        self.hide();
        let sentence = (self.store.texts.streets_failed)(&self.name());
        self.store.tell(Notice::error(sentence));
    }
}

/// The script that draws streets, when it comes.
async fn load(ask: &Function) -> Option<Streets> {
    let promise: Promise = ask.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    let made = JsFuture::from(promise).await.ok()?;
    Some(made.unchecked_into())
}
