//! Places and sizes on screen, in CSS pixels from the top left corner of the map.

use std::ops::{Add, Mul, Sub};

/// A place or a displacement on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Px {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Across.
    pub width: f64,
    /// Down.
    pub height: f64,
}

impl Size {
    /// As wide as high.
    pub const fn square(side: f64) -> Self {
        Self {
            width: side,
            height: side,
        }
    }
}

/// How much of each side of the map is covered, for instance by the panel of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Insets {
    /// From the top edge.
    pub top: f64,
    /// From the right edge.
    pub right: f64,
    /// From the bottom edge.
    pub bottom: f64,
    /// From the left edge.
    pub left: f64,
}

/// A rectangle on screen; `min` is its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Top left.
    pub min: Px,
    /// Bottom right.
    pub max: Px,
}

impl Px {
    /// Straight distance.
    pub fn distance(self, other: Px) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// Half-way.
    pub fn midpoint(self, other: Px) -> Px {
        (self + other) * 0.5
    }
}

impl Add for Px {
    type Output = Px;

    fn add(self, other: Px) -> Px {
        Px {
            x: self.x + other.x,
            y: self.y + other.y,
        }
    }
}

impl Sub for Px {
    type Output = Px;

    fn sub(self, other: Px) -> Px {
        Px {
            x: self.x - other.x,
            y: self.y - other.y,
        }
    }
}

impl Mul<f64> for Px {
    type Output = Px;

    fn mul(self, by: f64) -> Px {
        Px {
            x: self.x * by,
            y: self.y * by,
        }
    }
}

impl Size {
    /// The middle.
    pub fn centre(self) -> Px {
        Px {
            x: self.width / 2.0,
            y: self.height / 2.0,
        }
    }

    /// What the insets leave free. Where they leave nothing, a pixel in their middle.
    pub fn inside(self, insets: Insets) -> Rect {
        let (left, right) = span(self.width, insets.left, insets.right);
        let (top, bottom) = span(self.height, insets.top, insets.bottom);
        Rect {
            min: Px { x: left, y: top },
            max: Px {
                x: right,
                y: bottom,
            },
        }
    }
}

fn span(length: f64, before: f64, after: f64) -> (f64, f64) {
    let (start, end) = (before, length - after);
    if end - start >= 1.0 {
        (start, end)
    } else {
        let middle = (start + end) / 2.0;
        (middle - 0.5, middle + 0.5)
    }
}

impl Insets {
    /// What rectangles leave free of a screen, and a margin around it: each is left aside on the side where that costs the least.
    /// One after the other, the largest first: what a large one covers costs nothing more. Those off the screen cost nothing. No side gives up more than `most`, a share of the screen.
    pub fn clear_of(size: Size, covered: &[Rect], margin: f64, most: f64) -> Self {
        let none = Self::all(0.0);
        let insets = covered.iter().fold(none, |insets, rect| {
            let seen = rect.max.x.min(size.width) > rect.min.x.max(0.0)
                && rect.max.y.min(size.height) > rect.min.y.max(0.0);
            if seen {
                insets.and(size, *rect, most)
            } else {
                insets
            }
        });
        Self {
            top: insets.top + margin,
            right: insets.right + margin,
            bottom: insets.bottom + margin,
            left: insets.left + margin,
        }
    }

    /// A rectangle left aside too.
    fn and(self, Size { width, height }: Size, rect: Rect, most: f64) -> Self {
        // A drawer rises from the bottom: that side is preferred where two cost the same.
        let sides = [
            Self {
                bottom: (height - rect.min.y).max(self.bottom),
                ..self
            },
            Self {
                left: rect.max.x.max(self.left),
                ..self
            },
            Self {
                top: rect.max.y.max(self.top),
                ..self
            },
            Self {
                right: (width - rect.min.x).max(self.right),
                ..self
            },
        ];
        let free = |insets: &Self| {
            let across = (width - insets.left - insets.right).max(0.0);
            across * (height - insets.top - insets.bottom).max(0.0)
        };
        let better = |a: Self, b: Self| if free(&b) > free(&a) { b } else { a };
        // The most that a side gives up comes after the choice: a tall drawer would else cost the same at the top.
        let chosen = sides.into_iter().reduce(better).unwrap_or(self);
        let (wide, tall) = (width * most, height * most);
        Self {
            top: chosen.top.min(tall),
            right: chosen.right.min(wide),
            bottom: chosen.bottom.min(tall),
            left: chosen.left.min(wide),
        }
    }

    /// The same on every side.
    pub const fn all(px: f64) -> Self {
        Self {
            top: px,
            right: px,
            bottom: px,
            left: px,
        }
    }
}

impl Rect {
    /// The rectangle between two opposite corners, in any order.
    pub fn between(a: Px, b: Px) -> Self {
        Self {
            min: Px {
                x: a.x.min(b.x),
                y: a.y.min(b.y),
            },
            max: Px {
                x: a.x.max(b.x),
                y: a.y.max(b.y),
            },
        }
    }

    /// The rectangle of a size around a middle.
    pub fn centred(middle: Px, size: Size) -> Self {
        let half = size.centre();
        Self {
            min: middle - half,
            max: middle + half,
        }
    }

    /// Grown on every side; shrunk if negative.
    pub fn padded(self, by: f64) -> Self {
        let by = Px { x: by, y: by };
        Self {
            min: self.min - by,
            max: self.max + by,
        }
    }

    /// The middle.
    pub fn centre(self) -> Px {
        self.min.midpoint(self.max)
    }

    /// Width and height.
    pub fn size(self) -> Size {
        Size {
            width: self.max.x - self.min.x,
            height: self.max.y - self.min.y,
        }
    }

    /// Whether a place is inside or on the edge.
    pub fn contains(self, px: Px) -> bool {
        (self.min.x..=self.max.x).contains(&px.x) && (self.min.y..=self.max.y).contains(&px.y)
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insets_leave_the_free_middle() {
        let size = Size {
            width: 1000.0,
            height: 600.0,
        };
        let free = size.inside(Insets {
            left: 400.0,
            ..Insets::all(0.0)
        });
        assert_eq!(free.centre(), Px { x: 700.0, y: 300.0 });
    }

    #[test]
    fn insets_larger_than_the_map_leave_a_pixel() {
        let size = Size {
            width: 320.0,
            height: 200.0,
        };
        let free = size.inside(Insets {
            left: 400.0,
            ..Insets::all(0.0)
        });
        assert_eq!(free.size().width, 1.0);
        assert_eq!(free.size().height, 200.0);
    }

    const MAP: Size = Size {
        width: 900.0,
        height: 700.0,
    };

    fn rect([left, top, right, bottom]: [f64; 4]) -> Rect {
        let (a, b) = (
            Px { x: left, y: top },
            Px {
                x: right,
                y: bottom,
            },
        );
        Rect::between(a, b)
    }

    #[test]
    fn a_drawer_a_bar_and_buttons_are_each_left_aside_where_it_costs_least() {
        let drawer = rect([0.0, 400.0, 900.0, 700.0]);
        let buttons = rect([844.0, 12.0, 888.0, 150.0]);
        let bar = rect([12.0, 650.0, 500.0, 690.0]);
        assert_eq!(
            Insets::clear_of(MAP, &[buttons, bar], 20.0, 0.75),
            Insets {
                right: 76.0,
                bottom: 70.0,
                ..Insets::all(20.0)
            }
        );
        let insets = Insets::clear_of(MAP, &[drawer, bar], 20.0, 0.75);
        assert_eq!((insets.bottom, insets.top), (320.0, 20.0));
        let panel = rect([0.0, 0.0, 400.0, 700.0]);
        let insets = Insets::clear_of(MAP, &[panel], 20.0, 0.75);
        assert_eq!((insets.left, insets.right), (420.0, 20.0));
    }

    #[test]
    fn what_is_beside_the_map_costs_nothing_and_what_covers_it_whole_not_all() {
        let beside = rect([-400.0, 0.0, 0.0, 700.0]);
        let nowhere = rect([0.0, 0.0, 0.0, 0.0]);
        assert_eq!(
            Insets::clear_of(MAP, &[beside, nowhere], 20.0, 0.75),
            Insets::all(20.0)
        );
        let tall = rect([0.0, 100.0, 900.0, 700.0]);
        let insets = Insets::clear_of(MAP, &[tall], 0.0, 0.75);
        assert_eq!((insets.top, insets.bottom), (0.0, 525.0));
        let all = rect([0.0, 0.0, 900.0, 700.0]);
        let insets = Insets::clear_of(MAP, &[all], 0.0, 0.75);
        assert!(MAP.inside(insets).size().width * MAP.inside(insets).size().height > 100_000.0);
    }

    #[test]
    fn rectangles_that_touch_do_not_overlap() {
        let a = Rect::between(Px { x: 0.0, y: 0.0 }, Px { x: 10.0, y: 10.0 });
        let b = Rect::between(Px { x: 20.0, y: 10.0 }, Px { x: 10.0, y: 0.0 });
        assert!(!a.overlaps(b));
        assert!(a.padded(1.0).overlaps(b));
    }
}
