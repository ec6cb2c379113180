//! The rules of an import: a public id each, and what it is about.

use serde::{Serialize, Serializer};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $title:literal;)*) => {
        /// A rule of an import.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($(#[$doc])* $name,)* }

        impl Rule {
            /// All of them, those of the file first.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its public id.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// What it is about, in French.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }
        }
    };
}

rules! {
    /// A file of a kind that is not read.
    FileKind = "fichier-non-lu", "Le fichier n'est pas d'un format lu";
    /// It cannot be opened without a password.
    Password = "fichier-protege", "Le fichier est protégé par un mot de passe";
    /// It announces more than it may.
    Bomb = "fichier-demesure", "Le fichier annonce plus qu'il ne doit";
    /// It cannot be read to its end.
    Damaged = "fichier-abime", "Le fichier est abîmé";
    /// It holds no row.
    Empty = "fichier-vide", "Le fichier ne contient aucune ligne";
    /// How it was read.
    Reading = "lecture", "Ce qui a été compris du fichier";
    /// Lines before the titles.
    Preamble = "preambule", "Lignes avant les titres des colonnes";
    /// Where the titles are.
    Header = "titres", "Titres des colonnes";
    /// Two columns of one title.
    SameTitle = "titre-en-double", "Deux colonnes portent le même titre";
    /// A column that plays no part.
    OtherColumn = "colonne-non-reconnue", "Colonnes non reconnues, gardées telles quelles";
    /// Merged cells.
    Merged = "cellules-fusionnees", "Cellules fusionnées";
    /// Quotes that swallow text.
    Quote = "guillemet", "Guillemets";
    /// Not as many cells as titles.
    Width = "nombre-de-colonnes", "Lignes qui n'ont pas le bon nombre de colonnes";
    /// Bytes that are no text.
    LostCharacter = "caractere-perdu", "Caractères perdus";
    /// Text read once in the wrong encoding, before it came here.
    Scrambled = "texte-brouille", "Textes enregistrés dans le mauvais encodage";
    /// Cells that were mended here.
    Mended = "correction", "Cellules corrigées ici";
    /// A formula whose value is not in the file.
    Formula = "formule", "Formules sans valeur enregistrée";
    /// The same row twice.
    Duplicate = "doublon", "Lignes identiques";
    /// A row that sums others.
    Total = "total", "Lignes de total";
    /// Nothing says where the row is.
    NoPlace = "sans-lieu", "Lignes dont rien ne dit où elles sont";
    /// Coordinates that cannot be read.
    Coordinates = "coordonnees", "Coordonnées";
    /// Latitude and longitude swapped.
    Swapped = "coordonnees-echangees", "Latitude et longitude échangées";
    /// Both are 0.
    NullIsland = "coordonnees-nulles", "Latitude et longitude à 0";
    /// Outside France.
    Abroad = "hors-de-france", "Coordonnées hors de France";
    /// Metres of a grid.
    Grid = "projection", "Coordonnées en mètres";
    /// Coordinates far from the commune of the row.
    FarFromCommune = "loin-de-la-commune", "Coordonnées loin de la commune de la ligne";
    /// The code of a commune.
    Commune = "commune", "Communes";
    /// A commune that has merged.
    FormerCommune = "commune-fusionnee", "Communes qui ont fusionné";
    /// The seat of an authority.
    Seat = "siege", "Lignes placées d'après une collectivité";
    /// A name that is empty or cannot be shown.
    Name = "nom", "Noms";
    /// A SIRET or a SIREN.
    Siret = "siret", "SIRET et SIREN";
    /// The number of an association.
    Rna = "rna", "Numéros RNA";
    /// An amount.
    Amount = "montant", "Montants";
    /// A date.
    Date = "date", "Dates";
    /// A word of a closed list.
    Choice = "valeur-attendue", "Valeurs hors de la liste attendue";
    /// An empty cell that should not be.
    Missing = "valeur-manquante", "Valeurs manquantes";
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
