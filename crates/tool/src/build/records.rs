//! The record files: the catalogue, the facets beyond it, and one file a sheet in each language.

use super::{OutputFile, links::Links, over, rendering::Renderer};
use crate::text::SheetTexts;
use anyhow::{Context, Result};
use content::{Content, Gazetteer, fold::fold};
use model::Lang;
use model::data::{FileKind, encode_catalogue, encode_one, facet_rows};
use model::domain::{Authority, Catalogue, Facet, FacetValues, Initiative, Summary};
use model::text::{Texts, later};
use std::collections::BTreeMap;

/// `catalogue.bin`, the sentences of the initiatives, then for each language the facets and one file a sheet, in the folder of its kind.
/// Without a gazetteer nobody knows what is inside the territories that initiatives cover.
pub fn files(
    content: &Content,
    links: &Links<'_>,
    gazetteer: Option<&Gazetteer>,
) -> Result<Vec<OutputFile>> {
    let mut catalogue = catalogue(content);
    if let Some(gazetteer) = gazetteer {
        over::tell(&mut catalogue, gazetteer);
    }
    let mut files = vec![OutputFile {
        path: "catalogue.bin".to_owned(),
        bytes: encode_catalogue(&of_first_view(&catalogue)).context("catalogue.bin")?,
    }];
    files.push(OutputFile {
        path: format!("{}/leads.bin", Lang::Fr.id()),
        bytes: encode_one(FileKind::Leads, &leads(content)).context("leads.bin")?,
    });
    let renderer = Renderer::of(content);
    let sheets = links.all();
    for &lang in Lang::ALL {
        let texts = SheetTexts::of(lang);
        let path = format!("{}/facets.bin", lang.id());
        let facets = facet_rows(
            |facet, value| name(content, lang, facet, value),
            later::lines(lang),
            &catalogue,
        );
        let bytes = encode_one(FileKind::Facets, &facets).with_context(|| path.clone())?;
        files.push(OutputFile { path, bytes });
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

/// The catalogue without what the facets bring.
fn of_first_view(catalogue: &Catalogue) -> Catalogue {
    let mut catalogue = catalogue.clone();
    for initiative in &mut catalogue.initiatives {
        initiative.values = initiative.values.of_catalogue();
    }
    catalogue
}

/// The name of a value of a facet that is folded away at first. Documents are those of the content.
fn name(content: &Content, lang: Lang, facet: Facet, value: u8) -> Option<String> {
    match facet {
        Facet::Lever => None,
        Facet::Document => {
            let id = facet.values().get(usize::from(value))?;
            let mut documents = content.documents.iter().map(|source| &source.document);
            let document = documents.find(|document| document.id == *id)?;
            Some(document.title.clone())
        }
        _ => Some(Texts::of(lang).value(facet, value).to_owned()),
    }
}

/// What the map knows of initiatives: the best established first, then by name; each with its values of every facet.
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
