//! Labels without overlap: the most important first, each where it first fits.

use super::screen::{Px, Rect, Size};

/// From a mark to the name beside it, pixels.
const BESIDE_PX: f64 = 3.0;

/// Where a label may stand, against what it names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spot {
    /// Beside it.
    Right,
    /// Beside it.
    Left,
    /// Over it.
    Above,
    /// Under it.
    Below,
    /// Over it, to the right.
    AboveRight,
    /// Under it, to the right.
    BelowRight,
    /// Over it, to the left.
    AboveLeft,
    /// Under it, to the left.
    BelowLeft,
    /// Its middle this far from the anchor, right and down, in widths and heights of the label.
    Shifted(f64, f64),
}

/// The spots of a territory's name: on it, or on another part of it.
pub const AREA: &[Spot] = &[
    Spot::Shifted(0.0, 0.0),
    Spot::Shifted(0.0, -1.0),
    Spot::Shifted(0.0, 1.0),
    Spot::Shifted(-0.3, 0.0),
    Spot::Shifted(0.3, 0.0),
    Spot::Shifted(0.0, -2.0),
    Spot::Shifted(0.0, 2.0),
    Spot::Shifted(-0.3, -1.0),
    Spot::Shifted(0.3, -1.0),
    Spot::Shifted(-0.3, 1.0),
    Spot::Shifted(0.3, 1.0),
    Spot::Shifted(-0.3, -2.0),
    Spot::Shifted(0.3, -2.0),
    Spot::Shifted(-0.3, 2.0),
    Spot::Shifted(0.3, 2.0),
];
/// The spot of what has no edge: a sea.
pub const CENTRE: &[Spot] = &[Spot::Shifted(0.0, 0.0)];
/// The spots of a town's name, the usual ones of atlases first.
pub const TOWN: &[Spot] = &[
    Spot::Right,
    Spot::Left,
    Spot::Above,
    Spot::Below,
    Spot::AboveRight,
    Spot::BelowRight,
    Spot::AboveLeft,
    Spot::BelowLeft,
];

/// A label to place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelCandidate {
    /// What the caller knows it by.
    pub id: u32,
    /// What it names.
    pub anchor: Px,
    /// Of its text.
    pub size: Size,
    /// Radius of the dot on the anchor; 0 for none. A label with a dot may stand beside the mark that hides the dot.
    pub dot: f64,
    /// From the anchor to the text, when beside it; then from where to try again, if anywhere.
    pub gaps: [Option<f64>; 2],
    /// Where it may stand, the best first.
    pub spots: &'static [Spot],
    /// When it finds no room, what matters less is not placed either within so many pixels: no suburb is named in place of its city.
    pub reach: f64,
}

/// A label that found its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedLabel {
    /// That of the candidate.
    pub id: u32,
    /// Where its text goes.
    pub rect: Rect,
    /// Where its dot goes, unless a mark hides it.
    pub dot: Option<Rect>,
}

/// What labels must keep to.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    /// They stand inside this.
    pub frame: Rect,
    /// Marks, which they do not cover.
    pub marks: &'a [Rect],
    /// Between two of them, pixels.
    pub margin: f64,
}

/// Labels in their places, and the memory that placing them takes.
#[derive(Clone, Debug, Default)]
pub struct Placement {
    labels: Vec<PlacedLabel>,
    /// The important that found no room: where, and how far they reach.
    missing: Vec<(Px, f64)>,
    /// Whether each mark has a name beside it.
    named: Vec<bool>,
}

impl Placement {
    /// Those that found their place, the most important first.
    pub fn labels(&self) -> &[PlacedLabel] {
        &self.labels
    }

    /// Places the candidates that fit, the most important first. A mark that hides several has the name of the first alone.
    /// O(candidates · (labels + marks)).
    pub fn place(&mut self, candidates: impl Iterator<Item = LabelCandidate>, room: &Room) {
        self.labels.clear();
        self.missing.clear();
        self.named.clear();
        self.named.resize(room.marks.len(), false);
        for candidate in candidates {
            self.add(&candidate, room);
        }
    }

    fn add(&mut self, candidate: &LabelCandidate, room: &Room) {
        let anchor = candidate.anchor;
        let is_near = |&(missing, reach): &(Px, f64)| missing.distance(anchor) < reach;
        let hidden_by = room
            .marks
            .iter()
            .position(|mark| candidate.dot > 0.0 && mark.contains(anchor));
        let taken = hidden_by.is_some_and(|mark| self.named.get(mark).is_some_and(|&is| is));
        if taken || self.missing.iter().any(is_near) {
            return;
        }
        let dot = Some(candidate.dot).filter(|&radius| radius > 0.0 && hidden_by.is_none());
        let dot = dot.map(|radius| around(anchor, radius));
        // A dot under the name of another would be taken for the other's.
        let dot_is_free =
            dot.is_none_or(|dot| self.labels.iter().all(|label| !label.rect.overlaps(dot)));
        let rect = candidate
            .bodies(room.marks)
            .flat_map(|body| {
                candidate
                    .spots
                    .iter()
                    .map(move |&spot| beside(body, spot, candidate.size))
            })
            // Beside a mark that covers the dot in part, it could cover the rest.
            .find(|&rect| self.is_free(rect, room) && dot.is_none_or(|dot| !dot.overlaps(rect)))
            .filter(|_| dot_is_free);
        let Some(rect) = rect else {
            if candidate.reach > 0.0 {
                self.missing.push((anchor, candidate.reach));
            }
            return;
        };
        if let Some(named) = hidden_by.and_then(|mark| self.named.get_mut(mark)) {
            *named = true;
        }
        self.labels.push(PlacedLabel {
            id: candidate.id,
            rect,
            dot,
        });
    }

    fn is_free(&self, rect: Rect, room: &Room) -> bool {
        let claimed = rect.padded(room.margin);
        let is_clear = |label: &PlacedLabel| {
            !label.rect.overlaps(claimed) && label.dot.is_none_or(|dot| !dot.overlaps(rect))
        };
        room.frame.contains(rect.min)
            && room.frame.contains(rect.max)
            && !room.marks.iter().any(|mark| mark.overlaps(rect))
            && self.labels.iter().all(is_clear)
    }
}

impl LabelCandidate {
    /// What it may stand beside: its anchor, the marks over its dot, its anchor from further away.
    fn bodies<'a>(&self, marks: &'a [Rect]) -> impl Iterator<Item = Rect> + use<'a> {
        let Self {
            anchor,
            dot,
            gaps: [near, far],
            ..
        } = *self;
        let at = move |gap: Option<f64>| gap.map(|gap| around(anchor, gap)).into_iter();
        let over = marks
            .iter()
            .filter(move |mark| dot > 0.0 && mark.overlaps(around(anchor, dot)))
            .map(|mark| mark.padded(BESIDE_PX));
        at(near).chain(over).chain(at(far))
    }
}

fn around(middle: Px, radius: f64) -> Rect {
    let side = 2.0 * radius;
    let size = Size {
        width: side,
        height: side,
    };
    Rect::centred(middle, size)
}

/// The rectangle of a label beside a body.
fn beside(body: Rect, spot: Spot, size: Size) -> Rect {
    let half = (body.size().width / 2.0, body.size().height / 2.0);
    let (x, y) = (half.0 + size.width / 2.0, half.1 + size.height / 2.0);
    // Corners are nearer than sides: a body is round.
    let (near_x, near_y) = (x - 0.3 * half.0, y - 0.3 * half.1);
    let (x, y) = match spot {
        Spot::Right => (x, 0.0),
        Spot::Left => (-x, 0.0),
        Spot::Above => (0.0, -y),
        Spot::Below => (0.0, y),
        Spot::AboveRight => (near_x, -near_y),
        Spot::BelowRight => (near_x, near_y),
        Spot::AboveLeft => (-near_x, -near_y),
        Spot::BelowLeft => (-near_x, near_y),
        Spot::Shifted(right, down) => (right * size.width, down * size.height),
    };
    Rect::centred(body.centre() + Px { x, y }, size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRAME: Rect = Rect {
        min: Px {
            x: -500.0,
            y: -500.0,
        },
        max: Px {
            x: 1000.0,
            y: 1000.0,
        },
    };

    fn town(id: u32, x: f64, y: f64) -> LabelCandidate {
        let size = Size {
            width: 60.0,
            height: 16.0,
        };
        LabelCandidate {
            id,
            anchor: Px { x, y },
            size,
            dot: 2.0,
            gaps: [Some(8.0), None],
            spots: TOWN,
            reach: 0.0,
        }
    }

    fn mark(x: f64, y: f64) -> Rect {
        around(Px { x, y }, 15.0)
    }

    fn towns() -> impl Strategy<Value = Vec<LabelCandidate>> {
        prop::collection::vec((0.0..400.0, 0.0..300.0, prop::bool::ANY), 0..60).prop_map(|places| {
            let numbered = (0..).zip(places);
            let towns = numbered.map(|(id, (x, y, great))| LabelCandidate {
                reach: if great { 50.0 } else { 0.0 },
                ..town(id, x, y)
            });
            towns.collect()
        })
    }

    fn marks() -> impl Strategy<Value = Vec<Rect>> {
        let places = prop::collection::vec((0.0..400.0, 0.0..300.0), 0..10);
        places.prop_map(|places| places.into_iter().map(|(x, y)| mark(x, y)).collect())
    }

    fn placed(candidates: &[LabelCandidate], marks: &[Rect], margin: f64) -> Vec<PlacedLabel> {
        let mut placement = Placement::default();
        let room = Room {
            frame: FRAME,
            marks,
            margin,
        };
        placement.place(candidates.iter().copied(), &room);
        placement.labels().to_vec()
    }

    fn ids(labels: &[PlacedLabel]) -> Vec<u32> {
        labels.iter().map(|label| label.id).collect()
    }

    /// The middle of a label, from the anchor of its town.
    fn from(town: &LabelCandidate, label: &PlacedLabel) -> Px {
        label.rect.centre() - town.anchor
    }

    #[test]
    fn a_label_steps_aside_for_a_mark() {
        let town = town(0, 100.0, 100.0);
        let right = placed(&[town], &[], 2.0);
        assert_eq!(from(&town, &right[0]), Px { x: 38.0, y: 0.0 });
        let left = placed(&[town], &[mark(130.0, 100.0)], 2.0);
        assert_eq!(from(&town, &left[0]), Px { x: -38.0, y: 0.0 });
    }

    #[test]
    fn a_town_under_a_mark_is_named_beside_it_and_has_no_dot() {
        let town = town(0, 102.0, 100.0);
        let over = around(Px { x: 100.0, y: 100.0 }, 22.0);
        let [label] = placed(&[town], &[over], 2.0)[..] else {
            panic!("named")
        };
        assert_eq!(label.rect.min.x, over.max.x + BESIDE_PX);
        assert_eq!((label.rect.centre().y, label.dot), (100.0, None));
    }

    #[test]
    fn a_mark_has_one_name_that_of_the_first_under_it() {
        let towns = [
            town(0, 102.0, 100.0),
            town(1, 96.0, 104.0),
            town(2, 200.0, 100.0),
        ];
        assert_eq!(ids(&placed(&towns, &[mark(100.0, 100.0)], 2.0)), [0, 2]);
    }

    /// Marks on all sides of (100, 100).
    fn walls() -> Vec<Rect> {
        let places = [(130.0, 100.0), (70.0, 100.0), (100.0, 70.0), (100.0, 130.0)];
        let wall = |(x, y)| around(Px { x, y }, 19.0);
        places.map(wall).to_vec()
    }

    #[test]
    fn no_suburb_is_named_where_its_city_finds_no_room() {
        let towns = |reach| {
            let city = LabelCandidate {
                reach,
                ..town(0, 100.0, 100.0)
            };
            [city, town(1, 160.0, 160.0), town(2, 250.0, 100.0)]
        };
        assert_eq!(ids(&placed(&towns(0.0), &walls(), 2.0)), [1, 2]);
        assert_eq!(ids(&placed(&towns(100.0), &walls(), 2.0)), [2]);
        assert_eq!(ids(&placed(&towns(100.0), &[], 2.0)), [0, 1, 2]);
    }

    #[test]
    fn a_great_town_is_named_from_further_away() {
        let near = town(0, 100.0, 100.0);
        let far = LabelCandidate {
            gaps: [Some(8.0), Some(60.0)],
            ..near
        };
        assert_eq!(
            (
                placed(&[near], &walls(), 2.0).len(),
                placed(&[far], &walls(), 2.0).len()
            ),
            (0, 1)
        );
    }

    #[test]
    fn no_label_is_cut_by_the_edge() {
        let frame = Rect {
            min: Px::default(),
            max: Px { x: 110.0, y: 200.0 },
        };
        let mut placement = Placement::default();
        let room = Room {
            frame,
            marks: &[],
            margin: 0.0,
        };
        placement.place([town(0, 100.0, 100.0)].into_iter(), &room);
        let [label] = placement.labels() else {
            panic!("named")
        };
        assert_eq!(label.rect.max.x, 92.0, "on the left");
    }

    #[test]
    fn no_label_covers_the_dot_of_another() {
        let towns = [town(0, 100.0, 100.0), town(1, 75.0, 100.0)];
        let labels = placed(&towns, &[], 0.0);
        let dots: Vec<Rect> = labels.iter().filter_map(|label| label.dot).collect();
        assert_eq!(dots.len(), labels.len());
        for label in &labels {
            assert!(dots.iter().all(|dot| !dot.overlaps(label.rect)));
        }
    }

    #[test]
    fn a_label_beside_a_mark_does_not_cover_its_own_dot() {
        let mark = |x: f64, y: f64| around(Px { x, y }, 15.0);
        let marks = [mark(155.7, 65.3), mark(185.3, 11.3), mark(94.2, 37.3)];
        let labels = placed(&[town(0, 110.4, 44.1)], &marks, 0.0);
        for PlacedLabel { rect, dot, .. } in labels {
            assert!(dot.is_none_or(|dot| !dot.overlaps(rect)));
        }
    }

    proptest! {
        #[test]
        fn nothing_overlaps(towns in towns(), marks in marks(), margin in 0.0..8.0f64) {
            let labels = placed(&towns, &marks, margin);
            for (index, label) in labels.iter().enumerate() {
                prop_assert!(!marks.iter().any(|mark| mark.overlaps(label.rect)));
                prop_assert!(!labels[..index].iter().any(|other| other.rect.overlaps(label.rect.padded(margin))));
                prop_assert!(!labels.iter().filter_map(|other| other.dot).any(|dot| dot.overlaps(label.rect)));
            }
        }

        #[test]
        fn the_less_important_change_nothing_for_the_others(towns in towns(), marks in marks(), kept: prop::sample::Index) {
            let all = placed(&towns, &marks, 2.0);
            let kept = kept.index(towns.len() + 1);
            let first: Vec<_> = all.into_iter().filter(|label| (label.id as usize) < kept).collect();
            prop_assert_eq!(placed(&towns[..kept], &marks, 2.0), first);
        }

        #[test]
        fn moving_the_map_moves_the_labels_along(towns in towns(), dx in -50i32..50, dy in -50i32..50) {
            let by = Px { x: f64::from(dx), y: f64::from(dy) };
            let moved: Vec<_> = towns.iter().map(|town| LabelCandidate { anchor: town.anchor + by, ..*town }).collect();
            prop_assert_eq!(ids(&placed(&towns, &[], 2.0)), ids(&placed(&moved, &[], 2.0)));
        }
    }
}
