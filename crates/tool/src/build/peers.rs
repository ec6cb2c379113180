//! « Des collectivités comme la mienne »: the nearest in kind, then in size.

use model::domain::{Authority, AuthorityKind, Case};

/// At most so many.
const MOST: usize = 5;
/// So many cases of each are told, the richest first.
const CASES: usize = 2;
/// What another kind of the same family weighs: as much as twice the size.
const OTHER_KIND: f64 = core::f64::consts::LN_2;

/// What authorities are alike in: communes; groups of communes; départements; régions; abroad.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Commune,
    Group,
    Departement,
    Region,
    Foreign,
}

fn family(kind: AuthorityKind) -> Family {
    match kind {
        AuthorityKind::Commune => Family::Commune,
        AuthorityKind::Cc
        | AuthorityKind::Ca
        | AuthorityKind::Cu
        | AuthorityKind::Metropole
        | AuthorityKind::Ept
        | AuthorityKind::Mixed => Family::Group,
        AuthorityKind::Departement => Family::Departement,
        AuthorityKind::Region => Family::Region,
        AuthorityKind::Foreign => Family::Foreign,
    }
}

/// The authorities of the same family that acted, the nearest in kind and size first; of an unknown size, in the order given.
pub fn peers<'a>(
    of: &Authority,
    all: &[&'a Authority],
    acted: impl Fn(&Authority) -> bool,
) -> Vec<&'a Authority> {
    let alike = all.iter().copied().filter(|other| {
        let is_other = other.reference.id != of.reference.id;
        is_other && family(other.reference.kind) == family(of.reference.kind) && acted(other)
    });
    let mut alike: Vec<_> = alike.map(|other| (distance(of, other), other)).collect();
    alike.sort_by(|a, b| a.0.total_cmp(&b.0));
    alike
        .into_iter()
        .take(MOST)
        .map(|(_, other)| other)
        .collect()
}

/// How unlike two authorities of a family are: 0 for those of one kind and one size.
fn distance(a: &Authority, b: &Authority) -> f64 {
    let size = |sheet: &Authority| Some((sheet.population()?.value.max(1) as f64).ln());
    let sizes = size(a).zip(size(b));
    let apart = sizes.map_or(f64::MAX, |(a, b)| (a - b).abs());
    let is_same_kind = a.reference.kind == b.reference.kind;
    apart + if is_same_kind { 0.0 } else { OTHER_KIND }
}

/// The cases of an authority that say most, among all: the best established, with an amount, a result, a trouble.
pub fn cases_by<'a>(id: &str, all: &'a [Case]) -> Vec<&'a Case> {
    let is_own = |case: &&Case| case.actor.authorities().iter().any(|one| one == id);
    let mut own: Vec<&Case> = all.iter().filter(is_own).collect();
    own.sort_by_key(|case| {
        let says = [
            case.acts.iter().any(|act| act.amount.is_some()),
            case.result.first.is_some() || case.result.more,
            case.obstacle.first.is_some() || case.obstacle.more,
        ];
        let silent = says.iter().filter(|says| !**says).count();
        (case.state, case.certainty, silent)
    });
    own.truncate(CASES);
    own
}

#[cfg(test)]
mod tests {
    use super::super::cases::tests::authority;
    use super::*;

    #[test]
    fn the_nearest_in_kind_and_size_come_first() {
        let of_kind = |id: &str, inhabitants, kind| {
            let mut sheet = authority(id, inhabitants);
            sheet.reference.kind = kind;
            sheet
        };
        use AuthorityKind::{Ca, Commune, Metropole};
        let all = [
            of_kind("grande", 900_000, Ca),
            of_kind("metropole", 110_000, Metropole),
            of_kind("proche", 160_000, Ca),
            of_kind("ville", 100_000, Commune),
            of_kind("muette", 100_000, Ca),
        ];
        let all: Vec<&Authority> = all.iter().collect();
        let here = of_kind("ici", 100_000, Ca);
        let found = peers(&here, &all, |one| one.reference.id != "muette");
        let found: Vec<_> = found.iter().map(|one| one.reference.id.as_str()).collect();
        assert_eq!(found, ["proche", "metropole", "grande"]);
    }
}
