//! A map in someone else's page: the page scrolls first.

use crate::hand::{Hand, flown, pan};
use engine::{Captured, Gestures, Intent, PointerType, Px, Reaction, WheelInput, WheelMode};

#[test]
fn in_an_embed_one_finger_scrolls_the_page_and_two_move_the_map() {
    let mut hand = Hand::new(PointerType::Touch, true);
    hand.down(1, 100.0, 100.0).moves(1, 100.0, 150.0);
    assert_eq!(
        (hand.said(), hand.captured),
        (vec![Intent::HintCooperative], Captured::No)
    );
    hand.moves(1, 100.0, 200.0);
    assert_eq!(
        (hand.said(), hand.captured),
        (vec![], Captured::No),
        "said once"
    );
    hand.down(2, 200.0, 200.0).moves(2, 200.0, 220.0);
    assert_eq!(hand.captured, Captured::Yes);
    assert_eq!(hand.said().first(), Some(&pan(0.0, 10.0)));
    hand.up(2, 200.0, 220.0).moves(1, 100.0, 300.0);
    assert_eq!(hand.said(), [], "one finger again");
}

#[test]
fn in_an_embed_taps_still_zoom_and_a_mouse_still_drags() {
    let mut finger = Hand::new(PointerType::Touch, true);
    finger.tap(10.0, 10.0).after(50.0).tap(10.0, 10.0);
    assert_eq!(finger.said(), [flown(10.0, 10.0, 1.0)]);
    let mut mouse = Hand::new(PointerType::Mouse, true);
    mouse.down(1, 0.0, 0.0).moves(1, 30.0, 0.0);
    assert_eq!(
        (mouse.said(), mouse.captured),
        (vec![pan(30.0, 0.0)], Captured::Yes)
    );
}

#[test]
fn in_an_embed_the_wheel_is_the_pages_until_the_first_click() {
    let mut gestures = Gestures::new(true);
    let wheel = WheelInput {
        px: Px::default(),
        delta_y: 100.0,
        mode: WheelMode::Pixel,
        ctrl: false,
        time_ms: 0.0,
    };
    assert_eq!(gestures.wheel(wheel), Reaction::hint());
    gestures.set_cooperative(false);
    assert_eq!(gestures.wheel(wheel).captured, Captured::Yes);
}
