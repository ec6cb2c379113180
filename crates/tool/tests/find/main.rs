//! How well the box of the map answers, on tables of cases: see README.md beside them.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use tool::find::{Cases, Quality, Session, directory};
use tool::{check_folder, open_gazetteer};

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

fn session() -> Session {
    let geodata = project("geodata");
    let gazetteer = open_gazetteer(&geodata).unwrap();
    let content = check_folder(&project("content"), None, &gazetteer).unwrap();
    Session::new(&content, &directory(&gazetteer, &geodata).unwrap()).unwrap()
}

fn quality(session: &Session, table: &str) -> Quality {
    let path = project("crates/tool/tests/find").join(table);
    let cases = Cases::read(&std::fs::read(path).unwrap()).unwrap();
    cases.ask(session).unwrap()
}

#[test]
fn the_right_answers_come_first() {
    let session = session();
    let real = quality(&session, "real-inputs.csv");
    let ours = quality(&session, "queries.csv");
    assert!(real.total >= 100 && real.share() >= 0.93, "{real}");
    assert!(ours.total >= 120 && ours.share() >= 0.97, "{ours}");
    // A visitor waits for each shard.
    for quality in [&real, &ours] {
        assert!(quality.fetched <= 6 * quality.total, "{quality}");
    }
}

#[test]
fn no_text_makes_it_fail() {
    let session = session();
    for text in [
        "",
        " ",
        "'",
        "--",
        "s/",
        "2a",
        "99999",
        "0",
        "é",
        "١٢",
        "日本",
        "🗺️ paris",
        "rue",
        "rue rue rue",
        "st",
        "l'",
        "cedex 9",
    ] {
        session.ask(text).unwrap();
    }
    let long = "rue de la paix ".repeat(500);
    session.ask(&long).unwrap();
}
