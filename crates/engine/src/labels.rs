//! Labels without overlap: the most important first, each where it first fits.

use super::screen::{Px, Rect, Size};

/// Where a label may stand, against its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// On it: a territory.
    Centre,
    /// Beside it: a town.
    Right,
    /// Beside it.
    Left,
    /// Over it.
    Above,
    /// Under it.
    Below,
}

/// The spots of a territory's name.
pub const AREA: &[Spot] = &[Spot::Centre];
/// The spots of a town's name, the usual one of atlases first.
pub const TOWN: &[Spot] = &[Spot::Right, Spot::Left, Spot::Above, Spot::Below];

/// A label to place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelCandidate {
    /// What the caller knows it by.
    pub id: u32,
    /// What it names.
    pub anchor: Px,
    /// Of its text.
    pub size: Size,
    /// From the anchor to the text, when beside it.
    pub gap: f64,
    /// Where it may stand, the best first.
    pub spots: &'static [Spot],
}

/// A label that found its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedLabel {
    /// That of the candidate.
    pub id: u32,
    /// Where its text goes.
    pub rect: Rect,
    /// Against its anchor.
    pub spot: Spot,
}

/// Adds to `labels` the candidates that fit, the most important first. Labels keep `margin` pixels between them; they may touch the
/// obstacles. O(candidates · (labels + obstacles)).
pub fn place(
    candidates: impl Iterator<Item = LabelCandidate>,
    obstacles: &[Rect],
    margin: f64,
    labels: &mut Vec<PlacedLabel>,
) {
    for candidate in candidates {
        let free = |rect: &Rect| {
            let claimed = rect.padded(margin);
            !obstacles.iter().any(|obstacle| obstacle.overlaps(*rect))
                && !labels.iter().any(|label| label.rect.overlaps(claimed))
        };
        let spots = candidate
            .spots
            .iter()
            .map(|&spot| (spot, candidate.rect(spot)));
        if let Some((spot, rect)) = spots.into_iter().find(|(_, rect)| free(rect)) {
            labels.push(PlacedLabel {
                id: candidate.id,
                rect,
                spot,
            });
        }
    }
}

impl LabelCandidate {
    fn rect(&self, spot: Spot) -> Rect {
        let (x, y) = (
            self.gap + self.size.width / 2.0,
            self.gap + self.size.height / 2.0,
        );
        let shift = match spot {
            Spot::Centre => Px { x: 0.0, y: 0.0 },
            Spot::Right => Px { x, y: 0.0 },
            Spot::Left => Px { x: -x, y: 0.0 },
            Spot::Above => Px { x: 0.0, y: -y },
            Spot::Below => Px { x: 0.0, y },
        };
        Rect::centred(self.anchor + shift, self.size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn town(id: u32, x: f64, y: f64) -> LabelCandidate {
        let size = Size {
            width: 60.0,
            height: 16.0,
        };
        LabelCandidate {
            id,
            anchor: Px { x, y },
            size,
            gap: 8.0,
            spots: TOWN,
        }
    }

    fn towns() -> impl Strategy<Value = Vec<LabelCandidate>> {
        prop::collection::vec((0.0..400.0, 0.0..300.0), 0..60).prop_map(|places| {
            (0..)
                .zip(places)
                .map(|(id, (x, y))| town(id, x, y))
                .collect()
        })
    }

    fn placed(candidates: &[LabelCandidate], obstacles: &[Rect], margin: f64) -> Vec<PlacedLabel> {
        let mut labels = Vec::new();
        place(candidates.iter().copied(), obstacles, margin, &mut labels);
        labels
    }

    #[test]
    fn a_label_steps_aside_and_the_last_gives_up() {
        let towns: Vec<_> = (0..6).map(|id| town(id, 100.0, 100.0)).collect();
        let labels = placed(&towns, &[], 0.0);
        let spots: Vec<Spot> = labels.iter().map(|label| label.spot).collect();
        assert_eq!(spots, TOWN);
    }

    #[test]
    fn a_mark_in_the_way_moves_the_label() {
        let mark = Rect::centred(
            Px { x: 130.0, y: 100.0 },
            Size {
                width: 28.0,
                height: 28.0,
            },
        );
        let labels = placed(&[town(0, 100.0, 100.0)], &[mark], 2.0);
        assert_eq!(labels[0].spot, Spot::Left);
    }

    proptest! {
        #[test]
        fn nothing_overlaps(towns in towns(), marks in prop::collection::vec((0.0..400.0, 0.0..300.0), 0..10), margin in 0.0..8.0f64) {
            let obstacles: Vec<Rect> = marks.into_iter().map(|(x, y)| Rect::centred(Px { x, y }, Size { width: 30.0, height: 30.0 })).collect();
            let labels = placed(&towns, &obstacles, margin);
            for (index, label) in labels.iter().enumerate() {
                prop_assert!(!obstacles.iter().any(|obstacle| obstacle.overlaps(label.rect)));
                prop_assert!(!labels[..index].iter().any(|other| other.rect.overlaps(label.rect.padded(margin))));
            }
        }

        #[test]
        fn the_less_important_change_nothing_for_the_others(towns in towns(), kept: prop::sample::Index) {
            let all = placed(&towns, &[], 2.0);
            let kept = kept.index(towns.len() + 1);
            let first: Vec<_> = all.into_iter().filter(|label| (label.id as usize) < kept).collect();
            prop_assert_eq!(placed(&towns[..kept], &[], 2.0), first);
        }

        #[test]
        fn those_that_are_there_already_count(towns in towns(), cut: prop::sample::Index) {
            let (first, then) = towns.split_at(cut.index(towns.len() + 1));
            let mut labels = placed(first, &[], 2.0);
            place(then.iter().copied(), &[], 2.0, &mut labels);
            prop_assert_eq!(labels, placed(&towns, &[], 2.0));
        }

        #[test]
        fn moving_the_map_moves_the_labels_along(towns in towns(), dx in -50i32..50, dy in -50i32..50) {
            let by = Px { x: f64::from(dx), y: f64::from(dy) };
            let moved: Vec<_> = towns.iter().map(|town| LabelCandidate { anchor: town.anchor + by, ..*town }).collect();
            let ids = |labels: Vec<PlacedLabel>| labels.into_iter().map(|label| (label.id, label.spot)).collect::<Vec<_>>();
            prop_assert_eq!(ids(placed(&towns, &[], 2.0)), ids(placed(&moved, &[], 2.0)));
        }
    }
}
