//! A commune by its code, its postcode or its name.

use super::directory::Directory;
use crate::problem::Finding;
use crate::rule::Rule;

/// A commune of today, and what there is to say of how it was found.
pub type Found = Result<(String, Option<Finding>), Finding>;

/// The most communes that a message names.
const NAMED: usize = 6;

/// By its INSEE code. Codes of communes that have merged lead to the new one.
pub fn by_code(text: &str, directory: &Directory<'_>) -> Found {
    let code = text.to_uppercase();
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

/// By its name, with a postcode or a département.
pub fn by_name(name: &str, postcode: &str, departement: &str, directory: &Directory<'_>) -> Found {
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

/// With the zero that spreadsheets take away from its start.
fn whole_postcode(text: &str) -> String {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
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
        let rest = if more > 0 {
            format!(" et {more} autres")
        } else {
            String::new()
        };
        format!("{}{rest}", shown.join(" ou "))
    }
}
