//! Room for tags beside the marks of places.

use engine::{Px, Rect};

/// Between a tag and another mark, pixels.
const GAP_PX: f64 = 2.0;
/// How far a tag is moved, in steps; further away it would seem to be on another territory.
const STEPS: [f64; 4] = [18.0, 30.0, 44.0, 60.0];
/// Where it is tried first: below, above, then aside.
const WAYS: [Px; 8] = [
    Px { x: 0.0, y: 1.0 },
    Px { x: 0.0, y: -1.0 },
    Px { x: 1.0, y: 0.7 },
    Px { x: -1.0, y: 0.7 },
    Px { x: 1.0, y: -0.7 },
    Px { x: -1.0, y: -0.7 },
    Px { x: 1.4, y: 0.0 },
    Px { x: -1.4, y: 0.0 },
];

/// How far to move a tag, the least, so that it hides nothing of what is there; `None` where there is no room.
pub fn offset(tag: Rect, taken: &[Rect]) -> Option<Px> {
    let moved = STEPS
        .iter()
        .flat_map(|&step| WAYS.iter().map(move |&way| way * step));
    std::iter::once(Px::default())
        .chain(moved)
        .find(|&by| is_free(shifted(tag, by).padded(GAP_PX), taken))
}

fn is_free(rect: Rect, taken: &[Rect]) -> bool {
    taken.iter().all(|other| !rect.overlaps(*other))
}

/// The same rectangle elsewhere.
pub fn shifted(Rect { min, max }: Rect, by: Px) -> Rect {
    Rect {
        min: min + by,
        max: max + by,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::Size;
    use proptest::prelude::*;

    fn rect(x: f64, y: f64, side: f64) -> Rect {
        Rect::centred(Px { x, y }, Size::square(side))
    }

    #[test]
    fn where_nothing_is_a_tag_stays() {
        assert_eq!(
            offset(rect(0.0, 0.0, 24.0), &[rect(80.0, 0.0, 40.0)]),
            Some(Px::default())
        );
    }

    proptest! {
        #[test]
        fn a_tag_that_moves_hides_nothing(others in prop::collection::vec((-60.0..60.0f64, -60.0..60.0f64), 0..12)) {
            let taken: Vec<Rect> = others.into_iter().map(|(x, y)| rect(x, y, 32.0)).collect();
            let tag = rect(0.0, 0.0, 24.0);
            if let Some(by) = offset(tag, &taken) {
                prop_assert_eq!(by == Px::default(), is_free(tag.padded(GAP_PX), &taken));
                prop_assert!(is_free(shifted(tag, by).padded(GAP_PX), &taken));
            }
        }
    }
}
