//! `site.toml`: who publishes this edition of the map, and where.

use super::documents::is_date;
use super::edition::{Look, read_look};
use crate::reading::{Fields, SourceFile, is_web_address, read_toml};
use crate::{RawFile, Rule};

use model::Lang;

/// This edition of the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SiteInfo {
    /// Name of the map, in titles.
    pub name: String,
    /// What it is, in one sentence.
    pub description: String,
    /// Where it is published, with a final slash.
    pub url: String,
    /// Its day, month or year, for what is printed; empty as long as nobody has said.
    pub date: String,
    /// Who publishes it; empty as long as nobody has said.
    pub publisher: String,
    /// Who hosts it; empty as long as nobody has said.
    pub host: String,
    /// The page where visitors write to the publisher; empty as long as nobody has said.
    pub contact: String,
    /// The tiles that show streets once the visitor asks for them, where the operator names some.
    pub background: Option<Background>,
    /// What it shows of itself.
    pub look: Look,
}

/// Raster tiles of another site (`[background]`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Background {
    /// What they are called, on screen.
    pub name: String,
    /// The address of a tile, with `{z}`, `{x}` and `{y}`.
    pub url: String,
    /// Whom to credit while they are shown.
    pub attribution: String,
    /// The finest level that the site has.
    pub max_zoom: u8,
}

impl Background {
    /// Where the tiles come from: `https://` and a host. For the policy of the page.
    pub fn origin(&self) -> &str {
        let end = self.url.get(SCHEME.len()..).and_then(|rest| rest.find('/'));
        let end = end.map_or(self.url.len(), |end| SCHEME.len() + end);
        self.url.get(..end).unwrap_or_default()
    }

    /// The host, as the visitor reads it.
    pub fn host(&self) -> &str {
        self.origin().strip_prefix(SCHEME).unwrap_or_default()
    }
}

/// Tiles of a page served over `https` must come so too.
const SCHEME: &str = "https://";
/// The levels that a background may end at.
const LEVELS: std::ops::RangeInclusive<i64> = 12..=22;

fn read_background(fields: &Fields<'_>) -> Option<Background> {
    let (name, attribution) = (fields.text("name"), fields.text("attribution"));
    let level = fields.integer_if_any("max_zoom").unwrap_or(18);
    let url = fields.text("url")?;
    let filled = ["{z}", "{x}", "{y}"]
        .iter()
        .fold(url.clone(), |filled, hole| filled.replacen(hole, "1", 1));
    let is_template = filled.len() + 6 == url.len() && url.starts_with(SCHEME);
    if !is_template || !is_web_address(&filled) || filled.contains([' ', '\'', ';', ',']) {
        fields.problem(
            "url",
            Rule::SiteBackground,
            format!("« {url} » n'est pas l'adresse de tuiles."),
            "Écrivez une adresse en https:// qui contient {z}, {x} et {y}, chacun une fois.",
        );
        return None;
    }
    if !LEVELS.contains(&level) {
        fields.problem(
            "max_zoom",
            Rule::SiteBackground,
            format!("Le niveau {level} n'est pas celui de rues."),
            "Écrivez le niveau le plus fin que le site propose, de 12 à 22.",
        );
    }
    Some(Background {
        name: name?,
        url,
        attribution: attribution?,
        max_zoom: u8::try_from(level).unwrap_or(18),
    })
}

/// Reads the file. What the publisher has not said is a warning: the map works without it, the law asks for it.
/// `files`: the folder, which holds the pictures.
pub fn read_site(file: &SourceFile, files: &[RawFile]) -> SiteInfo {
    read_toml(file, (&file.text, 0), |fields| {
        let contact = fields.url_if_any("contact").unwrap_or_default();
        let info = SiteInfo {
            name: fields.text("name").unwrap_or_default(),
            description: fields.text("description").unwrap_or_default(),
            url: fields.url("url").unwrap_or_default(),
            date: read_date(fields).unwrap_or_default(),
            publisher: fields.text_if_any("publisher").unwrap_or_default(),
            host: fields.text_if_any("host").unwrap_or_default(),
            contact,
            background: fields.table("background", read_background),
            look: read_look(fields, files),
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

fn read_date(fields: &Fields<'_>) -> Option<String> {
    let date = fields.text_if_any("date")?;
    if is_date(&date) {
        return Some(date);
    }
    fields.problem(
        "date",
        Rule::MalformedDate,
        format!("« {date} » n'est pas une date."),
        "Écrivez le jour de cette édition : \"2026-11-30\".",
    );
    None
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

impl SiteInfo {
    /// The name of the map on a screen in this language.
    pub fn name_in(&self, lang: Lang) -> &str {
        match (lang, &self.look.english) {
            (Lang::En, Some((name, _))) => name,
            _ => &self.name,
        }
    }

    /// What it is, under its name.
    pub fn tagline_in(&self, lang: Lang) -> &str {
        match (lang, &self.look.english) {
            (Lang::En, Some((_, tagline))) => tagline,
            _ => &self.look.tagline,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_background_says_where_its_tiles_come_from() {
        let of = |url: &str| Background {
            url: url.to_owned(),
            ..Background::default()
        };
        let background = of("https://tuiles.example.org/wmts?z={z}&x={x}&y={y}");
        assert_eq!(background.origin(), "https://tuiles.example.org");
        assert_eq!(background.host(), "tuiles.example.org");
        assert_eq!(
            of("https://tuiles.example.org").host(),
            "tuiles.example.org"
        );
        assert_eq!(of("").origin(), "");
    }
}
