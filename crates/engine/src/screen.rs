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

    #[test]
    fn rectangles_that_touch_do_not_overlap() {
        let a = Rect::between(Px { x: 0.0, y: 0.0 }, Px { x: 10.0, y: 10.0 });
        let b = Rect::between(Px { x: 20.0, y: 10.0 }, Px { x: 10.0, y: 0.0 });
        assert!(!a.overlaps(b));
        assert!(a.padded(1.0).overlaps(b));
    }
}
