//! Loads the catalogue once, and the sheet that is open.

use super::fetch::{self, FetchError};
use super::react;
use crate::address::Panel;
use crate::data::{FileKind, decode_catalogue, decode_one};
use crate::view::{Loadable, Notice, Sheet, Store};
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use std::sync::Arc;

const CATALOGUE: &str = "data/catalogue.bin";

/// Loads the catalogue; what is damaged is told, what is whole is shown.
pub async fn load_catalogue(store: Store) {
    let texts = store.texts;
    let read = fetch::bytes(CATALOGUE)
        .await
        .and_then(|bytes| decode_catalogue(&bytes).map_err(FetchError::Unreadable));
    match read {
        Ok(partial) => {
            let count = partial.value.initiatives.len();
            if partial.lost > 0 {
                store.tell(Notice::error((texts.partly_read)(
                    count,
                    count + partial.lost,
                )));
            }
            store
                .catalogue
                .set(Loadable::Ready(Arc::new(partial.value)));
        }
        Err(error) => {
            let sentence = (texts.file_failed)(CATALOGUE, &error.words(texts));
            store.tell(Notice::error(sentence.clone()));
            store.catalogue.set(Loadable::Failed(sentence));
        }
    }
}

/// Loads the open sheet whenever another one opens, or when asked to again.
pub fn follow_panel(store: Store) {
    react::effect(move || {
        store.reload.track();
        let panel = store.panel.get();
        store.sheet.set(Loadable::Loading);
        react::spawn(async move {
            let Some(loaded) = load_sheet(store, &panel).await else {
                return;
            };
            // The visitor may have opened another sheet meanwhile.
            if store.panel.with_untracked(|current| *current == panel) {
                store.sheet.set(loaded);
            }
        });
    });
}

async fn load_sheet(store: Store, panel: &Panel) -> Option<Loadable<Sheet>> {
    match panel {
        Panel::List => None,
        Panel::Initiative(id) => Some(
            load(
                store,
                FileKind::Initiative,
                "initiatives",
                id,
                Sheet::Initiative,
            )
            .await,
        ),
        Panel::Lever(lever) => {
            Some(load(store, FileKind::Lever, "leviers", lever.id(), Sheet::Lever).await)
        }
    }
}

async fn load<T: DeserializeOwned>(
    store: Store,
    kind: FileKind,
    folder: &str,
    id: &str,
    sheet: fn(Arc<T>) -> Sheet,
) -> Loadable<Sheet> {
    let path = format!("data/{folder}/{id}.bin");
    let read = fetch::bytes(&path)
        .await
        .and_then(|bytes| decode_one(kind, &bytes).map_err(FetchError::Unreadable));
    match read {
        Ok(value) => Loadable::Ready(sheet(Arc::new(value))),
        Err(FetchError::Status(404)) if kind == FileKind::Initiative => {
            Loadable::Failed((store.texts.no_such_initiative)(id))
        }
        Err(error) => Loadable::Failed((store.texts.file_failed)(&path, &error.words(store.texts))),
    }
}
