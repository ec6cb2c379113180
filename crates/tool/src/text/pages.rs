//! The sentences of static pages. The pages are in French, as the sheets are.

use super::count::initiatives_counted;
use super::{atelier, contribute, embed, site_map, territories, understand};
use crate::section::Section;
use content::sheets::Conformity;
use model::Lang;
use model::domain::{AuthorityKind, TargetKind};

/// The accessibility statement, whose link says the state of conformity.
pub const ACCESSIBILITY: &str = "accessibilite/";

/// What the law wants on the first page and on every other: where the site stands.
pub fn accessibility(lang: Lang, state: Conformity) -> String {
    match lang {
        Lang::Fr => format!("Accessibilité\u{a0}: {}", state.id()),
        Lang::En => {
            let state = match state {
                Conformity::None => "not compliant",
                Conformity::Partial => "partially compliant",
                Conformity::Full => "fully compliant",
            };
            format!("Accessibility: {state}")
        }
    }
}

/// A lever, and of how many initiatives where it is told.
pub fn lever_counted(lever: &str, count: Option<usize>) -> String {
    match count {
        Some(count) => format!("{lever} ({count})"),
        None => lever.to_owned(),
    }
}

/// Link from an embed to the map in a page of its own.
pub const FULL_PAGE: &str = "Ouvrir la carte en pleine page";

/// What a page of a list is, above the name of its picture.
pub const fn kind_of(section: Section) -> &'static str {
    match section {
        Section::Initiatives => "Initiative",
        Section::Authorities => "Collectivité",
        Section::Levers => "Levier",
        Section::Themes => "Thème",
        Section::Regions => "Région",
        Section::Territories => "Territoire",
        Section::Recommendations => "Recommandation",
    }
}

/// The page in place of one that is not there.
pub struct NotFound {
    /// Its heading.
    pub title: &'static str,
    /// What may have happened.
    pub lead: &'static str,
    /// Where to go: path and words.
    pub ways: [(&'static str, &'static str); 5],
    /// The same in English, in a sentence.
    pub english: &'static str,
    /// The link of that sentence.
    pub english_link: &'static str,
}

/// Its sentences.
pub const fn not_found() -> NotFound {
    NotFound {
        title: "Page introuvable",
        lead: "Cette adresse ne mène à aucune page du site\u{a0}: elle a changé, ou elle est mal écrite.",
        ways: [
            ("", "Chercher un territoire ou une initiative sur la carte"),
            ("initiatives/", "La liste de toutes les initiatives"),
            ("territoires/", "Les territoires"),
            ("collectivites/", "Les collectivités"),
            ("glossaire/", "Le glossaire"),
        ],
        english: "This page does not exist.",
        english_link: "Search on the map",
    }
}

/// The sentences of the pages.
pub struct PageTexts {
    /// First link of a page: past its header.
    pub skip: &'static str,
    /// Link to the box that finds.
    pub find: &'static str,
    /// Name of the way down to a page.
    pub way: &'static str,
    /// The map, first on that way.
    pub map: &'static str,
    /// Link to the same thing on the map.
    pub on_map: &'static str,
    /// Name of the footer's navigation.
    pub about_site: &'static str,
    /// The pages of the footer: folder and name.
    pub footer: [(&'static str, &'static str); 12],
    /// Licence and dates, at the foot of each page.
    pub licence: &'static str,
    /// Title and description of a list of pages.
    pub list: fn(Section) -> (&'static str, &'static str),
    /// Heading of the initiatives that are in no région.
    pub abroad: &'static str,
    /// Heading of a région in a list: name, number of initiatives.
    pub region_counted: fn(&str, usize) -> String,
    /// What the page of an authority is, when its sheet has no text: its name.
    pub about_authority: fn(&str) -> String,
    /// What the page of a theme is: its name.
    pub about_theme: fn(&str) -> String,
    /// What the page of a région is: its name, number of initiatives.
    pub about_region: fn(&str, usize) -> String,
    /// Kind of page, above its heading.
    pub kind_region: &'static str,
    /// A région without initiatives is not one where nothing is done.
    pub empty_region: &'static str,
    /// Heading of the initiatives of a région: how many.
    pub initiatives_of_region: fn(usize) -> String,
    /// Label of who publishes the site.
    pub publisher: &'static str,
    /// Label of who hosts it.
    pub host: &'static str,
    /// Label of where to write.
    pub contact: &'static str,
    /// One of these is not known.
    pub not_filled: &'static str,
    /// Before the link to the licences of what the program is compiled from, and the link.
    pub components: &'static str,
    pub notices: &'static str,
    /// The files that anyone may take, and what they are.
    pub downloads: [(&'static str, &'static str); 6],
    /// Title and description of the glossary.
    pub glossary: (&'static str, &'static str),
    /// Title and description of the list of documents.
    pub sources: (&'static str, &'static str),
    /// What the documents are for.
    pub sources_lead: &'static str,
    /// Kind of page, above its heading.
    pub kind_document: &'static str,
    /// What the page of a document is: its title.
    pub about_document: fn(&str) -> String,
    /// Link to a document.
    pub read_document: &'static str,
    /// Where a document can be read is not known.
    pub no_address: &'static str,
    /// From the page of a document to their list.
    pub all_sources: &'static str,
    /// Heading of the sheets of a kind that cite a document.
    pub told_of: fn(TargetKind) -> &'static str,
    /// Name of the ways to each kind of authority.
    pub kinds: &'static str,
    /// A kind of authority, several of them.
    pub authorities_of_kind: fn(AuthorityKind) -> &'static str,
    /// What stands beside each authority, before the legend of the icons.
    pub lever_icons: &'static str,
}

impl PageTexts {
    /// The sentences.
    pub const fn get() -> &'static Self {
        &FR
    }
}

fn list(section: Section) -> (&'static str, &'static str) {
    match section {
        Section::Initiatives => (
            "Toutes les initiatives",
            "La liste complète des initiatives de la carte, région par région, avec les leviers des collectivités.",
        ),
        Section::Authorities => (
            "Les collectivités",
            "Les collectivités qui ont agi pour une initiative, par nature\u{a0}: leur politique, leurs moyens, leurs leviers.",
        ),
        Section::Levers => (
            "Les six leviers",
            "Six façons, pour une collectivité, d’aider une initiative solidaire\u{a0}: ce qu’elles sont et comment s’en servir.",
        ),
        Section::Themes => (
            "Les thèmes",
            "Les initiatives par thème\u{a0}: alimentation, emploi, réemploi, habitat, culture…",
        ),
        Section::Regions => (
            "Les régions",
            "Les initiatives région par région, avec les leviers des collectivités.",
        ),
        Section::Territories => territories::LIST,
        Section::Recommendations => (
            "Les dix recommandations",
            "Dix recommandations du guide «\u{a0}Politique de la ville et ESS\u{a0}» du RTES (2016) pour relier deux politiques.",
        ),
    }
}

fn about_region(name: &str, initiatives: usize) -> String {
    match initiatives {
        0 => format!("Aucune initiative de la carte n’est encore en région {name}."),
        count => format!(
            "{} d’économie sociale et solidaire en région {name}, et les leviers des collectivités.",
            initiatives_counted(count)
        ),
    }
}

const GLOSSARY: &str = "Glossaire";
const SOURCES: &str = "Sources";

static FR: PageTexts = PageTexts {
    skip: "Aller au contenu",
    find: "Chercher",
    way: "Fil d’Ariane",
    map: "Carte",
    on_map: "Voir sur la carte",
    about_site: "À propos du site",
    footer: [
        ("comprendre/", understand::PAGE.0),
        ("territoires/", "Territoires"),
        ("atelier/", atelier::PAGE.0),
        ("glossaire/", GLOSSARY),
        ("sources/", SOURCES),
        ("donnees-ouvertes/", "Données ouvertes"),
        ("integrer/", embed::PAGE.0),
        ("contribuer/", contribute::PAGE.0),
        ("a-propos/", "À propos"),
        (ACCESSIBILITY, "Accessibilité"),
        ("mentions-legales/", "Mentions légales"),
        (site_map::PATH, site_map::PAGE.0),
    ],
    licence: "Contenu sous Licence Ouverte 2.0. Chaque fiche cite ses documents, datés de 2016 à 2021.",
    list,
    abroad: "Hors de France",
    region_counted: |name, count| format!("{name} ({count})"),
    about_authority: |name| {
        format!(
            "{name}\u{a0}: ce que cette collectivité a fait pour l’économie sociale et solidaire."
        )
    },
    about_theme: |name| {
        format!(
            "Les initiatives d’économie sociale et solidaire du thème «\u{a0}{name}\u{a0}», et les leviers des collectivités."
        )
    },
    about_region,
    kind_region: "Région",
    empty_region: "Les documents lus pour cette carte ne racontent aucune initiative de cette région. Cela ne dit rien de ce qui s’y fait.",
    initiatives_of_region: |count| format!("Les initiatives ({count})"),
    publisher: "Éditeur",
    host: "Hébergeur",
    contact: "Nous écrire",
    not_filled: "Non renseigné\u{a0}: l’éditeur de ce site doit le compléter.",
    components: "Logiciels libres utilisés",
    notices: "Auteurs et licences (texte, en anglais)",
    downloads: [
        ("initiatives.csv", "Les initiatives (CSV)"),
        ("initiatives.geojson", "Les initiatives (GeoJSON)"),
        (
            "recours.csv",
            "Les recours aux leviers, un par ligne, avec leur source (CSV)",
        ),
        ("collectivites.csv", "Les collectivités (CSV)"),
        ("leviers.csv", "Les leviers (CSV)"),
        (
            "datapackage.json",
            "La description du jeu de données (Frictionless Data Package)",
        ),
    ],
    glossary: (
        GLOSSARY,
        "Les sigles et les mots du métier que l’on lit dans les fiches.",
    ),
    sources: (
        SOURCES,
        "Les documents dont viennent les fiches, avec leur date.",
    ),
    sources_lead: "Chaque levier et chaque chiffre cite le document qui le dit, l’endroit dans ce document, et sa date.",
    kind_document: "Document",
    about_document: |title| {
        format!(
            "Ce que la carte tient du document «\u{a0}{title}\u{a0}»\u{a0}: initiatives, collectivités, leviers et recommandations."
        )
    },
    read_document: "Lire ou télécharger ce document",
    no_address: "Nous ne connaissons pas d’adresse où lire ce document\u{a0}: demandez-le à son éditeur.",
    all_sources: "Tous les documents",
    told_of: |kind| match kind {
        TargetKind::Initiative => "Les initiatives qu’il raconte",
        TargetKind::Authority => "Les collectivités dont il parle",
        TargetKind::Lever => "Les leviers qu’il décrit",
        TargetKind::Theme => "Les thèmes",
        TargetKind::Recommendation => "Les recommandations",
        TargetKind::Territory => "Les territoires",
    },
    kinds: "Sortes de collectivités",
    authorities_of_kind: |kind| match kind {
        AuthorityKind::Commune => "Communes",
        AuthorityKind::Cc => "Communautés de communes",
        AuthorityKind::Ca => "Communautés d’agglomération",
        AuthorityKind::Cu => "Communautés urbaines",
        AuthorityKind::Metropole => "Métropoles",
        AuthorityKind::Ept => "Établissements publics territoriaux",
        AuthorityKind::Departement => "Départements",
        AuthorityKind::Region => "Régions",
        AuthorityKind::Mixed => "Pays et syndicats mixtes",
        AuthorityKind::Foreign => "À l’étranger",
    },
    lever_icons: "Pour chaque collectivité\u{a0}: ses habitants, ses initiatives, et les leviers qu’elle a utilisés, avec pour chacun le nombre d’initiatives.",
};
