//! Where something is: a small map of the métropole, or of a part overseas, with the territory or the place marked. It is made of the
//! régions of the basemap, on a grid so coarse that the whole stays under 3 KB compressed. A commune or an intercommunalité also has its
//! outline in its département.

use super::FirstBasemap;
use super::picture::{Picture, world};
use content::Gazetteer;
use engine::geo::{World, WorldBounds};
use engine::views::VIEWS;
use leptos::prelude::*;
use model::basemaps::Outline;
use model::data::basemap::{Basemap, Feature, LayerKind};
use model::domain::{Territory, TerritoryKind};
use std::collections::BTreeSet;

/// The file of the départements seen from near.
const CLOSE: &str = "france-l1";

/// The shape of a région or of a département.
fn shape<'a>(land: &'a Basemap, territory: &Territory) -> Option<&'a Feature> {
    let kind = match territory.kind {
        TerritoryKind::Region => LayerKind::Region,
        TerritoryKind::Departement => LayerKind::Departement,
        _ => return None,
    };
    land.layer(kind)?.feature(&territory.code)
}

/// What a locator marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Located {
    /// What it is called, under the map.
    pub label: String,
    /// Régions and départements.
    pub territories: Vec<Territory>,
    /// Longitude and latitude of each place, degrees.
    pub points: Vec<(f64, f64)>,
    /// What is too small for a shape of its own in France.
    pub small: Option<Small>,
}

/// A territory in its départements.
#[derive(Clone, Debug, PartialEq)]
pub struct Small {
    territory: Territory,
    departements: Vec<Territory>,
}

impl Located {
    /// A territory: as it is, or as a dot and from nearer.
    pub fn territory(gazetteer: &Gazetteer, territory: &Territory, name: &str) -> Self {
        let label = name.to_owned();
        match territory.kind {
            TerritoryKind::Region | TerritoryKind::Departement => Self {
                label,
                territories: vec![territory.clone()],
                ..Self::default()
            },
            TerritoryKind::Commune | TerritoryKind::Epci | TerritoryKind::Ept => Self {
                label,
                points: gazetteer.point(territory).into_iter().collect(),
                small: Some(Small {
                    territory: territory.clone(),
                    departements: gazetteer.touched(territory, TerritoryKind::Departement),
                }),
                ..Self::default()
            },
        }
    }
}

/// The map of what is located, or nothing for what is not on it.
pub fn locator(basemap: &FirstBasemap, located: &Located) -> Option<AnyView> {
    let land = &basemap.france;
    let shapes: Vec<_> = located
        .territories
        .iter()
        .filter_map(|territory| shape(land, territory))
        .collect();
    let points = located.points.iter();
    let points: Vec<World> = points.map(|&(lon, lat)| world(lon, lat)).collect();
    let first = shapes.first().map(|shape| shape.bounds.centre());
    let first = first.or_else(|| points.first().copied())?;
    let mut frames = VIEWS.iter().map(|view| WorldBounds::from(view.bounds));
    let frame = frames.find(|frame| frame.contains(first))?;
    let picture = Picture::of(frame);
    let regions = land.layer(LayerKind::Region)?.features.iter();
    let regions = regions.filter(|region| region.bounds.intersects(frame));
    let home: String = regions.map(|region| picture.path(land, region)).collect();
    let shapes: String = shapes
        .iter()
        .map(|shape| picture.path(land, shape))
        .collect();
    let shapes = (!shapes.is_empty()).then(|| view! { <path class="here" d=shapes /> });
    let seen = points.into_iter().filter(|&point| frame.contains(point));
    let dots: BTreeSet<[i64; 2]> = seen.map(|point| picture.cell(point)).collect();
    let dots = dots
        .into_iter()
        .map(|[x, y]| view! { <circle class="here" cx=x cy=y r="5" /> });
    let dots = dots.collect_view();
    let view_box = picture.view_box();
    let nearer = located.small.as_ref();
    let nearer = nearer.and_then(|small| from_nearer(basemap, small));
    Some(
        view! {
            <figure class="locator" role="figure" aria-label=located.label.clone()>
                <svg viewBox=view_box aria-hidden="true" focusable="false">
                    <path class="land" d=home />
                    {shapes}
                    {dots}
                </svg>
                {nearer}
                <figcaption>{located.label.clone()}</figcaption>
            </figure>
        }
        .into_any(),
    )
}

/// The outline of a territory in its départements, or nothing where the basemap lacks it.
fn from_nearer(basemap: &FirstBasemap, small: &Small) -> Option<AnyView> {
    let outline = Outline::of(&small.territory);
    let file = basemap.other(&outline.file)?;
    let here = file.layer(outline.layer)?.feature(&outline.code)?;
    let france = basemap.other(CLOSE)?;
    let all = france.layer(LayerKind::Departement)?;
    let around = small.departements.iter();
    let around: Vec<_> = around.filter_map(|one| all.feature(&one.code)).collect();
    let frame = around
        .iter()
        .map(|one| one.bounds)
        .reduce(WorldBounds::union)?;
    let picture = Picture::of(frame);
    let around = around.iter().map(|one| picture.path(&france, one));
    let land: String = around.collect();
    let view_box = picture.view_box();
    Some(
        view! {
            <svg class="nearer" viewBox=view_box aria-hidden="true" focusable="false">
                <path class="land" d=land />
                <path class="here" d=picture.path(&file, here) />
            </svg>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// The basemap of the project.
    fn land() -> FirstBasemap {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/basemap");
        FirstBasemap::read(&folder).unwrap().unwrap()
    }

    fn drawn(located: &Located) -> Option<String> {
        let land = land();
        locator(&land, located)?;
        Some(crate::build::html(|| locator(&land, located).into_any()))
    }

    fn located(territories: &[&str], points: &[(f64, f64)]) -> Located {
        Located {
            label: "Ici".into(),
            territories: territories
                .iter()
                .filter_map(|text| Territory::parse(text))
                .collect(),
            points: points.to_vec(),
            small: None,
        }
    }

    #[test]
    fn a_small_territory_is_outlined_in_its_departement() {
        let territory = |text| Territory::parse(text).unwrap();
        for (small, around) in [
            ("commune:92050", "departement:92"),
            ("commune:75056", "departement:75"),
            ("ept:200057867", "departement:93"),
        ] {
            let located = Located {
                small: Some(Small {
                    territory: territory(small),
                    departements: vec![territory(around)],
                }),
                ..located(&[], &[(2.2, 48.9)])
            };
            assert!(
                drawn(&located).unwrap().contains("class=\"nearer\""),
                "{small}"
            );
        }
    }

    #[test]
    fn a_place_is_a_dot_and_a_territory_a_shape_on_the_part_of_france_that_has_it() {
        let nanterre = drawn(&located(&[], &[(2.2, 48.9)])).unwrap();
        assert_eq!(nanterre.matches("<circle").count(), 1);
        assert!(nanterre.contains("Ici"));
        let isere = drawn(&located(&["departement:38"], &[])).unwrap();
        assert_eq!(isere.matches("class=\"here\"").count(), 1);
        let reunion = drawn(&located(&["region:04"], &[(55.5, -21.1)])).unwrap();
        assert_ne!(nanterre.len(), reunion.len());
        // Places of another part of France are not on this one.
        let two = drawn(&located(&[], &[(2.2, 48.9), (55.5, -21.1)])).unwrap();
        assert_eq!(two.matches("<circle").count(), 1);
    }

    #[test]
    fn what_is_abroad_or_nowhere_has_no_map() {
        assert_eq!(drawn(&located(&[], &[(-73.6, 45.5)])), None);
        assert_eq!(drawn(&Located::default()), None);
    }

    #[test]
    fn the_map_is_light() {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write as _;
        for territory in ["region:84", "region:03", "departement:2A"] {
            let html = drawn(&located(&[territory], &[])).unwrap();
            let mut zip = GzEncoder::new(Vec::new(), Compression::best());
            zip.write_all(html.as_bytes()).unwrap();
            let size = zip.finish().unwrap().len();
            assert!(size < 3_000, "{territory}: {size} bytes");
        }
    }
}
