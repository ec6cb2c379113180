//! A basemap to bytes and back: each `write_` has its `read_` below it, in the same order.

use super::{
    ArcKind, ArcRef, AreaLayer, Basemap, FILE, LayerKind, MAX_BITS, NamedPlace, PlaceKind, Point,
};
use crate::data::FileError;
use crate::data::bytes::{Reader, Writer};

impl Basemap {
    /// The bytes of a file.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.byte(self.bits);
        writer.text(&self.credit);
        write_arcs(&mut writer, self);
        writer.count(self.layers.len());
        for layer in &self.layers {
            write_layer(&mut writer, layer);
        }
        write_places(&mut writer, &self.places, self.cells());
        FILE.close(&writer.0)
    }

    /// The basemap of a file, ready to draw.
    pub fn decode(file: &[u8]) -> Result<Self, FileError> {
        let mut reader = Reader(FILE.open(file)?);
        let bits = reader.byte()?;
        if bits > MAX_BITS {
            return Err(FileError::Invalid("the grid is too fine"));
        }
        let mut map = Self::new(bits, reader.text()?);
        read_arcs(&mut reader, &mut map)?;
        for _ in 0..reader.count()? {
            read_layer(&mut reader, &mut map)?;
        }
        map.places = read_places(&mut reader, map.cells())?;
        if reader.0.is_empty() {
            Ok(map)
        } else {
            Err(FileError::Invalid("bytes after the places"))
        }
    }
}

fn write_arcs(writer: &mut Writer, map: &Basemap) {
    writer.count(map.arc_count());
    map.kinds.iter().for_each(|&kind| writer.byte(kind as u8));
    let lengths: Vec<_> = map.arcs().map(|arc| arc.points.len()).collect();
    lengths.iter().for_each(|&length| writer.count(length));
    write_points(writer, &lengths, &map.points, map.cells());
}

fn read_arcs(reader: &mut Reader, map: &mut Basemap) -> Result<(), FileError> {
    let count = reader.count()?;
    let kinds = reader.kinds(ArcKind::ALL, count)?;
    let lengths = reader.many(count, Reader::count)?;
    let points = read_points(reader, &lengths, map.cells())?;
    let mut rest = points.as_slice();
    for (kind, length) in kinds.into_iter().zip(lengths) {
        let (arc, after) = rest.split_at_checked(length).ok_or(FileError::Truncated)?;
        map.push_arc(kind, arc)
            .ok_or(FileError::Invalid("an arc without points"))?;
        rest = after;
    }
    Ok(())
}

fn write_layer(writer: &mut Writer, layer: &AreaLayer) {
    let features = &layer.features;
    writer.byte(layer.kind as u8);
    writer.count(features.len());
    writer.texts(features.iter().map(|feature| feature.code.as_str()));
    writer.texts(features.iter().map(|feature| feature.name.as_str()));
    features
        .iter()
        .for_each(|feature| writer.count(feature.rings.len()));
    let rings = || features.iter().flat_map(|feature| &feature.rings);
    rings().for_each(|ring| writer.count(ring.len()));
    rings().flatten().fold(0, |previous, reference| {
        let value = reference.to_bits() as i32;
        writer.signed(value.wrapping_sub(previous));
        value
    });
}

fn read_layer(reader: &mut Reader, map: &mut Basemap) -> Result<(), FileError> {
    let kind = reader.kind(LayerKind::ALL)?;
    let count = reader.count()?;
    let codes = reader.texts(count)?;
    let names = reader.texts(count)?;
    let ring_counts = reader.many(count, Reader::count)?;
    let ring_lengths = reader.many(
        ring_counts
            .iter()
            .fold(0, |sum: usize, &count| sum.saturating_add(count)),
        Reader::count,
    )?;

    let mut lengths = ring_lengths.into_iter();
    let mut previous = 0_i32;
    let mut reference = |reader: &mut Reader| {
        previous = previous.wrapping_add(reader.signed()?);
        Ok(ArcRef::from_bits(previous as u32))
    };
    let mut features = Vec::with_capacity(count);
    for ((code, name), rings) in codes.into_iter().zip(names).zip(ring_counts) {
        let rings = (lengths.by_ref().take(rings))
            .map(|length| reader.many(length, &mut reference))
            .collect::<Result<_, _>>()?;
        let feature = map.feature(code, name, rings);
        features.push(feature.ok_or(FileError::Invalid("an area without its arcs"))?);
    }
    // Ascending in the file: sorted when it was made.
    map.layers.push(AreaLayer { kind, features });
    Ok(())
}

fn write_places(writer: &mut Writer, places: &[NamedPlace], cells: f64) {
    writer.count(places.len());
    places
        .iter()
        .for_each(|place| writer.byte(place.kind as u8));
    writer.texts(places.iter().map(|place| place.code.as_str()));
    writer.texts(places.iter().map(|place| place.name.as_str()));
    places
        .iter()
        .for_each(|place| writer.unsigned(place.population));
    let points: Vec<_> = places.iter().map(|place| place.at).collect();
    write_points(writer, &[points.len()], &points, cells);
}

fn read_places(reader: &mut Reader, cells: f64) -> Result<Vec<NamedPlace>, FileError> {
    let count = reader.count()?;
    let kinds = reader.kinds(PlaceKind::ALL, count)?;
    let codes = reader.texts(count)?;
    let names = reader.texts(count)?;
    let populations = reader.many(count, Reader::unsigned)?;
    let points = read_points(reader, &[count], cells)?;
    let named = kinds
        .into_iter()
        .zip(codes)
        .zip(names)
        .zip(populations)
        .zip(points);
    Ok(named
        .map(|((((kind, code), name), population), at)| NamedPlace {
            kind,
            code: code.to_owned(),
            name: name.to_owned(),
            population,
            at,
        })
        .collect())
}

/// All x, then all y.
fn write_points(writer: &mut Writer, lengths: &[usize], points: &[Point], cells: f64) {
    let on_grid = |value: f32| (f64::from(value) * cells).round() as i32;
    let axes: [fn(&Point) -> f32; 2] = [|&[x, _]| x, |&[_, y]| y];
    for axis in axes {
        let values: Vec<_> = points.iter().map(|point| on_grid(axis(point))).collect();
        write_axis(writer, lengths, &values);
    }
}

fn read_points(
    reader: &mut Reader,
    lengths: &[usize],
    cells: f64,
) -> Result<Vec<Point>, FileError> {
    let x = read_axis(reader, lengths, cells as i32)?;
    let y = read_axis(reader, lengths, cells as i32)?;
    let world = |value: i32| (f64::from(value) / cells) as f32;
    Ok(x.into_iter()
        .zip(y)
        .map(|(x, y)| [world(x), world(y)])
        .collect())
}

/// First how far each run of values starts from the end of the one before, then all steps within the runs.
fn write_axis(writer: &mut Writer, lengths: &[usize], values: &[i32]) {
    let mut steps = Writer::default();
    let mut values = values.iter();
    let mut pen = 0;
    for &length in lengths {
        for (position, &value) in values.by_ref().take(length).enumerate() {
            let stream = if position == 0 {
                &mut *writer
            } else {
                &mut steps
            };
            stream.signed(value - pen);
            pen = value;
        }
    }
    writer.0.append(&mut steps.0);
}

fn read_axis(reader: &mut Reader, lengths: &[usize], cells: i32) -> Result<Vec<i32>, FileError> {
    let runs = lengths.iter().filter(|&&length| length > 0).count();
    let mut starts = reader.many(runs, Reader::signed)?.into_iter();
    let mut values = Vec::new();
    let mut pen = 0i32;
    for &length in lengths {
        for position in 0..length {
            let step = if position == 0 {
                starts.next().unwrap_or_default()
            } else {
                reader.signed()?
            };
            pen = pen.wrapping_add(step);
            if !(0..=cells).contains(&pen) {
                return Err(FileError::Invalid("a point is outside the world"));
            }
            values.push(pen);
        }
    }
    Ok(values)
}
