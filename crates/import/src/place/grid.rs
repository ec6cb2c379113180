//! Metres of a French grid to degrees: which grid, when only one is possible.

use super::conic::Conic;
use super::mercator::{self, Mercator};
use super::transverse;
use content::points::in_france;
use engine::geo::{LonLat, LonLatBounds};

/// A grid, with the territory where it is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// The first letters of the codes of its communes; none: metropolitan France.
    departements: &'static [&'static str],
    /// Its codes of EPSG, and those of grids that agree with it within a metre.
    pub epsg: Vec<u32>,
    /// Whether metres of no named system may be of it.
    is_guessed: bool,
    bounds: LonLatBounds,
    plane: Plane,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Plane {
    Conic(Conic),
    /// Zone, and whether it is south of the equator.
    Utm(u32, bool),
    /// Web Mercator.
    Web,
}

/// What metres are.
#[derive(Clone, Debug, PartialEq)]
pub enum Metres {
    /// A point of the one grid that is possible.
    At(LonLat, String),
    /// Points of several grids, with the names of all that are possible.
    Several(Vec<(LonLat, String)>, Vec<String>),
    /// A point of none.
    Nowhere,
}

const METROPOLIS: LonLatBounds = LonLatBounds::of(-5.3, 41.2, 9.7, 51.2);

/// The world, as far as grids that stand for all of it go.
const WORLD: LonLatBounds = LonLatBounds::of(-180.0, -85.0, 180.0, 85.0);

/// The code of EPSG and the name of each system that may be named; the islands that share a zone are named together.
pub fn named() -> Vec<(u32, String)> {
    let mut named = vec![(4326, "degrés (WGS 84)".to_owned())];
    for Grid { name, epsg, .. } in all() {
        let Some(&code) = epsg.first() else {
            continue;
        };
        match named.iter_mut().find(|(known, _)| *known == code) {
            Some((_, names)) => *names = format!("{names}, {name}"),
            None => named.push((code, name)),
        }
    }
    named
}

/// The grids of the French territories (arrêté du 5 mars 2019), but for French Polynesia and Wallis and Futuna; the European ones and Web
/// Mercator, which other programs use.
pub fn all() -> Vec<Grid> {
    let conic = |name: &str, epsg: &[u32], origin, parallels, false_origin, bounds| Grid {
        name: name.to_owned(),
        departements: &[],
        epsg: epsg.to_vec(),
        is_guessed: true,
        bounds,
        plane: Plane::Conic(Conic::new(origin, parallels, false_origin)),
    };
    let zones = (42_u8..=50).map(|latitude| {
        let middle = f64::from(latitude);
        let northing = (middle - 41.0) * 1e6 + 200_000.0;
        conic(
            &format!("CC{latitude}"),
            &[3900 + u32::from(latitude)],
            (3.0, middle),
            (middle - 0.75, middle + 0.75),
            (1_700_000.0, northing),
            LonLatBounds::of(-5.3, middle - 1.1, 9.7, middle + 1.1),
        )
    });
    let utm = |name: &str, departements, epsg: &[u32], zone, south, bounds| Grid {
        name: name.to_owned(),
        departements,
        epsg: epsg.to_vec(),
        is_guessed: true,
        bounds,
        plane: Plane::Utm(zone, south),
    };
    let european = (30..=32_u32).map(|zone| Grid {
        is_guessed: false,
        ..utm(
            &format!("UTM {zone} nord"),
            &[],
            &[25_800 + zone, 32_600 + zone],
            zone,
            false,
            METROPOLIS,
        )
    });
    let mut grids = vec![
        conic(
            "Lambert 93",
            &[2154, 9793, 9794],
            (3.0, 46.5),
            (44.0, 49.0),
            (700_000.0, 6_600_000.0),
            METROPOLIS,
        ),
        utm(
            "UTM 20 nord (Guadeloupe)",
            &["971", "977", "978"],
            &[5490, 4559, 32_620],
            20,
            false,
            LonLatBounds::of(-63.2, 15.8, -61.0, 18.2),
        ),
        utm(
            "UTM 20 nord (Martinique)",
            &["972"],
            &[5490, 4559, 32_620],
            20,
            false,
            LonLatBounds::of(-61.3, 14.3, -60.7, 15.0),
        ),
        utm(
            "UTM 22 nord (Guyane)",
            &["973"],
            &[2972, 32_622],
            22,
            false,
            LonLatBounds::of(-54.7, 2.0, -51.5, 5.9),
        ),
        utm(
            "UTM 40 sud (La Réunion)",
            &["974"],
            &[2975, 32_740],
            40,
            true,
            LonLatBounds::of(55.1, -21.5, 55.95, -20.8),
        ),
        utm(
            "UTM 38 sud (Mayotte)",
            &["976"],
            &[4471, 32_738],
            38,
            true,
            LonLatBounds::of(44.9, -13.1, 45.4, -12.5),
        ),
        utm(
            "UTM 21 nord (Saint-Pierre-et-Miquelon)",
            &["975"],
            &[4467, 32_621],
            21,
            false,
            LonLatBounds::of(-56.6, 46.7, -56.0, 47.2),
        ),
        Grid {
            departements: &["988"],
            ..conic(
                "Lambert Nouvelle-Calédonie",
                &[3163],
                (166.0, -21.5),
                (-20.0 - 40.0 / 60.0, -22.0 - 20.0 / 60.0),
                (400_000.0, 300_000.0),
                LonLatBounds::of(163.4, -22.8, 168.3, -19.4),
            )
        },
    ];
    grids.extend(zones);
    grids.extend(european);
    grids.push(Grid {
        name: "Web Mercator".to_owned(),
        departements: &[],
        epsg: vec![3857, 900_913, 3785, 102_100, 102_113],
        is_guessed: true,
        bounds: WORLD,
        plane: Plane::Web,
    });
    grids
}

/// Where metres of no named system are. `hint`: the code of a commune or of a département, a postcode, when the row has one.
pub fn place(
    grids: &[Grid],
    east: f64,
    north: f64,
    hint: Option<&str>,
    mercator: Mercator,
) -> Metres {
    let may_be = |grid: &&Grid| match mercator {
        Mercator::Never => grid.is_guessed && !grid.is_web(),
        Mercator::Maybe => grid.is_guessed,
        Mercator::Only => grid.is_web(),
    };
    let possible = grids
        .iter()
        .filter(may_be)
        .filter(|grid| hint.is_none_or(|hint| grid.covers(hint)));
    let found: Vec<(LonLat, &Grid)> = possible
        .filter_map(|grid| {
            let point = grid.point(east, north)?;
            (!grid.is_web() || in_france(point)).then_some((point, grid))
        })
        .collect();
    // The old grid of France is recognised, to be named: its datum is another.
    let of_old = (0.0..1_200_000.0).contains(&east) && (1_600_000.0..2_700_000.0).contains(&north);
    let is_metropolitan =
        hint.is_none_or(|hint| !hint.starts_with("97") && !hint.starts_with("98"));
    let mut names: Vec<String> = found.iter().map(|(_, grid)| grid.name.clone()).collect();
    if of_old && is_metropolitan && mercator != Mercator::Only {
        names.push("Lambert II étendu".to_owned());
    }
    match (found.as_slice(), names.len()) {
        ([(point, grid)], 1) => Metres::At(*point, grid.name.clone()),
        (_, 0) => Metres::Nowhere,
        _ => Metres::Several(
            found
                .into_iter()
                .map(|(point, grid)| (point, grid.name.clone()))
                .collect(),
            names,
        ),
    }
}

impl Grid {
    /// Whether it is that of the web.
    pub fn is_web(&self) -> bool {
        self.plane == Plane::Web
    }

    fn covers(&self, hint: &str) -> bool {
        match self.departements {
            _ if self.is_web() => true,
            [] => !hint.starts_with("97") && !hint.starts_with("98"),
            starts => starts.iter().any(|start| hint.starts_with(start)),
        }
    }

    /// A point of it, when it is where the grid is used.
    pub fn point(&self, east: f64, north: f64) -> Option<LonLat> {
        let (lon, lat) = match self.plane {
            Plane::Conic(conic) => conic.to_degrees(east, north),
            Plane::Utm(zone, south) => transverse::to_degrees(zone, south, east, north),
            Plane::Web => mercator::to_degrees(east, north),
        };
        let point = LonLat::new(lon, lat).ok()?;
        self.bounds.contains(point).then_some(point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Control values: PROJ 9, EPSG codes 2154, 5490, 2972, 2975, 4471, 4467, 3163, 3942 and 3950.
    #[test]
    fn grids_agree_with_proj_within_a_centimetre() {
        let grids = all();
        for (east, north, hint, lon, lat, name) in [
            (
                654_018.96,
                7_103_787.22,
                None,
                2.346_036_04,
                51.028_092_99,
                "Lambert 93",
            ),
            (
                1_242_401.82,
                6_051_466.6,
                None,
                9.470_704_43,
                41.364_969_61,
                "Lambert 93",
            ),
            (
                642_991.0,
                1_771_895.0,
                Some("97101"),
                -61.663_483_38,
                16.022_594_12,
                "UTM 20 nord (Guadeloupe)",
            ),
            (
                708_544.0,
                1_616_982.0,
                Some("972"),
                -61.063_907_88,
                14.618_151_11,
                "UTM 20 nord (Martinique)",
            ),
            (
                353_000.0,
                545_000.0,
                None,
                -52.325_805_9,
                4.929_341_64,
                "UTM 22 nord (Guyane)",
            ),
            (
                338_000.0,
                7_690_500.0,
                None,
                55.442_640_39,
                -20.878_628_48,
                "UTM 40 sud (La Réunion)",
            ),
            (
                523_000.0,
                8_587_000.0,
                None,
                45.211_912_03,
                -12.781_660_58,
                "UTM 38 sud (Mayotte)",
            ),
            (
                558_000.0,
                5_181_000.0,
                None,
                -56.240_210_19,
                46.780_026_72,
                "UTM 21 nord (Saint-Pierre-et-Miquelon)",
            ),
            (
                446_000.0,
                215_000.0,
                Some("98818"),
                166.446_316_57,
                -22.267_106_76,
                "Lambert Nouvelle-Calédonie",
            ),
            (
                1_650_000.0,
                1_150_000.0,
                None,
                2.400_687_98,
                41.548_219_67,
                "CC42",
            ),
            (
                1_650_000.0,
                9_300_000.0,
                None,
                2.289_315_5,
                50.896_880_48,
                "CC50",
            ),
        ] {
            let Metres::At(found, grid) = place(&grids, east, north, hint, Mercator::Never) else {
                panic!("{name} {east} {north}");
            };
            assert_eq!(grid, name);
            // A ten-millionth of a degree is a centimetre.
            assert!(
                (found.lon() - lon).abs() < 1e-7 && (found.lat() - lat).abs() < 1e-7,
                "{name} {found:?}"
            );
        }
    }

    #[test]
    fn what_may_be_two_grids_is_not_guessed() {
        let grids = all();
        assert!(matches!(
            place(&grids, 642_991.0, 1_771_895.0, None, Mercator::Never),
            Metres::Several(..)
        ));
        assert!(
            matches!(place(&grids, 600_000.0, 2_400_000.0, None, Mercator::Never), Metres::Several(_, names) if names == ["Lambert II étendu"])
        );
        assert_eq!(
            place(&grids, 1.0, 2.0, None, Mercator::Never),
            Metres::Nowhere
        );
        // Nancy on the web, or Narbonne.
        let names = ["Lambert 93", "Web Mercator"];
        assert!(
            matches!(place(&grids, 688_000.0, 6_225_000.0, None, Mercator::Maybe), Metres::Several(_, found) if found == names)
        );
    }

    /// Control values: PROJ 9, EPSG:25831.
    #[test]
    fn a_grid_that_is_named_is_not_guessed() {
        let grids = all();
        let (east, north) = (448_251.0, 5_411_932.0);
        assert!(
            grids
                .iter()
                .filter(|grid| grid.epsg.contains(&25_831))
                .any(|grid| {
                    grid.point(east, north).is_some_and(|at| {
                        (at.lon() - 2.294).abs() < 1e-3 && (at.lat() - 48.858).abs() < 1e-3
                    })
                })
        );
        let found = place(&grids, east, north, None, Mercator::Never);
        assert!(!matches!(found, Metres::At(_, name) if name.starts_with("UTM 31")));
    }
}
