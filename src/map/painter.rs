//! Paints the basemap on a canvas. It knows nothing of initiatives: those are buttons above it.

use super::colours::Colours;
use super::streets::Streets;
use engine::geo::WorldBounds;
use engine::{Camera, Px, Rect, Size};
use js_sys::Reflect;
use model::basemaps::Part;
use model::data::basemap::{ArcKind, ArcRef, Basemap, Feature, LayerKind, Point};
use std::cell::Cell;
use std::f64::consts::TAU;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, CanvasWindingRule, HtmlCanvasElement};

/// Beyond two device pixels a CSS pixel, sharper costs time and shows nothing.
const MAX_PIXEL_RATIO: f64 = 2.0;

/// Points closer than this to the last one drawn, in pixels, are skipped.
const SKIP_PX: f64 = 0.7;

/// A name to write, centred on a point.
pub struct Label<'a> {
    /// Where its middle goes.
    pub at: Px,
    /// What it says.
    pub text: &'a str,
    /// Its lettering.
    pub font: &'static Font,
}

/// A lettering.
pub struct Font {
    /// CSS font.
    pub css: &'static str,
    /// Height of a line, pixels.
    pub line_px: f64,
    /// Between two letters, as CSS writes it. A browser that does not know it writes them closer.
    pub spacing: &'static str,
}

/// What to paint.
pub struct Picture<'a> {
    /// From where.
    pub camera: &'a Camera,
    /// From the back to the front.
    pub basemaps: &'a [Rc<Basemap>],
    /// Streets, in place of rivers and roads.
    pub streets: Option<&'a Streets>,
    /// Whether no line is wider than a pixel: without a graphics card, wider lines take five times as long.
    pub thin: bool,
}

/// A canvas and its colours.
pub struct Painter {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    colours: Colours,
    /// Whether the colours may be others by now.
    faded: bool,
    ratio: f64,
    /// The context's font and spacing: setting one takes longer than measuring a word in it.
    font: Cell<&'static str>,
    spacing: Cell<&'static str>,
}

/// A line style: which arcs, what colour, how wide in pixels, from which zoom.
struct Stroke<'a> {
    kind: ArcKind,
    colour: &'a str,
    width: f64,
    from_zoom: f64,
}

impl Painter {
    /// The painter of a canvas, if the browser gives it a 2D context.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        let context = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Self {
            canvas,
            context,
            colours: Colours::default(),
            faded: true,
            ratio: 1.0,
            font: Cell::default(),
            spacing: Cell::new("0px"),
        })
    }

    /// Reads the colours again at the next painting: the visitor's scheme changed.
    pub fn refresh_colours(&mut self) {
        self.faded = true;
    }

    /// Fits the canvas to its size on screen, in CSS pixels, and the screen's density. Resizing clears it; the colours may depend on
    /// the size.
    pub fn resize(&mut self, size: Size, pixel_ratio: f64) {
        self.ratio = pixel_ratio.clamp(1.0, MAX_PIXEL_RATIO);
        self.canvas
            .set_width((size.width * self.ratio).round() as u32);
        self.canvas
            .set_height((size.height * self.ratio).round() as u32);
        // With its content, the canvas loses its font.
        self.font.set("");
        self.spacing.set("0px");
        self.refresh_colours();
    }

    /// Width of a text in pixels.
    pub fn text_width(&self, text: &str, font: &'static Font) -> f64 {
        self.set_font(font);
        self.context
            .measure_text(text)
            .map_or(0.0, |metrics| metrics.width())
    }

    fn set_font(&self, font: &'static Font) {
        let Font { css, spacing, .. } = *font;
        if self.font.replace(css) != css {
            self.context.set_font(css);
        }
        if self.spacing.replace(spacing) != spacing {
            // Where the browser has no such property, this adds one that nobody reads.
            let _ = Reflect::set(&self.context, &"letterSpacing".into(), &spacing.into());
        }
    }

    /// Leaves nothing on the canvas.
    pub fn clear(&self) {
        let (width, height) = (self.canvas.width(), self.canvas.height());
        self.context
            .clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
    }

    /// Paints land, water and lines.
    pub fn paint(&mut self, picture: &Picture) {
        if std::mem::take(&mut self.faded) {
            self.colours = Colours::read();
        }
        let Size { width, height } = picture.camera.size();
        // It fails only on numbers that are not finite.
        let _ = self
            .context
            .set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0);
        self.context.set_fill_style_str(&self.colours.sea);
        self.context.fill_rect(0.0, 0.0, width, height);
        self.context.set_line_join("round");
        self.context.set_line_cap("round");
        for (layer, colour) in [
            (LayerKind::Country, &self.colours.land_abroad),
            (LayerKind::Region, &self.colours.land),
            // Files of communes have their département instead of a région.
            (LayerKind::Departement, &self.colours.land),
            (LayerKind::Water, &self.colours.sea),
        ] {
            self.fill_layers(picture, layer, colour);
        }
        if let Some(streets) = picture.streets {
            streets.paint_at(&self.context, picture.camera);
        }
        self.stroke_all(picture);
    }

    fn fill_layers(&self, picture: &Picture, kind: LayerKind, colour: &str) {
        let view = picture.camera.bounds();
        self.context.set_fill_style_str(colour);
        self.context.begin_path();
        for basemap in picture.basemaps {
            if kind == LayerKind::Departement && basemap.layer(LayerKind::Region).is_some() {
                continue;
            }
            let features = basemap.layer(kind).map_or(&[][..], |layer| &layer.features);
            for feature in features
                .iter()
                .filter(|feature| feature.bounds.intersects(view))
            {
                self.trace_feature(picture.camera, basemap, feature, view);
            }
        }
        self.context
            .fill_with_canvas_winding_rule(CanvasWindingRule::Evenodd);
    }

    fn trace_feature(
        &self,
        camera: &Camera,
        basemap: &Basemap,
        feature: &Feature,
        view: WorldBounds,
    ) {
        for ring in &feature.rings {
            let seen = ring_bounds(basemap, ring).is_some_and(|bounds| bounds.intersects(view));
            if seen {
                self.trace(camera, basemap.outline(ring));
                self.context.close_path();
            }
        }
    }

    /// Adds a line to the path, without the points that would fall on one another.
    fn trace(&self, camera: &Camera, points: impl Iterator<Item = Point>) {
        let (scale, middle, centre) = (camera.scale(), camera.size().centre(), camera.centre());
        let mut last: Option<(f64, f64)> = None;
        let mut skipped = None;
        for [x, y] in points {
            let x = (f64::from(x) - centre.x) * scale + middle.x;
            let y = (f64::from(y) - centre.y) * scale + middle.y;
            match last {
                None => self.context.move_to(x, y),
                Some((before_x, before_y))
                    if (x - before_x).abs() + (y - before_y).abs() < SKIP_PX =>
                {
                    skipped = Some((x, y));
                    continue;
                }
                Some(_) => self.context.line_to(x, y),
            }
            skipped = None;
            last = Some((x, y));
        }
        // Lines meet at their ends: the last point is never skipped.
        if let Some((x, y)) = skipped {
            self.context.line_to(x, y);
        }
    }

    fn stroke_all(&self, picture: &Picture) {
        let zoom = picture.camera.zoom();
        let colours = &self.colours;
        let wide =
            |at_5: f64, at_12: f64| at_5 + (at_12 - at_5) * ((zoom - 5.0) / 7.0).clamp(0.0, 1.0);
        let stroke = |kind, colour, width, from_zoom| Stroke {
            kind,
            colour,
            width,
            from_zoom,
        };
        let strokes = [
            stroke(ArcKind::River4, &colours.river, wide(0.5, 1.2), 9.0),
            stroke(ArcKind::River3, &colours.river, wide(0.5, 1.5), 8.0),
            stroke(ArcKind::River2, &colours.river, wide(0.7, 2.0), 6.0),
            stroke(ArcKind::River1, &colours.river, wide(1.0, 2.6), 4.0),
            stroke(ArcKind::Commune, &colours.border_commune, 1.0, 9.5),
            stroke(ArcKind::Railway, &colours.rail, wide(0.6, 1.0), 7.0),
            stroke(ArcKind::Road, &colours.road, wide(0.8, 2.0), 7.0),
            stroke(ArcKind::Epci, &colours.border_epci, wide(0.8, 1.6), 7.5),
            stroke(ArcKind::Ept, &colours.border_epci, wide(0.8, 1.6), 8.0),
            stroke(
                ArcKind::Departement,
                &colours.border_departement,
                wide(0.8, 2.0),
                4.0,
            ),
            stroke(ArcKind::Region, &colours.border_region, wide(1.1, 2.4), 4.0),
            stroke(ArcKind::Coast, &colours.border_country, wide(0.8, 1.2), 4.0),
            stroke(
                ArcKind::Frontier,
                &colours.border_country,
                wide(1.2, 2.2),
                4.0,
            ),
        ];
        let on_streets = |kind| {
            !matches!(
                kind,
                ArcKind::River1
                    | ArcKind::River2
                    | ArcKind::River3
                    | ArcKind::River4
                    | ArcKind::Road
                    | ArcKind::Railway
                    | ArcKind::Coast
            )
        };
        let strokes = strokes.iter().filter(|stroke| zoom >= stroke.from_zoom);
        for stroke in strokes.filter(|stroke| picture.streets.is_none() || on_streets(stroke.kind))
        {
            self.stroke(picture, stroke);
        }
    }

    fn stroke(&self, picture: &Picture, stroke: &Stroke) {
        let view = picture.camera.bounds();
        self.context.set_stroke_style_str(stroke.colour);
        self.context.set_line_width(if picture.thin {
            stroke.width.min(1.0 / self.ratio)
        } else {
            stroke.width
        });
        self.context.begin_path();
        for arc in picture.basemaps.iter().flat_map(|basemap| basemap.arcs()) {
            if arc.kind == stroke.kind && arc.bounds.intersects(view) {
                self.trace(picture.camera, arc.points.iter().copied());
            }
        }
        self.context.stroke();
    }

    /// Paints the outline of a territory, given its parts.
    pub fn outline(&self, camera: &Camera, parts: &[Part]) {
        let view = camera.bounds();
        self.context.begin_path();
        for Part { basemap, feature } in parts {
            self.trace_feature(camera, basemap, feature, view);
        }
        self.context.set_fill_style_str(&self.colours.outline_fill);
        self.context
            .fill_with_canvas_winding_rule(CanvasWindingRule::Evenodd);
        self.context.begin_path();
        for part in parts {
            for arc in part.edge(parts, view) {
                self.trace(camera, arc.points.iter().copied());
            }
        }
        self.context.set_stroke_style_str(&self.colours.outline);
        self.context.set_line_width(2.5);
        self.context.stroke();
    }

    /// What is set once for all names.
    pub fn begin_writing(&self) {
        self.context.set_text_align("center");
        self.context.set_text_baseline("middle");
        self.context.set_stroke_style_str(&self.colours.label_halo);
        self.context.set_fill_style_str(&self.colours.label);
        self.context.set_line_width(3.0);
    }

    /// Writes a name.
    pub fn write(&self, label: &Label) {
        let Label { at, text, font } = label;
        self.set_font(font);
        let _ = self.context.stroke_text(text, at.x, at.y);
        let _ = self.context.fill_text(text, at.x, at.y);
    }

    /// Draws the dots of towns.
    pub fn dots(&self, dots: impl Iterator<Item = Rect>) {
        self.context.set_line_width(2.0);
        self.context.begin_path();
        for dot in dots {
            let (Px { x, y }, radius) = (dot.centre(), dot.size().width / 2.0);
            self.context.move_to(x + radius, y);
            // It fails only on a negative radius.
            let _ = self.context.arc(x, y, radius, 0.0, TAU);
        }
        self.context.stroke();
        self.context.fill();
    }
}

fn ring_bounds(basemap: &Basemap, ring: &[ArcRef]) -> Option<WorldBounds> {
    let arcs = ring
        .iter()
        .filter_map(|reference| basemap.arc(reference.arc()));
    arcs.map(|arc| arc.bounds).reduce(WorldBounds::union)
}
