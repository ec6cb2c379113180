//! How dark a cell is: a step of a scale, for the style.

/// So many steps, without that of nothing.
const STEPS: usize = 5;

/// The step of a count among those up to `most`: 0 for none, the last for the most.
pub fn step(count: usize, most: usize) -> usize {
    (count * STEPS).div_ceil(most.max(1)).min(STEPS)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn nothing_is_plain_and_the_most_is_darkest() {
        assert_eq!(
            [0, 1, 10, 11, 50, 60].map(|count| step(count, 50)),
            [0, 1, 1, 2, 5, 5]
        );
        assert_eq!(step(0, 0), 0);
    }
}
