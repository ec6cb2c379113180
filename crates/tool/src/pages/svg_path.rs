//! Lines as the `d` of an SVG path.

use std::fmt::Write;

/// A line of whole units, each step from the one before; closed or not.
pub fn line(points: &[[i64; 2]], closed: bool) -> String {
    let [first, rest @ ..] = points else {
        return String::new();
    };
    // What closes a line is its last step.
    let rest = match rest {
        [before @ .., last] if closed && last == first => before,
        _ => rest,
    };
    let mut written = format!("M{} {}l", first[0], first[1]);
    let mut before = first;
    for (position, point) in rest.iter().enumerate() {
        let [x, y] = [point[0] - before[0], point[1] - before[1]];
        // A minus sign is separator enough.
        let gap = |value: i64| if value < 0 { "" } else { " " };
        let apart = if position == 0 { "" } else { gap(x) };
        let _ = write!(written, "{apart}{x}{}{y}", gap(y));
        before = point;
    }
    if closed {
        written.push('z');
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_each_step_from_the_one_before() {
        let corners = [[10, 20], [12, 17], [9, 17], [10, 20]];
        assert_eq!(line(&corners, true), "M10 20l2-3-3 0z");
        assert_eq!(line(&corners, false), "M10 20l2-3-3 0 1 3");
        assert_eq!(line(&[], true), "");
    }
}
