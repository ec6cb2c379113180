//! A chart of bars, one under another.

use super::figure::figure;
use leptos::prelude::*;

/// Units of the picture: its width, that of numbers, the height of a bar's line and of the bar.
const WIDTH: usize = 400;
const NUMBERS: usize = 30;
const LINE: usize = 22;
const BAR: usize = 14;
/// The width of a letter in the widest of the usual fonts, and what parts a name from its bar.
const LETTER: usize = 8;
const GAP: usize = 6;

/// A bar.
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// How long it is.
    pub count: usize,
    /// The class of its colour; empty for the usual one.
    pub class: &'static str,
}

/// The chart. `heading`: that of the first column of the table.
pub fn chart([title, heading]: [&'static str; 2], note: String, bars: &[Bar]) -> AnyView {
    let most = bars.iter().map(|bar| bar.count).max();
    let most = most.unwrap_or_default().max(1);
    let names = names_width(bars);
    let lines = (0..).zip(bars).map(|(position, bar)| {
        let y = position * LINE;
        let length = (WIDTH - names - NUMBERS) * bar.count / most;
        let middle = y + LINE / 2 + 4;
        view! {
            <text class="bar-name" x=names - GAP y=middle>{bar.name.clone()}</text>
            <rect class=format!("chart-bar {}", bar.class) x=names y=y + (LINE - BAR) / 2 width=length.max(1) height=BAR rx="2" />
            <text class="bar-count" x=names + length + 5 y=middle>{bar.count}</text>
        }
    });
    let svg = view! {
        <svg viewBox=format!("0 0 {WIDTH} {}", bars.len() * LINE) aria-hidden="true" focusable="false">{lines.collect_view()}</svg>
    };
    let rows = bars.iter().map(|bar| (bar.name.clone(), bar.count));
    figure([title, heading], svg.into_any(), note, rows.collect())
}

/// The room of the longest name; half of the picture at least, so that charts beside one another have their bars on one line.
fn names_width(bars: &[Bar]) -> usize {
    let longest = bars.iter().map(|bar| bar.name.chars().count()).max();
    (longest.unwrap_or_default() * LETTER + GAP).clamp(WIDTH / 2, WIDTH * 2 / 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_has_its_room() {
        let bar = |name: &str| Bar {
            name: name.to_owned(),
            count: 1,
            class: "",
        };
        let name = "Provence-Alpes-Côte d’Azur";
        assert!(names_width(&[bar("Paris"), bar(name)]) >= name.chars().count() * LETTER + GAP);
        assert_eq!(names_width(&[]), WIDTH / 2);
        assert!(names_width(&[bar(&"a".repeat(99))]) < WIDTH - NUMBERS);
    }
}
