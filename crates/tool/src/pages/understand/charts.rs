//! The four charts: levers, themes, régions, years.

use super::bars::{Bar, chart};
use super::{Source, texts, years};
use crate::text::understand as words;
use leptos::prelude::*;
use model::domain::{Catalogue, Filters, Lever, Overview, Region};

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
    view! {
        <section>
            <h3 id="graphiques">{words::CHARTS}</h3>
            <div class="charts">
                {chart(words::LEVERS, several(), &levers.collect::<Vec<_>>())}
                {chart(words::REGIONS, several(), &regions.collect::<Vec<_>>())}
                {chart(words::THEMES, several(), &themes.collect::<Vec<_>>())}
                {years::chart(source)}
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
