//! Which cells of a grid go together, so that clusters do not look like a grid.
//!
//! From the highest rank to the lowest, a cell becomes a seed unless a neighbour already is one: a greedy independent set.
//! Then every other cell joins its nearest seed. When only a window of the world is known, the cells whose fate may
//! hang on what lies outside are said to be in doubt, never guessed: what is certain is the same in every window.

use crate::order;

/// One occupied cell of the grid.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Row and column: nodes are given in this order.
    pub cell: (u32, u32),
    /// The mean place of its points, x and y in any unit.
    pub at: (i64, i64),
    /// Which of two neighbours comes first: the larger, or the first in order if equal.
    pub rank: u64,
    /// Whether it may have neighbours that are not given.
    pub edge: bool,
}

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It owns itself, and the cells that joined it.
    Seed,
    /// It joined the seed of this index.
    Joined(usize),
    /// It hangs on cells that are not given.
    Doubt,
}

/// The fate of each node. `radius` is in the unit of the places and spans at most `span` cells.
/// O(n log n) for n nodes.
pub fn fates(nodes: &[Node], radius: i64, span: u32) -> Vec<Fate> {
    let followers = Followers::of(nodes, radius, span);
    let standings = standings(nodes, &followers);
    let standing = |node: usize| standings.get(node).copied().unwrap_or_default();
    let mut nearest: Vec<Option<(i64, usize)>> = vec![None; nodes.len()];
    for leader in 0..nodes.len() {
        for &(follower, squared) in followers.of_leader(leader) {
            let (seed, other) = match (standing(leader), standing(follower)) {
                (Standing::Seed, Standing::Joined) => (leader, follower),
                (Standing::Joined, Standing::Seed) => (follower, leader),
                _ => continue,
            };
            if let Some(best) = nearest.get_mut(other) {
                let closer = best.is_none_or(|best| (squared, seed) < best);
                *best = if closer { Some((squared, seed)) } else { *best };
            }
        }
    }
    let fate = |(standing, nearest)| match (standing, nearest) {
        (Standing::Seed, _) => Fate::Seed,
        (Standing::Joined, Some((_, seed))) => Fate::Joined(seed),
        _ => Fate::Doubt,
    };
    std::iter::zip(standings, nearest).map(fate).collect()
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Standing {
    /// No seed among the neighbours so far.
    #[default]
    Free,
    Seed,
    Joined,
    Doubt,
}

/// From the highest rank to the lowest: who is a seed, who has a seed for a neighbour.
fn standings(nodes: &[Node], followers: &Followers) -> Vec<Standing> {
    let ranked = order::by_key(nodes.iter().enumerate().collect(), |(_, node)| !node.rank);
    let mut standings = vec![Standing::Free; nodes.len()];
    for (leader, node) in ranked {
        let Some(standing) = standings.get_mut(leader) else {
            continue;
        };
        let leads = match standing {
            Standing::Joined => continue,
            Standing::Free if !node.edge => Standing::Seed,
            _ => Standing::Doubt,
        };
        *standing = leads;
        for &(follower, _) in followers.of_leader(leader) {
            match (leads, standings.get_mut(follower)) {
                (Standing::Seed, Some(follower)) => *follower = Standing::Joined,
                (_, Some(follower @ Standing::Free)) => *follower = Standing::Doubt,
                _ => {}
            }
        }
    }
    standings
}

/// For each node, the neighbours that come after it and their squared distances.
struct Followers {
    /// Where the followers of each node start in `list`, and their end.
    starts: Vec<usize>,
    list: Vec<(usize, i64)>,
}

impl Followers {
    fn of(nodes: &[Node], radius: i64, span: u32) -> Self {
        let pairs = near_pairs(nodes, radius, span);
        let mut starts = vec![0; nodes.len() + 1];
        for pair in &pairs {
            add(&mut starts, pair.leader + 1, 1);
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        let mut list = vec![(0, 0); pairs.len()];
        for pair in &pairs {
            let slot = add(&mut next, pair.leader, 1);
            if let Some(slot) = list.get_mut(slot) {
                *slot = (pair.follower, pair.squared);
            }
        }
        Self { starts, list }
    }

    fn of_leader(&self, leader: usize) -> &[(usize, i64)] {
        match self.starts.get(leader..) {
            Some([start, end, ..]) => self.list.get(*start..*end).unwrap_or_default(),
            _ => &[],
        }
    }
}

/// Adds to an element and returns what it was.
fn add(list: &mut [usize], index: usize, by: usize) -> usize {
    list.get_mut(index).map_or(0, |value| {
        *value += by;
        *value - by
    })
}

/// Two nodes within the radius, by index, the one that comes first first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    leader: usize,
    follower: usize,
    squared: i64,
}

/// Every pair within the radius, once. The window of each row below moves along with the node.
fn near_pairs(nodes: &[Node], radius: i64, span: u32) -> Vec<Pair> {
    let mut pairs = Vec::with_capacity(nodes.len() * 4);
    let mut starts: Vec<usize> = vec![0; span as usize + 1];
    for (index, node) in nodes.iter().enumerate() {
        let (row, column) = node.cell;
        for (below, start) in (0..).zip(&mut starts) {
            let row = row.saturating_add(below);
            let first = if below == 0 {
                column.saturating_add(1)
            } else {
                column.saturating_sub(span)
            };
            let last = column.saturating_add(span);
            let from_start = nodes.get(*start..).unwrap_or_default();
            *start += from_start
                .iter()
                .take_while(|other| other.cell < (row, first))
                .count();
            let window = nodes.get(*start..).unwrap_or_default();
            for (other_index, other) in (*start..).zip(window) {
                if other.cell > (row, last) {
                    break;
                }
                // Seen from very far the whole world is within a few cells: only what is near is squared, which then does not overflow.
                if !is_within(node.at, other.at, radius) {
                    continue;
                }
                let squared = squared(node.at, other.at);
                if squared <= radius * radius {
                    let ahead = node.rank >= other.rank;
                    let (leader, follower) = if ahead {
                        (index, other_index)
                    } else {
                        (other_index, index)
                    };
                    pairs.push(Pair {
                        leader,
                        follower,
                        squared,
                    });
                }
            }
        }
    }
    pairs
}

/// Whether neither coordinate differs by more than the radius.
fn is_within(a: (i64, i64), b: (i64, i64), radius: i64) -> bool {
    (a.0 - b.0).abs() <= radius && (a.1 - b.1).abs() <= radius
}

fn squared(a: (i64, i64), b: (i64, i64)) -> i64 {
    let (dx, dy) = (a.0 - b.0, a.1 - b.1);
    dx * dx + dy * dy
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Cells 10 units wide on a small board, each with a place inside.
    fn board() -> impl Strategy<Value = Vec<Node>> {
        let cell = ((0..12u32, 0..12u32), (0..10i64, 0..10i64), 0..200u64);
        prop::collection::vec(cell, 0..120).prop_map(|mut cells| {
            cells.sort_unstable();
            cells.dedup_by_key(|(cell, ..)| *cell);
            let node = |(cell, (x, y), rank): ((u32, u32), _, _)| Node {
                cell,
                at: (i64::from(cell.1) * 10 + x, i64::from(cell.0) * 10 + y),
                rank,
                edge: false,
            };
            cells.into_iter().map(node).collect()
        })
    }

    fn near(a: &Node, b: &Node, radius: i64) -> bool {
        squared(a.at, b.at) <= radius * radius
    }

    proptest! {
        #[test]
        fn pairs_are_those_of_all_with_all(nodes in board(), radius in 1..20i64) {
            let mut pairs: Vec<_> = near_pairs(&nodes, radius, 2)
                .into_iter()
                .map(|Pair { leader, follower, .. }| (leader.min(follower), leader.max(follower)))
                .collect();
            pairs.sort_unstable();
            let all = (0..nodes.len()).flat_map(|a| (a + 1..nodes.len()).map(move |b| (a, b)));
            let expected: Vec<_> = all.filter(|&(a, b)| near(&nodes[a], &nodes[b], radius)).collect();
            prop_assert_eq!(pairs, expected);
        }

        #[test]
        fn seeds_are_apart_and_every_other_cell_joins_its_nearest(nodes in board(), radius in 1..20i64) {
            let fates = fates(&nodes, radius, 2);
            let seeds: Vec<usize> = (0..nodes.len()).filter(|&node| fates[node] == Fate::Seed).collect();
            for (node, fate) in nodes.iter().zip(&fates) {
                let nearest = seeds.iter().map(|&seed| squared(nodes[seed].at, node.at)).min().unwrap();
                match *fate {
                    Fate::Seed => prop_assert_eq!(seeds.iter().filter(|&&seed| near(&nodes[seed], node, radius)).count(), 1),
                    Fate::Joined(seed) => {
                        prop_assert_eq!(fates[seed], Fate::Seed);
                        prop_assert_eq!(squared(nodes[seed].at, node.at), nearest);
                        prop_assert!(nearest <= radius * radius);
                    }
                    Fate::Doubt => prop_assert!(false, "nothing is in doubt when everything is given"),
                }
            }
        }

        #[test]
        fn what_is_certain_in_a_window_is_true(nodes in board(), column in 0..12u32) {
            let radius = 10;
            let all = fates(&nodes, radius, 1);
            let window: Vec<(usize, Node)> = nodes.iter().copied().enumerate()
                .filter(|(_, node)| node.cell.1 >= column)
                .map(|(index, node)| (index, Node { edge: node.cell.1 == column, ..node }))
                .collect();
            let seen: Vec<Node> = window.iter().map(|&(_, node)| node).collect();
            for (&(index, _), fate) in window.iter().zip(fates(&seen, radius, 1)) {
                let truth = all[index];
                match fate {
                    Fate::Seed => prop_assert_eq!(truth, Fate::Seed),
                    Fate::Joined(_) => prop_assert!(matches!(truth, Fate::Joined(_))),
                    Fate::Doubt => {}
                }
            }
        }
    }
}
