//! Pointers to intents: one state machine for mouse, pen and fingers.

use super::inertia::Trail;
use super::input::{Captured, PointerInput, PointerKind, PointerType, Reaction, WheelInput};
use super::intent::Intent;
use super::screen::{Px, Rect};
use super::wheel;

/// A mouse that moves less than this, in pixels, has not dragged.
const MOUSE_SLOP_PX: f64 = 3.0;
/// The same for a finger, which shakes more.
const TOUCH_SLOP_PX: f64 = 8.0;
/// Two taps within this time are a double tap, and two fingers that leave within it a two-finger tap.
const TAP_MS: f64 = 300.0;
/// Largest distance between the two, in pixels, by mouse and by finger.
const MOUSE_TAP_PX: f64 = 6.0;
const TOUCH_TAP_PX: f64 = 30.0;
/// Pixels of a held second tap per unit of zoom.
const TAP_DRAG_PX: f64 = 100.0;
/// Fingers closer than this do not pinch: their distance is mostly noise.
const PINCH_MIN_PX: f64 = 10.0;

/// The recogniser. Feed it every pointer event of the map, in order.
#[derive(Clone, Debug, Default)]
pub struct Gestures {
    cooperative: bool,
    fingers: Vec<Finger>,
    doing: Doing,
    last_tap: Option<Tap>,
}

/// A pointer that is down. At most two are followed.
#[derive(Clone, Copy, Debug)]
struct Finger {
    id: i32,
    start: Px,
    px: Px,
    kind: PointerType,
}

#[derive(Clone, Copy, Debug)]
struct Tap {
    px: Px,
    time_ms: f64,
}

#[derive(Clone, Debug, Default)]
enum Doing {
    /// Idle, or ignoring the pointers until all of them are lifted.
    #[default]
    Nothing,
    /// Down and not yet moved; `again` if soon after a tap at the same place, `boxes` if a move would draw a box.
    Press { again: bool, boxes: bool },
    /// Drags the map.
    Drag(Trail),
    /// Draws a box.
    Box,
    /// Zooms with one finger, after a tap.
    TapDrag,
    /// Two fingers, since a time; `moved` once it can no longer be a tap.
    Pinch { since_ms: f64, moved: bool },
}

impl Gestures {
    /// A map that cooperates leaves the plain wheel and one-finger drags to the page it is in.
    pub fn new(cooperative: bool) -> Self {
        Self {
            cooperative,
            ..Self::default()
        }
    }

    /// Sets whether the map cooperates with the page around it.
    pub fn set_cooperative(&mut self, cooperative: bool) {
        self.cooperative = cooperative;
    }

    /// Returns what a wheel event asks of the map.
    pub fn wheel(&self, input: WheelInput) -> Reaction {
        wheel::react(input, self.cooperative)
    }

    /// Returns what a pointer event asks of the map. Feed every event, in order.
    pub fn pointer(&mut self, input: PointerInput) -> Reaction {
        match input.kind {
            PointerKind::Down => self.down(input),
            PointerKind::Move => self.moved(input),
            PointerKind::Up => self.left(input, true),
            PointerKind::Cancel => self.left(input, false),
        }
    }

    /// Gives up the gesture in progress and forgets every pointer and tap: the caller heard Escape, or the window lost the focus.
    /// Pointers that are still down say nothing until they are pressed again. Returns what takes a half-drawn box off the screen.
    pub fn cancel(&mut self) -> Vec<Intent> {
        self.fingers.clear();
        self.last_tap = None;
        self.without_box()
    }

    fn without_box(&mut self) -> Vec<Intent> {
        match std::mem::take(&mut self.doing) {
            Doing::Box => vec![Intent::BoxOutline(None)],
            _ => vec![],
        }
    }

    fn down(&mut self, input: PointerInput) -> Reaction {
        self.fingers.retain(|finger| finger.id != input.id);
        if input.button != 0 || self.fingers.len() >= 2 {
            return Reaction::ignored();
        }
        self.fingers.push(Finger {
            id: input.id,
            start: input.px,
            px: input.px,
            kind: input.pointer_type,
        });
        let touch = input.pointer_type == PointerType::Touch;
        if self.fingers.len() == 2 {
            let mut intents = self.without_box();
            self.doing = Doing::Pinch {
                since_ms: input.time_ms,
                moved: false,
            };
            intents.push(Intent::Stop);
            return Reaction::captured(intents);
        }
        let again = self.last_tap.is_some_and(|tap| tap.again(input));
        let boxes = input.shift && !touch;
        self.doing = Doing::Press { again, boxes };
        let pages = self.cooperative && touch;
        Reaction {
            intents: vec![Intent::Stop],
            captured: if pages { Captured::No } else { Captured::Yes },
        }
    }

    fn moved(&mut self, input: PointerInput) -> Reaction {
        let Some(finger) = self.fingers.iter_mut().find(|finger| finger.id == input.id) else {
            return Reaction::ignored();
        };
        let before = finger.px;
        finger.px = input.px;
        let (finger, slipped) = (*finger, finger.slipped());
        let touch = finger.kind == PointerType::Touch;
        match &mut self.doing {
            Doing::Nothing => Reaction::ignored(),
            Doing::Press { .. } if !slipped => Reaction::captured([]),
            Doing::Press { again: true, .. } if touch => {
                self.doing = Doing::TapDrag;
                Reaction::captured([])
            }
            Doing::Press { .. } if touch && self.cooperative => {
                self.doing = Doing::Nothing;
                Reaction::hint()
            }
            Doing::Press { boxes: true, .. } => {
                self.doing = Doing::Box;
                Reaction::captured([outline(finger)])
            }
            Doing::Press { .. } => {
                let mut trail = Trail::default();
                trail.push(input.time_ms, input.px);
                self.doing = Doing::Drag(trail);
                Reaction::captured([pan(input.px - finger.start)])
            }
            Doing::Drag(trail) => {
                trail.push(input.time_ms, input.px);
                Reaction::captured([pan(input.px - before)])
            }
            Doing::Box => Reaction::captured([outline(finger)]),
            Doing::TapDrag => Reaction::captured([Intent::ZoomAbout {
                px: finger.start,
                delta: (input.px.y - before.y) / TAP_DRAG_PX,
                animated: false,
            }]),
            Doing::Pinch { moved, .. } => {
                *moved |= slipped;
                let intents = if *moved {
                    self.pinch(finger, before)
                } else {
                    vec![]
                };
                Reaction::captured(intents)
            }
        }
    }

    /// One of two fingers moved: the middle between them pans, their distance zooms.
    fn pinch(&self, moved: Finger, before: Px) -> Vec<Intent> {
        let Some(other) = self.fingers.iter().find(|finger| finger.id != moved.id) else {
            return vec![];
        };
        let (middle, was) = (moved.px.midpoint(other.px), before.midpoint(other.px));
        let apart = moved.px.distance(other.px).max(PINCH_MIN_PX);
        let were = before.distance(other.px).max(PINCH_MIN_PX);
        let zoom = Intent::ZoomAbout {
            px: middle,
            delta: (apart / were).log2(),
            animated: false,
        };
        vec![pan(middle - was), zoom]
    }

    /// A pointer was lifted (`done`), or taken away.
    fn left(&mut self, input: PointerInput, done: bool) -> Reaction {
        let Some(index) = self.fingers.iter().position(|finger| finger.id == input.id) else {
            return Reaction::ignored();
        };
        let finger = self.fingers.remove(index);
        let doing = std::mem::take(&mut self.doing);
        let last_tap = self.last_tap.take();
        let intents = match doing {
            Doing::Press { again: true, .. } if done => vec![Intent::ZoomAbout {
                px: input.px,
                delta: if input.shift { -1.0 } else { 1.0 },
                animated: true,
            }],
            Doing::Press { .. } if done => {
                let (px, time_ms) = (input.px, input.time_ms);
                self.last_tap = Some(Tap { px, time_ms });
                vec![]
            }
            Doing::Drag(trail) if done => fling(&trail, input.time_ms),
            Doing::Box if done && finger.slipped() => {
                let rect = Rect::between(finger.start, input.px);
                vec![Intent::BoxOutline(None), Intent::BoxZoom { rect }]
            }
            Doing::Box => vec![Intent::BoxOutline(None)],
            Doing::Pinch { since_ms, moved } => {
                self.one_left(finger, done && !moved && input.time_ms - since_ms <= TAP_MS)
            }
            Doing::Nothing => {
                self.last_tap = last_tap;
                return Reaction::ignored();
            }
            _ => vec![],
        };
        Reaction::captured(intents)
    }

    /// One of two fingers left: they tapped, or the other drags on.
    fn one_left(&mut self, gone: Finger, tapped: bool) -> Vec<Intent> {
        let Some(other) = self.fingers.first() else {
            return vec![];
        };
        if tapped {
            let px = gone.px.midpoint(other.px);
            return vec![Intent::ZoomAbout {
                px,
                delta: -1.0,
                animated: true,
            }];
        }
        let one_finger_is_ours = !self.cooperative || other.kind != PointerType::Touch;
        if one_finger_is_ours {
            self.doing = Doing::Drag(Trail::default());
        }
        vec![]
    }
}

impl Finger {
    fn slipped(&self) -> bool {
        let slop = match self.kind {
            PointerType::Mouse => MOUSE_SLOP_PX,
            PointerType::Touch | PointerType::Pen => TOUCH_SLOP_PX,
        };
        self.start.distance(self.px) > slop
    }
}

impl Tap {
    /// Whether a press is soon and near enough to make it a double tap.
    fn again(&self, press: PointerInput) -> bool {
        let reach = match press.pointer_type {
            PointerType::Mouse => MOUSE_TAP_PX,
            PointerType::Touch | PointerType::Pen => TOUCH_TAP_PX,
        };
        press.time_ms - self.time_ms <= TAP_MS && self.px.distance(press.px) <= reach
    }
}

fn outline(finger: Finger) -> Intent {
    Intent::BoxOutline(Some(Rect::between(finger.start, finger.px)))
}

fn pan(by: Px) -> Intent {
    Intent::PanBy {
        dx: by.x,
        dy: by.y,
        animated: false,
    }
}

fn fling(trail: &Trail, now_ms: f64) -> Vec<Intent> {
    let throw = trail.throw(now_ms);
    let fling = throw.map(|v| Intent::Fling { vx: v.x, vy: v.y });
    fling.into_iter().collect()
}
