//! The record files: the catalogue, and one file a sheet in each language.

use super::{OutputFile, links::Links, rendering::Renderer};
use crate::text::SheetTexts;
use anyhow::{Context, Result};
use content::{Content, fold::fold};
use model::Lang;
use model::data::{FileKind, encode_catalogue, encode_one};
use model::domain::{Authority, Catalogue, FacetValues, Initiative, Summary};
use std::collections::BTreeMap;

/// `catalogue.bin`, the sentences of the initiatives, then for each language one file a sheet, in the folder of its kind.
pub fn files(content: &Content, links: &Links<'_>) -> Result<Vec<OutputFile>> {
    let mut files = vec![OutputFile {
        path: "catalogue.bin".to_owned(),
        bytes: encode_catalogue(&catalogue(content)).context("catalogue.bin")?,
    }];
    files.push(OutputFile {
        path: format!("{}/leads.bin", Lang::Fr.id()),
        bytes: encode_one(FileKind::Leads, &leads(content)).context("leads.bin")?,
    });
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

/// Each initiative in one sentence, by its id: the rows of the list tell it, once the first view is there.
fn leads(content: &Content) -> Vec<(&str, &str)> {
    let sheets = content.initiatives.iter();
    let sheets = sheets.filter_map(|read| read.sheet.as_ref());
    sheets
        .map(|sheet| (sheet.summary.id.as_str(), sheet.lead.as_str()))
        .collect()
}

/// What the first view needs: initiatives, the best established first, then by name; each with its values of every facet.
pub fn catalogue(content: &Content) -> Catalogue {
    let authorities: BTreeMap<&str, &Authority> = content
        .authorities
        .iter()
        .filter_map(|read| Some((read.id.as_str(), read.sheet.as_ref()?)))
        .collect();
    let summary = |initiative: &Initiative| {
        let ids = initiative.summary.authorities.iter();
        let taking_part: Vec<_> = ids
            .filter_map(|id| authorities.get(id.as_str()).copied())
            .collect();
        Summary {
            values: FacetValues::of(initiative, &taking_part),
            ..initiative.summary.clone()
        }
    };
    let sheets = content.initiatives.iter();
    let sheets = sheets.filter_map(|read| read.sheet.as_ref());
    let mut initiatives: Vec<Summary> = sheets.map(summary).collect();
    initiatives
        .sort_by_cached_key(|summary| (summary.standing, fold(&summary.name), summary.id.clone()));
    Catalogue { initiatives }
}
