//! How well the box of the map answers, on tables of cases: see README.md beside them.

#![allow(clippy::unwrap_used)]

use find::{Group, Why};
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

/// The initiatives that answer a text, each with what its sentence has of it: nothing when its name is what was typed.
fn mentioned(session: &Session, text: &str) -> Vec<(String, Option<Why>)> {
    let groups = session.ask(text).unwrap().groups;
    let initiatives = groups
        .into_iter()
        .find(|(group, _)| *group == Group::Initiatives);
    let answers = initiatives.map(|(_, answers)| answers).unwrap_or_default();
    answers.into_iter().map(|one| (one.name, one.why)).collect()
}

#[test]
fn what_no_name_has_is_found_in_what_initiatives_say_of_themselves() {
    let session = session();
    let says = |text: &str, name: &str, words: &str| {
        let found = mentioned(&session, text);
        let expected = (name.to_owned(), Some(Why::Says(words.to_owned())));
        assert!(found.contains(&expected), "{text}: {found:?}");
    };
    for text in ["tiers-lieu", "tiers lieux", "tiers-lieux "] {
        says(text, "Mundo Gusto", "tiers-lieu");
    }
    says("encombrants", "Ressourcerie de Cenon", "encombrants");
    // Those of the theme that the word names, and its own above them.
    let reuse = mentioned(&session, "recyclerie");
    let (first, why) = reuse.first().unwrap();
    assert_eq!(first, "Ressourcerie de Cenon");
    assert_eq!(*why, Some(Why::Says("ressourcerie".into())));
    let of_theme =
        |(_, why): &&(String, Option<Why>)| *why == Some(Why::Under("recyclerie".into()));
    assert!(reuse.iter().filter(of_theme).count() >= 2, "{reuse:?}");
}

#[test]
fn a_name_comes_before_what_mentions_it_and_an_address_asks_for_no_sentence() {
    let session = session();
    let named = mentioned(&session, "ressourcerie");
    assert_eq!(named.first().unwrap().1, None);
    for address in [
        "12 rue du quartier 69001 lyon",
        "69001",
        "avenue de la ferme 59000",
    ] {
        let found = mentioned(&session, address);
        assert!(found.iter().all(|(_, why)| why.is_none()), "{found:?}");
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
