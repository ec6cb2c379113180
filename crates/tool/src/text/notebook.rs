//! The sentences of « Mon carnet », in French.

/// Title and description of the page.
pub const PAGE: (&str, &str) = (
    "Mon carnet",
    "Jusqu’à six initiatives côte à côte, à envoyer ou à imprimer en un seul document\u{a0}: leviers, montants, résultats, difficultés.",
);
/// How the page works.
pub const LEAD: &str = "Cochez jusqu’à six initiatives. Rien n’est enregistré\u{a0}: l’adresse de la page garde votre choix, vous pouvez l’envoyer, la mettre de côté ou imprimer le tableau.";
/// Heading of the choice.
pub const CHOICE: &str = "Choisir les initiatives";
/// Finds initiatives by their name or place.
pub const FIND: &str = "Chercher par nom ou par lieu";
/// Name of the table that can be moved sideways.
pub const REGION: &str = "Tableau du carnet, à faire défiler";
/// Without script.
pub const NO_SCRIPT: &str = "Cette page a besoin de JavaScript. Sans lui, chaque initiative a sa fiche, qui s’imprime\u{a0}:";
/// The list of initiatives.
pub const ALL: &str = "toutes les initiatives";
/// Prints the table.
pub const PRINT: &str = "Imprimer le carnet";
/// Empties it.
pub const CLEAR: &str = "Vider le carnet";
/// Back to the map, which keeps the notebook.
pub const ON_MAP: &str = "Continuer sur la carte";
/// The words of the script, by their name there. `{}` stands for a number.
pub const WORDS: [(&str, &str); 19] = [
    ("none", "Le carnet est vide\u{a0}: cochez une initiative."),
    ("some", "Dans le carnet\u{a0}: {} sur 6."),
    (
        "full",
        "Le carnet est plein\u{a0}: six initiatives. Décochez-en une pour en mettre une autre.",
    ),
    (
        "unknown",
        "Initiatives inconnues, laissées de côté\u{a0}: {}.",
    ),
    ("found", "{} trouvées."),
    ("caption", "Mon carnet\u{a0}:"),
    ("lead", "En une phrase"),
    ("place", "Où"),
    ("status", "Avancement"),
    ("form", "Forme juridique"),
    ("since", "Depuis"),
    ("authorities", "Collectivités"),
    ("uses", "Leviers"),
    ("result", "Résultat"),
    ("obstacle", "Difficulté"),
    ("themes", "Thèmes"),
    ("silent", "Les documents ne le disent pas"),
    ("remove", "Retirer du carnet"),
    ("and", "et"),
];
