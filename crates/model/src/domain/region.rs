//! The régions: what stands for all the territories of one when the map is far.

/// Code, name, longitude and latitude of the label point: those of the gazetteer, as a test of the tool asks.
const REGIONS: [(&str, &str, f32, f32); 18] = [
    ("01", "Guadeloupe", -61.6661, 16.0862),
    ("02", "Martinique", -61.0746, 14.7216),
    ("03", "Guyane", -53.0059, 4.0311),
    ("04", "La Réunion", 55.5048, -21.1086),
    ("06", "Mayotte", 45.1591, -12.7846),
    ("11", "Île-de-France", 2.7065, 48.6292),
    ("24", "Centre-Val de Loire", 1.6327, 47.3977),
    ("27", "Bourgogne-Franche-Comté", 4.3996, 47.1421),
    ("28", "Normandie", 0.9126, 49.3196),
    ("32", "Hauts-de-France", 2.2877, 50.3029),
    ("44", "Grand Est", 5.3799, 48.5556),
    ("52", "Pays de la Loire", -0.3934, 47.8178),
    ("53", "Bretagne", -2.4386, 48.0361),
    ("75", "Nouvelle-Aquitaine", 0.1923, 45.4349),
    ("76", "Occitanie", 1.8169, 43.657),
    ("84", "Auvergne-Rhône-Alpes", 5.5222, 45.4778),
    ("93", "Provence-Alpes-Côte d’Azur", 6.3357, 43.961),
    ("94", "Corse", 9.1111, 42.2365),
];

/// A région.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// « Grand Est ».
    pub name: &'static str,
    /// Longitude of its label point, degrees.
    pub lon: f64,
    /// Latitude of its label point, degrees.
    pub lat: f64,
}

impl Region {
    /// The codes of the régions, in ascending order.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        REGIONS.iter().map(|(code, ..)| *code)
    }

    /// The région with this INSEE code.
    pub fn of(code: &str) -> Option<Self> {
        let &(_, name, lon, lat) = REGIONS.iter().find(|(known, ..)| *known == code)?;
        Some(Self {
            name,
            lon: lon.into(),
            lat: lat.into(),
        })
    }
}
