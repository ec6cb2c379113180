//! A commune by its code, its postcode or its name.

use super::directory::Directory;
use super::written::{self, Written};
use crate::problem::Finding;
use crate::rule::Rule;
use crate::values::siret::{unmarked, whole_number};

/// A commune of today, and what there is to say of how it was found.
pub type Found = Result<(String, Option<Finding>), Finding>;

/// The most communes that a message names.
const NAMED: usize = 6;

/// By its INSEE code. Codes of communes that have merged lead to the new one.
pub fn by_code(text: &str, directory: &Directory<'_>) -> Found {
    let code = bare(text).to_uppercase();
    let found = by_bare_code(&code, directory)?;
    match found {
        (commune, None) if !code.eq_ignore_ascii_case(text) => {
            let finding = Finding::note(
                Rule::Commune,
                format!("code lu {code} : {}", directory.label(&commune)),
                format!("écrivez {code}, la colonne au format « Texte »"),
            );
            Ok((commune, Some(finding)))
        }
        found => Ok(found),
    }
}

/// A code without what spreadsheets and programs put around it: « '01004 », « 92 050 », « 92050.0 ».
fn bare(text: &str) -> String {
    let text = unmarked(text);
    let compact: String = whole_number(text)
        .unwrap_or(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    compact
}

fn by_bare_code(code: &str, directory: &Directory<'_>) -> Found {
    let code = code.to_owned();
    let gazetteer = directory.gazetteer;
    if gazetteer.commune(&code).is_some() {
        return Ok((code, None));
    }
    if let Some(new) = gazetteer.merged_into(&code) {
        let name = directory.label(new);
        let finding = Finding::note(
            Rule::FormerCommune,
            format!("la commune {code} a fusionné : placée à {name}, {new}"),
            format!("écrivez {new}"),
        );
        return Ok((new.to_owned(), Some(finding)));
    }
    if let Some((whole, name)) = gazetteer.with_its_zero(&code) {
        let finding = Finding::note(
            Rule::Commune,
            format!(
                "code de quatre chiffres, lu {whole} ({name}) : un tableur a retiré le zéro de son début"
            ),
            format!("écrivez {whole}, la colonne au format « Texte »"),
        );
        let today = gazetteer
            .merged_into(&whole)
            .map_or(whole.clone(), str::to_owned);
        return Ok((today, Some(finding)));
    }
    match directory.of_postcode(&code) {
        [] => Err(Finding::refusal(
            Rule::Commune,
            "aucune commune n'a ce code Insee",
            "cherchez le code de la commune, qui n'est pas son code postal",
        )),
        communes => Err(Finding::question(
            Rule::Commune,
            "c'est un code postal, non un code Insee",
            format!("est-ce {} ?", directory.listed(communes)),
        )),
    }
}

/// By its postcode, when it is the only one that has it.
pub fn by_postcode(text: &str, directory: &Directory<'_>) -> Found {
    let postcode = whole_postcode(text);
    match directory.of_postcode(&postcode) {
        [only] => Ok(((*only).to_owned(), None)),
        [] => Err(Finding::refusal(
            Rule::Commune,
            "aucune commune n'a ce code postal",
            "vérifiez-le, ou donnez le code Insee de la commune",
        )),
        several => Err(Finding::refusal(
            Rule::Commune,
            format!(
                "plusieurs communes ont ce code postal : {}",
                directory.listed(several)
            ),
            "donnez le nom de la commune, ou son code Insee",
        )),
    }
}

/// By its name, with a postcode or a département. A cell that holds more than the name is taken apart, and that is said.
pub fn by_name(name: &str, postcode: &str, departement: &str, directory: &Directory<'_>) -> Found {
    let whole = by_bare_name(name, postcode, departement, directory);
    if !directory.named(name).is_empty() {
        return whole;
    }
    let Some(parts) = written::parts(name) else {
        return whole;
    };
    let or = |given: &str, written: &str| match given.is_empty() {
        true => written.to_owned(),
        false => given.to_owned(),
    };
    let found = by_bare_name(
        &parts.name,
        &or(postcode, &parts.postcode),
        &or(departement, &parts.departement),
        directory,
    );
    match found {
        Ok((code, None)) => {
            let finding = read_as(&code, directory);
            Ok((code, Some(finding)))
        }
        Err(_) if directory.named(&parts.name).is_empty() => whole,
        found => found,
    }
}

/// By the end of an address, when that is certain.
pub fn by_address(text: &str, directory: &Directory<'_>) -> Option<(String, Finding)> {
    let Written { name, postcode, .. } = written::in_address(text)?;
    let (code, finding) = by_bare_name(&name, &postcode, "", directory).ok()?;
    let finding = finding.unwrap_or_else(|| {
        Finding::note(
            Rule::Commune,
            format!("commune lue dans l'adresse : {}", directory.label(&code)),
            "pour plus de précision, ajoutez des coordonnées",
        )
    });
    Some((code, finding))
}

fn read_as(code: &str, directory: &Directory<'_>) -> Finding {
    Finding::note(
        Rule::Commune,
        format!("commune lue {}", directory.label(code)),
        "mettez le nom de la commune et son code postal dans deux colonnes, ou donnez son code Insee",
    )
}

fn by_bare_name(name: &str, postcode: &str, departement: &str, directory: &Directory<'_>) -> Found {
    let named = directory.named(name);
    let postcode = whole_postcode(postcode);
    let of_postcode = directory.of_postcode(&postcode);
    let both: Vec<&str> = named
        .iter()
        .copied()
        .filter(|code| of_postcode.contains(code))
        .collect();
    if let [only] = both.as_slice() {
        return Ok(((*only).to_owned(), None));
    }
    // A postcode of an office that is no commune's (CEDEX) still begins with the département.
    let known = directory.departement(departement).or_else(|| {
        let start = if postcode.starts_with("97") || postcode.starts_with("98") {
            3
        } else {
            2
        };
        directory.departement(postcode.get(..start)?)
    });
    let near: Vec<&str> = match known {
        Some(known) => named
            .iter()
            .copied()
            .filter(|code| directory.is_in(code, known))
            .collect(),
        None => named.to_vec(),
    };
    match (near.as_slice(), known) {
        ([only], Some(_)) => Ok(((*only).to_owned(), None)),
        ([only], None) => {
            let finding = Finding::note(
                Rule::Commune,
                format!(
                    "seule commune de ce nom : placée à {}",
                    directory.label(only)
                ),
                "donnez aussi le département, le code postal ou le code Insee",
            );
            Ok(((*only).to_owned(), Some(finding)))
        }
        ([], _) if !of_postcode.is_empty() => Err(Finding::question(
            Rule::Commune,
            format!("aucune commune de ce nom n'a le code postal {postcode}"),
            format!("est-ce {} ?", directory.listed(of_postcode)),
        )),
        ([], _) => Err(Finding::refusal(
            Rule::Commune,
            "aucune commune ne porte ce nom à cet endroit",
            "vérifiez le nom, ou donnez le code Insee de la commune",
        )),
        (several, _) => Err(Finding::refusal(
            Rule::Commune,
            format!(
                "plusieurs communes portent ce nom : {}",
                directory.listed(several)
            ),
            "donnez le département, le code postal ou le code Insee",
        )),
    }
}

/// With the zero that spreadsheets take away from its start, and without the country.
fn whole_postcode(text: &str) -> String {
    let compact = bare(text);
    let compact = ["FR-", "F-", "FR"]
        .iter()
        .find_map(|country| compact.strip_prefix(country))
        .map_or(compact.clone(), str::to_owned);
    match compact.len() == 4 && compact.bytes().all(|byte| byte.is_ascii_digit()) {
        true => format!("0{compact}"),
        false => compact,
    }
}

impl Directory<'_> {
    /// « Nanterre (92) ».
    pub fn label(&self, code: &str) -> String {
        let territory = model::domain::Territory {
            kind: model::domain::TerritoryKind::Commune,
            code: code.to_owned(),
        };
        self.gazetteer
            .name(&territory)
            .unwrap_or_else(|| code.to_owned())
    }

    /// « Nanterre (92050) ou Puteaux (92062) ».
    fn listed(&self, codes: &[&str]) -> String {
        let name = |code: &&str| {
            let commune = self.gazetteer.commune(code);
            format!(
                "{} ({code})",
                commune.map_or("", |commune| commune.name.as_str())
            )
        };
        let shown: Vec<String> = codes.iter().take(NAMED).map(name).collect();
        let more = codes.len().saturating_sub(NAMED);
        let rest = match more {
            0 => String::new(),
            1 => " et une autre".to_owned(),
            more => format!(" et {more} autres"),
        };
        format!("{}{rest}", shown.join(" ou "))
    }
}
