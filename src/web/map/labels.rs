//! Names on the basemap: towns by rank, countries and seas when far. They give way to the markers and to one another.

use super::painter::{Label, Painter};
use crate::data::basemap::{Basemap, Place, PlaceKind};
use crate::geo::World;
use crate::map::labels::{AREA, LabelCandidate, TOWN, place};
use crate::map::{Camera, Rect, Size};
use std::rc::Rc;

/// Names tried at once: more would not fit on a screen.
const MAX_CANDIDATES: usize = 120;
/// Free space around a name, pixels.
const MARGIN_PX: f64 = 6.0;

/// A size of lettering.
struct Lettering {
    font: &'static str,
    height: f64,
}

const CAPITAL: Lettering = Lettering {
    font: "600 14px system-ui, sans-serif",
    height: 17.0,
};
const TOWN_NAME: Lettering = Lettering {
    font: "13px system-ui, sans-serif",
    height: 16.0,
};
const VILLAGE: Lettering = Lettering {
    font: "12px system-ui, sans-serif",
    height: 15.0,
};
const FAR_AWAY: Lettering = Lettering {
    font: "italic 12px system-ui, sans-serif",
    height: 15.0,
};

/// The names to write, where they fit.
pub fn of(
    basemaps: &[Rc<Basemap>],
    camera: &Camera,
    obstacles: &[Rect],
    painter: &Painter,
) -> Vec<Label> {
    let view = camera.bounds();
    let in_view = |place: &&Place| {
        view.contains(world(place)) && place.population >= least_population(place, camera.zoom())
    };
    let places: Vec<&Place> = basemaps
        .iter()
        .flat_map(|basemap| basemap.places())
        .filter(in_view)
        .take(MAX_CANDIDATES)
        .collect();
    let candidate = |(id, place): (usize, &&Place)| {
        let lettering = lettering(place);
        let is_town = !matches!(place.kind, PlaceKind::Country | PlaceKind::Sea);
        LabelCandidate {
            id: id as u32,
            anchor: camera.project(world(place)),
            size: Size {
                width: painter.text_width(&place.name, lettering.font),
                height: lettering.height,
            },
            rank: id as u32,
            gap: 6.0,
            spots: if is_town { TOWN } else { AREA },
        }
    };
    let candidates = places.iter().enumerate().map(candidate).collect();
    let placed = self::place(candidates, obstacles, MARGIN_PX);
    let label = |label: crate::map::labels::Label| {
        let place = places.get(label.id as usize)?;
        let quiet = matches!(place.kind, PlaceKind::Country | PlaceKind::Sea);
        Some(Label {
            at: label.rect.centre(),
            text: place.name.clone(),
            font: lettering(place).font,
            quiet,
        })
    };
    placed.into_iter().filter_map(label).collect()
}

/// Smaller places are named when closer: 120,000 inhabitants at zoom 5, half at each zoom after, all from zoom 11.
fn least_population(place: &Place, zoom: f64) -> u32 {
    match place.kind {
        PlaceKind::RegionCapital | PlaceKind::Country | PlaceKind::Sea => 0,
        PlaceKind::Prefecture if zoom >= 7.5 => 0,
        _ if zoom >= 11.0 => 0,
        _ => (120_000.0 / (zoom - 5.0).max(0.0).exp2()) as u32,
    }
}

fn lettering(place: &Place) -> Lettering {
    match place.kind {
        PlaceKind::Country | PlaceKind::Sea => FAR_AWAY,
        PlaceKind::RegionCapital => CAPITAL,
        _ if place.population >= 20_000 => TOWN_NAME,
        PlaceKind::Prefecture => TOWN_NAME,
        PlaceKind::Town => VILLAGE,
    }
}

fn world(place: &Place) -> World {
    let [x, y] = place.at;
    World {
        x: x.into(),
        y: y.into(),
    }
}
