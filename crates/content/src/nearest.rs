//! What the editor may have meant: the nearest allowed word.

/// Nothing longer, in bytes, is compared.
const LONGEST: usize = 200;

/// The candidate nearest to the word, if it is near enough to be worth proposing.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // No word of ours is so long, and comparing would take time.
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (gap(&word, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, candidate)| distance * 2 <= candidate.chars().count().max(4))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// « Vouliez-vous écrire « foncier » ? Valeurs permises : … », or only the list.
pub fn remedy(word: &str, allowed: &[&str]) -> String {
    let list = format!("Valeurs permises : {}.", allowed.join(", "));
    match nearest(word, allowed.iter().copied()) {
        Some(near) => format!("Vouliez-vous écrire « {near} » ? {list}"),
        None => list,
    }
}

/// A word that begins as another, or holds it, is near it: « lien » and « lien-social ».
fn gap(word: &str, candidate: &str) -> usize {
    let long_enough = word.chars().count() >= 3;
    let holds = candidate.contains(word) || word.contains(candidate);
    let distance = distance(word, candidate);
    if long_enough && holds {
        distance.min(2)
    } else {
        distance
    }
}

/// Levenshtein's distance, in characters.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (y, cell) in b.chars().zip(row.iter_mut().skip(1)) {
            let substituted = diagonal + usize::from(x != y);
            diagonal = *cell;
            left = substituted.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_of_the_textbook() {
        for (a, b, expected) in [
            ("chien", "niche", 4),
            ("foncie", "foncier", 1),
            ("", "abc", 3),
            ("été", "ete", 2),
            ("même", "même", 0),
        ] {
            assert_eq!(distance(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn a_near_word_is_proposed_and_a_far_one_is_not() {
        let levers = ["subvention", "achat-public", "foncier"];
        assert_eq!(nearest("Foncie", levers), Some("foncier"));
        assert_eq!(nearest("achat public", levers), Some("achat-public"));
        assert_eq!(nearest("public", levers), Some("achat-public"));
        assert_eq!(nearest("don", levers), None);
    }
}
