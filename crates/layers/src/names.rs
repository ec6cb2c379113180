//! The names of points, fetched by blocks when they are on screen: rows of the list, points that stand alone, the one whose panel
//! is open.

use crate::layer::PointLayer;
use engine::layer_of;
use model::data::points::NameBlock;
use model::text::layers::LayerTexts;
use web_sys::{AbortController, AbortSignal};

/// Blocks kept, some tens of kilobytes each; those asked for first go first. One screen asks for no more of them.
const KEPT: usize = 24;

/// The blocks that are here or on their way.
#[derive(Default)]
pub struct Names {
    blocks: Vec<Block>,
}

/// A file on its way; dropped, it is cancelled.
pub struct Abort(Option<AbortController>);

impl Abort {
    /// For a file that is about to be asked for.
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// What tells the browser to cancel, and whoever waits that nobody waits for the file any more: it came, or was given up.
    pub fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

struct Block {
    layer: usize,
    number: u32,
    /// None on its way, or when it did not come.
    names: NameBlock,
    /// Whether it did not come.
    missing: bool,
    /// Its file on its way.
    request: Option<Abort>,
}

impl Names {
    /// What a point is called, as far as is known.
    pub fn of(&self, layers: &[PointLayer], item: u32, texts: &LayerTexts) -> String {
        let (layer, position) = layer_of(item);
        let about = layers.get(layer).map(|layer| &layer.about);
        about
            .map(|about| about.block_of(position))
            .and_then(|(block, inside)| self.get(layer, block, inside))
            .map_or_else(|| (texts.point)(position), str::to_owned)
    }

    /// A name, once its block is here.
    fn get(&self, layer: usize, block: u32, inside: usize) -> Option<&str> {
        let block = self.block(layer, block)?;
        block.names.get(inside)
    }

    fn block(&self, layer: usize, number: u32) -> Option<&Block> {
        self.blocks.get(self.position(layer, number)?)
    }

    fn position(&self, layer: usize, number: u32) -> Option<usize> {
        let mut blocks = self.blocks.iter();
        blocks.position(|block| (block.layer, block.number) == (layer, number))
    }

    fn block_mut(&mut self, layer: usize, number: u32) -> Option<&mut Block> {
        let position = self.position(layer, number)?;
        self.blocks.get_mut(position)
    }

    /// The file of a block is on its way.
    pub fn on_its_way(&mut self, layer: usize, number: u32, request: Abort) {
        if let Some(block) = self.block_mut(layer, number) {
            block.request = Some(request);
        }
    }

    /// A block has come, or not.
    pub fn keep(&mut self, layer: usize, number: u32, names: Option<NameBlock>) {
        if let Some(block) = self.block_mut(layer, number) {
            block.missing = names.is_none();
            (block.names, block.request) = (names.unwrap_or_default(), None);
        }
    }

    /// A block is late: as long as it has not come, it counts as missing. Returns whether it is.
    pub fn is_late(&mut self, layer: usize, number: u32) -> bool {
        let block = self.block_mut(layer, number);
        let late = block.filter(|block| block.request.is_some());
        late.is_some_and(|block| !std::mem::replace(&mut block.missing, true))
    }

    /// Whether a block did not come.
    pub fn lacks(&self) -> bool {
        self.blocks.iter().any(|block| block.missing)
    }

    /// Forgets the blocks that did not come: they are asked for again when the screen needs them.
    pub fn forget_missing(&mut self) {
        self.blocks.retain(|block| !block.missing);
    }

    /// Notes that a block is asked for; whether it was not yet.
    fn ask(&mut self, layer: usize, number: u32) -> bool {
        let new = self.block(layer, number).is_none();
        if new {
            if self.blocks.len() >= KEPT {
                self.blocks.remove(0);
            }
            self.blocks.push(Block {
                layer,
                number,
                names: NameBlock::default(),
                missing: false,
                request: None,
            });
        }
        new
    }

    /// The blocks of these items that nobody has asked for yet. They count as asked for now.
    pub fn missing(&mut self, layers: &[PointLayer], items: Vec<u32>) -> Vec<(usize, u32)> {
        let mut blocks = Vec::new();
        for item in items {
            let (layer, position) = layer_of(item);
            let Some(about) = layers.get(layer).map(|layer| &layer.about) else {
                continue;
            };
            let block = (layer, about.block_of(position).0);
            if blocks.len() < KEPT && !blocks.contains(&block) {
                blocks.push(block);
            }
        }
        blocks.retain(|&(layer, number)| self.ask(layer, number));
        blocks
    }
}
