//! Turns sound content into the files that the browser loads and the open data that anyone may take.

pub(super) mod folder;
mod links;
mod open_data;
mod output;
mod records;
mod rendering;
mod similar;

pub use links::{Links, initiatives_counted};
pub use open_data::LICENCE_URL;
pub use output::OutputFile;
pub use rendering::{Renderer, html};

use super::pages;
use anyhow::Result;
use content::{Content, Gazetteer};
use core::fmt;
use std::path::Path;

/// What a build wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    initiatives: usize,
    authorities: usize,
    levers: usize,
    sizes: Vec<(String, usize)>,
    removed: usize,
}

/// Writes the files for the browser and the open data. The content's report must be without errors.
///
/// # Errors
/// When a file cannot be encoded or written.
pub fn build(content: &Content, out: &Path, base_url: &str) -> Result<Built> {
    let links = Links::of(content);
    let mut files = records::files(content, &links)?;
    files.extend(open_data::files(content, &links, base_url)?);
    let removed = folder::write(out, &files)?;
    Ok(Built {
        initiatives: content.initiatives.len(),
        authorities: content.authorities.len(),
        levers: content.levers.len(),
        sizes: files
            .into_iter()
            .map(|file| (file.path, file.bytes.len()))
            .collect(),
        removed,
    })
}

/// Writes the static pages of the site. Gives what there is to say of it, in French.
///
/// # Errors
/// When a file cannot be written.
pub fn build_pages(content: &Content, gazetteer: &Gazetteer, out: &Path) -> Result<String> {
    let files = pages::files(&pages::Source {
        content,
        links: &Links::of(content),
        gazetteer,
        renderer: &Renderer::of(content),
    });
    let removed = folder::write_pages(out, &files)?;
    let removed = match removed {
        0 => String::new(),
        count => format!(" Pages périmées retirées : {count}."),
    };
    Ok(format!("{} pages.{removed}", files.len()))
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
        match self.removed {
            0 => Ok(()),
            count => write!(f, " Fichiers périmés retirés : {count}."),
        }
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} ko", bytes as f64 / 1000.0).replace('.', ",")
}
