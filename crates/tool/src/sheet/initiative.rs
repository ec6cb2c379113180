//! The sheet of an initiative.

use super::prose::sections;

use super::diagram::diagram;
use super::evidence::Sources;
use super::figures::Figures;
use super::lever_use::lever_uses;
use super::partners::{is_here, partners};
use super::{context, head::band, keep, links::links};
use leptos::prelude::*;
use model::domain::{Initiative, Linked};

/// What it is, the diagram, the levers, the text, figures, partners and money, links, sources.
pub fn view(sheet: &Initiative, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let mut text = sheet.sections.clone();
    text.retain(|section| !is_here(section.heading));
    view! {
        {band(sheet, linked)}
        {keep(&sheet.summary.id)}
        {diagram(&sheet.summary.name, &sheet.lever_uses, linked)}
        {lever_uses(&sheet.lever_uses, linked)}
        {sections(texts, &text)}
        {partners(sheet)}
        <Figures figures=sheet.figures.clone() />
        {links(&linked.groups)}
        <Sources />
    }
    .into_any()
}
