//! Two numbers to a place: what is usually wrong with them is named, and what could be meant is proposed.

use super::grid::{self, Grid, Metres};
use crate::problem::Finding;
use crate::rule::Rule;
use content::points::in_france;
use engine::geo::LonLat;

/// Which places are taken as they are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// Those outside France.
    pub abroad: bool,
    /// Those outside France that would be in France if latitude and longitude were swapped.
    pub as_written: bool,
}

/// Beyond this, numbers are metres and not degrees.
const DEGREES: f64 = 1000.0;

/// The place of a latitude and a longitude, or of a northing and an easting; `hint` is a code of the row.
///
/// # Errors
/// When it is nowhere, or when its author has to say what was meant.
pub fn read(
    lat: f64,
    lon: f64,
    grids: &[Grid],
    hint: Option<&str>,
    tolerance: Tolerance,
) -> Result<(LonLat, Option<Finding>), Finding> {
    if lat == 0.0 && lon == 0.0 {
        return Err(Finding::refusal(
            Rule::NullIsland,
            "latitude et longitude valent 0 : c'est au large de l'Afrique",
            "c'est souvent une adresse qui n'a pas été trouvée : donnez ses coordonnées, ou retirez la ligne",
        ));
    }
    if lat.abs().max(lon.abs()) > DEGREES {
        return metres(lat, lon, grids, hint);
    }
    let there = LonLat::new(lon, lat).ok();
    let is_swapped = LonLat::new(lat, lon).is_ok_and(in_france);
    match there {
        Some(place) if in_france(place) => Ok((place, None)),
        Some(place) if tolerance.abroad && (tolerance.as_written || !is_swapped) => {
            Ok((place, None))
        }
        _ if is_swapped => Err(Finding::question(
            Rule::Swapped,
            format!("latitude {lat}, longitude {lon} : les deux semblent échangées"),
            format!(
                "est-ce latitude {lon}, longitude {lat} ? Échangez-les, ou nommez les colonnes (--lat, --lon)"
            ),
        )),
        Some(_) => Err(Finding::refusal(
            Rule::Abroad,
            format!("latitude {lat}, longitude {lon} : hors de France"),
            "corrigez les coordonnées (un signe oublié ?) ; --abroad accepte les points à l'étranger",
        )),
        None => Err(Finding::refusal(
            Rule::Coordinates,
            format!("latitude {lat}, longitude {lon} : hors du monde"),
            "la latitude va de -90 à 90, la longitude de -180 à 180",
        )),
    }
}

fn metres(
    north: f64,
    east: f64,
    grids: &[Grid],
    hint: Option<&str>,
) -> Result<(LonLat, Option<Finding>), Finding> {
    match grid::place(grids, east, north, hint) {
        Metres::At(place, name) => {
            let finding = Finding::note(
                Rule::Grid,
                format!(
                    "mètres de {name}, convertis en degrés : latitude {:.6}, longitude {:.6}",
                    place.lat(),
                    place.lon()
                ),
                "rien à faire si c'est là",
            );
            Ok((place, Some(finding)))
        }
        Metres::Several(names) => Err(Finding::question(
            Rule::Grid,
            format!(
                "x {east}, y {north} : des mètres, de {}",
                names.join(" ou de ")
            ),
            "convertissez-les en degrés (WGS 84), ou ajoutez le code Insee de la commune à chaque ligne",
        )),
        Metres::Nowhere => match grid::place(grids, north, east, hint) {
            Metres::At(place, name) => Err(Finding::question(
                Rule::Swapped,
                format!("x {east}, y {north} : les deux semblent échangés"),
                format!(
                    "est-ce du {name}, latitude {:.6}, longitude {:.6} ? Échangez-les",
                    place.lat(),
                    place.lon()
                ),
            )),
            _ => Err(Finding::refusal(
                Rule::Grid,
                format!("x {east}, y {north} : des mètres d'une projection qui n'est pas reconnue"),
                "convertissez les coordonnées en degrés (WGS 84)",
            )),
        },
    }
}
