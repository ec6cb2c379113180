//! What the button of a mark looks like.

use engine::decimal::decimal;
use engine::mark::{Look, Mark};
use engine::{CLASSES, scene};
use page::{Parts, Template};
use std::f64::consts::{FRAC_PI_2, TAU};
use std::thread::LocalKey;
use ui::marker::{Shape, point, ring};
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
    /// The id of the symbol of a class in a style; empty where classes have none.
    pub symbol: fn(u8, u8) -> &'static str,
    /// The attribute that tells the style sheet the style of a symbol.
    pub style_attribute: &'static str,
    /// Its value for a style.
    pub style: fn(u8) -> &'static str,
    /// What the custom property of a colour begins with: `--lever-` and the value of the class.
    pub colour: &'static str,
}

/// Draws a mark in its button, which showed one of the same [`Look`] or nothing.
pub fn draw(button: &HtmlElement, mark: &Mark, palette: &Palette) {
    let shape = match mark.look {
        Look::Dot(_) => Shape::Dot,
        Look::Ring(_) => Shape::Cluster,
        Look::Symbol { .. } if mark.area => Shape::Area,
        Look::Symbol { .. } => Shape::Point,
    };
    button.set_class_name(shape.class());
    let _ = button.set_attribute("aria-label", &mark.name);
    let size = format!("{}px", decimal(mark.width, 0));
    let set = |name: &str, value: &str| drop(button.style().set_property(name, value));
    set("width", &size);
    set("height", &size);
    match mark.look {
        Look::Symbol { class, style } => {
            let _ = button.set_attribute(palette.attribute, (palette.value)(class));
            let _ = button.set_attribute(palette.style_attribute, (palette.style)(style));
            if let Some(face) = face(button, &POINT) {
                let reference = ["#", (palette.symbol)(class, style)].concat();
                face.set(point::SHAPE, "href", &reference);
            }
        }
        Look::Dot(class) => {
            let _ = button.set_attribute(palette.attribute, (palette.value)(class));
        }
        Look::Ring(parts) => draw_ring(button, mark, &parts, palette),
    }
}

thread_local! {
    /// The faces of buttons, to copy.
    static POINT: Option<Template> = Template::find(point::TEMPLATE);
    static RING: Option<Template> = Template::find(ring::TEMPLATE);
}

/// The face of a button: the one it has, or a copy of this one.
fn face(button: &HtmlElement, template: &'static LocalKey<Option<Template>>) -> Option<Parts> {
    if let Some(face) = button.first_element_child() {
        return Some(Parts::of(face));
    }
    let face = template.with(|template| template.as_ref()?.copy())?;
    let _ = button.append_child(face.root::<Element>()?.as_ref());
    Some(face)
}

/// A count in its ring.
fn draw_ring(button: &HtmlElement, mark: &Mark, parts: &[u32; CLASSES], palette: &Palette) {
    let class = if mark.label.chars().count() > LONG_COUNT {
        ring::LONG_CLASS
    } else {
        ring::CLASS
    };
    let face = face(button, &RING);
    let Some(element) = face.and_then(|face| face.root::<HtmlElement>()) else {
        return;
    };
    element.set_class_name(class);
    element.set_text_content(Some(&mark.label));
    let picture = arcs(mark.width, parts, palette);
    let _ = element.style().set_property(ring::ARCS, &picture);
}

/// The arcs around a count as one picture of the style sheet, for a mark of this width in pixels: much quicker to make and to lay out
/// than one element per arc.
fn arcs(width: f64, parts: &[u32; CLASSES], palette: &Palette) -> String {
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
        symbol: |_, _| "",
        style_attribute: "data-style",
        style: |_| "",
        colour: "--letter-",
    };

    #[test]
    fn one_class_is_a_whole_ring_without_a_gap() {
        assert_eq!(
            arcs(40.0, &[0, 3, 0, 0, 0, 0, 0], &LETTERS),
            "conic-gradient(var(--letter-b) 0 100.00%,var(--paper) 0 100.00%)"
        );
    }

    #[test]
    fn two_halves_have_a_gap_of_paper_after_each() {
        let picture = arcs(40.0, &[1, 0, 1, 0, 0, 0, 0], &LETTERS);
        let stops: Vec<&str> = picture.split("var(").collect();
        assert_eq!(stops.len(), 5);
        assert!(stops[1].starts_with("--letter-a) 0 48.8") && stops[2] == "--paper) 0 50.00%,");
        assert!(stops[3].starts_with("--letter-c) 0 98.8") && stops[4] == "--paper) 0 100.00%)");
    }
}
