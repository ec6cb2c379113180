//! The first view stands in the page where the app will draw it: the style sheet works out by its own figures what the engine computes.

#![allow(clippy::unwrap_used, clippy::panic)]

use engine::camera::world_px;
use engine::geo::World;
use engine::views::{CLOSEST_HOME_ZOOM, home, home_bounds};
use engine::{Camera, Insets, MIN_ZOOM, Px, Size};

const STYLE: &str = include_str!("../public/style.css");

/// The whole zooms whose marks are in the page (`tool::pages`).
const ZOOMS: [u8; 3] = [4, 5, 6];

/// The numbers of a line of the style sheet, the first that holds this text.
fn figures(text: &str) -> Vec<f64> {
    let line = STYLE.lines().find(|line| line.contains(text)).unwrap();
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    let words = line.split(|c: char| !is_number(c));
    words.filter_map(|word| word.parse().ok()).collect()
}

/// France on a screen of no margin.
fn on(width: f64, height: f64) -> Camera {
    let camera = Camera::new(World::default(), 5.0, Size { width, height });
    home(&camera, Insets::default())
}

fn px(zoom: f64) -> (f64, f64) {
    let frame = home_bounds();
    (
        frame.width() * world_px(zoom),
        frame.height() * world_px(zoom),
    )
}

#[test]
fn the_frame_of_the_style_sheet_is_that_of_the_engine() {
    let frame = home_bounds();
    let [.., least, _, _, ratio, most, same_ratio] = figures(".first-frame > svg")[..] else {
        panic!("the rule of the frame has other figures")
    };
    assert!(
        (ratio - frame.width() / frame.height()).abs() < 1e-6,
        "{ratio}"
    );
    assert_eq!(ratio, same_ratio);
    assert!((least - px(MIN_ZOOM).0).abs() < 0.001, "{least}");
    assert!((most - px(CLOSEST_HOME_ZOOM).0).abs() < 0.001, "{most}");
}

#[test]
fn marks_of_another_zoom_come_where_the_engine_has_them() {
    for (zoom, rule) in [(5.0, "(min-width: 336"), (6.0, "(min-width: 673")] {
        let (width, height) = px(zoom);
        let [wide, high] = figures(rule)[..] else {
            panic!("a width and a height")
        };
        assert!(
            (wide - width).abs() < 0.001 && (high - height).abs() < 0.001,
            "{wide} × {high}"
        );
        let whole = zoom as u8;
        // On either side of the limit, by a hundredth of a pixel.
        assert_eq!(on(wide + 0.01, high + 0.01).whole_zoom(), whole);
        assert_eq!(on(wide - 0.01, high + 0.01).whole_zoom(), whole - 1);
        assert_eq!(on(wide + 0.01, high - 0.01).whole_zoom(), whole - 1);
    }
}

#[test]
fn every_screen_has_marks_of_its_zoom() {
    for width in (1..4000).step_by(37) {
        for height in (1..3000).step_by(41) {
            let zoom = on(f64::from(width), f64::from(height)).whole_zoom();
            assert!(ZOOMS.contains(&zoom), "{width} × {height}: {zoom}");
        }
    }
}

#[test]
fn a_place_is_where_its_part_of_the_frame_is() {
    let frame = home_bounds();
    let place = World {
        x: 0.5072,
        y: 0.3441,
    };
    for (width, height) in [
        (366.0, 371.0),
        (856.0, 647.0),
        (1496.0, 1007.0),
        (300.0, 180.0),
    ] {
        let camera = on(width, height);
        // As the style sheet does: as wide as fits, in the middle.
        let ratio = frame.width() / frame.height();
        let wide = width
            .min(height * ratio)
            .max(px(MIN_ZOOM).0)
            .min(px(CLOSEST_HOME_ZOOM).0);
        let high = wide / ratio;
        let drawn = Px {
            x: (width - wide) / 2.0 + (place.x - frame.min.x) / frame.width() * wide,
            y: (height - high) / 2.0 + (place.y - frame.min.y) / frame.height() * high,
        };
        assert!(
            camera.project(place).distance(drawn) < 0.01,
            "{width} × {height}"
        );
    }
}
