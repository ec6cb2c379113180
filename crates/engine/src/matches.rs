//! The points that a filter lets through, with running sums per class: the count, the centre and the classes of any run take a few
//! steps, and a filter by class takes none.

use crate::geo::{Fixed, World, WorldBounds, morton};
use std::iter;
use std::ops::{AddAssign, Range, Sub};

/// Number of classes. A class is what the colour of a point tells; the caller says what it means.
pub const CLASSES: usize = 7;

/// Points between two running sums: 32 make the sums cost 5 bytes per point instead of 168.
const BLOCK: usize = 32;

/// The mask of all classes.
const ALL: u8 = (1 << CLASSES) - 1;

/// What a cluster needs to know of a run of points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many.
    pub count: u32,
    /// Sum of their x, in fixed-point units: 2³² points fit.
    pub x: u64,
    /// Sum of their y.
    pub y: u64,
    /// How many of each class.
    pub by_class: [u32; CLASSES],
}

const BLOCK_BYTES: usize = size_of::<[ClassSums; CLASSES]>();

/// The points that a filter lets through, sorted by Morton key, and among them those that it hides by class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    keys: Vec<u64>,
    classes: Vec<u8>,
    items: Vec<u32>,
    /// `blocks[i]` sums the first `i * BLOCK` points, class by class.
    blocks: Vec<[ClassSums; CLASSES]>,
    /// Bit n: whether points of class n do not match.
    hidden: u8,
}

/// The [`Sums`] of the points of one class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct ClassSums {
    count: u32,
    x: u64,
    y: u64,
}

impl Matches {
    /// Bytes of memory that a point takes, its share of the running sums included.
    pub(super) const BYTES_A_POINT: u64 =
        (size_of::<u64>() + size_of::<u8>() + size_of::<u32>() + BLOCK_BYTES.div_ceil(BLOCK))
            as u64;

    /// From (key, class, item) in the order of the keys; at most `capacity` of them are expected.
    pub(super) fn from_sorted(
        capacity: usize,
        points: impl Iterator<Item = (u64, u8, u32)>,
    ) -> Self {
        let mut matches = Self::default();
        matches.refill(capacity, points);
        matches
    }

    /// The same, in memory that is already there: a page never gives memory back, and new memory takes more time than the points.
    pub(super) fn refill(&mut self, capacity: usize, points: impl Iterator<Item = (u64, u8, u32)>) {
        self.clear(capacity);
        for (key, class, item) in points {
            self.keys.push(key);
            self.classes.push(class);
            self.items.push(item);
        }
        self.sum_blocks();
    }

    /// The same from whole columns; items count up from `first`. Three times as fast as one by one.
    pub(super) fn refill_with(&mut self, keys: &[u64], classes: &[u8], first: u32) {
        self.clear(keys.len());
        self.keys.extend_from_slice(keys);
        self.classes.extend_from_slice(classes);
        self.items.extend((first..).take(keys.len()));
        self.sum_blocks();
    }

    fn clear(&mut self, capacity: usize) {
        self.keys.clear();
        self.keys.reserve_exact(capacity);
        self.classes.clear();
        self.classes.reserve_exact(capacity);
        self.items.clear();
        self.items.reserve_exact(capacity);
    }

    fn sum_blocks(&mut self) {
        let mut sums = [ClassSums::default(); CLASSES];
        self.blocks.clear();
        self.blocks.reserve_exact(self.keys.len() / BLOCK + 1);
        self.blocks.push(sums);
        let blocks = iter::zip(
            self.keys.chunks_exact(BLOCK),
            self.classes.chunks_exact(BLOCK),
        );
        for (keys, classes) in blocks {
            for (&key, &class) in iter::zip(keys, classes) {
                if let Some(sums) = sums.get_mut(slot(class)) {
                    sums.add_point(key);
                }
            }
            self.blocks.push(sums);
        }
    }

    /// Lets through the points of these classes alone: bit n of `mask` is class n. O(1).
    pub fn show(&mut self, mask: u8) {
        self.hidden = !mask & ALL;
    }

    /// Whether points of this class are let through.
    fn shows(&self, class: u8) -> bool {
        self.hidden >> slot(class) & 1 == 0
    }

    /// How many points, hidden ones included.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Their Morton keys, sorted, those of hidden points included.
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }

    /// The items of a run of points, without the hidden ones.
    pub fn items(&self, run: Range<usize>) -> impl DoubleEndedIterator<Item = u32> {
        self.shown(run, &self.items)
    }

    /// The Morton keys of a run of points, without the hidden ones.
    pub fn keys_of(&self, run: Range<usize>) -> impl DoubleEndedIterator<Item = u64> {
        self.shown(run, &self.keys)
    }

    /// The places of a run of points, without the hidden ones.
    pub fn places(&self, run: Range<usize>) -> impl Iterator<Item = World> {
        self.keys_of(run)
            .map(|key| morton::deinterleave(key).to_world())
    }

    fn shown<'a, T: Copy>(
        &'a self,
        run: Range<usize>,
        column: &'a [T],
    ) -> impl DoubleEndedIterator<Item = T> {
        let classes = self.classes.get(run.clone()).unwrap_or_default();
        let values = column.get(run).unwrap_or_default();
        iter::zip(classes, values)
            .filter(|&(&class, _)| self.shows(class))
            .map(|(_, &value)| value)
    }

    /// Returns the items of the points within bounds, in the order of their keys. Scans the part of the curve that the bounds cover.
    pub fn within(&self, bounds: WorldBounds) -> impl Iterator<Item = u32> {
        let key = |corner: World| morton::interleave(corner.to_fixed());
        let (first, last) = (key(bounds.min), key(bounds.max));
        let start = self.keys.partition_point(|&key| key < first);
        let end = self.keys.partition_point(|&key| key <= last);
        iter::zip(self.keys_of(start..end), self.items(start..end))
            .filter(move |&(key, _)| bounds.contains(morton::deinterleave(key).to_world()))
            .map(|(_, item)| item)
    }

    /// The sums of a run of points, in at most `2 * BLOCK` steps.
    pub fn sums(&self, run: Range<usize>) -> Sums {
        if run.len() <= BLOCK {
            return self.scanned(run);
        }
        let (first, last) = (run.start.div_ceil(BLOCK), run.end / BLOCK);
        let mut sums = self.between(first, last);
        sums += self.scanned(run.start..first * BLOCK);
        sums += self.scanned(last * BLOCK..run.end);
        sums
    }

    /// The sums of the points from one block to another.
    fn between(&self, first: usize, last: usize) -> Sums {
        let block = |index: usize| self.blocks.get(index).copied().unwrap_or_default();
        let mut sums = Sums::default();
        for (class, (before, after)) in (0..).zip(iter::zip(block(first), block(last))) {
            if self.shows(class) {
                sums.add(class, after - before);
            }
        }
        sums
    }

    fn scanned(&self, run: Range<usize>) -> Sums {
        let keys = self.keys.get(run.clone()).unwrap_or_default();
        let classes = self.classes.get(run).unwrap_or_default();
        let mut sums = Sums::default();
        for (&key, &class) in iter::zip(keys, classes) {
            if self.shows(class) {
                let mut point = ClassSums::default();
                point.add_point(key);
                sums.add(class, point);
            }
        }
        sums
    }
}

impl ClassSums {
    fn add_point(&mut self, key: u64) {
        let Fixed { x, y } = morton::deinterleave(key);
        self.count += 1;
        self.x += u64::from(x);
        self.y += u64::from(y);
    }
}

impl Sums {
    /// Returns the mean place, or the origin when there are no points.
    pub fn centre(&self) -> World {
        let mean = |sum: u64| sum as f64 / f64::from(self.count.max(1));
        World {
            x: mean(self.x) / Fixed::UNITS,
            y: mean(self.y) / Fixed::UNITS,
        }
    }

    fn add(&mut self, class: u8, points: ClassSums) {
        self.count += points.count;
        self.x += points.x;
        self.y += points.y;
        if let Some(count) = self.by_class.get_mut(slot(class)) {
            *count += points.count;
        }
    }
}

impl Sub for ClassSums {
    type Output = Self;

    fn sub(self, before: Self) -> Self {
        Self {
            count: self.count - before.count,
            x: self.x - before.x,
            y: self.y - before.y,
        }
    }
}

/// Where a class is counted.
fn slot(class: u8) -> usize {
    usize::from(class).min(CLASSES - 1)
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.count += other.count;
        self.x += other.x;
        self.y += other.y;
        for (mine, theirs) in iter::zip(&mut self.by_class, other.by_class) {
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

    #[test]
    fn a_mask_keeps_the_wanted_classes() {
        let mut matches = matches((0..9).map(|n| (u64::from(n), n as u8, n)).collect());
        let mut kept = |mask| {
            matches.show(mask);
            matches.items(0..9).collect::<Vec<_>>()
        };
        assert_eq!(kept(0b000_0101), [0, 2]);
        assert_eq!(kept(0b100_0000), [6, 7, 8], "none, however it is written");
        assert_eq!(kept(0b111_1111).len(), 9);
    }

    proptest! {
        #[test]
        fn sums_are_those_of_a_scan(points in prop::collection::vec((any::<u64>(), 0..9u8, any::<u32>()), 0..200), mask in 0..=ALL, a: prop::sample::Index, b: prop::sample::Index) {
            let mut matches = matches(points);
            matches.show(mask);
            let (a, b) = (a.index(matches.len() + 1), b.index(matches.len() + 1));
            let run = a.min(b)..a.max(b);
            let sums = matches.sums(run.clone());
            prop_assert_eq!(sums, matches.scanned(run.clone()));
            prop_assert_eq!(sums.count as usize, matches.items(run).count());
            prop_assert_eq!(sums.by_class.iter().sum::<u32>(), sums.count);
        }

        #[test]
        fn the_centre_of_one_is_its_place(point: (u64, u8, u32)) {
            let centre = matches(vec![point]).sums(0..1).centre();
            prop_assert_eq!(morton::interleave(centre.to_fixed()), point.0);
        }
    }
}
