//! What sheets say of one another, in French.

use model::domain::State;

/// « même département ».
pub const SAME_DEPARTEMENT: &str = "même département";
/// « même région ».
pub const SAME_REGION: &str = "même région";
/// Two initiatives of one main theme.
pub const SAME_THEME: &str = "même thème";
/// Two initiatives with a theme in common.
pub const SHARED_THEME: &str = "thème voisin";
/// Two initiatives helped in one way.
pub const SAME_LEVER: &str = "même levier";

/// « à 12 km ».
pub fn away(km: f64) -> String {
    if km < 1.0 {
        return "au même endroit".to_owned();
    }
    format!("à {km:.0}\u{a0}km")
}

/// After the first place of an initiative, how many others it has: « et 2 autres lieux ».
pub fn other_places(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => " et un autre lieu".to_owned(),
        _ => format!(" et {count} autres lieux"),
    }
}

/// A lever as an authority used it: « subvention (envisagé) ».
pub fn in_state(lever: String, state: State) -> String {
    match state {
        State::Used => lever,
        State::Considered => format!("{lever} (envisagé)"),
        State::Declined => format!("{lever} (refusé)"),
    }
}

/// « 2016 à 2021 ».
pub fn years(first: &str, last: &str) -> String {
    if first == last {
        return first.to_owned();
    }
    format!("{first} à {last}")
}
