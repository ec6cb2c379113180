//! A mark, and what its button looks like.

use crate::browser::dom;
use engine::decimal::decimal;
use engine::geo::World;
use engine::{CLASSES, ClusterId, Px, scene};
use model::domain::Category;
use page::{Parts, Template};
use std::f64::consts::{FRAC_PI_2, TAU};
use std::thread::LocalKey;
use ui::category_symbol_id;
use ui::marker::{Shape, point, ring};
use web_sys::{Element, HtmlElement};

/// Characters of a count that are many for a disc: « 171 121 ».
const LONG_COUNT: usize = 6;
/// The hair between two arcs of a ring, pixels.
const RING_GAP_PX: f64 = 1.5;

/// What tells two marks apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkId {
    /// A cluster, a pile or a point.
    Cluster(ClusterId),
    /// One initiative of a pile spread out, by its position in the catalogue and its place.
    Spread(u32, ClusterId),
}

/// What a button shows and does.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The same as long as the mark is.
    pub id: MarkId,
    /// Where it is.
    pub at: World,
    /// How far from there it is drawn, pixels.
    pub offset: Px,
    /// Accessible name, and what is shown on hover.
    pub name: String,
    /// What is written in it, which its name says too.
    pub label: String,
    /// What it looks like.
    pub look: Look,
    /// How wide it is, pixels.
    pub width: f64,
    /// Whether the initiative covers a territory.
    pub area: bool,
    /// Positions of its initiatives in the catalogue; the item of a point of a layer that stands alone.
    pub items: Vec<u32>,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// The shape and colour of a lever.
    Point(Category),
    /// A ring whose arcs are levers, around a count: initiatives of each lever.
    Ring([u32; CLASSES]),
    /// A point of a layer, in one of seven colours.
    Dot(u8),
    /// A thin ring whose arcs are of these colours, around a count: points of each colour.
    Disc([u32; CLASSES]),
}

/// Draws a mark in its button, which showed one of the same [`Look`] or nothing.
pub fn draw(button: &HtmlElement, mark: &Mark) {
    let shape = match mark.look {
        Look::Dot(_) => Shape::Dot,
        Look::Ring(_) | Look::Disc(_) => Shape::Cluster,
        Look::Point(_) if mark.area => Shape::Area,
        Look::Point(_) => Shape::Point,
    };
    button.set_class_name(shape.class());
    let _ = button.set_attribute("aria-label", &mark.name);
    let size = format!("{}px", decimal(mark.width, 0));
    let set = |name: &str, value: &str| drop(button.style().set_property(name, value));
    set("width", &size);
    set("height", &size);
    match mark.look {
        Look::Point(category) => {
            let _ = button.set_attribute("data-lever", category.id());
            if let Some(face) = face(button, &POINT) {
                let reference = format!("#{}", category_symbol_id(category));
                face.set(point::SHAPE, "href", &reference);
            }
        }
        Look::Dot(colour) => dom::set(button, &[colour_of(colour.into())]),
        Look::Ring(parts) => draw_ring(button, mark, &parts, lever_colour),
        Look::Disc(parts) => draw_ring(button, mark, &parts, layer_colour),
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

/// One of the seven colours of layers, as the style sheet knows them.
pub fn colour_of(index: usize) -> (&'static str, &'static str) {
    ("data-colour", "0123456".get(index..=index).unwrap_or("6"))
}

fn layer_colour(index: usize) -> String {
    format!("--colour-{}", colour_of(index).1)
}

fn lever_colour(index: usize) -> String {
    format!("--lever-{}", Category::from_index(index as u8).id())
}

/// A count in its ring.
fn draw_ring(
    button: &HtmlElement,
    mark: &Mark,
    parts: &[u32; CLASSES],
    colour: fn(usize) -> String,
) {
    let class = if mark.label.chars().count() > LONG_COUNT {
        ring::LONG_CLASS
    } else {
        ring::CLASS
    };
    let Some(element) = face(button, &RING).and_then(|face| face.root::<HtmlElement>()) else {
        return;
    };
    element.set_class_name(class);
    element.set_text_content(Some(&mark.label));
    let picture = arcs(mark.width, parts, colour);
    let _ = element.style().set_property(ring::ARCS, &picture);
}

/// The arcs around a count as one picture of the style sheet, for a mark this wide in pixels: much quicker to make and to lay out
/// than an element an arc.
fn arcs(width: f64, parts: &[u32; CLASSES], colour: fn(usize) -> String) -> String {
    let arcs = scene::ring_arcs(parts);
    let gap = match arcs.as_slice() {
        [_] => 0.0,
        _ => RING_GAP_PX / (width / 2.0),
    };
    let percent = |angle: f64| decimal((angle + FRAC_PI_2) / TAU * 100.0, 2);
    let stops: Vec<String> = arcs
        .iter()
        .map(|arc| {
            let (colour, ends, next) =
                (colour(arc.class), percent(arc.end - gap), percent(arc.end));
            format!("var({colour}) 0 {ends}%,var(--paper) 0 {next}%")
        })
        .collect();
    format!("conic-gradient({})", stops.join(","))
}
