//! The start: what waits for the first picture, and when the first view is complete.

use super::{SharedStage, Stage};
use crate::browser::{dom, react};

impl Stage {
    /// Does something once the map is painted; after so many milliseconds, where it is not on screen and hence not drawn.
    pub fn once_painted(this: &SharedStage, at_latest_ms: u64, act: impl FnOnce() + 'static) {
        this.borrow_mut().waiting = Some(Box::new(act));
        let stage = this.clone();
        react::later(at_latest_ms, move || {
            let waiting = stage.borrow_mut().waiting.take();
            if let Some(act) = waiting {
                act();
            }
        });
    }

    /// The map is painted.
    pub(super) fn painted(&mut self) {
        if let Some(act) = self.waiting.take() {
            react::later(0, act);
        }
    }

    /// The map hears the visitor and follows the state.
    pub fn set_attended(this: &SharedStage) {
        let mut stage = this.borrow_mut();
        stage.attended = true;
        stage.tell_ready();
    }

    /// The page says when the first view is complete, files and interface: scripts that measure or test it wait for that.
    pub(super) fn tell_ready(&self) {
        if !self.attended || !self.basemaps.is_settled(&self.camera) {
            return;
        }
        if let Some(root) = dom::root() {
            let _ = root.dataset().set("ready", "carte");
        }
    }
}
