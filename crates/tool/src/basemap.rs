//! `leviers basemap IN OUT`: compiles the pipeline's TopoJSON files to the basemap files of the browser.
//!
//! `IN/files.tsv` lists them: name, bits of the grid, credit to show on screen. Each `IN/<name>.topojson` becomes
//! `OUT/<name>.bin`, except `communes`, which is cut into one `communes-<code>.bin` a département.

#[cfg(test)]
mod tests;
mod topology;

use crate::disk::{Output, OutputFile, put};
use anyhow::{Context, Result, anyhow, bail};
use engine::geo::mercator;
use model::data::basemap::{ArcRef, Basemap, NamedPlace, Point, Ring};
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use topology::Topology;

/// Compiles every file of the list. None is replaced before all are compiled; those of a former list are then removed.
///
/// # Errors
/// When a file cannot be read or written, or holds something that has no place in a basemap.
pub fn run(in_dir: &Path, out_dir: &Path) -> Result<()> {
    let list = fs::read_to_string(in_dir.join("files.tsv")).context("files.tsv")?;
    let mut files = Vec::new();
    for line in list.lines() {
        let &[name, bits, credit] = line.split('\t').collect::<Vec<_>>().as_slice() else {
            bail!("files.tsv: expected name, bits and credit, found {line:?}");
        };
        let bits = bits.parse().context("files.tsv: bits")?;
        let source = in_dir.join(name).with_extension("topojson");
        let topology = fs::read(&source)
            .map_err(Into::into)
            .and_then(|json| Topology::parse(&json))
            .with_context(|| source.display().to_string())?;
        for (name, part) in cut(name, topology) {
            let map = compile(&part, bits, credit).with_context(|| name.clone())?;
            files.push(OutputFile {
                path: format!("{name}.bin"),
                bytes: map.encode(),
            });
        }
    }
    put(&[Output {
        root: out_dir,
        files: &files,
        owned: vec![out_dir.to_owned()],
        extension: Some("bin"),
    }])?;
    Ok(())
}

/// The files to make of a topology, by name.
fn cut(name: &str, topology: Topology) -> Vec<(String, Topology)> {
    if name != "communes" {
        return vec![(name.to_owned(), topology)];
    }
    let codes = topology.departements().into_iter();
    codes
        .map(|code| (format!("{name}-{code}"), topology.of_departement(code)))
        .collect()
}

/// Puts a topology on the grid. Arcs that nothing uses are left out, and the others renumbered.
fn compile(topology: &Topology, bits: u8, credit: &str) -> Result<Basemap> {
    let mut map = Basemap::new(bits, credit);
    let mut numbers = HashMap::new();
    for (old, kind) in topology.kinds() {
        let arc = topology
            .arcs
            .get(old)
            .ok_or_else(|| anyhow!("no arc {old}"))?;
        let arc = straightened(arc.iter().map(|&place| on_grid(&map, place)));
        numbers.insert(old, u32::try_from(map.arc_count())?);
        map.push_arc(kind, &arc)
            .ok_or_else(|| anyhow!("arc {old} has no points"))?;
    }

    let renumber = |ring: &Ring| -> Option<Ring> {
        let new = |old: &ArcRef| Some(ArcRef::new(*numbers.get(&old.arc())?, old.reversed()));
        ring.iter().map(new).collect()
    };
    for (&kind, areas) in &topology.areas {
        let features = areas.iter().map(|area| {
            let rings = area.rings.iter().map(renumber).collect::<Option<_>>()?;
            map.feature(&area.properties.code, &area.properties.name, rings)
        });
        let features = features
            .collect::<Option<_>>()
            .context("an area without arcs")?;
        map.push_layer(kind, features);
    }

    for place in &topology.places {
        map.push_place(NamedPlace {
            kind: place.kind,
            code: place.properties.code.clone(),
            name: place.properties.name.clone(),
            population: place.properties.population,
            at: on_grid(&map, place.at),
        });
    }
    Ok(map)
}

fn on_grid(map: &Basemap, [lon, lat]: [f64; 2]) -> Point {
    map.snap(mercator::world(lon, lat))
}

/// Without the points that repeat the one before, or lie on the straight line between those around them.
fn straightened(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for next in points {
        while let Some(&last) = kept.last() {
            let before = kept.len().checked_sub(2).and_then(|index| kept.get(index));
            let useless =
                last == next || before.is_some_and(|&before| on_segment(before, last, next));
            if !useless {
                break;
            }
            kept.pop();
        }
        kept.push(next);
    }
    kept
}

/// Whether `point` is on the segment from `a` to `b`. Exact: on a grid all these products are.
fn on_segment(a: Point, point: Point, b: Point) -> bool {
    let between = |[x, y]: Point, [from_x, from_y]: Point| {
        (
            f64::from(x) - f64::from(from_x),
            f64::from(y) - f64::from(from_y),
        )
    };
    let (there_x, there_y) = between(point, a);
    let (on_x, on_y) = between(b, point);
    there_x * on_y == there_y * on_x && there_x * on_x + there_y * on_y >= 0.0
}
