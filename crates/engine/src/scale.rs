//! The scale bar.

use super::camera::Camera;
use crate::geo::mercator;
use crate::sine::cos;
use std::iter;

/// Metres around the equator: 2π times the radius of Web Mercator's sphere, 6 378 137 m.
const EQUATOR_M: f64 = 40_075_016.685_578_5;
/// Digits of the longest bar, in metres: that of the whole Earth has eight.
const DIGITS: usize = 8;

/// A bar as long as a round number of metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// 1, 2 or 5 times a power of ten.
    pub metres: f64,
    /// Its length on screen.
    pub px: f64,
}

/// The longest bar of at most `max_px`, true in the middle of the view.
pub fn scale_bar(camera: &Camera, max_px: f64) -> ScaleBar {
    let metres_a_px = metres_a_px(camera);
    let metres = round_below(max_px.max(1.0) * metres_a_px);
    ScaleBar {
        metres,
        px: metres / metres_a_px,
    }
}

/// Metres per pixel in the middle of the view: Mercator stretches lengths by 1 / cos(latitude).
pub fn metres_a_px(camera: &Camera) -> f64 {
    let lat = mercator::unproject(camera.centre()).lat();
    EQUATOR_M * cos(lat.to_radians()) / camera.scale()
}

fn round_below(metres: f64) -> f64 {
    let powers = iter::successors(Some(1.0), |power| Some(power * 10.0));
    let below = powers.take(DIGITS).take_while(|&power| power <= metres);
    let power = below.last().unwrap_or(1.0);
    let steps = [5.0, 2.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|&step| step <= metres)
        .unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Size;
    use crate::geo::LonLat;

    fn bar(lat: f64, zoom: f64) -> ScaleBar {
        let size = Size {
            width: 800.0,
            height: 600.0,
        };
        let centre = mercator::project(LonLat::clamped(2.0, lat));
        scale_bar(&Camera::new(centre, zoom, size), 100.0)
    }

    #[test]
    fn lengths_are_round_and_fit() {
        for tenth in 40..=160 {
            let ScaleBar { metres, px } = bar(48.85, f64::from(tenth) / 10.0);
            let digit = metres / 10f64.powf(metres.log10().floor());
            assert!(
                [1.0, 2.0, 5.0]
                    .iter()
                    .any(|step| (digit - step).abs() < 1e-9),
                "{metres}"
            );
            assert!((39.9..=100.0).contains(&px), "{px}");
        }
    }

    #[test]
    fn at_zoom_12_100_px_are_2_km_in_paris_and_3_8_at_the_equator() {
        assert_eq!(bar(48.85, 12.0).metres, 2000.0);
        let equator = bar(0.0, 12.0);
        assert!((equator.metres / equator.px - 38.2185).abs() < 0.001);
    }
}
