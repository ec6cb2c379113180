//! Effects, tasks and listeners of the app, boxed: one copy of the machinery for all of them instead of one per closure. All of them end
//! with the [`Scope`] of the app.

use super::dom::Listener;
use leptos::prelude::{
    Effect, GetUntracked, Owner, RwSignal, Set, request_animation_frame, set_timeout,
};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::EventTarget;

/// What the app holds in the page. Dropped, nothing of the app is left: no listener, no effect, no task that still acts.
pub struct Scope(Rc<Held>);

struct Held {
    owner: Owner,
    alive: Cell<bool>,
    kept: RefCell<Vec<Box<dyn Any>>>,
    /// What waits for its time. Timers refer to it weakly: an app that is gone is not kept until they end.
    waiting: RefCell<Vec<Rc<Waiting>>>,
}

/// Something to do once.
struct Waiting(Cell<Option<Box<dyn FnOnce()>>>);

impl Held {
    /// Something is done, or about to be.
    fn forget(&self, done: &Rc<Waiting>) {
        let mut waiting = self.waiting.borrow_mut();
        waiting.retain(|other| !Rc::ptr_eq(other, done));
    }
}

thread_local! {
    /// The scope of the app in this page.
    static SCOPE: RefCell<Option<Rc<Held>>> = const { RefCell::new(None) };
}

impl Scope {
    /// Opens the scope of the app.
    pub fn open() -> Self {
        let held = Rc::new(Held {
            owner: Owner::new(),
            alive: Cell::new(true),
            kept: RefCell::default(),
            waiting: RefCell::default(),
        });
        SCOPE.set(Some(held.clone()));
        Self(held)
    }

    /// Does something within it.
    pub fn enter<T>(&self, act: impl FnOnce() -> T) -> T {
        self.0.owner.with(act)
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        self.0.alive.set(false);
        drop(self.0.waiting.take());
        // What was kept last may use what was kept before.
        let mut kept = self.0.kept.take();
        while kept.pop().is_some() {}
        self.0.owner.cleanup();
        SCOPE.set(None);
    }
}

fn scope() -> Option<Rc<Held>> {
    SCOPE.with_borrow(Clone::clone)
}

/// Keeps a value as long as the app lives.
pub fn keep(value: impl Any) {
    keep_boxed(Box::new(value));
}

fn keep_boxed(value: Box<dyn Any>) {
    if let Some(scope) = scope() {
        scope.kept.borrow_mut().push(value);
    }
}

/// Listens to an event for as long as the app lives.
pub fn listen<E: JsCast + 'static>(
    target: &EventTarget,
    name: &'static str,
    heard: impl FnMut(E) + 'static,
) {
    keep(Listener::new(target, name, heard));
}

/// Tells which element the pointer or the focus comes to within this one, and `None` when it leaves.
pub fn on_hover(within: &EventTarget, hovered: impl Fn(Option<web_sys::Element>) + 'static) {
    let hovered: Rc<dyn Fn(Option<web_sys::Element>)> = Rc::new(hovered);
    for (name, over) in [
        ("pointerover", true),
        ("focusin", true),
        ("pointerout", false),
        ("focusout", false),
    ] {
        let hovered = hovered.clone();
        listen(within, name, move |event: web_sys::Event| {
            hovered(super::dom::target(&event).filter(|_| over));
        });
    }
}

/// Runs a closure now, and whenever what it read has changed.
pub fn effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    if let Some(scope) = scope() {
        scope.owner.with(|| Effect::new(run));
    }
}

/// Sets a signal to a value that it has not: what follows it is not woken for nothing.
pub fn set<T: PartialEq + Clone + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.get_untracked() != value {
        signal.set(value);
    }
}

/// Runs a task, which ends with the app at the latest.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let mut task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    let Some(scope) = scope() else { return };
    wasm_bindgen_futures::spawn_local(poll_fn(move |context| {
        if scope.alive.get() {
            task.as_mut().poll(context)
        } else {
            Poll::Ready(())
        }
    }));
}

/// Does something once what is to be drawn now has been painted: in the next frame the markers, in the one after the basemap. A task
/// of a frame runs before it is painted; one that this task leaves behind runs after.
pub fn after_paint(act: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        request_animation_frame(move || later(0, act));
    });
}

/// Does something once, after so many milliseconds.
pub fn later(milliseconds: u64, act: impl FnOnce() + 'static) {
    later_boxed(milliseconds, Box::new(act));
}

fn later_boxed(milliseconds: u64, act: Box<dyn FnOnce()>) {
    let Some(scope) = scope() else { return };
    let waiting = Rc::new(Waiting(Cell::new(Some(act))));
    scope.waiting.borrow_mut().push(waiting.clone());
    let (scope, due) = (Rc::downgrade(&scope), Rc::downgrade(&waiting));
    let fire: Box<dyn FnOnce()> = Box::new(move || {
        let Some((scope, due)) = scope.upgrade().zip(due.upgrade()) else {
            return;
        };
        scope.forget(&due);
        if let Some(act) = due.0.take() {
            scope.owner.with(act);
        }
    });
    set_timeout(fire, Duration::from_millis(milliseconds));
}
