//! A file that editors write, and the problems found while reading it.

use crate::{Problem, Rule};
use core::{cell::RefCell, ops::Range};

/// Words of an editor's file that a later check needs, with where they stand.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// References to documents.
    pub citations: Vec<Citation>,
    /// Where the editor's own sentences are, as bytes of the file.
    pub prose: Vec<Range<usize>>,
    /// Where the name of the sheet is.
    pub name_at: usize,
    /// Ids of the authorities that the file names.
    pub authorities: Vec<String>,
}

/// A reference to lines of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Where the reference is in the editor's file, in bytes.
    pub at: usize,
    /// Id of the document.
    pub document: String,
    /// First and last line in the document's text.
    pub lines: Option<(usize, usize)>,
}

/// A file while it is read. Problems and notes are added through a shared reference, so that readers can be nested freely.
#[derive(Debug)]
pub struct SourceFile {
    /// The path, as shown.
    pub path: String,
    /// The whole text, without byte order mark.
    pub text: String,
    problems: RefCell<Vec<Problem>>,
    notes: RefCell<Notes>,
}

impl SourceFile {
    /// A file with this path and text.
    pub fn new(path: impl Into<String>, text: &str) -> Self {
        Self {
            path: path.into(),
            text: text.trim_start_matches('\u{feff}').to_owned(),
            problems: RefCell::default(),
            notes: RefCell::default(),
        }
    }

    /// Records a problem at this byte of the text.
    pub fn problem(
        &self,
        at: usize,
        rule: Rule,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.problems.borrow_mut().push(Problem {
            file: self.path.clone(),
            line: line_of(&self.text, at),
            rule,
            message: message.into(),
            remedy: remedy.into(),
        });
    }

    /// Notes something for a later check.
    pub fn note(&self, add: impl FnOnce(&mut Notes)) {
        add(&mut self.notes.borrow_mut());
    }

    /// Number of problems so far: what [`Self::forget_absences`] keeps.
    pub fn problem_count(&self) -> usize {
        self.problems.borrow().len()
    }

    /// Where the TOML is broken, forgets what the problems after the first `kept` say of missing fields and of the broken
    /// lines: it is one mistake.
    pub fn forget_absences(&self, kept: usize) {
        let mut problems = self.problems.borrow_mut();
        let kept = kept.min(problems.len());
        let later = problems.split_off(kept);
        let broken: Vec<usize> = problems
            .iter()
            .filter(|problem| problem.rule == Rule::Toml)
            .map(|problem| problem.line)
            .collect();
        problems.extend(
            later.into_iter().filter(|problem| {
                !problem.rule.is_about_absence() && !broken.contains(&problem.line)
            }),
        );
    }

    /// What was noted.
    pub fn notes(&self) -> Notes {
        self.notes.borrow().clone()
    }

    /// The problems found, taken out.
    pub fn take_problems(&self) -> Vec<Problem> {
        self.problems.take()
    }
}

/// The line of this byte of the text, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    let before = text.bytes().take(at);
    1 + before.filter(|&byte| byte == b'\n').count()
}
