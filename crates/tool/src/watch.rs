//! Doing again at each change: for editors who keep the report beside what they write.

use crate::say::{print, say};
use anyhow::{Context, Result};
use content::Report;
use content::shown::told_lines;
use core::convert::Infallible;
use notify::{Event, EventKind, RecursiveMode, Watcher};
use std::{
    io::{IsTerminal, stdout},
    path::Path,
    sync::mpsc::{Receiver, channel},
    time::Duration,
};

/// An editor may write several files, or one in several times: they are one change when this little time goes by between them.
const QUIET: Duration = Duration::from_millis(150);

/// Clears the screen and what has scrolled out of it, and goes to its top.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// Runs `act` now, then at each change in these folders; `act` gets the number of the run, from 1. Only Ctrl-C or an error stops it.
///
/// # Errors
/// When a folder cannot be watched, or when `act` fails.
pub fn watch(folders: &[&Path], act: impl Fn(u32) -> Result<()>) -> Result<Infallible> {
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(sender)
        .context("Impossible de surveiller des fichiers sur cette machine")?;
    for folder in folders {
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .with_context(|| format!("Impossible de surveiller {}", folder.display()))?;
    }
    let mut run = 1;
    loop {
        act(run)?;
        wait(&events)?;
        run += 1;
    }
}

/// Waits for a change, then until it is over.
fn wait(events: &Receiver<notify::Result<Event>>) -> Result<()> {
    while !is_change(&events.recv()?) {}
    while events.recv_timeout(QUIET).is_ok() {}
    Ok(())
}

/// Whether a file that may be a sheet changed. Files that are only read do not, and hidden ones are the text editor's own. What the
/// system could not tell may be anything.
fn is_change(event: &notify::Result<Event>) -> bool {
    let is_hidden = |path: &Path| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with('.')
    };
    event.as_ref().map_or(true, |event| {
        !matches!(event.kind, EventKind::Access(_))
            && (event.need_rescan() || event.paths.iter().any(|path| !is_hidden(path)))
    })
}

/// Prints a report in place of the previous one, and its number: a new number is a new report, even if it says the same.
///
/// # Errors
/// When nobody reads any more.
pub fn show(report: Result<Report>, number: u32) -> Result<()> {
    if stdout().is_terminal() {
        print(CLEAR)?;
    }
    match report {
        Ok(report) => say(report)?,
        Err(error) => say(told_lines(&format!("leviers : {error:#}")))?,
    }
    say(format!(
        "\nLecture n° {number}. J'attends les changements… (Ctrl-C pour arrêter)"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, Flag};

    #[test]
    fn a_change_is_a_file_that_is_written_and_not_hidden() {
        let event = |kind, path: &str| Ok(Event::new(kind).add_path(path.into()));
        let (created, read) = (
            EventKind::Create(CreateKind::File),
            EventKind::Access(AccessKind::Read),
        );
        assert!(is_change(&event(created, "content/initiatives/a.md")));
        assert!(!is_change(&event(created, "content/initiatives/.a.md.swp")));
        assert!(!is_change(&event(read, "content/initiatives/a.md")));
        assert!(is_change(&Ok(
            Event::new(EventKind::Other).set_flag(Flag::Rescan)
        )));
        assert!(is_change(&Err(notify::Error::generic("lost"))));
    }
}
