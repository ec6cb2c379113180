//! Layers of points beside the initiatives: what is known of them, and the parts of the page that show it.
//!
//! Built element by element, as the markers are: the Leptos of it would weigh more than the rest of it (`make weight`).

mod legend;
mod list;
mod load;
mod marks;
mod names;
mod panel;

use super::super::{dom, react};
use super::markers::Markers;
use super::stage::{SharedStage, Stage};
use crate::data::points::Layer;
use crate::geo::World;
use crate::map::{
    Camera, ClusterId, Clusterer, MAX_LAYERS, Matches, PointSet, layer_of, memory, union,
};
use crate::text::Texts;
use crate::view::{Notice, Store};
use legend::Entry;
use leptos::prelude::WithValue;
use list::List;
pub use marks::{LayerMarks, RADIUS_PX};
use names::Names;
use panel::Panel;
use web_sys::AbortController;

/// How long the map rests before the list follows it, milliseconds.
const REST_MS: u64 = 120;

/// The layers that the address asks for, and their part of the screen.
pub struct Layers {
    texts: &'static Texts,
    layers: Vec<PointLayer>,
    /// The points of all layers that pass their filters.
    pub clusterer: Clusterer,
    /// What the buttons were last made of.
    pub marked: Option<Vec<ClusterId>>,
    /// The buttons.
    pub markers: Markers,
    /// Where the map rested when the list was last made.
    listed: Option<Camera>,
    /// Whether the list is about to follow the map.
    waiting: bool,
    names: Names,
    parts: Option<(List, Panel)>,
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
    abort: Option<AbortController>,
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
    let ids = store.options.with_value(|options| options.layers.clone());
    let Some(host) = dom::find(".legend").filter(|_| !ids.is_empty()) else {
        return;
    };
    let parts = List::new(stage).zip(Panel::new(stage));
    stage.borrow_mut().layers.parts = parts;
    panel::close_with_sheets(stage, store);
    for (index, id) in ids.into_iter().enumerate() {
        if index >= MAX_LAYERS {
            store.tell(Notice::hint((store.texts.ignored_parameter)("couche", &id)));
            continue;
        }
        let Some(entry) = Entry::new(&host, stage, index, store.texts) else {
            return;
        };
        stage.borrow_mut().layers.layers.push(PointLayer {
            id,
            state: State::Coming,
            about: Layer::default(),
            points: PointSet::default(),
            asked: 0,
            entry,
            abort: AbortController::new().ok(),
        });
        load::start(stage, store, index);
    }
}

impl Layers {
    /// None, with the element of their buttons.
    pub fn new(markers: Markers, texts: &'static Texts) -> Self {
        Self {
            texts,
            layers: Vec::new(),
            clusterer: Clusterer::new(Matches::default(), RADIUS_PX),
            marked: Some(Vec::new()),
            markers,
            listed: None,
            waiting: false,
            names: Names::default(),
            parts: None,
        }
    }

    /// Whether one is on the map.
    pub fn are_shown(&self) -> bool {
        self.layers.iter().any(|layer| layer.state == State::Here)
    }

    /// Whether all that can be on the map is.
    pub fn are_settled(&self) -> bool {
        self.are_shown() && self.layers.iter().all(|layer| layer.state != State::Coming)
    }

    /// The place of a point, and its category.
    pub fn point(&self, item: u32) -> Option<(World, u8)> {
        let (layer, position) = layer_of(item);
        self.layers.get(layer)?.points.point(position)
    }

    /// What a point is called, as far as is known.
    pub fn name(&self, item: u32) -> String {
        let (layer, position) = layer_of(item);
        let block = self
            .layers
            .get(layer)
            .map(|layer| layer.about.block_of(position));
        block
            .and_then(|(block, inside)| self.names.get(layer, block, inside))
            .map_or_else(|| (self.texts.layer_point)(position), str::to_owned)
    }

    /// The buttons are made again at the next frame, if what they are called has changed.
    pub fn renamed(&mut self, are: bool) {
        if are && self.are_shown() {
            self.marked = None;
        }
    }

    /// The point whose panel is open.
    pub fn open_point(&self) -> Option<u32> {
        self.parts.as_ref().and_then(|(_, panel)| panel.item)
    }

    /// The filters changed, or the layers.
    fn filter(&mut self) {
        let sets: Vec<&PointSet> = self.layers.iter().map(|layer| &layer.points).collect();
        let several = several(&self.layers);
        let asked: Vec<u8> = self.layers.iter().map(|layer| layer.asked).collect();
        let matches = union(&sets, |layer, category| {
            let asked = *asked.get(layer)?;
            let wanted = asked == 0 || asked >> category & 1 == 1;
            wanted.then_some(if several { layer as u8 } else { category })
        });
        self.clusterer = Clusterer::new(matches, RADIUS_PX);
        (self.marked, self.listed) = (None, None);
    }

    /// The points in view, for the list; and the names that the screen lacks.
    fn list(&mut self, camera: &Camera) {
        self.listed = Some(*camera);
        let in_view = self.clusterer.matches().within(camera.bounds());
        if let Some((list, _)) = &mut self.parts {
            list.items = in_view;
        }
        self.write_list(true);
    }

    /// Writes the rows on screen. `moved`: they are other ones than before.
    fn write_list(&mut self, moved: bool) {
        let Some((mut list, panel)) = self.parts.take() else {
            return;
        };
        let shown = self.are_shown();
        list.write(shown, moved, self.texts, &|item| self.name(item));
        self.parts = Some((list, panel));
    }

    /// Bytes of memory that the layers take or are about to take.
    fn claimed(&self) -> u64 {
        let there = self
            .layers
            .iter()
            .filter(|layer| layer.state != State::Gone);
        there.map(|layer| memory(layer.about.points)).sum()
    }
}

/// Whether the colours tell layers apart, and not categories.
fn several(layers: &[PointLayer]) -> bool {
    layers
        .iter()
        .filter(|layer| layer.state != State::Gone)
        .count()
        > 1
}

impl Stage {
    /// The points of a layer are here, or it is put away.
    fn set_points(this: &SharedStage, index: usize, state: State, points: PointSet) {
        let mut stage = this.borrow_mut();
        if let Some(layer) = stage.layers.layers.get_mut(index) {
            (layer.state, layer.points) = (state, points);
        }
        stage.layers.filter();
        legend::colour(&stage.layers.layers);
        drop(stage);
        Self::repaint(this);
    }

    /// Shows a category of a layer alone, or with those that are; or no longer.
    fn toggle_category(this: &SharedStage, index: usize, category: u8) -> bool {
        let mut stage = this.borrow_mut();
        let bit = 1 << category;
        let layer = stage.layers.layers.get_mut(index);
        let pressed = layer.is_some_and(|layer| {
            layer.asked ^= bit;
            layer.asked & bit != 0
        });
        stage.layers.filter();
        drop(stage);
        Self::repaint(this);
        pressed
    }

    /// Writes the list of the points in view once the map has rested a moment.
    pub fn list_points_at_rest(this: &SharedStage) {
        let mut stage = this.borrow_mut();
        let camera = stage.camera();
        let layers = &mut stage.layers;
        if layers.layers.is_empty() || layers.listed == Some(camera) || layers.waiting {
            return;
        }
        layers.waiting = true;
        let stage = this.clone();
        react::later(REST_MS, move || {
            let mut map = stage.borrow_mut();
            map.layers.waiting = false;
            let rests = map.camera() == camera;
            if rests {
                map.layers.list(&camera);
            }
            drop(map);
            if rests {
                Self::name_points(&stage);
            } else {
                Self::list_points_at_rest(&stage);
            }
        });
    }

    /// Names have come, or other rows are seen.
    fn write_points(this: &SharedStage) {
        this.borrow_mut().layers.write_list(false);
        Self::name_points(this);
    }
}
