//! The layers: what is known of them, and the parts of the page that show it.

use crate::layer::{LayerState, PointLayer};
use crate::legend::Entry;
use crate::list::List;
use crate::marks::{LayerMarks, RADIUS_PX};
use crate::names::Names;
use crate::palette::LAYERS;
use crate::panel::Panel;
use engine::geo::World;
use engine::{Camera, MAX_LAYERS, PointSet, Rect, alone, layer_of, memory, union};
use model::Lang;
use model::data::FileError;
use model::data::points::{Layer, NameBlock};
use model::text::layers::LayerTexts;
use overlay::{ClusterButtons, Overlay, Sight, Slides, Updated};
use page::dom;
use std::iter;
use web_sys::{Element, HtmlElement};

/// Progress is told by steps of this many percent: few enough to be listened to.
const STEP: u32 = 5;

/// The layers, and their part of the screen.
pub struct State {
    pub texts: &'static LayerTexts,
    pub layers: Vec<PointLayer>,
    pub names: Names,
    /// The points of all layers that pass their filters: clusters and buttons.
    pub buttons: ClusterButtons,
    /// The group of the buttons.
    pub buttons_host: HtmlElement,
    legend: HtmlElement,
    pub list: List,
    list_host: HtmlElement,
    pub panel: Panel,
    /// Where the map rested when the list was last made, and where it rests now.
    listed: Option<Camera>,
    rests_at: Option<Camera>,
    /// Whether the list is about to follow the map.
    waiting: bool,
    /// A button to focus once nothing is borrowed.
    pub focus: Option<HtmlElement>,
    /// Failures that nobody could be told yet.
    pub untold: Vec<(String, bool)>,
}

impl State {
    /// Layers on their way. `None` where the page has not their templates.
    pub fn new(ids: &str, lang: Lang) -> Option<Self> {
        let texts = LayerTexts::of(lang);
        let part = |class: &str| dom::detached("div", class);
        let (buttons_host, legend, list_host) = (part("markers points"), part(""), part(""));
        dom::set(
            &buttons_host,
            &[("role", "group"), ("aria-label", texts.markers)],
        );
        let ids = ids.split(',').filter(|id| !id.is_empty()).take(MAX_LAYERS);
        let layers: Vec<PointLayer> = iter::zip(0.., ids)
            .map(|(index, id)| {
                Some(PointLayer {
                    id: id.to_owned(),
                    state: LayerState::Coming,
                    about: Layer::default(),
                    points: PointSet::default(),
                    asked: 0,
                    entry: Entry::new(&legend, index, texts)?,
                    request: None,
                    told: None,
                    received: 0.0,
                    stalled: false,
                })
            })
            .collect::<Option<_>>()?;
        Some(Self {
            texts,
            layers,
            names: Names::default(),
            // Spare discs are reused at once for others: only new ones move.
            buttons: ClusterButtons::new(buttons_host.clone(), &LAYERS, RADIUS_PX, Slides::Out),
            buttons_host,
            legend,
            list: List::new(&list_host, texts)?,
            list_host,
            panel: Panel::new(part("")),
            listed: None,
            rests_at: None,
            waiting: false,
            focus: None,
            untold: Vec::new(),
        })
    }

    /// Legend, list and panel, in this order.
    pub fn parts(&self) -> [&HtmlElement; 3] {
        [&self.legend, &self.list_host, &self.panel.host]
    }

    /// Those that are here or on their way.
    pub fn there(&self) -> impl Iterator<Item = &PointLayer> {
        self.layers.iter().filter(|layer| layer.is_there())
    }

    /// Whether something did not come.
    pub fn lacks(&self) -> bool {
        self.names.lacks() || self.layers.iter().any(PointLayer::is_lacking)
    }

    /// Forgets what did not come. Returns the layers to load again.
    pub fn retry(&mut self) -> Vec<usize> {
        self.names.forget_missing();
        let mut again = Vec::new();
        for (index, layer) in self.layers.iter_mut().enumerate() {
            if !layer.is_lacking() {
                continue;
            }
            if let Some(entry) = layer.entry.renewed(self.texts) {
                layer.entry = entry;
            }
            layer.state = LayerState::Coming;
            (layer.request, layer.told) = (None, None);
            (layer.received, layer.stalled) = (0.0, false);
            again.push(index);
        }
        again
    }

    /// Whether no byte of a layer's points came since it had so many.
    pub fn stalls(&mut self, index: usize, received: f64) -> Option<bool> {
        let layer = self.layers.get_mut(index)?;
        let coming = layer.state == LayerState::Coming && layer.request.is_some();
        layer.stalled = coming && layer.received == received;
        coming.then_some(layer.stalled)
    }

    /// Whether one is in this state.
    fn any(&self, state: LayerState) -> bool {
        self.layers.iter().any(|layer| layer.state == state)
    }

    /// Whether the layer is still to be shown.
    pub fn is_coming(&self, index: usize) -> bool {
        let layer = self.layers.get(index);
        layer.is_some_and(|layer| layer.state == LayerState::Coming)
    }

    /// Whether colours tell layers apart rather than categories.
    fn are_several(&self) -> bool {
        self.there().count() > 1
    }

    /// The path of a file of a layer.
    pub fn path(&self, index: usize, file: &str) -> String {
        let id = self.layers.get(index).map_or("", |layer| &layer.id);
        format!("data/points/{id}/{file}.bin")
    }

    /// Bytes of memory that the layers take or are about to take.
    pub fn claimed(&self) -> f64 {
        let claims = self.there().map(|layer| memory(layer.about.points));
        claims.map(|bytes| bytes as f64).sum()
    }

    /// What a layer is has come.
    pub fn know(&mut self, index: usize, about: Layer) {
        if let Some(layer) = self.layers.get_mut(index) {
            layer.entry.know(&about);
            layer.about = about;
        }
        self.tell_progress(index, 0.0);
    }

    /// So many bytes of its points have come.
    pub fn tell_progress(&mut self, index: usize, received: f64) {
        let Some(layer) = self.layers.get_mut(index) else {
            return;
        };
        (layer.received, layer.stalled) = (received, false);
        let share = received / f64::from(layer.about.points_bytes.max(1));
        let percent = (share.min(1.0) * 100.0) as u32 / STEP * STEP;
        if layer.told.replace(percent) != Some(percent) && layer.about.points > 0 {
            layer.entry.tell_progress(percent, self.texts);
        }
    }

    /// The points of a file. The legend says what there is of them.
    ///
    /// # Errors
    /// When the file is damaged or of another edition than its layer.
    pub fn decode(&mut self, index: usize, bytes: &[u8]) -> Result<PointSet, FileError> {
        let layer = self.layers.get_mut(index);
        let layer = layer.ok_or(FileError::Invalid("points of no layer"))?;
        let (keys, categories) = layer.about.columns(bytes)?.into_parts();
        layer
            .entry
            .tell_categories(&layer.about, &categories, self.texts);
        PointSet::from_sorted(keys, categories).ok_or(FileError::Invalid("points out of order"))
    }

    /// The points of a layer are here, or it is gone.
    pub fn set_points(&mut self, index: usize, state: LayerState, points: PointSet) {
        if let Some(layer) = self.layers.get_mut(index) {
            (layer.state, layer.points) = (state, points);
            (layer.request, layer.stalled) = (None, false);
        }
        // With several layers, each has a colour, which its title shows.
        let several = self.are_several();
        for (index, layer) in iter::zip(0u8.., &self.layers) {
            layer.entry.colour(index, several);
        }
        self.unite();
    }

    /// Takes a layer out of the legend. Returns the ids of those left.
    pub fn put_away(&self, index: usize) -> String {
        if let Some(layer) = self.layers.get(index) {
            layer.entry.root.remove();
        }
        let asked = self
            .layers
            .iter()
            .filter(|layer| layer.state != LayerState::Gone);
        let ids: Vec<&str> = asked.map(|layer| layer.id.as_str()).collect();
        ids.join(",")
    }

    /// The layers changed.
    fn unite(&mut self) {
        let layers = &self.layers;
        if let Some((index, layer)) = only(layers) {
            self.buttons
                .change(|matches| alone(matches, index, &layer.points));
        } else {
            let sets: Vec<&PointSet> = layers.iter().map(|layer| &layer.points).collect();
            let passes = |index: usize, category| {
                let wanted = layers.get(index)?.wanted();
                (wanted >> category & 1 == 1).then_some(index as u8)
            };
            self.buttons.change(|matches| union(matches, &sets, passes));
        }
        self.hide();
    }

    /// Hides the points that do not pass the filters of a single layer: its colours are its categories, so no point moves.
    fn hide(&mut self) {
        let mask = only(&self.layers).map_or(u8::MAX, |(_, layer)| layer.wanted());
        self.buttons.change(|matches| matches.show(mask));
        self.listed = None;
    }

    /// Asks for a category of a layer, or no longer. Returns whether it is asked for now.
    pub fn toggle_category(&mut self, index: usize, category: usize) -> bool {
        let bit = 1 << category;
        let Some(layer) = self.layers.get_mut(index) else {
            return false;
        };
        layer.asked ^= bit;
        let pressed = layer.asked & bit != 0;
        // Where colours tell layers apart, the points that pass are put together again.
        if self.are_several() {
            self.unite();
        } else {
            self.hide();
        }
        pressed
    }

    /// The place of a point, and its category.
    pub fn point(&self, item: u32) -> Option<(World, u8)> {
        let (layer, position) = layer_of(item);
        self.layers.get(layer)?.points.point(position)
    }

    /// Opens the panel of a point. Returns its heading, to focus.
    pub fn open_point(&mut self, item: u32) -> Option<HtmlElement> {
        let (layer, (_, category)) = self.layers.get(layer_of(item).0).zip(self.point(item))?;
        let name = self.names.of(&self.layers, item, self.texts);
        let about = &layer.about;
        self.panel.open(item, &name, about, category, self.texts)
    }

    /// Marks a point. Returns its place, and whether it has a mark of its own.
    pub fn select(&mut self, item: u32) -> Option<(World, bool)> {
        let (at, _) = self.point(item)?;
        self.buttons.markers.highlight(Some(item), None);
        Some((at, self.buttons.markers.has_alone(item)))
    }

    /// Closes the panel of the point. Returns what had the focus before it opened.
    pub fn close_point(&mut self) -> Option<HtmlElement> {
        self.buttons.markers.highlight(None, None);
        self.panel.close()
    }

    /// The camera rests there. Returns whether the list is to follow in a moment. Names that did not come are asked for again.
    pub fn rests(&mut self, camera: Camera) -> bool {
        if self.rests_at.replace(camera) != Some(camera) {
            self.names.forget_missing();
        }
        let late = !self.layers.is_empty() && self.listed != Some(camera);
        late && !std::mem::replace(&mut self.waiting, true)
    }

    /// Lists the points in view, if the map still rests there. Returns where it rests, and a row to focus.
    pub fn list_points(&mut self, camera: Camera) -> (Camera, Option<HtmlElement>) {
        self.waiting = false;
        let here = self.rests_at.unwrap_or(camera);
        if here != camera {
            return (here, None);
        }
        self.listed = Some(camera);
        self.list.items.clear();
        let in_view = self.buttons.matches().within(camera.bounds());
        self.list.items.extend(in_view);
        self.list.count(self.any(LayerState::Here), self.texts);
        (here, self.write_list())
    }

    /// Writes the rows on screen. Returns a row to focus, when the one that had the focus is gone.
    pub fn write_list(&mut self) -> Option<HtmlElement> {
        let (layers, names, texts) = (&self.layers, &self.names, self.texts);
        self.list.write(&|item| names.of(layers, item, texts))
    }

    /// A block of names has come; without bytes, it did not. Returns a row to focus, when the one that had the focus is gone.
    pub fn keep_names(&mut self, layer: usize, block: u32, bytes: &[u8]) -> Option<HtmlElement> {
        let about = self.layers.get(layer).map(|layer| &layer.about);
        let names = about.and_then(|about| about.names(block, bytes).ok());
        let names = names.map(|names| NameBlock::new(&names));
        self.names.keep(layer, block, names);
        self.renamed();
        if let Some(item) = self.panel.item {
            let name = self.names.of(&self.layers, item, self.texts);
            self.panel.rename(&name);
        }
        self.write_list()
    }

    /// The items whose names the screen shows.
    pub fn named_on_screen(&self) -> Vec<u32> {
        let marks = self.buttons.markers.marks();
        let alone = marks.flat_map(|mark| mark.items.iter().copied());
        let listed = self.list.on_screen();
        self.panel
            .item
            .into_iter()
            .chain(listed)
            .chain(alone)
            .collect()
    }

    /// Says that all that can be on the map is, if something is.
    fn tell_ready(&self) {
        if !self.any(LayerState::Here) || self.any(LayerState::Coming) {
            return;
        }
        if let Some(root) = dom::root() {
            // Tests and measures wait for it.
            let _ = root.dataset().set("layer", "ready");
        }
    }
}

impl Overlay for State {
    fn update(&mut self, sight: &Sight) -> Updated {
        let Self {
            texts,
            layers,
            names,
            buttons,
            ..
        } = self;
        let is_first = buttons.is_spoilt();
        if is_first {
            dom::begin("layer-first-clusters");
        }
        let updated = buttons.update(sight, |_, seen| {
            let marks = LayerMarks {
                texts,
                layers,
                names,
                town: &|at| (sight.town)(&[], at),
            };
            marks.of(seen, sight.camera)
        });
        if is_first {
            dom::end("layer-first-clusters");
            self.tell_ready();
        }
        updated
    }

    fn follow(&mut self, camera: &Camera) {
        self.buttons.markers.follow(camera);
    }

    fn obstacles(&self, camera: &Camera, rects: &mut Vec<Rect>) {
        rects.extend(self.buttons.markers.rects(camera));
    }

    fn is_pending(&self) -> bool {
        self.any(LayerState::Coming)
    }

    fn rested(&mut self, _camera: &Camera) {}

    fn renamed(&mut self) {
        if !self.layers.is_empty() {
            self.buttons.spoil();
        }
    }

    fn place_of(&self, button: &Element) -> Option<World> {
        self.buttons.markers.mark_of(button).map(|mark| mark.at)
    }
}

/// The only layer there is, with its index: the colours are those of its categories.
fn only(layers: &[PointLayer]) -> Option<(usize, &PointLayer)> {
    let layers = layers.iter().enumerate();
    let mut there = layers.filter(|(_, layer)| layer.is_there());
    let first = there.next();
    first.filter(|_| there.next().is_none())
}
