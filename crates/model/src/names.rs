//! Which names the basemap writes at a zoom, in what order, and in what lettering.

use crate::data::basemap::{NamedPlace, PlaceKind};
use engine::exponential::exp2;

/// Inhabitants of a great town, and of one that is no village.
const GREAT: u32 = 150_000;
const LARGE: u32 = 50_000;
const TOWN: u32 = 20_000;

/// From which zoom to which the names of territories are written.
const REGION_ZOOMS: [f64; 2] = [4.9, 7.3];
const DEPARTEMENT_ZOOMS: [f64; 2] = [7.3, 10.0];
/// From this zoom every commune is named.
const ALL_ZOOM: f64 = 11.0;

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lettering {
    /// The chef-lieu of a région.
    Capital,
    /// A town.
    Town,
    /// A village.
    Village,
    /// A région.
    Region,
    /// A département.
    Departement,
    /// A country or a sea.
    Abroad,
}

impl Lettering {
    /// Every lettering.
    pub const ALL: [Self; 6] = [
        Self::Capital,
        Self::Town,
        Self::Village,
        Self::Region,
        Self::Departement,
        Self::Abroad,
    ];

    /// That of a place.
    pub fn of(place: &NamedPlace) -> Self {
        match place.kind {
            PlaceKind::RegionCapital => Self::Capital,
            PlaceKind::Prefecture => Self::Town,
            PlaceKind::Town if place.population >= TOWN => Self::Town,
            PlaceKind::Town => Self::Village,
            PlaceKind::Region => Self::Region,
            PlaceKind::Departement => Self::Departement,
            PlaceKind::Country | PlaceKind::Sea => Self::Abroad,
        }
    }

    /// Whether it is that of a town, large or small: those have a dot.
    pub fn is_town(self) -> bool {
        matches!(self, Self::Capital | Self::Town | Self::Village)
    }
}

/// Whether a place is named at a zoom. The smaller, the closer: 120,000 inhabitants at zoom 5, half at each zoom after.
pub fn is_named(place: &NamedPlace, zoom: f64) -> bool {
    let within = |[from, to]: [f64; 2]| zoom >= from && zoom < to;
    match place.kind {
        PlaceKind::RegionCapital | PlaceKind::Country | PlaceKind::Sea => true,
        PlaceKind::Region => within(REGION_ZOOMS),
        PlaceKind::Departement => within(DEPARTEMENT_ZOOMS),
        PlaceKind::Prefecture if zoom >= 7.5 => true,
        PlaceKind::Prefecture | PlaceKind::Town => {
            let least = 120_000.0 / exp2((zoom - 5.0).max(0.0));
            zoom >= ALL_ZOOM || f64::from(place.population) >= least
        }
    }
}

/// How much a name matters: the highest is placed first. First the chefs-lieux and the towns under a mark, then the other towns,
/// territories, and what is abroad; within each, by population.
pub fn importance(place: &NamedPlace, is_marked: bool) -> u32 {
    let (tier, weight) = match place.kind {
        PlaceKind::RegionCapital => (3, 6),
        PlaceKind::Prefecture => (3, 3),
        PlaceKind::Town if is_marked => (3, 1),
        PlaceKind::Town => (2, 1),
        PlaceKind::Region | PlaceKind::Departement => (1, 1),
        PlaceKind::Country | PlaceKind::Sea => (0, 1),
    };
    let most = (1 << 28) - 1;
    tier << 28 | place.population.saturating_mul(weight).min(most)
}

/// Whether a town is named from further away when there is no room beside it.
pub fn is_great(place: &NamedPlace) -> bool {
    Lettering::of(place).is_town()
        && (place.population >= GREAT || place.kind == PlaceKind::RegionCapital)
}

/// Around a town that finds no room for its name, how far no smaller one is named either, pixels.
pub fn reach_px(place: &NamedPlace) -> f64 {
    if is_great(place) {
        70.0
    } else if place.kind == PlaceKind::Prefecture
        || place.kind == PlaceKind::Town && place.population >= LARGE
    {
        40.0
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(kind: PlaceKind, population: u32) -> NamedPlace {
        NamedPlace {
            kind,
            code: String::new(),
            name: String::new(),
            population,
            at: [0.5, 0.5],
        }
    }

    #[test]
    fn smaller_towns_are_named_when_closer() {
        let town = |population| place(PlaceKind::Town, population);
        for (population, from) in [(60_000, 6.0), (7_500, 9.0), (12, 11.0)] {
            assert!(is_named(&town(population), from));
            assert!(!is_named(&town(population), from - 0.1));
        }
        assert!(is_named(&town(120_000), 4.0));
        assert!(is_named(&place(PlaceKind::RegionCapital, 40_000), 4.0));
        assert!(is_named(&place(PlaceKind::Prefecture, 8_000), 7.5));
    }

    #[test]
    fn at_each_zoom_at_most_one_level_of_territories_is_named() {
        for tenth in 40..180 {
            let zoom = f64::from(tenth) / 10.0;
            let named = [PlaceKind::Region, PlaceKind::Departement]
                .map(|kind| is_named(&place(kind, 0), zoom));
            assert_ne!(named, [true, true], "{zoom}");
        }
        assert!(
            is_named(&place(PlaceKind::Region, 0), 5.6)
                && is_named(&place(PlaceKind::Departement, 0), 8.0)
        );
    }

    #[test]
    fn the_order_of_names() {
        let in_order = [
            (PlaceKind::RegionCapital, 2_100_000, false),
            (PlaceKind::RegionCapital, 40_000, false),
            (PlaceKind::Prefecture, 60_000, true),
            (PlaceKind::Town, 30_000, true),
            (PlaceKind::Prefecture, 8_000, false),
            (PlaceKind::Town, 140_000, false),
            (PlaceKind::Town, 50, false),
            (PlaceKind::Departement, 0, false),
            (PlaceKind::Sea, 0, false),
        ];
        let weights =
            in_order.map(|(kind, population, marked)| importance(&place(kind, population), marked));
        assert!(
            weights.is_sorted_by(|before, after| before > after),
            "{weights:?}"
        );
    }

    #[test]
    fn only_cities_keep_their_suburbs_silent() {
        assert!(
            reach_px(&place(PlaceKind::Town, 200_000))
                > reach_px(&place(PlaceKind::Prefecture, 30_000))
        );
        assert!(reach_px(&place(PlaceKind::Prefecture, 30_000)) > 0.0);
        for (kind, population) in [
            (PlaceKind::Town, 40_000),
            (PlaceKind::Region, 0),
            (PlaceKind::Country, 0),
        ] {
            assert_eq!(reach_px(&place(kind, population)), 0.0);
            assert!(!is_great(&place(kind, population)));
        }
    }
}
