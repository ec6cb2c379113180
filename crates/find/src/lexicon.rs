//! Words that say less than others: articles, kinds of territory, kinds of street.

/// How much of a name a word is: an article is little of it.
pub fn weight(word: &str) -> f32 {
    match word {
        _ if is_small(word) => 0.12,
        "cc" | "ca" | "cu" | "ept" | "metropole" | "eurometropole" | "pays" | "departement"
        | "region" => 0.25,
        _ if is_saint(word) => 0.4,
        _ => 1.0,
    }
}

/// Articles and what joins the parts of a name.
pub fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "au"
            | "aux"
            | "d"
            | "de"
            | "des"
            | "du"
            | "en"
            | "et"
            | "l"
            | "la"
            | "le"
            | "les"
            | "sous"
            | "sur"
            | "un"
            | "une"
    )
}

/// « Saint » in all its forms: one name in eight has it.
pub fn is_saint(word: &str) -> bool {
    matches!(word, "saint" | "sainte" | "saints" | "saintes")
}

/// Whether the word may be all that tells a name from others, so that a shard is looked for by it.
pub fn is_telling(word: &str) -> bool {
    !is_small(word) && !is_saint(word) && weight(word) > 0.3
}

/// A kind of street, or of anything that an address names before its own name.
pub fn is_street(word: &str) -> bool {
    matches!(
        word,
        "rue"
            | "r"
            | "avenue"
            | "av"
            | "ave"
            | "boulevard"
            | "boulevart"
            | "bd"
            | "bld"
            | "blvd"
            | "bvd"
            | "place"
            | "pl"
            | "placette"
            | "chemin"
            | "che"
            | "chem"
            | "ch"
            | "impasse"
            | "imp"
            | "allee"
            | "allees"
            | "all"
            | "route"
            | "rte"
            | "quai"
            | "cours"
            | "square"
            | "sq"
            | "passage"
            | "pass"
            | "esplanade"
            | "esp"
            | "faubourg"
            | "fbg"
            | "fg"
            | "voie"
            | "lotissement"
            | "lot"
            | "residence"
            | "res"
            | "lieudit"
            | "zone"
            | "za"
            | "zac"
            | "zi"
            | "promenade"
            | "prom"
            | "venelle"
            | "sentier"
            | "montee"
            | "traverse"
            | "ruelle"
            | "villa"
            | "cite"
            | "hameau"
            | "quartier"
            | "rocade"
            | "batiment"
            | "bat"
            | "immeuble"
            | "appartement"
            | "appt"
            | "bp"
            | "cs"
            | "parc"
            | "mail"
    )
}

/// What is typed around an address and says nothing of where it is.
pub fn is_noise(word: &str) -> bool {
    matches!(
        word,
        "france"
            | "plan"
            | "mappy"
            | "google"
            | "maps"
            | "earth"
            | "itineraire"
            | "carte"
            | "bis"
            | "ter"
            | "quater"
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_article_weighs_less_than_a_saint_and_a_saint_less_than_a_name() {
        assert!(
            super::weight("de") < super::weight("sainte")
                && super::weight("sainte") < super::weight("denis")
        );
    }
}
