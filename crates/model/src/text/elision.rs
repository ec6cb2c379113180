//! French names of places after « de » and « à »: « d’Aubervilliers », « du Havre », « aux Ulis ».

/// The place after « de »: « de Lille », « d’Aubervilliers », « du Havre », « des Ulis », « de L’Haÿ-les-Roses ».
pub fn of_place(name: &str) -> String {
    contracted(name, "du", "des").unwrap_or_else(|| {
        let of = if elides(name) { "d’" } else { "de " };
        format!("{of}{name}")
    })
}

/// The place after « à »: « à Lille », « au Havre », « aux Ulis ».
pub fn at_place(name: &str) -> String {
    contracted(name, "au", "aux").unwrap_or_else(|| format!("à {name}"))
}

/// The articles « Le » and « Les » melt into the word before; « La » and « L’ » stay.
fn contracted(name: &str, le: &str, les: &str) -> Option<String> {
    let (article, rest) = name.split_once(' ')?;
    match article {
        "Le" => Some(format!("{le} {rest}")),
        "Les" => Some(format!("{les} {rest}")),
        _ => None,
    }
}

/// Whether « de » loses its vowel before a name. Names in « Ha- », « Ho- », « Hu- » and « Hem » mostly come from Germanic words and keep it
/// (« de Haguenau »); others in « H » mostly do not (« d’Hyères »). « Y » is a vowel before a consonant (« d’Yvetot ») and a consonant
/// before a vowel (« de Yenne »), but in Yerres, Yèvre and their like.
fn elides(name: &str) -> bool {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some('H'), second) => match second {
            Some('é' | 'i' | 'y' | 'î') => true,
            Some('e') => matches!(letters.next(), Some('n' | 'r')),
            _ => false,
        },
        (Some('Y'), Some(second)) => {
            !is_vowel(second) || name.starts_with("Yerr") || name.starts_with("Yèvr")
        }
        (Some(first), _) => is_vowel(first) || first == 'Y',
        (None, _) => false,
    }
}

fn is_vowel(letter: char) -> bool {
    let mut vowels = "AEIOUÀÂÆÉÈÊËÎÏÔŒÙÛÜÖaeiouàâæéèêëîïôœùûüö".chars();
    vowels.any(|vowel| vowel == letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_as_they_are_said() {
        for (name, of, at) in [
            ("Lille", "de Lille", "à Lille"),
            ("Aubervilliers", "d’Aubervilliers", "à Aubervilliers"),
            (
                "Évry-Courcouronnes",
                "d’Évry-Courcouronnes",
                "à Évry-Courcouronnes",
            ),
            (
                "L'Île-Saint-Denis",
                "de L'Île-Saint-Denis",
                "à L'Île-Saint-Denis",
            ),
            ("Le Havre", "du Havre", "au Havre"),
            ("Les Ulis", "des Ulis", "aux Ulis"),
            (
                "Les Sables-d'Olonne",
                "des Sables-d'Olonne",
                "aux Sables-d'Olonne",
            ),
            ("La Rochelle", "de La Rochelle", "à La Rochelle"),
            ("Lens", "de Lens", "à Lens"),
            ("Yvetot", "d’Yvetot", "à Yvetot"),
            ("Yssingeaux", "d’Yssingeaux", "à Yssingeaux"),
            ("Yutz", "de Yutz", "à Yutz"),
            ("Yerres", "d’Yerres", "à Yerres"),
            ("Hyères", "d’Hyères", "à Hyères"),
            ("Hénin-Beaumont", "d’Hénin-Beaumont", "à Hénin-Beaumont"),
            ("Hem", "de Hem", "à Hem"),
            ("Haguenau", "de Haguenau", "à Haguenau"),
            ("Houilles", "de Houilles", "à Houilles"),
            ("Œuilly", "d’Œuilly", "à Œuilly"),
            ("Y", "d’Y", "à Y"),
            ("", "de ", "à "),
        ] {
            assert_eq!((of_place(name).as_str(), at_place(name).as_str()), (of, at));
        }
    }
}
