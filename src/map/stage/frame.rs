//! One frame: the camera moves, the markers follow, the canvas is painted; at rest the list and the address follow too.

use super::{SharedStage, Stage};
use crate::browser::dom::{self, StyleWriter};
use crate::browser::react;
use crate::map::basemaps::TOWNS;
use crate::map::canvas::Scene;
use crate::map::overlay::Sight;
use engine::decimal::decimal;
use engine::geo::mercator;
use engine::{Camera, scale_bar};
use leptos::prelude::{GetUntracked, Set};
use model::address::View;
use model::domain::ViewBounds;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Frames in a row that have new buttons and leave the picture to the next one, at most.
const MOST_PUT_OFF: u8 = 4;
/// The longest bar of the scale, pixels.
const SCALE_PX: f64 = 110.0;

impl Stage {
    /// Paints again, though the camera has not moved.
    pub fn repaint(this: &SharedStage) {
        this.borrow_mut().canvas.spoil();
        Self::ask_frame(this);
    }

    /// Asks for a frame, unless one is coming.
    pub(super) fn ask_frame(this: &SharedStage) {
        let mut stage = this.borrow_mut();
        if std::mem::replace(&mut stage.frame_asked, true) {
            return;
        }
        // One function for all frames.
        let on_frame = stage.on_frame.get_or_insert_with(|| {
            let stage = this.clone();
            Closure::new(move || {
                stage.borrow_mut().frame_asked = false;
                Self::frame(&stage, dom::now());
            })
        });
        if let Some(window) = dom::window() {
            // It fails in no browser.
            let _ = window.request_animation_frame(on_frame.as_ref().unchecked_ref());
        }
    }

    /// Makes the buttons now, in the time until the browser asks for the next frame.
    pub fn make_buttons(this: &SharedStage) {
        let mut stage = this.borrow_mut();
        stage.update_initiatives(false);
        stage.update_points(false);
    }

    pub(super) fn frame(this: &SharedStage, now: f64) {
        let moving = this.borrow_mut().step(now);
        let drawn = this.borrow_mut().draw(now, moving);
        if moving || !drawn {
            if this.borrow().awaits_basemap() {
                // Once the first markers are on screen.
                let stage = this.clone();
                react::later(0, move || Self::fetch_seen(&stage));
            }
            Self::ask_frame(this);
        } else {
            Self::settle(this, now);
        }
    }

    /// Whether the basemap is what comes next: nothing is painted yet, and no layer is on its way, whose points come before.
    fn awaits_basemap(&self) -> bool {
        self.canvas.is_blank() && !self.layers.are_coming()
    }

    /// Moves the camera to where it is now; whether it goes on.
    fn step(&mut self, now: f64) -> bool {
        let Some(movement) = &self.movement else {
            return false;
        };
        let (camera, over) = movement.at(now);
        self.camera = camera.with_size(self.camera.size());
        if over {
            self.movement = None;
        }
        !over
    }

    /// Draws what the camera sees; whether that is all.
    fn draw(&mut self, now: f64, moving: bool) -> bool {
        if self.canvas.is_current(&self.camera) {
            self.update_points(false);
            return true;
        }
        // New buttons are what the visitor waits for, and cost most of a frame: the basemap, whose names give way to them, is painted
        // in the next one, unless it has waited for long.
        let new_buttons = self.update_initiatives(false) || self.update_points(false);
        // At the start there is no basemap to paint yet, and layers may be about to come.
        let coming = || self.layers.are_coming() || !self.basemaps.is_settled(&self.camera);
        let more = new_buttons || (self.canvas.is_blank() && coming());
        if more && self.put_off < MOST_PUT_OFF {
            self.put_off += 1;
            self.layers.overlay.markers.follow(&self.camera);
            self.canvas.shift(&self.camera);
            return false;
        }
        self.update_points(false);
        let moving = moving || self.held;
        if moving {
            self.pace.frame(now);
        }
        if moving && self.canvas.is_slow(now) {
            self.canvas.shift(&self.camera);
        } else {
            self.paint(now, moving && self.pace.is_slow());
        }
        true
    }

    fn update_initiatives(&mut self, at_rest: bool) -> bool {
        self.initiatives.update(&Sight {
            camera: &self.camera,
            at_rest,
            towns: self.basemaps.get(TOWNS).map(Rc::as_ref),
        })
    }

    fn update_points(&mut self, at_rest: bool) -> bool {
        self.layers.update(&Sight {
            camera: &self.camera,
            at_rest,
            towns: self.basemaps.get(TOWNS).map(Rc::as_ref),
        })
    }

    /// Paints the basemap, with thin lines where better ones would make the next frames late.
    fn paint(&mut self, now: f64, thin: bool) {
        let scene = Scene {
            camera: &self.camera,
            basemaps: &self.basemaps,
            outlines: &self.outlines,
            thin,
        };
        let initiatives = self.initiatives.overlay.markers.rects(&self.camera);
        let points = self.layers.overlay.markers.rects(&self.camera);
        self.canvas.paint(&scene, now, initiatives.chain(points));
        self.put_off = 0;
        self.painted();
    }

    /// The camera rests: the picture is made sharp, the list and the address follow, the files in view are fetched.
    fn settle(this: &SharedStage, now: f64) {
        let (store, camera) = {
            let mut stage = this.borrow_mut();
            if !stage.held {
                stage.rest(now);
            }
            stage.show_scale();
            (stage.store, stage.camera)
        };
        let (bounds, here) = (bounds_in_degrees(&camera), view_of(&camera));
        if store.view_bounds.get_untracked() != Some(bounds) {
            store.view_bounds.set(Some(bounds));
        }
        if this.borrow().placed && store.view.get_untracked() != Some(here) {
            store.view.set(Some(here));
        }
        Self::fetch_seen(this);
        Self::list_points_at_rest(this);
    }

    fn rest(&mut self, now: f64) {
        self.pace.rest();
        self.update_initiatives(true);
        self.update_points(true);
        if !self.canvas.is_sharp(&self.camera) {
            self.paint(now, false);
        }
    }

    /// Says the scale, once its bar is in the page.
    pub fn show_scale(&self) {
        let Some(scale) = dom::find(".scale") else {
            return;
        };
        let bar = scale_bar(&self.camera, SCALE_PX);
        let words = if bar.metres < 1000.0 {
            format!("{} m", bar.metres as u32)
        } else {
            format!("{} km", (bar.metres / 1000.0) as u32)
        };
        scale.set_text_content(Some(&words));
        let width = decimal(bar.px, 1);
        StyleWriter::default().set(&scale, "width", format_args!("{width}px"));
    }
}

fn bounds_in_degrees(camera: &Camera) -> ViewBounds {
    let bounds = camera.bounds();
    let (north_west, south_east) = (
        mercator::unproject(bounds.min),
        mercator::unproject(bounds.max),
    );
    [
        north_west.lon(),
        south_east.lat(),
        south_east.lon(),
        north_west.lat(),
    ]
}

fn view_of(camera: &Camera) -> View {
    let place = mercator::unproject(camera.centre());
    let rounded = |value: f64, unit: f64| (value * unit).round() / unit;
    View {
        zoom: rounded(camera.zoom(), 100.0),
        lat: rounded(place.lat(), 1e4),
        lon: rounded(place.lon(), 1e4),
    }
}
