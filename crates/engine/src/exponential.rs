//! Powers and what follows from the exponential and the logarithm, for zooms, flights and the projection.
//!
//! The standard library's are exact to the last digit: that of powers of two alone brings a table of 4 KB, none of which compresses, and
//! each of the others a program of its own. These are exact to 10⁻¹³, some thousandths of a
//! millimetre on the ground.

use std::f64::consts::LN_2;

/// Two to this power; exact for a whole number.
pub fn exp2(power: f64) -> f64 {
    let whole = (power + 0.5).floor().clamp(-1022.0, 1023.0);
    // The bits of an f64 hold its exponent.
    let scale = f64::from_bits(((whole as i64 + 1023) as u64) << 52);
    ((power - whole) * LN_2).exp() * scale
}

/// Hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    let e = x.exp();
    (e + e.recip()) / 2.0
}

/// Hyperbolic sine. Near 0 it is exact to 10⁻¹⁶, not to its last digit.
pub fn sinh(x: f64) -> f64 {
    let e = x.exp();
    (e - e.recip()) / 2.0
}

/// Hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    1.0 - 2.0 / ((2.0 * x).exp() + 1.0)
}

/// What has this hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    (size + (size * size + 1.0).sqrt()).ln().copysign(x)
}

/// What has this hyperbolic tangent, between -1 and 1.
pub fn atanh(x: f64) -> f64 {
    ((1.0 + x) / (1.0 - x)).ln() / 2.0
}

/// The angle in radians that has this tangent.
pub fn atan(tangent: f64) -> f64 {
    // Halved often enough, any angle is below a tenth, where Gregory's series is short: x − x³ ⁄ 3 + x⁵ ⁄ 5 …
    const HALVES: i32 = 4;
    let mut x = tangent;
    for _ in 0..HALVES {
        x /= 1.0 + (1.0 + x * x).sqrt();
    }
    let mut sum = 0.0;
    for odd in [15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0] {
        sum = 1.0 / odd - x * x * sum;
    }
    x * sum * f64::from(1 << HALVES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() <= 1e-13 * expected.abs().max(1.0)
    }

    proptest! {
        #[test]
        fn they_are_those_of_the_standard_library(x in -40.0..40.0f64, part in -0.997..0.997f64, any in -1e9..1e9f64) {
            for (found, expected) in [
                (exp2(x), x.exp2()),
                (cosh(x), x.cosh()),
                (sinh(x), x.sinh()),
                (tanh(x), x.tanh()),
                (asinh(x), x.asinh()),
                (asinh(any), any.asinh()),
                (atanh(part), part.atanh()),
                (atan(x), x.atan()),
                (atan(any), any.atan()),
            ] {
                prop_assert!(close(found, expected), "{found} {expected}");
            }
        }
    }

    #[test]
    fn whole_powers_of_two_are_exact() {
        for power in -60..60 {
            assert_eq!(exp2(f64::from(power)), f64::from(power).exp2());
        }
        assert_eq!(exp2(-2000.0), 0.0);
        assert_eq!(exp2(2000.0), f64::INFINITY);
        assert!(exp2(f64::NAN).is_nan());
    }

    #[test]
    fn far_out_they_stay_numbers() {
        assert_eq!((tanh(1e4), tanh(-1e4)), (1.0, -1.0));
        assert_eq!((asinh(0.0), atan(0.0), atanh(0.0)), (0.0, 0.0, 0.0));
    }
}
