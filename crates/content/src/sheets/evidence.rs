//! References to documents, and the figures that stand on them.

use super::References;
use super::figure::{check_unit, read_range, read_year_of_figure};
use crate::reading::{Citation, Fields};
use crate::{Rule, nearest};
use model::domain::{Comparison, Evidence, Figure};

/// A list of references that may not be empty.
pub fn read_sources(
    fields: &Fields<'_>,
    key: &'static str,
    refs: &References<'_>,
) -> Vec<Evidence> {
    if fields.is_without(key) {
        fields.problem(
            key,
            Rule::NoSource,
            format!("La fiche ne cite aucune source ([[{key}]])."),
            format!("Ajoutez au moins une table [[{key}]] avec document, where et lines."),
        );
    }
    fields.tables(key, |fields| read_evidence(fields, refs))
}

/// The reference that a claim must have. `claim`: « Ce chiffre ».
pub fn read_required_evidence(
    fields: &Fields<'_>,
    parent: &'static str,
    key: &'static str,
    claim: &str,
    refs: &References<'_>,
) -> Option<Evidence> {
    if !fields.has(key) {
        fields.problem(
            key,
            Rule::NoEvidence,
            format!("{claim} ne dit pas d'où il vient."),
            format!("Ajoutez une table [{parent}.{key}] avec document, where et lines."),
        );
    }
    fields.table(key, |fields| read_evidence(fields, refs))
}

fn read_evidence(fields: &Fields<'_>, refs: &References<'_>) -> Option<Evidence> {
    let document = fields.text_at("document");
    if !fields.has("where") {
        fields.problem(
            "where",
            Rule::NoWhere,
            "La référence ne dit pas où chercher dans le document.",
            "Ajoutez where = \"Chapitre 2 « … »\" : ce qu'un lecteur du document peut retrouver.",
        );
    }
    let place = fields.text_if_any("where");
    let lines = read_lines(fields);
    let document = document?;
    check_document(fields, &document.value, refs);
    let citation = Citation {
        at: document.bytes.start,
        document: document.value.clone(),
        lines,
    };
    // Lines that are wrong have been reported: only what can be followed, or has no lines at all, is left to check.
    if lines.is_some() || !fields.has("lines") {
        fields.file().note(|notes| notes.citations.push(citation));
    }
    Some(Evidence {
        document: document.value,
        place: place?,
    })
}

fn check_document(fields: &Fields<'_>, id: &str, refs: &References<'_>) {
    let Some(documents) = refs
        .documents
        .as_ref()
        .filter(|known| !known.contains_key(id))
    else {
        return;
    };
    let ids: Vec<_> = documents.keys().map(String::as_str).collect();
    fields.problem(
        "document",
        Rule::UnknownDocument,
        format!("Le document « {id} » n'est pas dans sources.toml."),
        nearest::remedy(id, &ids),
    );
}

fn read_lines(fields: &Fields<'_>) -> Option<(usize, usize)> {
    const KEY: &str = "lines";
    if !fields.has(KEY) {
        return None;
    }
    let Some((first, last)) = fields
        .integers_if_any(KEY)
        .and_then(|lines| as_lines(&lines))
    else {
        fields.problem(
            KEY,
            Rule::MalformedLines,
            "Les lignes ne sont pas deux nombres positifs.",
            "Écrivez la première et la dernière ligne : lines = [207, 250].",
        );
        return None;
    };
    if first > last {
        fields.problem(
            KEY,
            Rule::InvertedLines,
            format!("La première ligne ({first}) vient après la dernière ({last})."),
            format!("Écrivez lines = [{last}, {first}]."),
        );
        return None;
    }
    Some((first, last))
}

fn as_lines(lines: &[i64]) -> Option<(usize, usize)> {
    match *lines {
        [first, last] if first > 0 && last > 0 => {
            Some((usize::try_from(first).ok()?, usize::try_from(last).ok()?))
        }
        _ => None,
    }
}

/// A number with its unit, label, year and source.
pub fn read_figure(fields: &Fields<'_>, refs: &References<'_>) -> Option<Figure> {
    if !fields.has("value") {
        fields.missing("value");
    }
    let value = fields.number_if_any("value");
    let unit = fields.text("unit");
    let label = fields.text("label");
    let year = read_year_of_figure(fields);
    let to = read_range(fields, value, unit.as_deref(), label.as_deref());
    check_unit(fields, unit.as_deref(), label.as_deref());
    let compare = fields.table("compare", read_comparison);
    let source = read_required_evidence(fields, "figures", "source", "Ce chiffre", refs);
    if let (Some(value), Some("euros" | "€")) =
        (value.filter(|&value| value < 0.0), unit.as_deref())
    {
        fields.negative("value", &value.to_string());
    }
    Some(Figure {
        value: value?,
        to,
        unit: unit?,
        label: label?,
        year: year?,
        compare,
        source: source?,
    })
}

/// What the document sets beside a figure: a number of the same unit, and whose it is.
fn read_comparison(fields: &Fields<'_>) -> Option<Comparison> {
    if !fields.has("value") {
        fields.missing("value");
    }
    let value = fields.number_if_any("value");
    let label = fields.text("label");
    Some(Comparison {
        value: value?,
        label: label?,
    })
}
