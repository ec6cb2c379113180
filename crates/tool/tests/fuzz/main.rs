//! Every decoder and every reader on bytes that nobody meant: valid files damaged, or any bytes. None panics, none asks for more memory
//! than its input justifies, and each ends with a sentence, or with a value that is written and read again the same.
//!
//! `cargo test` runs a thousand cases of each, always the same ones. `scripts/fuzz-native MINUTES [SEED]` runs others for minutes.
//! The input of a failure is saved; once mended, it goes to `tests/fixtures/fuzz/regressions/<target>/` and is tried each time.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod corpus;
mod damage;
mod decoders;
mod readers;
mod run;

use run::{Target, run};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{env, thread};

/// Cases of a target in `cargo test`.
const CASES: u32 = 1000;

/// Cases of a target at a time, when there are minutes.
const BATCH: u32 = 200;

fn targets() -> Vec<Target> {
    decoders::targets()
        .into_iter()
        .chain(readers::targets())
        .collect()
}

#[test]
fn damage_does_no_harm() {
    for target in targets() {
        run(&target, CASES / target.weight, 0);
    }
}

#[test]
fn what_failed_once_does_not_fail_again() {
    for target in targets() {
        for (path, bytes) in corpus::regressions(target.name) {
            if let Err(reason) = target.check(&bytes) {
                panic!("{}: {reason}", path.display());
            }
        }
    }
}

#[test]
fn the_corpus_is_small_and_sound() {
    corpus::write_if_asked();
    let mut size = 0;
    for target in targets() {
        assert!(
            !target.seeds.is_empty(),
            "{} has no file to damage",
            target.name
        );
        for seed in &target.seeds {
            size += seed.len();
            let verdict = (target.read)(seed);
            assert!(
                verdict == Ok(true),
                "{}: {verdict:?} (LEVIERS_UPDATE_GOLDEN=1 writes the corpus again)",
                target.name
            );
        }
    }
    assert!(size < 100_000, "{size} bytes");
}

/// For as many minutes as LEVIERS_FUZZ_MINUTES says, on every core. LEVIERS_FUZZ_SEED repeats a run.
#[test]
fn for_minutes() {
    let number = |name: &str| {
        env::var(name)
            .ok()
            .filter(|text| !text.is_empty())
            .map(|text| text.parse::<f64>().unwrap())
    };
    let Some(minutes) = number("LEVIERS_FUZZ_MINUTES") else {
        return;
    };
    let seed = number("LEVIERS_FUZZ_SEED").map_or_else(run::chance, |seed| seed as u64);
    println!("seed {seed}, for {minutes} minutes");
    let end = Instant::now() + Duration::from_secs_f64(minutes * 60.0);
    let workers = thread::available_parallelism().map_or(1, usize::from) as u64;
    let targets = targets();
    let counts: Vec<AtomicU64> = targets.iter().map(|_| AtomicU64::new(0)).collect();
    thread::scope(|scope| {
        for worker in 0..workers {
            let (targets, counts) = (&targets, &counts);
            scope.spawn(move || {
                let mut round = worker;
                while Instant::now() < end {
                    for (target, count) in targets.iter().zip(counts) {
                        let cases = (BATCH / target.weight).max(1);
                        run(
                            target,
                            cases,
                            seed.wrapping_add(round.wrapping_mul(0x9E37_79B9)),
                        );
                        count.fetch_add(cases.into(), Ordering::Relaxed);
                    }
                    round += workers;
                }
            });
        }
    });
    for (target, count) in targets.iter().zip(&counts) {
        println!("{:>10} {}", count.load(Ordering::Relaxed), target.name);
    }
    let total: u64 = counts
        .iter()
        .map(|count| count.load(Ordering::Relaxed))
        .sum();
    println!("{total:>10} cases, none failed; seed {seed}");
}
