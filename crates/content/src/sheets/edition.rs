//! What tells an edition of the map from others, on its screen: names, languages, first view, logo, colours, links.

use super::conformity::Conformity;
use crate::reading::{CONFORMITY, Fields, LANG};
use crate::{RawFile, Rule};
use model::Lang;
use model::address::{Address, Rgb, parameters};

/// What an edition shows of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// What the map is, under its name.
    pub tagline: String,
    /// Its name and tagline in English; those of the French screen where there are none.
    pub english: Option<(String, String)>,
    /// The languages that it offers, its own first.
    pub languages: Vec<Lang>,
    /// What the map shows when an address asks for nothing: a query, `territoire=departement:08`.
    pub start: String,
    /// The picture before its name.
    pub logo: Option<Picture>,
    /// The picture of the tab.
    pub icon: Option<Picture>,
    /// The colour of links and buttons, on light paper and on dark paper.
    pub accent: Option<(Rgb, Rgb)>,
    /// Ways to the publisher's other sites, in the header: name and address.
    pub links: Vec<(String, String)>,
    /// What the accessibility statement says.
    pub conformity: Conformity,
    /// Whether browsers keep the map for a visit without network.
    pub offline: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            tagline: String::new(),
            english: None,
            languages: Lang::ALL.to_vec(),
            start: String::new(),
            logo: None,
            icon: None,
            accent: None,
            links: Vec::new(),
            conformity: Conformity::None,
            offline: false,
        }
    }
}

/// A picture of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// `svg` or `png`.
    pub ending: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The most bytes of a picture that every visitor downloads.
const MAX_PICTURE: usize = 60_000;
/// What text stands on (public/style.css): the papers of the light scheme, then those of the dark one.
const LIGHT: [Rgb; 3] = [
    Rgb(0xff, 0xff, 0xff),
    Rgb(0xf5, 0xf4, 0xf1),
    Rgb(0xee, 0xf4, 0xfa),
];
const DARK: [Rgb; 3] = [
    Rgb(0x1a, 0x1f, 0x23),
    Rgb(0x22, 0x28, 0x2d),
    Rgb(0x1b, 0x2b, 0x3a),
];
/// The contrast of text with its paper (WCAG 2.1, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

/// Reads these fields of `site.toml`. `files`: the folder, which holds the pictures.
pub fn read_look(fields: &Fields<'_>, files: &[RawFile]) -> Look {
    let mut languages = fields.choices("languages", &LANG);
    if languages.is_empty() {
        languages = Lang::ALL.to_vec();
    }
    Look {
        tagline: fields.text_if_any("tagline").unwrap_or_default(),
        english: fields.table("en", |fields| {
            Some((
                fields.text("name")?,
                fields.text_if_any("tagline").unwrap_or_default(),
            ))
        }),
        languages,
        start: read_start(fields).unwrap_or_default(),
        logo: read_picture(fields, "logo", files),
        icon: read_picture(fields, "icon", files),
        accent: fields.table("colours", read_accent),
        links: fields.tables("links", |fields| {
            Some((fields.text("name")?, fields.url("url")?))
        }),
        conformity: fields
            .choice_if_any("accessibility", &CONFORMITY)
            .unwrap_or(Conformity::None),
        offline: fields.flag_if_any("offline"),
    }
}

/// The query of the first view, as the address of the map shows it.
fn read_start(fields: &Fields<'_>) -> Option<String> {
    let text = fields.text_if_any("start")?;
    let query = text.trim_start_matches(['.', '/', '?']);
    let pairs: Vec<(String, String)> = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let (_, problems) = Address::parse(&pairs, "");
    let known = parameters();
    let is_known = |(name, value): &(String, String)| {
        known.contains(&name.as_str()) && name != "lang" && !value.is_empty()
    };
    let is_plain = query
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._~,:=&".contains(&byte));
    if !is_plain || !problems.is_empty() || !pairs.iter().all(is_known) {
        fields.problem(
            "start",
            Rule::SiteLook,
            format!("« {text} » n'est pas une vue de la carte."),
            "Mettez la carte comme vous la voulez, puis copiez ce qui suit le « ? » de son adresse : territoire=departement:08 (voir docs/EMBED.md). La langue se dit avec languages.",
        );
        return None;
    }
    Some(query.to_owned())
}

fn read_picture(fields: &Fields<'_>, key: &'static str, files: &[RawFile]) -> Option<Picture> {
    let name = fields.text_if_any(key)?;
    let problem = |message: String, remedy: &str| {
        fields.problem(key, Rule::SiteLook, message, remedy);
        None
    };
    let Some(file) = files.iter().find(|file| file.path == name) else {
        return problem(
            format!("Le dossier ne contient pas « {name} »."),
            "Déposez l'image à côté de site.toml, et écrivez le nom de son fichier.",
        );
    };
    let Some(ending) = ["svg", "png"]
        .into_iter()
        .find(|ending| is_picture(ending, &name, &file.bytes))
    else {
        return problem(
            format!("« {name} » n'est pas une image qui convient."),
            "Donnez un PNG, ou un SVG sans script, sans lien et sans rien d'extérieur.",
        );
    };
    if file.bytes.len() > MAX_PICTURE {
        return problem(
            format!("« {name} » dépasse {} ko.", MAX_PICTURE / 1000),
            "Chaque visiteur la télécharge : donnez-en une plus légère.",
        );
    }
    Some(Picture {
        ending,
        bytes: file.bytes.clone(),
    })
}

/// Whether a file is what its ending says. A drawing may hold no program and ask for nothing: servers give it as a page too.
fn is_picture(ending: &str, name: &str, bytes: &[u8]) -> bool {
    if !name.to_lowercase().ends_with(&format!(".{ending}")) {
        return false;
    }
    match ending {
        "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        _ => core::str::from_utf8(bytes).is_ok_and(is_quiet_drawing),
    }
}

fn is_quiet_drawing(svg: &str) -> bool {
    let svg = svg.to_lowercase();
    let loud = [
        "<script",
        "<foreignobject",
        "javascript:",
        "<!entity",
        "@import",
        "href=\"http",
        "href='http",
        "url(http",
        "<iframe",
        "<animate",
        "<set",
    ];
    // `onload=`, `onclick =`: an attribute whose name begins with « on ».
    let mut words = svg.split(|c: char| c.is_whitespace() || c == '"' || c == '\'' || c == '/');
    let listens = words.any(|word| word.starts_with("on") && word.contains('='));
    svg.contains("<svg") && !listens && !loud.iter().any(|one| svg.contains(one))
}

fn read_accent(fields: &Fields<'_>) -> Option<(Rgb, Rgb)> {
    let light = read_colour(fields, "accent", &LIGHT, Rgb(0, 0, 0));
    let dark = if fields.has("accent_dark") {
        read_colour(fields, "accent_dark", &DARK, Rgb(0xff, 0xff, 0xff))
    } else {
        light.map(|light| legible(light, &DARK, Rgb(0xff, 0xff, 0xff)))
    };
    if !fields.has("accent") {
        fields.missing("accent");
    }
    light.zip(dark)
}

/// A colour that is legible on these papers; otherwise the nearest one that is, towards `end`, is told.
fn read_colour(fields: &Fields<'_>, key: &'static str, papers: &[Rgb], end: Rgb) -> Option<Rgb> {
    let text = fields.text_if_any(key)?;
    let Some(colour) = Rgb::parse(&text) else {
        fields.problem(
            key,
            Rule::SiteLook,
            format!("« {text} » n'est pas une couleur."),
            "Écrivez-la ainsi : \"#0b6e4f\".",
        );
        return None;
    };
    let nearest = legible(colour, papers, end);
    if nearest != colour {
        fields.problem(
            key,
            Rule::SiteLook,
            format!("Un lien de la couleur {colour} ne se lit pas assez sur les fonds de la carte (contraste de moins de 4,5)."),
            format!("La plus proche qui convient est \"{nearest}\"."),
        );
        return None;
    }
    Some(colour)
}

/// The colour itself when it is legible on all of these papers; otherwise the first that is on the way to `end`.
fn legible(colour: Rgb, papers: &[Rgb], end: Rgb) -> Rgb {
    let is_legible = |colour: &Rgb| {
        let mut papers = papers.iter();
        papers.all(|&paper| colour.contrast(paper) >= LEAST_CONTRAST)
    };
    let between = |step: u16| {
        let mix = |from: u8, to: u8| {
            let mixed = (u16::from(from) * (100 - step) + u16::from(to) * step) / 100;
            u8::try_from(mixed).unwrap_or(to)
        };
        Rgb(
            mix(colour.0, end.0),
            mix(colour.1, end.1),
            mix(colour.2, end.2),
        )
    };
    (0..=100).map(between).find(is_legible).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_that_is_not_legible_becomes_one_that_is() {
        let green = Rgb(0x0b, 0x6e, 0x4f);
        assert_eq!(legible(green, &LIGHT, Rgb(0, 0, 0)), green);
        let yellow = Rgb(0xff, 0xd0, 0x00);
        let legible_yellow = legible(yellow, &LIGHT, Rgb(0, 0, 0));
        assert_ne!(legible_yellow, yellow);
        for paper in LIGHT {
            assert!(legible_yellow.contrast(paper) >= LEAST_CONTRAST);
        }
        for paper in DARK {
            assert!(legible(green, &DARK, Rgb(255, 255, 255)).contrast(paper) >= LEAST_CONTRAST);
        }
    }

    #[test]
    fn a_drawing_that_acts_is_refused() {
        assert!(is_picture(
            "svg",
            "logo.svg",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>"
        ));
        for loud in [
            "<svg><script>x</script></svg>",
            "<svg onload=\"x\"/>",
            "<svg/onload=x>",
            "<svg><a href=\"javascript:x\"/></svg>",
            "<svg><image href=\"https://a.fr/b.png\"/></svg>",
            "<p>",
        ] {
            assert!(!is_picture("svg", "logo.svg", loud.as_bytes()), "{loud}");
        }
        assert!(!is_picture("png", "logo.png", b"<svg"));
        assert!(!is_picture("svg", "logo.png", b"<svg"));
    }
}
