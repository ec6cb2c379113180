//! What to draw over the basemap, as data: the reading order of marks, their radius, and the arcs of their rings.

use super::camera::{Camera, world_px};
use super::cluster::{Cluster, ClusterKind};
use super::matches::CLASSES;
use crate::geo::{Fixed, World};
use crate::order;
use std::f64::consts::{FRAC_PI_2, LN_10, TAU};
use std::iter;
use std::ops::AddAssign;

/// Marks within a band this high are read as one line.
const LINE_PX: f64 = 48.0;
/// Radius of the mark of a point, and of the smallest cluster.
const POINT_PX: f64 = 14.0;
const CLUSTER_PX: f64 = 16.0;
/// Radius that each factor of ten in the count adds.
const DECADE_PX: f64 = 4.0;
/// Radius of the largest cluster: two of them 56 px apart do not overlap.
const LARGEST_PX: f64 = 28.0;
/// A class shows at least this much of the ring, in radians: 12°.
const SMALLEST_ARC: f64 = TAU / 30.0;

/// How many of each class a mark stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// In the colour of their class.
    pub full: [u32; CLASSES],
    /// The same, paler: less than the class says.
    pub pale: [u32; CLASSES],
    /// Whatever their class, dimmed: not what is asked for.
    pub dimmed: u32,
}

/// In which colour a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// That of its class.
    Full,
    /// The same, paler.
    Pale,
    /// That of all that is dimmed.
    Dimmed,
}

/// A part of a ring, clockwise, in radians as the canvas counts them: 0 to the right, the ring starts on top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RingArc {
    /// The class, from 0.
    pub class: usize,
    /// Its colour.
    pub tone: Tone,
    /// Where it starts.
    pub start: f64,
    /// Where it ends, larger.
    pub end: f64,
}

/// A key that sorts places in reading order: by lines from top to bottom, within a line from left to right. Panning does not change
/// the order.
pub fn reading_order(at: World, camera: &Camera) -> u64 {
    let line = LINE_PX / world_px(f64::from(camera.whole_zoom()));
    let whole = |part: f64| part.max(0.0) as u32;
    order::pair(whole(at.y / line), whole(at.x * Fixed::UNITS))
}

/// The radius of a mark in pixels: grows with the logarithm of the count.
pub fn radius(cluster: &Cluster) -> f64 {
    match cluster.kind {
        ClusterKind::Point(_) => POINT_PX,
        _ => {
            (CLUSTER_PX + DECADE_PX * f64::from(cluster.count.max(1)).ln() / LN_10).min(LARGEST_PX)
        }
    }
}

impl From<[u32; CLASSES]> for Parts {
    fn from(full: [u32; CLASSES]) -> Self {
        Self {
            full,
            ..Self::default()
        }
    }
}

impl AddAssign for Parts {
    fn add_assign(&mut self, other: Self) {
        let add = |to: &mut [u32; CLASSES], counts: [u32; CLASSES]| {
            for (sum, count) in iter::zip(to, counts) {
                *sum += count;
            }
        };
        add(&mut self.full, other.full);
        add(&mut self.pale, other.pale);
        self.dimmed += other.dimmed;
    }
}

impl Parts {
    /// Those present, each with its class: the pale part of a class follows the full one, what is dimmed all others.
    fn present(&self) -> impl Iterator<Item = (usize, Tone, u32)> {
        let classes = iter::zip(self.full, self.pale).enumerate();
        classes
            .flat_map(|(class, (full, pale))| {
                [(class, Tone::Full, full), (class, Tone::Pale, pale)]
            })
            .chain([(CLASSES, Tone::Dimmed, self.dimmed)])
            .filter(|&(.., count)| count > 0)
    }
}

/// The arcs of a ring in the order of the classes, those present only. In proportion to their counts, except that none is
/// too small to be seen.
pub fn ring_arcs(parts: &Parts) -> Vec<RingArc> {
    let present = || parts.present();
    let total: f64 = present().map(|(.., count)| f64::from(count)).sum();
    let share = |count: u32| (TAU * f64::from(count) / total).max(SMALLEST_ARC);
    // The arcs made longer are paid for by what the others have above the smallest.
    let excess: f64 = present().map(|(.., count)| share(count)).sum::<f64>() - TAU;
    let spare: f64 = present()
        .map(|(.., count)| share(count) - SMALLEST_ARC)
        .sum();
    let shrink = if spare > 0.0 { excess / spare } else { 0.0 };
    let mut end = -FRAC_PI_2;
    let arc = |(class, tone, count): (usize, Tone, u32)| {
        let length = if total == f64::from(count) {
            TAU
        } else {
            share(count) - (share(count) - SMALLEST_ARC) * shrink
        };
        let start = end;
        end += length;
        RingArc {
            class,
            tone,
            start,
            end,
        }
    };
    present().map(arc).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ClusterId, Size};
    use proptest::prelude::*;

    fn cluster(x: f64, y: f64, count: u32) -> Cluster {
        let kind = if count == 1 {
            ClusterKind::Point(0)
        } else {
            ClusterKind::Cluster
        };
        let (by_class, runs) = ([0; CLASSES], vec![]);
        Cluster {
            id: ClusterId::Place(0),
            kind,
            count,
            by_class,
            centre: World { x, y },
            runs,
        }
    }

    #[test]
    fn marks_are_read_by_lines() {
        let px = 1.0 / world_px(8.0);
        let y = (LINE_PX * px) * (0.35 / (LINE_PX * px)).floor();
        let at = |right: f64, down: f64| World {
            x: 0.5 + right * px,
            y: y + down * px,
        };
        let camera = Camera::new(
            World { x: 0.5, y },
            8.4,
            Size {
                width: 900.0,
                height: 600.0,
            },
        );
        let places = vec![at(9.0, 60.0), at(90.0, 2.0), at(5.0, 40.0), at(-80.0, 70.0)];
        let sorted = order::by_key(places, |&place| reading_order(place, &camera));
        let order: Vec<i64> = sorted
            .iter()
            .map(|place| ((place.x - 0.5) / px).round() as i64)
            .collect();
        assert_eq!(order, [5, 90, -80, 9]);
    }

    #[test]
    fn marks_grow_with_their_count_up_to_a_limit() {
        let radii = [1, 2, 10, 100, 1000, 221_000].map(|count| radius(&cluster(0.5, 0.5, count)));
        assert!(radii.is_sorted());
        assert_eq!(radii[5], LARGEST_PX);
    }

    #[test]
    fn one_class_is_a_whole_ring_and_none_is_no_ring() {
        let [arc] = ring_arcs(&[0, 0, 8, 0, 0, 0, 0].into())[..] else {
            panic!("one arc")
        };
        assert_eq!((arc.class, arc.end - arc.start), (2, TAU));
        assert_eq!(ring_arcs(&Parts::default()), []);
    }

    #[test]
    fn halves_are_halves() {
        let arcs = ring_arcs(&[5, 0, 0, 5, 0, 0, 0].into());
        assert!(
            arcs.iter()
                .all(|arc| (arc.end - arc.start - TAU / 2.0).abs() < 1e-9)
        );
    }

    fn counts() -> impl Strategy<Value = [u32; CLASSES]> {
        prop::array::uniform7(prop_oneof![Just(0u32), 1..5u32, 1..100_000u32])
    }

    #[test]
    fn a_pale_arc_follows_the_full_one_of_its_class_and_what_is_dimmed_all_others() {
        let parts = Parts {
            full: [2, 1, 0, 0, 0, 0, 0],
            pale: [1, 0, 0, 0, 0, 0, 0],
            dimmed: 4,
        };
        let arcs: Vec<_> = ring_arcs(&parts)
            .iter()
            .map(|arc| (arc.class, arc.tone))
            .collect();
        assert_eq!(
            arcs,
            [
                (0, Tone::Full),
                (0, Tone::Pale),
                (1, Tone::Full),
                (CLASSES, Tone::Dimmed)
            ]
        );
    }

    proptest! {
        #[test]
        fn arcs_make_the_whole_ring_and_all_are_seen(full in counts(), pale in counts(), dimmed in 0..9u32) {
            let all = [full.as_slice(), &pale, &[dimmed]].concat();
            prop_assume!(all.iter().any(|&count| count > 0));
            let arcs = ring_arcs(&Parts { full, pale, dimmed });
            prop_assert_eq!(arcs.len(), all.iter().filter(|&&count| count > 0).count());
            prop_assert!((arcs[0].start + FRAC_PI_2).abs() < 1e-9);
            prop_assert!((arcs[arcs.len() - 1].end - arcs[0].start - TAU).abs() < 1e-9);
            for pair in arcs.windows(2) {
                prop_assert_eq!(pair[0].end, pair[1].start);
            }
            for arc in arcs {
                prop_assert!(arc.end - arc.start >= SMALLEST_ARC - 1e-9);
            }
        }
    }
}
