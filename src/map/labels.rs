//! Names on the basemap: towns, territories, countries and seas. They give way to the markers and to one another.

use super::painter::{Font, Label, Painter};
use engine::labels::{self, AREA, CENTRE, LabelCandidate, Room, TOWN};
use engine::{Camera, Placement, Px, Rect, Size, order};
use model::data::basemap::{Basemap, NamedPlace, PlaceKind, to_world};
use model::names::{self, Lettering};
use std::rc::Rc;

/// Names tried at once: more would not fit on a screen.
const MAX_CANDIDATES: usize = 160;
/// Free space around a name, pixels.
const MARGIN_PX: f64 = 6.0;

/// From a town to its name, and for a great town that finds no room there, pixels.
const GAP_PX: f64 = 6.0;
const FAR_GAP_PX: f64 = 26.0;

/// The fonts of names.
fn font(lettering: Lettering) -> &'static Font {
    match lettering {
        Lettering::Capital => &Font {
            css: "600 14px system-ui, sans-serif",
            line_px: 17.0,
            spacing: "0px",
        },
        Lettering::Town => &Font {
            css: "13px system-ui, sans-serif",
            line_px: 16.0,
            spacing: "0px",
        },
        Lettering::Village => &Font {
            css: "12px system-ui, sans-serif",
            line_px: 15.0,
            spacing: "0px",
        },
        Lettering::Region => &Font {
            css: "small-caps 14px system-ui, sans-serif",
            line_px: 16.0,
            spacing: "2px",
        },
        Lettering::Departement => &Font {
            css: "small-caps 13px system-ui, sans-serif",
            line_px: 15.0,
            spacing: "1px",
        },
        Lettering::Abroad => &Font {
            css: "italic 12px system-ui, sans-serif",
            line_px: 15.0,
            spacing: "0px",
        },
    }
}

/// Radius of the dot of a town, pixels.
fn dot_px(lettering: Lettering) -> f64 {
    match lettering {
        Lettering::Capital => 3.0,
        Lettering::Town => 2.4,
        Lettering::Village => 1.8,
        Lettering::Region | Lettering::Departement | Lettering::Abroad => 0.0,
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
                let width = painter.text_width(name, font(lettering));
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
    /// Those in view, the most important first: what sorts them, and which place it is (see [`id_of`]).
    in_view: Vec<(u64, u32)>,
    /// Those that fit.
    placement: Placement,
}

impl Names {
    /// Writes the names of these basemaps where they fit.
    pub fn write(
        &mut self,
        basemaps: &[Rc<Basemap>],
        camera: &Camera,
        marks: &[Rect],
        painter: &Painter,
    ) {
        self.look(basemaps, camera, marks);
        self.place(basemaps, camera, marks, painter);
        painter.begin_writing();
        // One lettering after the other: the painter seldom changes its font.
        for lettering in Lettering::ALL {
            let labels = self.placement.labels().iter();
            let named = labels.filter_map(|label| Some((label, place_of(basemaps, label.id)?)));
            for (label, place) in named.filter(|(_, place)| Lettering::of(place) == lettering) {
                painter.write(&Label {
                    at: label.rect.centre(),
                    text: &place.name,
                    font: font(lettering),
                });
            }
        }
        let dots = self.placement.labels().iter().filter_map(|label| label.dot);
        painter.dots(dots);
    }

    /// Finds the places in view, the most important first.
    fn look(&mut self, basemaps: &[Rc<Basemap>], camera: &Camera, marks: &[Rect]) {
        let (view, zoom) = (camera.bounds(), camera.zoom());
        self.in_view.clear();
        for (file, basemap) in basemaps.iter().enumerate() {
            for (position, place) in basemap.places().iter().enumerate() {
                let at = to_world(place.at);
                if names::is_named(place, zoom) && view.contains(at) {
                    let px = camera.project(at);
                    let is_marked = marks.iter().any(|mark| mark.contains(px));
                    let key = !u64::from(names::importance(place, is_marked));
                    self.in_view.push((key, id_of(file, position)));
                }
            }
        }
        order::in_place(&mut self.in_view);
        self.in_view.truncate(MAX_CANDIDATES);
    }

    /// Finds room for them.
    fn place(
        &mut self,
        basemaps: &[Rc<Basemap>],
        camera: &Camera,
        marks: &[Rect],
        painter: &Painter,
    ) {
        let Self {
            widths,
            in_view,
            placement,
        } = self;
        let Size { width, height } = camera.size();
        let room = Room {
            frame: Rect::between(
                Px::default(),
                Px {
                    x: width,
                    y: height,
                },
            ),
            marks,
            margin: MARGIN_PX,
        };
        let candidates = in_view.iter().filter_map(|&(_, id)| {
            let place = place_of(basemaps, id)?;
            let lettering = Lettering::of(place);
            let size = Size {
                width: widths.of(&place.name, lettering, painter),
                height: font(lettering).line_px,
            };
            Some(LabelCandidate {
                id,
                anchor: camera.project(to_world(place.at)),
                size,
                dot: dot_px(lettering),
                gaps: [Some(GAP_PX), names::is_great(place).then_some(FAR_GAP_PX)],
                spots: spots(place, lettering),
                reach: names::reach_px(place),
            })
        });
        placement.place(candidates, &room);
    }
}

fn spots(place: &NamedPlace, lettering: Lettering) -> &'static [labels::Spot] {
    match place.kind {
        PlaceKind::Country | PlaceKind::Sea => CENTRE,
        _ if lettering.is_town() => TOWN,
        _ => AREA,
    }
}

/// How many places a file may have: more than there are communes.
const PLACES: usize = 1 << 16;

/// A place of one of the basemaps, as one number.
fn id_of(file: usize, position: usize) -> u32 {
    (file * PLACES + position) as u32
}

fn place_of(basemaps: &[Rc<Basemap>], id: u32) -> Option<&NamedPlace> {
    let id = id as usize;
    basemaps.get(id / PLACES)?.places().get(id % PLACES)
}
