//! Shift and drag.

use crate::hand::Hand;
use engine::{Intent, PointerKind, Px, Rect};

#[test]
fn shift_and_drag_draw_a_box() {
    let mut hand = Hand::mouse();
    hand.shift = true;
    hand.down(1, 100.0, 100.0)
        .moves(1, 50.0, 160.0)
        .up(1, 50.0, 160.0);
    let rect = Rect {
        min: Px { x: 50.0, y: 100.0 },
        max: Px { x: 100.0, y: 160.0 },
    };
    assert_eq!(
        hand.said(),
        [
            Intent::BoxOutline(Some(rect)),
            Intent::BoxOutline(None),
            Intent::BoxZoom { rect }
        ]
    );
}

#[test]
fn escape_and_the_browser_take_the_box_away() {
    let mut hand = Hand::mouse();
    hand.shift = true;
    hand.down(1, 100.0, 100.0).moves(1, 50.0, 160.0).said();
    assert_eq!(hand.gestures.cancel(), [Intent::BoxOutline(None)]);
    hand.up(1, 50.0, 160.0);
    assert_eq!(hand.said(), []);
    hand.down(1, 100.0, 100.0).moves(1, 50.0, 160.0).said();
    hand.does(1, PointerKind::Cancel, 0.0, 0.0);
    assert_eq!(hand.said(), [Intent::BoxOutline(None)]);
}

#[test]
fn a_box_closed_again_is_nothing() {
    let mut hand = Hand::mouse();
    hand.shift = true;
    hand.down(1, 100.0, 100.0)
        .moves(1, 50.0, 160.0)
        .moves(1, 101.0, 100.0)
        .said();
    hand.up(1, 101.0, 100.0);
    assert_eq!(hand.said(), [Intent::BoxOutline(None)]);
}
