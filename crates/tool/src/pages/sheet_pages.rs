//! One page a sheet.

use super::{Page, Section, Source, json_ld, texts};
use crate::sheet::{sheet_name, sheet_view};
use crate::text::PageTexts;
use model::address::Address;
use model::domain::{Block, Inline, Linked, Section as Part, Sheet, TargetKind};

/// The pages of all the sheets.
pub fn pages(source: &Source<'_>) -> Vec<Page> {
    let sheets = source.links.all();
    sheets.iter().map(|linked| page(source, linked)).collect()
}

fn page(source: &Source<'_>, linked: &Linked) -> Page {
    let target = linked.sheet.target();
    let path = format!("{}/", target.path());
    let title = sheet_name(texts().screen, &linked.sheet);
    let description = description(&linked.sheet, &title);
    let address = Address {
        panel: Some(target.clone()),
        ..Address::default()
    };
    Page {
        json_ld: json_ld::sheet(linked, &title, &description, &source.site().url),
        main: source.html(&path, || sheet_view(linked)),
        above: Some(section(target.kind)),
        on_map: Some(address.query()),
        path,
        title,
        description,
    }
}

fn section(kind: TargetKind) -> Section {
    match kind {
        TargetKind::Initiative => Section::Initiatives,
        TargetKind::Authority => Section::Authorities,
        TargetKind::Lever => Section::Levers,
        TargetKind::Theme => Section::Themes,
        TargetKind::Recommendation => Section::Recommendations,
    }
}

/// A sentence that says what the sheet is.
fn description(sheet: &Sheet, title: &str) -> String {
    match sheet {
        Sheet::Initiative(sheet) => sheet.lead.clone(),
        Sheet::Lever(sheet) => sheet.definition.clone(),
        Sheet::Authority(sheet) => first_words(&sheet.sections)
            .unwrap_or_else(|| (PageTexts::get().about_authority)(title)),
        Sheet::Recommendation(sheet) => {
            first_words(&sheet.sections).unwrap_or_else(|| title.to_owned())
        }
        Sheet::Theme(_) => (PageTexts::get().about_theme)(title),
    }
}

/// The first paragraph of a text, as plain words.
fn first_words(sections: &[Part]) -> Option<String> {
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let runs = blocks.filter_map(|block| match block {
        Block::Paragraph(runs) => Some(runs),
        Block::List(items) | Block::Steps(items) => items.first(),
    });
    let words = |runs: &Vec<Inline>| -> String {
        let run = |run: &Inline| match run {
            Inline::Text(text) | Inline::Strong(text) => text.clone(),
            Inline::Link { label, .. } => label.clone(),
        };
        runs.iter().map(run).collect()
    };
    runs.map(words).next()
}
