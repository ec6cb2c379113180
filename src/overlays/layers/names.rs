//! The names of points, fetched by blocks when they are on screen: rows of the list, points that stand alone, the one whose panel
//! is open.

use super::Layers;
use super::request::Request;
use crate::browser::fetch::FetchError;
use crate::map::stage::{SharedStage, Stage};
use engine::layer_of;
use model::data::points::NameBlock;

/// Blocks kept, some tens of kilobytes each; those asked for first go first. One screen asks for no more of them.
const KEPT: usize = 24;

/// The blocks that are here or on their way.
#[derive(Default)]
pub struct Names {
    blocks: Vec<Block>,
}

struct Block {
    layer: usize,
    number: u32,
    /// None on its way, or when it did not come.
    names: NameBlock,
    /// Its file on its way.
    request: Option<Request>,
}

impl Names {
    /// A name, once its block is here.
    pub fn get(&self, layer: usize, block: u32, inside: usize) -> Option<&str> {
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
    fn on_its_way(&mut self, layer: usize, number: u32, request: Option<Request>) {
        if let Some(block) = self.block_mut(layer, number) {
            block.request = request;
        }
    }

    fn keep(&mut self, layer: usize, number: u32, names: NameBlock) {
        if let Some(block) = self.block_mut(layer, number) {
            (block.names, block.request) = (names, None);
        }
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
                request: None,
            });
        }
        new
    }
}

impl Layers {
    /// The blocks that the screen shows and that nobody has asked for yet.
    fn missing(&mut self) -> Vec<(usize, u32)> {
        let listed = self.parts.iter().flat_map(|parts| parts.list.on_screen());
        let alone = self
            .overlay
            .markers
            .marks()
            .flat_map(|mark| mark.items.iter().copied());
        let mut blocks = Vec::new();
        for item in self.open_point().into_iter().chain(listed).chain(alone) {
            let (layer, position) = layer_of(item);
            let Some(about) = self.layers.get(layer).map(|layer| &layer.about) else {
                continue;
            };
            let block = (layer, about.block_of(position).0);
            if blocks.len() < KEPT && !blocks.contains(&block) {
                blocks.push(block);
            }
        }
        blocks.retain(|&(layer, number)| self.names.ask(layer, number));
        blocks
    }

    fn keep_names(&mut self, layer: usize, number: u32, bytes: &[u8]) {
        let about = self.layers.get(layer).map(|layer| &layer.about);
        let names = about.and_then(|about| about.names(number, bytes).ok());
        let names = NameBlock::new(&names.unwrap_or_default());
        self.names.keep(layer, number, names);
        self.renamed();
        self.write_list();
        self.write_panel();
    }
}

impl Stage {
    /// Fetches the names that the screen lacks.
    pub(super) fn name_points(this: &SharedStage) {
        let missing = this.borrow_mut().layers.missing();
        for (layer, number) in missing {
            let path = this.borrow().layers.path(layer, &format!("names-{number}"));
            let stage = this.clone();
            let done = move |bytes: Result<Vec<u8>, FetchError>| {
                // Without its name a point is still there, by its number.
                let bytes = bytes.unwrap_or_default();
                stage.borrow_mut().layers.keep_names(layer, number, &bytes);
                Self::repaint(&stage);
            };
            let request = Request::new(&path, Box::new(|_| ()), Box::new(done));
            this.borrow_mut()
                .layers
                .names
                .on_its_way(layer, number, request);
        }
    }
}
