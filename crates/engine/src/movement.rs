//! A movement of the camera over time: a flight, a glide or a step.

use crate::{Camera, Flight, Glide};

/// Duration of a step by a key, in milliseconds.
const STEP_MS: f64 = 180.0;

/// A movement under way.
#[derive(Clone, Debug)]
pub struct Movement {
    started_ms: f64,
    path: Path,
}

#[derive(Clone, Debug)]
enum Path {
    Flight(Flight),
    Glide(Camera, Glide),
    Step(Camera, f64, f64),
}

impl Movement {
    /// A flight, from now.
    pub fn flight(flight: Flight, now_ms: f64) -> Self {
        Self {
            started_ms: now_ms,
            path: Path::Flight(flight),
        }
    }

    /// A glide from this camera, from now.
    pub fn glide(from: Camera, glide: Glide, now_ms: f64) -> Self {
        Self {
            started_ms: now_ms,
            path: Path::Glide(from, glide),
        }
    }

    /// A step of `dx` and `dy` pixels from this camera, from now.
    pub fn step(from: Camera, dx: f64, dy: f64, now_ms: f64) -> Self {
        Self {
            started_ms: now_ms,
            path: Path::Step(from, dx, dy),
        }
    }

    /// Returns the camera at `now_ms`, and whether the movement is over.
    pub fn at(&self, now_ms: f64) -> (Camera, bool) {
        let elapsed = (now_ms - self.started_ms).max(0.0);
        match &self.path {
            Path::Flight(flight) => flight.after(elapsed),
            Path::Glide(from, glide) => {
                let offset = glide.offset_at(elapsed);
                (
                    from.pan_by(offset.x, offset.y),
                    elapsed >= glide.duration_ms(),
                )
            }
            Path::Step(from, dx, dy) => {
                let part = (elapsed / STEP_MS).min(1.0);
                let eased = part * (2.0 - part);
                (from.pan_by(dx * eased, dy * eased), part >= 1.0)
            }
        }
    }

    /// Where it ends.
    pub fn target(&self) -> Camera {
        match &self.path {
            Path::Flight(flight) => flight.target(),
            Path::Glide(..) | Path::Step(..) => self.at(f64::MAX).0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::World;
    use crate::{Motion, Px, Size};

    fn camera() -> Camera {
        let size = Size {
            width: 800.0,
            height: 600.0,
        };
        Camera::new(World { x: 0.5, y: 0.4 }, 6.0, size)
    }

    fn moved(to: &Camera) -> f64 {
        camera().project(to.centre()).x - 400.0
    }

    #[test]
    fn a_step_slows_down_and_ends_where_it_said() {
        let step = Movement::step(camera(), -100.0, 0.0, 1000.0);
        let (half, over) = step.at(1000.0 + STEP_MS / 2.0);
        assert!(!over && (moved(&half) - 75.0).abs() < 1e-6);
        let (end, over) = step.at(1000.0 + STEP_MS);
        assert!(over && (moved(&end) - 100.0).abs() < 1e-6);
        assert_eq!(end, step.target());
    }

    #[test]
    fn a_glide_ends_where_it_said() {
        let velocity = Px { x: 1.0, y: 0.0 };
        let glide = Movement::glide(camera(), Glide { velocity }, 0.0);
        assert!(!glide.at(16.0).1);
        let (end, over) = glide.at(10_000.0);
        assert!(over && (moved(&end) - moved(&glide.target())).abs() < 1e-6);
    }

    #[test]
    fn a_clock_that_goes_back_does_not_move_the_camera_back() {
        let to = camera().with_zoom(8.0);
        let flight = Movement::flight(Flight::new(camera(), to, Motion::Full), 1000.0);
        assert_eq!(flight.at(900.0).0, flight.at(1000.0).0);
    }
}
