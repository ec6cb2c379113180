//! Flights between two cameras, in time.

use super::camera::{Camera, MIN_ZOOM, world_px, zoom_for};
use super::screen::Px;
use super::smooth_path::SmoothPath;
use crate::geo::World;

/// Path lengths per millisecond.
const SPEED: f64 = 0.002;
/// Shortest and longest flight, in milliseconds: a way across the world is flown faster, not longer.
const SHORTEST_MS: f64 = 300.0;
const LONGEST_MS: f64 = 800.0;
/// A zoom by a key, a button or a double click.
const ZOOM_MS: f64 = 250.0;

/// Whether the visitor wants movement (`prefers-reduced-motion`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// Fly.
    Full,
    /// Jump.
    Reduced,
}

/// The way from one camera to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    from: Camera,
    to: Camera,
    path: Path,
    duration_ms: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Path {
    Jump,
    /// What is at `px` stays there.
    About {
        px: Px,
        delta: f64,
    },
    Smooth(SmoothPath),
}

impl Flight {
    /// A flight to a place chosen.
    pub fn new(from: Camera, to: Camera, motion: Motion) -> Self {
        let to = to.with_size(from.size());
        let seen = |camera: &Camera| side(camera) / camera.scale();
        let way = from.centre().distance(to.centre());
        let widest = side(&from) / world_px(MIN_ZOOM);
        let path = SmoothPath::new(seen(&from), seen(&to), way, widest);
        let duration_ms = (path.length() / SPEED).clamp(SHORTEST_MS, LONGEST_MS);
        let path = if path.length() > 0.0 {
            Path::Smooth(path)
        } else {
            Path::Jump
        };
        Self {
            from,
            to,
            path,
            duration_ms,
        }
        .unless_reduced(motion)
    }

    /// A short zoom during which what is at `px` stays there.
    pub fn zoom(from: Camera, px: Px, delta: f64, motion: Motion) -> Self {
        let to = from.zoom_about(px, delta);
        let delta = to.zoom() - from.zoom();
        let path = if delta == 0.0 {
            Path::Jump
        } else {
            Path::About { px, delta }
        };
        Self {
            from,
            to,
            path,
            duration_ms: ZOOM_MS,
        }
        .unless_reduced(motion)
    }

    fn unless_reduced(self, motion: Motion) -> Self {
        if motion == Motion::Full && self.path != Path::Jump {
            self
        } else {
            Self {
                path: Path::Jump,
                duration_ms: 0.0,
                ..self
            }
        }
    }

    /// How long it should take, in milliseconds: 0 for a jump.
    pub fn duration_ms(&self) -> f64 {
        self.duration_ms
    }

    /// Where it ends. To redirect a flight under way, start a new one from its current camera to a change of this.
    pub fn target(&self) -> Camera {
        self.to
    }

    /// The camera at a part of the duration, 0 to 1. Starts and ends gently.
    pub fn at(&self, part: f64) -> Camera {
        let part = part * part * (3.0 - 2.0 * part);
        match self.path {
            _ if part >= 1.0 => self.to,
            Path::Jump => self.to,
            _ if part <= 0.0 => self.from,
            Path::About { px, delta } => self.from.zoom_about(px, delta * part),
            Path::Smooth(path) => self.along(path, part),
        }
    }

    /// The camera some milliseconds after the start, and whether the flight is over.
    pub fn after(&self, elapsed_ms: f64) -> (Camera, bool) {
        let over = elapsed_ms >= self.duration_ms;
        let part = if over {
            1.0
        } else {
            (elapsed_ms / self.duration_ms).max(0.0)
        };
        (self.at(part), over)
    }

    fn along(&self, path: SmoothPath, part: f64) -> Camera {
        let (done, seen) = path.at(part);
        let (a, b) = (self.from.centre(), self.to.centre());
        let centre = World {
            x: a.x + (b.x - a.x) * done,
            y: a.y + (b.y - a.y) * done,
        };
        Camera::new(centre, zoom_for(seen, side(&self.from)), self.from.size())
    }
}

/// The longest side of the screen, in pixels.
fn side(camera: &Camera) -> f64 {
    camera.size().width.max(camera.size().height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Size;
    use crate::camera::MAX_ZOOM;
    use crate::geo::{LonLat, mercator};
    use proptest::prelude::*;

    fn camera(lon: f64, lat: f64, zoom: f64) -> Camera {
        let size = Size {
            width: 1280.0,
            height: 720.0,
        };
        Camera::new(mercator::project(LonLat::clamped(lon, lat)), zoom, size)
    }

    fn apart(a: &Camera, b: &Camera) -> f64 {
        a.project(b.centre()).distance(a.size().centre()) + 1000.0 * (a.zoom() - b.zoom()).abs()
    }

    #[test]
    fn from_paris_to_lyon_it_sees_both_on_the_way() {
        let (paris, lyon) = (camera(2.35, 48.85, 12.0), camera(4.83, 45.76, 12.0));
        let flight = Flight::new(paris, lyon, Motion::Full);
        let half = flight.at(0.5);
        let [a, b] = [paris, lyon].map(|city| half.project(city.centre()));
        assert!(a.distance(b) < 1280.0 * 1.01, "{}", a.distance(b));
        assert!((SHORTEST_MS..=LONGEST_MS).contains(&flight.duration_ms()));
    }

    #[test]
    fn overseas_it_does_not_rush_along_the_limit_of_the_zoom() {
        let flight = Flight::new(
            camera(2.35, 48.85, 11.0),
            camera(55.45, -20.88, 10.0),
            Motion::Full,
        );
        let steps: Vec<Camera> = (0..=100)
            .map(|step| flight.at(f64::from(step) / 100.0))
            .collect();
        let fastest = steps
            .windows(2)
            .map(|pair| apart(&pair[0], &pair[1]))
            .fold(0.0, f64::max);
        assert!(steps.iter().all(|camera| camera.zoom() >= MIN_ZOOM));
        assert!(fastest < 400.0, "{fastest} px in a hundredth of the flight");
    }

    #[test]
    fn no_flight_lasts_longer_than_800_ms_and_a_short_way_less() {
        let paris = camera(2.35, 48.85, 11.0);
        let to_reunion = Flight::new(paris, camera(55.45, -20.88, 10.0), Motion::Full);
        assert_eq!(to_reunion.duration_ms(), 800.0);
        let next_door = Flight::new(paris, paris.pan_by(300.0, 0.0), Motion::Full);
        assert!(next_door.duration_ms() < 400.0);
    }

    #[test]
    fn reduced_motion_jumps() {
        let (from, to) = (camera(2.0, 48.0, 6.0), camera(5.0, 45.0, 12.0));
        for flight in [
            Flight::new(from, to, Motion::Reduced),
            Flight::new(from, from, Motion::Full),
        ] {
            assert_eq!(flight.duration_ms(), 0.0);
            assert_eq!(flight.after(0.0), (flight.target(), true));
        }
    }

    #[test]
    fn a_zoom_keeps_its_anchor_all_along() {
        let from = camera(2.35, 48.85, 10.0);
        let px = Px { x: 300.0, y: 500.0 };
        let anchor = from.unproject(px);
        let flight = Flight::zoom(from, px, 1.0, Motion::Full);
        for step in 0..=10 {
            assert!(
                flight
                    .at(f64::from(step) / 10.0)
                    .project(anchor)
                    .distance(px)
                    < 1e-3
            );
        }
        assert_eq!(flight.target().zoom(), 11.0);
    }

    proptest! {
        #[test]
        fn a_flight_starts_ends_and_moves_without_a_jerk(
            lon in -62.0..56.0f64, lat in -22.0..51.0f64, lon2 in -62.0..56.0f64, lat2 in -22.0..51.0f64,
            zoom in MIN_ZOOM..MAX_ZOOM, zoom2 in MIN_ZOOM..MAX_ZOOM,
        ) {
            let (from, to) = (camera(lon, lat, zoom), camera(lon2, lat2, zoom2));
            let flight = Flight::new(from, to, Motion::Full);
            prop_assert_eq!(flight.at(0.0), from);
            prop_assert_eq!(flight.at(1.0), to);
            prop_assert!(apart(&flight.at(1e-5), &from) < 1.0);
            prop_assert!(apart(&to, &flight.at(1.0 - 1e-5)) < 1.0);
            for step in 0..200 {
                let part = f64::from(step) / 200.0;
                let (a, b) = (flight.at(part), flight.at(part + 0.005));
                prop_assert!(apart(&b, &a) < 700.0, "{} at {part}", apart(&b, &a));
            }
        }

        #[test]
        fn a_zoom_in_place_stays_in_place(zoom in MIN_ZOOM..MAX_ZOOM, zoom2 in MIN_ZOOM..MAX_ZOOM, part in 0.0..1.0f64) {
            let (from, to) = (camera(2.0, 47.0, zoom), camera(2.0, 47.0, zoom2));
            let between = Flight::new(from, to, Motion::Full).at(part);
            prop_assert!(between.centre().distance(from.centre()) < 1e-12);
            prop_assert!((zoom.min(zoom2) - 1e-9..=zoom.max(zoom2) + 1e-9).contains(&between.zoom()));
        }
    }
}
