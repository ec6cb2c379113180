//! The made-up content, changes to it, and its check.

use content::{Content, DocumentTexts, Gazetteer, Problem, RawFile, check_texts, read_content};
use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};
use tool::read_folder;

/// A file of `tests/fixtures`.
pub fn fixture(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path)
}

pub static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let read = |name: &str| fs::read(fixture("geodata").join(name)).unwrap();
    Gazetteer::read(&read("gazetteer.tsv")[..], &read("territories.json")[..]).unwrap()
});

static VALID: LazyLock<Vec<RawFile>> = LazyLock::new(|| read_folder(&fixture("content")).unwrap());

/// The valid content.
pub fn valid() -> Vec<RawFile> {
    VALID.clone()
}

/// An empty folder of this test's own.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// The made-up content, in a folder of this test's own.
pub fn copy(name: &str) -> PathBuf {
    let copy = folder(name);
    for file in valid() {
        let path = copy.join(file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file.bytes).unwrap();
    }
    copy
}

/// Compares with a file of `tests/fixtures/expected`, or writes it when `LEVIERS_UPDATE_GOLDEN` says so.
pub fn is_expected(name: &str, written: &str) {
    let expected = fixture("expected").join(name);
    if env::var_os("LEVIERS_UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(expected.parent().unwrap()).unwrap();
        fs::write(&expected, written).unwrap();
    }
    assert_eq!(written, fs::read_to_string(expected).unwrap(), "{name}");
}

/// A change that an editor could make by mistake.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// In a file, the first such text becomes another.
    Edit(&'static str, &'static str, &'static str),
    /// A file more.
    Add(&'static str, &'static str),
    /// A file under another name, with the same text.
    Copy(&'static str, &'static str),
    /// A file under another name only.
    Rename(&'static str, &'static str),
    /// A file less.
    Remove(&'static str),
}

/// The content after a change.
pub fn changed(files: &mut Vec<RawFile>, change: Change) {
    let bytes_of = |files: &[RawFile], path: &str| {
        let found = files.iter().find(|file| file.path == path);
        found
            .unwrap_or_else(|| panic!("no file {path}"))
            .bytes
            .clone()
    };
    match change {
        Change::Edit(path, from, to) => {
            let text = String::from_utf8(bytes_of(files, path)).unwrap();
            assert!(text.contains(from), "{path} does not contain {from:?}");
            let file = files.iter_mut().find(|file| file.path == path).unwrap();
            file.bytes = text.replacen(from, to, 1).into_bytes();
        }
        Change::Add(path, text) => files.push(RawFile {
            path: path.into(),
            bytes: text.into(),
        }),
        Change::Copy(from, to) => {
            let bytes = bytes_of(files, from);
            files.push(RawFile {
                path: to.into(),
                bytes,
            });
        }
        Change::Rename(from, to) => {
            let bytes = bytes_of(files, from);
            files.retain(|file| file.path != from);
            files.push(RawFile {
                path: to.into(),
                bytes,
            });
        }
        Change::Remove(path) => files.retain(|file| file.path != path),
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
}

/// The content as read, and every problem, those of the sources included.
pub fn check(files: &[RawFile]) -> (Content, Vec<Problem>) {
    let mut content = read_content(files, "content", &GAZETTEER);
    let text = fs::read_to_string(fixture("sources/900.txt")).unwrap();
    let texts = DocumentTexts::from([("900".to_owned(), text)]);
    let problems = check_texts(&content, &texts);
    content.report.extend(problems);
    let problems = content.report.problems.clone();
    (content, problems)
}

/// The line of a file, from 1, that holds this text; « text·2 » is the second such line. A file that is not there has one line.
pub fn line_with(files: &[RawFile], path: &str, needle: &str) -> usize {
    let Some(file) = files.iter().find(|file| file.path == path) else {
        return 1;
    };
    let (text, nth) = match needle.split_once('·') {
        Some((text, _)) => (text, 1),
        None => (needle, 0),
    };
    let content = String::from_utf8_lossy(&file.bytes).into_owned();
    let mut found = content
        .lines()
        .zip(1..)
        .filter(|(line, _)| line.contains(text));
    found
        .nth(nth)
        .unwrap_or_else(|| panic!("{path} has no line with {needle:?}"))
        .1
}
