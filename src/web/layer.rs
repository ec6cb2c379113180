//! Loads a layer of points: first what it is, then, if there is memory enough, its points with their progress, then the names
//! of those on screen.

use super::fetch::{self, FetchError};
use super::map::{SharedStage, Stage};
use super::{dom, react};
use crate::data::FrameError;
use crate::data::points::{Columns, Layer};
use crate::map::{LEVERS, PointSet, memory};
use crate::view::{LayerState, Notice, Store};
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::ReadableStreamDefaultReader;

/// What a browser that does not say how much memory there is is thought to have, bytes.
const LIKELY_MEMORY: f64 = 4e9;
/// The share of a device's memory that one layer may take.
const SHARE: f64 = 0.125;

/// Loads the layer that the address asks for, once the map is there.
pub fn follow(store: Store, stage: &SharedStage) {
    let Some(id) = store.options.with_value(|options| options.layer.clone()) else {
        return;
    };
    let cancelled = Rc::new(Cell::new(false));
    let stop = cancelled.clone();
    let (layer, put_away) = (store.layer, stage.clone());
    let mut first = true;
    react::effect(move || {
        layer.cancel.track();
        if std::mem::take(&mut first) {
            return;
        }
        stop.set(true);
        layer.point.set(None);
        layer.state.set(LayerState::None);
        Stage::set_layer(&put_away, None);
    });
    follow_names(store, id.clone());
    let stage = stage.clone();
    react::spawn(async move {
        layer.state.set(LayerState::Loading(None, 0.0));
        match load(store, &id, &cancelled).await {
            Ok((info, columns)) if !cancelled.get() => {
                let (keys, categories) = columns.into_parts();
                layer.counts.set(counts(&categories));
                layer.state.set(LayerState::Ready(info));
                Stage::set_layer(&stage, PointSet::from_sorted(keys, categories));
            }
            Ok(_) => {}
            Err(_) if cancelled.get() => {}
            Err(why) => {
                store.tell(Notice::error(why.clone()));
                layer.state.set(LayerState::Failed(why));
            }
        }
    });
}

type Loaded = (Arc<Layer>, Columns);

async fn load(store: Store, id: &str, cancelled: &Cell<bool>) -> Result<Loaded, String> {
    let texts = store.texts;
    let path = format!("data/points/{id}/layer.bin");
    let failed = |path: &str, error: FetchError| match error {
        FetchError::Status(404) => (texts.no_such_layer)(id),
        error => (texts.file_failed)(path, &error.words(texts)),
    };
    let bytes = fetch::bytes(&path)
        .await
        .map_err(|error| failed(&path, error))?;
    let damaged = |path: &str| failed(path, FetchError::Unreadable(FrameError::Truncated));
    let info = Layer::decode(&bytes).map_err(|_| damaged(&path))?;
    let (needed, there) = (memory(info.points), memory_there());
    if needed as f64 > there {
        let megabytes = |bytes: f64| (bytes / 1e6) as u64;
        return Err((texts.layer_too_large)(
            info.points as usize,
            megabytes(needed as f64),
            megabytes(there),
        ));
    }
    let info = Arc::new(info);
    let path = format!("data/points/{id}/points.bin");
    let progress = |received: usize| {
        let share = received as f64 / (info.points_bytes.max(1) as f64);
        let state = LayerState::Loading(Some(info.clone()), share.min(1.0));
        store.layer.state.set(state);
        !cancelled.get()
    };
    let bytes = stream(&path, info.points_bytes as usize, progress)
        .await
        .map_err(|error| failed(&path, error))?;
    dom::mark("layer-received");
    let columns = info.columns(&bytes).map_err(|_| damaged(&path))?;
    dom::mark("layer-decoded");
    Ok((info, columns))
}

/// Points of each category.
fn counts(categories: &[u8]) -> Vec<u32> {
    let mut counts = vec![0; LEVERS];
    for &category in categories {
        if let Some(count) = counts.get_mut(usize::from(category)) {
            *count += 1;
        }
    }
    counts
}

/// What one layer may take of this device's memory, bytes.
fn memory_there() -> f64 {
    let gigabytes = || {
        let navigator = Reflect::get(&JsValue::from(dom::window()?), &"navigator".into()).ok()?;
        Reflect::get(&navigator, &"deviceMemory".into())
            .ok()?
            .as_f64()
    };
    gigabytes().map_or(LIKELY_MEMORY, |gigabytes| gigabytes * 1e9) * SHARE
}

/// The bytes of a file, as they come. `progress` is told how many have come, and says whether to go on.
async fn stream(
    path: &str,
    expected: usize,
    progress: impl Fn(usize) -> bool,
) -> Result<Vec<u8>, FetchError> {
    let response = fetch::response(path).await?;
    let network = |_: JsValue| FetchError::Network;
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
        if !progress(bytes.len()) {
            let _ = reader.cancel();
            return Err(FetchError::Network);
        }
    }
}

/// Fetches the blocks of names of what is on screen: rows of the list, points of the map, the point whose panel is open.
fn follow_names(store: Store, id: String) {
    let layer = store.layer;
    let asked = StoredValue::new(Vec::<u32>::new());
    react::effect(move || {
        let Some(info) = layer.info() else { return };
        let (rows, in_view) = (layer.rows.get(), layer.in_view.get());
        let listed = in_view.get(rows).unwrap_or_default().iter().copied();
        let marked = layer.marked.get();
        let open = layer.point.get().map(|point| point.item);
        let items = listed.chain(marked.iter().copied()).chain(open);
        for block in items.map(|item| info.block_of(item).0) {
            if asked.with_value(|asked| asked.contains(&block)) {
                continue;
            }
            asked.update_value(|asked| asked.push(block));
            let path = format!("data/points/{id}/names-{block}.bin");
            let info = info.clone();
            react::spawn(async move {
                let bytes = fetch::bytes(&path).await.unwrap_or_default();
                let read = info.names(block, &bytes).ok();
                let read =
                    read.map(|names| names.into_iter().map(str::to_owned).collect::<Vec<_>>());
                // Without its names a point is still there, by its number; asked again when it is next on screen.
                match read {
                    Some(names) => layer
                        .names
                        .update(|known| drop(known.insert(block, Arc::new(names)))),
                    None => asked.update_value(|asked| asked.retain(|known| *known != block)),
                }
            });
        }
    });
}
