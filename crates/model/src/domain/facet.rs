//! The facets: what a visitor may ask for, value by value.
//!
//! A facet is a row of this file and its words (`text`). Chips, counts and the address are the same code for all of them. The tool
//! works out once what each initiative has of each facet ([`Facet::of`]); the catalogue carries it as bits ([`FacetValues`]), so that
//! the map needs neither the fields nor the code behind a facet.

use super::{AuthorityKind, AuthoritySize, Category, Extra, Period, Progress, Standing, Theme};
use serde::{Deserialize, Serialize};

closed_list! {
    /// A facet. Its id is its parameter in the address. The catalogue has them in this order: a new one goes last.
    Facet {
        /// The lever that an authority used, or none established.
        Lever = "leviers",
        /// What the initiative is about.
        Theme = "themes",
        /// The kind of an authority that takes part.
        AuthorityKind = "types-collectivite",
        /// What the documents establish of public action.
        Standing = "etats",
        /// How many inhabitants an authority that takes part has.
        AuthoritySize = "tailles",
        /// The legal form of the organisation that carries the initiative.
        LegalForm = "formes",
        /// Where the initiative stands.
        Progress = "avancement",
        /// When it began, or when a lever was used.
        Period = "periodes",
        /// A document that tells of it.
        Document = "documents",
        /// What its sheet tells beside: figures, an amount, what went wrong.
        Extra = "avec",
    }
}

/// Ids of the legal forms, and of none known: those of [`LegalForm`](super::LegalForm), in its order, then one more.
const LEGAL_FORMS: &[&str] = &[
    "association",
    "scop",
    "scic",
    "cooperative",
    "fondation",
    "mutuelle",
    "entreprise-sociale",
    "societe",
    "collectif",
    "public",
    "autre",
    "inconnue",
];

/// The value of [`Facet::LegalForm`] where none is known.
pub(super) const NO_LEGAL_FORM: u8 = LEGAL_FORMS.len() as u8 - 1;

/// The letter of the first value.
const FIRST_LETTER: u8 = b'A';

/// Ids of the documents that can be asked for: documents are content, and an address is read before any content.
const DOCUMENTS: &[&str] = &[
    "000", "001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "011", "012",
    "013", "014", "015",
];

impl Facet {
    /// Number of facets.
    pub const COUNT: usize = Self::ALL.len();

    /// Those of which most visitors know the words: the screen shows them at once.
    pub const USUAL: [Self; 4] = [
        Self::Lever,
        Self::Theme,
        Self::AuthorityKind,
        Self::Standing,
    ];

    /// The others, behind one heading.
    pub const MORE: [Self; 6] = [
        Self::AuthoritySize,
        Self::LegalForm,
        Self::Progress,
        Self::Period,
        Self::Document,
        Self::Extra,
    ];

    /// The public ids of its values, in the order of the screen; at most [`ValueSet::CAPACITY`].
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Self::Lever => Category::IDS,
            Self::Theme => Theme::IDS,
            Self::AuthorityKind => AuthorityKind::IDS,
            Self::Standing => Standing::IDS,
            Self::AuthoritySize => AuthoritySize::IDS,
            Self::LegalForm => LEGAL_FORMS,
            Self::Progress => Progress::IDS,
            Self::Period => Period::IDS,
            Self::Document => DOCUMENTS,
            Self::Extra => Extra::IDS,
        }
    }

    /// Whether its values are folded away at first. The catalogue has nothing of such a facet: its names, and what initiatives have of it,
    /// come in a file of their own (`data::complete`), once they are asked for.
    pub const fn is_folded(self) -> bool {
        !matches!(self, Self::Lever)
    }

    /// The value with this public id.
    pub fn value(self, id: &str) -> Option<u8> {
        let position = self.values().iter().position(|known| *known == id)?;
        u8::try_from(position).ok()
    }
}

/// A set of values of one facet, as bits in the order of [`Facet::values`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueSet(u32);

impl ValueSet {
    /// The most values that a facet may have.
    pub const CAPACITY: usize = u32::BITS as usize;

    /// The set with nothing in it.
    pub const EMPTY: Self = Self(0);

    /// Whether nothing is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Number of values in the set.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether the value is in the set.
    pub fn contains(self, value: u8) -> bool {
        self.0 & Self::bit(value) != 0
    }

    /// Whether the two sets share a value.
    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// This set and the value.
    pub fn with(self, value: u8) -> Self {
        Self(self.0 | Self::bit(value))
    }

    /// This set with the value added if absent, removed if present.
    pub fn toggled(self, value: u8) -> Self {
        Self(self.0 ^ Self::bit(value))
    }

    /// The bit of a value; none beyond the capacity.
    fn bit(value: u8) -> u32 {
        1_u32.checked_shl(value.into()).unwrap_or(0)
    }
}

impl FromIterator<u8> for ValueSet {
    fn from_iter<I: IntoIterator<Item = u8>>(values: I) -> Self {
        values.into_iter().fold(Self::EMPTY, Self::with)
    }
}

/// The values of each facet: those of an initiative, or those asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValues(pub(super) Vec<ValueSet>);

impl FacetValues {
    /// The values of a facet.
    pub fn get(&self, facet: Facet) -> ValueSet {
        self.0.get(facet as usize).copied().unwrap_or_default()
    }

    /// Whether what an initiative has of a facet is known: the catalogue has the first ones only.
    pub fn knows(&self, facet: Facet) -> bool {
        self.0.len() > facet as usize
    }

    /// The sets as words of letters, one a value, for [`FacetValues::from_text`].
    pub fn to_text(&self) -> String {
        let letter = |value| char::from(FIRST_LETTER + value);
        let word = |set: &ValueSet| {
            let values = 0..ValueSet::CAPACITY as u8;
            let own = values.filter(|&value| set.contains(value));
            own.map(letter).collect::<String>()
        };
        self.0.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// The sets of such words, one a facet. What is no letter is left out, and so is what comes after.
    pub fn from_text(text: &str) -> Self {
        let words = text.as_bytes().split(|&byte| byte == b' ');
        let words = words.take(Facet::COUNT);
        let set = |word: &[u8]| {
            let letters = word.iter();
            letters.fold(ValueSet::EMPTY, |set, letter| {
                set.with(letter.wrapping_sub(FIRST_LETTER))
            })
        };
        Self(words.map(set).collect())
    }

    /// The values of the facets that the catalogue has.
    pub fn of_catalogue(&self) -> Self {
        let known = Facet::ALL.iter().take_while(|facet| !facet.is_folded());
        Self(self.0.iter().copied().take(known.count()).collect())
    }

    /// Sets the values of a facet. Empty ones at the end are not kept: equal values are equal sets.
    pub fn set(&mut self, facet: Facet, values: ValueSet) {
        if self.0.len() <= facet as usize {
            self.0.resize(facet as usize + 1, ValueSet::EMPTY);
        }
        if let Some(kept) = self.0.get_mut(facet as usize) {
            *kept = values;
        }
        while self.0.last().is_some_and(|values| values.is_empty()) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LegalForm, Status};
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_value_has_a_place_in_a_set_and_an_id_of_its_own() {
        for facet in Facet::ALL {
            let ids = facet.values();
            assert!(ids.len() <= ValueSet::CAPACITY, "{facet:?}");
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
            for (value, id) in (0..).zip(ids) {
                assert_eq!(facet.value(id), Some(value), "{facet:?} {id}");
            }
            assert_eq!(facet.value("?"), None);
        }
    }

    #[test]
    fn the_values_of_levers_are_the_categories_in_their_order() {
        let ids: Vec<_> = Category::all().map(Category::id).collect();
        assert_eq!(Facet::Lever.values(), ids);
    }

    #[test]
    fn every_legal_form_can_be_asked_for_and_none_too() {
        let (none, forms) = LEGAL_FORMS.split_last().unwrap();
        assert_eq!(forms, LegalForm::IDS);
        assert_eq!(Facet::LegalForm.value(none), Some(NO_LEGAL_FORM));
        assert_eq!(Progress::ALL.len(), Status::ALL.len());
    }

    #[test]
    fn usual_facets_and_the_others_are_all_of_them() {
        let all: Vec<_> = Facet::USUAL.into_iter().chain(Facet::MORE).collect();
        assert_eq!(all, Facet::ALL);
    }

    #[test]
    fn a_set_toggles_its_values() {
        let set = ValueSet::EMPTY.with(6).with(0);
        assert!(set.contains(0) && set.contains(6) && !set.contains(1));
        assert!(set.toggled(6).toggled(0).is_empty());
        assert!(set.intersects(ValueSet::EMPTY.with(6)) && !set.intersects(ValueSet::EMPTY));
        assert!(ValueSet::EMPTY.with(200).is_empty(), "beyond the capacity");
    }

    #[test]
    fn values_are_written_as_words_of_letters() {
        let sets = [vec![], vec![0, 31], vec![7], vec![]];
        let values = FacetValues(sets.map(ValueSet::from_iter).to_vec());
        assert_eq!(values.to_text(), " A` H ");
        assert_eq!(FacetValues::from_text(&values.to_text()), values);
        // Whatever a damaged file has.
        assert!(FacetValues::from_text("é\u{7f} \0").0.len() == 2);
    }

    #[test]
    fn values_taken_back_leave_no_trace() {
        let mut values = FacetValues::default();
        for facet in Facet::ALL {
            values.set(*facet, ValueSet::EMPTY.with(1));
            assert!(values.get(*facet).contains(1));
        }
        for facet in Facet::ALL {
            values.set(*facet, ValueSet::EMPTY);
        }
        assert_eq!(values, FacetValues::default());
    }
}
