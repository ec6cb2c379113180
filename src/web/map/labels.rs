//! Names on the basemap: towns by rank, countries and seas when far. They give way to the markers and to one another.

use super::painter::{Label, Painter};
use crate::data::basemap::{Basemap, Place, PlaceKind};
use crate::geo::World;
use crate::map::labels::{AREA, LabelCandidate, TOWN, place};
use crate::map::{Camera, Rect, Size};
use crate::order;
use std::rc::Rc;

/// Names tried at once: more would not fit on a screen.
const MAX_CANDIDATES: usize = 120;
/// Free space around a name, pixels.
const MARGIN_PX: f64 = 6.0;

/// From a town to its name, and for a great town whose own spot is taken by a cluster, pixels.
const GAP_PX: f64 = 6.0;
const FAR_GAP_PX: f64 = 26.0;
/// Inhabitants of a great town.
const GREAT_TOWN: u32 = 150_000;

/// A size of lettering.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lettering {
    Capital,
    Town,
    Village,
    FarAway,
}

impl Lettering {
    /// CSS font, and height of a line in pixels.
    fn font(self) -> (&'static str, f64) {
        match self {
            Self::Capital => ("600 14px system-ui, sans-serif", 17.0),
            Self::Town => ("13px system-ui, sans-serif", 16.0),
            Self::Village => ("12px system-ui, sans-serif", 15.0),
            Self::FarAway => ("italic 12px system-ui, sans-serif", 15.0),
        }
    }
}

/// Widths kept at most: more than a screen shows, fewer than there are communes.
const MOST_WIDTHS: usize = 4000;

/// Widths of the names measured so far, pixels, in the order of their lettering and name: a name is measured once, as asking the
/// browser takes longer than all the rest of the labels.
#[derive(Default)]
pub struct Widths(Vec<(Lettering, String, f64)>);

impl Widths {
    fn of(&mut self, name: &str, lettering: Lettering, painter: &Painter) -> f64 {
        let known = self
            .0
            .binary_search_by(|(of, known, _)| (*of, known.as_str()).cmp(&(lettering, name)));
        match known {
            Ok(position) => self.0.get(position).map_or(0.0, |(.., width)| *width),
            Err(_) if self.0.len() >= MOST_WIDTHS => {
                self.0.clear();
                self.of(name, lettering, painter)
            }
            Err(position) => {
                let width = painter.text_width(name, lettering.font().0);
                self.0.insert(position, (lettering, name.to_owned(), width));
                width
            }
        }
    }
}

/// The names to write, where they fit.
pub fn of(
    basemaps: &[Rc<Basemap>],
    camera: &Camera,
    obstacles: &[Rect],
    painter: &Painter,
    widths: &mut Widths,
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
    let mut candidate = |id: u32, gap: f64| {
        let place = places.get(id as usize)?;
        let lettering = lettering(place);
        let size = Size {
            width: widths.of(&place.name, lettering, painter),
            height: lettering.font().1,
        };
        let spots = if is_town(place) { TOWN } else { AREA };
        Some(LabelCandidate {
            id,
            anchor: camera.project(world(place)),
            size,
            rank: id,
            gap,
            spots,
        })
    };
    let near = (0..places.len() as u32)
        .filter_map(|id| candidate(id, GAP_PX))
        .collect();
    let mut placed = self::place(near, obstacles, MARGIN_PX);
    // A great town under a cluster is named beside the cluster.
    let taken: Vec<Rect> = obstacles
        .iter()
        .copied()
        .chain(placed.iter().map(|label| label.rect.padded(MARGIN_PX)))
        .collect();
    let hidden = (0..places.len() as u32).filter(|id| placed.iter().all(|label| label.id != *id));
    let great = hidden.filter(|&id| {
        places
            .get(id as usize)
            .is_some_and(|place| place.population >= GREAT_TOWN)
    });
    let further = great.filter_map(|id| candidate(id, FAR_GAP_PX)).collect();
    placed.extend(self::place(further, &taken, MARGIN_PX));
    let label = |label: crate::map::labels::Label| {
        let place = places.get(label.id as usize)?;
        let (font, _) = lettering(place).font();
        Some(Label {
            at: label.rect.centre(),
            text: place.name.clone(),
            font,
            quiet: !is_town(place),
        })
    };
    // One lettering after the other: the painter seldom changes its font.
    let placed = order::by_key(placed, |label| {
        let place = places.get(label.id as usize);
        place.map_or(0, |place| lettering(place) as u64)
    });
    placed.into_iter().filter_map(label).collect()
}

fn is_town(place: &Place) -> bool {
    !matches!(place.kind, PlaceKind::Country | PlaceKind::Sea)
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
        PlaceKind::Country | PlaceKind::Sea => Lettering::FarAway,
        PlaceKind::RegionCapital => Lettering::Capital,
        _ if place.population >= 20_000 => Lettering::Town,
        PlaceKind::Prefecture => Lettering::Town,
        PlaceKind::Town => Lettering::Village,
    }
}

fn world(place: &Place) -> World {
    let [x, y] = place.at;
    World {
        x: x.into(),
        y: y.into(),
    }
}
