//! Wheel and trackpad to zoom.

use super::input::{Captured, Reaction, WheelInput, WheelMode};
use super::intent::Intent;

/// Zoom per pixel of wheel: a notch, 100 px in most browsers, is a third of a zoom.
const WHEEL_ZOOM: f64 = 1.0 / 300.0;
/// Zoom per pixel of a pinch on a trackpad: browsers send 100 · ln(scale), and zooms are log2(scale).
const PINCH_ZOOM: f64 = 0.01 / std::f64::consts::LN_2;
/// Pixels per line: Firefox sends three lines per notch.
const LINE_PX: f64 = 33.0;
/// Pixels per page.
const PAGE_PX: f64 = 300.0;
/// A wheel that jumps further than this in one event, in pixels, has notches: its zoom is better animated.
const NOTCH_PX: f64 = 60.0;

/// The answer to a wheel. A map that cooperates leaves the plain wheel to the page.
pub fn react(wheel: WheelInput, cooperative: bool) -> Reaction {
    if cooperative && !wheel.ctrl {
        return Reaction::hint();
    }
    let unit = match wheel.mode {
        WheelMode::Pixel => 1.0,
        WheelMode::Line => LINE_PX,
        WheelMode::Page => PAGE_PX,
    };
    let down_px = wheel.delta_y * unit;
    let notched = down_px.abs() >= NOTCH_PX;
    let pinched = wheel.ctrl && !notched;
    let rate = if pinched { PINCH_ZOOM } else { WHEEL_ZOOM };
    let delta = (-down_px * rate).clamp(-1.0, 1.0);
    let zoom = Intent::ZoomAbout {
        px: wheel.px,
        delta,
        animated: notched,
    };
    Reaction {
        intents: if delta.abs() > 0.0 {
            vec![zoom]
        } else {
            vec![]
        },
        captured: Captured::Yes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Px;

    fn wheel(delta_y: f64, mode: WheelMode, ctrl: bool) -> WheelInput {
        let px = Px { x: 10.0, y: 20.0 };
        WheelInput {
            px,
            delta_y,
            mode,
            ctrl,
            time_ms: 0.0,
        }
    }

    fn zoom(wheel: WheelInput) -> (f64, bool) {
        match *react(wheel, false).intents {
            [
                Intent::ZoomAbout {
                    delta, animated, ..
                },
            ] => (delta, animated),
            _ => (0.0, false),
        }
    }

    #[test]
    fn a_notch_is_a_third_of_a_zoom_in_every_browser() {
        let (chrome, firefox) = (
            zoom(wheel(100.0, WheelMode::Pixel, false)),
            zoom(wheel(3.0, WheelMode::Line, false)),
        );
        assert!((chrome.0 + 1.0 / 3.0).abs() < 0.01 && chrome.1);
        assert!((firefox.0 - chrome.0).abs() < 0.01 && firefox.1);
    }

    #[test]
    fn a_pinch_on_a_trackpad_follows_the_fingers() {
        // Fingers twice as far apart, sent in a hundred events.
        let event = -100.0 * 2f64.ln() / 100.0;
        let (delta, animated) = zoom(wheel(event, WheelMode::Pixel, true));
        assert!((delta * 100.0 - 1.0).abs() < 1e-9 && !animated);
    }

    #[test]
    fn no_event_zooms_by_more_than_one_and_nothing_by_nothing() {
        assert_eq!(zoom(wheel(-1e9, WheelMode::Page, false)).0, 1.0);
        for none in [0.0, f64::NAN] {
            let reaction = react(wheel(none, WheelMode::Pixel, false), false);
            assert_eq!(reaction, Reaction::captured([]));
        }
    }

    #[test]
    fn a_map_that_cooperates_wants_ctrl() {
        let plain = react(wheel(100.0, WheelMode::Pixel, false), true);
        assert_eq!(plain, Reaction::hint());
        let with_ctrl = react(wheel(100.0, WheelMode::Pixel, true), true);
        assert_eq!(with_ctrl.captured, Captured::Yes);
    }
}
