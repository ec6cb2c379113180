//! Loads a layer: first what it is, then, if there is memory enough, its points, with their progress.

use crate::handle::{Handle, LATE_MS};
use crate::layer::LayerState;
use crate::request::Request;
use engine::{PointSet, memory};
use js_sys::{Promise, Reflect, Uint8Array};
use model::data::points::Layer;
use model::data::{FetchError, FileError};
use page::dom;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// The memory assumed of a device whose browser does not say, in bytes.
const LIKELY_MEMORY: f64 = 4e9;
/// The share of a device's memory that layers may take.
const SHARE: f64 = 0.125;
/// The file that tells of a layer, and that of its points.
const LAYER: &str = "layer";
const POINTS: &str = "points";

/// Why a layer does not come.
enum Failure {
    /// A file does not come, or cannot be read.
    File(FetchError),
    /// It needs more memory than is left, both in bytes.
    TooLarge(f64, f64),
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::File(FetchError::Unreadable(error))
    }
}

/// What is done with a file of a layer.
type Then = fn(&Handle, usize, &[u8]) -> Result<(), Failure>;

/// Loads all layers.
pub fn start(handle: &Handle) {
    let count = handle.state().layers.len();
    (0..count).for_each(|index| start_one(handle, index));
}

/// Asks again for what did not come.
pub fn retry(handle: &Handle) {
    let again = handle.state_mut().retry();
    for index in again {
        start_one(handle, index);
    }
    handle.name_points();
}

/// Loads a layer and shows it, or says why not. Once the layer is put away, nobody hears of it.
fn start_one(handle: &Handle, index: usize) {
    let path = handle.state().path(index, LAYER);
    let asked = handle.read().call1(&JsValue::NULL, &path.into());
    let weak = handle.weak();
    spawn_local(async move {
        let bytes = match asked.map(JsCast::dyn_into::<Promise>) {
            Ok(Ok(promise)) => JsFuture::from(promise).await,
            Ok(Err(reason)) | Err(reason) => Err(reason),
        };
        if let Some(handle) = weak() {
            let bytes = bytes.map(|buffer| Uint8Array::new(&buffer).to_vec());
            done(&handle, index, LAYER, know, bytes.map_err(refused));
        }
    });
}

/// Why a promise of the page was broken: a status, or an error of the network.
fn refused(reason: JsValue) -> FetchError {
    let status = reason.as_f64().map(|status| status as u16);
    status.map_or(FetchError::Network, FetchError::Status)
}

/// Asks for a file of a layer, whose progress is told.
fn ask(handle: &Handle, index: usize, file: &'static str, then: Then) {
    let path = handle.state().path(index, file);
    if let Some(bytes) = handle.held(&path) {
        // Later, as a file comes: whoever asks may have borrowed the state.
        handle.later(0, move |handle| done(handle, index, file, then, Ok(bytes)));
        return;
    }
    let (coming, come) = (handle.weak(), handle.weak());
    let progress = move |received| {
        if let Some(handle) = coming() {
            handle.state_mut().tell_progress(index, received);
        }
    };
    let ended = move |bytes| {
        if let Some(handle) = come() {
            done(&handle, index, file, then, bytes);
        }
    };
    let request = Request::new(&path, Box::new(progress), Box::new(ended));
    if let Some(layer) = handle.state_mut().layers.get_mut(index) {
        layer.request = request;
    }
    watch(handle, index, file, 0.0);
}

/// Tells when no byte of a layer's points comes for a while. They may come later.
fn watch(handle: &Handle, index: usize, file: &'static str, received: f64) {
    handle.later(LATE_MS, move |handle| {
        let stalled = handle.state_mut().stalls(index, received);
        match stalled {
            Some(true) => {
                let texts = handle.state().texts;
                let path = handle.state().path(index, file);
                let words = FetchError::Network.words(texts.files);
                handle.tell((texts.files.file_failed)(&path, &words), true);
            }
            Some(false) => {
                let layer = handle.state().layers.get(index).map(|layer| layer.received);
                watch(handle, index, file, layer.unwrap_or_default());
            }
            None => {}
        }
    });
}

/// A file of a layer has come, or not.
fn done(handle: &Handle, index: usize, file: &str, then: Then, bytes: Result<Vec<u8>, FetchError>) {
    if !handle.state().is_coming(index) {
        return;
    }
    let bytes = bytes.map_err(Failure::File);
    if let Err(why) = bytes.and_then(|bytes| then(handle, index, &bytes)) {
        fail(handle, index, file, why);
    }
}

/// What the layer is has come: its points are asked for, unless they are too many.
fn know(handle: &Handle, index: usize, bytes: &[u8]) -> Result<(), Failure> {
    let about = Layer::decode(bytes)?;
    let needed = memory(about.points) as f64;
    let left = memory_there() - handle.state().claimed();
    handle.state_mut().know(index, about);
    if needed > left {
        return Err(Failure::TooLarge(needed, left));
    }
    ask(handle, index, POINTS, show);
    Ok(())
}

/// The points have come.
fn show(handle: &Handle, index: usize, bytes: &[u8]) -> Result<(), Failure> {
    dom::begin("layer-decode");
    let points = handle.state_mut().decode(index, bytes)?;
    dom::end("layer-decode");
    handle.set_points(index, LayerState::Here, points);
    Ok(())
}

fn fail(handle: &Handle, index: usize, file: &str, why: Failure) {
    let again = matches!(why, Failure::File(_));
    let state = if again {
        LayerState::Failed
    } else {
        LayerState::Gone
    };
    handle.set_points(index, state, PointSet::default());
    if let Some(words) = tell_entry(handle, index, file, why) {
        handle.tell(words, again);
    }
}

/// Says in the legend why a layer does not come. Returns the sentence.
fn tell_entry(handle: &Handle, index: usize, file: &str, why: Failure) -> Option<String> {
    let state = handle.state();
    let (texts, megabytes) = (state.texts, |bytes: f64| (bytes.max(0.0) / 1e6) as u64);
    let layer = state.layers.get(index)?;
    let words = match why {
        Failure::File(FetchError::Status(404)) => (texts.no_such_layer)(&layer.id),
        Failure::File(error) => {
            let path = state.path(index, file);
            (texts.files.file_failed)(&path, &error.words(texts.files))
        }
        Failure::TooLarge(needed, left) => {
            let points = layer.about.points as usize;
            (texts.too_large)(points, megabytes(needed), megabytes(left))
        }
    };
    layer.entry.tell_failure(&words, texts);
    Some(words)
}

/// What layers may take of this device's memory, in bytes.
fn memory_there() -> f64 {
    let gigabytes = || {
        let navigator = Reflect::get(&JsValue::from(dom::window()?), &"navigator".into()).ok()?;
        let gigabytes = Reflect::get(&navigator, &"deviceMemory".into()).ok()?;
        Some(gigabytes.as_f64()? * 1e9)
    };
    gigabytes().unwrap_or(LIKELY_MEMORY) * SHARE
}
