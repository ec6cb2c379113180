//! Metres of a French grid to degrees: which grid, when only one is possible.

use super::conic::Conic;
use super::transverse;
use engine::geo::{LonLat, LonLatBounds};

/// A grid, with the territory where it is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Its name.
    pub name: String,
    /// The first letters of the codes of its communes; none: metropolitan France.
    departements: &'static [&'static str],
    bounds: LonLatBounds,
    plane: Plane,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Plane {
    Conic(Conic),
    /// Zone, and whether it is south of the equator.
    Utm(u32, bool),
}

/// What metres are.
#[derive(Clone, Debug, PartialEq)]
pub enum Metres {
    /// A point of the one grid that is possible.
    At(LonLat, String),
    /// Points of several grids: their names.
    Several(Vec<String>),
    /// A point of none.
    Nowhere,
}

const METROPOLIS: LonLatBounds = LonLatBounds::of(-5.3, 41.2, 9.7, 51.2);

/// The grids of the French territories (arrêté du 5 mars 2019), but for French Polynesia and Wallis and Futuna.
pub fn all() -> Vec<Grid> {
    let conic = |name: &str, origin, parallels, false_origin, bounds| Grid {
        name: name.to_owned(),
        departements: &[],
        bounds,
        plane: Plane::Conic(Conic::new(origin, parallels, false_origin)),
    };
    let zones = (42_u8..=50).map(|latitude| {
        let middle = f64::from(latitude);
        let northing = (middle - 41.0) * 1e6 + 200_000.0;
        conic(
            &format!("CC{latitude}"),
            (3.0, middle),
            (middle - 0.75, middle + 0.75),
            (1_700_000.0, northing),
            LonLatBounds::of(-5.3, middle - 1.1, 9.7, middle + 1.1),
        )
    });
    let utm = |name: &str, departements, zone, south, bounds| Grid {
        name: name.to_owned(),
        departements,
        bounds,
        plane: Plane::Utm(zone, south),
    };
    let mut grids = vec![
        conic(
            "Lambert 93",
            (3.0, 46.5),
            (44.0, 49.0),
            (700_000.0, 6_600_000.0),
            METROPOLIS,
        ),
        utm(
            "UTM 20 nord (Guadeloupe)",
            &["971", "977", "978"],
            20,
            false,
            LonLatBounds::of(-63.2, 15.8, -61.0, 18.2),
        ),
        utm(
            "UTM 20 nord (Martinique)",
            &["972"],
            20,
            false,
            LonLatBounds::of(-61.3, 14.3, -60.7, 15.0),
        ),
        utm(
            "UTM 22 nord (Guyane)",
            &["973"],
            22,
            false,
            LonLatBounds::of(-54.7, 2.0, -51.5, 5.9),
        ),
        utm(
            "UTM 40 sud (La Réunion)",
            &["974"],
            40,
            true,
            LonLatBounds::of(55.1, -21.5, 55.95, -20.8),
        ),
        utm(
            "UTM 38 sud (Mayotte)",
            &["976"],
            38,
            true,
            LonLatBounds::of(44.9, -13.1, 45.4, -12.5),
        ),
        utm(
            "UTM 21 nord (Saint-Pierre-et-Miquelon)",
            &["975"],
            21,
            false,
            LonLatBounds::of(-56.6, 46.7, -56.0, 47.2),
        ),
        Grid {
            departements: &["988"],
            ..conic(
                "Lambert Nouvelle-Calédonie",
                (166.0, -21.5),
                (-20.0 - 40.0 / 60.0, -22.0 - 20.0 / 60.0),
                (400_000.0, 300_000.0),
                LonLatBounds::of(163.4, -22.8, 168.3, -19.4),
            )
        },
    ];
    grids.extend(zones);
    grids
}

/// Where metres are. `hint`: the code of a commune or of a département, a postcode, when the row has one.
pub fn place(grids: &[Grid], east: f64, north: f64, hint: Option<&str>) -> Metres {
    let possible = grids
        .iter()
        .filter(|grid| hint.is_none_or(|hint| grid.covers(hint)));
    let found: Vec<(LonLat, &Grid)> = possible
        .filter_map(|grid| Some((grid.point(east, north)?, grid)))
        .collect();
    // The old grid of France is recognised, to be named: its datum is another.
    let of_old = (0.0..1_200_000.0).contains(&east) && (1_600_000.0..2_700_000.0).contains(&north);
    let is_metropolitan =
        hint.is_none_or(|hint| !hint.starts_with("97") && !hint.starts_with("98"));
    let mut names: Vec<String> = found.iter().map(|(_, grid)| grid.name.clone()).collect();
    if of_old && is_metropolitan {
        names.push("Lambert II étendu".to_owned());
    }
    match (found.as_slice(), names.len()) {
        ([(point, grid)], 1) => Metres::At(*point, grid.name.clone()),
        (_, 0) => Metres::Nowhere,
        _ => Metres::Several(names),
    }
}

impl Grid {
    fn covers(&self, hint: &str) -> bool {
        match self.departements {
            [] => !hint.starts_with("97") && !hint.starts_with("98"),
            starts => starts.iter().any(|start| hint.starts_with(start)),
        }
    }

    fn point(&self, east: f64, north: f64) -> Option<LonLat> {
        let (lon, lat) = match self.plane {
            Plane::Conic(conic) => conic.to_degrees(east, north),
            Plane::Utm(zone, south) => transverse::to_degrees(zone, south, east, north),
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
            let Metres::At(found, grid) = place(&grids, east, north, hint) else {
                panic!("{east} {north}: {:?}", place(&grids, east, north, hint));
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
            place(&grids, 642_991.0, 1_771_895.0, None),
            Metres::Several(_)
        ));
        assert!(
            matches!(place(&grids, 600_000.0, 2_400_000.0, None), Metres::Several(names) if names == ["Lambert II étendu"])
        );
        assert_eq!(place(&grids, 1.0, 2.0, None), Metres::Nowhere);
    }
}
