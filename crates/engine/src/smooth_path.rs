//! The path of a flight: out, across and in at a constant perceived speed.
//!
//! Formulas: van Wijk and Nuij, *Smooth and efficient zooming and panning*, InfoVis 2003, § 3. u is the way along the
//! straight line and w the width seen, in one unit; s is the length of the path, and ρ how much zooming is preferred to
//! panning.

use crate::exponential::{asinh, cosh, sinh, tanh};
use std::f64::consts::SQRT_2;

/// The users of the paper liked 1.42 best.
const RHO: f64 = SQRT_2;
/// A way this short, against the width seen, is a zoom without a pan.
const NO_WAY: f64 = 1e-6;

/// A path from one width seen to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SmoothPath {
    rho: f64,
    /// Width seen at the start.
    w0: f64,
    /// Length of the straight line, 0 when there is no pan.
    way: f64,
    r0: f64,
    /// Change of the logarithm of the width with ρs, when there is no pan.
    growth: f64,
    length: f64,
}

impl SmoothPath {
    /// From seeing `w0` to seeing `w1`, `way` further on, never seeing much more than `widest`.
    pub fn new(w0: f64, w1: f64, way: f64, widest: f64) -> Self {
        if way <= NO_WAY * w0.min(w1) {
            return Self::zooming(w0, w1);
        }
        // The widest of a long path is about way · ρ² / 2.
        let rho = (2.0 * widest.max(w0).max(w1) / way).sqrt().min(RHO);
        let stretch = rho * rho * way;
        let r = |w: f64, sense: f64| {
            -asinh((w1 * w1 - w0 * w0 + sense * stretch * stretch) / (2.0 * w * stretch))
        };
        let (r0, r1) = (r(w0, 1.0), r(w1, -1.0));
        let length = (r1 - r0) / rho;
        Self {
            rho,
            w0,
            way,
            r0,
            growth: 0.0,
            length,
        }
    }

    fn zooming(w0: f64, w1: f64) -> Self {
        let growth = (w1 / w0).ln();
        Self {
            rho: RHO,
            w0,
            way: 0.0,
            r0: 0.0,
            growth: growth.signum(),
            length: growth.abs() / RHO,
        }
    }

    /// S: about 1 for a movement from one screen to the next.
    pub fn length(&self) -> f64 {
        self.length
    }

    /// At a part of the path, 0 to 1: the part of the way done, and the width seen.
    pub fn at(&self, part: f64) -> (f64, f64) {
        let Self {
            rho, w0, way, r0, ..
        } = *self;
        let s = part * self.length;
        if way > 0.0 {
            let u = w0 / (rho * rho) * (cosh(r0) * tanh(rho * s + r0) - sinh(r0));
            (u / way, w0 * cosh(r0) / cosh(rho * s + r0))
        } else {
            (part, w0 * (self.growth * rho * s).exp())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1e-3)
    }

    proptest! {
        #[test]
        fn a_path_joins_its_ends_without_seeing_too_much(w0 in 1e-5..0.1f64, w1 in 1e-5..0.1f64, way in 0.0..0.5f64) {
            let widest = 0.3;
            let path = SmoothPath::new(w0, w1, way, widest);
            let ((start, from), (end, to)) = (path.at(0.0), path.at(1.0));
            prop_assert!(start.abs() < 1e-9 && close(from, w0), "{start} {from}");
            prop_assert!(close(end, 1.0) && close(to, w1), "{end} {to}");
            let mut done = 0.0;
            for step in 0..=50 {
                let (part, width) = path.at(f64::from(step) / 50.0);
                prop_assert!(part >= done - 1e-9, "never back");
                prop_assert!(width <= widest * 1.2, "{width}");
                done = part;
            }
        }
    }
}
