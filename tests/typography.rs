//! The French sentences of the code keep their signs with their words: what follows « or comes before « : ; ? ! » never begins a line alone.
//! `leviers check` holds the same of the content.

use std::fs;
use std::path::{Path, PathBuf};

/// The text rooms, but for their English.
fn french_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries
        .map(|entry| entry.path())
        .flat_map(|path| match path.is_dir() {
            true => french_files(&path),
            false => vec![path],
        });
    files
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| path.file_name().is_none_or(|name| name != "en.rs"))
        .collect()
}

/// The texts between the quotation marks of a line of Rust.
fn literals(line: &str) -> Vec<&str> {
    let mut ends = vec![];
    let mut escaped = false;
    for (at, letter) in line.char_indices() {
        if letter == '"' && !escaped {
            ends.push(at);
        }
        escaped = letter == '\\' && !escaped;
    }
    let between = |pair: &[usize]| match *pair {
        [start, end] => line.get(start + 1..end),
        _ => None,
    };
    ends.chunks_exact(2).filter_map(between).collect()
}

fn breaks(text: &str) -> bool {
    const SIGNS: [char; 4] = [':', ';', '?', '!'];
    let words: Vec<&str> = text.split(' ').collect();
    let alone = |word: &str| word.starts_with(SIGNS) && word.chars().count() == 1;
    text.contains("« ") || text.contains(" »") || words.iter().skip(1).any(|word| alone(word))
}

#[test]
fn signs_stay_with_their_words() {
    let rooms = ["crates/model/src/text", "crates/tool/src/text"].map(Path::new);
    let mut found = vec![];
    let files: Vec<PathBuf> = rooms.into_iter().flat_map(french_files).collect();
    assert!(files.len() > 20, "the text rooms are elsewhere");
    for path in files {
        let source = fs::read_to_string(&path).unwrap();
        // What tests say of sentences is not on screen.
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = (1..).zip(source.lines());
        let lines = lines.filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (number, line) in lines {
            let bad = literals(line).into_iter().filter(|text| breaks(text));
            found.extend(bad.map(|text| format!("{}:{number}: {text}", path.display())));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_space_that_may_break_is_found() {
    assert!(breaks("Le titre : une carte") && breaks("« ici »"));
    assert!(!breaks("Le titre\u{a0}: une «\u{a0}carte\u{a0}», à 12:30"));
    assert_eq!(
        literals(r#"a("un \"mot\"", "deux")"#),
        [r#"un \"mot\""#, "deux"]
    );
}
