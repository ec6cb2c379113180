//! How fast a finger left the map, and how the map glides on.

use super::screen::Px;

/// Only the last moments count: a finger that pauses before leaving throws nothing.
const WINDOW_MS: f64 = 100.0;
/// Slower than this, in pixels per millisecond, is no throw.
const SLOWEST: f64 = 0.15;
/// Faster than this, in pixels per millisecond, is a slip of the finger.
const FASTEST: f64 = 4.0;
/// Time in which the speed falls by e = 2.718, as on touch screens.
const TAU_MS: f64 = 325.0;
/// The glide ends when less than this is left to go.
const REST_PX: f64 = 0.5;

/// Recent places of a pointer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail {
    samples: Vec<(f64, Px)>,
}

impl Trail {
    /// Adds where the pointer is at a time in milliseconds, and forgets what is too old.
    pub fn push(&mut self, time_ms: f64, px: Px) {
        self.samples
            .retain(|&(then, _)| time_ms - then <= WINDOW_MS);
        self.samples.push((time_ms, px));
    }

    /// Returns the mean speed just before `now_ms`, in pixels per millisecond, if it is a throw.
    pub fn throw(&self, now_ms: f64) -> Option<Px> {
        let recent = |&&(then, _): &&(f64, Px)| now_ms - then <= WINDOW_MS;
        let &(start, from) = self.samples.iter().find(recent)?;
        let &(_, to) = self.samples.last()?;
        let velocity = (to - from) * (1.0 / (now_ms - start).max(1.0));
        let speed = velocity.distance(Px::default());
        (speed >= SLOWEST).then(|| velocity * (FASTEST / speed).min(1.0))
    }
}

/// A movement that slows down by itself: speed v·e^(-t/τ), hence a way of v·τ·(1 - e^(-t/τ)).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glide {
    /// Initial speed, in pixels per millisecond.
    pub velocity: Px,
}

impl Glide {
    /// Returns how far it has gone after `elapsed_ms`, in pixels.
    pub fn offset_at(&self, elapsed_ms: f64) -> Px {
        self.velocity * (TAU_MS * (1.0 - (-elapsed_ms.max(0.0) / TAU_MS).exp()))
    }

    /// Returns its duration in milliseconds, until less than a visible distance is left.
    pub fn duration_ms(&self) -> f64 {
        let way = self.velocity.distance(Px::default()) * TAU_MS;
        TAU_MS * (way / REST_PX).max(1.0).ln()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trail(step_px: f64) -> Trail {
        let mut trail = Trail::default();
        for step in 0..20 {
            let time = f64::from(step) * 10.0;
            let x = f64::from(step) * step_px;
            trail.push(time, Px { x, y: 0.0 });
        }
        trail
    }

    #[test]
    fn a_steady_drag_throws_at_its_speed() {
        let throw = trail(10.0).throw(190.0).unwrap();
        assert!((throw.x - 1.0).abs() < 1e-9 && throw.y == 0.0);
    }

    #[test]
    fn a_pause_or_a_slow_drag_throws_nothing() {
        assert_eq!(trail(10.0).throw(400.0), None);
        assert_eq!(trail(1.0).throw(190.0), None);
        assert_eq!(Trail::default().throw(0.0), None);
    }

    #[test]
    fn no_throw_is_too_fast() {
        let throw = trail(500.0).throw(190.0).unwrap();
        assert!((throw.x - FASTEST).abs() < 1e-9);
    }

    #[test]
    fn a_glide_slows_down_and_rests() {
        let glide = Glide {
            velocity: Px { x: 1.0, y: -2.0 },
        };
        let [a, b, c] = [0.0, 100.0, 200.0].map(|time| glide.offset_at(time));
        assert_eq!(a, Px::default());
        assert!(b.x > c.x - b.x && c.x > b.x);
        let end = glide.duration_ms();
        let left = glide.offset_at(end).distance(glide.offset_at(end * 10.0));
        assert!(left <= REST_PX * 1.01);
        assert_eq!(
            Glide {
                velocity: Px::default()
            }
            .duration_ms(),
            0.0
        );
    }
}
