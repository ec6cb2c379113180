//! `leviers check` and `leviers build` on a small made-up content (`tests/fixtures`), on broken versions of it, and on the real one.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod audit;
#[rustfmt::skip]
mod cases;
mod command;
mod golden;
mod importing;
mod new;
mod open_data;
mod outputs;
mod pages;
mod places;
mod points;
mod random;
mod real;
mod rules;
mod several;
mod stats;
mod support;
mod watch;
