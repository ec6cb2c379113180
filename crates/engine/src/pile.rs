//! Points at one place, spread around it so that each can be told apart and chosen.

use super::screen::Px;
use crate::sine::{cos, sin};
use std::f64::consts::TAU;

/// Between the middles of two marks: a mark is 32 px wide at most.
const APART_PX: f64 = 36.0;
/// From the place to the nearest mark.
const INNER_PX: f64 = 44.0;
/// More marks than this do not look like a circle any more.
const CIRCLE: usize = 10;

/// Where to draw each of the points of a pile, from the place they share: a circle from the top clockwise, or a spiral if
/// they are many. No two closer than 36 px.
pub fn offsets(count: usize) -> Vec<Px> {
    if count <= CIRCLE {
        circle(count)
    } else {
        spiral(count)
    }
}

/// The chord between two neighbours of n is 2 r sin(π / n).
fn circle(count: usize) -> Vec<Px> {
    let turn = TAU / count.max(1) as f64;
    let radius = (APART_PX / (2.0 * sin(turn / 2.0))).max(INNER_PX);
    let place = |index: usize| from_top(turn * index as f64, radius);
    (0..count).map(place).collect()
}

/// An Archimedean spiral, one mark further out per turn; each step is an arc of the same length.
fn spiral(count: usize) -> Vec<Px> {
    let step = |angle: &mut f64, _| {
        let radius = INNER_PX + APART_PX * 1.1 * *angle / TAU;
        let place = from_top(*angle, radius);
        *angle += APART_PX * 1.05 / radius;
        Some(place)
    };
    (0..count).scan(0.0, step).collect()
}

fn from_top(angle: f64, radius: f64) -> Px {
    Px {
        x: radius * sin(angle),
        y: -radius * cos(angle),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_do_not_touch_however_many() {
        for count in 1..300 {
            let places = offsets(count);
            assert_eq!(places.len(), count);
            for (index, place) in places.iter().enumerate() {
                assert!(place.distance(Px::default()) >= INNER_PX - 1e-9);
                for other in &places[..index] {
                    assert!(
                        place.distance(*other) >= APART_PX - 1e-6,
                        "{count} marks: {}",
                        place.distance(*other)
                    );
                }
            }
        }
    }

    #[test]
    fn the_first_is_on_top_and_the_second_to_its_right() {
        for count in [2, 5, 40] {
            let [first, second, ..] = offsets(count)[..] else {
                unreachable!()
            };
            assert!(first.y < 0.0 && first.x.abs() < 1e-9);
            assert!(second.x >= first.x - 1e-9);
        }
    }
}
