//! Sentences that the app asks for when it first needs them (`data::complete`): they would weigh on every first view.

use crate::Lang;

/// Number of lines of « Lire la carte », which come first: what a marker's colour and shape mean, a ring, its pale and grey arcs, a tag,
/// a line to a point.
pub const KEY: usize = 5;
/// Where the sentence is that says that nothing matches.
pub const NOTHING_SHOWN: usize = KEY;
/// Where the sentence is that says that nothing is in the view, though elsewhere there is.
pub const NOTHING_HERE: usize = KEY + 1;
/// Number of sentences.
pub const LINES: usize = KEY + 2;

/// The sentences.
pub fn lines(lang: Lang) -> [&'static str; LINES] {
    match lang {
        Lang::Fr => FR,
        Lang::En => EN,
    }
}

const FR: [&str; LINES] = [
    "Forme et couleur disent le levier principal. Plein\u{a0}: une collectivité l’a utilisé\u{a0}; bord dentelé\u{a0}: déduit du texte\u{a0}; creux\u{a0}: un autre acteur\u{a0}; creux pointillé\u{a0}: envisagé ou refusé\u{a0}; «\u{a0}?\u{a0}»\u{a0}: soutien, levier non précisé.",
    "Plusieurs initiatives proches. Les arcs comptent comme les boutons ci-dessus\u{a0}: une initiative compte une fois pour chaque levier qu’une collectivité y a utilisé.",
    "Arc pâle\u{a0}: levier d’un autre acteur, envisagé ou refusé. Arc gris\u{a0}: levier non précisé, ou rien de public.",
    "Étiquette\u{a0}: initiatives qui couvrent tout un territoire (intercommunalité, département ou région). De loin, il y en a une par région.",
    "Initiatives à la même adresse, ou dont le document ne dit que la commune\u{a0}: un trait les relie au point qu’elles partagent.",
    "Les documents lus pour cette carte ne racontent aucune initiative qui réunisse ces critères. Cela ne dit rien de ce qui se fait sur place. Retirez un filtre pour voir les autres.",
    "Les documents lus pour cette carte ne racontent aucune initiative à cet endroit. Cela ne dit rien de ce qui s’y fait.",
];

const EN: [&str; LINES] = [
    "Shape and colour tell the main lever. Full: an authority used it; notched edge: inferred from the text; hollow: another actor; hollow and dotted: considered or declined; “?”: support, lever not specified.",
    "Several initiatives close together. Arcs count as the buttons above do: an initiative counts once for each lever that an authority used.",
    "Pale arc: another actor's lever, or one considered or declined. Grey arc: lever not specified, or nothing public.",
    "Tag: initiatives that cover a whole territory (intercommunalité, département or région). From afar there is one for each région.",
    "Initiatives at one address, or of which the document tells no more than the commune: a line ties them to the point they share.",
    "The documents read for this map tell of no initiative that meets these criteria. This says nothing of what is done there. Remove a filter to see the others.",
    "The documents read for this map tell of no initiative in this place. This says nothing of what is done there.",
];
