//! The territory of an authority, from its SIREN.

use content::Gazetteer;
use model::domain::{AuthorityKind, Territory, TerritoryKind};

/// The SIREN of the régions, which follow no rule (INSEE, Sirene), and their codes.
const REGIONS: [(&str, &str); 18] = [
    ("239710015", "01"),
    ("200055507", "02"),
    ("200052678", "03"),
    ("239740012", "04"),
    ("229850003", "06"),
    ("237500079", "11"),
    ("234500023", "24"),
    ("200053726", "27"),
    ("200053403", "28"),
    ("200053742", "32"),
    ("200052264", "44"),
    ("234400034", "52"),
    ("233500016", "53"),
    ("200053759", "75"),
    ("200053791", "76"),
    ("200053767", "84"),
    ("231300021", "93"),
    ("200076958", "94"),
];

/// Paris, whose SIREN does not hold its INSEE code.
const PARIS: (&str, &str) = ("217500016", "75056");

/// The territory of an authority: an intercommunalité of the gazetteer, a région, a commune or a département.
///
/// The SIREN of a commune is 21, its département, its number and a key: INSEE gave them so in 1983, from the codes of communes. That of a
/// département is 22, its code, its rank and a key. Authorities that are younger have other numbers, and are found only in the gazetteer.
pub fn of_siren(siren: &str, gazetteer: &Gazetteer) -> Option<Territory> {
    if let Some(kind) = gazetteer.group_kind(siren) {
        let kind = match kind {
            AuthorityKind::Ept => TerritoryKind::Ept,
            _ => TerritoryKind::Epci,
        };
        return Some(territory(kind, siren));
    }
    if let Some((_, code)) = REGIONS.iter().find(|(known, _)| *known == siren) {
        return Some(territory(TerritoryKind::Region, code));
    }
    if siren == PARIS.0 {
        return Some(territory(TerritoryKind::Commune, PARIS.1));
    }
    let rest = siren.get(2..8)?;
    match siren.get(..2)? {
        "21" => commune(rest, gazetteer),
        "22" => departement(rest, gazetteer),
        _ => None,
    }
}

/// « 060004 » → 06004, « 974011 » → 97411, « 200004 » → 2A004.
fn commune(rest: &str, gazetteer: &Gazetteer) -> Option<Territory> {
    let (start, end) = (rest.get(..2)?, rest.get(3..)?);
    let codes = match start {
        "97" => vec![format!("97{}{}", rest.get(2..3)?, rest.get(4..)?)],
        "20" => vec![format!("2A{end}"), format!("2B{end}")],
        _ => vec![format!("{start}{end}")],
    };
    let is_sound =
        start == "97" && rest.get(3..4)? == "0" || start != "97" && rest.get(2..3)? == "0";
    let today = codes.iter().filter(|_| is_sound).find_map(|code| {
        let found = gazetteer.commune(code).map(|_| code.as_str());
        found.or_else(|| gazetteer.merged_into(code))
    })?;
    Some(territory(TerritoryKind::Commune, today))
}

/// « 360001 » → 36, « 974001 » → 974.
fn departement(rest: &str, gazetteer: &Gazetteer) -> Option<Territory> {
    let length = if rest.starts_with("97") { 3 } else { 2 };
    let code = rest.get(..length)?;
    let known = gazetteer.departements().any(|(known, _)| known == code);
    known.then(|| territory(TerritoryKind::Departement, code))
}

fn territory(kind: TerritoryKind, code: &str) -> Territory {
    Territory {
        kind,
        code: code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::siret::is_sound;

    #[test]
    fn the_numbers_of_regions_have_sound_keys() {
        for (siren, _) in REGIONS.iter().chain([&PARIS]) {
            assert!(is_sound(siren), "{siren}");
        }
    }

    #[test]
    fn an_authority_is_found_by_its_number() {
        let communes = "type\tinsee\tnom\tcodes_postaux\tcommune_parente\tepci\tlon\tlat\tpop\n\
            C\t06004\tAntibes\t06600\t\t\t7.1\t43.5\t1\n\
            C\t2B033\tBastia\t20200\t\t\t9.4\t42.7\t1\n\
            C\t97411\tSaint-Denis\t97400\t\t\t55.4\t-20.8\t1\n";
        let territories = r#"{"regions":[{"code":"11","name":"Île-de-France","region":null,"population":1,"lon":2.5,"lat":48.7,"bbox":[1.4,48.1,3.6,49.3]}],
            "departements":[{"code":"36","name":"Indre","region":"24","population":1,"lon":1.6,"lat":46.8,"bbox":[0.8,46.3,2.3,47.3]}],"epci":[],"ept":[],
            "mergers":{"06003":"06004"}}"#;
        let gazetteer = Gazetteer::read(communes.as_bytes(), territories.as_bytes()).unwrap();
        let found = |siren: &str| of_siren(siren, &gazetteer).map(|found| found.code);
        for (siren, code) in [
            ("210600045", Some("06004")),
            ("210600037", Some("06004")),
            ("212000335", Some("2B033")),
            ("219740115", Some("97411")),
            ("223600019", Some("36")),
            ("237500079", Some("11")),
            ("217500016", Some("75056")),
            ("123456789", None),
            ("219999999", None),
            ("21", None),
        ] {
            assert_eq!(found(siren).as_deref(), code, "{siren}");
        }
    }
}
