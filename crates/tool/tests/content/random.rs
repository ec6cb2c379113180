//! Whatever is in a file, the check ends with a report.

use crate::support::{GAZETTEER, check, valid};
use content::{RawFile, read_content};
use proptest::prelude::*;

fn cut_or_flipped(file: &mut RawFile, at: usize, byte: Option<u8>) {
    let at = at % file.bytes.len().max(1);
    match byte {
        Some(byte) => file.bytes[at] = byte,
        None => file.bytes.truncate(at),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// A byte becomes another, or the file is cut there.
    #[test]
    fn damage_never_panics(which in any::<prop::sample::Index>(), at in any::<usize>(), byte in any::<Option<u8>>()) {
        let mut files = valid();
        let which = which.index(files.len());
        cut_or_flipped(&mut files[which], at, byte);
        let (content, problems) = check(&files);
        prop_assert_eq!(content.report.problems, problems);
    }

    /// Any text at all in place of a sheet.
    #[test]
    fn any_text_never_panics(text in any::<String>(), front in any::<String>()) {
        let mut files = valid();
        for (path, text) in [("initiatives/a.md", text.clone()), ("leviers/scic.md", format!("+++\n{front}\n+++\n{text}")), ("sources.toml", front)] {
            files.retain(|file| file.path != path);
            files.push(RawFile { path: path.into(), bytes: text.into_bytes() });
        }
        let content = read_content(&files, "content", &GAZETTEER);
        prop_assert!(content.report.errors() > 0);
    }
}
