//! What an animation frame does, decided from facts. The caller executes the plan.
//!
//! New buttons are what the visitor waits for, and cost most of a frame. The picture of the basemap, whose names give way to the buttons,
//! is left to the next frame, unless it has waited long.

use crate::Pace;

/// Most frames in a row that leave the picture to the next one.
const MOST_PUT_OFF: u8 = 4;

/// The picture on the canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Nothing is painted yet.
    Blank,
    /// It shows another view, or not all that it should.
    Stale,
    /// It shows what it should, from where the camera is.
    Current,
}

/// What is known when a frame begins.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Milliseconds since the page began.
    pub now_ms: f64,
    /// Whether the camera goes on moving by itself.
    pub moving: bool,
    /// Whether a pointer holds the map.
    pub held: bool,
    /// What is on the canvas.
    pub picture: Picture,
    /// Whether an overlay made its buttons again in this frame.
    pub rebuilt: bool,
    /// Whether files of the view, or points of an overlay, are still on their way.
    pub coming: bool,
    /// Whether the last picture took so long to paint that it is better moved for a while.
    pub costly: bool,
}

/// What to do with the canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    /// Leave it.
    Keep,
    /// Move and scale the last picture to where it belongs now.
    Shift,
    /// Paint it, with hairlines where better ones would make the next frames late.
    Paint {
        /// Whether no line is wider than a pixel.
        thin: bool,
    },
}

/// What a frame does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The canvas.
    pub draw: Draw,
    /// Whether the picture is left to the next frame.
    pub put_off: bool,
    /// Whether another frame must follow. Otherwise the map is at rest.
    pub again: bool,
}

/// Plans frames, one after the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Planner {
    pace: Pace,
    /// Frames in a row that left the picture to the next one.
    put_off: u8,
}

impl Planner {
    /// Plans the next frame.
    pub fn plan(&mut self, facts: &Facts) -> Plan {
        if facts.picture == Picture::Current {
            return Plan {
                draw: Draw::Keep,
                put_off: false,
                again: facts.moving,
            };
        }
        // At the start there is no basemap to paint yet, and points may be about to come.
        let wait = facts.rebuilt || (facts.picture == Picture::Blank && facts.coming);
        if wait && self.put_off < MOST_PUT_OFF {
            self.put_off += 1;
            return Plan {
                draw: Draw::Shift,
                put_off: true,
                again: true,
            };
        }
        let moving = facts.moving || facts.held;
        if moving {
            self.pace.frame(facts.now_ms);
        }
        let draw = if moving && facts.costly {
            Draw::Shift
        } else {
            self.put_off = 0;
            Draw::Paint {
                thin: moving && self.pace.is_slow(),
            }
        };
        Plan {
            draw,
            put_off: false,
            again: facts.moving,
        }
    }

    /// The movement is over.
    pub fn rest(&mut self) {
        self.pace.rest();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frame of a drag: the picture shows another view.
    const DRAG: Facts = Facts {
        now_ms: 0.0,
        moving: false,
        held: true,
        picture: Picture::Stale,
        rebuilt: false,
        coming: false,
        costly: false,
    };
    const FLIGHT: Facts = Facts {
        moving: true,
        held: false,
        ..DRAG
    };
    const START: Facts = Facts {
        moving: false,
        held: false,
        picture: Picture::Blank,
        rebuilt: true,
        coming: true,
        ..DRAG
    };

    fn draws(planner: &mut Planner, facts: impl IntoIterator<Item = Facts>) -> Vec<Draw> {
        let plan = |facts| planner.plan(&facts).draw;
        facts.into_iter().map(plan).collect()
    }

    const SHARP: Draw = Draw::Paint { thin: false };
    const THIN: Draw = Draw::Paint { thin: true };

    #[test]
    fn at_the_start_markers_come_first_and_the_basemap_once_it_is_there() {
        let mut planner = Planner::default();
        let first = planner.plan(&START);
        assert!(first.put_off && first.again);
        let here = Facts {
            rebuilt: false,
            coming: false,
            ..START
        };
        assert_eq!(
            planner.plan(&here),
            Plan {
                draw: SHARP,
                put_off: false,
                again: false
            }
        );
    }

    #[test]
    fn a_blank_canvas_does_not_wait_for_ever() {
        let mut planner = Planner::default();
        let shown = draws(&mut planner, [START; 5]);
        assert_eq!(shown.iter().position(|draw| *draw == SHARP), Some(4));
    }

    #[test]
    fn new_buttons_have_a_frame_to_themselves_but_not_every_frame() {
        let mut planner = Planner::default();
        let rebuilt = Facts {
            rebuilt: true,
            ..FLIGHT
        };
        assert_eq!(
            draws(&mut planner, [rebuilt, FLIGHT, FLIGHT]),
            [Draw::Shift, SHARP, SHARP]
        );
        let always = draws(&mut planner, [rebuilt; 10]);
        assert_eq!(always.iter().filter(|draw| **draw == SHARP).count(), 2);
    }

    #[test]
    fn once_painted_a_file_on_its_way_is_not_waited_for() {
        let coming = Facts {
            coming: true,
            ..FLIGHT
        };
        assert_eq!(Planner::default().plan(&coming).draw, SHARP);
    }

    #[test]
    fn a_costly_picture_is_moved_while_the_map_moves_and_painted_at_rest() {
        let mut planner = Planner::default();
        let costly = Facts {
            costly: true,
            ..FLIGHT
        };
        let still = Facts {
            moving: false,
            ..costly
        };
        assert_eq!(
            draws(&mut planner, [costly, costly, still]),
            [Draw::Shift, Draw::Shift, SHARP]
        );
    }

    #[test]
    fn late_frames_make_the_next_ones_thin_even_after_a_rest() {
        let mut planner = Planner::default();
        let late = |frame: u32| Facts {
            now_ms: f64::from(frame) * 40.0,
            ..DRAG
        };
        let shown = draws(&mut planner, (0..8).map(late));
        assert_eq!((shown[0], shown[7]), (SHARP, THIN));
        planner.rest();
        let in_time = Facts {
            now_ms: 5000.0,
            ..FLIGHT
        };
        assert_eq!(planner.plan(&in_time).draw, THIN);
    }

    #[test]
    fn nothing_is_painted_twice() {
        let current = Facts {
            picture: Picture::Current,
            ..FLIGHT
        };
        let plan = Planner::default().plan(&current);
        assert_eq!((plan.draw, plan.again), (Draw::Keep, true));
        let rest = Facts {
            moving: false,
            ..current
        };
        assert!(!Planner::default().plan(&rest).again);
    }

    #[test]
    fn with_reduced_motion_a_jump_is_painted_at_once() {
        // The camera is there already: nothing moves, nothing is held.
        let jump = Facts {
            moving: false,
            held: false,
            ..DRAG
        };
        assert_eq!(
            Planner::default().plan(&jump),
            Plan {
                draw: SHARP,
                put_off: false,
                again: false
            }
        );
    }
}
