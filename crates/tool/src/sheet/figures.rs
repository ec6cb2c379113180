//! Figures, each with its year and its source.

use super::context;
use super::evidence::EvidenceNote;
use super::terms::explained;
use leptos::prelude::*;
use model::domain::{Comparison, Figure};

/// The figures of a sheet, or nothing when it has none.
#[component]
pub fn Figures(
    /// In order.
    figures: Vec<Figure>,
) -> impl IntoView {
    let texts = context().texts;
    let item = |figure: &Figure| {
        let value = measure(figure.value, &figure.unit);
        let compare = figure.compare.as_ref();
        let compare = compare.map(|other| comparison(figure.value, other, &figure.unit));
        view! {
            <li>
                <strong class="value" lang="fr">{value}</strong>
                " "
                <span lang="fr">{explained(&figure.label)}</span>
                " "
                <span class="year">{format!("({})", figure.year)}</span>
                {compare}
                <EvidenceNote evidence=figure.source.clone() />
            </li>
        }
    };
    let items = figures.iter().map(item).collect_view();
    (!figures.is_empty()).then(|| {
        view! {
            <section class="figures">
                <h3>{texts.figures}</h3>
                <ul>{items}</ul>
            </section>
        }
    })
}

/// « 22,2 % ».
fn measure(value: f64, unit: &str) -> String {
    format!("{}\u{a0}{unit}", (context().texts.number)(value))
}

/// What the document sets beside a figure, in words, and both numbers as bars.
fn comparison(value: f64, other: &Comparison, unit: &str) -> AnyView {
    let words = (context().texts.compared)(&other.label, &measure(other.value, unit));
    let bars = bars(value, other.value).map(|(this, that)| {
        view! {
            <svg class="bars" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <path class="bar" d=format!("M0 4H{this}") />
                <path class="bar other" d=format!("M0 15H{that}") />
            </svg>
        }
    });
    view! { <p class="compare">{bars}<span lang="fr">{words}</span></p> }.into_any()
}

/// The lengths of two bars in hundredths, the longer one 100. `None` when a number is negative or both are zero: no length would
/// be true.
fn bars(value: f64, other: f64) -> Option<(f64, f64)> {
    let longest = value.max(other);
    let length = |number: f64| (number / longest * 1000.0).round() / 10.0;
    (value >= 0.0 && other >= 0.0 && longest > 0.0).then(|| (length(value), length(other)))
}

#[cfg(test)]
mod tests {
    use super::bars;

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        assert_eq!(bars(22.2, 10.2), Some((100.0, 45.9)));
        assert_eq!(bars(2.0, 8.0), Some((25.0, 100.0)));
        assert_eq!(bars(0.0, 8.0), Some((0.0, 100.0)));
        assert_eq!(bars(0.0, 0.0), None);
        assert_eq!(bars(2.2, -6.8), None);
    }
}
