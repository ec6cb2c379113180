//! The pipeline's TopoJSON files: arcs in degrees, and objects named after the kinds of `data::basemap`.

use anyhow::{Context, Result, anyhow};
use model::data::basemap::{ArcKind, ArcRef, LayerKind, PlaceKind, Ring};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A topology whose objects are sorted by what they are to the basemap.
#[derive(Clone, Debug, Default)]
pub struct Topology {
    /// Longitude and latitude of every point of every arc.
    pub arcs: Vec<Vec<[f64; 2]>>,
    /// Areas, by layer.
    pub areas: BTreeMap<LayerKind, Vec<AreaFeature>>,
    /// The numbers of the arcs to draw, by kind. An arc may have several kinds.
    pub lines: BTreeMap<ArcKind, BTreeSet<usize>>,
    /// Named points, in the order of the file.
    pub places: Vec<PlaceFeature>,
}

/// An area of a layer.
#[derive(Clone, Debug)]
pub struct AreaFeature {
    pub properties: Properties,
    pub rings: Vec<Ring>,
}

/// A named point.
#[derive(Clone, Debug)]
pub struct PlaceFeature {
    pub kind: PlaceKind,
    pub properties: Properties,
    pub at: [f64; 2],
}

/// What the pipeline says of a feature; lines have none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Properties {
    pub code: String,
    pub name: String,
    pub departement: String,
    pub kind: String,
    pub population: u32,
}

impl Topology {
    /// Reads TopoJSON without quantization.
    pub fn parse(json: &[u8]) -> Result<Self> {
        let file: File = serde_json::from_slice(json)?;
        let mut topology = Self {
            arcs: file.arcs,
            ..Self::default()
        };
        for (name, object) in file.objects {
            for geometry in object.geometries.into_iter().filter(has_shape) {
                serde_json::from_value(geometry)
                    .map_err(Into::into)
                    .and_then(|geometry| topology.add(&name, geometry))
                    .with_context(|| format!("object {name:?}"))?;
            }
        }
        Ok(topology)
    }

    fn add(&mut self, object: &str, geometry: Geometry) -> Result<()> {
        let properties = geometry.properties.unwrap_or_default();
        let layer = || LayerKind::from_id(object).context("no such layer");
        let line = || ArcKind::from_id(object).context("no such kind of line");
        match geometry.shape {
            Shape::Polygon { arcs } => self.add_area(layer()?, properties, arcs),
            Shape::MultiPolygon { arcs } => self.add_area(layer()?, properties, arcs.concat()),
            Shape::LineString { arcs } => self.add_lines(line()?, &arcs),
            Shape::MultiLineString { arcs } => self.add_lines(line()?, &arcs.concat()),
            Shape::Point { coordinates: at } => {
                let kind = PlaceKind::from_id(&properties.kind);
                let kind =
                    kind.with_context(|| format!("no such kind of place: {:?}", properties.kind))?;
                self.places.push(PlaceFeature {
                    kind,
                    properties,
                    at,
                });
                Ok(())
            }
        }
    }

    fn add_area(
        &mut self,
        layer: LayerKind,
        properties: Properties,
        rings: Vec<Vec<i64>>,
    ) -> Result<()> {
        let rings = rings
            .iter()
            .map(|ring| ring.iter().map(reference).collect());
        let rings = rings.collect::<Result<_>>()?;
        let area = AreaFeature { properties, rings };
        self.areas.entry(layer).or_default().push(area);
        Ok(())
    }

    fn add_lines(&mut self, kind: ArcKind, arcs: &[i64]) -> Result<()> {
        let numbers = self.lines.entry(kind).or_default();
        for arc in arcs {
            numbers.insert(reference(arc)?.arc());
        }
        Ok(())
    }

    /// The départements that areas belong to.
    pub fn departements(&self) -> BTreeSet<&str> {
        let areas = self.areas.values().flatten();
        areas
            .map(|area| area.properties.departement.as_str())
            .collect()
    }

    /// The areas and places of a département, with the lines around and within them.
    pub fn of_departement(&self, code: &str) -> Self {
        let mut part = self.clone();
        for areas in part.areas.values_mut() {
            areas.retain(|area| area.properties.departement == code);
        }
        part.places
            .retain(|place| place.properties.departement == code);
        let used = part.arcs_of_areas();
        for numbers in part.lines.values_mut() {
            numbers.retain(|number| used.contains(number));
        }
        part
    }

    fn arcs_of_areas(&self) -> BTreeSet<usize> {
        let rings = self.areas.values().flatten().flat_map(|area| &area.rings);
        rings.flatten().map(|reference| reference.arc()).collect()
    }

    /// Every arc in use, with its highest rank. The arcs of areas that no line goes along are hidden.
    pub fn kinds(&self) -> BTreeMap<usize, ArcKind> {
        let mut kinds: BTreeMap<_, _> = self
            .arcs_of_areas()
            .into_iter()
            .map(|arc| (arc, ArcKind::Hidden))
            .collect();
        for (&kind, numbers) in self.lines.iter().rev() {
            kinds.extend(numbers.iter().map(|&number| (number, kind)));
        }
        kinds
    }
}

/// TopoJSON writes the arc `i` followed backwards as `!i`.
fn reference(&arc: &i64) -> Result<ArcRef> {
    let reversed = arc < 0;
    let number = if reversed { !arc } else { arc };
    let number = u32::try_from(number).map_err(|_| anyhow!("arc number {arc}"))?;
    Ok(ArcRef::new(number, reversed))
}

#[derive(Deserialize)]
struct File {
    arcs: Vec<Vec<[f64; 2]>>,
    objects: BTreeMap<String, Object>,
}

#[derive(Deserialize)]
struct Object {
    geometries: Vec<Value>,
}

/// Mapshaper keeps the features that its simplification emptied, with `null` for a type.
fn has_shape(geometry: &Value) -> bool {
    geometry.get("type").is_some_and(Value::is_string)
}

#[derive(Deserialize)]
struct Geometry {
    properties: Option<Properties>,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Shape {
    Polygon { arcs: Vec<Vec<i64>> },
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
    LineString { arcs: Vec<i64> },
    MultiLineString { arcs: Vec<Vec<i64>> },
    Point { coordinates: [f64; 2] },
}
