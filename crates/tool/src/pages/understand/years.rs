//! The years in which an authority used a lever, on an axis where each year has its place, those without anything too.

use super::Source;
use super::figure::figure;
use crate::text::understand as words;
use leptos::prelude::*;
use model::domain::LeverUse;
use std::collections::BTreeMap;

/// Units of the picture: its width, the highest column, the room of numbers above and of years below.
const WIDTH: usize = 400;
const HEIGHT: usize = 150;
const ABOVE: usize = 18;
const BELOW: usize = 26;
/// The room of the label of a year, so that two never touch.
const LABEL: usize = 48;

/// The chart.
pub fn chart(source: &Source<'_>) -> AnyView {
    let (counts, dated) = counts(source);
    let rows = counts.iter();
    let rows = rows.map(|(year, count)| (year.to_string(), *count));
    figure(words::YEARS, columns(&counts), dated, rows.collect())
}

fn columns(counts: &BTreeMap<u16, usize>) -> AnyView {
    let (Some((&first, _)), Some((&last, _))) = (counts.first_key_value(), counts.last_key_value())
    else {
        return ().into_any();
    };
    let years = usize::from(last - first) + 1;
    let most = counts.values().copied().max().unwrap_or_default().max(1);
    let step = WIDTH / years.max(8);
    let ground = ABOVE + HEIGHT;
    let middle = |year: u16| usize::from(year - first) * step + step / 2;
    let columns = counts.iter().map(|(&year, &count)| {
        let height = (HEIGHT * count / most).max(2);
        let (x, wide) = (middle(year), (step * 3 / 4).max(2));
        view! {
            <rect class="chart-bar" x=x - wide / 2 y=ground - height width=wide height=height />
            <text class="year-count" x=x y=ground - height - 5>{count}</text>
        }
    });
    let ticks = ticks(first, last, step).into_iter().map(|year| {
        let x = middle(year);
        view! {
            <path class="axis" d=format!("M{x} {ground}v6") />
            <text class="year" x=x y=ground + 20>{year}</text>
        }
    });
    let axis = format!("M0 {ground}h{}", years * step);
    view! {
        <svg viewBox=format!("0 0 {} {}", (years * step).max(LABEL), ground + BELOW) aria-hidden="true" focusable="false">
            {columns.collect_view()}
            <path class="axis" d=axis />
            {ticks.collect_view()}
        </svg>
    }
    .into_any()
}

/// The years that the axis names: each, or each second, fifth or tenth, as labels have room.
fn ticks(first: u16, last: u16, step: usize) -> Vec<u16> {
    let steps = [1_u16, 2, 5, 10, 20, 50];
    let every = steps
        .iter()
        .find(|&&every| usize::from(every) * step >= LABEL);
    let every = every.copied().unwrap_or(50);
    (first..=last).filter(|year| year % every == 0).collect()
}

/// How many initiatives in each year; and, in words, how many uses have one.
fn counts(source: &Source<'_>) -> (BTreeMap<u16, usize>, String) {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    let (mut dated, mut all) = (0, 0);
    for sheet in &source.links.initiatives {
        let uses = sheet
            .lever_uses
            .iter()
            .filter(|one| LeverUse::counts_for_authority(one));
        let years: Vec<Option<u16>> = uses.map(|one| one.year).collect();
        all += years.len();
        let mut known: Vec<u16> = years.into_iter().flatten().collect();
        dated += known.len();
        known.sort_unstable();
        known.dedup();
        for year in known {
            *counts.entry(year).or_default() += 1;
        }
    }
    (counts, words::dated(dated, all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_named_at_round_ones_and_never_touch() {
        assert_eq!(ticks(2001, 2021, WIDTH / 21), [2005, 2010, 2015, 2020]);
        assert_eq!(ticks(2019, 2021, WIDTH / 8), [2019, 2020, 2021]);
        for years in 1..=120_u16 {
            let step = WIDTH / usize::from(years).max(8);
            let named = ticks(1980, 1979 + years, step);
            for pair in named.windows(2) {
                assert!(usize::from(pair[1] - pair[0]) * step >= LABEL, "{years}");
            }
        }
    }
}
