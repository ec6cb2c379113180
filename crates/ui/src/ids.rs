//! Ids of the elements that code looks up.

/// What the app lives in. Until it starts, the list of initiatives.
pub const APP: &str = "app";
/// In it, the names of all initiatives.
pub const NAMES: &str = "noms";
/// Column and map, for the style.
pub const PAGE: &str = "page";
/// The column beside the map; in a narrow layout, over its lower part.
pub const COLUMN: &str = "colonne";
/// The canvas.
pub const MAP: &str = "carte";
/// The box that finds.
pub const FIND: &str = "chercher";
/// What it answers.
pub const ANSWERS: &str = "reponses";
/// The heading of the list. Addresses lead there, and the focus of a closed sheet when nothing else is left of it.
pub const LIST_HEADING: &str = "liste";
/// The list of initiatives, both parts.
pub const LIST: &str = "initiatives";
/// The rows of what was opened together.
pub const OPENED: &str = "ensemble";
/// Their heading.
pub const OPENED_HEADING: &str = "ensemble-titre";
/// The rows of what covers a territory in view.
pub const ON_TERRITORIES: &str = "sur-territoires";
/// The rows of what the map has in view.
pub const IN_VIEW: &str = "dans-la-vue";
/// The rows of the others.
pub const OUT_OF_VIEW: &str = "hors-de-la-vue";
/// The heading of the open sheet. The focus goes there when it opens.
pub const SHEET_HEADING: &str = "fiche";
/// Where the legend of layers goes.
pub const LAYER_LEGEND: &str = "legende-points";
/// Where the list of points goes.
pub const LAYER_LIST: &str = "liste-points";
/// Where the panel of a point goes.
pub const POINT_HOST: &str = "fiche-point";
