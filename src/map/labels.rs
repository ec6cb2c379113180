//! Names on the basemap: towns by rank, countries and seas when far. They give way to the markers and to one another.

use super::painter::{Label, Painter};
use engine::geo::World;
use engine::labels::{self, AREA, LabelCandidate, TOWN};
use engine::{Camera, Rect, Size};
use model::data::basemap::{Basemap, NamedPlace, PlaceKind};
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
    const ALL: [Self; 4] = [Self::Capital, Self::Town, Self::Village, Self::FarAway];

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
struct Widths(Vec<(Lettering, String, f64)>);

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

/// The names of the basemap. What placing them takes is kept from one picture to the next: their widths, and memory.
#[derive(Default)]
pub struct Names {
    widths: Widths,
    /// Those in view, the most important first: positions of the basemap and of the place in it.
    in_view: Vec<(usize, usize)>,
    /// Those that fit; an id is a position in `in_view`.
    labels: Vec<labels::PlacedLabel>,
}

impl Names {
    /// Writes the names of these basemaps where they fit.
    pub fn write(
        &mut self,
        basemaps: &[Rc<Basemap>],
        camera: &Camera,
        obstacles: &[Rect],
        painter: &Painter,
    ) {
        self.look(basemaps, camera);
        self.place(basemaps, camera, obstacles, painter);
        painter.begin_writing();
        // One lettering after the other: the painter seldom changes its font.
        for lettering in Lettering::ALL {
            for label in &self.labels {
                let place = place_of(basemaps, &self.in_view, label.id);
                if let Some(place) = place.filter(|place| lettering_of(place) == lettering) {
                    painter.write(&Label {
                        at: label.rect.centre(),
                        text: &place.name,
                        font: lettering.font().0,
                        quiet: !is_town(place),
                    });
                }
            }
        }
        painter.end_writing();
    }

    /// Finds the places in view.
    fn look(&mut self, basemaps: &[Rc<Basemap>], camera: &Camera) {
        let view = camera.bounds();
        let is_named = |place: &NamedPlace| {
            view.contains(world(place))
                && place.population >= least_population(place, camera.zoom())
        };
        let places = basemaps.iter().enumerate().flat_map(|(file, basemap)| {
            let places = basemap.places().iter().enumerate();
            places.map(move |(position, place)| (file, position, place))
        });
        let named = places
            .filter(|(.., place)| is_named(place))
            .map(|(file, position, _)| (file, position));
        self.in_view.clear();
        self.in_view.extend(named.take(MAX_CANDIDATES));
    }

    /// Finds room for them. A great town under a cluster is named beside the cluster.
    fn place(
        &mut self,
        basemaps: &[Rc<Basemap>],
        camera: &Camera,
        obstacles: &[Rect],
        painter: &Painter,
    ) {
        let Self {
            widths,
            in_view,
            labels,
        } = self;
        let mut candidate = |id: u32, gap: f64| {
            let place = place_of(basemaps, in_view, id)?;
            let lettering = lettering_of(place);
            let size = Size {
                width: widths.of(&place.name, lettering, painter),
                height: lettering.font().1,
            };
            let spots = if is_town(place) { TOWN } else { AREA };
            Some(LabelCandidate {
                id,
                anchor: camera.project(world(place)),
                size,
                gap,
                spots,
            })
        };
        labels.clear();
        let all = 0..in_view.len() as u32;
        let near = all.clone().filter_map(|id| candidate(id, GAP_PX));
        labels::place(near, obstacles, MARGIN_PX, labels);
        for id in all {
            let place = place_of(basemaps, in_view, id);
            let is_great = place.is_some_and(|place| place.population >= GREAT_TOWN);
            if is_great && labels.iter().all(|label| label.id != id) {
                let further = candidate(id, FAR_GAP_PX).into_iter();
                labels::place(further, obstacles, MARGIN_PX, labels);
            }
        }
    }
}

fn place_of<'a>(
    basemaps: &'a [Rc<Basemap>],
    in_view: &[(usize, usize)],
    id: u32,
) -> Option<&'a NamedPlace> {
    let &(file, position) = in_view.get(id as usize)?;
    basemaps.get(file)?.places().get(position)
}

fn is_town(place: &NamedPlace) -> bool {
    !matches!(place.kind, PlaceKind::Country | PlaceKind::Sea)
}

/// Smaller places are named when closer: 120,000 inhabitants at zoom 5, half at each zoom after, all from zoom 11.
fn least_population(place: &NamedPlace, zoom: f64) -> u32 {
    match place.kind {
        PlaceKind::RegionCapital | PlaceKind::Country | PlaceKind::Sea => 0,
        PlaceKind::Prefecture if zoom >= 7.5 => 0,
        _ if zoom >= 11.0 => 0,
        _ => (120_000.0 / (zoom - 5.0).max(0.0).exp2()) as u32,
    }
}

fn lettering_of(place: &NamedPlace) -> Lettering {
    match place.kind {
        PlaceKind::Country | PlaceKind::Sea => Lettering::FarAway,
        PlaceKind::RegionCapital => Lettering::Capital,
        _ if place.population >= 20_000 => Lettering::Town,
        PlaceKind::Prefecture => Lettering::Town,
        PlaceKind::Town => Lettering::Village,
    }
}

fn world(place: &NamedPlace) -> World {
    let [x, y] = place.at;
    World {
        x: x.into(),
        y: y.into(),
    }
}
