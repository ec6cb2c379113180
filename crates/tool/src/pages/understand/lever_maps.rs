//! Six small maps of the métropole, one a lever, and the table of levers by région behind them.

use super::charts::lever_class;
use super::{Source, texts};
use crate::pages::picture::{Picture, world};
use crate::sheet::lever_icon;
use crate::text::count::initiatives_counted;
use crate::text::understand as words;
use engine::geo::World;
use engine::views::home_bounds;
use leptos::prelude::*;
use model::data::basemap::LayerKind;
use model::domain::{
    Catalogue, Category, Facet, Filters, Lever, Overview, Region, Summary, Territory,
};
use std::collections::BTreeMap;

/// Id of the land, drawn once.
const LAND: &str = "terre";
/// The radius of a dot of one initiative, in units of the picture, and how much it grows with their root.
const RADIUS: f64 = 2.5;

/// The maps; without a basemap, the table alone.
pub fn maps(source: &Source<'_>, catalogue: &Catalogue) -> AnyView {
    let picture = Picture::of(home_bounds());
    let land = source.basemap.and_then(|basemap| {
        let regions = basemap.france.layer(LayerKind::Region)?;
        let seen = regions
            .features
            .iter()
            .filter(|one| one.bounds.intersects(home_bounds()));
        Some(
            seen.map(|one| picture.path(&basemap.france, one))
                .collect::<String>(),
        )
    });
    let maps = land.map(|land| {
        let maps = Lever::ALL.iter().map(|&lever| map(catalogue, &picture, lever));
        view! {
            <svg class="unseen" aria-hidden="true" focusable="false"><defs><path id=LAND class="land" d=land /></defs></svg>
            <p>{words::MAPS_NOTE}</p>
            <div class="lever-maps">{maps.collect_view()}</div>
        }
    });
    view! {
        <section>
            <h3 id="six-cartes">{words::MAPS}</h3>
            {maps}
            <details><summary>{words::MAPS_TABLE}</summary>{table(catalogue)}</details>
        </section>
    }
    .into_any()
}

fn of_lever(catalogue: &Catalogue, lever: Lever) -> Vec<&Summary> {
    let all = catalogue.initiatives.iter();
    all.filter(|summary| summary.levers.contains(&lever))
        .collect()
}

fn map(catalogue: &Catalogue, picture: &Picture, lever: Lever) -> AnyView {
    let summaries = of_lever(catalogue, lever);
    let mut cells: BTreeMap<[i64; 2], usize> = BTreeMap::new();
    let mut off_map = 0;
    for summary in &summaries {
        let places = summary
            .places
            .iter()
            .map(|place| world(place.lon, place.lat));
        let mut seen: Vec<World> = places.collect();
        seen.retain(|&place| home_bounds().contains(place));
        off_map += usize::from(seen.is_empty());
        let mut own: Vec<_> = seen.into_iter().map(|place| picture.cell(place)).collect();
        own.sort_unstable();
        own.dedup();
        for cell in own {
            *cells.entry(cell).or_default() += 1;
        }
    }
    let dots = cells.into_iter().map(|([x, y], count)| {
        let radius = format!("{:.1}", RADIUS * (count as f64).sqrt());
        view! { <circle cx=x cy=y r=radius /> }
    });
    let view_box = picture.view_box();
    let name = (texts().screen.lever)(lever);
    let said = format!(
        "\u{a0}: {}{}",
        initiatives_counted(summaries.len()),
        words::off_map(off_map)
    );
    let label = [name, &said].concat();
    view! {
        <figure class="lever-map" role="figure" aria-label=label>
            <svg viewBox=view_box aria-hidden="true" focusable="false">
                <use href=format!("#{LAND}") />
                <g class=format!("dots {}", lever_class(lever))>{dots.collect_view()}</g>
            </svg>
            <figcaption>{lever_icon(lever)} <span><strong>{name}</strong>{said}</span></figcaption>
        </figure>
    }
    .into_any()
}

/// Levers by région.
fn table(catalogue: &Catalogue) -> AnyView {
    let facts = Overview::of(catalogue, &Filters::default(), None);
    let headings = Lever::ALL
        .iter()
        .map(|&lever| view! { <th scope="col">{(texts().screen.lever)(lever)}</th> });
    let rows = facts.regions.iter().filter_map(|&(code, _)| {
        let region = Territory::parse(&format!("region:{code}"))?;
        let cells = Lever::ALL.iter().map(|&lever| {
            let mut filters = Filters::within(region.clone());
            filters.toggle(Facet::Lever, Category::Lever(lever).index());
            view! { <td>{catalogue.matching(&filters).len()}</td> }
        });
        Some(view! { <tr><th scope="row">{Region::of(code)?.name}</th>{cells.collect_view()}</tr> })
    });
    view! {
        <div class="wide" role="region" aria-label=words::MAPS_TABLE tabindex="0">
            <table class="counts" aria-label=words::MAPS_TABLE>
                <thead><tr><th scope="col">{words::REGIONS[1]}</th>{headings.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
