//! Which cells of a grid go together, so that clusters do not look like a grid.
//!
//! Cells that outrank all their neighbours become seeds, their neighbours are taken, and so on among the rest: the rounds
//! of Luby (*A simple parallel algorithm for the maximal independent set problem*, SIAM J. Comput. 15, 1986). Then every
//! taken cell joins its nearest seed. The fate of a cell depends only on cells within [`REACH`] radii, never on what else
//! is on screen.

use std::cmp::Reverse;

/// Rounds. On real data the cells still open after these are rare, and stand alone.
const ROUNDS: usize = 4;

/// How far, in radii, a cell can be and still change who owns another: each round, a neighbour's neighbour.
pub const REACH: f64 = 2.0 * ROUNDS as f64;

/// One occupied cell of the grid.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Row and column: nodes are given in this order.
    pub cell: (u32, u32),
    /// The mean place of its points, x and y in any unit.
    pub at: (i64, i64),
    /// Which of two neighbours is the seed: the larger. All different.
    pub rank: (u32, u64),
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Open,
    Seed,
    Taken,
}

/// Two nodes within the radius, by index, and their squared distance.
struct Pair {
    a: usize,
    b: usize,
    squared: i64,
}

/// For each node the index of the node that owns it: itself for a seed. `radius` is in the unit of the places and at
/// most `span` cells wide. O(nodes · span²).
pub fn owners(nodes: &[Node], radius: i64, span: u32) -> Vec<usize> {
    let pairs = near_pairs(nodes, radius, span);
    let states = rounds(nodes, &pairs);
    let mut nearest: Vec<_> = (0..nodes.len())
        .map(|node| (i64::MAX, Reverse((0, 0)), node))
        .collect();
    for &Pair { a, b, squared } in &pairs {
        for (seed, taken) in [(a, b), (b, a)] {
            if states.get(seed) == Some(&State::Seed)
                && states.get(taken) == Some(&State::Taken)
                && let (Some(seed_node), Some(best)) = (nodes.get(seed), nearest.get_mut(taken))
            {
                *best = (*best).min((squared, Reverse(seed_node.rank), seed));
            }
        }
    }
    nearest.into_iter().map(|(_, _, owner)| owner).collect()
}

/// Every pair within the radius, once. The window of each row below moves along with the node.
fn near_pairs(nodes: &[Node], radius: i64, span: u32) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut starts: Vec<usize> = vec![0; span as usize + 1];
    for (a, node) in nodes.iter().enumerate() {
        let (row, column) = node.cell;
        for (below, start) in (0..).zip(&mut starts) {
            let first = if below == 0 {
                column.saturating_add(1)
            } else {
                column.saturating_sub(span)
            };
            let (first, last) = (
                (row.saturating_add(below), first),
                (row.saturating_add(below), column.saturating_add(span)),
            );
            let from_start = nodes.get(*start..).unwrap_or_default();
            *start += from_start.iter().take_while(|n| n.cell < first).count();
            let window = nodes.iter().enumerate().skip(*start);
            for (b, other) in window.take_while(|(_, n)| n.cell <= last) {
                let squared = squared(node.at, other.at);
                if squared <= radius * radius {
                    pairs.push(Pair { a, b, squared });
                }
            }
        }
    }
    pairs
}

fn squared(a: (i64, i64), b: (i64, i64)) -> i64 {
    let (dx, dy) = (a.0 - b.0, a.1 - b.1);
    dx * dx + dy * dy
}

fn rounds(nodes: &[Node], pairs: &[Pair]) -> Vec<State> {
    let mut states = vec![State::Open; nodes.len()];
    let mut open: Vec<(usize, usize)> = pairs.iter().map(|pair| (pair.a, pair.b)).collect();
    for _ in 0..ROUNDS {
        let mut beaten = vec![false; nodes.len()];
        for &(a, b) in &open {
            let rank = |index: usize| nodes.get(index).map(|node| node.rank);
            let loser = if rank(a) < rank(b) { a } else { b };
            set(&mut beaten, loser, true);
        }
        for (state, beaten) in states.iter_mut().zip(beaten) {
            if *state == State::Open && !beaten {
                *state = State::Seed;
            }
        }
        let is = |states: &[State], index: usize, state| states.get(index) == Some(&state);
        for &(a, b) in &open {
            for (seed, other) in [(a, b), (b, a)] {
                if is(&states, seed, State::Seed) {
                    set(&mut states, other, State::Taken);
                }
            }
        }
        open.retain(|&(a, b)| is(&states, a, State::Open) && is(&states, b, State::Open));
    }
    states
}

fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(slot) = list.get_mut(index) {
        *slot = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Cells 10 units wide on a small board, each with a place inside.
    fn board() -> impl Strategy<Value = Vec<Node>> {
        let cell = ((0..12u32, 0..12u32), (0..10i64, 0..10i64), 0..4u32);
        prop::collection::vec(cell, 0..120).prop_map(|mut cells| {
            cells.sort_unstable();
            cells.dedup_by_key(|(cell, ..)| *cell);
            let node = |(tie, (cell, (x, y), rank)): (u64, ((u32, u32), _, _))| Node {
                cell,
                at: (i64::from(cell.1) * 10 + x, i64::from(cell.0) * 10 + y),
                rank: (rank, tie.wrapping_mul(0x9E37_79B9_7F4A_7C15)),
            };
            (0..).zip(cells).map(node).collect()
        })
    }

    proptest! {
        #[test]
        fn pairs_are_those_of_all_with_all(nodes in board(), radius in 1..20i64) {
            let pairs = near_pairs(&nodes, radius, 2);
            let mut found: Vec<_> = pairs.iter().map(|pair| (pair.a, pair.b)).collect();
            found.sort_unstable();
            let mut expected = Vec::new();
            for a in 0..nodes.len() {
                for b in a + 1..nodes.len() {
                    if squared(nodes[a].at, nodes[b].at) <= radius * radius {
                        expected.push((a, b));
                    }
                }
            }
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn owners_own_themselves_and_are_near(nodes in board(), radius in 1..20i64) {
            let owners = owners(&nodes, radius, 2);
            prop_assert_eq!(owners.len(), nodes.len());
            for (node, &owner) in owners.iter().enumerate() {
                prop_assert_eq!(owners[owner], owner);
                prop_assert!(squared(nodes[node].at, nodes[owner].at) <= radius * radius);
            }
        }

        #[test]
        fn what_is_out_of_reach_changes_nothing(nodes in board(), column in 0..12u32) {
            let radius = 10;
            let full = owners(&nodes, radius, 1);
            let cut: Vec<Node> = nodes.iter().copied().filter(|node| node.cell.1 >= column).collect();
            let partial = owners(&cut, radius, 1);
            let reach = i64::from(column) * 10 + (REACH * 10.0) as i64;
            for (node, &owner) in cut.iter().zip(&partial) {
                if node.at.0 > reach {
                    let whole = nodes.iter().position(|other| other.cell == node.cell).unwrap();
                    prop_assert_eq!(nodes[full[whole]].cell, cut[owner].cell);
                }
            }
        }
    }
}
