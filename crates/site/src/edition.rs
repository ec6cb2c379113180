//! An edition: what one publisher adds to the app.

use crate::File;

/// The files of an edition, and what its pages say of it.
#[derive(Clone, Debug, Default)]
pub struct Edition {
    /// The data, by their path in `data/`: those that the app reads, the open data, the layers of points.
    pub data: Vec<File>,
    /// The pages and what goes beside them, by their path in the site. Parts of the map's page (`map-head.part`) and the sentences of
    /// scripts (`map-words.part`) are among them.
    pub pages: Vec<File>,
    /// The rules that its colours add to the style sheet.
    pub rules: String,
    /// The origin of the tiles that show streets, if it offers any.
    pub streets: Option<String>,
    /// Whether browsers keep the map for a visit without network.
    pub offline: bool,
}

/// The data that the app reads: they change together, and go to a folder named after them. The others keep their public addresses.
const READ_BY_THE_APP: [&str; 4] = ["catalogue.bin", "find/", "fr/", "en/"];

impl Edition {
    /// The data that the app reads, and the others.
    pub(crate) fn data(&self) -> (Vec<&File>, Vec<&File>) {
        let is_read = |file: &&File| {
            let mut starts = READ_BY_THE_APP.iter();
            starts.any(|start| file.path.starts_with(start))
        };
        self.data.iter().partition(is_read)
    }
}
