//! Why rows are made outside Leptos (ADR 17): what read a signal stays among its subscribers after it is dropped, and each change of
//! the signal visits all of them.
//!
//! These tests describe a fault of `reactive_graph`. They fail on the day it is mended.

use allocation_counter::measure;
use any_spawner::Executor;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::AnySubscriber;

const ROWS: u64 = 1000;
const MENDED: &str = "the leak is gone: rows may come back into Leptos (ADR 17)";

/// Bytes that one change asks of memory: the set of subscribers is copied, with an entry for each.
fn cost_of_a_change(signal: RwSignal<u64>) -> u64 {
    measure(|| signal.notify()).bytes_total
}

/// The least that `ROWS` subscribers left behind add to the copy.
fn cost_of_rows() -> u64 {
    ROWS * size_of::<AnySubscriber>() as u64
}

#[test]
fn an_effect_that_is_dropped_stays_subscribed() {
    let _ = Executor::init_futures_executor();
    let root = Owner::new();
    root.with(|| {
        let hovered = RwSignal::new(0);
        let before = cost_of_a_change(hovered);
        for row in 0..ROWS {
            // What `class:hovered=move || hovered.get() == row` makes; its row goes at once.
            drop(RenderEffect::new_isomorphic(move |_| hovered.get() == row));
        }
        let after = cost_of_a_change(hovered);
        assert!(after >= before + cost_of_rows(), "{MENDED}");
        let later = cost_of_a_change(hovered);
        assert!(later >= after, "a change forgets nobody; else {MENDED}");
    });
}

#[test]
fn a_memo_whose_owner_is_gone_stays_subscribed() {
    let root = Owner::new();
    root.with(|| {
        let hovered = RwSignal::new(0);
        let before = cost_of_a_change(hovered);
        for row in 0..ROWS {
            let owner = Owner::new();
            owner.with(|| Memo::new(move |_| hovered.get() == row).get_untracked());
            drop(owner);
        }
        let after = cost_of_a_change(hovered);
        assert!(after >= before + cost_of_rows(), "{MENDED}");
    });
}

/// What is allowed: a row that reads only what it owns adds nothing to a change.
#[test]
fn a_row_that_owns_its_signals_leaves_no_subscriber() {
    let root = Owner::new();
    root.with(|| {
        let hovered = RwSignal::new(0);
        let before = cost_of_a_change(hovered);
        for row in 0..ROWS {
            let owner = Owner::new();
            owner.with(|| {
                let own = RwSignal::new(row);
                Memo::new(move |_| own.get() == 0).get_untracked()
            });
            drop(owner);
        }
        assert_eq!(cost_of_a_change(hovered), before);
    });
}

/// Every owner that is dropped leaves a `Weak`, and so its allocation, in the list of its parent's children.
#[test]
fn an_owner_that_is_dropped_stays_among_the_children_of_its_parent() {
    let root = Owner::new();
    root.with(|| {
        let kept = measure(|| (0..ROWS).for_each(|_| drop(Owner::new()))).bytes_current;
        assert!(kept >= cost_of_rows() as i64, "{MENDED}");
        root.cleanup();
    });
}
