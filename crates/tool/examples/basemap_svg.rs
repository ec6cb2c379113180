//! Draws basemap files as one SVG, to look at them after a rebuild:
//!
//! `cargo run --profile tool --features tools --example basemap_svg -- 2.5 46.6 5.5 1280 720 public/basemap/*-l0.bin > map.svg`
//!
//! The arguments are longitude, latitude and zoom of the centre, width and height, then files from bottom to top.

use anyhow::{Context, Result};
use engine::geo::{World, WorldBounds, mercator};
use model::data::basemap::{ArcKind, Basemap, LayerKind, PlaceKind, Point, to_world};

const FILLS: [(LayerKind, &str); 4] = [
    (LayerKind::Country, "#ebeae6"),
    (LayerKind::Region, "#fbfaf7"),
    (LayerKind::Departement, "#fbfaf7"),
    (LayerKind::Water, "#cfe0ea"),
];

const STROKES: [(ArcKind, &str, f64); 14] = [
    (ArcKind::Road, "#ead9c2", 0.8),
    (ArcKind::Railway, "#d8d4d0", 0.6),
    (ArcKind::River4, "#b4d0e1", 0.4),
    (ArcKind::River3, "#b4d0e1", 0.6),
    (ArcKind::River2, "#b4d0e1", 0.8),
    (ArcKind::River1, "#b4d0e1", 1.1),
    (ArcKind::Shore, "#b4d0e1", 0.5),
    (ArcKind::Commune, "#e4e0da", 0.4),
    (ArcKind::Ept, "#d3cbd8", 0.6),
    (ArcKind::Epci, "#d6d1c9", 0.6),
    (ArcKind::Departement, "#c4beb5", 0.6),
    (ArcKind::Region, "#a39d95", 0.9),
    (ArcKind::Coast, "#9db5c2", 0.6),
    (ArcKind::Frontier, "#a39d95", 1.2),
];

struct View {
    middle: World,
    scale: f64,
    size: (f64, f64),
}

impl View {
    fn pixel(&self, point: Point) -> (f64, f64) {
        let (World { x, y }, (width, height)) = (to_world(point), self.size);
        (
            (x - self.middle.x) * self.scale + width / 2.0,
            (y - self.middle.y) * self.scale + height / 2.0,
        )
    }

    fn sees(&self, bounds: WorldBounds) -> bool {
        let (x, y) = (
            self.size.0 / self.scale / 2.0,
            self.size.1 / self.scale / 2.0,
        );
        let World { x: cx, y: cy } = self.middle;
        let north_west = World {
            x: cx - x,
            y: cy - y,
        };
        let south_east = World {
            x: cx + x,
            y: cy + y,
        };
        WorldBounds::between(north_west, south_east).intersects(bounds)
    }

    fn path(&self, points: impl Iterator<Item = Point>) -> String {
        let pixels = points.map(|point| self.pixel(point));
        let pairs: Vec<String> = pixels.map(|(x, y)| format!("{x:.2} {y:.2}")).collect();
        format!("M{}", pairs.join("L"))
    }

    fn fill(&self, map: &Basemap, kind: LayerKind, colour: &str) {
        let features = map.layer(kind).map_or(&[][..], |layer| &layer.features);
        for feature in features.iter().filter(|feature| self.sees(feature.bounds)) {
            let rings = feature.rings.iter();
            let path: String = rings
                .map(|ring| self.path(map.outline(ring)) + "Z")
                .collect();
            println!("<path d='{path}' fill='{colour}' fill-rule='evenodd'/>");
        }
    }

    fn stroke(&self, map: &Basemap, kind: ArcKind, colour: &str, width: f64) {
        let path: String = map
            .arcs()
            .filter(|arc| arc.kind == kind && self.sees(arc.bounds))
            .map(|arc| self.path(arc.points.iter().copied()))
            .collect();
        println!("<path d='{path}' fill='none' stroke='{colour}' stroke-width='{width}'/>");
    }

    /// Names as long as there is room for them.
    fn label(&self, map: &Basemap, taken: &mut Vec<(f64, f64, f64)>) {
        for place in map.places() {
            let (x, y) = self.pixel(place.at);
            let (size, dot) = match place.kind {
                PlaceKind::RegionCapital => (13.0, true),
                PlaceKind::Prefecture => (11.0, true),
                PlaceKind::Town => (10.0, true),
                PlaceKind::Region
                | PlaceKind::Departement
                | PlaceKind::Country
                | PlaceKind::Sea => (13.0, false),
            };
            let width = place.name.chars().count() as f64 * size * 0.6 + 8.0;
            let x = if dot { x } else { x - width / 2.0 };
            let clashes = |&(other_x, other_y, other_width): &(f64, f64, f64)| {
                x < other_x + other_width && other_x < x + width && (y - other_y).abs() < 14.0
            };
            if taken.iter().any(clashes) {
                continue;
            }
            taken.push((x, y, width));
            let (name, shift) = (place.name.replace('&', "&amp;"), if dot { 4 } else { 0 });
            if dot {
                println!("<circle cx='{x:.1}' cy='{y:.1}' r='1.5' fill='#666'/>");
            }
            println!(
                "<text x='{x:.1}' y='{y:.1}' dx='{shift}' dy='4' font-size='{size}' fill='#666'>{name}</text>"
            );
        }
    }
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut number = || -> Result<f64> {
        let text = arguments
            .next()
            .context("arguments: LON LAT ZOOM WIDTH HEIGHT FILES")?;
        text.parse().context(text)
    };
    let (lon, lat, zoom) = (number()?, number()?, number()?);
    let (width, height) = (number()?, number()?);
    let (x, y) = mercator::world(lon, lat);
    let view = View {
        middle: World { x, y },
        scale: 256.0 * zoom.exp2(),
        size: (width, height),
    };
    let mut maps = Vec::new();
    for path in arguments {
        let file = std::fs::read(&path).context(path.clone())?;
        maps.push(Basemap::decode(&file).context(path)?);
    }

    println!("<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>");
    println!("<rect width='100%' height='100%' fill='#cfe0ea'/>");
    println!("<g stroke-linejoin='round' stroke-linecap='round' font-family='sans-serif'>");
    for (kind, colour) in FILLS {
        maps.iter().for_each(|map| view.fill(map, kind, colour));
    }
    for (kind, colour, width) in STROKES {
        maps.iter()
            .for_each(|map| view.stroke(map, kind, colour, width));
    }
    let mut taken = Vec::new();
    maps.iter().for_each(|map| view.label(map, &mut taken));
    println!("</g></svg>");
    Ok(())
}
