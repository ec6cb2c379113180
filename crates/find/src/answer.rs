//! What is found.

use model::data::directory::NameKind;
use model::domain::{Target, TargetKind, Territory};
use std::ops::Range;

/// A kind of answer, under a heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Communes, intercommunalités, départements, régions.
    Territories,
    /// Initiatives.
    Initiatives,
    /// Authorities that have a sheet.
    Authorities,
    /// Levers and themes.
    Words,
}

impl Group {
    /// The group of a sheet, or of what filters.
    pub fn of(kind: TargetKind) -> Self {
        match kind {
            TargetKind::Initiative => Self::Initiatives,
            TargetKind::Authority => Self::Authorities,
            TargetKind::Territory => Self::Territories,
            TargetKind::Lever | TargetKind::Theme | TargetKind::Recommendation => Self::Words,
        }
    }
}

impl Group {
    /// The group of what was found.
    pub fn of_found(found: &Found) -> Self {
        match found {
            Found::Territory(_) => Self::Territories,
            Found::Sheet(target) => Self::of(target.kind),
        }
    }
}

/// What an answer leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// A territory.
    Territory(Territory),
    /// A sheet, a lever or a theme.
    Sheet(Target),
}

/// Why an initiative is an answer, when its name is not what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Its sentence has these words: « ressourcerie ».
    Says(String),
    /// A lever or a theme that it is of is also called so: « recyclerie ».
    Under(String),
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it leads to.
    pub found: Found,
    /// Its name: « Saint-Denis ».
    pub name: String,
    /// The name that was found, when it is another one: « Pierrefitte-sur-Seine », which was its own.
    pub known_as: Option<(NameKind, String)>,
    /// What it has of what was typed, when it is not in the name.
    pub why: Option<Why>,
    /// The département of a commune: its code, and its name when the index has it.
    pub departement: Option<(String, String)>,
    /// Postcodes of a commune, as numbers.
    pub postcodes: Vec<u32>,
    /// What was typed, in the name that was found: ranges of bytes, in order, apart.
    pub typed: Vec<Range<usize>>,
    /// The higher, the better. Only good for comparing answers to one text.
    pub score: f32,
}

impl Answer {
    /// The heading under which it is shown.
    pub fn group(&self) -> Group {
        Group::of_found(&self.found)
    }

    /// The name in which [`Self::typed`] are.
    pub fn name_found(&self) -> &str {
        self.known_as.as_ref().map_or(&self.name, |(_, name)| name)
    }
}
