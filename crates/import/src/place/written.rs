//! A commune as people write it in one cell: « 92000 Nanterre », « Nanterre (92) », « Mans (Le) », « Paris 11e », or at the end of an address.

use content::fold::fold;

/// The parts of what is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The name of the commune.
    pub name: String,
    /// A postcode beside it.
    pub postcode: String,
    /// A département beside it, by code or by name.
    pub departement: String,
}

/// The cities that have arrondissements.
const WITH_ARRONDISSEMENTS: [&str; 3] = ["paris", "lyon", "marseille"];

/// Takes a cell apart; `None` when there is nothing but a name.
pub fn parts(text: &str) -> Option<Written> {
    let mut found = Written::default();
    let mut name = text.trim();
    if let Some((before, inside)) = name
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
    {
        name = before.trim();
        let inside = inside.trim();
        if is_article(inside) {
            found.name = format!("{inside} {name}");
        } else if is_postcode(inside) {
            found.postcode = inside.to_owned();
        } else {
            found.departement = inside.to_owned();
        }
    }
    if let Some((postcode, rest)) = around_postcode(name) {
        found.postcode = postcode.to_owned();
        name = rest;
    }
    if found.name.is_empty() {
        found.name = arrondissement(name).unwrap_or_else(|| name.to_owned());
    }
    (found.name != text && !found.name.is_empty()).then_some(found)
}

/// The commune of an address: what follows its last postcode.
pub fn in_address(text: &str) -> Option<Written> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",;–".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    let at = words.iter().rposition(|word| is_postcode(word))?;
    let (before, after) = words.split_at(at);
    let name: Vec<&str> = after
        .iter()
        .skip(1)
        .copied()
        .filter(|word| word.contains(char::is_alphabetic))
        .take_while(|word| !fold(word).eq("france"))
        .collect();
    (!name.is_empty() && !before.is_empty()).then(|| Written {
        name: name.join(" "),
        postcode: after.first().copied().unwrap_or_default().to_owned(),
        departement: String::new(),
    })
}

fn is_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_article(text: &str) -> bool {
    matches!(fold(text).as_str(), "le" | "la" | "les" | "l")
}

/// The postcode that a name begins or ends with, and the name.
fn around_postcode(text: &str) -> Option<(&str, &str)> {
    let mark = |c: char| c.is_whitespace() || ",-–".contains(c);
    let start = text.split_once(mark);
    let end = text.rsplit_once(mark).map(|(name, code)| (code, name));
    let (code, name) = [start, end]
        .into_iter()
        .flatten()
        .find(|(code, _)| is_postcode(code))?;
    Some((code, name.trim_matches(mark)))
}

/// « Paris 11 », « PARIS 11ème » → « Paris 11e arrondissement ».
fn arrondissement(text: &str) -> Option<String> {
    let folded = fold(text);
    let (city, rest) = folded.split_once(' ')?;
    if !WITH_ARRONDISSEMENTS.contains(&city) {
        return None;
    }
    let rank = rest.strip_suffix(" arrondissement").unwrap_or(rest);
    let end = rank.trim_start_matches(|c: char| c.is_ascii_digit());
    let number: u8 = rank.strip_suffix(end)?.parse().ok()?;
    if !["", "e", "er", "eme", "ere", "ieme"].contains(&end) || !(1..=20).contains(&number) {
        return None;
    }
    let ordinal = if number == 1 { "er" } else { "e" };
    Some(format!("{city} {number}{ordinal} arrondissement"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_is_taken_apart_as_people_write_it() {
        for (text, expected) in [
            ("92000 Nanterre", Some(("Nanterre", "92000", ""))),
            ("92000 - Nanterre", Some(("Nanterre", "92000", ""))),
            ("NANTERRE 92000", Some(("NANTERRE", "92000", ""))),
            ("Nanterre (92)", Some(("Nanterre", "", "92"))),
            ("Nanterre (92000)", Some(("Nanterre", "92000", ""))),
            (
                "Nanterre (Hauts-de-Seine)",
                Some(("Nanterre", "", "Hauts-de-Seine")),
            ),
            ("Mans (Le)", Some(("Le Mans", "", ""))),
            ("Haÿ-les-Roses (L')", Some(("L' Haÿ-les-Roses", "", ""))),
            ("Paris 11", Some(("paris 11e arrondissement", "", ""))),
            (
                "Marseille 1ER ARRONDISSEMENT",
                Some(("marseille 1er arrondissement", "", "")),
            ),
            (
                "75011 PARIS 11ème",
                Some(("paris 11e arrondissement", "75011", "")),
            ),
            ("Paris 21", None),
            ("Paris La Défense", None),
            ("Nanterre", None),
            ("", None),
            ("(92)", None),
        ] {
            let found = parts(text);
            let found = found.as_ref().map(|found| {
                (
                    found.name.as_str(),
                    found.postcode.as_str(),
                    found.departement.as_str(),
                )
            });
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn the_commune_of_an_address_follows_its_last_postcode() {
        for (text, expected) in [
            (
                "1 rue de la Mairie 92000 Nanterre",
                Some(("Nanterre", "92000")),
            ),
            ("Mairie, 93200 Saint-Denis", Some(("Saint-Denis", "93200"))),
            (
                "10000 route X, 42000 SAINT-ETIENNE, France",
                Some(("SAINT-ETIENNE", "42000")),
            ),
            ("12 rue des Lilas", None),
            ("92000 Nanterre", None),
            ("12345", None),
        ] {
            let found = in_address(text);
            let found = found
                .as_ref()
                .map(|found| (found.name.as_str(), found.postcode.as_str()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
