//! Pure geographic maths: degrees, Web Mercator, bounds, Morton keys, boundary arcs.
