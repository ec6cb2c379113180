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
/// The colour of the arc of those that are dimmed.
const DIM: &str = "var(--dim)";

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

/// Counts by class, and of those that are dimmed, whatever their class.
type RingParts = [u32; CLASSES + 1];

/// All of these counts, none dimmed.
fn undimmed(parts: &[u32; CLASSES]) -> RingParts {
    let mut all = [0; CLASSES + 1];
    for (part, count) in all.iter_mut().zip(parts) {
        *part = *count;
    }
    all
}

/// Draws the arcs of a ring anew: those of `lit` in their colours, the others dimmed; all in their colours without `lit`.
pub fn dim_ring(
    button: &HtmlElement,
    mark: &Mark,
    lit: Option<&[u32; CLASSES]>,
    palette: &Palette,
) {
    let Look::Ring(all) = &mark.look else { return };
    let mut parts = undimmed(lit.unwrap_or(all));
    let [.., dimmed] = &mut parts;
    let count = |parts: &[u32; CLASSES]| parts.iter().sum::<u32>();
    *dimmed = count(all).saturating_sub(lit.map_or(count(all), count));
    if let Some(face) = face(button, &RING).and_then(|face| face.root::<HtmlElement>()) {
        draw_arcs(&face, mark.width, &parts, palette);
    }
}

fn draw_arcs(face: &HtmlElement, width: f64, parts: &RingParts, palette: &Palette) {
    let _ = face
        .style()
        .set_property(ring::ARCS, &arcs(width, parts, palette));
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
    draw_arcs(&element, mark.width, &undimmed(parts), palette);
}

/// The arcs around a count as one picture of the style sheet, for a mark of this width in pixels: much quicker to make and to lay out
/// than one element per arc.
fn arcs(width: f64, parts: &RingParts, palette: &Palette) -> String {
    let arcs = scene::ring_arcs(parts);
    let gap = match arcs.as_slice() {
        [_] => 0.0,
        _ => RING_GAP_PX / (width / 2.0),
    };
    let percent = |angle: f64| decimal((angle + FRAC_PI_2) / TAU * 100.0, 2);
    let stops: Vec<String> = arcs
        .iter()
        .map(|arc| {
            let colour = match arc.class {
                CLASSES => DIM.to_owned(),
                class => ["var(", palette.colour, (palette.value)(class as u8), ")"].concat(),
            };
            let (ends, next) = (percent(arc.end - gap), percent(arc.end));
            format!("{colour} 0 {ends}%,var(--paper) 0 {next}%")
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
            arcs(40.0, &[0, 3, 0, 0, 0, 0, 0, 0], &LETTERS),
            "conic-gradient(var(--letter-b) 0 100.00%,var(--paper) 0 100.00%)"
        );
    }

    #[test]
    fn those_that_are_dimmed_are_one_arc_after_the_others() {
        let picture = arcs(40.0, &[1, 0, 0, 0, 0, 0, 0, 3], &LETTERS);
        let colours: Vec<&str> = picture
            .split("var(")
            .filter_map(|stop| stop.split_once(')'))
            .map(|(name, _)| name)
            .collect();
        assert_eq!(colours, ["--letter-a", "--paper", "--dim", "--paper"]);
    }

    #[test]
    fn two_halves_have_a_gap_of_paper_after_each() {
        let picture = arcs(40.0, &[1, 0, 1, 0, 0, 0, 0, 0], &LETTERS);
        let stops: Vec<&str> = picture.split("var(").collect();
        assert_eq!(stops.len(), 5);
        assert!(stops[1].starts_with("--letter-a) 0 48.8") && stops[2] == "--paper) 0 50.00%,");
        assert!(stops[3].starts_with("--letter-c) 0 98.8") && stops[4] == "--paper) 0 100.00%)");
    }
}
