//! `site.toml`: who publishes this edition of the map, and where.

use crate::Rule;
use crate::reading::{Fields, SourceFile, read_toml};

/// This edition of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteInfo {
    /// Name of the map, in titles.
    pub name: String,
    /// What it is, in one sentence.
    pub description: String,
    /// Where it is published, with a final slash.
    pub url: String,
    /// Who publishes it; empty as long as nobody has said.
    pub publisher: String,
    /// Who hosts it; empty as long as nobody has said.
    pub host: String,
    /// The page where visitors write to the publisher; empty as long as nobody has said.
    pub contact: String,
}

/// Reads the file. What the publisher has not said is a warning: the map works without it, the law asks for it.
pub fn read_site(file: &SourceFile) -> SiteInfo {
    read_toml(file, (&file.text, 0), |fields| {
        let contact = fields.url_if_any("contact").unwrap_or_default();
        let info = SiteInfo {
            name: fields.text("name").unwrap_or_default(),
            description: fields.text("description").unwrap_or_default(),
            url: fields.url("url").unwrap_or_default(),
            publisher: fields.text_if_any("publisher").unwrap_or_default(),
            host: fields.text_if_any("host").unwrap_or_default(),
            contact,
        };
        if !info.url.is_empty() && !info.url.ends_with('/') {
            fields.problem(
                "url",
                Rule::SiteUrl,
                "L'adresse du site ne finit pas par une barre oblique.",
                format!("Écrivez url = \"{}/\".", info.url),
            );
        }
        for (key, value) in [
            ("publisher", &info.publisher),
            ("host", &info.host),
            ("contact", &info.contact),
        ] {
            warn_if_unsaid(fields, key, value);
        }
        info
    })
}

fn warn_if_unsaid(fields: &Fields<'_>, key: &'static str, value: &str) {
    if value.is_empty() {
        fields.problem(
            key,
            Rule::SiteIncomplete,
            format!("Le champ « {key} » n'est pas rempli."),
            "Remplissez-le avant de publier : les mentions légales et la déclaration d'accessibilité le demandent.",
        );
    }
}
