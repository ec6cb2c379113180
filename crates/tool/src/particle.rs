//! The part of an authority's name that a reader looks for: « Nanterre », not « Ville de ».

/// What an authority is, before its own name.
const KINDS: [&str; 9] = [
    "Ville",
    "Communauté de communes",
    "Communauté d’agglomération",
    "Communauté urbaine",
    "Métropole européenne",
    "Métropole",
    "Eurométropole",
    "Département",
    "Région",
];

/// What links the two.
const PARTICLES: [&str; 6] = ["de la ", "de l’", "du ", "des ", "de ", "d’"];

/// What names are not sorted by.
const ARTICLES: [&str; 4] = ["Le ", "La ", "Les ", "L’"];

/// The end of a name, without what it is and the small words before it: « Département de l’Isère » → « Isère ».
pub fn significant(name: &str) -> &str {
    let kind = KINDS.iter().find_map(|kind| name.strip_prefix(kind));
    let own = kind.and_then(|rest| rest.strip_prefix(' '));
    let own = own.map_or(name, |rest| without_one_of(&PARTICLES, rest));
    without_one_of(&ARTICLES, own)
}

fn without_one_of<'a>(prefixes: &[&str], text: &'a str) -> &'a str {
    let mut shorter = prefixes
        .iter()
        .filter_map(|prefix| text.strip_prefix(prefix));
    shorter.next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_under_their_own_word() {
        for (name, own) in [
            ("Ville de Nanterre", "Nanterre"),
            ("Ville d’Échirolles", "Échirolles"),
            ("Ville de L’Île-Saint-Denis", "Île-Saint-Denis"),
            (
                "Communauté de communes du Pays de Colombey et du Sud Toulois",
                "Pays de Colombey et du Sud Toulois",
            ),
            (
                "Communauté de communes Auberive Vingeanne Montsaugeonnais",
                "Auberive Vingeanne Montsaugeonnais",
            ),
            ("Communauté d’agglomération de l’Albigeois", "Albigeois"),
            (
                "Communauté urbaine Le Creusot Montceau-les-Mines",
                "Creusot Montceau-les-Mines",
            ),
            ("Département de la Loire-Atlantique", "Loire-Atlantique"),
            ("Département des Hauts-de-Seine", "Hauts-de-Seine"),
            ("Métropole de Lyon", "Lyon"),
            ("Métropole européenne de Lille", "Lille"),
            ("Eurométropole de Strasbourg", "Strasbourg"),
            ("Région Grand Est", "Grand Est"),
            ("Région Île-de-France", "Île-de-France"),
            ("Plaine Commune", "Plaine Commune"),
            ("Villeneuve", "Villeneuve"),
            ("", ""),
        ] {
            assert_eq!(significant(name), own);
        }
    }
}
