//! What a button on the map shows, as data.

use crate::geo::World;
use crate::scene::Parts;
use crate::{Camera, ClusterId, Px, Rect, Size};

/// What tells two marks apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkId {
    /// A cluster, a pile or a point.
    Cluster(ClusterId),
    /// One item of a pile that is spread out, and the id of the pile.
    Spread(u32, ClusterId),
}

/// What a button shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The same as long as the mark lives.
    pub id: MarkId,
    /// Where it is.
    pub at: World,
    /// How far from there it is drawn, in pixels.
    pub offset: Px,
    /// Accessible name, also shown on hover.
    pub name: String,
    /// What is written in it, for instance a count. Its name says the same.
    pub label: String,
    /// What is written before that where there is room, and may be cut: which territory.
    pub title: String,
    /// What it looks like.
    pub look: Look,
    /// Its width and height, in pixels.
    pub size: Size,
    /// Its items; empty when there are too many to list.
    pub items: Vec<u32>,
}

/// What a mark looks like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// The symbol of a class, in a style: the overlay says what each means.
    Symbol {
        /// The class.
        class: u8,
        /// The style.
        style: u8,
    },
    /// A dot in the colour of a class.
    Dot(u8),
    /// A ring whose arcs are classes, around a count.
    Ring(Parts),
    /// A flat tag, for what has no point: a symbol, a text, and a line whose parts are classes.
    Tag {
        /// Class and style of the symbol; that of a territory where there are several items.
        symbol: Option<(u8, u8)>,
        /// The line.
        parts: Parts,
    },
}

impl Mark {
    /// Where it is on screen, in pixels.
    pub fn rect(&self, camera: &Camera) -> Rect {
        Rect::centred(camera.project(self.at) + self.offset, self.size)
    }

    /// The item of a mark that has only one.
    pub fn single(&self) -> Option<u32> {
        match self.items.as_slice() {
            &[item] => Some(item),
            _ => None,
        }
    }
}
