//! The content folder on disk, as files in memory.

use anyhow::{Context, Result};
use content::{Gazetteer, RawFile};
use flate2::read::GzDecoder;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The most bytes of a sheet, or of any other text that editors write. The longest have a hundred times less.
const MAX_BYTES: u64 = 4 << 20;

/// The most bytes of a folder.
const MAX_FOLDER: u64 = 512 << 20;

/// What a content folder holds.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Its files, by path.
    pub files: Vec<RawFile>,
    /// What in it cannot be read as a file: its path, and why, in French.
    pub unreadable: Vec<(String, &'static str)>,
}

/// Every file of the folder and its sub-folders, by path. Hidden files (`.DS_Store`) are left aside.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<RawFile>> {
    scan(folder).map(|found| found.files)
}

/// The same, with what is there and is no file: links that go round, pipes, files without end.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn scan(folder: &Path) -> Result<Folder> {
    let mut scan = Scan::default();
    scan.enter(folder, "")?;
    let mut found = scan.found;
    found.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

#[derive(Default)]
struct Scan {
    found: Folder,
    /// The folders that the one being read is in, as they are on disk: a link to one of them goes round.
    above: Vec<PathBuf>,
    bytes: u64,
}

impl Scan {
    fn enter(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        let unreadable = || format!("Impossible de lire {}", folder.display());
        let real = folder.canonicalize().with_context(unreadable)?;
        if self.above.contains(&real) {
            self.refuse(
                prefix.trim_end_matches('/'),
                "Ce lien ramène à un dossier qui le contient : il n'a pas de fin.",
            );
            return Ok(());
        }
        self.above.push(real);
        for entry in fs::read_dir(folder).with_context(unreadable)? {
            let entry = entry.with_context(unreadable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') {
                self.take(&entry.path(), format!("{prefix}{name}"))?;
            }
        }
        self.above.pop();
        Ok(())
    }

    fn take(&mut self, on_disk: &Path, path: String) -> Result<()> {
        let unreadable = || format!("Impossible de lire {}", on_disk.display());
        let Ok(about) = fs::metadata(on_disk) else {
            self.refuse(&path, "Ce lien ne mène nulle part.");
            return Ok(());
        };
        if about.is_dir() {
            return self.enter(on_disk, &format!("{path}/"));
        }
        if !about.is_file() {
            self.refuse(
                &path,
                "Ce n'est ni un fichier ni un dossier, mais un tube, une prise ou un périphérique.",
            );
            return Ok(());
        }
        let mut bytes = Vec::new();
        let file = File::open(on_disk).with_context(unreadable)?;
        let read = file.take(MAX_BYTES + 1).read_to_end(&mut bytes);
        self.bytes += read.with_context(unreadable)? as u64;
        if bytes.len() as u64 > MAX_BYTES {
            self.refuse(&path, "Ce fichier dépasse 4 Mo : ce n'est pas une fiche.");
        } else if self.bytes > MAX_FOLDER {
            self.refuse(&path, "Le dossier dépasse 512 Mo avec ce fichier.");
        } else {
            self.found.files.push(RawFile { path, bytes });
        }
        Ok(())
    }

    fn refuse(&mut self, path: &str, why: &'static str) {
        self.found.unreadable.push((path.to_owned(), why));
    }
}

/// Reads `gazetteer.tsv.gz` and `territories.json.gz` of a folder.
///
/// # Errors
/// When a file is missing or is not what it should be.
pub fn open_gazetteer(folder: &Path) -> Result<Gazetteer> {
    let open = |name: &str| {
        let path = folder.join(name);
        File::open(&path)
            .map(GzDecoder::new)
            .with_context(|| format!("Impossible d'ouvrir {}", path.display()))
    };
    Gazetteer::read(open("gazetteer.tsv.gz")?, open("territories.json.gz")?).with_context(|| {
        format!(
            "Impossible de lire le répertoire des communes de {}",
            folder.display()
        )
    })
}
