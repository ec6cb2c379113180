//! Where an initiative is: a point, or a whole territory.

use serde::{Deserialize, Serialize};

closed_list! {
    /// How precisely the source places an initiative.
    Precision {
        /// A street address.
        Address = "address",
        /// A neighbourhood of a commune.
        District = "district",
        /// Somewhere in a commune.
        Commune = "commune",
        /// A whole intercommunalité.
        Epci = "epci",
        /// A whole département.
        Departement = "departement",
        /// A whole région.
        Region = "region",
    }
}

impl Precision {
    /// The kind of territory that the initiative covers, when it is not a point.
    pub fn covers(self) -> Option<TerritoryKind> {
        match self {
            Self::Epci => Some(TerritoryKind::Epci),
            Self::Departement => Some(TerritoryKind::Departement),
            Self::Region => Some(TerritoryKind::Region),
            Self::Address | Self::District | Self::Commune => None,
        }
    }
}

closed_list! {
    /// A kind of administrative territory, the largest first.
    TerritoryKind {
        /// Région, by its INSEE code (2 digits).
        Region = "region",
        /// Département, by its INSEE code (2 or 3 characters).
        Departement = "departement",
        /// Intercommunalité, by its SIREN (9 digits).
        Epci = "epci",
        /// Établissement public territorial of the Grand Paris, by its SIREN.
        Ept = "ept",
        /// Commune, by its INSEE code (5 characters).
        Commune = "commune",
    }
}

/// An administrative territory, by kind and official code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Territory {
    /// Région, département…
    pub kind: TerritoryKind,
    /// INSEE code, or SIREN for an EPCI or EPT.
    pub code: String,
}

impl Territory {
    /// `commune-2a004`: kind and code, as paths and addresses have them.
    pub fn slug(&self) -> String {
        [self.kind.id(), "-", &self.code.to_ascii_lowercase()].concat()
    }

    /// Reads `kind:code`, or a bare code where only one kind has codes of that shape: five characters (commune) or nine
    /// digits (intercommunalité). Two digits alone could be a région or a département: `None`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (kind, code) = match text.split_once(':') {
            Some((kind, code)) => (TerritoryKind::from_id(kind.trim())?, code.trim()),
            None if text.len() == 5 => (TerritoryKind::Commune, text),
            None if text.len() == 9 => (TerritoryKind::Epci, text),
            None => return None,
        };
        let shape = match kind {
            TerritoryKind::Region => code.len() == 2,
            TerritoryKind::Departement => (2..=3).contains(&code.len()),
            TerritoryKind::Commune => code.len() == 5,
            TerritoryKind::Epci | TerritoryKind::Ept => {
                code.len() == 9 && code.bytes().all(|b| b.is_ascii_digit())
            }
        };
        let alphanumeric = code
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'A' | b'B' | b'a' | b'b'));
        (shape && alphanumeric).then(|| Self {
            kind,
            code: code.to_ascii_uppercase(),
        })
    }
}

/// The code of the département of a commune, from the commune's INSEE code: its first two characters, three overseas.
pub fn departement_of(commune: &str) -> &str {
    let overseas = commune.starts_with("97") || commune.starts_with("98");
    commune
        .get(..if overseas { 3 } else { 2 })
        .unwrap_or(commune)
}

/// The commune of a municipal arrondissement of Paris, Lyon or Marseille, from its INSEE code; any other code is its own.
pub fn commune_of(code: &str) -> &str {
    const CITIES: [[&str; 3]; 3] = [
        ["75101", "75120", "75056"],
        ["69381", "69389", "69123"],
        ["13201", "13216", "13055"],
    ];
    let is_of = |[first, last, _]: &&[&str; 3]| (*first..=*last).contains(&code);
    CITIES.iter().find(is_of).map_or(code, |[.., city]| city)
}

impl core::fmt::Display for Territory {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}:{}", self.kind.id(), self.code)
    }
}

/// Bounds in degrees: west, south, east, north.
pub type Extent = [f32; 4];

/// One place of an initiative: a point, or a whole territory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Longitude of the marker, degrees: of a territory, of a point well inside it.
    #[serde(with = "degrees")]
    pub lon: f64,
    /// Latitude of the marker, degrees.
    #[serde(with = "degrees")]
    pub lat: f64,
    /// The bounds of the territory, when the initiative covers one.
    pub extent: Option<Extent>,
    /// How precise the position is.
    pub precision: Precision,
    /// What a reader sees: « Petit-Nanterre, Nanterre (92) ».
    pub label: String,
    /// The territories that contain this place, innermost first; the first is the place itself when it is a territory.
    /// Empty abroad.
    pub territories: Vec<Territory>,
}

/// Degrees in a file: whole hundred-thousandths, about a metre. The last digits of an `f64` would not compress.
mod degrees {
    use serde::{Deserialize, Deserializer, Serializer};

    const UNITS: f64 = 100_000.0;

    pub fn serialize<S: Serializer>(degrees: &f64, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i32((degrees * UNITS).round() as i32)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
        Ok(f64::from(i32::deserialize(from)?) / UNITS)
    }
}

/// What the names of intercommunalités begin with, which a map need not say.
const COMMUNITIES: [&str; 3] = [
    "Communauté de communes ",
    "Communauté d'agglomération ",
    "Communauté urbaine ",
];
const ARTICLES: [&str; 6] = ["du ", "des ", "de la ", "de l'", "de ", "d'"];

/// What initiatives that are drawn at one point share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// A street address.
    Address,
    /// A neighbourhood.
    District,
    /// A commune, no closer.
    Commune,
    /// They cover a territory, or several of a région.
    Territory {
        /// Whether several.
        several: bool,
    },
}

impl Place {
    /// Whether the place lies in the territory, or is it.
    pub fn is_in(&self, territory: &Territory) -> bool {
        self.territories.contains(territory)
    }

    /// What the reader takes it for, without the district: « Nanterre (92) », « Communauté urbaine de Dunkerque ».
    pub fn town(&self) -> &str {
        let after = self.label.rfind(',').map_or(0, |comma| comma + 1);
        self.label.get(after..).unwrap_or_default().trim_start()
    }

    /// The same as short as may be: « Dunkerque », « Plaine Commune ».
    pub fn short_name(&self) -> &str {
        let name = self.town();
        let kind = COMMUNITIES.iter().find_map(|kind| name.strip_prefix(kind));
        let Some(name) = kind else { return name };
        let article = ARTICLES
            .iter()
            .find_map(|article| name.strip_prefix(article));
        article.unwrap_or(name)
    }

    /// The commune, or the one around an arrondissement; none of a territory and abroad.
    pub fn commune(&self) -> Option<&str> {
        let mut communes = self
            .territories
            .iter()
            .filter(|one| one.kind == TerritoryKind::Commune);
        Some(communes.next_back()?.code.as_str())
    }

    /// What places at one point share.
    pub fn shared(places: &[&Self]) -> Shared {
        let all = |is: fn(&Self, &Self) -> bool| {
            places
                .first()
                .is_some_and(|first| places.iter().all(|place| is(place, first)))
        };
        if all(|place, _| place.precision == Precision::Address) {
            Shared::Address
        } else if all(|place, first| {
            place.precision != Precision::Commune && place.label == first.label
        }) {
            Shared::District
        } else {
            Shared::Commune
        }
    }

    /// Whether it meets bounds: a territory by its extent.
    pub fn meets(&self, [west, south, east, north]: [f64; 4]) -> bool {
        let [w, s, e, n] = self
            .extent
            .map_or([self.lon, self.lat, self.lon, self.lat], |extent| {
                extent.map(f64::from)
            });
        w <= east && e >= west && s <= north && n >= south
    }

    /// The territory that the initiative covers here, when it is not a point.
    pub fn covered(&self) -> Option<&Territory> {
        self.precision
            .covers()
            .and_then(|_| self.territories.first())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_territory_is_read_with_or_without_its_kind() {
        let plaine_commune = Territory {
            kind: TerritoryKind::Ept,
            code: "200057867".into(),
        };
        assert_eq!(
            Territory::parse("ept:200057867"),
            Some(plaine_commune.clone())
        );
        assert_eq!(
            Territory::parse(&plaine_commune.to_string()),
            Some(plaine_commune)
        );
        assert_eq!(
            Territory::parse("93066").map(|t| t.kind),
            Some(TerritoryKind::Commune)
        );
        assert_eq!(
            Territory::parse("departement:2a").map(|t| t.code),
            Some("2A".into())
        );
    }

    #[test]
    fn a_commune_tells_its_departement() {
        for (commune, departement) in [
            ("59350", "59"),
            ("2A004", "2A"),
            ("2B033", "2B"),
            ("97105", "971"),
            ("97411", "974"),
            ("97502", "975"),
            ("98735", "987"),
            ("9", "9"),
            ("é", "é"),
        ] {
            assert_eq!(departement_of(commune), departement, "{commune}");
        }
    }

    #[test]
    fn an_ambiguous_or_misshapen_territory_is_refused() {
        for text in [
            "",
            "11",
            "region:",
            "region:1234",
            "ept:20005786",
            "ville:93066",
            "commune:93 66",
            "9306é",
        ] {
            assert_eq!(Territory::parse(text), None, "{text}");
        }
    }
}
