//! What the browser tells of pointers, wheel and keys, as plain values.

use super::intent::Intent;
use super::screen::Px;

/// What a pointer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerKind {
    /// Pressed.
    Down,
    /// Moved, pressed or not.
    Move,
    /// Released.
    Up,
    /// Taken over by the browser, for instance to scroll the page.
    Cancel,
}

/// With what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerType {
    /// A mouse or a trackpad.
    Mouse,
    /// A finger.
    Touch,
    /// A pen.
    Pen,
}

/// A pointer event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointerInput {
    /// The same from `Down` to `Up`.
    pub id: i32,
    /// What it did.
    pub kind: PointerKind,
    /// Where, from the top left corner of the map.
    pub px: Px,
    /// When, in milliseconds from any origin.
    pub time_ms: f64,
    /// The button pressed or released: 0 is the main one.
    pub button: i16,
    /// Whether Shift was held.
    pub shift: bool,
    /// With what.
    pub pointer_type: PointerType,
}

/// The unit of a wheel's `delta_y`, as in the DOM's `deltaMode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WheelMode {
    /// 0.
    Pixel,
    /// 1.
    Line,
    /// 2.
    Page,
}

/// A wheel event. A pinch on a trackpad comes as a wheel with Ctrl.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WheelInput {
    /// Where the pointer is.
    pub px: Px,
    /// Down if positive, in the unit of `mode`.
    pub delta_y: f64,
    /// The unit.
    pub mode: WheelMode,
    /// Whether Ctrl (or Cmd) was held.
    pub ctrl: bool,
    /// When, in milliseconds.
    pub time_ms: f64,
}

/// The keys held along with another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modifiers {
    /// Shift.
    pub shift: bool,
    /// Ctrl.
    pub ctrl: bool,
    /// Alt.
    pub alt: bool,
    /// Cmd or Windows.
    pub meta: bool,
}

/// Whether the map takes an event for itself; otherwise the page may scroll with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Captured {
    /// Prevent the browser's own answer.
    Yes,
    /// Leave the event to the page.
    No,
}

/// The answer to an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Reaction {
    /// What the visitor wants, in order; often nothing.
    pub intents: Vec<Intent>,
    /// Whether the event is the map's.
    pub captured: Captured,
}

impl Reaction {
    /// The event is the page's.
    pub fn ignored() -> Self {
        Self {
            intents: Vec::new(),
            captured: Captured::No,
        }
    }

    /// The event is the page's, and the visitor is told why.
    pub fn hint() -> Self {
        Self {
            intents: vec![Intent::HintCooperative],
            captured: Captured::No,
        }
    }

    /// The event is the map's.
    pub fn captured(intents: impl Into<Vec<Intent>>) -> Self {
        Self {
            intents: intents.into(),
            captured: Captured::Yes,
        }
    }
}
