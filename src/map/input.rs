//! Pointers, wheel and keys of the map, translated for the gesture recogniser.

use super::stage::Stage;
use crate::browser::dom::{self, Listener};
use engine::Px;
use engine::input::{
    Captured, Modifiers, PointerInput, PointerKind, PointerType, Reaction, WheelInput, WheelMode,
};
use engine::keyboard;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent, WheelEvent};

/// Listens to the map's element for as long as the page lives.
pub fn listen(stage: &Rc<RefCell<Stage>>, element: &HtmlElement) {
    for (name, kind) in [
        ("pointerdown", PointerKind::Down),
        ("pointermove", PointerKind::Move),
        ("pointerup", PointerKind::Up),
        ("pointercancel", PointerKind::Cancel),
    ] {
        let (stage, origin) = (stage.clone(), element.clone());
        Listener::new(element, name, move |event: PointerEvent| {
            on_pointer(&stage, &origin, kind, &event)
        })
        .forever();
    }
    let (on_wheel_stage, origin) = (stage.clone(), element.clone());
    Listener::new(element, "wheel", move |event: WheelEvent| {
        on_wheel(&on_wheel_stage, &origin, &event)
    })
    .forever();
    let stage = stage.clone();
    Listener::new(element, "keydown", move |event: KeyboardEvent| {
        on_key(&stage, &event)
    })
    .forever();
}

fn on_pointer(
    stage: &Rc<RefCell<Stage>>,
    origin: &HtmlElement,
    kind: PointerKind,
    event: &PointerEvent,
) {
    // Buttons above the map, markers among them, keep their own clicks.
    if kind == PointerKind::Down && is_control(event) {
        return;
    }
    if kind == PointerKind::Down {
        Stage::wake(stage);
        // A drag that leaves the map goes on; it fails only for a pointer that is gone.
        let _ = origin.set_pointer_capture(event.pointer_id());
    }
    let input = PointerInput {
        id: event.pointer_id(),
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
    let reaction = stage.borrow_mut().pointer(input);
    react(stage, reaction, event);
}

fn on_wheel(stage: &Rc<RefCell<Stage>>, origin: &HtmlElement, event: &WheelEvent) {
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
    let reaction = stage.borrow().wheel(input);
    react(stage, reaction, event);
}

fn on_key(stage: &Rc<RefCell<Stage>>, event: &KeyboardEvent) {
    let held = Modifiers {
        shift: event.shift_key(),
        ctrl: event.ctrl_key(),
        alt: event.alt_key(),
        meta: event.meta_key(),
    };
    if let Some(intent) = keyboard::intent(&event.key(), held) {
        event.prevent_default();
        Stage::apply(stage, intent);
    }
}

fn react(stage: &Rc<RefCell<Stage>>, reaction: Reaction, event: &web_sys::Event) {
    if reaction.captured == Captured::Yes {
        event.prevent_default();
    }
    for intent in reaction.intents {
        Stage::apply(stage, intent);
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

fn is_control(event: &PointerEvent) -> bool {
    dom::target(event)
        .and_then(|target| target.closest("button, a, summary, details").ok().flatten())
        .is_some()
}
