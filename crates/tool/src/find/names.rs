//! The files that the box of the map reads: the directory of territories, and the names of sheets.

use crate::disk::OutputFile;
use anyhow::{Context, Result};
use content::Content;
use find::Directory;
use model::Lang;
use model::data::directory::Shard;
use model::data::named::{Named, encode_named};
use model::domain::{Authority, Initiative, Lever, Target, Theme};
use model::text::{Texts, synonyms};

/// The folder of these files.
pub const FOLDER: &str = "find";

/// `first.bin`, `names-<key>.bin`, `sheets-<language>.bin`, and `said.bin`, which is asked for after them.
///
/// # Errors
/// When a name cannot be written: it holds a line feed.
pub fn files(content: &Content, directory: &Directory) -> Result<Vec<OutputFile>> {
    let first = territories("first", &directory.first);
    let others = directory
        .others
        .iter()
        .map(|(key, shard)| territories(&format!("names-{key}"), shard));
    let sheets = Lang::ALL.iter().map(|&lang| {
        let bytes = encode_named(&named(content, lang)).context("les noms des fiches")?;
        Ok(file(&format!("sheets-{}", lang.id()), bytes))
    });
    let said = encode_named(&said(content)).context("ce que disent les initiatives")?;
    let said = std::iter::once(Ok(file("said", said)));
    let first = std::iter::once(first);
    first.chain(others).chain(sheets).chain(said).collect()
}

fn territories(name: &str, shard: &Shard) -> Result<OutputFile> {
    let bytes = shard
        .encode()
        .with_context(|| format!("{FOLDER}/{name}.bin"))?;
    Ok(file(name, bytes))
}

fn file(name: &str, bytes: Vec<u8>) -> OutputFile {
    OutputFile {
        path: format!("{FOLDER}/{name}.bin"),
        bytes,
    }
}

/// Initiatives, authorities, levers and themes, with the words that lead to them.
pub fn named(content: &Content, lang: Lang) -> Vec<Named> {
    let texts = Texts::of(lang);
    let initiatives = content
        .initiatives
        .iter()
        .filter_map(|read| read.sheet.as_ref())
        .map(initiative);
    let authorities = content
        .authorities
        .iter()
        .filter_map(|read| read.sheet.as_ref())
        .map(authority);
    let levers = Lever::ALL.iter().map(|&lever| {
        let also = synonyms::of_lever(lever).to_owned();
        Named::new(Target::lever(lever), (texts.lever)(lever).to_owned(), also)
    });
    let themes = Theme::ALL.iter().map(|&theme| {
        let also = synonyms::of_theme(theme).to_owned();
        Named::new(Target::theme(theme), texts.theme(theme).to_owned(), also)
    });
    initiatives
        .chain(authorities)
        .chain(levers)
        .chain(themes)
        .collect()
}

fn initiative(initiative: &Initiative) -> Named {
    let summary = &initiative.summary;
    let places = summary.places.iter().map(|place| place.label.as_str());
    let also = places.collect::<Vec<_>>().join(" ");
    Named::new(Target::initiative(&summary.id), summary.name.clone(), also)
}

/// What initiatives say of themselves, and the other names of the levers and themes that they are of.
pub fn said(content: &Content) -> Vec<Named> {
    let sheets = content.initiatives.iter();
    let sheets = sheets.filter_map(|read| read.sheet.as_ref());
    let said = sheets.map(|sheet| {
        let summary = &sheet.summary;
        let texts = Texts::of(Lang::Fr);
        let levers = summary.levers.iter();
        let levers = levers.map(|&lever| [(texts.lever)(lever), synonyms::of_lever(lever)]);
        let themes = summary.themes.iter();
        let themes = themes.map(|&theme| [texts.theme(theme), synonyms::of_theme(theme)]);
        let under: Vec<_> = levers.chain(themes).flatten().collect();
        Named {
            says: sheet.lead.clone(),
            under: under.join(", "),
            ..initiative(sheet)
        }
    });
    said.collect()
}

fn authority(authority: &Authority) -> Named {
    let reference = &authority.reference;
    let also = authority.former_name.clone().unwrap_or_default();
    Named::new(
        Target::authority(&reference.id),
        reference.name.clone(),
        also,
    )
}
