//! How many typing errors lie between two words.

/// The most letters that are compared.
const LONGEST: usize = 24;

/// Letters changed, missing, in excess, or exchanged with their neighbour: the optimal string alignment distance, when it is at most
/// `most`. Letters are bytes: words are folded.
pub fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most || a.len().max(b.len()) > LONGEST {
        return None;
    }
    let mut before = [0; LONGEST + 1];
    let mut above: [usize; LONGEST + 1] = std::array::from_fn(|column| column);
    for (i, &x) in a.iter().enumerate() {
        let mut row = [i + 1; LONGEST + 1];
        let mut left = i + 1;
        let mut least = left;
        for (j, &y) in b.iter().enumerate() {
            let at = |cells: &[usize; LONGEST + 1], column: usize| {
                cells.get(column).copied().unwrap_or(LONGEST)
            };
            let mut cost = (at(&above, j) + usize::from(x != y))
                .min(left + 1)
                .min(at(&above, j + 1) + 1);
            let exchanged = i > 0 && j > 0 && a.get(i - 1) == Some(&y) && b.get(j - 1) == Some(&x);
            if exchanged {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = cost;
            }
            left = cost;
            least = least.min(cost);
        }
        if least > most {
            return None;
        }
        before = above;
        above = row;
    }
    above.get(b.len()).copied().filter(|&cost| cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_distances() {
        for (a, b, expected) in [
            ("nantes", "nantes", Some(0)),
            ("nantes", "nnates", Some(1)),
            ("sareguemine", "sarreguemines", Some(2)),
            ("choisi", "choisy", Some(1)),
            ("lille", "lyon", None),
            ("", "ab", Some(2)),
        ] {
            assert_eq!(distance(a, b, 2), expected, "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn it_is_symmetric_and_zero_only_for_the_same(a in "[a-d]{0,8}", b in "[a-d]{0,8}") {
            prop_assert_eq!(distance(&a, &b, 8), distance(&b, &a, 8));
            prop_assert_eq!(distance(&a, &b, 8) == Some(0), a == b);
        }

        #[test]
        fn one_error_is_one(word in "[a-z]{2,12}", at in 0usize..12, letter in proptest::char::range('a', 'z')) {
            let mut changed: Vec<char> = word.chars().collect();
            let at = at % changed.len();
            changed[at] = letter;
            let changed: String = changed.into_iter().collect();
            prop_assert!(distance(&word, &changed, 1).is_some());
        }
    }
}
