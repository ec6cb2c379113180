//! The real content passes the check, through the command that editors run.

use crate::support::fixture;
use std::{
    path::Path,
    process::{Command, Output},
};

/// Runs the command.
pub fn leviers(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leviers"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

/// What it printed.
pub fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn the_real_content_passes_the_check() {
    if !Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("content/initiatives")
        .is_dir()
    {
        return;
    }
    let output = leviers(&["check"]);
    assert!(output.status.success(), "{}", printed(&output));
}

#[test]
fn the_made_up_content_passes_with_the_real_gazetteer_and_its_source() {
    let output = leviers(&[
        "check",
        "tests/fixtures/content",
        "--sources",
        "tests/fixtures/sources",
    ]);
    assert_eq!(printed(&output), "11 fiches lues : aucun problème.\n");
    assert!(output.status.success());
}

#[test]
fn a_problem_makes_the_command_fail_and_nothing_is_built() {
    let broken = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken");
    std::fs::create_dir_all(broken.join("initiatives")).unwrap();
    std::fs::copy(fixture("content/sources.toml"), broken.join("sources.toml")).unwrap();
    let out = broken.join("out");
    let output = leviers(&["build", broken.to_str().unwrap(), out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        printed(&output).contains("6 problèmes.\nRien n'a été écrit."),
        "{}",
        printed(&output)
    );
    assert!(!out.exists());
}

#[test]
fn a_missing_folder_is_said_in_one_line() {
    let output = leviers(&["check", "no-such-folder"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        printed(&output).starts_with("leviers : Impossible de lire no-such-folder"),
        "{}",
        printed(&output)
    );
}
