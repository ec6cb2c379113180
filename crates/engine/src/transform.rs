//! Transforms of style, as CSS writes them.

use crate::decimal::decimal;
use crate::{Camera, Px};
use std::fmt::{self, Display, Formatter};

/// Moves an element to a place, in pixels with one decimal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Translate(pub Px);

impl Display for Translate {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let (x, y) = (decimal(self.0.x, 1), decimal(self.0.y, 1));
        write!(f, "translate({x}px,{y}px)")
    }
}

/// Moves and scales what was drawn for one camera to where another sees it. The top left corner is that of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    corner: Px,
    scale: f64,
}

impl Shift {
    /// From one camera to the other.
    pub fn new(from: &Camera, to: &Camera) -> Self {
        Self {
            corner: to.project(from.unproject(Px::default())),
            scale: to.scale() / from.scale(),
        }
    }
}

impl Display for Shift {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let (x, y) = (decimal(self.corner.x, 2), decimal(self.corner.y, 2));
        let scale = decimal(self.scale, 5);
        write!(f, "translate({x}px,{y}px) scale({scale})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Size;
    use crate::geo::World;

    #[test]
    fn a_shift_says_where_the_corner_and_the_scale_went() {
        let size = Size {
            width: 200.0,
            height: 100.0,
        };
        let from = Camera::new(World { x: 0.5, y: 0.5 }, 5.0, size);
        assert_eq!(
            Shift::new(&from, &from).to_string(),
            "translate(0.00px,0.00px) scale(1.00000)"
        );
        assert_eq!(
            Shift::new(&from, &from.pan_by(12.0, -3.5)).to_string(),
            "translate(12.00px,-3.50px) scale(1.00000)"
        );
        // Twice as large about the middle.
        assert_eq!(
            Shift::new(&from, &from.with_zoom(6.0)).to_string(),
            "translate(-100.00px,-50.00px) scale(2.00000)"
        );
    }
}
