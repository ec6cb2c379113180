//! The points that a filter lets through, with running sums, so that the count, the middle and the levers of any run of
//! them cost the same few steps.

use crate::geo::{Fixed, World, WorldBounds, morton};
use std::iter;
use std::ops::{AddAssign, Range};

/// Six levers and none.
pub const LEVERS: usize = 7;

/// Points between two running sums: one prefix sum for 32 points costs 1.5 bytes a point instead of 48.
const BLOCK: usize = 32;

/// What a cluster needs to know of a run of points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many.
    pub count: u32,
    /// Sum of their x, in fixed-point units: 2³² points fit.
    pub x: u64,
    /// Sum of their y.
    pub y: u64,
    /// How many of each lever, none last.
    pub by_lever: [u32; LEVERS],
}

/// The points that a filter lets through, in the order of their Morton keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    keys: Vec<u64>,
    levers: Vec<u8>,
    items: Vec<u32>,
    /// `blocks[i]` sums the first `i * BLOCK` points.
    blocks: Vec<Sums>,
}

impl Matches {
    /// Bytes of memory that a point takes, its share of the running sums included.
    pub(super) const BYTES_A_POINT: u64 =
        (size_of::<u64>() + size_of::<u8>() + size_of::<u32>() + size_of::<Sums>().div_ceil(BLOCK))
            as u64;

    /// From (key, lever, item) in the order of the keys; at most `capacity` of them are expected.
    pub(super) fn from_sorted(
        capacity: usize,
        points: impl Iterator<Item = (u64, u8, u32)>,
    ) -> Self {
        let mut matches = Self::default();
        matches.refill(capacity, points);
        matches
    }

    /// The same, in the memory that other points leave: the memory of a page never shrinks, and new memory costs more time than the
    /// points do.
    pub(super) fn refill(&mut self, capacity: usize, points: impl Iterator<Item = (u64, u8, u32)>) {
        self.keys.clear();
        self.keys.reserve_exact(capacity);
        self.levers.clear();
        self.levers.reserve_exact(capacity);
        self.items.clear();
        self.items.reserve_exact(capacity);
        self.blocks.clear();
        self.blocks.reserve_exact(capacity / BLOCK + 1);
        let mut sums = Sums::default();
        for (position, (key, lever, item)) in points.enumerate() {
            if position.is_multiple_of(BLOCK) {
                self.blocks.push(sums);
            }
            sums.add_point(key, lever);
            self.keys.push(key);
            self.levers.push(lever);
            self.items.push(item);
        }
        if self.keys.len().is_multiple_of(BLOCK) {
            self.blocks.push(sums);
        }
    }

    /// How many points.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Their Morton keys, sorted.
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }

    /// The items of a run of points.
    pub fn items(&self, run: Range<usize>) -> impl Iterator<Item = u32> {
        self.items.get(run).into_iter().flatten().copied()
    }

    /// The places of a run of points.
    pub fn places(&self, run: Range<usize>) -> impl Iterator<Item = World> {
        let keys = self.keys.get(run).into_iter().flatten();
        keys.map(|&key| morton::deinterleave(key).to_world())
    }

    /// The items of the points within bounds, in the order of their keys. A scan of the part of the curve that the bounds cover.
    pub fn within(&self, bounds: WorldBounds) -> impl Iterator<Item = u32> {
        let key = |corner: World| morton::interleave(corner.to_fixed());
        let (first, last) = (key(bounds.min), key(bounds.max));
        let start = self.keys.partition_point(|&key| key < first);
        let end = self.keys.partition_point(|&key| key <= last);
        let keys = self.keys.get(start..end).into_iter().flatten();
        let items = self.items.get(start..end).into_iter().flatten();
        iter::zip(keys, items)
            .filter(move |&(&key, _)| bounds.contains(morton::deinterleave(key).to_world()))
            .map(|(_, &item)| item)
    }

    /// The sums of a run of points, in at most `2 * BLOCK` steps.
    pub fn sums(&self, run: Range<usize>) -> Sums {
        if run.len() <= BLOCK {
            return self.scanned(run);
        }
        let (first, last) = (run.start.div_ceil(BLOCK), run.end / BLOCK);
        let block = |index: usize| self.blocks.get(index).copied().unwrap_or_default();
        let mut sums = block(last).minus(block(first));
        sums += self.scanned(run.start..first * BLOCK);
        sums += self.scanned(last * BLOCK..run.end);
        sums
    }

    fn scanned(&self, run: Range<usize>) -> Sums {
        let keys = self.keys.get(run.clone()).into_iter().flatten();
        let levers = self.levers.get(run).into_iter().flatten();
        let mut sums = Sums::default();
        for (&key, &lever) in iter::zip(keys, levers) {
            sums.add_point(key, lever);
        }
        sums
    }
}

impl Sums {
    /// The mean place, or the origin of nothing.
    pub fn centre(&self) -> World {
        let mean = |sum: u64| sum as f64 / f64::from(self.count.max(1));
        World {
            x: mean(self.x) / Fixed::UNITS,
            y: mean(self.y) / Fixed::UNITS,
        }
    }

    fn add_point(&mut self, key: u64, lever: u8) {
        let Fixed { x, y } = morton::deinterleave(key);
        self.count += 1;
        self.x += u64::from(x);
        self.y += u64::from(y);
        let slot = usize::from(lever).min(LEVERS - 1);
        if let Some(count) = self.by_lever.get_mut(slot) {
            *count += 1;
        }
    }

    fn minus(mut self, other: Self) -> Self {
        self.count -= other.count;
        self.x -= other.x;
        self.y -= other.y;
        for (mine, theirs) in iter::zip(&mut self.by_lever, other.by_lever) {
            *mine -= theirs;
        }
        self
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.count += other.count;
        self.x += other.x;
        self.y += other.y;
        for (mine, theirs) in iter::zip(&mut self.by_lever, other.by_lever) {
            *mine += theirs;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn matches(mut points: Vec<(u64, u8, u32)>) -> Matches {
        points.sort_unstable();
        Matches::from_sorted(points.len(), points.into_iter())
    }

    #[test]
    fn nothing_sums_to_nothing() {
        assert_eq!(matches(vec![]).sums(0..0), Sums::default());
        assert_eq!(matches(vec![(1, 0, 0)]).sums(5..9), Sums::default());
    }

    proptest! {
        #[test]
        fn sums_are_those_of_a_scan(points in prop::collection::vec(any::<(u64, u8, u32)>(), 0..200), a: prop::sample::Index, b: prop::sample::Index) {
            let matches = matches(points);
            let (a, b) = (a.index(matches.len() + 1), b.index(matches.len() + 1));
            let run = a.min(b)..a.max(b);
            let sums = matches.sums(run.clone());
            prop_assert_eq!(sums, matches.scanned(run.clone()));
            prop_assert_eq!(sums.count as usize, run.len());
            prop_assert_eq!(sums.by_lever.iter().sum::<u32>(), sums.count);
        }

        #[test]
        fn the_centre_of_one_is_its_place(point: (u64, u8, u32)) {
            let centre = matches(vec![point]).sums(0..1).centre();
            prop_assert_eq!(morton::interleave(centre.to_fixed()), point.0);
        }
    }
}
