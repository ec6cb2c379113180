//! Effects and tasks, boxed: one copy of the machinery for all of them, instead of one a closure. `make weight` sees it.

use leptos::prelude::{Effect, request_animation_frame, set_timeout};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// Runs a closure now, and whenever what it read has changed.
pub fn effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}

/// Runs a task that ends with the page at the latest.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}

/// Does something once what is to be drawn now has been painted: in the next frame the markers, in the one after the basemap. A task
/// of a frame runs before it is painted; one that this task leaves behind runs after.
pub fn after_paint(act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    request_animation_frame(move || {
        request_animation_frame(move || set_timeout(act, Duration::ZERO));
    });
}

/// Does something once, after so many milliseconds.
pub fn later(milliseconds: u64, act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    set_timeout(act, Duration::from_millis(milliseconds));
}
