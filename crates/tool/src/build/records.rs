//! The record files: the catalogue, and one file a sheet in each language.

use super::{OutputFile, links::Links, rendering::Renderer};
use crate::text::SheetTexts;
use anyhow::{Context, Result};
use content::{Content, fold::fold};
use model::Lang;
use model::data::{FileKind, encode_catalogue, encode_one};
use model::domain::{Catalogue, Summary};

/// `catalogue.bin`, then for each language one file a sheet, in the folder of its kind.
pub fn files(content: &Content, links: &Links<'_>) -> Result<Vec<OutputFile>> {
    let mut files = vec![OutputFile {
        path: "catalogue.bin".to_owned(),
        bytes: encode_catalogue(&catalogue(content)).context("catalogue.bin")?,
    }];
    let renderer = Renderer::of(content);
    let sheets = links.all();
    for &lang in Lang::ALL {
        let texts = SheetTexts::of(lang);
        for linked in &sheets {
            let path = format!("{}/{}.bin", lang.id(), linked.sheet.target().path());
            let tree = renderer.tree(linked, texts)?;
            let bytes = encode_one(FileKind::Sheet, &tree).with_context(|| path.clone())?;
            files.push(OutputFile { path, bytes });
        }
    }
    Ok(files)
}

/// What the first view needs: initiatives by name.
pub fn catalogue(content: &Content) -> Catalogue {
    let mut initiatives: Vec<Summary> = content
        .initiatives
        .iter()
        .filter_map(|read| read.sheet.as_ref())
        .map(|initiative| initiative.summary.clone())
        .collect();
    initiatives.sort_by_cached_key(|summary| (fold(&summary.name), summary.id.clone()));
    Catalogue { initiatives }
}
