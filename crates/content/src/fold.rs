//! Text without case, accents nor punctuation: to compare and to sort names.

/// « L'Éco-lieu » → « l eco lieu ».
pub fn fold(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .flat_map(|c| without_accent(c).chars().chain(is_kept(c).then_some(c)))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_kept(c: char) -> bool {
    without_accent(c).is_empty()
}

fn without_accent(c: char) -> &'static str {
    match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn case_accents_and_punctuation_go() {
        assert_eq!(super::fold("L'Éco-lieu  du Cœur !"), "l eco lieu du coeur");
    }
}
