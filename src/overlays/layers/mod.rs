//! Layers of points beside the initiatives: what is known of them, and the parts of the page that show it.
//!
//! Built element by element, as the markers are: the Leptos of it would weigh more than the rest of it (`make weight`).

mod acts;
mod legend;
mod list;
mod load;
mod marks;
mod names;
mod panel;
mod request;

use crate::browser::dom;
use crate::map::overlay::{Overlay, Sight, Slides};
use crate::map::stage::{SharedStage, Stage};
use crate::state::Store;
use acts::Act;
use engine::geo::World;
use engine::{Camera, PointSet, alone, layer_of, union};
use legend::Entry;
use leptos::prelude::GetUntracked;
use list::List;
use marks::{LayerMarks, RADIUS_PX};
use model::data::points::Layer;
use model::text::Texts;
use names::Names;
use panel::Panel;
use request::Request;
use web_sys::HtmlElement;

/// The parts of the column that are for layers: their legend, their list, the panel of a point. Made before the column is there.
struct Parts {
    list: List,
    panel: Panel,
    /// By the class of those whose place they take in the column.
    places: [(&'static str, HtmlElement); 3],
}

/// The layers that the address asks for, and their part of the screen.
pub struct Layers {
    texts: &'static Texts,
    layers: Vec<PointLayer>,
    /// The points of all layers that pass their filters: their clusters and buttons.
    pub overlay: Overlay,
    /// Where the map rested when the list was last made.
    listed: Option<Camera>,
    /// Whether the list is about to follow the map.
    waiting: bool,
    names: Names,
    parts: Option<Parts>,
}

/// One layer.
struct PointLayer {
    id: String,
    state: State,
    /// What it is, once known.
    about: Layer,
    points: PointSet,
    /// Categories asked for, one bit each; none is all of them.
    asked: u8,
    entry: Entry,
    /// The file on its way, and the percentage last told of it.
    request: Option<Request>,
    told: Option<u32>,
}

impl PointLayer {
    /// The categories to show, one bit each.
    fn wanted(&self) -> u8 {
        if self.asked == 0 { u8::MAX } else { self.asked }
    }
}

/// Where a layer stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Coming,
    Here,
    /// It failed, or the visitor put it away.
    Gone,
}

/// Begins to load the layers that the address asks for.
pub fn start(stage: &SharedStage, store: Store) {
    let ids = store.layers.get_untracked();
    if ids.is_empty() {
        return;
    }
    let parts = ["legend", "points-list", "point-host"].map(|class| Some((class, part(class)?)));
    let [Some(legend), Some(list), Some(host)] = parts else {
        return;
    };
    stage.borrow_mut().layers.parts = Some(Parts {
        list: List::new(&list.1, stage, store.texts),
        panel: Panel {
            host: host.1.clone(),
            item: None,
            opener: None,
        },
        places: [legend.clone(), list, host],
    });
    for (index, id) in ids.into_iter().enumerate() {
        let entry = Entry::new(&legend.1, index, store.texts);
        stage.borrow_mut().layers.layers.push(PointLayer {
            id,
            state: State::Coming,
            about: Layer::default(),
            points: PointSet::default(),
            asked: 0,
            entry,
            request: None,
            told: None,
        });
        load::start(stage, index);
    }
}

fn part(class: &str) -> Option<HtmlElement> {
    let part = dom::create("div")?;
    part.set_class_name(class);
    Some(part)
}

/// Puts the parts for layers in their places of the column, and lets them hear the visitor.
pub fn attend(stage: &SharedStage, store: Store) {
    let column = dom::find(".column");
    let Some((column, parts)) = column.zip(
        stage
            .borrow()
            .layers
            .parts
            .as_ref()
            .map(|parts| parts.places.clone()),
    ) else {
        return;
    };
    for (class, part) in &parts {
        if let Some(place) = dom::find(&format!(".{class}")) {
            let _ = place.replace_with_with_node_1(part);
        }
    }
    acts::listen(&column, stage);
    panel::close_with_sheets(stage, store);
}

impl Layers {
    /// None, with the element of their buttons.
    pub fn new(layer: HtmlElement, texts: &'static Texts) -> Self {
        Self {
            texts,
            layers: Vec::new(),
            // Discs that go are needed at once for others: only what is new moves.
            overlay: Overlay::new(layer, RADIUS_PX, Slides::Out),
            listed: None,
            waiting: false,
            names: Names::default(),
            parts: None,
        }
    }

    /// Those that are not gone.
    fn there(&self) -> impl Iterator<Item = &PointLayer> {
        let layers = self.layers.iter();
        layers.filter(|layer| layer.state != State::Gone)
    }

    /// Whether one is in this state.
    fn any(&self, state: State) -> bool {
        self.layers.iter().any(|layer| layer.state == state)
    }

    /// Whether the colours tell layers apart, and not categories.
    fn are_several(&self) -> bool {
        self.there().count() > 1
    }

    /// Brings the buttons to what is seen; whether they were made again.
    pub fn update(&mut self, sight: &Sight) -> bool {
        let Self {
            texts,
            layers,
            names,
            overlay,
            ..
        } = self;
        let is_first = overlay.is_spoilt();
        if is_first {
            dom::begin("layer-first-clusters");
        }
        let updated = overlay.update(sight, |_, seen| {
            let marks = LayerMarks {
                texts,
                layers,
                names,
                towns: sight.towns,
            };
            marks.of(seen, sight.camera)
        });
        if is_first {
            dom::end("layer-first-clusters");
            self.tell_ready();
        }
        updated
    }

    /// Says that all that can be on the map is, if something is.
    fn tell_ready(&self) {
        if !self.any(State::Here) || self.any(State::Coming) {
            return;
        }
        if let Some(root) = dom::root() {
            let _ = root.dataset().set("layer", "ready");
        }
    }

    /// Whether some are still to come.
    pub fn are_coming(&self) -> bool {
        self.any(State::Coming)
    }

    /// The place of a point, and its category.
    pub fn point(&self, item: u32) -> Option<(World, u8)> {
        let (layer, position) = layer_of(item);
        self.layers.get(layer)?.points.point(position)
    }

    /// What a point is called, as far as is known.
    pub fn name(&self, item: u32) -> String {
        name(&self.layers, &self.names, item, self.texts)
    }

    /// The buttons are made again at the next frame, as what they are called has changed.
    pub fn renamed(&mut self) {
        if !self.layers.is_empty() {
            self.overlay.spoil();
        }
    }

    /// The point whose panel is open.
    pub fn open_point(&self) -> Option<u32> {
        self.parts.as_ref()?.panel.item
    }

    /// The point of a row of the list.
    fn listed_at(&self, row: usize) -> Option<u32> {
        self.parts.as_ref()?.list.items.get(row).copied()
    }

    /// The layers changed.
    fn unite(&mut self) {
        let layers = &self.layers;
        if let Some((index, layer)) = only(layers) {
            self.overlay
                .change(|matches| alone(matches, index, &layer.points));
        } else {
            let sets: Vec<&PointSet> = layers.iter().map(|layer| &layer.points).collect();
            let passes = |index: usize, category| {
                let wanted = layers.get(index)?.wanted();
                (wanted >> category & 1 == 1).then_some(index as u8)
            };
            self.overlay.change(|matches| union(matches, &sets, passes));
        }
        self.hide();
    }

    /// The filters changed. Where colours tell layers apart, the points that pass are put together again.
    fn filter(&mut self) {
        if self.are_several() {
            self.unite();
        } else {
            self.hide();
        }
    }

    /// Hides the points that do not pass the filters of a single layer: its colours are its categories, so no point moves.
    fn hide(&mut self) {
        let mask = only(&self.layers).map_or(u8::MAX, |(_, layer)| layer.wanted());
        self.overlay.change(|matches| matches.show(mask));
        self.listed = None;
    }

    /// Lists the points in view.
    fn list(&mut self, camera: Camera) {
        self.listed = Some(camera);
        let shown = self.any(State::Here);
        if let Some(Parts { list, .. }) = &mut self.parts {
            list.items.clear();
            let in_view = self.overlay.matches().within(camera.bounds());
            list.items.extend(in_view);
            list.count(shown, self.texts);
        }
        self.write_list();
    }

    /// Writes the rows on screen.
    fn write_list(&mut self) {
        let (layers, names, texts) = (&self.layers, &self.names, self.texts);
        if let Some(Parts { list, .. }) = &mut self.parts {
            list.write(&|item| name(layers, names, item, texts));
        }
    }
}

fn name(layers: &[PointLayer], names: &Names, item: u32, texts: &Texts) -> String {
    let (layer, position) = layer_of(item);
    let block = layers
        .get(layer)
        .map(|layer| layer.about.block_of(position));
    block
        .and_then(|(block, inside)| names.get(layer, block, inside))
        .map_or_else(|| (texts.layer_point)(position), str::to_owned)
}

/// The only layer there is, with its index: the colours are those of its categories.
fn only(layers: &[PointLayer]) -> Option<(usize, &PointLayer)> {
    let layers = layers.iter().enumerate();
    let mut there = layers.filter(|(_, layer)| layer.state != State::Gone);
    let first = there.next();
    first.filter(|_| there.next().is_none())
}

impl Stage {
    /// The points of a layer are here, or it is put away.
    fn set_points(this: &SharedStage, index: usize, state: State, points: PointSet) {
        let mut stage = this.borrow_mut();
        if let Some(layer) = stage.layers.layers.get_mut(index) {
            (layer.state, layer.points) = (state, points);
            layer.request = None;
        }
        stage.layers.colour_legend();
        stage.layers.unite();
        drop(stage);
        Self::repaint(this);
    }
}
