//! The command as a shell sees it: readers that go away, other folders, odd files, addresses.

use crate::real::{leviers, printed};
use crate::support::{copy, folder};
use std::fs;
use std::io::Read;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Stdio};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

#[test]
fn a_reader_that_goes_away_ends_the_command_without_a_word() {
    for arguments in [&["check"][..], &["stats"], &["stats", "--ids"], &["--help"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_leviers"))
            .current_dir(root())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut said)
            .unwrap();
        let code = child.wait().unwrap().code();
        assert_eq!(said, "", "{arguments:?}");
        assert!(
            code == Some(141) || arguments == ["--help"],
            "{arguments:?}: {code:?}"
        );
    }
}

#[test]
fn paths_are_the_callers_and_what_is_not_named_is_the_projects() {
    let here = folder("elsewhere");
    fs::create_dir_all(&here).unwrap();
    fs::write(here.join("t.csv"), "nom,lat,lon\nA,48.5,2\n").unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_leviers"))
            .current_dir(&here)
            .env("LEVIERS_ROOT", root())
            .args(arguments)
            .output()
            .unwrap();
        (output.status.success(), printed(&output))
    };
    let (done, said) = run(&["check"]);
    assert!(done, "{said}");
    let layer = [
        "points", "t.csv", "--id", "a", "--title", "T", "--credit", "C", "--out", "couches",
    ];
    let (done, said) = run(&layer);
    assert!(done && said.contains("Écrit : couches/a"), "{said}");
    assert!(here.join("couches/a/layer.bin").exists());
    let (_, said) = run(&["check", "nulle-part"]);
    assert!(said.contains("Impossible de lire nulle-part"), "{said}");
    let (_, help) = run(&["points", "--help"]);
    assert!(
        help.contains("[par défaut : public/data/points du projet]"),
        "{help}"
    );
    let wrapper = fs::read_to_string(root().join("leviers")).unwrap();
    assert!(wrapper.contains("export LEVIERS_ROOT") && wrapper.contains("--manifest-path"));
}

#[test]
fn pages_whose_foot_leads_nowhere_are_not_written() {
    let content = copy("no-pages");
    let out = folder("no-pages-out");
    let (data, pages) = (out.join("data"), out.join("pages"));
    let arguments = [
        Path::new("build"),
        &content,
        &data,
        Path::new("--pages"),
        &pages,
    ];
    let output = leviers(&arguments.map(|path| path.to_str().unwrap()));
    let said = printed(&output);
    assert!(
        !output.status.success() && said.contains("pages/mentions-legales.md"),
        "{said}"
    );
    assert!(!data.exists() && !pages.exists());
}

#[test]
fn the_address_of_a_map_is_a_web_address() {
    let out = folder("addresses");
    let content = copy("addresses-content");
    let build = |url: &str| {
        let (content, out) = (content.to_str().unwrap(), out.to_str().unwrap());
        leviers(&["build", content, out, "--base-url", url])
    };
    for url in [
        "javascript:alert(1)",
        "carte.example.org",
        "file:///etc",
        "https://a.fr/?x",
        "",
    ] {
        let output = build(url);
        assert!(
            !output.status.success() && printed(&output).contains("http:// ou https://"),
            "{url}"
        );
    }
    assert!(!out.exists());
    assert!(build("http://127.0.0.1:8080").status.success());
    let package = fs::read_to_string(out.join("datapackage.json")).unwrap();
    assert!(package.contains("http://127.0.0.1:8080/"));
}

#[test]
fn links_that_go_round_and_pipes_are_told_and_stop_nothing() {
    let content = copy("odd-files");
    let inside = content.join("initiatives");
    symlink("..", inside.join("boucle")).unwrap();
    symlink("nulle-part.md", inside.join("perdu.md")).unwrap();
    let pipe = inside.join("tube.md");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    fs::write(inside.join("immense.md"), vec![b'a'; (4 << 20) + 1]).unwrap();
    // A link to another place is followed, as before.
    let other = folder("odd-files-other");
    fs::create_dir_all(&other).unwrap();
    symlink(&other, inside.join("ailleurs")).unwrap();
    let output = leviers(&["check", content.to_str().unwrap()]);
    let said = printed(&output);
    assert_eq!(output.status.code(), Some(1));
    for (name, sentence) in [
        ("boucle", "n'a pas de fin"),
        ("perdu.md", "ne mène nulle part"),
        ("tube.md", "un tube"),
        ("immense.md", "dépasse 4 Mo"),
    ] {
        let line = said
            .lines()
            .find(|line| line.contains(&format!("initiatives/{name}:1: [fichier-illisible]")));
        assert!(
            line.is_some_and(|line| line.contains(sentence)),
            "{name}: {said}"
        );
    }
    assert!(said.ends_with("11 fiches lues : 4 problèmes.\n"), "{said}");
}

#[test]
fn a_new_sheet_has_a_name_that_can_be_read() {
    let content = copy("hostile-names");
    for name in [
        "Le \u{202e}jardin",
        "Le\u{1b}[31m jardin",
        &"long ".repeat(60),
    ] {
        let output = leviers(&[
            "new",
            "initiative",
            name,
            "--content",
            content.to_str().unwrap(),
        ]);
        assert!(!output.status.success(), "{name:?}");
        assert!(
            !printed(&output).contains(['\u{202e}', '\u{1b}']),
            "{name:?}"
        );
    }
}
