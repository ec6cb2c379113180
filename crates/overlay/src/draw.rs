//! What the button of a mark looks like.

use engine::decimal::decimal;
use engine::mark::{Look, Mark};
use engine::{CLASSES, scene};
use page::dom;
use std::f64::consts::{FRAC_PI_2, TAU};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Counts of this many characters are long for a ring: « 171 121 ».
const LONG_COUNT: usize = 6;
/// The hair between two arcs of a ring, in pixels.
const RING_GAP_PX: f64 = 1.5;

/// What the classes of an overlay look like.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// The attribute that tells the style sheet the class of a symbol or a dot.
    pub attribute: &'static str,
    /// Its value for a class.
    pub value: fn(u8) -> &'static str,
    /// The id of the symbol of a class; empty where classes have none.
    pub symbol: fn(u8) -> &'static str,
    /// What the custom property of a colour begins with: `--lever-` and the value of the class.
    pub colour: &'static str,
}

/// Draws a mark in its button, which showed one of the same [`Look`] or nothing.
pub fn draw(button: &HtmlElement, mark: &Mark, palette: &Palette) {
    button.set_class_name(match mark.look {
        Look::Dot(_) => "marker dot",
        Look::Ring(_) => "marker cluster",
        Look::Symbol(_) if mark.area => "marker area",
        Look::Symbol(_) => "marker",
    });
    let _ = button.set_attribute("aria-label", &mark.name);
    let size = format!("{}px", decimal(mark.width, 0));
    let set = |name: &str, value: &str| drop(button.style().set_property(name, value));
    set("width", &size);
    set("height", &size);
    match mark.look {
        Look::Symbol(class) => {
            let _ = button.set_attribute(palette.attribute, (palette.value)(class));
            button.set_text_content(None);
            if let Some(picture) = symbol((palette.symbol)(class)) {
                let _ = button.append_child(&picture);
            }
        }
        Look::Dot(class) => {
            let _ = button.set_attribute(palette.attribute, (palette.value)(class));
        }
        Look::Ring(parts) => draw_ring(button, mark, &parts, palette),
    }
}

fn symbol(id: &str) -> Option<Element> {
    let svg = dom::create_svg("svg", &[("viewBox", "0 0 24 24"), ("aria-hidden", "true")])?;
    let reference = ["#", id].concat();
    let _ = svg.append_child(dom::create_svg("use", &[("href", &reference)])?.as_ref());
    Some(svg)
}

/// A count in its ring. An element of its own: the button, which moves, has little style to work out in each frame.
fn draw_ring(button: &HtmlElement, mark: &Mark, parts: &[u32; CLASSES], palette: &Palette) {
    let class = if mark.label.chars().count() > LONG_COUNT {
        "ring long"
    } else {
        "ring"
    };
    let known = button.first_element_child();
    let known = known.and_then(|child| child.dyn_into::<HtmlElement>().ok());
    let element = known.unwrap_or_else(|| dom::add(button, "span", "", ""));
    element.set_class_name(class);
    element.set_text_content(Some(&mark.label));
    let picture = ring(mark.width, parts, palette);
    let _ = element.style().set_property("--arcs", &picture);
}

/// The arcs around a count as one picture of the style sheet, for a mark of this width in pixels: much quicker to make and to lay out
/// than one element per arc.
fn ring(width: f64, parts: &[u32; CLASSES], palette: &Palette) -> String {
    let arcs = scene::ring_arcs(parts);
    let gap = match arcs.as_slice() {
        [_] => 0.0,
        _ => RING_GAP_PX / (width / 2.0),
    };
    let percent = |angle: f64| decimal((angle + FRAC_PI_2) / TAU * 100.0, 2);
    let stops: Vec<String> = arcs
        .iter()
        .map(|arc| {
            let (prefix, class) = (palette.colour, (palette.value)(arc.class as u8));
            let (ends, next) = (percent(arc.end - gap), percent(arc.end));
            format!("var({prefix}{class}) 0 {ends}%,var(--paper) 0 {next}%")
        })
        .collect();
    format!("conic-gradient({})", stops.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS: Palette = Palette {
        attribute: "data-letter",
        value: |class| {
            "abcdefg"
                .get(usize::from(class)..=usize::from(class))
                .unwrap_or("g")
        },
        symbol: |_| "",
        colour: "--letter-",
    };

    #[test]
    fn one_class_is_a_whole_ring_without_a_gap() {
        assert_eq!(
            ring(40.0, &[0, 3, 0, 0, 0, 0, 0], &LETTERS),
            "conic-gradient(var(--letter-b) 0 100.00%,var(--paper) 0 100.00%)"
        );
    }

    #[test]
    fn two_halves_have_a_gap_of_paper_after_each() {
        let picture = ring(40.0, &[1, 0, 1, 0, 0, 0, 0], &LETTERS);
        let stops: Vec<&str> = picture.split("var(").collect();
        assert_eq!(stops.len(), 5);
        assert!(stops[1].starts_with("--letter-a) 0 48.8") && stops[2] == "--paper) 0 50.00%,");
        assert!(stops[3].starts_with("--letter-c) 0 98.8") && stops[4] == "--paper) 0 100.00%)");
    }
}
