//! What a visitor says of a file, where what was guessed is not right.

use content::table::{Encoding, Separator};
use import::{Options, Role, Tolerance};
use serde::{Deserialize, Serialize};

/// What is said. What is not said is guessed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The id of an encoding.
    pub encoding: Option<String>,
    /// The character between columns.
    pub separator: Option<char>,
    /// The name of a sheet.
    pub sheet: Option<String>,
    /// The line of the titles.
    pub header: Option<u64>,
    /// The id of a schema.
    pub schema: Option<String>,
    /// Ranks of columns, and the id of what each is, if anything.
    pub columns: Vec<(usize, Option<String>)>,
    /// The code of EPSG of the coordinates.
    pub epsg: Option<u32>,
    /// Whether places outside France are accepted.
    pub abroad: bool,
}

impl Asked {
    /// The encoding.
    pub fn encoding(&self) -> Option<Encoding> {
        let id = self.encoding.as_deref()?;
        Encoding::ALL.into_iter().find(|known| known.id() == id)
    }

    /// The options of the import. Ids that are not known say nothing.
    pub fn options(&self) -> Options {
        let separator = |wanted: char| {
            Separator::ALL
                .into_iter()
                .find(|known| char::from(known.byte()) == wanted)
        };
        Options {
            sheet: self.sheet.clone(),
            header: self.header,
            separator: self.separator.and_then(separator),
            schema: self.schema.clone(),
            assigned: self
                .columns
                .iter()
                .map(|(column, id)| (*column, id.as_deref().and_then(Role::of_id)))
                .collect(),
            epsg: self.epsg,
            tolerance: Tolerance {
                abroad: self.abroad,
                ..Tolerance::default()
            },
            ..Options::default()
        }
    }
}
