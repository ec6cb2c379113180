//! The occupied squares of a grid, found in the sorted keys without visiting the empty ones.

use crate::geo::morton::{self, Square};
use crate::geo::{Fixed, WorldBounds};
use std::ops::{Range, RangeInclusive};

/// Runs this short are scanned; longer ones are split in four.
const SHORT: usize = 16;

/// A square that holds at least a point, and the run of its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupied {
    /// The square.
    pub square: Square,
    /// Positions of its points in the sorted keys.
    pub run: Range<usize>,
}

/// A block of columns and rows at one level.
#[derive(Clone, Debug)]
struct Window {
    level: u8,
    columns: RangeInclusive<u32>,
    rows: RangeInclusive<u32>,
}

/// The squares of `level` that hold a key and meet `bounds`, in the order of their keys. Touches only those, and
/// their ancestors: O(squares · log n).
pub fn occupied(keys: &[u64], level: u8, bounds: WorldBounds) -> Vec<Occupied> {
    let window = Window::over(bounds, level.min(morton::MAX_LEVEL));
    let mut found = Vec::new();
    descend(keys, Square::WORLD, 0..keys.len(), &window, &mut found);
    found
}

fn descend(
    keys: &[u64],
    square: Square,
    run: Range<usize>,
    window: &Window,
    found: &mut Vec<Occupied>,
) {
    if run.is_empty() || !window.meets(square) {
        return;
    }
    if square.level == window.level {
        found.push(Occupied { square, run });
        return;
    }
    if run.len() <= SHORT {
        scan(keys, run, window, found);
        return;
    }
    let mut start = run.start;
    for quarter in square.quarters() {
        let last = *quarter.keys().end();
        let rest = keys.get(start..run.end).unwrap_or_default();
        let end = start + rest.partition_point(|&key| key <= last);
        descend(keys, quarter, start..end, window, found);
        start = end;
    }
}

fn scan(keys: &[u64], run: Range<usize>, window: &Window, found: &mut Vec<Occupied>) {
    let mut start = run.start;
    let square = |key: u64| Square::holding(key, window.level);
    let same = |a: &u64, b: &u64| square(*a) == square(*b);
    for chunk in keys.get(run).unwrap_or_default().chunk_by(same) {
        let end = start + chunk.len();
        if let Some(square) = chunk.first().map(|&key| square(key))
            && window.meets(square)
        {
            let run = start..end;
            found.push(Occupied { square, run });
        }
        start = end;
    }
}

impl Window {
    fn over(bounds: WorldBounds, level: u8) -> Self {
        let cut = |place: Fixed| Square::holding(morton::interleave(place), level);
        let (min, max) = (cut(bounds.min.to_fixed()), cut(bounds.max.to_fixed()));
        Self {
            level,
            columns: min.x..=max.x,
            rows: min.y..=max.y,
        }
    }

    /// Whether a square of this level or of a coarser one has a part inside.
    fn meets(&self, square: Square) -> bool {
        let deeper = self.level - square.level.min(self.level);
        overlap(square.x, &self.columns, deeper) && overlap(square.y, &self.rows, deeper)
    }
}

/// Whether index `at` of a level has, `deeper` levels below, a part in `wanted`.
fn overlap(at: u32, wanted: &RangeInclusive<u32>, deeper: u8) -> bool {
    let up = |index: u32| index.checked_shr(u32::from(deeper)).unwrap_or(0);
    (up(*wanted.start())..=up(*wanted.end())).contains(&at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::World;
    use proptest::prelude::*;

    /// Keys crowded in a few squares, as towns are.
    fn keys() -> impl Strategy<Value = Vec<u64>> {
        let key = (0..8u64, any::<u16>()).prop_map(|(town, near)| (town << 59) | u64::from(near));
        prop::collection::vec(key, 0..300).prop_map(|mut keys| {
            keys.sort_unstable();
            keys
        })
    }

    proptest! {
        #[test]
        fn the_squares_of_the_world_hold_every_key_once(keys in keys(), level in 0..=morton::MAX_LEVEL) {
            let found = occupied(&keys, level, WorldBounds::WORLD);
            let mut next = 0;
            for Occupied { square, run } in found {
                prop_assert_eq!(run.start, next);
                prop_assert!(!run.is_empty());
                prop_assert!(keys[run.clone()].iter().all(|key| square.keys().contains(key)));
                next = run.end;
            }
            prop_assert_eq!(next, keys.len());
        }

        #[test]
        fn a_window_takes_the_squares_that_meet_it(keys in keys(), level in 0..=morton::MAX_LEVEL, x in 0.0..1.0f64, y in 0.0..1.0f64, side in 0.0..0.5f64) {
            let bounds = WorldBounds { min: World { x, y }, max: World { x: x + side, y: y + side } };
            let width = (-f64::from(level)).exp2();
            let mut all = occupied(&keys, level, WorldBounds::WORLD);
            all.retain(|cell| {
                let min = World { x: f64::from(cell.square.x) * width, y: f64::from(cell.square.y) * width };
                bounds.max.x >= min.x && bounds.max.y >= min.y && bounds.min.x < min.x + width && bounds.min.y < min.y + width
            });
            prop_assert_eq!(occupied(&keys, level, bounds), all);
        }
    }
}
