//! Loads the catalogue, what filters need beyond it, and the sheet that is open.

use crate::browser::fetch::{self, FetchError};
use crate::browser::react;
use crate::state::{Lack, Loadable, Notice, Store};
use leptos::prelude::*;
use model::data::{FileKind, Partial, SheetTree, complete, decode_catalogue, decode_one};
use model::domain::{Catalogue, Target};
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

/// The file of the catalogue.
const CATALOGUE: &str = "data/catalogue.bin";

/// Reads the catalogue once it has come, and the facets beyond levers when they are asked for; what is damaged is told, what is whole is
/// shown. Boxed: one copy for all callers.
pub fn load_catalogue(store: Store) -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(async move {
        let facets = ["data/", store.texts.lang.id(), "/facets.bin"].concat();
        let mut path = CATALOGUE;
        let mut read = fetch::bytes(path).await.and_then(read_catalogue);
        let mut rows = None;
        if read.is_ok() && wants_facets(store) {
            path = &facets;
            match fetch::bytes(path).await.and_then(read_facets) {
                Ok(facets) => rows = Some(facets),
                Err(error) => read = Err(error),
            }
        }
        match read {
            Ok(partial) => keep_catalogue(store, partial, rows),
            Err(error) => {
                let texts = store.texts.files;
                let sentence = (texts.file_failed)(path, &error.words(texts));
                store.tell(Notice::lack(Lack::Catalogue, sentence.clone()));
                // One that is here stays.
                if store.catalogue.read_untracked().ready().is_none() {
                    store.catalogue.set(Loadable::Failed(sentence));
                }
            }
        }
    })
}

/// Whether facets beyond levers are asked for, by the visitor or by the address, and are not here.
fn wants_facets(store: Store) -> bool {
    let wanted = store.wants_facets.get() || store.filters.read().ask_more();
    wanted && store.names.read().is_empty()
}

fn read_facets(bytes: Vec<u8>) -> Result<Vec<(String, String)>, FetchError> {
    decode_one(FileKind::Facets, &bytes).map_err(FetchError::Unreadable)
}

fn read_catalogue(bytes: Vec<u8>) -> Result<Partial<Catalogue>, FetchError> {
    decode_catalogue(&bytes).map_err(FetchError::Unreadable)
}

fn keep_catalogue(
    store: Store,
    Partial { mut value, lost }: Partial<Catalogue>,
    facets: Option<Vec<(String, String)>>,
) {
    if lost > 0 {
        let count = value.initiatives.len();
        let sentence = (store.texts.partly_read)(count, count + lost);
        store.tell(Notice::error(sentence));
    }
    store.found(Lack::Catalogue);
    if let Some(rows) = facets {
        store.names.set(complete(rows, &mut value));
    }
    store.catalogue.set(Loadable::Ready(Arc::new(value)));
}

/// Asks for the catalogue again when it did not come, and when the facets that come with it are wanted.
pub fn follow_catalogue(store: Store) {
    react::effect(move || {
        store.retry.track();
        let wanted = wants_facets(store);
        let catalogue = store.catalogue.read_untracked();
        if catalogue.has_failed() || (wanted && catalogue.ready().is_some()) {
            react::spawn(load_catalogue(store));
        }
    });
}

/// Loads the open sheet whenever another one opens, and asks for it again when it did not come.
pub fn follow_panel(store: Store) {
    let mut before = None;
    // Counts the times a sheet was asked for: only the last answer counts.
    let last: Rc<Cell<u32>> = Rc::default();
    react::effect(move || {
        store.retry.track();
        let panel = store.panel.get();
        let same = before.replace(panel.clone()) == Some(panel.clone());
        if same && !store.sheet.read_untracked().has_failed() {
            return;
        }
        store.sheet_of.set_value(None);
        store.sheet.set(Loadable::Loading);
        let turn = last.get() + 1;
        last.set(turn);
        let last = last.clone();
        react::spawn(async move {
            let Some(target) = panel else { return };
            let loaded = load_sheet(store, &target).await;
            if last.get() == turn {
                store.sheet_of.set_value(Some(target));
                store.sheet.set(loaded);
            }
        });
    });
}

async fn load_sheet(store: Store, target: &Target) -> Loadable<Arc<SheetTree>> {
    let texts = store.texts;
    let path = format!("data/{}/{}.bin", texts.lang.id(), target.path());
    let read = fetch::bytes(&path)
        .await
        .and_then(|bytes| decode_one(FileKind::Sheet, &bytes).map_err(FetchError::Unreadable));
    match read {
        Ok(tree) => Loadable::Ready(Arc::new(tree)),
        Err(FetchError::Status(404)) => Loadable::Failed((texts.no_such_sheet)(&target.id)),
        Err(error) => Loadable::Failed((texts.files.file_failed)(&path, &error.words(texts.files))),
    }
}
