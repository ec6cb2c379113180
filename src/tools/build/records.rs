//! The record files: the catalogue, and one file a sheet.

use super::OutputFile;
use crate::data::{FileKind, encode_catalogue, encode_one};
use crate::domain::{AuthorityRef, Catalogue, Summary};
use crate::tools::{Content, fold::fold};
use anyhow::{Context, Result};
use serde::Serialize;
use std::collections::BTreeSet;

/// `catalogue.bin`, then `initiatives/`, `leviers/` and `collectivites/`.
pub fn files(content: &Content) -> Result<Vec<OutputFile>> {
    let catalogue = encode_catalogue(&catalogue(content)).context("catalogue.bin")?;
    let mut files = vec![OutputFile {
        path: "catalogue.bin".to_owned(),
        bytes: catalogue,
    }];
    for read in &content.initiatives {
        files.extend(one(
            "initiatives",
            FileKind::Initiative,
            &read.id,
            read.sheet.as_ref(),
        )?);
    }
    for read in &content.levers {
        files.extend(one(
            "leviers",
            FileKind::Lever,
            &read.id,
            read.sheet.as_ref(),
        )?);
    }
    for read in &content.authorities {
        files.extend(one(
            "collectivites",
            FileKind::Authority,
            &read.id,
            read.sheet.as_ref(),
        )?);
    }
    Ok(files)
}

/// What the first view needs: documents cited, authorities that an initiative names, initiatives by name.
pub fn catalogue(content: &Content) -> Catalogue {
    let named: BTreeSet<&String> = content
        .initiatives
        .iter()
        .flat_map(|read| &read.notes.authorities)
        .collect();
    let mut authorities: Vec<AuthorityRef> = content
        .authorities
        .iter()
        .filter_map(|read| read.sheet.as_ref())
        .map(|authority| authority.reference.clone())
        .filter(|reference| named.contains(&reference.id))
        .collect();
    authorities.sort_by_cached_key(|authority| (fold(&authority.name), authority.id.clone()));
    let mut initiatives: Vec<Summary> = content
        .initiatives
        .iter()
        .filter_map(|read| read.sheet.as_ref())
        .map(|initiative| initiative.summary.clone())
        .collect();
    initiatives.sort_by_cached_key(|summary| (fold(&summary.name), summary.id.clone()));
    Catalogue {
        documents: content
            .documents
            .iter()
            .map(|source| source.document.clone())
            .collect(),
        authorities,
        initiatives,
    }
}

fn one<T: Serialize>(
    folder: &str,
    kind: FileKind,
    id: &str,
    sheet: Option<&T>,
) -> Result<Option<OutputFile>> {
    let path = format!("{folder}/{id}.bin");
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
