//! What the command prints. A reader that goes away (`leviers check | head -1`) ends it without a word.

use anyhow::{Context, Result};
use content::shown::{escaped, told_lines};
use core::fmt::{self, Display};
use std::io::{ErrorKind, Write, stderr, stdout};

/// Nobody reads any more.
#[derive(Debug)]
pub struct Closed;

impl Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plus personne ne lit la réponse")
    }
}

impl std::error::Error for Closed {}

/// Prints a text and an end of line. What a terminal would obey in it is shown as a code.
///
/// # Errors
/// [`Closed`] when the reader has gone, another error when the text cannot be written.
pub fn say(text: impl Display) -> Result<()> {
    print(&format!("{}\n", escaped(&text.to_string())))
}

/// Prints what a terminal may obey.
///
/// # Errors
/// As [`say`].
pub fn print(text: &str) -> Result<()> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Closed.into()),
        written => written.context("Impossible d'écrire la réponse"),
    }
}

/// Tells what is not part of the answer. Nobody has to read it.
pub fn warn(text: impl Display) {
    let _ = writeln!(stderr(), "{}", told_lines(&text.to_string()));
}
