//! The essential data of public procurement (DECP): the decrees of 2019 and of 2022, JSON flattened or CSV.

use super::field::{Field, Role};

/// Markets and concessions.
pub const CONTRACTS: &[Field] = &[
    Field::optional("_type", Role::Text, &["type", "typecontrat", "typemarche"]),
    Field::required(
        "id",
        Role::Text,
        &["id", "uid", "idmarche", "identifiantmarche", "numeromarche"],
    ),
    Field::required(
        "acheteur.id",
        Role::Owner,
        &[
            "acheteurid",
            "idacheteur",
            "siretacheteur",
            "acheteursiret",
            "identifiantacheteur",
        ],
    ),
    Field::optional(
        "autoriteConcedante.id",
        Role::Owner,
        &[
            "autoriteconcedanteid",
            "idautoriteconcedante",
            "siretautoriteconcedante",
        ],
    ),
    Field::optional(
        "acheteur.nom",
        Role::Text,
        &["acheteurnom", "nomacheteur", "autoriteconcedantenom"],
    ),
    Field::required(
        "objet",
        Role::Name,
        &["objet", "objetmarche", "libelle", "intitule"],
    ),
    Field::optional("nature", Role::Text, &["nature", "naturemarche"]),
    Field::optional(
        "considerationsSociales",
        Role::Category,
        &[
            "considerationssociales",
            "considerationsocialeconsiderationssociales",
            "considerationssocialesconsiderationsociale",
            "considerationsociale",
        ],
    ),
    Field::optional("codeCPV", Role::Text, &["codecpv", "cpv", "codescpv"]),
    Field::optional(
        "procedure",
        Role::Text,
        &["procedure", "procedurepassation"],
    ),
    Field::optional(
        "lieuExecution.code",
        Role::PlaceCode,
        &["lieuexecutioncode", "codelieuexecution", "lieuexecution"],
    ),
    Field::optional(
        "lieuExecution.typeCode",
        Role::PlaceKind,
        &[
            "lieuexecutiontypecode",
            "typecodelieuexecution",
            "typecode",
            "lieuexecutiontype",
            "typecodelieu",
        ],
    ),
    Field::optional(
        "lieuExecution.nom",
        Role::Text,
        &["lieuexecutionnom", "nomlieuexecution"],
    ),
    Field::optional(
        "dateNotification",
        Role::Date,
        &["datenotification", "datenotificationmarche"],
    ),
    Field::optional(
        "datePublicationDonnees",
        Role::Date,
        &["datepublicationdonnees", "datepublication"],
    ),
    Field::optional("dateSignature", Role::Date, &["datesignature"]),
    Field::optional("valeurGlobale", Role::Amount, &["valeurglobale"]),
    Field::optional("dateDebutExecution", Role::Date, &["datedebutexecution"]),
    Field::optional(
        "montant",
        Role::Amount,
        &["montant", "montantht", "montantmarche", "montantattribue"],
    ),
    Field::optional(
        "montantSubventionPublique",
        Role::Amount,
        &["montantsubventionpublique"],
    ),
    Field::optional(
        "dureeMois",
        Role::Text,
        &["dureemois", "duree", "dureemarche"],
    ),
    Field::optional(
        "titulaires.id",
        Role::Text,
        &[
            "titulairesid",
            "titulairestitulaireid",
            "titulaireid",
            "idtitulaire",
            "concessionnairesid",
            "concessionnairesconcessionnaireid",
            "siretitulaire",
            "titulairesiret",
            "titulaireid1",
            "titulaire1id",
        ],
    ),
];
