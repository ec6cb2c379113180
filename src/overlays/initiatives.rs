//! The initiatives on the map: those shown, each by the lever asked for, with their buttons.

use crate::map::mark::Mark;
use crate::map::marks::{Ingredients, RADIUS_PX, SPREAD_ZOOM};
use crate::map::overlay::{Overlay, Sight, Slides};
use engine::geo::LonLat;
use engine::{Camera, Insets, Point, PointSet};
use model::domain::{Catalogue, Category, Summary};
use model::text::Texts;
use std::sync::Arc;
use web_sys::{Element, HtmlElement};

/// The initiatives, and their part of the map.
pub struct Initiatives {
    texts: &'static Texts,
    catalogue: Arc<Catalogue>,
    /// Category shown by each initiative, by its position in the catalogue.
    categories: Vec<Category>,
    /// Positions of those shown, in ascending order.
    shown: Vec<usize>,
    /// Their clusters and buttons.
    pub overlay: Overlay,
}

impl Initiatives {
    /// None yet, with the element of their buttons.
    pub fn new(layer: HtmlElement, texts: &'static Texts) -> Self {
        Self {
            texts,
            catalogue: Arc::default(),
            categories: Vec::new(),
            shown: Vec::new(),
            overlay: Overlay::new(layer, RADIUS_PX, Slides::OutAndIn),
        }
    }

    /// Which initiatives there are, which are shown and how; whether any of that is new.
    pub fn set(
        &mut self,
        catalogue: Arc<Catalogue>,
        categories: Vec<Category>,
        shown: &[usize],
    ) -> bool {
        let same_catalogue = Arc::ptr_eq(&self.catalogue, &catalogue);
        if same_catalogue && self.categories == categories && self.shown == shown {
            return false;
        }
        let points = point_set(&catalogue, &categories);
        let is_shown = |item: u32| shown.binary_search(&(item as usize)).is_ok();
        self.overlay
            .change(|matches| *matches = points.matching(is_shown));
        self.catalogue = catalogue;
        self.categories = categories;
        self.shown = shown.to_vec();
        true
    }

    /// An initiative, by its position in the catalogue.
    pub fn get(&self, item: u32) -> Option<&Summary> {
        self.catalogue.initiatives.get(item as usize)
    }

    /// The initiative of the mark of this button, if it has only one.
    pub fn single(&self, button: &Element) -> Option<u32> {
        match self.overlay.markers.mark_of(button)?.items.as_slice() {
            &[item] => Some(item),
            _ => None,
        }
    }

    /// Brings the buttons to what is seen; whether they were made again.
    pub fn update(&mut self, sight: &Sight) -> bool {
        let Self {
            texts,
            catalogue,
            categories,
            ..
        } = self;
        self.overlay.update(sight, |matches, seen| {
            let ingredients = Ingredients {
                catalogue,
                categories,
                matches,
                towns: sight.towns,
                texts,
            };
            ingredients.marks(seen, sight.camera)
        })
    }

    /// The view that tells the initiatives of a mark apart: where none does, one in which they are spread.
    pub fn opening(&mut self, mark: &Mark, camera: &Camera, insets: Insets) -> Camera {
        let opened = self.overlay.opening(mark, camera, insets);
        let spread = || camera.with_zoom(SPREAD_ZOOM.max(camera.zoom()));
        opened.unwrap_or_else(|| spread().centred_on(mark.at, insets))
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
