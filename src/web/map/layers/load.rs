//! Loads a layer: first what it is, then, if there is memory enough, its points, with their progress.

use super::super::super::fetch::{self, FetchError};
use super::super::super::{dom, react};
use super::super::stage::{SharedStage, Stage};
use super::{Layers, State};
use crate::data::points::Layer;
use crate::map::{PointSet, memory};
use crate::view::{Notice, Store};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, ReadableStreamDefaultReader};

/// What a browser that does not say how much memory there is is thought to have, bytes.
const LIKELY_MEMORY: f64 = 4e9;
/// The share of a device's memory that layers may take.
const SHARE: f64 = 0.125;
/// Progress is told by steps of this, percent: few enough to be listened to.
const STEP: u32 = 5;
/// Bytes that a point takes in `points.bin` at most.
const MOST_BYTES_A_POINT: u32 = 9;

/// Loads a layer and shows it, or says why not.
pub fn start(stage: &SharedStage, store: Store, index: usize) {
    let stage = stage.clone();
    react::spawn(async move {
        let loaded = load(&stage, store, index).await;
        if !stage.borrow().layers.is_coming(index) {
            return;
        }
        match loaded {
            Ok(points) => Stage::set_points(&stage, index, State::Here, points),
            Err(why) => {
                Stage::set_points(&stage, index, State::Gone, PointSet::default());
                stage.borrow().layers.tell_failure(index, &why);
                store.tell(Notice::error(why));
            }
        }
    });
}

async fn load(stage: &SharedStage, store: Store, index: usize) -> Result<PointSet, String> {
    let texts = store.texts;
    let failed = |path: &str, error: FetchError| (texts.file_failed)(path, &error.words(texts));
    let path = stage.borrow().layers.path(index, "layer");
    let bytes = fetch::bytes(&path).await.map_err(|error| match error {
        FetchError::Status(404) => (texts.no_such_layer)(stage.borrow().layers.id(index)),
        error => failed(&path, error),
    })?;
    let about = Layer::decode(&bytes)
        .map_err(|error| failed(&path, FetchError::Unreadable(error.into())))?;

    let (needed, there) = (memory(about.points), memory_there());
    let left = there - stage.borrow().layers.claimed() as f64;
    if needed as f64 > left {
        let megabytes = |bytes: f64| (bytes.max(0.0) / 1e6).ceil() as u64;
        return Err((texts.layer_too_large)(
            about.points as usize,
            megabytes(needed as f64),
            megabytes(left),
        ));
    }
    let path = stage.borrow().layers.path(index, "points");
    let expected = about
        .points_bytes
        .min(about.points.saturating_mul(MOST_BYTES_A_POINT));
    let signal = stage.borrow_mut().layers.know(index, about.clone());
    let mut told = u32::MAX;
    let mut progress = |received: usize| {
        let percent = (received as f64 * 100.0 / f64::from(about.points_bytes.max(1))).min(100.0);
        let percent = percent as u32 / STEP * STEP;
        if std::mem::replace(&mut told, percent) != percent {
            stage.borrow().layers.tell_progress(index, percent);
        }
    };
    progress(0);
    let bytes = stream(&path, signal.as_ref(), expected as usize, progress)
        .await
        .map_err(|error| failed(&path, error))?;
    dom::begin("layer-decode");
    let columns = about
        .columns(&bytes)
        .map_err(|error| failed(&path, FetchError::Unreadable(error.into())))?;
    drop(bytes);
    let (keys, categories) = columns.into_parts();
    stage.borrow().layers.tell_categories(index, &categories);
    let points = PointSet::from_sorted(keys, categories).unwrap_or_default();
    dom::end("layer-decode");
    Ok(points)
}

/// What layers may take of this device's memory, bytes.
fn memory_there() -> f64 {
    let gigabytes = || {
        let navigator = Reflect::get(&JsValue::from(dom::window()?), &"navigator".into()).ok()?;
        Reflect::get(&navigator, &"deviceMemory".into())
            .ok()?
            .as_f64()
    };
    gigabytes().map_or(LIKELY_MEMORY, |gigabytes| gigabytes * 1e9) * SHARE
}

/// The bytes of a file. `progress` is told how many have come.
async fn stream(
    path: &str,
    signal: Option<&AbortSignal>,
    expected: usize,
    mut progress: impl FnMut(usize),
) -> Result<Vec<u8>, FetchError> {
    let network = |_: JsValue| FetchError::Network;
    let response = fetch::response(path, signal).await?;
    let body = response.body().ok_or(FetchError::Network)?;
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::with_capacity(expected);
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(network)?;
        let value = Reflect::get(&part, &"value".into()).map_err(network)?;
        let Ok(value) = value.dyn_into::<Uint8Array>() else {
            return Ok(bytes);
        };
        bytes.extend_from_slice(&value.to_vec());
        progress(bytes.len());
    }
}

impl Layers {
    pub(super) fn path(&self, index: usize, file: &str) -> String {
        format!("data/points/{}/{file}.bin", self.id(index))
    }

    fn id(&self, index: usize) -> &str {
        self.layers.get(index).map_or("", |layer| &layer.id)
    }

    fn is_coming(&self, index: usize) -> bool {
        self.layers
            .get(index)
            .is_some_and(|layer| layer.state == State::Coming)
    }

    /// Keeps what a layer is; gives what stops its loading.
    fn know(&mut self, index: usize, about: Layer) -> Option<AbortSignal> {
        let layer = self.layers.get_mut(index)?;
        layer.entry.know(&about);
        layer.about = about;
        layer.abort.as_ref().map(|abort| abort.signal())
    }

    fn tell_progress(&self, index: usize, percent: u32) {
        if let Some(layer) = self.layers.get(index) {
            layer.entry.tell_progress(percent, self.texts);
        }
    }

    fn tell_categories(&self, index: usize, categories: &[u8]) {
        if let Some(layer) = self.layers.get(index) {
            layer
                .entry
                .tell_categories(&layer.about, categories, self.texts);
        }
    }

    fn tell_failure(&self, index: usize, why: &str) {
        if let Some(layer) = self.layers.get(index) {
            layer.entry.tell_failure(why, self.texts);
        }
    }
}
