//! A movement of the camera over time: a flight, a glide, a step.

use engine::inertia::Glide;
use engine::{Camera, Flight};

/// Milliseconds of a step by a key.
const STEP_MS: f64 = 180.0;

/// A movement under way.
pub struct Movement {
    started_ms: f64,
    path: Path,
}

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

    /// A step of some pixels from this camera, from now.
    pub fn step(from: Camera, dx: f64, dy: f64, now_ms: f64) -> Self {
        Self {
            started_ms: now_ms,
            path: Path::Step(from, dx, dy),
        }
    }

    /// The camera now, and whether the movement is over.
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
