//! What the map knows of facets beyond levers: asked for once a visitor opens one, or comes by an address that asks for one.
//!
//! The file is rows of two texts, as that of the leads is: the program reads both with the same code. First come the names of the values
//! of each facet, in [`ValueSet::CAPACITY`] rows each; a value that is not offered has an empty name, and so have those of levers, which
//! every page names. Then come the sentences of `text::later`, then each initiative, in the order of the catalogue: its id, and its values
//! of each facet, as letters, then the codes of the territories that it is over, which begin with a digit.

use crate::domain::{Catalogue, Facet, FacetValues, ValueSet};
use crate::text::later;

/// Number of names of values: the sentences are after them.
const NAMES: usize = Facet::COUNT * ValueSet::CAPACITY;

/// A row of the file.
pub type Row = (String, String);

/// The rows. `name` says the name of a value, or `None` where it is not offered; `lines`: the sentences.
pub fn facet_rows(
    name: impl Fn(Facet, u8) -> Option<String>,
    lines: [&str; later::LINES],
    catalogue: &Catalogue,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for &facet in Facet::ALL {
        for value in 0..ValueSet::CAPACITY as u8 {
            let is_own = usize::from(value) < facet.values().len();
            let name = is_own.then(|| name(facet, value)).flatten();
            rows.push((name.unwrap_or_default(), String::new()));
        }
    }
    rows.extend(lines.map(|line| (line.to_owned(), String::new())));
    let initiatives = catalogue.initiatives.iter();
    rows.extend(initiatives.map(|one| {
        let known = [&one.values.to_text(), " ", &one.over].concat();
        (one.id.clone(), known)
    }));
    rows
}

/// The name of a value of a facet; `None` where it is not known, or not offered.
pub fn name_of(names: &[String], facet: Facet, value: u8) -> Option<&String> {
    let name = names.get(facet as usize * ValueSet::CAPACITY + usize::from(value))?;
    (!name.is_empty()).then_some(name)
}

/// A sentence of `text::later`; empty until it is here.
pub fn sentence(names: &[String], position: usize) -> String {
    names.get(NAMES + position).cloned().unwrap_or_default()
}

/// Gives the initiatives of a catalogue what the file knows of them; those that it has lost are passed over. Returns the names and sentences, for [`name_of`] and [`sentence`].
pub fn complete(rows: Vec<Row>, catalogue: &mut Catalogue) -> Vec<String> {
    let mut rows = rows.into_iter();
    let names = rows.by_ref().take(NAMES + later::LINES);
    let names = names.map(|(name, _)| name).collect();
    for initiative in &mut catalogue.initiatives {
        if let Some((_, known)) = rows.find(|(id, _)| *id == initiative.id) {
            initiative.values = FacetValues::from_text(&known);
            initiative.over = known;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Summary, Territory, Theme};

    const LINES: [&str; later::LINES] = ["a", "b", "c", "d", "e", "f", "g"];

    fn initiative(id: &str, value: u8) -> Summary {
        let mut values = FacetValues::default();
        values.set(Facet::Extra, ValueSet::EMPTY.with(value));
        Summary {
            id: id.into(),
            values,
            ..Summary::default()
        }
    }

    fn catalogue(initiatives: &[(&str, u8)]) -> Catalogue {
        let all = initiatives.iter();
        Catalogue {
            initiatives: all.map(|&(id, value)| initiative(id, value)).collect(),
        }
    }

    fn name(facet: Facet, value: u8) -> Option<String> {
        (value != 3).then(|| format!("{} {value}", facet.id()))
    }

    #[test]
    fn each_initiative_gets_its_own_values_though_some_are_lost() {
        let all = [("a", 0), ("b", 31), ("c", 2)];
        let mut whole = catalogue(&all);
        whole.initiatives[2].over = "59350 59".into();
        let rows = facet_rows(name, LINES, &whole);
        let mut lost = catalogue(&[("a", 1), ("c", 1)]);
        complete(rows, &mut lost);
        let [a, c] = &lost.initiatives[..] else {
            panic!("two are left")
        };
        assert_eq!(
            (&a.values, &c.values),
            (&initiative("a", 0).values, &initiative("c", 2).values)
        );
        let lille = Territory::parse("59350").unwrap();
        assert_eq!((a.is_over(&lille), c.is_over(&lille)), (false, true));
    }

    #[test]
    fn a_name_is_found_where_it_was_put() {
        let names = complete(
            facet_rows(name, LINES, &Catalogue::default()),
            &mut Catalogue::default(),
        );
        for &facet in Facet::ALL {
            for value in 0..ValueSet::CAPACITY as u8 {
                let offered = usize::from(value) < facet.values().len();
                let expected = offered.then(|| name(facet, value)).flatten();
                assert_eq!(name_of(&names, facet, value), expected.as_ref());
            }
        }
        assert_eq!(sentence(&names, later::NOTHING_HERE), "g");
        assert_eq!(name_of(&[], Facet::Theme, Theme::Food as u8), None);
        assert_eq!(sentence(&[], 0), "");
    }
}
