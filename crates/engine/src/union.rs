//! Several layers of points as one: a filter fills [`Matches`] with all of them, so that none of their clusters hides another.

use super::matches::{CLASSES, Matches};
use super::points::PointSet;
use std::iter;

/// Most layers at once: when there are several, each takes the colour of a class.
pub const MAX_LAYERS: usize = CLASSES;

/// Bits of an item that say which point of its layer it is: more points than any memory holds.
const POSITION_BITS: u32 = 28;

/// Returns the item of a point among several layers.
pub const fn item_of(layer: usize, position: u32) -> u32 {
    (layer as u32) << POSITION_BITS | position
}

/// The layer of an item, and its position there.
pub const fn layer_of(item: u32) -> (usize, u32) {
    let position = item & ((1 << POSITION_BITS) - 1);
    ((item >> POSITION_BITS) as usize, position)
}

/// Fills `matches` with the points of one layer, by its index, each with its own class.
pub fn alone(matches: &mut Matches, index: usize, layer: &PointSet) {
    let (keys, classes) = layer.columns();
    matches.refill_with(keys, classes, item_of(index, 0));
}

/// Fills `matches` with the points to which `drawn_as(layer, class)` gives a class; their items are those of [`item_of`]. One pass over
/// the columns.
pub fn union(
    matches: &mut Matches,
    layers: &[&PointSet],
    drawn_as: impl Fn(usize, u8) -> Option<u8>,
) {
    let mut next = [0_u32; MAX_LAYERS];
    let merged = iter::from_fn(|| {
        let heads = iter::zip(layers, &next).enumerate();
        let ahead = heads.filter_map(|(layer, (set, &at))| Some((set.entry(at)?, layer)));
        let ((key, class), layer) = ahead.min()?;
        let position = next.get_mut(layer)?;
        let item = item_of(layer, *position);
        *position += 1;
        Some((key, drawn_as(layer, class), item))
    });
    let total = layers.iter().map(|set| set.len()).sum();
    let drawn = merged.filter_map(|(key, class, item)| Some((key, class?, item)));
    matches.refill(total, drawn);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn united(layers: &[&PointSet], drawn_as: impl Fn(usize, u8) -> Option<u8>) -> Matches {
        let mut matches = Matches::default();
        union(&mut matches, layers, drawn_as);
        matches
    }

    fn set(mut keys: Vec<u64>) -> PointSet {
        keys.sort_unstable();
        let classes = keys.iter().map(|key| (key % 7) as u8).collect();
        PointSet::from_sorted(keys, classes).unwrap()
    }

    #[test]
    fn items_say_their_layer() {
        for (layer, position) in [(0, 0), (3, 41), (MAX_LAYERS - 1, (1 << 28) - 1)] {
            assert_eq!(layer_of(item_of(layer, position)), (layer, position));
        }
    }

    proptest! {
        #[test]
        fn every_point_of_every_layer_is_there_once(layers in prop::collection::vec(prop::collection::vec(0..500u64, 0..60), 0..=MAX_LAYERS)) {
            let sets: Vec<PointSet> = layers.into_iter().map(set).collect();
            let sets: Vec<&PointSet> = sets.iter().collect();
            let all = united(&sets, |layer, _| Some(layer as u8));
            prop_assert!(all.keys().is_sorted());
            prop_assert_eq!(all.len(), sets.iter().map(|set| set.len()).sum::<usize>());
            let sums = all.sums(0..all.len());
            for (layer, set) in sets.iter().enumerate() {
                prop_assert_eq!(sums.by_class[layer] as usize, set.len());
                let of_layer: Vec<u32> = all.items(0..all.len()).filter(|&item| layer_of(item).0 == layer).collect();
                prop_assert_eq!(of_layer, (0..set.len() as u32).map(|at| item_of(layer, at)).collect::<Vec<_>>());
            }
        }

        #[test]
        fn one_layer_is_filtered_as_by_a_mask(keys in prop::collection::vec(0..500u64, 0..80), mask in 0u8..128) {
            let set = set(keys);
            let some = united(&[&set], |_, class| (mask >> class & 1 == 1).then_some(class));
            let is_wanted = |item| set.entry(item).is_some_and(|(_, class)| mask >> class & 1 == 1);
            let expected = set.matching(is_wanted);
            prop_assert_eq!(some.keys(), expected.keys());
            prop_assert!(some.items(0..some.len()).eq(expected.items(0..some.len())));
        }

        #[test]
        fn alone_is_the_union_of_one(before in prop::collection::vec(0..500u64, 0..80), keys in prop::collection::vec(0..500u64, 0..80)) {
            let (before, set) = (set(before), set(keys));
            let mut matches = united(&[&before], |_, class| Some(class));
            let none = PointSet::default();
            alone(&mut matches, 1, &set);
            prop_assert_eq!(matches, united(&[&none, &set], |_, class| Some(class)));
        }

        #[test]
        fn nothing_is_left_of_the_points_before(before in prop::collection::vec(0..500u64, 0..80), keys in prop::collection::vec(0..500u64, 0..80)) {
            let (before, set) = (set(before), set(keys));
            let mut matches = united(&[&before], |_, class| Some(class));
            union(&mut matches, &[&set], |_, class| Some(class));
            prop_assert_eq!(matches, united(&[&set], |_, class| Some(class)));
        }
    }
}
