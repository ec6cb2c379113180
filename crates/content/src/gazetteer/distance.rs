//! Distance over the ground.

const EARTH_RADIUS_KM: f64 = 6371.0;

/// Kilometres between two points given as (longitude, latitude) in degrees.
pub fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    let half_sine = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let chord =
        half_sine(a.1, b.1) + a.1.to_radians().cos() * b.1.to_radians().cos() * half_sine(a.0, b.0);
    2.0 * EARTH_RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    #[test]
    fn paris_to_lyon_is_392_kilometres() {
        let distance = super::kilometres((2.3522, 48.8566), (4.8357, 45.7640));
        assert!((distance - 392.0).abs() < 2.0, "{distance}");
    }
}
