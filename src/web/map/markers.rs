//! The markers: buttons above the canvas, as many as there are marks on screen, kept from one frame to the next.

use super::super::{dom, react};
use super::shift::{shift, unshift};
use super::slide;
use crate::decimal::decimal;
use crate::domain::Category;
use crate::geo::World;
use crate::map::{Camera, ClusterId, Kinship, LEVERS, Px, Rect, Size, scene};
use crate::view::category_symbol_id;
use std::f64::consts::{FRAC_PI_2, TAU};
use std::iter;
use std::mem::discriminant;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Zoom levels within which the buttons are scaled with the map while it moves: by 7 %, two pixels of a marker.
const ZOOM_SLACK: f64 = 0.1;
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
    Ring([u32; LEVERS]),
    /// A point of a layer, in one of seven colours.
    Dot(u8),
    /// A thin ring whose arcs are of these colours, around a count: points of each colour.
    Disc([u32; LEVERS]),
}

struct Button {
    element: HtmlElement,
    mark: Mark,
    /// Where it was last put, tenths of a pixel, and on which side its name is: most buttons of most frames stay as they are.
    put: Option<(i32, i32)>,
    flipped: bool,
}

impl Button {
    /// The same button for what its mark has become.
    fn showing(mut self, mark: Mark) -> Self {
        if self.mark != mark {
            if discriminant(&self.mark.look) != discriminant(&mark.look) {
                self.element.set_text_content(None);
            }
            draw(&self.element, &mark);
            // Drawn anew, it has another width and no class.
            (self.put, self.flipped) = (None, false);
            self.mark = mark;
        }
        self
    }

    /// Puts its middle there.
    fn put(&mut self, px: Px) {
        let corner = |middle: f64| ((middle - self.mark.width / 2.0) * 10.0).round() as i32;
        let here = (corner(px.x), corner(px.y));
        if self.put.replace(here) == Some(here) {
            return;
        }
        let tenths = |tenths: i32| decimal(f64::from(tenths) / 10.0, 1);
        let transform = format!("translate({}px,{}px)", tenths(here.0), tenths(here.1));
        let _ = self.element.style().set_property("transform", &transform);
    }

    /// The name shown on hover stands on the left of those on the right.
    fn flip(&mut self, flipped: bool) {
        if std::mem::replace(&mut self.flipped, flipped) != flipped {
            let _ = self.element.class_list().toggle_with_force("flip", flipped);
        }
    }
}

/// The buttons in the page.
pub struct Markers {
    layer: HtmlElement,
    /// In reading order.
    buttons: Vec<Button>,
    /// On their way into the cluster that took their place.
    leaving: Vec<Button>,
    /// From where the buttons were put in their places.
    anchor: Option<Camera>,
}

impl Markers {
    /// No buttons yet, in this element.
    pub fn new(layer: HtmlElement) -> Self {
        Self {
            layer,
            buttons: Vec::new(),
            leaving: Vec::new(),
            anchor: None,
        }
    }

    /// Makes the buttons those of these marks, which are in reading order. Those that are parts of one another move out of it or
    /// into it. A keyboard that was on a button that goes is put on the nearest one.
    pub fn update(&mut self, marks: Vec<Mark>, camera: &Camera, kinship: Option<&Kinship>) {
        self.anchor = None;
        let mut gone = std::mem::take(&mut self.buttons);
        let kept: Vec<Option<Button>> = marks.iter().map(|mark| same(&mut gone, mark)).collect();
        let left = gone
            .iter()
            .find(|button| button.element.matches(":focus-visible").unwrap_or(false))
            .map(|button| button.mark.at);
        self.leaving.retain(|button| button.element.is_connected());
        let mut spares = self.send_off(gone, camera, kinship);
        for (mark, button) in iter::zip(marks, kept) {
            let button = match button {
                Some(button) => Some(button.showing(mark)),
                None => self.new_button(mark, &mut spares, camera, kinship),
            };
            self.buttons.extend(button);
        }
        for button in spares {
            button.element.remove();
        }
        self.order();
        if let Some(at) = left {
            self.focus_nearest(at);
        }
    }

    /// A button of a mark that was not there, out of the spare ones if there is one like it; it comes out of the cluster that the mark
    /// was part of.
    fn new_button(
        &self,
        mark: Mark,
        spares: &mut Vec<Button>,
        camera: &Camera,
        kinship: Option<&Kinship>,
    ) -> Option<Button> {
        let way = kinship.and_then(|kinship| way(&kinship.origins, &mark, camera));
        let button = match spare(spares, &mark) {
            Some(button) => button.showing(mark),
            None => self.made(mark)?,
        };
        if let Some(way) = way {
            slide::from(&button.element, way);
        }
        Some(button)
    }

    fn made(&self, mark: Mark) -> Option<Button> {
        let element = dom::create("button")?;
        let _ = element.set_attribute("type", "button");
        draw(&element, &mark);
        let _ = self.layer.append_child(&element);
        Some(Button {
            element,
            mark,
            put: None,
            flipped: false,
        })
    }

    /// Lets buttons join the cluster that took their place, and gives back those that have none.
    fn send_off(
        &mut self,
        gone: Vec<Button>,
        camera: &Camera,
        kinship: Option<&Kinship>,
    ) -> Vec<Button> {
        let mut spares = Vec::new();
        for button in gone {
            let way = kinship.and_then(|kinship| way(&kinship.ends, &button.mark, camera));
            let Some(over) = way.and_then(|way| slide::to(&button.element, way)) else {
                spares.push(button);
                continue;
            };
            let element = button.element.clone();
            let _ = element.set_attribute("inert", "");
            // Behind the others.
            let first = self.layer.first_child();
            let _ = self.layer.insert_before(&element, first.as_ref());
            self.leaving.push(button);
            react::spawn(async move {
                let _ = over.await;
                element.remove();
            });
        }
        spares
    }

    fn focus_nearest(&self, at: World) {
        let distance = |button: &&Button| button.mark.at.distance(at);
        let nearest = self
            .buttons
            .iter()
            .min_by(|a, b| distance(a).total_cmp(&distance(b)));
        if let Some(element) = nearest.map(|button| button.element.clone()) {
            // Later: whoever listens to the focus asks the map, which is at work now.
            react::spawn(async move { dom::focus_in_place(&element) });
        }
    }

    /// Puts the buttons in reading order, unless one has the focus: moving it would lose the focus.
    fn order(&self) {
        if dom::focused().is_some_and(|element| self.layer.contains(Some(&element))) {
            return;
        }
        // Those that leave stand behind all others, hence first.
        let mut next = self.layer.first_element_child();
        while let Some(element) = next
            .as_ref()
            .filter(|element| element.has_attribute("inert"))
        {
            next = element.next_element_sibling();
        }
        let buttons = self.buttons.iter().map(|button| &button.element);
        dom::arrange(&self.layer, next, buttons);
    }

    /// Moves the buttons to where the camera sees their marks: all together as long as the zoom is nearly the same.
    pub fn follow(&mut self, camera: &Camera) {
        match self.anchor {
            Some(anchor) if is_near(&anchor, camera) => shift(&self.layer, &anchor, camera),
            _ => self.place(camera),
        }
    }

    /// Puts each button where the camera sees its mark.
    pub fn place(&mut self, camera: &Camera) {
        if self.anchor.replace(*camera) == Some(*camera) {
            return;
        }
        unshift(&self.layer);
        let right_half = camera.size().width * 0.6;
        for button in self.buttons.iter_mut().chain(&mut self.leaving) {
            let px = camera.project(button.mark.at) + button.mark.offset;
            button.put(px);
            button.flip(px.x > right_half);
        }
    }

    /// Marks the buttons of what is selected and of what is hovered elsewhere.
    pub fn highlight(&self, selected: Option<u32>, hovered: Option<u32>) {
        for Button { element, mark, .. } in &self.buttons {
            let holds = |item: Option<u32>| item.is_some_and(|item| mark.items.contains(&item));
            let _ = element
                .class_list()
                .toggle_with_force("selected", holds(selected));
            let _ = element
                .class_list()
                .toggle_with_force("hovered", holds(hovered));
            let _ = if holds(selected) {
                element.set_attribute("aria-current", "true")
            } else {
                element.remove_attribute("aria-current")
            };
        }
    }

    /// The mark of the button that an element is, or is in.
    pub fn mark_of(&self, element: &Element) -> Option<&Mark> {
        let button = element.closest("button").ok()??;
        let found = self
            .buttons
            .iter()
            .find(|candidate| AsRef::<Element>::as_ref(&candidate.element) == &button);
        found.map(|button| &button.mark)
    }

    /// Where the marks are on screen.
    pub fn rects(&self, camera: &Camera) -> Vec<Rect> {
        let rect = |mark: &Mark| {
            Rect::centred(
                camera.project(mark.at) + mark.offset,
                Size {
                    width: mark.width,
                    height: mark.width,
                },
            )
        };
        self.marks().map(rect).collect()
    }

    /// The marks in the page.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.buttons.iter().map(|button| &button.mark)
    }
}

/// Takes the button of a mark out of those that were there.
fn same(gone: &mut Vec<Button>, mark: &Mark) -> Option<Button> {
    let position = gone.iter().position(|button| button.mark.id == mark.id)?;
    Some(gone.remove(position))
}

/// Takes a button of another mark that looks alike and has not the focus: to change it is quicker than to make one, and those that
/// are left stay in their order.
fn spare(spares: &mut Vec<Button>, mark: &Mark) -> Option<Button> {
    let focused = dom::focused();
    let fits = |button: &Button| {
        discriminant(&button.mark.look) == discriminant(&mark.look)
            && focused.as_ref() != Some(&button.element)
    };
    let position = spares.iter().position(fits)?;
    Some(spares.remove(position))
}

/// Whether buttons put in their places for one camera look right when moved and scaled for the other.
fn is_near(anchor: &Camera, camera: &Camera) -> bool {
    anchor.size() == camera.size() && (anchor.zoom() - camera.zoom()).abs() < ZOOM_SLACK
}

/// From a mark to the place that the list has for its cluster, or to the pile it was spread from, pixels.
fn way(list: &[(ClusterId, World)], mark: &Mark, camera: &Camera) -> Option<Px> {
    let to_pile = Px::default() - mark.offset;
    let (cluster, spread) = match mark.id {
        MarkId::Cluster(id) => (id, None),
        MarkId::Spread(_, id) => (id, Some(to_pile)),
    };
    let joined = list.iter().find(|(id, _)| *id == cluster);
    let way = joined.map(|&(_, there)| camera.project(there) - camera.project(mark.at) + to_pile);
    way.or(spread)
}

fn draw(button: &HtmlElement, mark: &Mark) {
    button.set_class_name(match mark.look {
        Look::Dot(_) => "marker dot",
        Look::Ring(_) | Look::Disc(_) => "marker cluster",
        Look::Point(_) if mark.area => "marker area",
        Look::Point(_) => "marker",
    });
    let _ = button.set_attribute("aria-label", &mark.name);
    let size = format!("{}px", decimal(mark.width, 0));
    let set = |name: &str, value: &str| drop(button.style().set_property(name, value));
    set("width", &size);
    set("height", &size);
    match mark.look {
        Look::Point(category) => {
            let _ = button.set_attribute("data-lever", category.id());
            button.set_text_content(None);
            if let Some(picture) = point(category) {
                let _ = button.append_child(&picture);
            }
        }
        Look::Dot(colour) => dom::set(button, &[colour_of(colour.into())]),
        Look::Ring(parts) => draw_ring(button, mark, &parts, lever_colour),
        Look::Disc(parts) => draw_ring(button, mark, &parts, layer_colour),
    }
}

fn point(category: Category) -> Option<Element> {
    let svg = dom::create_svg("svg", &[("viewBox", "0 0 24 24"), ("aria-hidden", "true")])?;
    let reference = format!("#{}", category_symbol_id(category));
    let _ = svg.append_child(dom::create_svg("use", &[("href", &reference)])?.as_ref());
    Some(svg)
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

/// A count in its ring. An element of its own: the button, which moves, has little style to work out in each frame.
fn draw_ring(
    button: &HtmlElement,
    mark: &Mark,
    parts: &[u32; LEVERS],
    colour: fn(usize) -> String,
) {
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
    let picture = ring(mark.width, parts, colour);
    let _ = element.style().set_property("--arcs", &picture);
}

/// The arcs around a count as one picture of the style sheet, for a mark this wide in pixels: much quicker to make and to lay out
/// than an element an arc.
fn ring(width: f64, parts: &[u32; LEVERS], colour: fn(usize) -> String) -> String {
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
                (colour(arc.lever), percent(arc.end - gap), percent(arc.end));
            format!("var({colour}) 0 {ends}%,var(--paper) 0 {next}%")
        })
        .collect();
    format!("conic-gradient({})", stops.join(","))
}
