//! A project: the file as it was given, with what was said and mended since. A zip that the workshop reads again.

use crate::Asked;
use anyhow::Result;
use import::{Mend, leave};
use serde::{Deserialize, Serialize};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What was said, in the zip. Its name tells a project from a workbook.
const SAID: &str = "atelier.json";
/// The file, in the zip.
const FILE: &str = "fichier";
/// The most bytes of what was said.
const MOST_SAID: u64 = 32 << 20;

/// A project, beside its file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Its version: 1.
    pub atelier: u8,
    /// The name of the file.
    pub name: String,
    /// What was said of it.
    pub asked: Asked,
    /// The cells that were mended.
    pub mends: Vec<Mend>,
}

impl Project {
    /// Of a file of which nothing was said yet.
    pub fn of(name: &str) -> Self {
        Self {
            atelier: 1,
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// The bytes of the project with its file.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn save(&self, file: &[u8]) -> Result<Vec<u8>> {
        let said = serde_json::to_vec(self)?;
        leave::archive([(SAID.to_owned(), said.as_slice()), (FILE.to_owned(), file)])
    }

    /// The project and its file, of at most `most` bytes. `None` when these bytes are no project.
    pub fn read(bytes: &[u8], most: u64) -> Option<(Self, Vec<u8>)> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return None;
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let said = part(&mut zip, SAID, MOST_SAID)?;
        let project: Self = serde_json::from_slice(&said).ok()?;
        Some((project, part(&mut zip, FILE, most)?))
    }
}

/// A part of a zip, unless it is larger: what it announces is not believed.
fn part(zip: &mut ZipArchive<Cursor<&[u8]>>, name: &str, most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let part = zip.by_name(name).ok()?;
    part.take(most + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= most).then_some(bytes)
}
