//! The record files: the catalogue, the glossary, and one file a sheet.

use super::{OutputFile, links::Links};
use crate::data::{FileKind, encode_catalogue, encode_one};
use crate::domain::{Catalogue, Summary};
use crate::tools::{Content, Read, fold::fold};
use anyhow::{Context, Result};
use serde::Serialize;

/// `catalogue.bin`, `glossaire.bin`, then a folder for each kind of sheet.
pub fn files(content: &Content, links: &Links<'_>) -> Result<Vec<OutputFile>> {
    let mut files = vec![OutputFile {
        path: "catalogue.bin".to_owned(),
        bytes: encode_catalogue(&catalogue(content)).context("catalogue.bin")?,
    }];
    let terms = content
        .glossary
        .sheet
        .as_ref()
        .map(|glossary| &glossary.terms);
    files.extend(one("", FileKind::Glossary, "glossaire", terms)?);
    let all = |folder, kind| Folder { folder, kind };
    files.extend(
        all("initiatives", FileKind::Initiative)
            .files(&content.initiatives, |sheet| links.of_initiative(sheet))?,
    );
    files.extend(
        all("leviers", FileKind::Lever).files(&content.levers, |sheet| links.of_lever(sheet))?,
    );
    files.extend(
        all("collectivites", FileKind::Authority)
            .files(&content.authorities, |sheet| links.of_authority(sheet))?,
    );
    files.extend(
        all("recommandations", FileKind::Recommendation)
            .files(&content.recommendations, |sheet| {
                links.of_recommendation(sheet)
            })?,
    );
    Ok(files)
}

struct Folder {
    folder: &'static str,
    kind: FileKind,
}

impl Folder {
    fn files<T, L: Serialize>(
        &self,
        sheets: &[Read<T>],
        linked: impl Fn(&T) -> L,
    ) -> Result<Vec<OutputFile>> {
        let mut files = Vec::new();
        for read in sheets {
            let sheet = read.sheet.as_ref().map(&linked);
            files.extend(one(self.folder, self.kind, &read.id, sheet.as_ref())?);
        }
        Ok(files)
    }
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

fn one<T: Serialize>(
    folder: &str,
    kind: FileKind,
    id: &str,
    sheet: Option<&T>,
) -> Result<Option<OutputFile>> {
    let path = match folder {
        "" => format!("{id}.bin"),
        folder => format!("{folder}/{id}.bin"),
    };
    sheet
        .map(|sheet| {
            let bytes = encode_one(kind, sheet).with_context(|| path.clone())?;
            Ok(OutputFile {
                path: path.clone(),
                bytes,
            })
        })
        .transpose()
}
