//! What the visitor asks of the map: gestures, keys, buttons, another size.

use super::{SharedStage, Stage};
use crate::browser::dom::{self, StyleWriter};
use crate::map::motion::Movement;
use engine::decimal::decimal;
use engine::geo::{LonLat, WorldBounds, mercator};
use engine::input::{PointerInput, PointerKind, Reaction, WheelInput};
use engine::{Camera, Flight, Glide, Intent, MAX_ZOOM, Motion, Px, Rect, Size, views};
use leptos::prelude::Set;
use model::address::View;
use model::domain::Target;
use web_sys::Element;

impl Stage {
    /// What the map makes of a pointer.
    pub fn pointer(&mut self, input: PointerInput) -> Reaction {
        match input.kind {
            PointerKind::Down => self.held = true,
            PointerKind::Up | PointerKind::Cancel => self.held = false,
            PointerKind::Move => {}
        }
        self.gestures.pointer(input)
    }

    /// And of the wheel.
    pub fn wheel(&self, input: WheelInput) -> Reaction {
        self.gestures.wheel(input)
    }

    /// Does what a gesture, a key or a button asks.
    pub fn apply(this: &SharedStage, intent: Intent) {
        let mut stage = this.borrow_mut();
        let now = dom::now();
        stage.placed |= !matches!(
            intent,
            Intent::Stop
                | Intent::Escape
                | Intent::Click(_)
                | Intent::HintCooperative
                | Intent::BoxOutline(_)
        );
        match intent {
            Intent::Stop => stage.movement = None,
            Intent::PanBy {
                dx,
                dy,
                animated: false,
            } => stage.camera = stage.camera.pan_by(dx, dy),
            Intent::PanBy {
                dx,
                dy,
                animated: true,
            } => {
                let from = stage.camera;
                stage.movement = Some(match stage.motion() {
                    Motion::Full => Movement::step(from, dx, dy, now),
                    Motion::Reduced => Movement::flight(
                        Flight::new(from, from.pan_by(dx, dy), Motion::Reduced),
                        now,
                    ),
                });
            }
            Intent::Fling { vx, vy } if stage.motion() == Motion::Full => {
                stage.movement = Some(Movement::glide(
                    stage.camera,
                    Glide {
                        velocity: Px { x: vx, y: vy },
                    },
                    now,
                ));
            }
            Intent::Fling { .. } => {}
            Intent::ZoomAbout {
                px,
                delta,
                animated: false,
            } => {
                stage.movement = None;
                stage.camera = stage.camera.zoom_about(px, delta);
            }
            Intent::ZoomAbout {
                px,
                delta,
                animated: true,
            } => stage.zoom(px, delta),
            Intent::Zoom { delta } => {
                let middle = stage.camera.size().inside(stage.covered()).centre();
                stage.zoom(middle, delta);
            }
            Intent::BoxOutline(rect) => stage.outline_box(rect),
            Intent::BoxZoom { rect } => {
                stage.outline_box(None);
                let bounds = stage.camera.bounds_of(rect);
                let to = stage.camera.fit(bounds, stage.covered(), MAX_ZOOM);
                stage.fly(to);
            }
            Intent::Home => {
                let to = stage.home();
                stage.fly(to);
            }
            Intent::Escape => {
                for undone in stage.gestures.cancel() {
                    if undone == Intent::BoxOutline(None) {
                        stage.outline_box(None);
                    }
                }
                let store = stage.store;
                drop(stage);
                store.panel.set(None);
                return;
            }
            Intent::HintCooperative => {
                let hint = stage.store.hint;
                drop(stage);
                hint.set(true);
                return;
            }
            Intent::Click(_) => {}
        }
        drop(stage);
        Self::ask_frame(this);
    }

    /// The visitor touched the map: an embed takes the wheel from now on, and the keyboard is the map's.
    pub fn wake(this: &SharedStage) {
        let (canvas, hint) = {
            let mut stage = this.borrow_mut();
            stage.gestures.set_cooperative(false);
            let _ = stage.elements.root.class_list().add_1("awake");
            (stage.elements.canvas.clone(), stage.store.hint)
        };
        hint.set(false);
        dom::focus_in_place(&canvas);
    }

    /// The visitor chose the mark of this button.
    pub fn choose(this: &SharedStage, button: &Element) {
        let mut stage = this.borrow_mut();
        let Some(mark) = stage.initiatives.overlay.markers.mark_of(button).cloned() else {
            return;
        };
        if let &[item] = mark.items.as_slice() {
            let initiative = stage.initiatives.get(item);
            let id = initiative.map(|initiative| initiative.id.clone());
            let store = stage.store;
            drop(stage);
            store.panel.set(id.map(|id| Target::initiative(&id)));
            return;
        }
        let (camera, insets) = (stage.camera, stage.covered());
        let to = stage.initiatives.opening(&mark, &camera, insets);
        stage.fly(to);
        drop(stage);
        Self::ask_frame(this);
    }

    /// The focus came to this button by keyboard: the map moves if it is at the edge or covered.
    pub fn keep_in_sight(this: &SharedStage, button: &Element) {
        let mut stage = this.borrow_mut();
        let overlays = [&stage.initiatives.overlay, &stage.layers.overlay];
        let mut marks = overlays
            .iter()
            .filter_map(|overlay| overlay.markers.mark_of(button));
        let Some(mark) = marks.next() else { return };
        // What counts is where the map is going: the last button may have made it move.
        let going = stage
            .movement
            .as_ref()
            .map_or(stage.camera, Movement::target);
        let to = going.revealing(mark.at, stage.covered());
        if to == going {
            return;
        }
        stage.fly(to);
        drop(stage);
        Self::ask_frame(this);
    }

    /// Shows one of the places that are one click away.
    pub fn show_named(this: &SharedStage, id: &str) {
        let Some(view) = views::named(id) else { return };
        let mut stage = this.borrow_mut();
        let to = stage
            .camera
            .fit(WorldBounds::from(view.bounds), stage.covered(), MAX_ZOOM);
        stage.fly(to);
        drop(stage);
        Self::ask_frame(this);
    }

    /// Shows what the address asks for, at once.
    pub fn show_view(this: &SharedStage, view: Option<View>) {
        let mut stage = this.borrow_mut();
        let Some(view) = view else { return };
        let place = mercator::project(LonLat::clamped(view.lon, view.lat));
        stage.movement = None;
        stage.camera = Camera::new(place, view.zoom, stage.camera.size());
        stage.placed = true;
        drop(stage);
        Self::ask_frame(this);
    }

    /// Another size on screen, or another density.
    pub fn resize(this: &SharedStage, size: Size) {
        let mut stage = this.borrow_mut();
        let ratio = dom::window().map_or(1.0, |window| window.device_pixel_ratio());
        if stage.camera.size() == size && stage.pixel_ratio == ratio {
            return;
        }
        stage.pixel_ratio = ratio;
        // A resized canvas is empty: what was painted is painted again before the screen shows it.
        let was_painted = stage.canvas.resize(size, ratio);
        stage.camera = stage.camera.with_size(size);
        if !stage.placed {
            stage.camera = stage.home();
        }
        drop(stage);
        if was_painted {
            Self::frame(this, dom::now());
        } else {
            Self::ask_frame(this);
        }
    }

    /// The visitor's colour scheme changed.
    pub fn recolour(this: &SharedStage) {
        this.borrow_mut().canvas.refresh_colours();
        Self::repaint(this);
    }

    /// Shows the box being drawn, or none.
    fn outline_box(&self, rect: Option<Rect>) {
        let element = &self.elements.box_outline;
        element.set_hidden(rect.is_none());
        let Some(rect) = rect else { return };
        let size = rect.size();
        let mut style = StyleWriter::default();
        for (name, px) in [
            ("left", rect.min.x),
            ("top", rect.min.y),
            ("width", size.width),
            ("height", size.height),
        ] {
            style.set(element, name, format_args!("{}px", decimal(px, 0)));
        }
    }
}
