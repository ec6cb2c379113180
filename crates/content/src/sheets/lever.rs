//! The sheet of a lever.

use super::{
    References,
    evidence::{read_figure, read_required_evidence, read_sources},
};
use crate::reading::{Fields, SourceFile, read_body, read_halves};
use model::domain::{Heading, LegalPoint, Lever, LeverSheet, Resource};

/// Reads the sheet of a lever.
pub fn read_lever(file: &SourceFile, lever: Lever, refs: &References<'_>) -> Option<LeverSheet> {
    let (front, body) = read_halves(file, |fields| read_front(fields, lever, refs))?;
    let sections = read_body(file, body, Heading::LEVER);
    front.map(|sheet| LeverSheet { sections, ..sheet })
}

fn read_front(fields: &Fields<'_>, lever: Lever, refs: &References<'_>) -> Option<LeverSheet> {
    fields.text("name");
    let long_name = fields.text("long_name");
    let definition = fields.prose("definition");
    fields.text_if_any("notes");
    let definition_sources = read_sources(fields, "definition_sources", refs);
    let resources = fields.tables("resources", |fields| read_resource(fields, refs));
    let figures = fields.tables("figures", |fields| read_figure(fields, refs));
    let legal = fields.tables("legal", |fields| read_legal(fields, refs));
    Some(LeverSheet {
        lever,
        long_name: long_name?,
        definition: definition?,
        definition_sources,
        sections: Vec::new(),
        figures,
        legal,
        resources,
    })
}

fn read_resource(fields: &Fields<'_>, refs: &References<'_>) -> Option<Resource> {
    let name = fields.text("name");
    let what = fields.prose("what");
    let url = fields.url_if_any("url");
    let source = read_required_evidence(fields, "resources", "source", "Cette ressource", refs);
    Some(Resource {
        name: name?,
        what: what?,
        url,
        source: source?,
    })
}

fn read_legal(fields: &Fields<'_>, refs: &References<'_>) -> Option<LegalPoint> {
    let text = fields.prose("text");
    let law = fields.text("law");
    let dated = fields.year("dated");
    let changed_since = fields.text_if_any("changed_since");
    let source = read_required_evidence(fields, "legal", "source", "Ce point de droit", refs);
    Some(LegalPoint {
        text: text?,
        law: law?,
        dated: dated?,
        changed_since,
        source: source?,
    })
}
