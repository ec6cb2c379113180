//! A column that a schema knows.

/// What a column is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The name of the point.
    Name,
    /// Its category.
    Category,
    /// Latitude, or northing.
    Latitude,
    /// Longitude, or easting.
    Longitude,
    /// « 50.6292,3.0573 », or a point as GeoJSON.
    Point,
    /// The INSEE code of a commune.
    Insee,
    /// A postcode.
    Postcode,
    /// The name of a commune.
    Commune,
    /// The code or the name of a département.
    Departement,
    /// An address that ends with a postcode and a commune.
    Address,
    /// A code whose kind another column tells.
    PlaceCode,
    /// The kind of that code.
    PlaceKind,
    /// The SIRET or SIREN of the authority that acts.
    Owner,
    /// Any other SIRET or SIREN.
    Siret,
    /// The number of an association.
    Rna,
    /// Euros.
    Amount,
    /// A day.
    Date,
    /// A day, or two with a slash between.
    Period,
    /// « oui » or « non ».
    YesNo,
    /// A share between 0 and 1.
    Share,
    /// Words of a closed list, several with a semicolon between.
    Words(&'static [&'static str]),
    /// Anything.
    Text,
}

impl Role {
    /// Whether only one column of a table plays it.
    pub fn is_alone(self) -> bool {
        let several = [
            Self::Amount,
            Self::Date,
            Self::Siret,
            Self::Owner,
            Self::Text,
        ];
        !several.contains(&self)
    }

    /// Whether it tells where the point is, or what it is called.
    pub fn tells_the_point(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Category
                | Self::Latitude
                | Self::Longitude
                | Self::Point
                | Self::Insee
                | Self::Postcode
                | Self::Commune
                | Self::Departement
                | Self::Address
                | Self::PlaceCode
                | Self::PlaceKind
                | Self::Owner
        )
    }

    /// The role of a public id of [`CHOICES`].
    pub fn of_id(id: &str) -> Option<Self> {
        let found = CHOICES.iter().find(|(_, known, _)| *known == id);
        found.map(|(role, ..)| *role)
    }
}

/// What a column may be said to be, by hand: a public id, and its name in French.
pub const CHOICES: &[(Role, &str, &str)] = &[
    (Role::Name, "nom", "Nom"),
    (Role::Category, "categorie", "Catégorie"),
    (Role::Latitude, "latitude", "Latitude"),
    (Role::Longitude, "longitude", "Longitude"),
    (Role::Point, "coordonnees", "Latitude et longitude ensemble"),
    (Role::Insee, "code_insee", "Code Insee de la commune"),
    (Role::Postcode, "code_postal", "Code postal"),
    (Role::Commune, "commune", "Nom de la commune"),
    (Role::Departement, "departement", "Département"),
    (
        Role::Address,
        "adresse",
        "Adresse avec code postal et commune",
    ),
    (
        Role::Owner,
        "siret_collectivite",
        "Siret de la collectivité",
    ),
    (Role::Siret, "siret", "Siret ou Siren"),
    (Role::Amount, "montant", "Montant"),
    (Role::Date, "date", "Date"),
];

/// A column of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its title in the schema.
    pub id: &'static str,
    /// What it is used for.
    pub role: Role,
    /// Whether a row without it has to be completed.
    pub required: bool,
    /// The keys of its other titles.
    pub names: &'static [&'static str],
}

impl Field {
    /// A column that may be empty.
    pub const fn optional(id: &'static str, role: Role, names: &'static [&'static str]) -> Self {
        Self {
            id,
            role,
            required: false,
            names,
        }
    }

    /// A column that may not.
    pub const fn required(id: &'static str, role: Role, names: &'static [&'static str]) -> Self {
        Self {
            id,
            role,
            required: true,
            names,
        }
    }
}
