//! Coordinates of a row, and what is usually wrong with them.

use super::degrees::number;
use super::fault::Trouble;
use engine::geo::{LonLat, LonLatBounds};

/// Metropolitan and overseas France, with some margin.
const FRANCE: [LonLatBounds; 9] = [
    LonLatBounds::of(-5.6, 41.0, 10.0, 51.5),
    LonLatBounds::of(-63.4, 14.2, -60.7, 18.3),
    LonLatBounds::of(-55.0, 2.0, -51.3, 6.2),
    LonLatBounds::of(54.9, -21.7, 56.1, -20.6),
    LonLatBounds::of(44.7, -13.4, 45.6, -12.3),
    LonLatBounds::of(-56.7, 46.5, -56.0, 47.3),
    LonLatBounds::of(-155.5, -28.5, -134.0, -7.0),
    LonLatBounds::of(162.0, -23.5, 172.5, -17.0),
    LonLatBounds::of(-178.7, -14.8, -175.8, -12.8),
];

/// Which places are taken as they are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// Those outside France.
    pub abroad: bool,
    /// Those outside France that would be in France if latitude and longitude were swapped.
    pub as_written: bool,
}

/// The place of two texts in degrees, with a point or a comma.
pub fn read(lat: &str, lon: &str, tolerance: Tolerance) -> Result<LonLat, Trouble> {
    let (lat, lon) = (degrees("latitude", lat)?, degrees("longitude", lon)?);
    if lat == 0.0 && lon == 0.0 {
        return Err(Trouble::new(
            "latitude et longitude valent 0",
            "c'est souvent une adresse qui n'a pas été trouvée : donnez ses coordonnées, ou retirez la ligne",
        ));
    }
    let there = LonLat::new(lon, lat).ok();
    let seems_swapped = LonLat::new(lat, lon).is_ok_and(in_france);
    match there {
        Some(place) if in_france(place) => Ok(place),
        Some(place) if tolerance.abroad && (tolerance.as_written || !seems_swapped) => Ok(place),
        Some(_) if tolerance.abroad => Err(Trouble::new(
            format!(
                "latitude {lat}, longitude {lon} : hors de France, et en France si on les échange"
            ),
            "échangez-les, ou nommez les colonnes avec --lat et --lon ; --as-written garde ces points tels quels s'ils sont vraiment là",
        )),
        _ => Err(explained(lat, lon, there.is_some())),
    }
}

fn degrees(what: &str, text: &str) -> Result<f64, Trouble> {
    if text.is_empty() {
        return Err(Trouble::new(
            format!("la {what} est vide"),
            "donnez les coordonnées de ce point, ou retirez la ligne",
        ));
    }
    number(text).ok_or_else(|| {
        Trouble::new(
            format!("la {what} « {text} » n'est pas un nombre"),
            "écrivez des degrés décimaux : 48.8566 ou 48,8566",
        )
    })
}

/// Whether a place is in metropolitan or overseas France, or within some margin of it.
pub fn in_france(place: LonLat) -> bool {
    FRANCE.iter().any(|bounds| bounds.contains(place))
}

fn explained(lat: f64, lon: f64, on_earth: bool) -> Trouble {
    let said = format!("latitude {lat}, longitude {lon}");
    if LonLat::new(lat, lon).is_ok_and(in_france) {
        Trouble::new(
            format!("{said} : les deux semblent échangées"),
            "échangez-les, ou nommez les colonnes avec --lat et --lon",
        )
    } else if lat.abs().max(lon.abs()) > 1000.0 {
        Trouble::new(
            format!("{said} : ce ne sont pas des degrés, mais sans doute des mètres (Lambert 93)"),
            "convertissez les coordonnées en WGS 84, en degrés",
        )
    } else if !on_earth {
        Trouble::new(
            format!("{said} : hors du monde"),
            "la latitude va de -90 à 90, la longitude de -180 à 180",
        )
    } else {
        Trouble::new(
            format!("{said} : hors de France"),
            "corrigez les coordonnées (un signe oublié ?) ; --abroad accepte les points à l'étranger",
        )
    }
}
