//! Whether the machine keeps pace with the movements of the map.

/// A frame this long after the previous one, in milliseconds, is late: the screen showed the previous one twice.
const LATE_MS: f64 = 20.0;
/// After a longer pause, in milliseconds, nothing was moving.
const PAUSE_MS: f64 = 150.0;
/// Late frames in one movement that are no accident.
const MANY: u32 = 4;

/// Counts the late frames of each movement.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pace {
    last_ms: Option<f64>,
    late: u32,
    slow: bool,
}

impl Pace {
    /// A frame of a movement begins.
    pub fn frame(&mut self, now_ms: f64) {
        let since = self
            .last_ms
            .replace(now_ms)
            .map_or(0.0, |last| now_ms - last);
        self.late += u32::from((LATE_MS..PAUSE_MS).contains(&since));
        self.slow |= self.late >= MANY;
    }

    /// The movement is over.
    pub fn rest(&mut self) {
        self.last_ms = None;
        self.late = 0;
    }

    /// Whether one movement had many late frames: so will the next ones.
    pub fn is_slow(&self) -> bool {
        self.slow
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn movement(pace: &mut Pace, frame_ms: f64, frames: u32) {
        for frame in 0..frames {
            pace.frame(f64::from(frame) * frame_ms);
        }
        pace.rest();
    }

    #[test]
    fn frames_in_time_are_not_slow() {
        let mut pace = Pace::default();
        movement(&mut pace, 17.0, 1000);
        assert!(!pace.is_slow());
    }

    #[test]
    fn a_late_frame_now_and_then_is_an_accident() {
        let mut pace = Pace::default();
        for _ in 0..100 {
            movement(&mut pace, 40.0, 3);
        }
        assert!(!pace.is_slow());
    }

    #[test]
    fn many_in_one_movement_are_not_and_that_is_remembered() {
        let mut pace = Pace::default();
        movement(&mut pace, 34.0, 6);
        movement(&mut pace, 17.0, 1000);
        assert!(pace.is_slow());
    }

    #[test]
    fn a_hand_that_rests_is_not_a_late_frame() {
        let mut pace = Pace::default();
        movement(&mut pace, 500.0, 20);
        assert!(!pace.is_slow());
    }
}
