//! France as a light picture: the land of the first view, from the basemap of the map itself, seen until the map is painted over it.
//!
//! The picture is as wide as the métropole of [`engine::views`], and thinned out for a screen: [`HOME`] units are a pixel at most.

use super::svg_path;
use anyhow::{Context, Result};
use engine::geo::WorldBounds;
use engine::views::home_bounds;
use leptos::prelude::*;
use model::data::basemap::{ArcKind, Basemap, LayerKind, Point};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// Units in the width of the picture.
const WIDTH: f64 = 1000.0;
/// How far a line may pass from where it should, in units: of a coast or frontier of France, between régions, which are pale, and abroad.
const HOME: f64 = 2.0;
const BORDERS: f64 = 3.0;
const ABROAD: f64 = 18.0;
/// Islands and enclaves smaller than this are left out, in units: in France, and abroad.
const SMALLEST_HOME: f64 = 8.0;
const SMALLEST_ABROAD: f64 = 90.0;
/// How far around France the land is drawn, in widths of the picture: what the widest screens show.
const AROUND: f64 = 1.25;

/// The files of the basemap that the first view shows, and the way to the others.
pub struct FirstBasemap {
    /// Régions and towns.
    pub france: Basemap,
    /// The countries around.
    neighbours: Basemap,
    folder: PathBuf,
    /// Files that have been asked for, by name; `None` for those that cannot be read.
    others: RefCell<BTreeMap<String, Option<Rc<Basemap>>>>,
}

impl FirstBasemap {
    /// The files in a folder; nothing where there are none.
    ///
    /// # Errors
    /// When one cannot be read, or is no basemap of this version.
    pub fn read(folder: &Path) -> Result<Option<Self>> {
        if !folder.join("france-l0.bin").exists() {
            return Ok(None);
        }
        Ok(Some(Self {
            france: read(folder, "france-l0")?,
            neighbours: read(folder, "neighbours-l0")?,
            folder: folder.to_owned(),
            others: RefCell::default(),
        }))
    }

    /// Another file of the folder, read once. Without it, pages have one drawing less.
    pub fn other(&self, name: &str) -> Option<Rc<Basemap>> {
        let mut others = self.others.borrow_mut();
        let read = || read(&self.folder, name).ok().map(Rc::new);
        others.entry(name.to_owned()).or_insert_with(read).clone()
    }
}

fn read(folder: &Path, name: &str) -> Result<Basemap> {
    let path = folder.join(format!("{name}.bin"));
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    Basemap::decode(&bytes).map_err(|error| anyhow::anyhow!("{}: {error:?}", path.display()))
}

/// A position in the picture.
type Unit = [f64; 2];
type Line = Vec<Unit>;

/// The picture. It is decoration: the marks above it say what there is.
pub fn france(basemap: &FirstBasemap) -> AnyView {
    let frame = home_bounds();
    let height = (WIDTH * frame.height() / frame.width()).round();
    let abroad = path(&abroad(&basemap.neighbours), true);
    let home = path(&shores(&basemap.france), true);
    let borders = path(&borders(&basemap.france), false);
    view! {
        <svg class="first-land" viewBox=format!("0 0 {WIDTH} {height}") aria-hidden="true" focusable="false">
            <path class="abroad" d=abroad />
            <path class="home" d=home />
            <path class="borders" d=borders />
        </svg>
    }
    .into_any()
}

/// The coasts and frontiers of France, closed: what bounds one région only.
fn shores(france: &Basemap) -> Vec<Line> {
    let regions = france.layer(LayerKind::Region);
    let features = regions.map_or(&[][..], |layer| &layer.features);
    let seen = features.iter().filter(|one| is_seen(one.bounds));
    let rings: Vec<_> = seen.flat_map(|one| &one.rings).collect();
    let uses = |arc: usize| {
        rings
            .iter()
            .flat_map(|ring| ring.iter())
            .filter(|one| one.arc() == arc)
            .count()
    };
    let outer = rings
        .iter()
        .flat_map(|ring| ring.iter())
        .filter(|one| uses(one.arc()) == 1);
    let lines: Vec<Line> = outer
        .map(|one| france.outline(&[*one]).map(unit).collect())
        .collect();
    let mut shores = chained(lines);
    shores.retain(|line| extent(line) >= SMALLEST_HOME);
    shores.iter().map(|line| thinned(line, HOME)).collect()
}

fn borders(france: &Basemap) -> Vec<Line> {
    let arcs = france
        .arcs()
        .filter(|arc| arc.kind == ArcKind::Region && is_seen(arc.bounds));
    arcs.map(|arc| {
        thinned(
            &arc.points.iter().copied().map(unit).collect::<Line>(),
            BORDERS,
        )
    })
    .collect()
}

/// The countries around, cut off where no screen shows them.
fn abroad(neighbours: &Basemap) -> Vec<Line> {
    let countries = neighbours.layer(LayerKind::Country);
    let features = countries.map_or(&[][..], |layer| &layer.features);
    let rings = features.iter().flat_map(|one| &one.rings);
    let near = |[x, y]: Unit| {
        let (least, most) = (-AROUND * WIDTH, (1.0 + AROUND) * WIDTH);
        [x.clamp(least, most), y.clamp(least, most)]
    };
    let lines = rings.map(|ring| {
        neighbours
            .outline(ring)
            .map(|point| near(unit(point)))
            .collect::<Line>()
    });
    lines
        .map(|line| thinned(&line, ABROAD))
        .filter(|line| extent(line) >= SMALLEST_ABROAD)
        .collect()
}

fn is_seen(bounds: WorldBounds) -> bool {
    bounds.intersects(home_bounds())
}

fn unit([x, y]: Point) -> Unit {
    let frame = home_bounds();
    let scale = WIDTH / frame.width();
    [
        (f64::from(x) - frame.min.x) * scale,
        (f64::from(y) - frame.min.y) * scale,
    ]
}

/// Joins lines whose ends meet, until they close.
fn chained(mut lines: Vec<Line>) -> Vec<Line> {
    let mut closed = Vec::new();
    while let Some(mut line) = lines.pop() {
        while line.first() != line.last() {
            let end = line.last().copied();
            let Some(next) = lines
                .iter()
                .position(|other| other.first().copied() == end || other.last().copied() == end)
            else {
                break;
            };
            let mut other = lines.swap_remove(next);
            if other.first().copied() != end {
                other.reverse();
            }
            line.extend(other.into_iter().skip(1));
        }
        closed.push(line);
    }
    closed
}

/// The larger side of the rectangle around a line, in units.
fn extent(line: &[Unit]) -> f64 {
    let side = |axis: fn(&Unit) -> f64| {
        let values = || line.iter().map(axis);
        values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min)
    };
    side(|[x, _]| *x).max(side(|[_, y]| *y))
}

/// The line with fewer points, none of the others further from it than `most` units (Douglas and Peucker).
fn thinned(line: &[Unit], most: f64) -> Line {
    let (Some(first), Some(last)) = (line.first(), line.last()) else {
        return Vec::new();
    };
    let inner = line
        .iter()
        .enumerate()
        .skip(1)
        .take(line.len().saturating_sub(2));
    let far = inner
        .map(|(position, point)| (position, distance(*point, *first, *last)))
        .max_by(|a, b| a.1.total_cmp(&b.1));
    match far.and_then(|(position, far)| {
        (far > most)
            .then(|| line.split_at_checked(position))
            .flatten()
    }) {
        Some((before, after)) => {
            let turn = after.first().copied();
            let before: Line = before.iter().copied().chain(turn).collect();
            let mut whole = thinned(&before, most);
            whole.extend(thinned(after, most).into_iter().skip(1));
            whole
        }
        None => vec![*first, *last],
    }
}

/// From a point to the segment between two others.
fn distance([x, y]: Unit, [ax, ay]: Unit, [bx, by]: Unit) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 {
        (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - ax - along * dx).hypot(y - ay - along * dy)
}

/// The lines as the `d` of a path, in whole units, each step from the one before.
fn path(lines: &[Line], closed: bool) -> String {
    lines.iter().map(|line| steps(line, closed)).collect()
}

fn steps(line: &[Unit], closed: bool) -> String {
    let mut whole: Vec<[i64; 2]> = line
        .iter()
        .map(|point| point.map(|value| value.round() as i64))
        .collect();
    whole.dedup();
    if closed {
        whole = without_spikes(&whole);
    }
    if whole.len() < if closed { 3 } else { 2 } {
        return String::new();
    }
    svg_path::line(&whole, closed)
}

/// A closed line without the points that lie between two others on the same row or column: where it was cut off, most do, and some go
/// there and back.
fn without_spikes(line: &[[i64; 2]]) -> Vec<[i64; 2]> {
    let in_a_row = |&[ax, ay]: &[i64; 2], &[bx, by]: &[i64; 2], &[cx, cy]: &[i64; 2]| {
        ax == bx && bx == cx || ay == by && by == cy
    };
    let mut kept: Vec<[i64; 2]> = Vec::new();
    for next in line {
        while let [.., before, last] = kept.as_slice()
            && in_a_row(before, last, next)
        {
            kept.pop();
        }
        if kept.last() != Some(next) {
            kept.push(*next);
        }
    }
    if kept.len() > 1 && kept.first() == kept.last() {
        kept.pop();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_its_turns_and_loses_what_is_nearly_on_it() {
        let line = [[0.0, 0.0], [5.0, 0.4], [10.0, 0.0], [10.0, 8.0]];
        assert_eq!(thinned(&line, 1.0), [[0.0, 0.0], [10.0, 0.0], [10.0, 8.0]]);
        assert_eq!(thinned(&line, 0.1).len(), 4);
    }

    #[test]
    fn lines_that_meet_close_whatever_their_direction() {
        let (a, b, c) = ([0.0, 0.0], [9.0, 0.0], [9.0, 9.0]);
        let ring = chained(vec![vec![a, b], vec![a, c], vec![b, c]]);
        assert_eq!(ring.len(), 1);
        assert_eq!(ring[0].first(), ring[0].last());
        assert_eq!(ring[0].len(), 4);
    }

    #[test]
    fn a_path_says_each_step_from_the_one_before() {
        let line = vec![[10.2, 20.0], [12.0, 17.0], [9.0, 17.0], [9.0, 17.2]];
        assert_eq!(path(std::slice::from_ref(&line), true), "M10 20l2-3-3 0z");
        // There and back is nothing.
        let spike = vec![[0.0, 0.0], [0.0, 8.0], [0.0, -4.0], [0.0, 0.0]];
        assert_eq!(path(&[spike], true), "");
        let spiked = vec![
            [0.0, 0.0],
            [9.0, 0.0],
            [9.0, 9.0],
            [9.0, 20.0],
            [9.0, 9.0],
            [0.0, 0.0],
        ];
        assert_eq!(path(&[spiked], true), "M0 0l9 0 0 9z");
        // What is a single unit is nothing.
        assert_eq!(
            path(&[line, vec![[3.0, 3.0], [3.2, 3.1]]], false),
            "M10 20l2-3-3 0"
        );
    }
}
