//! Fetches the names that the screen lacks.

use crate::handle::{Handle, LATE_MS, focus_on};
use crate::names::Abort;
use crate::state::State;
use gloo_net::http::{Request, RequestBuilder};
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortSignal;

/// The bytes of a file, if it comes.
async fn bytes(asked: RequestBuilder) -> Option<Vec<u8>> {
    let response = asked.send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.binary().await.ok()
}

impl Handle {
    /// Fetches the names that the screen lacks.
    pub fn name_points(&self) {
        for (layer, block) in self.missing_names() {
            let path = self.state().path(layer, &format!("names-{block}"));
            if let Some(bytes) = self.held(&path) {
                self.later(0, move |handle| handle.name(layer, block, &bytes));
                continue;
            }
            let (weak, abort) = (self.weak(), Abort::new());
            let signal = abort.signal();
            let asked = Request::get(&path).abort_signal(signal.as_ref());
            // A block that was given up may be asked for again: only its last file counts.
            let is_over = move || signal.as_ref().is_some_and(AbortSignal::aborted);
            let is_given_up = is_over.clone();
            spawn_local(async move {
                let bytes = bytes(asked).await;
                if let Some(handle) = weak().filter(|_| !is_given_up()) {
                    // Without its name a point is still there, by its number.
                    handle.name(layer, block, &bytes.unwrap_or_default());
                }
            });
            self.state_mut().names.on_its_way(layer, block, abort);
            self.later(LATE_MS, move |handle| {
                let late = !is_over() && handle.state_mut().names.is_late(layer, block);
                if late {
                    handle.tell_names();
                }
            });
        }
    }

    fn missing_names(&self) -> Vec<(usize, u32)> {
        let mut state = self.state_mut();
        let items = state.named_on_screen();
        let State { layers, names, .. } = &mut *state;
        names.missing(layers, items)
    }

    fn name(&self, layer: usize, block: u32, bytes: &[u8]) {
        let focus = self.state_mut().keep_names(layer, block, bytes);
        focus_on(focus);
        self.repaint();
        if self.state().names.lacks() {
            self.tell_names();
        }
        self.tell_found();
    }

    /// Tells that names are missing.
    fn tell_names(&self) {
        let sentence = self.state().texts.names_failed;
        self.tell(sentence.to_owned(), true);
    }
}
