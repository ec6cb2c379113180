//! The whole site: the built app and this edition, on disk.

use crate::build::{Files, MadeOf, made};
use crate::disk::{Output, OutputFile, put};
use crate::pages::edition;
use crate::pictures;
use crate::project::in_project;
use anyhow::{Context, Result, bail};
use content::Content;
use core::fmt;
use site::{App, Edition, assemble, hash, with_twins};
use std::fs;
use std::path::{Path, PathBuf};

/// Tells what a site is made of; and that a folder is a site's.
const ABOUT: &str = "edition.json";
/// Layers of points, as `./leviers points` leaves them, and where they go in the data.
const LAYERS: (&str, &str) = ("public/data/points", "points/");

/// The built app, and its folder.
pub struct BuiltApp {
    app: App,
    folder: PathBuf,
}

impl BuiltApp {
    /// Reads the app.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no app that this tool knows.
    pub fn open(folder: &Path) -> Result<Self> {
        let files = files_of(folder, "")?;
        let app = App::open(files);
        let app = app.with_context(|| {
            format!("{} n'est pas le dossier de l'application", folder.display())
        })?;
        Ok(Self {
            app,
            folder: folder.to_owned(),
        })
    }

    /// The folder of its basemap.
    pub fn basemap(&self) -> PathBuf {
        self.folder.join(self.app.basemap())
    }
}

/// What a build of a site wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuiltSite {
    out: PathBuf,
    files: usize,
    pages: usize,
    removed: usize,
    compressed: bool,
}

/// Writes the site of this content, in place of the one that is there. The content's report must be without errors. `compressed`: with
/// the twins of its files, which take most of the time.
///
/// # Errors
/// When a file cannot be made or written, or when the folder holds something else than a site.
pub fn build(
    content: &Content,
    app: &BuiltApp,
    made_of: MadeOf<'_>,
    out: &Path,
    compressed: bool,
) -> Result<BuiltSite> {
    check_folder(out, &app.folder)?;
    let Files {
        mut data,
        pages,
        cards,
    } = made(content, &content.site.url, Some(&made_of))?;
    let layers = in_project(LAYERS.0);
    if layers.is_dir() {
        data.extend(files_of(&layers, LAYERS.1)?);
    }
    let background = content.site.background.as_ref();
    let mut files = assemble(
        &app.app,
        &Edition {
            data,
            pages: pages
                .unwrap_or_default()
                .into_iter()
                .chain(pictures::draw(cards, out)?)
                .collect(),
            rules: edition::rules(&content.site),
            offline: content.site.look.offline,
            streets: background.map(|streets| streets.origin().to_owned()),
        },
    )?;
    files.push(about(content, &files)?);
    let pages = files.iter().filter(|file| file.path.ends_with(".html"));
    let pages = pages.count();
    let files = if compressed {
        with_twins(files)?
    } else {
        files
    };
    let removed = put(&[Output {
        root: out,
        files: &files,
        owned: vec![out.to_owned()],
        extension: None,
    }])?;
    Ok(BuiltSite {
        out: out.to_owned(),
        files: files.len(),
        pages,
        removed: removed.first().copied().unwrap_or_default(),
        compressed,
    })
}

/// What the site is: its name, and a hash of all its files.
fn about(content: &Content, files: &[OutputFile]) -> Result<OutputFile> {
    let about = serde_json::json!({
        "name": content.site.name,
        "edition": hash(files),
        "tool": env!("CARGO_PKG_VERSION"),
    });
    Ok(OutputFile::new(ABOUT, serde_json::to_vec(&about)?))
}

/// A site replaces a site, or nothing: what is not of it goes.
fn check_folder(out: &Path, app: &Path) -> Result<()> {
    let shown = out.display();
    let real = |path: &Path| path.canonicalize().ok();
    if real(out).is_some_and(|out| real(app) == Some(out)) {
        bail!("{shown} est le dossier de l'application : le site va dans un autre");
    }
    let is_used = fs::read_dir(out).is_ok_and(|mut entries| {
        entries.any(|entry| {
            entry.is_ok_and(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        })
    });
    if is_used && !out.join(ABOUT).is_file() {
        bail!(
            "{shown} contient autre chose qu'un site construit par cet outil, qui n'y garderait rien d'autre : choisissez un dossier vide"
        );
    }
    Ok(())
}

/// The files of a folder and of those inside, hidden ones left aside. `prefix`: what their paths begin with.
fn files_of(folder: &Path, prefix: &str) -> Result<Vec<OutputFile>> {
    let unreadable = |path: &Path| format!("Impossible de lire {}", path.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| unreadable(folder))? {
        let path = entry.with_context(|| unreadable(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        let shown = format!("{prefix}{name}");
        if path.is_dir() {
            files.extend(files_of(&path, &format!("{shown}/"))?);
        } else {
            let bytes = fs::read(&path).with_context(|| unreadable(&path))?;
            files.push(OutputFile::new(shown, bytes));
        }
    }
    Ok(files)
}

impl fmt::Display for BuiltSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Site écrit dans {} : {} pages, {} fichiers {} versions compressées.",
            self.out.display(),
            self.pages,
            self.files,
            if self.compressed {
                "avec leurs"
            } else {
                "sans"
            }
        )?;
        match self.removed {
            0 => Ok(()),
            count => write!(f, " Fichiers périmés retirés : {count}."),
        }
    }
}
