//! The sentences of « Ce que montre la carte », in French.

use super::count::initiatives_counted;

/// Title and description.
pub const PAGE: (&str, &str) = (
    "Ce que montre la carte",
    "Combien d’initiatives, où, avec quels leviers, sur quels thèmes, et ce que la carte ne sait pas.",
);

/// Heading of the table.
pub const CROSSED: &str = "Quels leviers pour quels thèmes";
/// What the table counts.
pub const CROSSED_NOTE: &str = "Nombre d’initiatives pour lesquelles une collectivité a utilisé ce levier. Une initiative compte une fois pour chacun de ses thèmes et de ses leviers\u{a0}: les lignes et les colonnes ne s’additionnent pas. Chaque nombre ouvre la carte sur ces initiatives.";
/// Name of the table that can be moved sideways.
pub const CROSSED_REGION: &str = "Tableau des leviers par thème, à faire défiler";
/// Heading of the first column.
pub const THEME: &str = "Thème";
/// Heading of the initiatives without an established lever.
pub const NO_LEVER: &str = "Aucun établi";
/// Heading of the last row and column.
pub const ALL: &str = "Toutes les initiatives";
/// Heading of the charts.
pub const CHARTS: &str = "En quatre graphiques";
/// Opens the table behind a chart.
pub const TABLE: &str = "Les nombres";
/// Heading of the number of initiatives.
pub const COUNT: &str = "Initiatives";
/// Titles of the charts, and the heading of their first column.
pub const LEVERS: [&str; 2] = ["Les leviers utilisés par une collectivité", "Levier"];
/// See above.
pub const THEMES: [&str; 2] = ["Les thèmes", "Thème"];
/// See above.
pub const REGIONS: [&str; 2] = ["Les régions", "Région"];
/// See above.
pub const YEARS: [&str; 2] = ["Les années où une collectivité a agi", "Année"];
/// What a chart of initiatives counts.
pub const SEVERAL: &str = "Une initiative peut compter plusieurs fois.";
/// Heading of the small maps.
pub const MAPS: &str = "Six leviers, six cartes";
/// How to read them.
pub const MAPS_NOTE: &str = "Un point\u{a0}: une commune, ou le milieu d’un territoire\u{a0}; plus il est large, plus il y a d’initiatives.";
/// Opens the table behind the maps.
pub const MAPS_TABLE: &str = "Les nombres, région par région";
/// Heading of what is not known.
pub const UNKNOWN: &str = "Ce que la carte ne sait pas";
/// Label of the map of what is not known.
pub const HATCHED: &str = "Hachuré\u{a0}: aucun document ne parle d’une initiative ni d’une collectivité de ce département.";
/// What is not known is not what is not done.
pub const UNKNOWN_NOTE: &str = "Cela ne dit rien de ce qui s’y fait. Les documents ont été écrits par des réseaux qui avaient leurs adhérents, leurs sujets et leurs années\u{a0}; d’autres documents rempliraient d’autres blancs.";
/// Heading of the régions without anything.
pub const NO_REGION: &str = "Régions entières";
/// Heading of the départements without anything, in régions that have some.
pub const NO_DEPARTEMENT: &str = "Départements, dans les autres régions";

/// How many acts have a year: that have one, of how many.
pub fn dated(dated: usize, all: usize) -> String {
    format!(
        "{dated} recours à un levier sur {all} ont une année dans les documents\u{a0}; les autres n’en ont pas."
    )
}

/// What a cell of the table leads to: its count, lever, theme.
pub fn cell(count: usize, lever: &str, theme: Option<&str>) -> String {
    match theme {
        Some(theme) => format!("{}\u{a0}: {lever}, {theme}", initiatives_counted(count)),
        None => format!("{}\u{a0}: {lever}", initiatives_counted(count)),
    }
}

/// Under the map of a lever: how many of its initiatives are not on it.
pub fn off_map(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => ", dont une hors de la métropole".to_owned(),
        count => format!(", dont {count} hors de la métropole"),
    }
}

/// What no document speaks of: the documents (« Aucun des cinq documents »), départements, how many there are.
pub fn nothing(documents: &str, missing: usize, all: usize) -> String {
    format!(
        "{documents} ne parle d’une initiative ni d’une collectivité de {missing} départements sur {all}."
    )
}
