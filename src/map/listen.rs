//! Events of the page, translated for the engine: pointers, wheel, keys, focus, size, colour scheme.

use super::{Elements, MapHandle};
use crate::browser::dom;
use crate::browser::react;
use engine::input::{
    Captured, Modifiers, PointerInput, PointerKind, PointerType, Reaction, WheelInput, WheelMode,
};
use engine::{Px, Size, keyboard};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, Event, HtmlElement, KeyboardEvent, PointerEvent, ResizeObserver, WheelEvent,
};

/// Listens to the map for as long as the app lives.
pub fn listen(map: &MapHandle, elements: &Elements) {
    let root = &elements.root;
    let on_mark = OnMark::default();
    for (name, kind) in [
        ("pointerdown", PointerKind::Down),
        ("pointermove", PointerKind::Move),
        ("pointerup", PointerKind::Up),
        ("pointercancel", PointerKind::Cancel),
    ] {
        let (map, elements, on_mark) = (map.clone(), elements.clone(), on_mark.clone());
        react::listen(root, name, move |event: PointerEvent| {
            on_pointer(&map, &elements, &on_mark, kind, &event);
        });
    }
    let (handle, origin) = (map.clone(), root.clone());
    react::listen(root, "wheel", move |event: WheelEvent| {
        on_wheel(&handle, &origin, &event);
    });
    let handle = map.clone();
    react::listen(root, "keydown", move |event: KeyboardEvent| {
        on_key(&handle, &event);
    });
    let handle = map.clone();
    react::listen(root, "focusin", move |event: Event| {
        // What the keyboard goes to is seen.
        let by_keyboard = |target: &Element| target.matches(":focus-visible").unwrap_or(false);
        if let Some(target) = dom::target(&event).filter(by_keyboard) {
            handle.keep_in_sight(&target);
        }
    });
    if let Some(window) = dom::window() {
        let handle = map.clone();
        react::listen(&window, "blur", move |_: Event| {
            handle.change(|stage| stage.let_go());
        });
    }
    let scheme = dom::window().and_then(|window| {
        let query = window.match_media("(prefers-color-scheme: dark)");
        query.ok().flatten()
    });
    if let Some(scheme) = scheme {
        let handle = map.clone();
        react::listen(&scheme, "change", move |_: Event| {
            handle.change(|stage| stage.recolour());
        });
    }
}

/// Follows the size of the map, and the density of its screen, for as long as the app lives.
pub fn follow_size(map: &MapHandle, root: &HtmlElement) {
    let (handle, element) = (map.clone(), root.clone());
    measure(map, root);
    let observed = Closure::<dyn FnMut()>::new(move || measure(&handle, &element));
    if let Ok(observer) = ResizeObserver::new(observed.as_ref().unchecked_ref()) {
        observer.observe(root);
        react::keep(Observed(observer, observed));
    }
    // boot.js makes this event when only the density changes.
    if let Some(window) = dom::window() {
        let (handle, element) = (map.clone(), root.clone());
        react::listen(&window, "resize", move |_: Event| {
            measure(&handle, &element)
        });
    }
}

/// The map has the size that its element has now.
fn measure(map: &MapHandle, root: &HtmlElement) {
    let size = Size {
        width: f64::from(root.client_width()),
        height: f64::from(root.client_height()),
    };
    if size.width > 0.0 && size.height > 0.0 {
        map.change(|stage| stage.resize(size));
    }
}

/// An observer, and what it calls.
struct Observed(
    ResizeObserver,
    #[allow(dead_code, reason = "it lives as long")] Closure<dyn FnMut()>,
);

impl Drop for Observed {
    fn drop(&mut self) {
        self.0.disconnect();
    }
}

/// The pointer that is down on a mark and has not moved: the mark has its click, unless the pointer drags the map.
#[derive(Clone, Default)]
struct OnMark(Rc<Cell<Option<i32>>>);

fn on_pointer(
    map: &MapHandle,
    elements: &Elements,
    on_mark: &OnMark,
    mut kind: PointerKind,
    event: &PointerEvent,
) {
    let origin = &elements.root;
    let id = event.pointer_id();
    if kind == PointerKind::Down {
        let button = button_of(event);
        let mark = button.as_ref().is_some_and(|button| map.is_mark(button));
        // Buttons above the map keep their own clicks.
        if button.is_some() && !mark {
            return;
        }
        on_mark.0.set(mark.then_some(id));
        if mark {
            map.change(|stage| stage.wake());
        } else {
            hold(map, elements, id);
        }
    }
    let mut of_mark = on_mark.0.get() == Some(id);
    if of_mark && kind == PointerKind::Up {
        on_mark.0.set(None);
        kind = PointerKind::Cancel;
    }
    let input = PointerInput {
        id,
        kind,
        px: place(
            origin,
            f64::from(event.client_x()),
            f64::from(event.client_y()),
        ),
        time_ms: dom::now(),
        button: if kind == PointerKind::Move {
            0
        } else {
            event.button()
        },
        shift: event.shift_key(),
        pointer_type: match event.pointer_type().as_str() {
            "touch" => PointerType::Touch,
            "pen" => PointerType::Pen,
            _ => PointerType::Mouse,
        },
    };
    let mut reaction = map.0.stage.borrow_mut().control.pointer(input);
    if of_mark && kind == PointerKind::Move && !reaction.intents.is_empty() {
        on_mark.0.set(None);
        of_mark = false;
        hold(map, elements, id);
    }
    if of_mark {
        reaction.captured = Captured::No;
    }
    obey(map, reaction, event);
}

/// A pointer takes hold of the map.
fn hold(map: &MapHandle, elements: &Elements, id: i32) {
    map.change(|stage| stage.wake());
    dom::focus_in_place(&elements.canvas);
    // A drag that leaves the map goes on; it fails only for a pointer that is gone.
    let _ = elements.root.set_pointer_capture(id);
}

fn on_wheel(map: &MapHandle, origin: &HtmlElement, event: &WheelEvent) {
    let input = WheelInput {
        px: place(
            origin,
            f64::from(event.client_x()),
            f64::from(event.client_y()),
        ),
        delta_y: event.delta_y(),
        mode: match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => WheelMode::Line,
            WheelEvent::DOM_DELTA_PAGE => WheelMode::Page,
            _ => WheelMode::Pixel,
        },
        ctrl: event.ctrl_key(),
        time_ms: dom::now(),
    };
    let reaction = map.0.stage.borrow().control.wheel(input);
    obey(map, reaction, event);
}

fn on_key(map: &MapHandle, event: &KeyboardEvent) {
    let held = Modifiers {
        shift: event.shift_key(),
        ctrl: event.ctrl_key(),
        alt: event.alt_key(),
        meta: event.meta_key(),
    };
    if let Some(intent) = keyboard::intent(&event.key(), held) {
        event.prevent_default();
        map.apply(intent);
    }
}

fn obey(map: &MapHandle, reaction: Reaction, event: &Event) {
    if reaction.captured == Captured::Yes {
        event.prevent_default();
    }
    for intent in reaction.intents {
        map.apply(intent);
    }
}

/// From the window's coordinates to the map's.
fn place(origin: &Element, x: f64, y: f64) -> Px {
    let rect = origin.get_bounding_client_rect();
    Px {
        x: x - rect.left(),
        y: y - rect.top(),
    }
}

/// The button or link that an event is on.
fn button_of(event: &PointerEvent) -> Option<Element> {
    let target = dom::target(event)?;
    target.closest("button, a, summary, details").ok().flatten()
}
