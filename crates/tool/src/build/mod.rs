//! Turns sound content into the files that the browser loads and the open data that anyone may take.

mod cases;
mod links;
mod open_data;
mod over;
mod peers;
mod records;
mod rendering;
mod similar;

pub use crate::disk::OutputFile;
pub use links::{Links, levers_in, role_in};
pub use open_data::LICENCE_URL;
pub use peers::{cases_by, peers};
pub use records::catalogue;
pub use rendering::{Renderer, html};

use super::disk::{Output, put};
use super::find;
use super::pages::{self, FirstBasemap};
use anyhow::Result;
use card::Card;
use content::{Content, Gazetteer};
use core::cell::OnceCell;
use core::fmt;
use model::Lang;
use model::domain::TargetKind;
use std::path::{Path, PathBuf};

/// What a build wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    initiatives: usize,
    authorities: usize,
    levers: usize,
    sizes: Vec<(String, usize)>,
    removed: usize,
    pages: Option<Pages>,
}

/// The static pages that a build wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pages {
    written: usize,
    removed: usize,
}

/// Where to write the static pages, and what they are made of.
#[derive(Clone, Copy)]
pub struct PagesTo<'a> {
    /// The folder, which is theirs alone.
    pub out: &'a Path,
    /// What they are made of.
    pub made_of: MadeOf<'a>,
}

/// What pages are made of, beside the content.
#[derive(Clone, Copy)]
pub struct MadeOf<'a> {
    /// Names of the régions.
    pub gazetteer: &'a Gazetteer,
    /// What the box of the map finds territories in.
    pub directory: &'a ::find::Directory,
    /// What the first view of the map's page is drawn on, if there is one.
    pub basemap: Option<&'a FirstBasemap>,
}

/// The files of an edition.
pub struct Files {
    /// Those that the app reads, and the open data.
    pub data: Vec<OutputFile>,
    /// The static pages, where they are asked for.
    pub pages: Option<Vec<OutputFile>>,
    /// The paths of their pictures, and what these say.
    pub cards: Vec<(String, Card)>,
}

/// Makes the files of an edition, in memory. The content's report must be without errors.
///
/// # Errors
/// When a file cannot be encoded, or when the foot of the pages would lead to a page that is not there.
pub fn made(content: &Content, base_url: &str, made_of: Option<&MadeOf<'_>>) -> Result<Files> {
    let links = Links::of(content);
    let mut data = records::files(content, &links, made_of.map(|made_of| made_of.gazetteer))?;
    data.extend(open_data::files(content, &links, base_url)?);
    let Some(made_of) = made_of else {
        return Ok(Files {
            data,
            pages: None,
            cards: Vec::new(),
        });
    };
    data.extend(find::files(content, made_of.directory)?);
    let source = pages::Source {
        content,
        links: &links,
        gazetteer: made_of.gazetteer,
        renderer: &Renderer::of(content),
        basemap: made_of.basemap,
        territories: OnceCell::new(),
    };
    data.extend(pages::territory_panels(&source)?);
    let pages = pages::files(&source)?;
    Ok(Files {
        data,
        pages: Some(pages.files),
        cards: pages.cards,
    })
}

/// Writes the files for the browser and the open data. The content's report must be without errors.
///
/// # Errors
/// When a file cannot be encoded or written.
pub fn build(content: &Content, out: &Path, base_url: &str) -> Result<Built> {
    build_site(content, out, base_url, None)
}

/// The same, and the static pages of the site. All of it is written before any of it is put in place.
///
/// # Errors
/// When a file cannot be encoded or written, or when the foot of the pages would lead to a page that is not there.
pub fn build_site(
    content: &Content,
    out: &Path,
    base_url: &str,
    pages_to: Option<PagesTo<'_>>,
) -> Result<Built> {
    let Files {
        data: files, pages, ..
    } = made(content, base_url, pages_to.as_ref().map(|to| &to.made_of))?;
    let data = Output {
        root: out,
        files: &files,
        owned: owned_folders(out),
        extension: Some("bin"),
    };
    let site = pages_to.zip(pages.as_deref()).map(|(to, files)| Output {
        root: to.out,
        files,
        owned: vec![to.out.to_owned()],
        extension: Some("html"),
    });
    let outputs: Vec<Output<'_>> = [data].into_iter().chain(site).collect();
    let removed = put(&outputs)?;
    Ok(Built {
        initiatives: content.initiatives.len(),
        authorities: content.authorities.len(),
        levers: content.levers.len(),
        removed: removed.first().copied().unwrap_or_default(),
        pages: pages
            .as_ref()
            .zip(removed.get(1))
            .map(|(pages, &removed)| Pages {
                written: pages.len(),
                removed,
            }),
        sizes: files
            .into_iter()
            .map(|file| (file.path, file.bytes.len()))
            .collect(),
    })
}

/// The folders that hold nothing but what is written here: sheets, and the names that the box of the map looks among.
fn owned_folders(out: &Path) -> Vec<PathBuf> {
    let kinds = TargetKind::ALL.iter().map(|kind| kind.folder());
    let of = |lang: &Lang| out.join(lang.id());
    Lang::ALL
        .iter()
        .flat_map(|lang| kinds.clone().map(move |kind| of(lang).join(kind)))
        .chain([out.join(find::FOLDER)])
        .collect()
}

impl fmt::Display for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total: usize = self.sizes.iter().map(|(_, size)| size).sum();
        write!(
            f,
            "{} initiatives, {} collectivités, {} leviers : {} fichiers, {}",
            self.initiatives,
            self.authorities,
            self.levers,
            self.sizes.len(),
            kilobytes(total)
        )?;
        let at_the_root = self.sizes.iter().filter(|(path, _)| !path.contains('/'));
        let listed: Vec<_> = at_the_root
            .map(|(path, size)| format!("{path} {}", kilobytes(*size)))
            .collect();
        write!(f, " ({}).", listed.join(", "))?;
        if self.removed > 0 {
            write!(f, " Fichiers périmés retirés : {}.", self.removed)?;
        }
        let Some(Pages { written, removed }) = self.pages else {
            return Ok(());
        };
        write!(f, "\n{written} pages.")?;
        match removed {
            0 => Ok(()),
            count => write!(f, " Pages périmées retirées : {count}."),
        }
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} ko", bytes as f64 / 1000.0).replace('.', ",")
}
