//! One layer of points.

use crate::legend::Entry;
use crate::request::Request;
use engine::PointSet;
use model::data::points::Layer;

/// One layer.
pub struct PointLayer {
    pub id: String,
    pub state: LayerState,
    /// What it is, once known.
    pub about: Layer,
    pub points: PointSet,
    /// Categories asked for, one bit each; none is all of them.
    pub asked: u8,
    pub entry: Entry,
    /// The file on its way, and the percentage last told of it.
    pub request: Option<Request>,
    pub told: Option<u32>,
    /// How many bytes have come, and whether no more came for a while.
    pub received: f64,
    pub stalled: bool,
}

/// Where a layer stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LayerState {
    Coming,
    Here,
    /// It did not come, and may be asked for again.
    Failed,
    /// It is too large, or the visitor put it away.
    Gone,
}

impl PointLayer {
    /// Whether it is here or on its way.
    pub fn is_there(&self) -> bool {
        matches!(self.state, LayerState::Coming | LayerState::Here)
    }

    /// Whether it is not here though the visitor asks for it.
    pub fn is_lacking(&self) -> bool {
        self.state == LayerState::Failed || self.stalled
    }

    /// The categories to show, one bit each.
    pub fn wanted(&self) -> u8 {
        if self.asked == 0 { u8::MAX } else { self.asked }
    }
}
