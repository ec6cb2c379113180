//! What the state asks of the map: which initiatives, which is selected, which territory.

use super::{SharedStage, Shown, Stage};
use crate::browser::fetch::FetchError;
use crate::map::basemaps::{self, Outline};
use engine::geo::{LonLat, World, WorldBounds, mercator};
use model::domain::{Catalogue, Category, Territory};
use std::sync::Arc;
use web_sys::Element;

/// How close an initiative is looked at when it is chosen from elsewhere, unless the map is closer already, and how close at most.
const PLACE_ZOOM: f64 = 11.0;
const MOST_PLACE_ZOOM: f64 = 13.0;
/// How close a territory is looked at, at most.
const TERRITORY_ZOOM: f64 = 14.0;

impl Stage {
    /// Which initiatives there are, which are shown and how.
    pub fn set_content(
        this: &SharedStage,
        catalogue: Arc<Catalogue>,
        categories: Vec<Category>,
        shown: &[usize],
    ) {
        let is_new = {
            let initiatives = &mut this.borrow_mut().initiatives;
            initiatives.set(catalogue, categories, shown)
        };
        if is_new {
            Self::repaint(this);
        }
    }

    /// The initiative of the mark of this button, if it has only one.
    pub fn single_item(this: &SharedStage, button: &Element) -> Option<u32> {
        this.borrow().initiatives.single(button)
    }

    /// Marks what is selected and what is hovered in the list.
    pub fn highlight(this: &SharedStage, selected: Option<u32>, hovered: Option<u32>) {
        let markers = &mut this.borrow_mut().initiatives.overlay.markers;
        markers.highlight(selected, hovered);
    }

    /// Outlines the territories of what is selected; their files are fetched if need be.
    pub fn outline(this: &SharedStage, territories: Vec<Territory>) {
        let outlines: Vec<Outline> = territories.iter().map(Outline::of).collect();
        for outline in &outlines {
            Self::need(this, &outline.file);
        }
        this.borrow_mut().outlines = outlines;
        Self::repaint(this);
    }

    /// Brings an initiative in sight: its places or its territory. Near enough and not covered, the map stays.
    pub fn reveal(this: &SharedStage, item: u32) {
        let mut stage = this.borrow_mut();
        let Some(initiative) = stage.initiatives.get(item) else {
            return;
        };
        let places: Vec<World> = initiative
            .places
            .iter()
            .map(|place| world_of(place.lon, place.lat))
            .collect();
        let Some(bounds) = WorldBounds::around(places.iter().copied()) else {
            return;
        };
        let insets = stage.covered();
        let alone = stage.initiatives.overlay.markers.has_alone(item);
        let to = match places.as_slice() {
            &[place] if alone && stage.placed => stage.camera.revealing(place, insets),
            _ => {
                let here = if stage.placed {
                    stage.camera.zoom()
                } else {
                    0.0
                };
                let closest = PLACE_ZOOM.max(here).min(MOST_PLACE_ZOOM);
                stage.camera.fit(bounds, insets, closest)
            }
        };
        stage.go(to);
        drop(stage);
        Self::ask_frame(this);
    }

    /// Shows a territory once its file has come, or stays where it is.
    pub async fn show_territory(this: SharedStage, territory: &Territory, stay: bool) -> Shown {
        let Outline { file, layer, .. } = Outline::of(territory);
        let here = this.borrow().basemaps.get(&file).cloned();
        let basemap = match here {
            Some(basemap) => basemap,
            None => match basemaps::fetch(&file).await {
                Ok(fetched) => {
                    this.borrow_mut().basemaps.keep(&file, Ok(fetched.clone()));
                    fetched
                }
                // There is a file for each département that exists.
                Err(FetchError::Status(404)) => return Shown::Unknown,
                Err(_) => return Shown::Unreachable,
            },
        };
        let found = basemap
            .layer(layer)
            .and_then(|layer| layer.feature(&territory.code));
        let Some(feature) = found else {
            return Shown::Unknown;
        };
        if !stay {
            let mut stage = this.borrow_mut();
            let to = stage
                .camera
                .fit(feature.bounds, stage.covered(), TERRITORY_ZOOM);
            stage.go(to);
        }
        Self::repaint(&this);
        Shown::Named(feature.name.clone())
    }
}

fn world_of(lon: f64, lat: f64) -> World {
    mercator::project(LonLat::clamped(lon, lat))
}
