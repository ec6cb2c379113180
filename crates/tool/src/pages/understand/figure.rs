//! A chart with its title, what it counts, and the table behind it.

use crate::text::understand as words;
use leptos::prelude::*;

/// The figure. `heading`: that of the first column of the table; `rows`: its names and numbers.
pub fn figure(
    [title, heading]: [&'static str; 2],
    svg: AnyView,
    note: String,
    rows: Vec<(String, usize)>,
) -> AnyView {
    let rows = rows.into_iter().map(|(name, count)| {
        view! { <tr><th scope="row">{name}</th><td>{count}</td></tr> }
    });
    view! {
        <figure class="chart" role="figure" aria-label=title>
            <figcaption>{title}</figcaption>
            {svg}
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
