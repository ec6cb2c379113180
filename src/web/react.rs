//! Effects and tasks, boxed: one copy of the machinery for all of them, instead of one a closure. `make weight` sees it.

use leptos::prelude::Effect;
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
    leptos::task::spawn_local(task);
}

/// Does something once, after so many milliseconds.
pub fn later(milliseconds: u64, act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    leptos::prelude::set_timeout(act, Duration::from_millis(milliseconds));
}
