//! A hand on the map, and short names for what the map understands.

use engine::{Captured, Gestures, Intent, PointerInput, PointerKind, PointerType, Px, Reaction};

/// A hand on the map: remembers the time and what was answered.
pub struct Hand {
    pub gestures: Gestures,
    time_ms: f64,
    pointer_type: PointerType,
    pub shift: bool,
    intents: Vec<Intent>,
    pub captured: Captured,
}

impl Hand {
    pub fn new(pointer_type: PointerType, cooperative: bool) -> Self {
        let (gestures, intents) = (Gestures::new(cooperative), vec![]);
        Self {
            gestures,
            time_ms: 0.0,
            pointer_type,
            shift: false,
            intents,
            captured: Captured::No,
        }
    }

    pub fn mouse() -> Self {
        Self::new(PointerType::Mouse, false)
    }

    pub fn touch() -> Self {
        Self::new(PointerType::Touch, false)
    }

    pub fn does(&mut self, id: i32, kind: PointerKind, x: f64, y: f64) -> &mut Self {
        let (time_ms, shift, pointer_type) = (self.time_ms, self.shift, self.pointer_type);
        let Reaction { intents, captured } = self.gestures.pointer(PointerInput {
            id,
            kind,
            px: Px { x, y },
            time_ms,
            button: 0,
            shift,
            pointer_type,
        });
        self.intents
            .extend(intents.into_iter().filter(|intent| *intent != Intent::Stop));
        self.captured = captured;
        self
    }

    pub fn down(&mut self, id: i32, x: f64, y: f64) -> &mut Self {
        self.does(id, PointerKind::Down, x, y)
    }

    pub fn moves(&mut self, id: i32, x: f64, y: f64) -> &mut Self {
        self.does(id, PointerKind::Move, x, y)
    }

    pub fn up(&mut self, id: i32, x: f64, y: f64) -> &mut Self {
        self.does(id, PointerKind::Up, x, y)
    }

    pub fn tap(&mut self, x: f64, y: f64) -> &mut Self {
        self.down(1, x, y).after(40.0).up(1, x, y)
    }

    pub fn after(&mut self, ms: f64) -> &mut Self {
        self.time_ms += ms;
        self
    }

    pub fn said(&mut self) -> Vec<Intent> {
        std::mem::take(&mut self.intents)
    }
}

pub fn pan(dx: f64, dy: f64) -> Intent {
    Intent::PanBy {
        dx,
        dy,
        animated: false,
    }
}

pub fn flown(x: f64, y: f64, delta: f64) -> Intent {
    Intent::ZoomAbout {
        px: Px { x, y },
        delta,
        animated: true,
    }
}
