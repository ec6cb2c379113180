//! Sine and cosine of angles of a few turns at most.
//!
//! Those of the standard library take an argument of any size: on the web its reduction to one turn alone weighs 3 KB, compressed, in
//! the first view. Here are latitudes, and marks around a place.

use std::f64::consts::{FRAC_PI_2, PI};

/// Terms of the series: at a quarter of a turn the next would be 4·10⁻¹⁴.
const TERMS: u32 = 9;

/// Sine of an angle in radians, to 10⁻¹² within ten turns.
pub fn sin(angle: f64) -> f64 {
    let half_turns = (angle / PI).round();
    let rest = angle - half_turns * PI;
    // Taylor: x − x³ ⁄ 3! + x⁵ ⁄ 5! …
    let mut term = rest;
    let mut sum = rest;
    for n in 1..TERMS {
        let even = f64::from(2 * n);
        term *= -rest * rest / (even * (even + 1.0));
        sum += term;
    }
    if half_turns as i64 % 2 == 0 {
        sum
    } else {
        -sum
    }
}

/// Cosine of an angle in radians, as exact.
pub fn cos(angle: f64) -> f64 {
    sin(angle + FRAC_PI_2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn they_are_those_of_the_standard_library(angle in -60.0..60.0f64) {
            prop_assert!((sin(angle) - angle.sin()).abs() < 1e-12, "{} {}", sin(angle), angle.sin());
            prop_assert!((cos(angle) - angle.cos()).abs() < 1e-12, "{} {}", cos(angle), angle.cos());
        }
    }

    #[test]
    fn at_quarters_of_a_turn_they_are_whole() {
        assert_eq!(sin(0.0), 0.0);
        assert!((sin(FRAC_PI_2) - 1.0).abs() < 1e-13);
        assert!((cos(PI) + 1.0).abs() < 1e-13);
    }
}
