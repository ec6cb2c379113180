//! What the map does not know: the départements and régions that no document speaks of, hatched and in words.

use super::{ROOT, Source};
use crate::pages::picture::Picture;
use crate::pages::territories::known;
use crate::territory_path::territory_path;
use crate::text::territories::none_of;
use crate::text::understand as words;
use engine::geo::WorldBounds;
use engine::views::VIEWS;
use leptos::prelude::*;
use model::data::basemap::{Basemap, LayerKind};
use model::domain::{Territory, TerritoryKind};
use std::collections::BTreeSet;

/// Ids of the hatchings: of the métropole, and of the parts overseas, whose pictures are smaller.
const HATCHINGS: [(&str, &str); 2] = [
    ("rayures", "rotate(45)"),
    ("rayures-larges", "rotate(45) scale(4)"),
];

/// The section.
pub fn unknown(source: &Source<'_>) -> AnyView {
    let told: BTreeSet<Territory> = known(source)
        .iter()
        .map(|one| one.territory.clone())
        .collect();
    let all = source.gazetteer.departements().map(|(code, name)| {
        let departement = Territory {
            kind: TerritoryKind::Departement,
            code: code.to_owned(),
        };
        (departement, name.to_owned())
    });
    let all: Vec<_> = all.collect();
    let missing: Vec<_> = all.iter().filter(|(one, _)| !told.contains(one)).collect();
    let documents = none_of(source.content.documents.iter().map(|one| &one.document));
    let codes: BTreeSet<&str> = missing.iter().map(|(one, _)| one.code.as_str()).collect();
    let (whole, parts): (Vec<_>, Vec<_>) = source
        .gazetteer
        .regions()
        .into_iter()
        .partition(|(region, _)| !told.contains(region));
    let whole = whole.into_iter().map(|(region, name)| {
        let href = format!("{ROOT}{}", territory_path(&region));
        view! { <li><a href=href>{name}</a></li> }
    });
    let whole: Vec<_> = whole.collect();
    let parts = parts.into_iter().filter_map(|(region, name)| {
        let inside = missing.iter().filter(|(one, _)| {
            source
                .gazetteer
                .touched(one, TerritoryKind::Region)
                .contains(&region)
        });
        let names: Vec<_> = inside.map(|(_, name)| name.as_str()).collect();
        (!names.is_empty())
            .then(|| view! { <div><dt>{name}</dt> <dd>{names.join(", ")}</dd></div> })
    });
    let parts: Vec<_> = parts.collect();
    view! {
        <section class="unknown">
            <h3 id="ce-que-la-carte-ne-sait-pas">{words::UNKNOWN}</h3>
            <p>{words::nothing(&documents, missing.len(), all.len())}</p>
            <p>{words::UNKNOWN_NOTE}</p>
            {source.basemap.and_then(|basemap| map(&basemap.france, &codes))}
            {(!whole.is_empty()).then(|| view! { <h4>{words::NO_REGION}</h4> <ul class="names">{whole}</ul> })}
            {(!parts.is_empty()).then(|| view! { <h4>{words::NO_DEPARTEMENT}</h4> <dl class="missing">{parts}</dl> })}
        </section>
    }
    .into_any()
}

/// The map: the métropole, then each part overseas in its own frame.
fn map(france: &Basemap, missing: &BTreeSet<&str>) -> Option<AnyView> {
    let departements = france.layer(LayerKind::Departement)?;
    let pictures = VIEWS.iter().map(|view| {
        let frame = WorldBounds::from(view.bounds);
        let picture = Picture::of(frame);
        let seen = departements.features.iter().filter(|one| one.bounds.intersects(frame));
        let shapes = seen.map(|one| {
            let class = if missing.contains(one.code.as_str()) { "hatched" } else { "known" };
            view! { <path class=class d=picture.path(france, one) /> }
        });
        view! { <svg class=format!("part {}", view.id) viewBox=picture.view_box() aria-hidden="true" focusable="false">{shapes.collect_view()}</svg> }
    });
    Some(
        view! {
            <figure class="blanks" role="figure" aria-label=words::HATCHED>
                <svg class="unseen" aria-hidden="true" focusable="false">
                    <defs>{HATCHINGS.map(hatching).collect_view()}</defs>
                </svg>
                <div class="frames">{pictures.collect_view()}</div>
                <figcaption>{words::HATCHED}</figcaption>
            </figure>
        }
        .into_any(),
    )
}

fn hatching((id, transform): (&'static str, &'static str)) -> AnyView {
    view! {
        <pattern id=id width="4" height="4" patternUnits="userSpaceOnUse" patternTransform=transform>
            <rect class="ground" width="4" height="4" />
            <path class="stripe" d="M1 0v4" />
        </pattern>
    }
    .into_any()
}
