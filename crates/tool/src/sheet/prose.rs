//! The text of a sheet.

use super::context::section_id;
use super::terms::explained;
use crate::text::SheetTexts;
use leptos::prelude::*;
use model::domain::{Block, Inline, Section};

/// Sections, each with its heading.
pub fn sections(texts: &'static SheetTexts, sections: &[Section]) -> impl IntoView + use<> {
    sections
        .iter()
        .map(|section| {
            view! {
                <section class="prose">
                    <h3 id=section_id(section.heading)>{(texts.heading)(section.heading)}</h3>
                    <div lang="fr">{blocks(&section.blocks)}</div>
                </section>
            }
        })
        .collect_view()
}

/// Sections whose headings are their author's.
pub fn free_sections(sections: &[Section<String>]) -> AnyView {
    let section = |section: &Section<String>| {
        view! {
            <section class="prose">
                <h3>{section.heading.clone()}</h3>
                <div>{section.blocks.iter().map(block).collect_view()}</div>
            </section>
        }
    };
    sections.iter().map(section).collect_view().into_any()
}

/// Paragraphs and lists.
pub fn blocks(blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Paragraph(runs) => view! { <p>{inlines(runs)}</p> }.into_any(),
        Block::List(items) => view! { <ul>{list(items)}</ul> }.into_any(),
        Block::Steps(items) => view! { <ol>{list(items)}</ol> }.into_any(),
    }
}

fn list(items: &[Vec<Inline>]) -> Vec<AnyView> {
    let item = |runs: &Vec<Inline>| view! { <li>{inlines(runs)}</li> }.into_any();
    items.iter().map(item).collect()
}

fn inlines(runs: &[Inline]) -> Vec<AnyView> {
    runs.iter().map(inline).collect()
}

fn inline(run: &Inline) -> AnyView {
    match run {
        Inline::Text(text) => explained(text),
        Inline::Strong(text) => view! { <strong>{explained(text)}</strong> }.into_any(),
        Inline::Link { label, url } => external_link(label, url).into_any(),
    }
}

/// A link to another site. It opens in the same window, as links do.
pub fn external_link(label: &str, url: &str) -> impl IntoView + use<> {
    view! { <a href=url.to_owned() rel="noopener external" target="_top">{label.to_owned()}</a> }
}
