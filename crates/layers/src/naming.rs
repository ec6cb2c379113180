//! Fetches the names that the screen lacks.

use crate::handle::{Handle, focus_on};
use crate::request::Request;
use crate::state::State;
use model::data::FetchError;

impl Handle {
    /// Fetches the names that the screen lacks.
    pub fn name_points(&self) {
        for (layer, block) in self.missing_names() {
            let path = self.state().path(layer, &format!("names-{block}"));
            let weak = self.weak();
            let done = move |bytes: Result<Vec<u8>, FetchError>| {
                if let Some(handle) = weak() {
                    // Without its name a point is still there, by its number.
                    handle.name(layer, block, &bytes.unwrap_or_default());
                }
            };
            let request = Request::new(&path, Box::new(|_| ()), Box::new(done));
            self.state_mut().names.on_its_way(layer, block, request);
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
    }
}
