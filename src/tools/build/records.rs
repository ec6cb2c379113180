//! The record files: the catalogue, the glossary, and one file a sheet.

use super::{OutputFile, links::Links};
use crate::data::{FileKind, encode_catalogue, encode_one};
use crate::domain::{Catalogue, Summary};
use crate::tools::{Content, fold::fold};
use anyhow::{Context, Result};
use serde::Serialize;

/// `catalogue.bin`, `glossaire.bin`, then one file a sheet in the folder of its kind.
pub fn files(content: &Content, links: &Links<'_>) -> Result<Vec<OutputFile>> {
    let mut files = vec![OutputFile {
        path: "catalogue.bin".to_owned(),
        bytes: encode_catalogue(&catalogue(content)).context("catalogue.bin")?,
    }];
    let glossary = content.glossary.sheet.as_ref();
    let terms = glossary.map_or(&[][..], |glossary| &glossary.terms);
    files.push(one("glossaire", FileKind::Glossary, &terms)?);
    for linked in links.all() {
        files.push(one(
            &linked.sheet.target().path(),
            FileKind::Sheet,
            &linked,
        )?);
    }
    Ok(files)
}

/// What the first view needs: documents cited, initiatives by name.
pub fn catalogue(content: &Content) -> Catalogue {
    let mut initiatives: Vec<Summary> = content
        .initiatives
        .iter()
        .filter_map(|read| read.sheet.as_ref())
        .map(|initiative| initiative.summary.clone())
        .collect();
    initiatives.sort_by_cached_key(|summary| (fold(&summary.name), summary.id.clone()));
    let documents = content.documents.iter();
    Catalogue {
        documents: documents.map(|source| source.document.clone()).collect(),
        initiatives,
    }
}

fn one<T: Serialize>(path: &str, kind: FileKind, record: &T) -> Result<OutputFile> {
    let path = format!("{path}.bin");
    let bytes = encode_one(kind, record).with_context(|| path.clone())?;
    Ok(OutputFile { path, bytes })
}
