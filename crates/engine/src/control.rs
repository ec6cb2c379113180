//! Who moves the camera: intents, flights and gestures, with the rules of each. No browser: insets, clock and motion are told.

use crate::flight::Motion;
use crate::geo::World;
use crate::input::{PointerInput, PointerKind, Reaction, WheelInput};
use crate::{
    Camera, Flight, Gestures, Glide, Insets, Intent, MAX_ZOOM, Movement, Px, Rect, Size, WayBack,
    views,
};

/// What the page says of itself when the camera is asked to move. Asking may cost a layout, so each is asked only when needed.
pub trait Setting {
    /// What panels cover of the map, and a margin, in pixels.
    fn insets(&self) -> Insets;
    /// The same for the first view, which has a margin of its own.
    fn home_insets(&self) -> Insets;
    /// Milliseconds since the page began.
    fn now_ms(&self) -> f64;
    /// Whether the visitor asked for less motion.
    fn motion(&self) -> Motion;
}

/// What an intent leaves to do, beside a new frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    /// The camera moves.
    Moves,
    /// Show the box being drawn, or hide it.
    Outline(Option<Rect>),
    /// The box is drawn: hide it, the camera moves.
    Boxed,
    /// Close what is open. `outlined`: a box was being drawn.
    Escape {
        /// Whether to hide the box.
        outlined: bool,
    },
    /// Say how to zoom in a page that scrolls.
    Hint,
    /// Nothing.
    Nothing,
}

/// A camera, where it is going, and the hand that holds it.
#[derive(Clone, Debug)]
pub struct Control {
    camera: Camera,
    /// Whether the camera has been put anywhere.
    placed: bool,
    movement: Option<Movement>,
    gestures: Gestures,
    held: bool,
    way_back: WayBack,
    /// The zoom beyond which there is nothing more to see.
    closest: f64,
    /// Whether the wheel is the page's as long as nobody touches the map.
    cooperative: bool,
}

impl Control {
    /// A camera that has been nowhere. `cooperative`: the wheel scrolls the page around the map until the visitor touches it.
    pub fn new(cooperative: bool) -> Self {
        // Until its size is known.
        let size = Size {
            width: 1.0,
            height: 1.0,
        };
        Self {
            camera: Camera::new(World::default(), 5.0, size),
            placed: false,
            movement: None,
            gestures: Gestures::new(cooperative),
            held: false,
            way_back: WayBack::default(),
            closest: MAX_ZOOM,
            cooperative,
        }
    }

    /// Sets the zoom beyond which there is nothing more to see: nothing moves the camera closer. Returns whether it was.
    pub fn set_closest(&mut self, zoom: f64) -> bool {
        self.closest = zoom;
        let beyond = self.target().zoom() > zoom;
        if beyond {
            self.movement = None;
            self.camera = self.allowed(self.camera);
        }
        beyond
    }

    /// Whether no closer clusters can be seen.
    pub fn is_closest(&self) -> bool {
        self.camera.whole_zoom() >= self.closest as u8
    }

    /// The same view, no closer than allowed.
    fn allowed(&self, camera: Camera) -> Camera {
        camera.with_zoom(camera.zoom().min(self.closest))
    }

    /// Where the camera is.
    pub fn camera(&self) -> Camera {
        self.camera
    }

    /// Where the camera is going; where it is when it rests.
    pub fn target(&self) -> Camera {
        let movement = self.movement.as_ref();
        movement.map_or(self.camera, Movement::target)
    }

    /// Whether the camera has been put anywhere.
    pub fn is_placed(&self) -> bool {
        self.placed
    }

    /// Whether a pointer holds the map.
    pub fn is_held(&self) -> bool {
        self.held
    }

    /// What the map makes of a pointer.
    pub fn pointer(&mut self, input: PointerInput) -> Reaction {
        match input.kind {
            PointerKind::Down => self.held = true,
            PointerKind::Up | PointerKind::Cancel => self.held = false,
            PointerKind::Move => {}
        }
        self.gestures.pointer(input)
    }

    /// What the map makes of the wheel.
    pub fn wheel(&self, input: WheelInput) -> Reaction {
        self.gestures.wheel(input)
    }

    /// The page lost the pointers: what was begun is given up. Returns whether a box was being drawn.
    pub fn let_go(&mut self) -> bool {
        self.held = false;
        self.gestures.cancel().contains(&Intent::BoxOutline(None))
    }

    /// The visitor touched the map: it takes the wheel from now on.
    pub fn wake(&mut self) {
        self.gestures.set_cooperative(false);
    }

    /// The visitor left the map: the wheel is the page's again.
    pub fn sleep(&mut self) {
        self.gestures.set_cooperative(self.cooperative);
    }

    /// Does what a gesture, a key or a button asks.
    pub fn apply(&mut self, intent: Intent, setting: &dyn Setting) -> Outcome {
        match intent {
            Intent::Stop => self.movement = None,
            Intent::PanBy {
                dx,
                dy,
                animated: false,
            } => {
                self.placed = true;
                self.camera = self.camera.pan_by(dx, dy);
            }
            Intent::PanBy {
                dx,
                dy,
                animated: true,
            } => match setting.motion() {
                Motion::Full => {
                    self.move_by(Movement::step(self.camera, dx, dy, setting.now_ms()));
                }
                Motion::Reduced => self.fly(self.camera.pan_by(dx, dy), setting),
            },
            Intent::Fling { vx, vy } if setting.motion() == Motion::Full => {
                let velocity = Px { x: vx, y: vy };
                let glide = Movement::glide(self.camera, Glide { velocity }, setting.now_ms());
                self.move_by(glide);
            }
            Intent::Fling { .. } => self.placed = true,
            Intent::ZoomAbout {
                px,
                delta,
                animated: false,
            } => {
                self.placed = true;
                self.movement = None;
                let delta = delta.min(self.closest - self.camera.zoom());
                self.camera = self.camera.zoom_about(px, delta);
            }
            Intent::ZoomAbout {
                px,
                delta,
                animated: true,
            } => self.zoom(px, delta, setting),
            Intent::Zoom { delta } => {
                let middle = self.camera.size().inside(setting.insets()).centre();
                self.zoom(middle, delta, setting);
            }
            Intent::BoxOutline(rect) => return Outcome::Outline(rect),
            Intent::BoxZoom { rect } => {
                let to = self
                    .camera
                    .fit(self.camera.bounds_of(rect), setting.insets(), MAX_ZOOM);
                self.fly(to, setting);
                return Outcome::Boxed;
            }
            Intent::Home => self.fly(self.home(setting.home_insets()), setting),
            Intent::Escape => {
                return Outcome::Escape {
                    outlined: self.let_go(),
                };
            }
            Intent::HintCooperative => return Outcome::Hint,
        }
        Outcome::Moves
    }

    /// Flies there.
    pub fn fly(&mut self, to: Camera, setting: &dyn Setting) {
        let flight = Flight::new(self.camera, self.allowed(to), setting.motion());
        self.move_by(Movement::flight(flight, setting.now_ms()));
    }

    /// Flies there, or begins there when the camera has not been anywhere yet.
    pub fn go(&mut self, to: Camera, setting: &dyn Setting) {
        if self.placed {
            self.fly(to, setting);
        } else {
            self.put(to);
        }
    }

    /// A panel that opens flies to what it speaks of.
    pub fn show(&mut self, to: Camera, setting: &dyn Setting) {
        self.way_back.leave(&self.target(), &to);
        self.fly(to, setting);
    }

    /// The panel closes: flies back to where the visitor had the map, unless they moved it since. Returns whether it flies.
    pub fn give_back(&mut self, setting: &dyn Setting) -> bool {
        let back = self.way_back.close(&self.target());
        if let Some(to) = back {
            self.fly(to, setting);
        }
        back.is_some()
    }

    /// The address says where to look: the camera is there at once.
    pub fn jump(&mut self, to: Camera) {
        self.put(to);
        self.way_back.jump(&self.camera);
    }

    /// The address closed the panel: nothing is given back.
    pub fn forget_way_back(&mut self) {
        self.way_back = WayBack::default();
    }

    /// Puts the camera there at once.
    pub fn put(&mut self, to: Camera) {
        self.movement = None;
        self.camera = self.allowed(to);
        self.placed = true;
    }

    /// The map has another size. A camera that has been nowhere shows the first view.
    pub fn resize(&mut self, size: Size, setting: &dyn Setting) {
        self.camera = self.camera.with_size(size);
        if !self.placed {
            self.camera = self.home(setting.home_insets());
        }
    }

    /// Moves the camera to where it is at `now_ms`. Returns whether it goes on.
    pub fn step(&mut self, now_ms: f64) -> bool {
        let Some(movement) = &self.movement else {
            return false;
        };
        let (camera, over) = movement.at(now_ms);
        self.camera = camera.with_size(self.camera.size());
        if over {
            self.movement = None;
        }
        !over
    }

    /// The first view.
    fn home(&self, insets: Insets) -> Camera {
        views::home(&self.camera, insets)
    }

    /// Zooms by a step. It goes on from where the last one leads, however quickly they follow.
    fn zoom(&mut self, px: Px, delta: f64, setting: &dyn Setting) {
        let to = (self.target().zoom() + delta).min(self.closest);
        let delta = to - self.camera.zoom();
        let flight = Flight::zoom(self.camera, px, delta, setting.motion());
        self.move_by(Movement::flight(flight, setting.now_ms()));
    }

    fn move_by(&mut self, movement: Movement) {
        self.placed = true;
        self.movement = Some(movement);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A page on which nothing covers the map, at a time.
    #[derive(Clone, Copy)]
    struct At(f64, Motion);

    impl Setting for At {
        fn insets(&self) -> Insets {
            Insets::all(40.0)
        }

        fn home_insets(&self) -> Insets {
            Insets::all(20.0)
        }

        fn now_ms(&self) -> f64 {
            self.0
        }

        fn motion(&self) -> Motion {
            self.1
        }
    }

    fn setting(now_ms: f64) -> At {
        At(now_ms, Motion::Full)
    }

    fn control() -> Control {
        let mut control = Control::new(false);
        let size = Size {
            width: 800.0,
            height: 600.0,
        };
        control.resize(size, &setting(0.0));
        control
    }

    /// Lets the movement end.
    fn rest(control: &mut Control) {
        assert!(!control.step(1e9));
    }

    proptest! {
        #[test]
        fn nothing_moves_the_camera_closer_than_it_may_be(acts in prop::collection::vec((0..6u8, 4.0..16.0f64), 1..12), closest in 8.0..16.0f64) {
            let mut control = control();
            control.set_closest(closest);
            let px = Px { x: 200.0, y: 150.0 };
            for (act, zoom) in acts {
                let to = control.camera().with_zoom(zoom);
                let rect = Rect::centred(px, Size { width: zoom, height: zoom });
                match act {
                    0 => control.put(to),
                    1 => control.fly(to, &setting(0.0)),
                    2 => drop(control.apply(Intent::ZoomAbout { px, delta: zoom, animated: false }, &setting(0.0))),
                    3 => drop(control.apply(Intent::ZoomAbout { px, delta: zoom, animated: true }, &setting(0.0))),
                    4 => drop(control.apply(Intent::Zoom { delta: 1.0 }, &setting(0.0))),
                    _ => drop(control.apply(Intent::BoxZoom { rect }, &setting(0.0))),
                }
                for now in [0.0, 40.0, 120.0, 300.0, 1e9] {
                    control.step(now);
                    prop_assert!(control.camera().zoom() <= closest + 1e-9);
                }
            }
        }
    }

    #[test]
    fn a_camera_that_is_too_close_steps_back() {
        let mut control = control();
        control.put(control.camera().with_zoom(15.0));
        assert!(!control.is_closest() && control.set_closest(13.0));
        assert_eq!(control.camera().zoom(), 13.0);
        assert!(control.is_closest() && !control.set_closest(16.0) && !control.is_closest());
    }

    #[test]
    fn a_camera_that_was_nowhere_shows_france_at_any_size() {
        let mut control = control();
        let wide = control.camera().zoom();
        let narrow = Size {
            width: 300.0,
            height: 500.0,
        };
        control.resize(narrow, &setting(0.0));
        assert!(control.camera().zoom() < wide && !control.is_placed());
    }

    #[test]
    fn what_the_visitor_placed_stays_when_the_size_changes() {
        let mut control = control();
        let zoom = control.camera().zoom();
        control.apply(Intent::Zoom { delta: 2.0 }, &setting(0.0));
        rest(&mut control);
        let size = Size {
            width: 300.0,
            height: 500.0,
        };
        control.resize(size, &setting(0.0));
        assert!((control.camera().zoom() - zoom - 2.0).abs() < 1e-9);
    }

    #[test]
    fn quick_zooms_add_up() {
        let mut control = control();
        let zoom = control.camera().zoom();
        for click in 0..3 {
            control.apply(
                Intent::Zoom { delta: 1.0 },
                &setting(f64::from(click) * 30.0),
            );
            control.step(f64::from(click) * 30.0 + 15.0);
        }
        assert!((control.target().zoom() - zoom - 3.0).abs() < 1e-9);
    }

    #[test]
    fn with_less_motion_a_key_jumps_and_nothing_glides() {
        let mut control = control();
        let reduced = At(0.0, Motion::Reduced);
        let key = Intent::PanBy {
            dx: -100.0,
            dy: 0.0,
            animated: true,
        };
        control.apply(key, &reduced);
        assert!(!control.step(0.0), "there at once");
        control.apply(Intent::Fling { vx: 2.0, vy: 0.0 }, &reduced);
        assert!(!control.step(16.0));
    }

    #[test]
    fn a_pointer_that_stops_the_map_stops_a_flight() {
        let mut control = control();
        control.apply(Intent::Zoom { delta: 4.0 }, &setting(0.0));
        control.step(50.0);
        let here = control.camera();
        control.apply(Intent::Stop, &setting(60.0));
        assert!(!control.step(500.0));
        assert_eq!(control.camera(), here);
    }

    #[test]
    fn looking_at_a_hint_or_closing_a_sheet_places_nothing() {
        let mut control = control();
        for intent in [
            Intent::HintCooperative,
            Intent::Escape,
            Intent::Stop,
            Intent::BoxOutline(None),
        ] {
            control.apply(intent, &setting(0.0));
        }
        assert!(!control.is_placed());
    }

    #[test]
    fn the_first_place_is_not_flown_to() {
        let mut control = control();
        let to = control.camera().with_zoom(9.0);
        control.go(to, &setting(0.0));
        assert_eq!(control.camera(), to);
        control.go(to.with_zoom(11.0), &setting(0.0));
        assert_eq!(control.camera(), to, "now it flies");
    }

    /// A control that rests at a zoom, and a view elsewhere.
    fn at_rest() -> (Control, Camera) {
        let mut control = control();
        control.put(control.camera().with_zoom(7.0));
        let elsewhere = control.camera().pan_by(900.0, 100.0).with_zoom(11.0);
        (control, elsewhere)
    }

    #[test]
    fn a_panel_that_closes_gives_back_the_view_of_before() {
        let (mut control, elsewhere) = at_rest();
        let before = control.camera();
        control.show(elsewhere, &setting(0.0));
        rest(&mut control);
        assert!(control.give_back(&setting(1000.0)));
        rest(&mut control);
        assert_eq!(control.camera(), before);
        assert!(!control.give_back(&setting(2000.0)), "only once");
    }

    #[test]
    fn closed_on_the_way_there_it_turns_back() {
        let (mut control, elsewhere) = at_rest();
        let before = control.camera();
        control.show(elsewhere, &setting(0.0));
        control.step(100.0);
        assert!(control.give_back(&setting(100.0)));
        assert_eq!(control.target(), before);
    }

    #[test]
    fn what_the_visitor_moved_meanwhile_stays() {
        let moves: [Intent; 3] = [
            Intent::Zoom { delta: 1.0 },
            Intent::PanBy {
                dx: 30.0,
                dy: 0.0,
                animated: false,
            },
            Intent::Home,
        ];
        for intent in moves {
            let (mut control, elsewhere) = at_rest();
            control.show(elsewhere, &setting(0.0));
            rest(&mut control);
            control.apply(intent, &setting(1000.0));
            assert!(!control.give_back(&setting(1100.0)), "{intent:?}");
        }
    }

    #[test]
    fn a_hand_that_stops_the_flight_has_moved_the_map() {
        let (mut control, elsewhere) = at_rest();
        control.show(elsewhere, &setting(0.0));
        control.step(100.0);
        control.apply(Intent::Stop, &setting(100.0));
        assert!(!control.give_back(&setting(200.0)));
    }

    #[test]
    fn from_panel_to_panel_the_view_of_the_visitor_comes_back() {
        let (mut control, elsewhere) = at_rest();
        let before = control.camera();
        let further = elsewhere.with_zoom(9.0);
        control.show(elsewhere, &setting(0.0));
        rest(&mut control);
        control.show(further, &setting(1000.0));
        rest(&mut control);
        assert!(control.give_back(&setting(2000.0)));
        assert_eq!(control.target(), before);
        // Moved between the two, it is the view of between that comes back.
        let (mut control, _) = at_rest();
        control.show(elsewhere, &setting(0.0));
        rest(&mut control);
        control.apply(Intent::Zoom { delta: 1.0 }, &setting(1000.0));
        rest(&mut control);
        let between = control.camera();
        control.show(further, &setting(2000.0));
        rest(&mut control);
        assert!(control.give_back(&setting(3000.0)));
        assert_eq!(control.target(), between);
    }

    #[test]
    fn another_size_of_the_window_is_no_movement() {
        let (mut control, elsewhere) = at_rest();
        let before = control.camera();
        control.show(elsewhere, &setting(0.0));
        rest(&mut control);
        let size = Size {
            width: 300.0,
            height: 500.0,
        };
        control.resize(size, &setting(1000.0));
        assert!(control.give_back(&setting(1000.0)));
        assert!(control.target().is_at(&before));
    }

    #[test]
    fn back_to_a_panel_by_the_address_its_closing_still_gives_back_the_view() {
        let (mut control, elsewhere) = at_rest();
        let before = control.camera();
        control.show(elsewhere, &setting(0.0));
        rest(&mut control);
        control.show(elsewhere.with_zoom(9.0), &setting(1000.0));
        rest(&mut control);
        control.jump(elsewhere.pan_by(0.3, 0.2));
        assert!(control.give_back(&setting(2000.0)));
        assert_eq!(control.target(), before);
        // Closed by the address, which says where to look itself: nothing is given back.
        control.show(elsewhere, &setting(3000.0));
        control.jump(before);
        control.forget_way_back();
        assert!(!control.give_back(&setting(4000.0)));
    }

    #[test]
    fn with_less_motion_a_panel_jumps_there_and_back() {
        let (mut control, elsewhere) = at_rest();
        let before = control.camera();
        let reduced = At(0.0, Motion::Reduced);
        control.show(elsewhere, &reduced);
        assert!(!control.step(0.0));
        assert_eq!(control.camera(), elsewhere);
        assert!(control.give_back(&reduced));
        assert!(!control.step(0.0));
        assert_eq!(control.camera(), before);
    }

    #[test]
    fn in_a_page_the_wheel_is_the_maps_from_a_touch_until_it_is_left() {
        let wheel = WheelInput {
            px: Px { x: 10.0, y: 10.0 },
            delta_y: 100.0,
            mode: crate::input::WheelMode::Pixel,
            ctrl: false,
            time_ms: 0.0,
        };
        let takes =
            |control: &Control| control.wheel(wheel).captured == crate::input::Captured::Yes;
        let (mut framed, mut alone) = (Control::new(true), Control::new(false));
        assert!(!takes(&framed) && takes(&alone));
        framed.wake();
        assert!(takes(&framed));
        for control in [&mut framed, &mut alone] {
            control.sleep();
        }
        assert!(!takes(&framed) && takes(&alone));
    }

    proptest! {
        #[test]
        fn every_flight_ends_at_its_target(deltas in prop::collection::vec(-3.0..3.0f64, 1..6)) {
            let mut control = control();
            for (click, delta) in deltas.iter().enumerate() {
                control.apply(Intent::Zoom { delta: *delta }, &setting(click as f64 * 40.0));
                control.step(click as f64 * 40.0 + 20.0);
            }
            let target = control.target();
            rest(&mut control);
            prop_assert!((control.camera().zoom() - target.zoom()).abs() < 1e-9);
            prop_assert_eq!(control.target(), control.camera());
        }
    }
}
