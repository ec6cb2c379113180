//! What the button of a mark looks like.

use engine::decimal::decimal;
use engine::mark::{Look, Mark, MarkId};
use engine::{Parts as Counts, Px, Tone, scene};
use page::{Parts, Template};
use std::f64::consts::{FRAC_PI_2, PI, TAU};
use std::thread::LocalKey;
use ui::TERRITORY_ID;
use ui::marker::{PARTS, Shape, point, ring, tag};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Counts of this many characters are long for a ring: « 171 121 ».
const LONG_COUNT: usize = 6;
/// The properties of the line from a mark of a pile to its place: how long, and where it leads.
const TIE: [&str; 2] = ["--tie", "--tie-turn"];
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
    /// What the custom property of a colour begins with: `--lever-` and the value of the class; a paler one ends with `-pale`.
    pub colour: &'static str,
}

/// Draws a mark in its button, which showed one of the same [`Look`] or nothing.
pub fn draw(button: &HtmlElement, mark: &Mark, palette: &Palette) {
    let shape = match mark.look {
        Look::Dot(_) => Shape::Dot,
        Look::Ring(_) => Shape::Cluster,
        Look::Tag { .. } if mark.title.is_empty() => Shape::Tag,
        Look::Tag { .. } => Shape::NamedTag,
        Look::Symbol { .. } if matches!(mark.id, MarkId::Spread(..)) => Shape::Tied,
        Look::Symbol { .. } => Shape::Point,
    };
    button.set_class_name(shape.class());
    let _ = button.set_attribute("aria-label", &mark.name);
    let px = |length: f64| format!("{}px", decimal(length, 0));
    let set = |name: &str, value: &str| drop(button.style().set_property(name, value));
    set("width", &px(mark.size.width));
    set("height", &px(mark.size.height));
    if shape == Shape::Tied {
        let [tie, turn] = TIE;
        let length = mark.offset.distance(Px::default());
        let Px { x, y } = mark.offset * (-1.0 / length.max(1.0));
        let [cos, sin, minus] = [x, y, -y].map(|part| decimal(part, 3));
        set(tie, &px(length));
        set(turn, &format!("matrix({cos},{sin},{minus},{cos},0,0)"));
    }
    match mark.look {
        Look::Symbol { class, style } => {
            if let Some(face) = face(button, &POINT) {
                face.set(point::SHAPE, "href", &symbol(button, class, style, palette));
            }
        }
        Look::Tag { symbol, parts } => draw_tag(button, mark, symbol, &parts, palette),
        Look::Dot(class) => {
            let _ = button.set_attribute(palette.attribute, (palette.value)(class));
        }
        Look::Ring(parts) => draw_ring(button, mark, &parts, palette),
    }
}

/// Tells the style what a symbol means, and gives its address.
fn symbol(button: &HtmlElement, class: u8, style: u8, palette: &Palette) -> String {
    let _ = button.set_attribute(palette.attribute, (palette.value)(class));
    let _ = button.set_attribute(palette.style_attribute, (palette.style)(style));
    ["#", (palette.symbol)(class, style)].concat()
}

thread_local! {
    /// The faces of buttons, to copy.
    static POINT: Option<Template> = Template::find(point::TEMPLATE);
    static RING: Option<Template> = Template::find(ring::TEMPLATE);
    static TAG: Option<Template> = Template::find(tag::TEMPLATE);
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

/// Draws the parts of a ring or a tag: in their colours, as they are, or what others they are for now.
pub fn draw_lit(button: &HtmlElement, mark: &Mark, lit: Option<&Counts>, palette: &Palette) {
    let (Look::Ring(all) | Look::Tag { parts: all, .. }) = &mark.look else {
        return;
    };
    let face = button.first_element_child();
    if let Some(face) = face.and_then(|face| face.dyn_into::<HtmlElement>().ok()) {
        draw_parts(&face, mark, lit.unwrap_or(all), palette);
    }
}

/// The arcs of a ring, or the line of a tag of several initiatives.
fn draw_parts(face: &HtmlElement, mark: &Mark, parts: &Counts, palette: &Palette) {
    let picture = match mark.look {
        Look::Tag {
            symbol: Some(_), ..
        } => "none".to_owned(),
        Look::Tag { .. } => {
            let stops = stops(mark.size.width, parts, palette);
            format!("linear-gradient(90deg,{stops})")
        }
        _ => {
            let stops = stops(mark.size.width * PI, parts, palette);
            format!("conic-gradient({stops})")
        }
    };
    let _ = face.style().set_property(PARTS, &picture);
}

/// A symbol and a text in a tag. Where it stands for one initiative, the symbol says all of its lever.
fn draw_tag(
    button: &HtmlElement,
    mark: &Mark,
    one: Option<(u8, u8)>,
    parts: &Counts,
    palette: &Palette,
) {
    let Some(face) = face(button, &TAG) else {
        return;
    };
    let shape = match one {
        Some((class, style)) => symbol(button, class, style, palette),
        None => {
            let _ = button.remove_attribute(palette.attribute);
            let _ = button.remove_attribute(palette.style_attribute);
            ["#", TERRITORY_ID].concat()
        }
    };
    face.set(tag::SHAPE, "href", &shape);
    let space = if mark.title.is_empty() { "" } else { " " };
    face.write(tag::TITLE, &[&mark.title, space].concat());
    face.write(tag::COUNT, &mark.label);
    if let Some(element) = face.root::<HtmlElement>() {
        draw_parts(&element, mark, parts, palette);
    }
}

/// A count in its ring.
fn draw_ring(button: &HtmlElement, mark: &Mark, parts: &Counts, palette: &Palette) {
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
    draw_parts(&element, mark, parts, palette);
}

/// The parts of a ring or a line of this length, in pixels, as the stops of one gradient: much quicker to make and to lay out than one
/// element per part.
fn stops(length: f64, parts: &Counts, palette: &Palette) -> String {
    let arcs = scene::ring_arcs(parts);
    let gap = match arcs.as_slice() {
        [_] => 0.0,
        _ => TAU * RING_GAP_PX / length,
    };
    let percent = |angle: f64| decimal((angle + FRAC_PI_2) / TAU * 100.0, 2);
    let stops: Vec<String> = arcs
        .iter()
        .map(|arc| {
            let (prefix, class) = (palette.colour, (palette.value)(arc.class as u8));
            let colour = match arc.tone {
                Tone::Full => ["var(", prefix, class, ")"].concat(),
                Tone::Pale => ["var(", prefix, class, "-pale)"].concat(),
                Tone::Dimmed => DIM.to_owned(),
            };
            let (ends, next) = (percent(arc.end - gap), percent(arc.end));
            format!("{colour} 0 {ends}%,var(--paper) 0 {next}%")
        })
        .collect();
    stops.join(",")
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
            stops(40.0, &[0, 3, 0, 0, 0, 0, 0].into(), &LETTERS),
            "var(--letter-b) 0 100.00%,var(--paper) 0 100.00%"
        );
    }

    #[test]
    fn two_halves_have_a_gap_of_paper_after_each() {
        let picture = stops(40.0 * PI, &[1, 0, 1, 0, 0, 0, 0].into(), &LETTERS);
        let stops: Vec<&str> = picture.split("var(").collect();
        assert_eq!(stops.len(), 5);
        assert!(stops[1].starts_with("--letter-a) 0 48.8") && stops[2] == "--paper) 0 50.00%,");
        assert!(stops[3].starts_with("--letter-c) 0 98.8") && stops[4] == "--paper) 0 100.00%");
    }

    #[test]
    fn what_is_less_than_its_class_says_is_paler_and_the_others_are_dimmed() {
        let parts = Counts {
            full: [1, 0, 0, 0, 0, 0, 0],
            pale: [1, 0, 0, 0, 0, 0, 0],
            dimmed: 2,
        };
        let picture = stops(40.0, &parts, &LETTERS);
        let colours: Vec<&str> = picture
            .split("var(")
            .filter_map(|stop| stop.split_once(')'))
            .map(|(name, _)| name)
            .filter(|name| *name != "--paper")
            .collect();
        assert_eq!(colours, ["--letter-a", "--letter-a-pale", "--dim"]);
    }
}
