//! Rows that are a use of a lever: subsidies, and contracts with a social clause or reserved lots.

use crate::import::{Import, Point};
use content::fold::fold;

/// How an authority acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// It gave money.
    Subsidy,
    /// It bought, with a condition of social inclusion in the contract.
    Clause,
    /// It bought, from those that a contract or a lot is reserved for.
    Reserved,
}

impl Use {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Subsidy, Self::Clause, Self::Reserved];

    /// The id of its lever, as on the map.
    pub fn lever(self) -> &'static str {
        match self {
            Self::Subsidy => "subvention",
            Self::Clause | Self::Reserved => "achat-public",
        }
    }

    /// Its name, that of its lever first.
    pub fn name(self) -> &'static str {
        match self {
            Self::Subsidy => "Subvention",
            Self::Clause => "Achat public : clause sociale",
            Self::Reserved => "Achat public : marché ou lot réservé",
        }
    }
}

/// What a row that has its place is, where its table tells. What is reserved is told rather than the clause that goes with it.
pub fn use_of(import: &Import<'_>, point: &Point) -> Option<Use> {
    match import.schema.id {
        "scdl-subventions" => Some(Use::Subsidy),
        "decp" => contract(import, point),
        _ => None,
    }
}

/// The social considerations of a contract (DECP 2022): « Clause sociale », « Marché réservé », « Critère social »…
fn contract(import: &Import<'_>, point: &Point) -> Option<Use> {
    let row = import.table.rows.get(point.row)?;
    let told = import
        .fields
        .iter()
        .enumerate()
        .filter_map(|(column, field)| {
            let is_told = field.is_some_and(|field| field.id == "considerationsSociales");
            is_told.then(|| fold(row.text(column)))
        });
    let told: Vec<String> = told.collect();
    let says = |word: &str| told.iter().any(|text| text.contains(word));
    match (says("reserve"), says("clause")) {
        (true, _) => Some(Use::Reserved),
        (_, true) => Some(Use::Clause),
        _ => None,
    }
}
