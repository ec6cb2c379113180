//! Runs a target on damaged inputs, and saves the smallest one that fails.

use crate::damage::{Input, inputs, made};
use allocation_counter::measure;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

/// How a file says that it is whole: damage beyond that seal is what decoders must bear.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// It does not.
    No,
    /// A length and a CRC-32 after four letters and a version.
    Once,
    /// An envelope of records, each with its own.
    Records(model::data::FileKind),
    /// A zip of parts, when it is one.
    Zip,
}

/// Reads bytes: whether they were taken, or what is wrong with how they were read.
pub type Read = Box<dyn Fn(&[u8]) -> Result<bool, String> + Send + Sync>;

/// The most time that an input takes, in seconds of the processor: a clock on the wall says how busy the machine is.
const MOST_SECONDS: u64 = 5;

/// How long this thread has run.
#[cfg(target_os = "linux")]
fn spent() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

/// Not told here.
#[cfg(not(target_os = "linux"))]
fn spent() -> Duration {
    Duration::ZERO
}

/// Something that reads bytes.
pub struct Target {
    pub name: &'static str,
    /// Valid inputs.
    pub seeds: Vec<Vec<u8>>,
    pub sealed: Sealed,
    /// How much longer it takes than a decoder.
    pub weight: u32,
    /// The most bytes of memory at once: per byte of input, and besides.
    pub memory: (u64, u64),
    /// Whether the input was taken (`false`: refused with a sentence), or what is wrong with that.
    pub read: Read,
}

impl Target {
    /// What is wrong with how an input is read.
    pub fn check(&self, bytes: &[u8]) -> Result<(), String> {
        let mut outcome = Ok(Ok(false));
        let before = spent();
        // A panic must not leave the counter open.
        let asked = measure(|| outcome = catch_unwind(AssertUnwindSafe(|| (self.read)(bytes))));
        match outcome {
            Err(_) => return Err("it panicked".to_owned()),
            Ok(verdict) => verdict?,
        };
        let time = spent().saturating_sub(before);
        if time > Duration::from_secs(MOST_SECONDS) {
            return Err(format!("{time:?} for {} bytes", bytes.len()));
        }
        let (per_byte, besides) = self.memory;
        let most = per_byte * bytes.len() as u64 + besides;
        if asked.bytes_max > most {
            return Err(format!(
                "{} bytes of memory for {} of input, {most} at most",
                asked.bytes_max,
                bytes.len()
            ));
        }
        Ok(())
    }
}

/// A seed that no other run has.
pub fn chance() -> u64 {
    RandomState::new().hash_one(std::process::id()) >> 16
}

/// Runs so many cases. Panics with the smallest input that fails, once it is saved.
pub fn run(target: &Target, cases: u32, seed: u64) {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    bytes[8..16].copy_from_slice(
        &model::data::Crc32::default()
            .of(target.name.as_bytes())
            .to_le_bytes()
            .repeat(2),
    );
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 5000,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let check = |input: Input| {
        target
            .check(&made(&input, &target.seeds, target.sealed))
            .map_err(TestCaseError::fail)
    };
    match runner.run(&inputs(), check) {
        Ok(()) => {}
        Err(TestError::Fail(reason, input)) => {
            let bytes = made(&input, &target.seeds, target.sealed);
            let path =
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{}-{seed}", target.name));
            fs::write(&path, bytes).unwrap();
            panic!(
                "{} (seed {seed}): {reason}\nThe input is {}. Once mended, keep it in crates/tool/tests/fixtures/fuzz/regressions/{}/",
                target.name,
                path.display(),
                target.name
            );
        }
        Err(TestError::Abort(reason)) => panic!("{}: {reason}", target.name),
    }
}
