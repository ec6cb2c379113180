//! Loads a layer: first what it is, then, if there is memory enough, its points, with their progress.

use super::request::Request;
use super::{Layers, State};
use crate::browser::dom;
use crate::browser::fetch::{self, FetchError};
use crate::browser::react;
use crate::map::stage::{SharedStage, Stage};
use crate::state::Notice;
use engine::{PointSet, memory};
use js_sys::Reflect;
use model::data::FileError;
use model::data::points::Layer;
use wasm_bindgen::JsValue;

/// What a browser that does not say how much memory there is is thought to have, bytes.
const LIKELY_MEMORY: f64 = 4e9;
/// The share of a device's memory that layers may take.
const SHARE: f64 = 0.125;
/// The file that tells of a layer, and that of its points.
const LAYER: &str = "layer";
const POINTS: &str = "points";
/// Progress is told by steps of this, percent: few enough to be listened to.
const STEP: u32 = 5;

/// Why a layer does not come.
enum Failure {
    /// A file does not come, or cannot be read.
    File(FetchError),
    /// It needs so many bytes of memory, of those that are left.
    TooLarge(f64, f64),
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::File(FetchError::Unreadable(error))
    }
}

/// What is done with a file of a layer.
type Then = fn(&SharedStage, usize, &[u8]) -> Result<(), Failure>;

/// Loads a layer and shows it, or says why not. Once the layer is put away, nobody hears of it.
pub fn start(stage: &SharedStage, index: usize) {
    let path = stage.borrow().layers.path(index, LAYER);
    let stage = stage.clone();
    react::spawn(async move {
        let bytes = fetch::bytes(&path).await;
        if stage.borrow().layers.is_coming(index) {
            done(&stage, index, LAYER, know, bytes);
        }
    });
}

/// Asks for the points of a layer, whose progress is told.
fn ask_points(stage: &SharedStage, index: usize) {
    let path = stage.borrow().layers.path(index, POINTS);
    let (coming, come) = (stage.clone(), stage.clone());
    let request = Request::new(
        &path,
        Box::new(move |received| coming.borrow_mut().layers.tell_progress(index, received)),
        Box::new(move |bytes| done(&come, index, POINTS, show, bytes)),
    );
    if let Some(layer) = stage.borrow_mut().layers.layers.get_mut(index) {
        layer.request = request;
    }
}

/// A file of a layer has come, or not.
fn done(
    stage: &SharedStage,
    index: usize,
    file: &str,
    then: Then,
    bytes: Result<Vec<u8>, FetchError>,
) {
    let bytes = bytes.map_err(Failure::File);
    if let Err(why) = bytes.and_then(|bytes| then(stage, index, &bytes)) {
        fail(stage, index, file, why);
    }
}

/// What the layer is has come: its points are asked for, unless they are too many.
fn know(stage: &SharedStage, index: usize, bytes: &[u8]) -> Result<(), Failure> {
    let about = Layer::decode(bytes)?;
    let needed = memory(about.points) as f64;
    let left = memory_there() - stage.borrow().layers.claimed();
    stage.borrow_mut().layers.know(index, about);
    if needed > left {
        return Err(Failure::TooLarge(needed, left));
    }
    ask_points(stage, index);
    Ok(())
}

/// The points have come.
fn show(stage: &SharedStage, index: usize, bytes: &[u8]) -> Result<(), Failure> {
    dom::begin("layer-decode");
    let points = stage.borrow_mut().layers.decode(index, bytes)?;
    dom::end("layer-decode");
    Stage::set_points(stage, index, State::Here, points);
    Stage::make_buttons(stage);
    Ok(())
}

fn fail(stage: &SharedStage, index: usize, file: &str, why: Failure) {
    Stage::set_points(stage, index, State::Gone, PointSet::default());
    let map = stage.borrow();
    let (store, layers) = (map.store(), &map.layers);
    let (texts, megabytes) = (store.texts, |bytes: f64| (bytes.max(0.0) / 1e6) as u64);
    let Some(layer) = layers.layers.get(index) else {
        return;
    };
    let words = match why {
        Failure::File(FetchError::Status(404)) => (texts.no_such_layer)(&layer.id),
        Failure::File(error) => (texts.file_failed)(&layers.path(index, file), &error.words(texts)),
        Failure::TooLarge(needed, left) => {
            let points = layer.about.points as usize;
            (texts.layer_too_large)(points, megabytes(needed), megabytes(left))
        }
    };
    layer.entry.tell_failure(&words, texts);
    store.tell(Notice::error(words));
}

/// What layers may take of this device's memory, bytes.
fn memory_there() -> f64 {
    let gigabytes = || {
        let navigator = Reflect::get(&JsValue::from(dom::window()?), &"navigator".into()).ok()?;
        let gigabytes = Reflect::get(&navigator, &"deviceMemory".into()).ok()?;
        Some(gigabytes.as_f64()? * 1e9)
    };
    gigabytes().unwrap_or(LIKELY_MEMORY) * SHARE
}

impl Layers {
    /// Whether the layer is still to be shown.
    fn is_coming(&self, index: usize) -> bool {
        let layer = self.layers.get(index);
        layer.is_some_and(|layer| layer.state == State::Coming)
    }

    /// Where a file of a layer is.
    pub(super) fn path(&self, index: usize, file: &str) -> String {
        let id = self.layers.get(index).map_or("", |layer| &layer.id);
        format!("data/points/{id}/{file}.bin")
    }

    /// Bytes of memory that the other layers take or are about to take.
    fn claimed(&self) -> f64 {
        let claims = self.there().map(|layer| memory(layer.about.points));
        claims.map(|bytes| bytes as f64).sum()
    }

    fn know(&mut self, index: usize, about: Layer) {
        if let Some(layer) = self.layers.get_mut(index) {
            layer.entry.know(&about);
            layer.about = about;
        }
        self.tell_progress(index, 0.0);
    }

    fn tell_progress(&mut self, index: usize, received: f64) {
        let Some(layer) = self.layers.get_mut(index) else {
            return;
        };
        let share = received / f64::from(layer.about.points_bytes.max(1));
        let percent = (share.min(1.0) * 100.0) as u32 / STEP * STEP;
        if layer.told.replace(percent) != Some(percent) && layer.about.points > 0 {
            layer.entry.tell_progress(percent, self.texts);
        }
    }

    /// The points of a file; the legend says what there is of them.
    fn decode(&mut self, index: usize, bytes: &[u8]) -> Result<PointSet, FileError> {
        let layer = self.layers.get_mut(index);
        let layer = layer.ok_or(FileError::Invalid("points of no layer"))?;
        let (keys, categories) = layer.about.columns(bytes)?.into_parts();
        layer
            .entry
            .tell_categories(&layer.about, &categories, self.texts);
        PointSet::from_sorted(keys, categories).ok_or(FileError::Invalid("points out of order"))
    }
}
