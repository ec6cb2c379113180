//! Titles that no list has, told by their words: « N° Siret de la collectivité », « Date du conseil », « Ville du siège social ».

use super::title;

/// A field that words tell: one word of each list, and none that says something else.
struct Told {
    /// The id of the field.
    field: &'static str,
    /// A word of each of these.
    one_of: &'static [&'static [&'static str]],
    /// No word of these.
    none_of: &'static [&'static [&'static str]],
}

const NUMBERS: &[&str] = &["siret", "siren"];
const GIVERS: &[&str] = &[
    "attribuant",
    "attribuante",
    "attributrice",
    "collectivite",
    "financeur",
    "autorite",
];
const RECEIVERS: &[&str] = &[
    "beneficiaire",
    "beneficiaires",
    "association",
    "associations",
    "structure",
    "organisme",
    "tiers",
];
const NAMES: &[&str] = &["nom", "denomination", "intitule", "libelle", "raison"];

/// What somebody or something has beside its name.
const ASPECTS: &[&str] = &[
    "adresse",
    "voie",
    "rue",
    "code",
    "postal",
    "cp",
    "insee",
    "commune",
    "ville",
    "quartier",
    "departement",
    "region",
    "pays",
    "epci",
    "canton",
    "siege",
    "latitude",
    "longitude",
    "siret",
    "siren",
    "rna",
    "id",
    "identifiant",
    "numero",
    "n",
    "montant",
    "subvention",
    "aide",
    "date",
    "annee",
    "type",
    "nature",
    "forme",
    "statut",
    "categorie",
    "objet",
    "activite",
    "secteur",
    "domaine",
    "nombre",
    "mail",
    "email",
    "courriel",
    "telephone",
    "tel",
    "site",
    "contact",
    "responsable",
    "president",
    "prenom",
    "gestionnaire",
];

/// Amounts of something else than what was given.
const OTHER_AMOUNTS: &[&str] = &[
    "demande",
    "demandee",
    "demandes",
    "sollicite",
    "sollicitee",
    "projet",
    "action",
    "prevu",
    "previsionnel",
    "budget",
    "depense",
    "depenses",
    "cout",
    "solde",
    "acompte",
    "avance",
    "reste",
];

/// The surest first.
const TOLD: &[Told] = &[
    Told {
        field: "idAttribuant",
        one_of: &[NUMBERS, GIVERS],
        none_of: &[],
    },
    Told {
        field: "idBeneficiaire",
        one_of: &[NUMBERS],
        none_of: &[GIVERS],
    },
    Told {
        field: "rnaBeneficiaire",
        one_of: &[&["rna", "waldec"]],
        none_of: &[],
    },
    Told {
        field: "dateConvention",
        one_of: &[
            &["date"],
            &[
                "convention",
                "decision",
                "conseil",
                "deliberation",
                "vote",
                "attribution",
                "octroi",
                "signature",
                "commission",
                "seance",
                "bureau",
                "arrete",
                "notification",
            ],
        ],
        none_of: &[&["debut", "fin", "publication", "versement", "limite"]],
    },
    Told {
        field: "objet",
        one_of: &[
            &["objet", "libelle", "intitule", "nom", "description"],
            &[
                "projet",
                "action",
                "subvention",
                "dossier",
                "aide",
                "convention",
                "operation",
                "demande",
            ],
        ],
        none_of: &[NUMBERS, &["montant", "date", "type", "code", "numero"]],
    },
    Told {
        field: "nomAttribuant",
        one_of: &[NAMES, GIVERS],
        none_of: &[ASPECTS],
    },
    Told {
        field: "nomBeneficiaire",
        one_of: &[RECEIVERS],
        none_of: &[ASPECTS, GIVERS],
    },
    Told {
        field: "montant",
        one_of: &[
            &["montant", "montants", "somme", "subvention", "aide"],
            &[
                "attribue",
                "attribuee",
                "accorde",
                "accordee",
                "alloue",
                "allouee",
                "vote",
                "votee",
                "verse",
                "versee",
                "octroye",
                "octroyee",
                "obtenu",
                "subvention",
                "subventions",
                "aide",
            ],
        ],
        none_of: &[OTHER_AMOUNTS, ASPECTS_OF_AID],
    },
    Told {
        field: "latitude",
        one_of: &[&["latitude", "lat"]],
        none_of: &[&["longitude", "lon"]],
    },
    Told {
        field: "longitude",
        one_of: &[&["longitude", "lon", "lng"]],
        none_of: &[&["latitude", "lat"]],
    },
    Told {
        field: "latitude",
        one_of: &[&["y"], GRIDS],
        none_of: &[&["x"]],
    },
    Told {
        field: "longitude",
        one_of: &[&["x"], GRIDS],
        none_of: &[&["y"]],
    },
    Told {
        field: "coordonnees",
        one_of: &[&["coordonnees", "gps", "geolocalisation", "geopoint"]],
        none_of: &[&["x", "y", "bancaires", "contact"]],
    },
    Told {
        field: "code_insee",
        one_of: &[&["insee"]],
        none_of: &[&["departement", "region", "epci"]],
    },
    Told {
        field: "code_postal",
        one_of: &[&["postal", "cp"]],
        none_of: &[&["adresse"]],
    },
    Told {
        field: "commune",
        one_of: &[&["commune", "ville", "localite"]],
        none_of: &[&["code", "insee", "postal", "nombre", "adresse"]],
    },
    Told {
        field: "departement",
        one_of: &[&["departement"]],
        none_of: &[&["region"]],
    },
    Told {
        field: "adresse",
        one_of: &[&["adresse"]],
        none_of: &[
            &[
                "mail",
                "email",
                "courriel",
                "electronique",
                "web",
                "ip",
                "internet",
                "site",
            ],
            &["rue", "voie", "numero", "complement"],
        ],
    },
    Told {
        field: "nom",
        one_of: &[NAMES],
        none_of: &[ASPECTS, GIVERS],
    },
];

/// « Type de subvention » is no amount.
const ASPECTS_OF_AID: &[&str] = &[
    "type",
    "nature",
    "forme",
    "objet",
    "date",
    "annee",
    "taux",
    "pourcentage",
    "part",
    "numero",
    "code",
    "conditions",
    "nombre",
    "exercice",
    "reference",
];

const GRIDS: &[&str] = &[
    "coordonnee",
    "coordonnees",
    "coord",
    "l93",
    "lambert",
    "lambert93",
    "wgs84",
    "rgf93",
];

/// The ids of the fields that the words of a title tell, the surest first.
pub fn fields(title: &str) -> impl Iterator<Item = &'static str> {
    let words = title::words(title);
    let holds = move |list: &&[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    TOLD.iter()
        .filter(move |told| told.one_of.iter().all(&holds) && !told.none_of.iter().any(&holds))
        .map(|told| told.field)
}

/// The field of a day or of an amount, whatever the day or the amount: « Date de fin », « Montant demandé ».
pub fn value(title: &str) -> Option<&'static str> {
    let words = title::words(title);
    match words.first()?.as_str() {
        "date" => Some("date"),
        "montant" | "montants" => Some("montant"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_a_field_and_what_is_beside_it_is_not_taken_for_it() {
        for (title, expected) in [
            ("N° Siret de la collectivité", Some("idAttribuant")),
            ("Numéro de SIRET de l'association", Some("idBeneficiaire")),
            ("Date du conseil municipal", Some("dateConvention")),
            ("Libellé du projet", Some("objet")),
            ("Nom complet de l'association", Some("nomBeneficiaire")),
            (
                "Association / structure bénéficiaire",
                Some("nomBeneficiaire"),
            ),
            ("Subvention accordée en 2023", Some("montant")),
            ("Montant de l'aide votée", Some("montant")),
            ("Ville du siège social", Some("commune")),
            ("Code INSEE (commune)", Some("code_insee")),
            ("Adresse du lieu", Some("adresse")),
            ("Latitude du site", Some("latitude")),
            ("Coordonnée X (Lambert 93)", Some("longitude")),
            ("Montant demandé", None),
            ("Budget du projet", None),
            ("Adresse mail", None),
            ("Type d'association", None),
            ("Nombre de bénéficiaires", None),
            ("Nom du contact", None),
            ("Type de subvention", None),
        ] {
            assert_eq!(fields(title).next(), expected, "{title}");
        }
        assert_eq!(value("Date de fin"), Some("date"));
        assert_eq!(value("Montant demandé"), Some("montant"));
        assert_eq!(value("Mise à jour"), None);
    }
}
