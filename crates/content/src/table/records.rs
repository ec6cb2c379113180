//! The rows of a table and the lines of the file that each takes, so that every line is accounted for.
//!
//! The usual readers of CSV forgive quotes that are never closed or come out of place, and the rows between them are lost. This one
//! reads the same and says where the quotes are doubtful.

use std::borrow::Cow;

/// A row: its cells, and the lines of the file that it takes. Made once, and filled again for each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record<'a> {
    /// The cells, without their quotes.
    pub cells: Vec<Cow<'a, str>>,
    /// The line where it begins, from 1.
    pub line: u64,
    /// How many lines it takes, at least 1.
    pub lines: u64,
    /// What is doubtful about its quotes.
    pub quoting: Option<Quoting>,
}

/// A cell in quotes that may hold more than its own text. The line is that of its first quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quoting {
    /// It is still open at the end of the file.
    Unclosed(u64),
    /// It holds an end of line and separators: perhaps other rows.
    Spread(u64),
    /// Text follows its last quote.
    Followed(u64),
}

/// Reads rows one after another. A line ends with a line feed, a carriage return, or both.
#[derive(Clone, Debug)]
pub struct Records<'a> {
    rest: &'a str,
    separator: u8,
    line: u64,
}

/// What ends a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Separator,
    Line,
    File,
}

impl<'a> Records<'a> {
    /// The rows of this text. The separator is an ASCII character.
    pub fn new(text: &'a str, separator: u8) -> Self {
        Self {
            rest: text,
            separator,
            line: 1,
        }
    }

    /// Reads the next row into `record`; `false` when there is none.
    pub fn read(&mut self, record: &mut Record<'a>) -> bool {
        let text = self.rest;
        record.cells.clear();
        record.line = self.line;
        record.quoting = None;
        if text.is_empty() {
            return false;
        }
        while self.cell(record) == End::Separator {}
        let taken = text.len() - self.rest.len();
        let ended = text
            .get(..taken)
            .is_some_and(|row| row.ends_with(['\n', '\r']));
        record.lines = self.line - record.line + u64::from(!ended);
        true
    }

    fn cell(&mut self, record: &mut Record<'a>) -> End {
        match self.rest.strip_prefix('"') {
            Some(rest) => {
                self.rest = rest;
                self.quoted(record);
            }
            None => {
                let cell = self.until_end();
                record.cells.push(cell.into());
            }
        }
        self.end()
    }

    /// What is left of a cell outside quotes.
    fn until_end(&mut self) -> &'a str {
        let is_end = |&byte: &u8| byte == self.separator || byte == b'\n' || byte == b'\r';
        let bytes = self.rest.as_bytes();
        let at = bytes.iter().position(is_end).unwrap_or(bytes.len());
        self.take(at)
    }

    fn quoted(&mut self, record: &mut Record<'a>) {
        let opened = self.line;
        let (length, doubled, closed) = closing(self.rest);
        let inner = self.take(length);
        self.take(usize::from(closed));
        let ends = line_ends(inner);
        self.line += ends;
        let after = if closed { self.until_end() } else { "" };
        let mut cell = Cow::from(inner);
        if doubled {
            cell = cell.replace("\"\"", "\"").into();
        }
        if !after.is_empty() {
            cell.to_mut().push_str(after);
        }
        record.cells.push(cell);
        let doubt = if !closed {
            Some(Quoting::Unclosed(opened))
        } else if !after.trim().is_empty() {
            Some(Quoting::Followed(opened))
        } else if ends > 0 && inner.as_bytes().contains(&self.separator) {
            Some(Quoting::Spread(opened))
        } else {
            None
        };
        // That the file ends inside quotes matters more than what came before.
        if doubt.is_some() && (!closed || record.quoting.is_none()) {
            record.quoting = doubt;
        }
    }

    /// Consumes what ends a cell.
    fn end(&mut self) -> End {
        let (end, length) = match self.rest.as_bytes() {
            [] => (End::File, 0),
            [b'\r', b'\n', ..] => (End::Line, 2),
            [b'\r' | b'\n', ..] => (End::Line, 1),
            [_, ..] => (End::Separator, 1),
        };
        self.take(length);
        self.line += u64::from(end == End::Line);
        end
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }
}

impl Record<'_> {
    /// Whether there is nothing in any cell.
    pub fn is_blank(&self) -> bool {
        self.quoting.is_none() && self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// Where the text after a first quote is closed, whether quotes are doubled before, and whether it is closed at all.
fn closing(text: &str) -> (usize, bool, bool) {
    let bytes = text.as_bytes();
    let quote = |from: usize| {
        let rest = bytes.get(from..)?;
        rest.iter()
            .position(|&byte| byte == b'"')
            .map(|at| from + at)
    };
    let (mut from, mut doubled) = (0, false);
    while let Some(at) = quote(from) {
        if bytes.get(at + 1) != Some(&b'"') {
            return (at, doubled, true);
        }
        doubled = true;
        from = at + 2;
    }
    (text.len(), doubled, false)
}

/// How many lines end in a text.
fn line_ends(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let count = |wanted: u8| bytes.iter().filter(|&&byte| byte == wanted).count();
    let feeds = count(b'\n');
    if feeds == bytes.len() {
        return feeds as u64;
    }
    let both = bytes.windows(2).filter(|pair| pair == b"\r\n").count();
    (feeds + count(b'\r') - both) as u64
}
