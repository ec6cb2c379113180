//! A very long list of which the page holds a few rows: those on screen, and those where the keyboard is or goes next.

use std::ops::Range;

/// Height of a row, in pixels. The style sheet has the same number.
pub const ROW_PX: f64 = 44.0;
/// The longest list, rows: browsers draw nothing below some 17 million pixels.
pub const MOST: usize = 300_000;
/// Rows held above and below those on screen.
const SPARE: usize = 4;

/// Returns the rows that the page holds, in ascending order: those on screen when the list is scrolled by `top` and shows `height`
/// pixels, and the focused one with its neighbours, which the Tab key reaches.
pub fn held(top: f64, height: f64, total: usize, focused: Option<usize>) -> Vec<usize> {
    let row = |px: f64| (px / ROW_PX) as usize;
    let seen = around(row(top), row(top + height), SPARE, total);
    let focus = focused.map_or(0..0, |row| around(row, row, 1, total));
    let (first, second) = if focus.start < seen.start {
        (focus, seen)
    } else {
        (seen, focus)
    };
    let rest = second.start.max(first.end)..second.end;
    first.chain(rest).collect()
}

fn around(first: usize, last: usize, more: usize, total: usize) -> Range<usize> {
    let end = last.saturating_add(more + 1).min(total);
    first.saturating_sub(more).min(end)..end
}

/// The row where a key takes the focus from another, by the name the DOM gives the key; `page` rows are on screen.
pub fn reached(key: &str, row: usize, page: usize, total: usize) -> Option<usize> {
    let last = total.checked_sub(1)?;
    let to = match key {
        "ArrowDown" => row + 1,
        "ArrowUp" => row.saturating_sub(1),
        "PageDown" => row + page,
        "PageUp" => row.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_empty_list_holds_nothing() {
        assert!(held(0.0, 400.0, 0, None).is_empty());
        assert!(held(900.0, 400.0, 0, Some(3)).is_empty());
        assert_eq!(reached("End", 0, 10, 0), None);
    }

    #[test]
    fn keys_stay_in_the_list() {
        assert_eq!(reached("ArrowUp", 0, 10, 5), Some(0));
        assert_eq!(reached("ArrowDown", 4, 10, 5), Some(4));
        assert_eq!(reached("PageDown", 1, 2, 5), Some(3));
        assert_eq!(reached("PageUp", 3, 2, 5), Some(1));
        assert_eq!(reached("Home", 3, 2, 5), Some(0));
        assert_eq!(reached("End", 3, 2, 5), Some(4));
        assert_eq!(reached("Tab", 3, 2, 5), None);
    }

    proptest! {
        #[test]
        fn what_is_seen_and_what_has_the_focus_is_held(top in 0.0..1e7f64, height in 0.0..2000.0f64, total in 0..MOST, focused: prop::sample::Index) {
            let focused = (total > 0).then(|| focused.index(total.max(1)));
            let held = held(top, height, total, focused);
            prop_assert!(held.is_sorted_by(|a, b| a < b), "ascending, each once");
            prop_assert!(held.iter().all(|&row| row < total));
            prop_assert!(held.len() <= (height / ROW_PX) as usize + 2 * SPARE + 2 + 3, "no more than a screen and some");
            let seen = (top / ROW_PX) as usize..=((top + height) / ROW_PX) as usize;
            for row in seen.filter(|&row| row < total) {
                prop_assert!(held.contains(&row), "row {row} is on screen");
            }
            for row in focused.into_iter().flat_map(|row| row.saturating_sub(1)..=(row + 1).min(total - 1)) {
                prop_assert!(held.contains(&row), "row {row} has the focus or is next to it");
            }
        }
    }
}
