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
