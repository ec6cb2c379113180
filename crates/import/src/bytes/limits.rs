//! What a workbook may announce and hold. A few kilobytes can pretend to be gigabytes: nothing is believed before it is counted.

use crate::problem::{Finding, Problem};
use crate::rule::Rule;

/// The most cells of a sheet: 100,000 rows of 100 columns.
pub const MAX_CELLS: usize = 10_000_000;

/// The most cells, empty ones included, that rows may take up to their last cell.
pub const MAX_AREA: usize = 20_000_000;

/// The most rows of a text that hold anything.
pub const MAX_ROWS: usize = 2_000_000;

/// The most bytes of the texts of a sheet.
pub const MAX_TEXT: usize = 128 << 20;

/// The most bytes of the parts of a workbook, decompressed.
pub const MAX_UNZIPPED: u64 = 512 << 20;

/// The most times that a part may grow when it is decompressed, beyond [`HARMLESS`] bytes.
pub const MAX_RATIO: u64 = 200;

/// Below this size, in bytes, whatever the ratio, no harm is done.
pub const HARMLESS: u64 = 16 << 20;

/// What to do with such a file.
const REMEDY: &str = "vérifiez d'où il vient ; si ce sont vos données, copiez la seule feuille utile dans un nouveau classeur, ou enregistrez-la en « CSV UTF-8 »";

/// The file is refused: it `announces` this.
pub fn too_much(announces: String) -> Problem {
    Finding::refusal(Rule::Bomb, announces, REMEDY).of_file()
}

/// Counts the cells and the texts of a sheet while it is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Budget {
    cells: usize,
    text: usize,
    area: usize,
}

impl Budget {
    /// Takes a cell with this many bytes of text.
    ///
    /// # Errors
    /// When there are too many of them.
    pub fn take(&mut self, bytes: usize) -> Result<(), Problem> {
        self.cells += 1;
        self.text = self.text.saturating_add(bytes);
        if self.cells > MAX_CELLS {
            return Err(too_much(format!(
                "la feuille a plus de {MAX_CELLS} cellules remplies"
            )));
        }
        if self.text > MAX_TEXT {
            return Err(too_much(format!(
                "les textes de la feuille dépassent {} Mo",
                MAX_TEXT >> 20
            )));
        }
        Ok(())
    }

    /// Takes this many places of cells, filled or not.
    ///
    /// # Errors
    /// When there are too many of them.
    pub fn spread(&mut self, places: usize) -> Result<(), Problem> {
        self.area = self.area.saturating_add(places);
        match self.area > MAX_AREA {
            true => Err(too_much(format!(
                "le tableau s'étend sur plus de {MAX_AREA} cellules"
            ))),
            false => Ok(()),
        }
    }
}
