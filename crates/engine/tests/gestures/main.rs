//! Pointer stories, event by event, and what the map makes of them.

mod box_zoom;
mod embed;
mod hand;
mod two_fingers;

use engine::{Captured, Gestures, Intent, PointerInput, PointerKind, PointerType, Px, Reaction};
use hand::{Hand, flown, pan};
use proptest::prelude::*;

#[test]
fn a_press_stops_what_moves() {
    let (kind, pointer_type) = (PointerKind::Down, PointerType::Mouse);
    let press = PointerInput {
        id: 1,
        kind,
        px: Px::default(),
        time_ms: 0.0,
        button: 0,
        shift: false,
        pointer_type,
    };
    assert_eq!(Gestures::new(false).pointer(press).intents, [Intent::Stop]);
}

#[test]
fn a_trembling_click_drags_nothing() {
    let mut hand = Hand::mouse();
    hand.down(1, 100.0, 100.0)
        .moves(1, 102.0, 101.0)
        .up(1, 102.0, 101.0);
    assert_eq!(hand.said(), []);
    let mut finger = Hand::touch();
    finger
        .down(1, 100.0, 100.0)
        .moves(1, 105.0, 105.0)
        .up(1, 105.0, 105.0);
    assert_eq!(finger.said(), []);
}

#[test]
fn a_drag_keeps_the_place_under_the_pointer() {
    let mut hand = Hand::mouse();
    hand.down(1, 100.0, 100.0)
        .moves(1, 104.0, 100.0)
        .moves(1, 110.0, 95.0);
    assert_eq!(hand.said(), [pan(4.0, 0.0), pan(6.0, -5.0)]);
    hand.after(500.0).up(1, 110.0, 95.0);
    assert_eq!(hand.said(), [], "a pause before leaving throws nothing");
}

#[test]
fn a_quick_drag_throws() {
    let mut hand = Hand::touch();
    hand.down(1, 0.0, 0.0);
    for step in 1..=10 {
        hand.after(10.0).moves(1, f64::from(step) * 10.0, 0.0);
    }
    hand.up(1, 100.0, 0.0);
    let said = hand.said();
    let Some(Intent::Fling { vx, vy }) = said.last() else {
        panic!("{said:?}")
    };
    assert!((vx - 1.0).abs() < 0.01 && *vy == 0.0);
}

#[test]
fn a_double_click_zooms_in() {
    let mut hand = Hand::mouse();
    hand.tap(50.0, 60.0).after(100.0).tap(51.0, 60.0);
    assert_eq!(hand.said(), [flown(51.0, 60.0, 1.0)]);
    hand.after(1000.0)
        .tap(50.0, 60.0)
        .after(1000.0)
        .tap(50.0, 60.0);
    assert_eq!(hand.said(), [], "too late");
    hand.after(1000.0)
        .tap(50.0, 60.0)
        .after(50.0)
        .tap(90.0, 60.0);
    assert_eq!(hand.said(), [], "too far");
}

#[test]
fn a_double_click_with_shift_zooms_out() {
    let mut hand = Hand::mouse();
    hand.shift = true;
    hand.tap(50.0, 60.0).after(100.0).tap(50.0, 60.0);
    assert_eq!(hand.said(), [flown(50.0, 60.0, -1.0)]);
}

#[test]
fn three_clicks_are_a_double_click_and_a_click() {
    let mut hand = Hand::mouse();
    hand.tap(50.0, 60.0)
        .after(50.0)
        .tap(50.0, 60.0)
        .after(50.0)
        .tap(50.0, 60.0);
    assert_eq!(hand.said(), [flown(50.0, 60.0, 1.0)]);
}

#[test]
fn a_second_tap_held_zooms_with_one_finger() {
    let mut hand = Hand::touch();
    hand.tap(50.0, 60.0)
        .after(100.0)
        .down(1, 50.0, 60.0)
        .moves(1, 50.0, 80.0)
        .moves(1, 50.0, 130.0)
        .up(1, 50.0, 130.0);
    let zoom = Intent::ZoomAbout {
        px: Px { x: 50.0, y: 60.0 },
        delta: 0.5,
        animated: false,
    };
    assert_eq!(hand.said(), [zoom]);
}

#[test]
fn what_is_cancelled_moves_nothing_more() {
    let mut hand = Hand::mouse();
    hand.down(1, 0.0, 0.0);
    for step in 1..=10 {
        hand.after(10.0).moves(1, f64::from(step) * 10.0, 0.0);
    }
    hand.said();
    assert_eq!(hand.gestures.cancel(), []);
    hand.after(10.0).moves(1, 150.0, 0.0).up(1, 150.0, 0.0);
    assert_eq!(hand.said(), [], "neither a pan nor a throw");
    assert_eq!(hand.captured, Captured::No);

    let mut fingers = Hand::touch();
    fingers.down(1, 100.0, 200.0).down(2, 200.0, 200.0);
    fingers.gestures.cancel();
    fingers.moves(2, 300.0, 200.0).up(1, 100.0, 200.0);
    fingers.up(2, 300.0, 200.0);
    assert_eq!(fingers.said(), [], "neither a pinch nor a two-finger tap");
}

#[test]
fn a_cancelled_tap_is_not_the_first_of_two() {
    let mut hand = Hand::mouse();
    hand.tap(50.0, 60.0);
    hand.gestures.cancel();
    hand.after(50.0).tap(50.0, 60.0);
    assert_eq!(hand.said(), []);
    hand.after(50.0).tap(50.0, 60.0);
    assert_eq!(hand.said(), [flown(50.0, 60.0, 1.0)]);
}

#[test]
fn other_buttons_and_a_mouse_that_passes_are_the_browsers() {
    let mut gestures = Gestures::new(false);
    let input = PointerInput {
        id: 1,
        kind: PointerKind::Down,
        px: Px::default(),
        time_ms: 0.0,
        button: 2,
        shift: false,
        pointer_type: PointerType::Mouse,
    };
    for kind in [PointerKind::Down, PointerKind::Move, PointerKind::Up] {
        assert_eq!(
            gestures.pointer(PointerInput { kind, ..input }),
            Reaction::ignored()
        );
    }
}

proptest! {
    /// Whatever happened, two taps are then a double tap.
    #[test]
    fn any_story_ends_at_rest(events in prop::collection::vec((1..5i32, 0..4u8, 0.0..500.0f64, 0.0..500.0f64, 0.0..200.0f64, any::<bool>()), 0..60)) {
        let mut hand = Hand::touch();
        for (id, kind, x, y, wait, shift) in events {
            let kind = [PointerKind::Down, PointerKind::Move, PointerKind::Up, PointerKind::Cancel][usize::from(kind)];
            hand.shift = shift;
            hand.after(wait).does(id, kind, x, y);
        }
        for id in 1..5 {
            hand.does(id, PointerKind::Up, 0.0, 0.0);
        }
        hand.said();
        hand.shift = false;
        hand.after(1000.0).tap(7.0, 7.0).after(50.0).tap(7.0, 7.0);
        prop_assert_eq!(hand.said(), [flown(7.0, 7.0, 1.0)]);
    }

    #[test]
    fn the_pans_of_a_drag_add_up_to_its_way(steps in prop::collection::vec((0.0..500.0f64, 0.0..500.0f64), 1..30)) {
        let mut hand = Hand::mouse();
        hand.down(1, 250.0, 250.0);
        for &(x, y) in &steps {
            hand.moves(1, x, y);
        }
        let mut way = Px::default();
        for intent in hand.said() {
            if let Intent::PanBy { dx, dy, .. } = intent {
                way = way + Px { x: dx, y: dy };
            }
        }
        let (x, y) = steps[steps.len() - 1];
        let slipped = steps.iter().any(|&(x, y)| Px { x, y }.distance(Px { x: 250.0, y: 250.0 }) > 3.0);
        let expected = if slipped { Px { x: x - 250.0, y: y - 250.0 } } else { Px::default() };
        prop_assert!(way.distance(expected) < 1e-6);
    }
}
