//! Figures, each with its year and its source.

use super::context;
use super::evidence::EvidenceNote;
use super::terms::explained;
use leptos::prelude::*;
use model::domain::{Comparison, Document, Figure};

/// The figures of a sheet, or nothing when it has none.
#[component]
pub fn Figures(
    /// In order.
    figures: Vec<Figure>,
) -> impl IntoView {
    let texts = context().texts;
    let item = |figure: &Figure| {
        let value = format!("{}\u{a0}{}", quantity(figure), figure.unit);
        let compare = figure.compare.as_ref();
        let compare = compare.map(|other| comparison(figure, other));
        view! {
            <li>
                <strong class="value" lang="fr">{value}</strong>
                " "
                <span lang="fr">{explained(&figure.label)}</span>
                " "
                <span class="year">{format!("({})", year(figure))}</span>
                " "
                <EvidenceNote evidence=figure.source.clone() />
                {compare}
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

/// The number, or both ends of a range.
fn quantity(figure: &Figure) -> String {
    let texts = context().texts;
    let value = (texts.number)(figure.value);
    figure.to.map_or(value.clone(), |to| {
        (texts.range)(&value, &(texts.number)(to))
    })
}

/// The year of a figure; of one that its document does not date, the year of the document, said as such.
fn year(figure: &Figure) -> String {
    let context = context();
    let mut documents = context.documents.iter();
    let document = documents.find(|document| document.id == figure.source.document);
    let published = || document.and_then(Document::year);
    match figure.year {
        Some(year) => year.to_string(),
        None => (context.texts.undated)(published()),
    }
}

/// « 22,2 % ».
fn measure(value: f64, unit: &str) -> String {
    format!("{}\u{a0}{unit}", (context().texts.number)(value))
}

/// What the document sets beside a figure, in words, and both numbers as bars. A range has no length.
fn comparison(figure: &Figure, other: &Comparison) -> AnyView {
    let words = (context().texts.compared)(&other.label, &measure(other.value, &figure.unit));
    let number = figure.to.is_none().then_some(figure.value);
    let bars = number.and_then(|value| bars(value, other.value));
    let bars = bars.map(|(this, that)| {
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
