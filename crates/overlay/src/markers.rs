//! The markers: buttons above the canvas, as many as there are marks on screen, kept from one frame to the next.

use crate::draw::{Palette, draw, draw_lit};
use crate::shift::{shift, unshift};
use crate::slide;
use engine::geo::World;
use engine::mark::{Mark, MarkId};
use engine::transform::Translate;
use engine::{Camera, ClusterId, Kinship, Parts, Px, Rect, Size};
use page::dom::{self, StyleWriter};
use std::iter;
use std::mem::{discriminant, replace};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

/// Zoom levels within which the buttons are scaled with the map while it moves: by 7 %, two pixels of a marker.
const ZOOM_SLACK: f64 = 0.1;

/// A button of a mark.
struct Button {
    element: HtmlElement,
    mark: Mark,
    /// Where it was last put, tenths of a pixel, and on which side its name is: most buttons of most frames stay as they are.
    put: Option<(i32, i32)>,
    flipped: bool,
    selected: bool,
    hovered: bool,
    light: Light,
}

/// How a button stands to the items that are singled out.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Light {
    /// None are, or all of its own: in its colours.
    #[default]
    Full,
    /// A ring or a tag that holds some: these in their colours, the others dimmed.
    Part(Parts),
    /// It holds none.
    Dimmed,
}

/// Items that are singled out, in ascending order, with what each counts for.
pub type SingledOut = Vec<(u32, Parts)>;

impl Light {
    fn of(mark: &Mark, singled_out: Option<&SingledOut>) -> Self {
        let Some(singled_out) = singled_out else {
            return Self::Full;
        };
        let mut lit = Parts::default();
        let mut count = 0;
        for item in &mark.items {
            let found = singled_out.binary_search_by_key(item, |&(item, _)| item);
            let parts = found.ok().and_then(|position| singled_out.get(position));
            match parts {
                Some((_, parts)) => {
                    lit += *parts;
                    count += 1;
                }
                None => lit.dimmed += 1,
            }
        }
        match count {
            0 => Self::Dimmed,
            _ if count == mark.items.len() => Self::Full,
            _ => Self::Part(lit),
        }
    }
}

impl Button {
    /// The same button for what its mark has become.
    fn showing(mut self, mark: Mark, palette: &Palette) -> Self {
        if self.mark != mark {
            if discriminant(&self.mark.look) != discriminant(&mark.look) {
                self.element.set_text_content(None);
            }
            draw(&self.element, &mark, palette);
            // Drawn anew, it has another width and no class.
            (self.put, self.flipped) = (None, false);
            self.select(false);
            (self.hovered, self.light) = (false, Light::Full);
            self.mark = mark;
        }
        self
    }

    /// Puts its middle there.
    fn put(&mut self, px: Px, style: &mut StyleWriter) {
        let Size { width, height } = self.mark.size;
        let corner = |middle: f64, side: f64| ((middle - side / 2.0) * 10.0).round() as i32;
        let here = (corner(px.x, width), corner(px.y, height));
        if self.put.replace(here) == Some(here) {
            return;
        }
        let tenths = |tenths: i32| f64::from(tenths) / 10.0;
        let corner = Translate(Px {
            x: tenths(here.0),
            y: tenths(here.1),
        });
        style.set(&self.element, "transform", format_args!("{corner}"));
    }

    /// The name shown on hover stands on the left of those on the right.
    fn flip(&mut self, flipped: bool) {
        if replace(&mut self.flipped, flipped) != flipped {
            self.class("flip", flipped);
        }
    }

    fn select(&mut self, selected: bool) {
        if replace(&mut self.selected, selected) != selected {
            self.class("selected", selected);
            let _ = if selected {
                self.element.set_attribute("aria-current", "true")
            } else {
                self.element.remove_attribute("aria-current")
            };
        }
    }

    fn hover(&mut self, hovered: bool) {
        if replace(&mut self.hovered, hovered) != hovered {
            self.class("hovered", hovered);
        }
    }

    fn shine(&mut self, light: Light, palette: &Palette) {
        if replace(&mut self.light, light) != light {
            self.class("dimmed", light == Light::Dimmed);
            let none = Parts {
                dimmed: 1,
                ..Parts::default()
            };
            let lit = match &light {
                Light::Full => None,
                Light::Part(lit) => Some(lit),
                Light::Dimmed => Some(&none),
            };
            draw_lit(&self.element, &self.mark, lit, palette);
        }
    }

    fn class(&self, name: &str, there: bool) {
        let _ = self.element.class_list().toggle_with_force(name, there);
    }
}

/// The buttons in the page.
pub struct Markers {
    host: HtmlElement,
    palette: &'static Palette,
    /// In reading order.
    buttons: Vec<Button>,
    /// On their way into the cluster that took their place.
    leaving: Vec<Button>,
    /// From where the buttons were put in their places.
    anchor: Option<Camera>,
    /// Items, selected and hovered elsewhere.
    selected: Option<u32>,
    hovered: Option<u32>,
    singled_out: Option<SingledOut>,
    style: StyleWriter,
}

impl Markers {
    /// No buttons yet, in this element.
    pub fn new(host: HtmlElement, palette: &'static Palette) -> Self {
        Self {
            host,
            palette,
            buttons: Vec::new(),
            leaving: Vec::new(),
            anchor: None,
            selected: None,
            hovered: None,
            singled_out: None,
            style: StyleWriter::default(),
        }
    }

    /// Makes the buttons those of these marks, which are in reading order. Those that are parts of one another move out of it or
    /// into it. Returns the button to put the keyboard on, when it was on one that goes: the caller moves the focus once nothing is
    /// borrowed, as focus events call back.
    #[must_use]
    pub fn update(
        &mut self,
        marks: Vec<Mark>,
        camera: &Camera,
        kinship: Option<&Kinship>,
    ) -> Option<HtmlElement> {
        self.anchor = None;
        let mut gone = std::mem::take(&mut self.buttons);
        let kept: Vec<Option<Button>> = marks.iter().map(|mark| same(&mut gone, mark)).collect();
        let left = gone
            .iter()
            .find(|button| button.element.matches(":focus-visible").unwrap_or(false))
            .map(|button| button.mark.at);
        self.leaving.retain(|button| button.element.is_connected());
        let mut spares = self.send_off(gone, camera, kinship);
        // The one that has the focus is not made another: it goes, and the focus with it to the nearest.
        let focused = dom::focused();
        let has_focus = |button: &Button| focused.as_ref() == Some(&button.element);
        if let Some(position) = spares.iter().position(has_focus) {
            spares.remove(position).element.remove();
        }
        for (mark, button) in iter::zip(marks, kept) {
            let button = match button {
                Some(button) => Some(button.showing(mark, self.palette)),
                None => self.new_button(mark, &mut spares, camera, kinship),
            };
            self.buttons.extend(button);
        }
        for button in spares {
            button.element.remove();
        }
        self.show_highlights();
        self.order();
        left.and_then(|at| self.nearest(at))
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
            Some(button) => button.showing(mark, self.palette),
            None => self.made(mark)?,
        };
        if let Some(way) = way {
            slide::from(&button.element, way);
        }
        Some(button)
    }

    fn made(&self, mark: Mark) -> Option<Button> {
        let element = dom::create("button")?;
        // All of them are one stop of the keyboard: that of their group (public/explore).
        dom::set(&element, &[("type", "button"), ("tabindex", "-1")]);
        draw(&element, &mark, self.palette);
        let _ = self.host.append_child(&element);
        Some(Button {
            element,
            mark,
            put: None,
            flipped: false,
            selected: false,
            hovered: false,
            light: Light::Full,
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
            let first = self.host.first_child();
            let _ = self.host.insert_before(&element, first.as_ref());
            self.leaving.push(button);
            spawn_local(async move {
                let _ = over.await;
                element.remove();
            });
        }
        spares
    }

    /// The button nearest to a place.
    fn nearest(&self, at: World) -> Option<HtmlElement> {
        let distance = |button: &&Button| button.mark.at.distance(at);
        let nearest = self
            .buttons
            .iter()
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
        Some(nearest.element.clone())
    }

    /// Puts the buttons in reading order, unless one has the focus: moving it would lose the focus.
    fn order(&self) {
        if dom::focused().is_some_and(|element| self.host.contains(Some(&element))) {
            return;
        }
        // Those that leave stand behind all others, hence first.
        let mut next = self.host.first_element_child();
        while let Some(element) = next
            .as_ref()
            .filter(|element| element.has_attribute("inert"))
        {
            next = element.next_element_sibling();
        }
        let buttons = self.buttons.iter().map(|button| &button.element);
        dom::arrange(&self.host, next, buttons);
    }

    /// Moves the buttons to where the camera sees their marks: all together as long as the zoom is nearly the same.
    pub fn follow(&mut self, camera: &Camera) {
        match self.anchor {
            Some(anchor) if is_near(&anchor, camera) => {
                shift(&self.host, &anchor, camera, &mut self.style);
            }
            _ => self.place(camera),
        }
    }

    /// Puts each button where the camera sees its mark.
    pub fn place(&mut self, camera: &Camera) {
        if self.anchor.replace(*camera) == Some(*camera) {
            return;
        }
        unshift(&self.host);
        let right_half = camera.size().width * 0.6;
        for button in self.buttons.iter_mut().chain(&mut self.leaving) {
            let px = camera.project(button.mark.at) + button.mark.offset;
            button.put(px, &mut self.style);
            button.flip(px.x > right_half);
        }
    }

    /// Marks the buttons of what is selected and of what is hovered elsewhere, those that come later too.
    pub fn highlight(&mut self, selected: Option<u32>, hovered: Option<u32>) {
        (self.selected, self.hovered) = (selected, hovered);
        self.show_highlights();
    }

    /// Dims the buttons of all other items, those that come later too; none with `None`. A ring that holds some of them keeps their
    /// arcs.
    pub fn single_out(&mut self, items: Option<SingledOut>) {
        if self.singled_out != items {
            self.singled_out = items;
            self.show_highlights();
        }
    }

    fn show_highlights(&mut self) {
        for button in &mut self.buttons {
            let items = &button.mark.items;
            let holds = |item: Option<u32>| item.is_some_and(|item| items.contains(&item));
            let (selected, hovered) = (holds(self.selected), holds(self.hovered));
            let light = Light::of(&button.mark, self.singled_out.as_ref());
            button.select(selected);
            button.hover(hovered);
            button.shine(light, self.palette);
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

    /// Whether an item has a mark of its own.
    pub fn has_alone(&self, item: u32) -> bool {
        self.marks().any(|mark| mark.items == [item])
    }

    /// Where the marks are on screen.
    pub fn rects(&self, camera: &Camera) -> impl Iterator<Item = Rect> {
        self.marks().map(|mark| mark.rect(camera))
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

/// Reuses a spare button that looks alike: changing one is cheaper than creating one. The others stay in their order.
fn spare(spares: &mut Vec<Button>, mark: &Mark) -> Option<Button> {
    let looks_alike = |button: &Button| discriminant(&button.mark.look) == discriminant(&mark.look);
    let position = spares.iter().position(looks_alike)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use engine::mark::Look;

    fn ring(items: &[u32]) -> Mark {
        Mark {
            id: MarkId::Cluster(ClusterId::Place(0)),
            at: World::default(),
            offset: Px::default(),
            name: String::new(),
            label: String::new(),
            title: String::new(),
            look: Look::Ring(Parts::default()),
            size: Size::square(40.0),
            items: items.to_vec(),
        }
    }

    #[test]
    fn a_mark_is_dimmed_unless_it_holds_what_is_singled_out() {
        let counts = |class: usize| {
            let mut parts = Parts::default();
            parts.full[class] = 1;
            parts
        };
        let singled_out = vec![(1, counts(0)), (4, counts(2)), (6, counts(2))];
        let light = |items: &[u32]| Light::of(&ring(items), Some(&singled_out));
        assert!(light(&[0, 2, 5]) == Light::Dimmed);
        assert!(light(&[4]) == Light::Full);
        assert!(light(&[1, 4, 6]) == Light::Full);
        let part = Light::Part(Parts {
            dimmed: 2,
            ..Parts::from([0, 0, 2, 0, 0, 0, 0])
        });
        assert!(light(&[0, 4, 5, 6]) == part);
        assert!(Light::of(&ring(&[0]), None) == Light::Full);
        assert!(Light::of(&ring(&[0]), Some(&Vec::new())) == Light::Dimmed);
    }
}
