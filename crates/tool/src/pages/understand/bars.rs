//! A chart of bars, and the table behind it.

use crate::text::understand as words;
use leptos::prelude::*;

/// Units of the picture: its width, that of names, the height of a bar's line and of the bar.
const WIDTH: usize = 400;
const NAMES: usize = 190;
const NUMBERS: usize = 30;
const LINE: usize = 22;
const BAR: usize = 14;

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
    let most = bars
        .iter()
        .map(|bar| bar.count)
        .max()
        .unwrap_or_default()
        .max(1);
    let lines = (0..).zip(bars).map(|(position, bar)| {
        let y = position * LINE;
        let length = (WIDTH - NAMES - NUMBERS) * bar.count / most;
        let middle = y + LINE / 2 + 4;
        view! {
            <text class="bar-name" x=NAMES - 6 y=middle>{bar.name.clone()}</text>
            <rect class=format!("chart-bar {}", bar.class) x=NAMES y=y + (LINE - BAR) / 2 width=length.max(1) height=BAR rx="2" />
            <text class="bar-count" x=NAMES + length + 5 y=middle>{bar.count}</text>
        }
    });
    let rows = bars.iter().map(|bar| {
        view! { <tr><th scope="row">{bar.name.clone()}</th><td>{bar.count}</td></tr> }
    });
    view! {
        <figure class="chart" role="figure" aria-label=title>
            <figcaption>{title}</figcaption>
            <svg viewBox=format!("0 0 {WIDTH} {}", bars.len() * LINE) aria-hidden="true" focusable="false">{lines.collect_view()}</svg>
            <p class="note">{note}</p>
            <details>
                <summary>{words::TABLE} <span class="unseen">{format!("\u{a0}: {title}")}</span></summary>
                <table class="counts" aria-label=title>
                    <thead><tr><th scope="col">{heading}</th><th scope="col">{words::COUNT}</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </details>
        </figure>
    }
    .into_any()
}
