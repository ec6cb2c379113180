//! The basemap on its canvas: the last picture, painted again or moved to where it belongs now.

use super::labels::Names;
use super::painter::{Painter, Picture};
use super::streets::Streets;
use crate::browser::dom::{self, StyleWriter};
use engine::frame::Picture as OnCanvas;
use engine::{Camera, Rect, Size};
use model::basemaps::{Basemaps, Outline, STREETS_ZOOM};
use model::data::basemap::Basemap;
use overlay::{shift, unshift};
use std::rc::Rc;
use web_sys::HtmlCanvasElement;

/// While the map moves, a picture that took longer than this to paint is moved instead of painted again, milliseconds.
const QUICK_PAINT_MS: f64 = 9.0;
/// And is painted again at least this often.
const REPAINT_MS: f64 = 140.0;

/// A canvas, and what is on it.
pub struct Canvas {
    element: HtmlCanvasElement,
    painter: Painter,
    names: Names,
    memory: Memory,
    /// Streets, once the visitor asked for them.
    pub streets: Option<Streets>,
    /// The last picture, if it is still there.
    last: Option<Painted>,
    /// Whether it no longer shows what it should.
    stale: bool,
    /// Device pixels per CSS pixel.
    density: f64,
}

/// A picture that was painted.
#[derive(Clone, Copy)]
struct Painted {
    /// From where.
    camera: Camera,
    thin: bool,
    /// When it was begun, and how long it took, milliseconds.
    began_ms: f64,
    took_ms: f64,
}

/// What a picture takes, kept from one to the next: a frame asks for no memory.
#[derive(Default)]
struct Memory {
    painted: Vec<Rc<Basemap>>,
    named: Vec<Rc<Basemap>>,
    style: StyleWriter,
}

/// What to paint.
pub struct Scene<'a> {
    /// From where.
    pub camera: &'a Camera,
    /// The files that have come.
    pub basemaps: &'a Basemaps,
    /// Territories to outline.
    pub outlines: &'a [Outline],
    /// Where marks are, in pixels: names avoid them.
    pub obstacles: &'a [Rect],
    /// Whether no line is wider than a pixel.
    pub thin: bool,
    /// Whether the canvas stays clear: the page shows its own France until the basemap is here.
    pub clear: bool,
}

impl Canvas {
    /// Nothing painted yet; `None` where the browser gives the canvas no context.
    pub fn new(element: HtmlCanvasElement) -> Option<Self> {
        Some(Self {
            painter: Painter::new(element.clone())?,
            element,
            names: Names::default(),
            memory: Memory::default(),
            streets: None,
            last: None,
            stale: true,
            density: 1.0,
        })
    }

    /// Another size, in CSS pixels, or density. It empties the canvas; whether there was a picture on it.
    pub fn resize(&mut self, size: Size, density: f64) -> bool {
        self.density = density;
        self.painter.resize(size, density);
        self.last.take().is_some()
    }

    /// Device pixels per CSS pixel.
    pub fn density(&self) -> f64 {
        self.density
    }

    /// Reads the colours again at the next painting.
    pub fn refresh_colours(&mut self) {
        self.painter.refresh_colours();
    }

    /// The picture no longer shows what it should.
    pub fn spoil(&mut self) {
        self.stale = true;
    }

    /// Whether nothing is painted yet.
    pub fn is_blank(&self) -> bool {
        self.last.is_none()
    }

    /// What is on it, for a camera.
    pub fn picture(&self, camera: &Camera) -> OnCanvas {
        match self.last {
            None => OnCanvas::Blank,
            Some(last) if !self.stale && last.camera == *camera => OnCanvas::Current,
            Some(_) => OnCanvas::Stale,
        }
    }

    /// Whether the last picture was painted from there with lines of their proper width.
    pub fn is_sharp(&self, camera: &Camera) -> bool {
        self.last
            .is_some_and(|last| last.camera == *camera && !last.thin)
    }

    /// Whether the last picture took so long that it is moved for a while, instead of painted again.
    pub fn is_slow(&self, now_ms: f64) -> bool {
        self.last.is_some_and(|last| {
            last.took_ms > QUICK_PAINT_MS && now_ms - last.began_ms < REPAINT_MS
        })
    }

    /// Moves the last picture to where it belongs now; the next painting is sharper.
    pub fn shift(&mut self, camera: &Camera) {
        if let Some(last) = &self.last {
            shift(&self.element, &last.camera, camera, &mut self.memory.style);
        }
    }

    /// Asks for the streets that a camera at rest sees.
    pub fn seek_streets(&self, camera: &Camera) {
        let streets = self.streets.as_ref();
        if let Some(streets) = streets.filter(|_| shows_streets(camera)) {
            streets.seek_at(camera);
        }
    }

    /// Paints a scene that began at this time.
    pub fn paint(&mut self, scene: &Scene, now_ms: f64) {
        let Scene {
            camera,
            basemaps,
            thin,
            ..
        } = *scene;
        let Self {
            painter,
            memory,
            streets,
            ..
        } = self;
        let streets = streets.as_ref().filter(|_| shows_streets(camera));
        memory.painted.clear();
        memory.painted.extend(basemaps.to_paint(camera).cloned());
        memory.named.clear();
        memory.named.extend(basemaps.to_name(camera).cloned());
        if scene.clear {
            painter.clear();
        } else {
            painter.paint(&Picture {
                camera,
                basemaps: &memory.painted,
                streets,
                thin,
            });
        }
        for outline in scene.outlines {
            painter.outline(camera, &basemaps.outlined(outline, camera));
        }
        // Streets come with names of their own.
        if !scene.clear && streets.is_none() {
            self.names
                .write(&memory.named, camera, scene.obstacles, painter);
        }
        unshift(&self.element);
        self.stale = false;
        self.last = Some(Painted {
            camera: *camera,
            thin,
            began_ms: now_ms,
            took_ms: dom::now() - now_ms,
        });
    }
}

fn shows_streets(camera: &Camera) -> bool {
    camera.zoom() >= STREETS_ZOOM
}
