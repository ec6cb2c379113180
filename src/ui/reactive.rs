//! Closures under one type each: Leptos makes a copy of its rendering code for every type it is given, and every closure is
//! a type. Wrapped like this there is one copy for texts, one for flags, one for clicks, one for parts that change, which `make weight` sees.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A text that changes. It is the `prop:textContent` of its element, not a text node: translators of pages put others in their place.
pub fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    text_of(Box::new(read))
}

#[inline(never)]
fn text_of(read: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(read)
}

/// Something that is or is not.
pub fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    flag_of(Box::new(read))
}

#[inline(never)]
fn flag_of(read: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
    Signal::derive(read)
}

/// What a click does.
pub fn click(act: impl Fn() + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(move |_| act())
}

/// A part of the page that is there or not.
pub fn when(
    there: Signal<bool>,
    part: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let there = Memo::new(move |_| there.get());
    parts(move || there.get().then(&part).into_iter().collect())
}

/// Parts of the page that change: as many as there are at a time.
pub fn parts(make: impl Fn() -> Vec<AnyView> + Send + Sync + 'static) -> AnyView {
    parts_of(Box::new(make))
}

fn parts_of(make: Box<dyn Fn() -> Vec<AnyView> + Send + Sync>) -> AnyView {
    (move || make()).into_any()
}
