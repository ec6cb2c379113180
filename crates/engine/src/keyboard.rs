//! Keys to intents.

use super::input::Modifiers;
use super::intent::Intent;

/// An arrow moves the view by this.
const STEP_PX: f64 = 80.0;
/// And with Shift by this.
const LONG_STEP_PX: f64 = 240.0;

/// What a key asks of the map, by the name the DOM gives it (`KeyboardEvent.key`). Keys held with Ctrl, Alt or Cmd are the
/// browser's.
pub fn intent(key: &str, held: Modifiers) -> Option<Intent> {
    // AltGr, which some keyboards need for a plus, is both.
    let alt_graph = held.ctrl && held.alt && matches!(key, "+" | "=" | "-");
    if held.meta || ((held.ctrl || held.alt) && !alt_graph) {
        return None;
    }
    let step = if held.shift { LONG_STEP_PX } else { STEP_PX };
    match key {
        "ArrowLeft" => Some(look(-step, 0.0)),
        "ArrowRight" => Some(look(step, 0.0)),
        "ArrowUp" => Some(look(0.0, -step)),
        "ArrowDown" => Some(look(0.0, step)),
        "+" | "=" => Some(Intent::Zoom { delta: 1.0 }),
        "-" => Some(Intent::Zoom { delta: -1.0 }),
        "Home" => Some(Intent::Home),
        "Escape" => Some(Intent::Escape),
        _ => None,
    }
}

/// Looking to the right moves the picture to the left.
fn look(right: f64, down: f64) -> Intent {
    Intent::PanBy {
        dx: -right,
        dy: -down,
        animated: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Modifiers = Modifiers {
        shift: false,
        ctrl: false,
        alt: false,
        meta: false,
    };

    #[test]
    fn arrows_look_around() {
        let pan = |dx, dy| {
            Some(Intent::PanBy {
                dx,
                dy,
                animated: true,
            })
        };
        let shift = Modifiers {
            shift: true,
            ..NONE
        };
        assert_eq!(intent("ArrowRight", NONE), pan(-80.0, 0.0));
        assert_eq!(intent("ArrowUp", NONE), pan(0.0, 80.0));
        assert_eq!(intent("ArrowDown", shift), pan(0.0, -240.0));
    }

    #[test]
    fn plus_and_minus_zoom_however_they_are_typed() {
        let shift = Modifiers {
            shift: true,
            ..NONE
        };
        assert_eq!(intent("+", shift), Some(Intent::Zoom { delta: 1.0 }));
        assert_eq!(intent("=", NONE), Some(Intent::Zoom { delta: 1.0 }));
        assert_eq!(intent("-", NONE), Some(Intent::Zoom { delta: -1.0 }));
        let alt_graph = Modifiers {
            ctrl: true,
            alt: true,
            ..NONE
        };
        assert_eq!(intent("+", alt_graph), Some(Intent::Zoom { delta: 1.0 }));
        assert_eq!(intent("ArrowUp", alt_graph), None);
    }

    #[test]
    fn the_keys_of_the_browser_and_of_text_are_left_alone() {
        let holds = [
            Modifiers { ctrl: true, ..NONE },
            Modifiers { alt: true, ..NONE },
            Modifiers { meta: true, ..NONE },
        ];
        for held in holds {
            assert_eq!(intent("ArrowLeft", held), None);
        }
        assert_eq!(intent("Tab", NONE), None);
        assert_eq!(intent("a", NONE), None);
    }
}
