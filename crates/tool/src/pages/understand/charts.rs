//! The four charts: levers, themes, régions, years.

use super::bars::{Bar, chart};
use super::{Source, texts};
use crate::text::understand as words;
use leptos::prelude::*;
use model::domain::{Catalogue, Filters, Lever, LeverUse, Overview, Region};
use std::collections::BTreeMap;

/// The charts.
pub fn charts(source: &Source<'_>, catalogue: &Catalogue) -> AnyView {
    let facts = Overview::of(catalogue, &Filters::default(), None);
    let several = || words::SEVERAL.to_owned();
    let levers = facts.levers.iter().map(|&(lever, count)| Bar {
        name: (texts().screen.lever)(lever).to_owned(),
        count,
        class: lever_class(lever),
    });
    let themes = facts
        .themes
        .iter()
        .map(|&(theme, count)| plain(texts().screen.theme(theme), count));
    let regions = facts.regions.iter();
    let regions = regions.filter_map(|&(code, count)| Some(plain(Region::of(code)?.name, count)));
    let (years, dated) = years(source);
    view! {
        <section>
            <h3 id="graphiques">{words::CHARTS}</h3>
            <div class="charts">
                {chart(words::LEVERS, several(), &levers.collect::<Vec<_>>())}
                {chart(words::REGIONS, several(), &regions.collect::<Vec<_>>())}
                {chart(words::THEMES, several(), &themes.collect::<Vec<_>>())}
                {chart(words::YEARS, dated, &years)}
            </div>
        </section>
    }
    .into_any()
}

fn plain(name: &str, count: usize) -> Bar {
    Bar {
        name: name.to_owned(),
        count,
        class: "",
    }
}

/// The class of the colour of a lever.
pub fn lever_class(lever: Lever) -> &'static str {
    match lever {
        Lever::Grant => "of-subvention",
        Lever::Procurement => "of-achat-public",
        Lever::Property => "of-foncier",
        Lever::ScicShare => "of-scic",
        Lever::Support => "of-accompagnement",
        Lever::Facilitation => "of-animation",
    }
}

/// The years in which an authority used a lever, each with the number of initiatives; and how many uses have one.
fn years(source: &Source<'_>) -> (Vec<Bar>, String) {
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
    let bars = counts
        .into_iter()
        .map(|(year, count)| plain(&year.to_string(), count));
    (bars.collect(), words::dated(dated, all))
}
