//! Sorting by whole numbers, for everything that is sorted in the browser.
//!
//! Each type that the standard library sorts costs its own copy of the sort, about 1.5 KB in the compressed app. Here there is
//! one copy, for pairs of a key and a position.

/// The items in ascending order of their keys; equal keys keep their order. At most 2³² items.
pub fn by_key<T>(items: Vec<T>, key: impl FnMut(&T) -> u64) -> Vec<T> {
    let mut order: Vec<(u64, u32)> = items.iter().map(key).zip(0..).collect();
    in_place(&mut order);
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|(_, position)| slots.get_mut(position as usize)?.take())
        .collect()
}

/// Sorts pairs of a key and a position where they are: what is sorted at each frame asks for no memory.
pub fn in_place(pairs: &mut [(u64, u32)]) {
    pairs.sort_unstable();
}

/// Two numbers as one key: by the first, then by the second.
pub const fn pair(first: u32, second: u32) -> u64 {
    (first as u64) << 32 | second as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn as_a_stable_sort_does(numbers in proptest::collection::vec(0u64..50, 0..200)) {
            let numbered: Vec<_> = numbers.into_iter().enumerate().collect();
            let mut expected = numbered.clone();
            expected.sort_by_key(|&(_, number)| number);
            prop_assert_eq!(by_key(numbered, |&(_, number)| number), expected);
        }
    }
}
