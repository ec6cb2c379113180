//! Pinches and two-finger taps.

use crate::hand::{Hand, flown, pan};
use engine::{Intent, Px};

#[test]
fn fingers_twice_as_far_apart_zoom_by_one_about_their_middle() {
    let mut hand = Hand::touch();
    hand.down(1, 100.0, 200.0)
        .down(2, 200.0, 200.0)
        .moves(2, 300.0, 200.0);
    let zoom = Intent::ZoomAbout {
        px: Px { x: 200.0, y: 200.0 },
        delta: 1.0,
        animated: false,
    };
    assert_eq!(hand.said(), [pan(50.0, 0.0), zoom]);
    hand.up(2, 300.0, 200.0)
        .moves(1, 90.0, 200.0)
        .after(500.0)
        .up(1, 90.0, 200.0);
    assert_eq!(
        hand.said(),
        [pan(-10.0, 0.0)],
        "the finger that stays drags on, and does not click"
    );
}

#[test]
fn two_fingers_tap_to_zoom_out() {
    let mut hand = Hand::touch();
    hand.down(1, 100.0, 200.0)
        .after(20.0)
        .down(2, 200.0, 200.0)
        .after(80.0);
    hand.up(1, 100.0, 200.0).up(2, 200.0, 200.0);
    assert_eq!(hand.said(), [flown(150.0, 200.0, -1.0)]);
}

#[test]
fn a_third_finger_changes_nothing() {
    let mut hand = Hand::touch();
    hand.down(1, 100.0, 200.0)
        .down(2, 200.0, 200.0)
        .down(3, 0.0, 0.0)
        .moves(3, 90.0, 90.0)
        .up(3, 90.0, 90.0);
    assert_eq!(hand.said(), []);
}
