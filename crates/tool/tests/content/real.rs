//! The real content passes the check, through the command that editors run.

use crate::support::fixture;
use model::domain::{Region, Standing, Summary};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Runs the command.
pub fn leviers(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_leviers"))
        .current_dir(root())
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
    let output = leviers(&["check"]);
    assert!(output.status.success(), "{}", printed(&output));
}

/// The names between backquotes in the tables of a document.
fn named(document: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join(document)).unwrap();
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let cells = rows.flat_map(|row| row.split('`').skip(1).step_by(2).map(str::to_owned));
    cells.collect()
}

/// Ids of the sheets of these folders.
fn sheets(folders: &[&str]) -> BTreeSet<String> {
    let files = folders
        .iter()
        .flat_map(|folder| fs::read_dir(root().join("content").join(folder)).unwrap());
    let id = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    files.map(|file| id(file.unwrap().path())).collect()
}

/// The map knows the régions by heart; the gazetteer has them from their source.
#[test]
fn the_regions_of_the_map_are_those_of_the_gazetteer() {
    let gazetteer = tool::open_gazetteer(&root().join("geodata")).unwrap();
    for (territory, name) in gazetteer.regions() {
        let region = Region::of(&territory.code).unwrap();
        assert_eq!(region.name.replace('’', "'"), name);
        let (lon, lat) = gazetteer.point(&territory).unwrap();
        let near = |a: f64, b: f64| (a - b).abs() < 1e-4;
        assert!(near(region.lon, lon) && near(region.lat, lat), "{name}");
    }
}

#[test]
fn the_table_of_sources_names_every_initiative_and_nothing_else() {
    let named = named("docs/SOURCES.md");
    let told: Vec<_> = sheets(&["initiatives"])
        .difference(&named)
        .cloned()
        .collect();
    assert!(told.is_empty(), "not in docs/SOURCES.md: {told:?}");
    let known = sheets(&["initiatives", "collectivites", "leviers", "recommandations"]);
    let gone: Vec<_> = named.difference(&known).collect();
    assert!(
        gone.is_empty(),
        "docs/SOURCES.md names sheets that do not exist: {gone:?}"
    );
}

/// The names between backquotes in a row of the second reading, where it says both what was corrected and what the text says.
fn named_in_a_whole_row(row: &str) -> Vec<String> {
    let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
    let is_whole = cells.len() == 3 && cells.iter().all(|cell| !cell.is_empty());
    let names = row.split('`').skip(1).step_by(2).map(str::to_owned);
    names.filter(|_| is_whole).collect()
}

/// Whether anyone read is for people to say. Each sheet is named in findings that are whole.
#[test]
fn the_second_reading_names_every_sheet() {
    let text = fs::read_to_string(root().join("docs/SECOND-READING.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let named: BTreeSet<String> = rows.flat_map(named_in_a_whole_row).collect();
    let all = sheets(&["initiatives", "collectivites", "leviers", "recommandations"]);
    let missing: Vec<_> = all.difference(&named).collect();
    assert!(
        missing.is_empty(),
        "in no whole row of docs/SECOND-READING.md: {missing:?}"
    );
}

#[test]
fn the_made_up_content_passes_with_the_real_gazetteer_and_its_source() {
    let output = leviers(&[
        "check",
        "crates/tool/tests/fixtures/content",
        "--sources",
        "crates/tool/tests/fixtures/sources",
    ]);
    assert_eq!(printed(&output), "11 fiches lues : aucun problème.\n");
    assert!(output.status.success());
}

#[test]
fn a_problem_makes_the_command_fail_and_nothing_is_built() {
    let broken = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken");
    fs::create_dir_all(broken.join("initiatives")).unwrap();
    fs::copy(fixture("content/sources.toml"), broken.join("sources.toml")).unwrap();
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

/// Levers are what the map is about: initiatives without one are few, and it is said of each what the documents do establish.
#[test]
fn few_initiatives_have_no_lever_and_fewer_nothing_public() {
    let gazetteer = tool::open_gazetteer(&root().join("geodata")).unwrap();
    let content = tool::check_folder(&root().join("content"), None, &gazetteer).unwrap();
    let sheets = content
        .initiatives
        .iter()
        .filter_map(|read| read.sheet.as_ref());
    let summaries: Vec<_> = sheets.map(|sheet| &sheet.summary).collect();
    let share = |without: fn(&&&Summary) -> bool| {
        summaries.iter().filter(without).count() as f64 / summaries.len() as f64
    };
    assert!(share(|one| one.levers.is_empty()) <= 0.22);
    assert!(share(|one| one.standing == Standing::Nothing) <= 0.06);
}
