//! Names of the values of facets that no sheet names, in both languages, in the order of their ids.

use crate::Lang;
use crate::domain::Facet;

/// The name of a value; of a document its number, of facets that are named elsewhere nothing.
pub(super) fn name(lang: Lang, facet: Facet, value: u8) -> &'static str {
    let value = usize::from(value);
    let names = match facet {
        Facet::Document => facet.values(),
        _ => names(lang, facet),
    };
    names.get(value).copied().unwrap_or_default()
}

fn names(lang: Lang, facet: Facet) -> &'static [&'static str] {
    match (facet, lang) {
        (Facet::AuthoritySize, Lang::Fr) => &[
            "Moins de 20\u{202f}000 habitants",
            "20\u{202f}000 à 100\u{202f}000 habitants",
            "100\u{202f}000 à 500\u{202f}000 habitants",
            "500\u{202f}000 à 2\u{a0}millions d’habitants",
            "2\u{a0}millions d’habitants et plus",
            "Population inconnue",
        ],
        (Facet::AuthoritySize, Lang::En) => &[
            "Fewer than 20,000 inhabitants",
            "20,000 to 100,000 inhabitants",
            "100,000 to 500,000 inhabitants",
            "500,000 to 2 million inhabitants",
            "2 million inhabitants and more",
            "Population unknown",
        ],
        (Facet::LegalForm, Lang::Fr) => &[
            "Association",
            "SCOP",
            "SCIC",
            "Autre coopérative",
            "Fondation",
            "Mutuelle",
            "Entreprise sociale",
            "Société commerciale",
            "Collectif",
            "Organisme public",
            "Autre forme",
            "Forme non précisée",
        ],
        (Facet::LegalForm, Lang::En) => &[
            "Association",
            "Workers’ cooperative (SCOP)",
            "Multi-stakeholder cooperative (SCIC)",
            "Other cooperative",
            "Foundation",
            "Mutual",
            "Social enterprise",
            "Commercial company",
            "Collective",
            "Public body",
            "Other form",
            "Form not specified",
        ],
        (Facet::Progress, Lang::Fr) => &["En projet", "En cours", "Terminée", "Inconnu"],
        (Facet::Progress, Lang::En) => &["Planned", "Ongoing", "Ended", "Unknown"],
        (Facet::Period, Lang::Fr) => &[
            "Avant 2005",
            "2005 à 2009",
            "2010 à 2014",
            "2015 à 2019",
            "Depuis 2020",
            "Année non précisée",
        ],
        (Facet::Period, Lang::En) => &[
            "Before 2005",
            "2005 to 2009",
            "2010 to 2014",
            "2015 to 2019",
            "Since 2020",
            "Year not specified",
        ],
        (Facet::Extra, Lang::Fr) => &["Avec chiffres", "Avec montant", "Ça a coincé"],
        (Facet::Extra, Lang::En) => &["With figures", "With an amount", "Something got stuck"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use crate::Lang;
    use crate::domain::Facet;
    use crate::text::Texts;
    use std::collections::BTreeSet;

    #[test]
    fn every_value_has_a_name_of_its_own_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::of(*lang);
            for &facet in Facet::ALL {
                let values = 0..facet.values().len() as u8;
                let names: BTreeSet<_> = values.map(|value| texts.value(facet, value)).collect();
                assert_eq!(names.len(), facet.values().len(), "{facet:?}");
                assert!(!names.contains(""), "{facet:?}");
            }
        }
    }
}
