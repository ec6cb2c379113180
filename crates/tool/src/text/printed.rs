//! What is said at the foot of what is printed, in French.

use super::SheetTexts;
use model::Lang;

/// The map and the day of its edition, before the address of the page: « La carte des leviers, édition du 30 novembre 2026. »
pub fn read_in(map: &str, date: &str) -> String {
    if date.is_empty() {
        return format!("{map}.");
    }
    let said = (SheetTexts::of(Lang::Fr).date)(date);
    let is_day = date.len() > "2026-11".len();
    let of = match said.chars().next() {
        _ if is_day => "du ",
        Some('a' | 'o') => "d’",
        _ => "de ",
    };
    format!("{map}, édition {of}{said}.")
}

#[cfg(test)]
mod tests {
    use super::read_in;

    #[test]
    fn a_day_a_month_and_a_year_are_said_as_french_says_them() {
        for (date, said) in [
            ("2026-11-30", "Carte, édition du 30 novembre 2026."),
            ("2026-10", "Carte, édition d’octobre 2026."),
            ("2026", "Carte, édition de 2026."),
            ("", "Carte."),
        ] {
            assert_eq!(read_in("Carte", date), said);
        }
    }
}
