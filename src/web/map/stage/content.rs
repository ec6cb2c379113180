//! What the state asks of the map: which initiatives, which is selected, which territory.

use super::*;

impl Stage {
    /// Which initiatives there are, which are shown and how.
    pub fn set_content(
        this: &SharedStage,
        catalogue: Arc<Catalogue>,
        categories: Vec<Category>,
        shown: &[usize],
    ) {
        let mut stage = this.borrow_mut();
        let same_catalogue = Arc::ptr_eq(&stage.catalogue, &catalogue);
        if same_catalogue && stage.categories == categories && stage.shown == shown {
            return;
        }
        stage.points = point_set(&catalogue, &categories);
        // They are in ascending order.
        let matches = stage
            .points
            .matching(|item| shown.binary_search(&(item as usize)).is_ok());
        stage.clusterer = Clusterer::new(matches, marks::RADIUS_PX);
        stage.marked = None;
        stage.catalogue = catalogue;
        stage.categories = categories;
        stage.shown = shown.to_vec();
        drop(stage);
        Self::repaint(this);
    }

    /// The initiative of the mark of this button, if it has only one.
    pub fn single_item(this: &SharedStage, button: &web_sys::Element) -> Option<u32> {
        let stage = this.borrow();
        match stage.markers.mark_of(button)?.items.as_slice() {
            &[item] => Some(item),
            _ => None,
        }
    }

    /// Marks what is selected and what is hovered in the list.
    pub fn highlight(this: &SharedStage, selected: Option<u32>, hovered: Option<u32>) {
        this.borrow_mut().markers.highlight(selected, hovered);
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
        let Some(initiative) = stage.catalogue.initiatives.get(item as usize) else {
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
        let alone = stage.markers.marks().any(|mark| mark.items == [item]);
        let to = match places.as_slice() {
            &[place] if alone && stage.placed => stage.camera.revealing(place, insets),
            _ => stage.camera.fit(
                bounds,
                insets,
                PLACE_ZOOM
                    .max(if stage.placed {
                        stage.camera.zoom()
                    } else {
                        0.0
                    })
                    .min(13.0),
            ),
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
            let to = stage.camera.fit(feature.bounds, stage.covered(), 14.0);
            stage.go(to);
        }
        Self::repaint(&this);
        Shown::Named(feature.name.clone())
    }
}

/// One point a place; an initiative with several places at one point has one.
fn point_set(catalogue: &Catalogue, categories: &[Category]) -> PointSet {
    let mut points: Vec<Point> = Vec::new();
    for (item, (initiative, category)) in catalogue.initiatives.iter().zip(categories).enumerate() {
        let mut seen: Vec<(f64, f64)> = Vec::new();
        for place in &initiative.places {
            if !seen.contains(&(place.lon, place.lat)) {
                seen.push((place.lon, place.lat));
                points.push(Point::at(
                    LonLat::clamped(place.lon, place.lat),
                    category.index(),
                    item as u32,
                ));
            }
        }
    }
    PointSet::new(points)
}

fn world_of(lon: f64, lat: f64) -> World {
    mercator::project(LonLat::clamped(lon, lat))
}
