//! Every point of the map, sorted once along a Morton curve; a filter makes [`Matches`] of them in one pass.

use super::matches::Matches;
use crate::geo::{LonLat, World, mercator, morton};
use crate::order;

/// One place of one item. An item with several places makes several points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Where it is.
    pub at: World,
    /// Its class, below [`super::CLASSES`]; anything larger counts as the last.
    pub class: u8,
    /// Whatever the caller knows it by, for instance an index.
    pub item: u32,
}

/// Points in the order of their Morton keys; equal keys in the order of their items.
#[derive(Clone, Debug, Default)]
pub struct PointSet {
    keys: Vec<u64>,
    classes: Vec<u8>,
    items: Vec<u32>,
}

impl Point {
    /// A point at a place in degrees.
    pub fn at(place: LonLat, class: u8, item: u32) -> Self {
        let at = mercator::project(place);
        Self { at, class, item }
    }
}

impl PointSet {
    /// Sorts the points, in O(n log n), or O(n) if they come sorted. Their order makes no difference to the result.
    pub fn new(points: impl IntoIterator<Item = Point>) -> Self {
        let key = |point: &Point| morton::interleave(point.at.to_fixed());
        let points = points.into_iter().collect();
        // Points at one place: in the order of their items.
        let by_item = order::by_key(points, |point: &Point| {
            order::pair(point.item, point.class.into())
        });
        let sorted = order::by_key(by_item, key);
        Self {
            keys: sorted.iter().map(key).collect(),
            items: sorted.iter().map(|point| point.item).collect(),
            classes: sorted.iter().map(|point| point.class).collect(),
        }
    }

    /// Takes columns as they are: keys in ascending order, and the class of each; the item of a point is its position. O(n),
    /// with no sort. Refuses keys that are not in order, or columns of different lengths.
    pub fn from_sorted(keys: Vec<u64>, classes: Vec<u8>) -> Option<Self> {
        let items = (0..u32::try_from(keys.len()).ok()?).collect();
        let sound = keys.len() == classes.len() && keys.is_sorted();
        sound.then_some(Self {
            keys,
            classes,
            items,
        })
    }

    /// How many points.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The points whose item is wanted, ready to be clustered. O(n), the only cost of changing a filter.
    pub fn matching(&self, mut wanted: impl FnMut(u32) -> bool) -> Matches {
        let wanted = self.rows().filter(|&(.., item)| wanted(item));
        Matches::from_sorted(self.len(), wanted)
    }

    /// Key, class and item of each point.
    fn rows(&self) -> impl Iterator<Item = (u64, u8, u32)> {
        let columns = self.keys.iter().zip(&self.classes).zip(&self.items);
        columns.map(|((&key, &class), &item)| (key, class, item))
    }

    /// The Morton keys and the classes, in order.
    pub(super) fn columns(&self) -> (&[u64], &[u8]) {
        (&self.keys, &self.classes)
    }

    /// The Morton key and class of the point in this position of the curve.
    pub(super) fn entry(&self, position: u32) -> Option<(u64, u8)> {
        let position = position as usize;
        Some((*self.keys.get(position)?, *self.classes.get(position)?))
    }

    /// The place and class of the point in this position of the curve.
    pub fn point(&self, position: u32) -> Option<(World, u8)> {
        let (key, class) = self.entry(position)?;
        Some((morton::deinterleave(key).to_world(), class))
    }

    /// All the points, ready to be clustered.
    pub fn all(&self) -> Matches {
        self.matching(|_| true)
    }
}

/// Returns about how many bytes of memory this many points take: their columns and the [`Matches`] of a filter, which serve every filter.
pub fn memory(points: u32) -> u64 {
    let columns = size_of::<u64>() + size_of::<u8>() + size_of::<u32>();
    u64::from(points) * (columns as u64 + Matches::BYTES_A_POINT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lon: f64, lat: f64, item: u32) -> Point {
        Point::at(LonLat::new(lon, lat).unwrap(), 0, item)
    }

    #[test]
    fn the_order_given_makes_no_difference() {
        let places = [
            point(2.35, 48.85, 0),
            point(55.45, -20.88, 1),
            point(2.35, 48.85, 2),
            point(-61.53, 16.24, 3),
        ];
        let (there, back) = (
            PointSet::new(places),
            PointSet::new(places.into_iter().rev()),
        );
        assert_eq!(there.keys, back.keys);
        assert_eq!(there.items, back.items);
        assert!(there.keys.is_sorted());
    }

    #[test]
    fn sorted_columns_are_taken_as_they_are() {
        let set = PointSet::from_sorted(vec![3, 3, 9], vec![5, 0, 6]).unwrap();
        assert_eq!(set.all().keys(), [3, 3, 9]);
        assert!(set.all().items(0..3).eq(0..3));
        assert!(PointSet::from_sorted(vec![3, 2], vec![0, 0]).is_none());
        assert!(PointSet::from_sorted(vec![3], vec![]).is_none());
    }

    #[test]
    fn a_million_points_take_some_thirty_megabytes() {
        assert_eq!(memory(0), 0);
        assert!((30_000_000..35_000_000).contains(&memory(1_000_000)));
        assert!(memory(u32::MAX) > u64::from(u32::MAX));
    }

    #[test]
    fn a_filter_keeps_the_wanted_items() {
        let set = PointSet::new((0..10).map(|item| point(f64::from(item), 45.0, item % 3)));
        let matches = set.matching(|item| item == 2);
        assert_eq!(matches.len(), 3);
        assert!(matches.items(0..3).all(|item| item == 2));
        assert_eq!(set.all().len(), 10);
    }
}
