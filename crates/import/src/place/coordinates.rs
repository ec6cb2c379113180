//! Two numbers to a place: what is usually wrong with them is named, and what could be meant is proposed.

use super::grid::{self, Grid, Metres};
use super::mercator::Mercator;
use super::system::{Reading, System};
use crate::problem::Finding;
use crate::rule::Rule;
use content::gazetteer::kilometres;
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

/// What is known of the coordinates of a row beside their numbers.
pub struct Known<'a> {
    /// The grids that there are.
    pub grids: &'a [Grid],
    /// Whether metres may be of Web Mercator.
    pub mercator: Mercator,
    /// The system that the cell, the file or somebody names.
    pub system: Option<&'a System>,
    /// A code of the row.
    pub hint: Option<&'a str>,
    /// The commune of the row, and how many kilometres from it the row may be.
    pub home: &'a dyn Fn() -> Option<(LonLat, f64)>,
    /// Which places are taken as they are written.
    pub tolerance: Tolerance,
}

/// The place of a latitude and a longitude, or of a northing and an easting.
///
/// # Errors
/// When it is nowhere, or when its author has to say what was meant.
pub fn read(lat: f64, lon: f64, known: &Known<'_>) -> Result<(LonLat, Option<Finding>), Finding> {
    if lat == 0.0 && lon == 0.0 {
        return Err(Finding::refusal(
            Rule::NullIsland,
            "latitude et longitude valent 0 : c'est au large de l'Afrique",
            "c'est souvent une adresse qui n'a pas été trouvée : donnez ses coordonnées, ou retirez la ligne",
        ));
    }
    let are_metres = lat.abs().max(lon.abs()) > DEGREES;
    match known
        .system
        .map(|system| (system, system.reading(known.grids)))
    {
        Some((system, Reading::Unknown)) => Err(unknown(system)),
        Some((system, Reading::Degrees)) if are_metres => Err(Finding::refusal(
            Rule::Grid,
            format!("x {lon}, y {lat} : des mètres, alors que {system} est annoncé, en degrés"),
            "annoncez la projection qui est celle de ces mètres, ou convertissez-les en degrés (WGS 84)",
        )),
        Some((system, Reading::Metres(code))) => of_system(lat, lon, system, code, known),
        None if are_metres => metres(lat, lon, known),
        Some((_, Reading::Degrees)) | None => degrees(lat, lon, known.tolerance),
    }
}

fn degrees(lat: f64, lon: f64, tolerance: Tolerance) -> Result<(LonLat, Option<Finding>), Finding> {
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

fn unknown(system: &System) -> Finding {
    Finding::refusal(
        Rule::Grid,
        format!("les coordonnées sont annoncées en {system}, que l'on ne sait pas convertir"),
        "exportez le fichier en WGS 84 (EPSG:4326) ; si l'annonce est fausse, dites leur vrai système (--epsg)",
    )
}

/// Metres of the system that is announced. Web Mercator is that of the world: its places are checked as degrees are.
fn of_system(
    north: f64,
    east: f64,
    system: &System,
    code: u32,
    known: &Known<'_>,
) -> Result<(LonLat, Option<Finding>), Finding> {
    let grids = || known.grids.iter().filter(|grid| grid.epsg.contains(&code));
    let point = |east, north| grids().find_map(|grid| Some((grid.point(east, north)?, grid)));
    if let Some((place, grid)) = point(east, north) {
        if grid.is_web() {
            let (place, _) = degrees(place.lat(), place.lon(), known.tolerance)?;
            return Ok((place, Some(converted(place, &grid.name))));
        }
        return Ok((place, Some(converted(place, &grid.name))));
    }
    let names: Vec<&str> = grids().map(|grid| grid.name.as_str()).collect();
    let name = names.join(" ou ");
    match point(north, east) {
        Some((place, _)) => Err(swapped(east, north, &name, place)),
        None if LonLat::new(east, north).is_ok_and(in_france) => Err(Finding::question(
            Rule::Grid,
            format!(
                "x {east}, y {north} : sans doute des degrés, alors que {name} ({system}) est annoncé"
            ),
            "si ce sont des degrés, dites que leur système est WGS 84 (--epsg 4326)",
        )),
        None => Err(Finding::refusal(
            Rule::Grid,
            format!(
                "x {east}, y {north} : hors de l'étendue de {name} ({system}), qui est annoncé"
            ),
            "l'annonce est sans doute fausse, ou les nombres : dites le vrai système (--epsg), ou donnez des degrés (WGS 84)",
        )),
    }
}

fn converted(place: LonLat, name: &str) -> Finding {
    Finding::note(
        Rule::Grid,
        format!(
            "mètres de {name}, convertis en degrés : latitude {:.6}, longitude {:.6}",
            place.lat(),
            place.lon()
        ),
        "rien à faire si c'est là",
    )
}

fn swapped(east: f64, north: f64, name: &str, place: LonLat) -> Finding {
    Finding::question(
        Rule::Swapped,
        format!("x {east}, y {north} : les deux semblent échangés"),
        format!(
            "est-ce du {name}, latitude {:.6}, longitude {:.6} ? Échangez-les",
            place.lat(),
            place.lon()
        ),
    )
}

fn metres(north: f64, east: f64, known: &Known<'_>) -> Result<(LonLat, Option<Finding>), Finding> {
    let (grids, hint) = (known.grids, known.hint);
    match grid::place(grids, east, north, hint, known.mercator) {
        Metres::At(place, name) => Ok((place, Some(converted(place, &name)))),
        Metres::Several(found, names) => {
            if let Some((place, name)) = nearest(&found, known.home) {
                return Ok((place, Some(converted(place, &name))));
            }
            Err(Finding::question(
                Rule::Grid,
                format!(
                    "x {east}, y {north} : des mètres, de {}",
                    names.join(" ou de ")
                ),
                "dites lesquels (--epsg), convertissez-les en degrés (WGS 84), ou ajoutez le code Insee de la commune à chaque ligne",
            ))
        }
        Metres::Nowhere => match grid::place(grids, north, east, hint, known.mercator) {
            Metres::At(place, name) => Err(swapped(east, north, &name, place)),
            _ => Err(Finding::refusal(
                Rule::Grid,
                format!("x {east}, y {north} : des mètres d'une projection qui n'est pas reconnue"),
                "convertissez les coordonnées en degrés (WGS 84)",
            )),
        },
    }
}

/// The only one of several places that is where the row says that its commune is.
fn nearest(
    found: &[(LonLat, String)],
    home: &dyn Fn() -> Option<(LonLat, f64)>,
) -> Option<(LonLat, String)> {
    let (home, most) = home()?;
    let mut near = found.iter().filter(|(place, _)| {
        kilometres((place.lon(), place.lat()), (home.lon(), home.lat())) < most
    });
    let first = near.next()?;
    near.next().is_none().then(|| first.clone())
}
