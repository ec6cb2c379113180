//! The view that a panel gives back when it closes.
//!
//! A panel that opens may move the map to what it speaks of. When it closes, the map goes back to where the visitor had it; unless
//! they have moved it since: then it stays where they put it. From one panel to the next it is the same: what comes back is the
//! view that the visitor had last, not that of the panel before.

use crate::Camera;

/// Where the map goes when the panel closes.
#[derive(Clone, Copy, Debug, Default)]
pub struct WayBack {
    /// The visitor's view, and the one that the panel shows in its place.
    moved: Option<(Camera, Camera)>,
}

impl WayBack {
    /// A panel moves the map from `here`, where it is going or rests, to `to`.
    pub fn leave(&mut self, here: &Camera, to: &Camera) {
        let before = match self.moved {
            Some((before, shown)) if shown.is_at(here) => before,
            _ => *here,
        };
        self.moved = Some((before, *to));
    }

    /// The panel closes: the view to give back, if the map is still going to where the panel moved it or rests there.
    pub fn close(&mut self, here: &Camera) -> Option<Camera> {
        let (before, shown) = self.moved.take()?;
        shown.is_at(here).then_some(before)
    }

    /// The address put the map to `there`, where a panel is open: as if that panel had moved it.
    pub fn jump(&mut self, there: &Camera) {
        if let Some((_, shown)) = &mut self.moved {
            *shown = *there;
        }
    }
}
