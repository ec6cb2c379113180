//! `leviers check --watch`: the report comes again when a file is saved, whatever was wrong before.

use crate::support::copy;
use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

/// A machine that is busy takes a while; one that is stuck must not stop the tests.
const DEADLINE: Duration = Duration::from_secs(60);

/// The command at work, stopped when the test ends, however it ends.
struct Watching {
    process: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(content: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_leviers"))
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .args(["check", "--watch"])
            .arg(content)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (sender, lines) = channel();
        thread::spawn(move || {
            let mut printed = output.lines().map_while(Result::ok);
            printed.all(|line| sender.send(line).is_ok())
        });
        Self { process, lines }
    }

    /// The lines printed until it waits again.
    fn report(&self) -> String {
        let deadline = Instant::now() + DEADLINE;
        let mut report = String::new();
        while !report.contains("J'attends les changements…") {
            let left = deadline.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left);
            report += &line.unwrap_or_else(|_| panic!("no more lines after:\n{report}"));
            report += "\n";
        }
        report
    }

    /// The first report that says this: a save may give two.
    fn report_with(&self, text: &str) -> String {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let report = self.report();
            if report.contains(text) {
                return report;
            }
            assert!(Instant::now() < deadline, "{report}");
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn the_report_comes_again_at_each_save() {
    let content = copy("watched");
    let sheet = content.join("initiatives/recyclerie-du-canal.md");
    let sound = fs::read_to_string(&sheet).unwrap();
    let watching = Watching::start(&content);
    assert!(
        watching
            .report()
            .starts_with("11 fiches lues : aucun problème.")
    );

    fs::write(&sheet, sound.replace("\"scic\"", "\"siic\"")).unwrap();
    let report = watching.report_with("[levier-inconnu]");
    assert!(report.contains("recyclerie-du-canal.md:"), "{report}");
    assert!(report.contains("11 fiches lues : 1 problème."), "{report}");

    // As text editors save: beside, then in place of the file.
    let beside = content.join("initiatives/.recyclerie.tmp");
    fs::write(&beside, &sound).unwrap();
    fs::rename(&beside, &sheet).unwrap();
    watching.report_with("11 fiches lues : aucun problème.");

    fs::create_dir(content.join("initiatives/2025")).unwrap();
    watching.report_with("11 fiches lues");
    fs::write(content.join("initiatives/2025/un-lieu.md"), "").unwrap();
    watching.report_with("[en-tete-absent]");

    fs::remove_dir_all(&content).unwrap();
    watching.report_with("leviers : Impossible de lire");
}

#[test]
fn a_folder_that_is_not_there_is_not_waited_for() {
    let mut watching = Watching::start(Path::new("no-such-folder"));
    assert_eq!(watching.process.wait().unwrap().code(), Some(1));
}
