//! What the box of the map can open: the names of sheets, levers and themes, in columns, sealed as `LEVN`.

use super::FileError;
use super::bytes::{Reader, Seal, Writer};
use crate::domain::{Target, TargetKind};

const SEAL: Seal = Seal {
    magic: *b"LEVN",
    version: 2,
};

/// A sheet, lever or theme, and the words that lead to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is.
    pub target: Target,
    /// Its name: « Bicyclo ».
    pub name: String,
    /// What else leads to it: words of where a sheet is; other names, separated by commas, of a lever or a theme.
    pub also: String,
    /// What it is in a sentence, whose words find it after all names; empty where that is not told.
    pub says: String,
    /// Names of its levers and themes, where its sentence is.
    pub under: String,
}

impl Named {
    /// What is found by its name and by what else leads to it alone.
    pub fn new(target: Target, name: String, also: String) -> Self {
        Self {
            target,
            name,
            also,
            says: String::new(),
            under: String::new(),
        }
    }
}

/// The bytes of a list.
///
/// # Errors
/// When a text holds a line feed: it would not be read again.
pub fn encode_named(list: &[Named]) -> Result<Vec<u8>, FileError> {
    let mut out = Writer::default();
    out.count(list.len());
    list.iter()
        .for_each(|named| out.byte(named.target.kind as u8));
    out.texts(list.iter().map(|named| named.target.id.as_str()));
    out.texts(list.iter().map(|named| named.name.as_str()));
    out.texts(list.iter().map(|named| named.also.as_str()));
    out.texts(list.iter().map(|named| named.says.as_str()));
    out.texts(list.iter().map(|named| named.under.as_str()));
    let file = SEAL.close(&out.0);
    match decode_named(&file)? == list {
        true => Ok(file),
        false => Err(FileError::Invalid("a name that cannot be written")),
    }
}

/// The list of a file.
///
/// # Errors
/// When the file is foreign, of another version, cut, damaged, or makes no sense.
pub fn decode_named(file: &[u8]) -> Result<Vec<Named>, FileError> {
    let mut reader = Reader(SEAL.open(file)?);
    let count = reader.count()?;
    let kinds = reader.kinds(TargetKind::ALL, count)?;
    let ids = reader.texts(count)?;
    let names = reader.texts(count)?;
    let alsos = reader.texts(count)?;
    let sayings = reader.texts(count)?;
    let unders = reader.texts(count)?;
    if !reader.0.is_empty() {
        return Err(FileError::Invalid("bytes after the names"));
    }
    let rows = kinds.into_iter().zip(ids).zip(names.into_iter().zip(alsos));
    let rows = rows.zip(sayings.into_iter().zip(unders));
    Ok(rows
        .map(|(((kind, id), (name, also)), (says, under))| Named {
            target: Target::new(kind, id),
            name: name.to_owned(),
            also: also.to_owned(),
            says: says.to_owned(),
            under: under.to_owned(),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn named(name: &str, also: &str) -> Named {
        Named {
            target: Target::initiative("bicyclo"),
            name: name.into(),
            also: also.into(),
            says: "Un atelier de vélos".into(),
            under: "theme=mobilite".into(),
        }
    }

    #[test]
    fn what_is_written_is_read_and_a_damaged_file_is_refused() {
        let list = vec![named("Bicyclo", "vélo"), named("Épicéa", "")];
        let bytes = encode_named(&list).unwrap();
        assert_eq!(decode_named(&bytes), Ok(list));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 16;
            assert!(decode_named(&damaged).is_err() && decode_named(&bytes[..at]).is_err());
        }
        assert!(encode_named(&[named("two\nlines", "")]).is_err());
    }

    proptest! {
        #[test]
        fn whatever_a_sound_seal_holds_is_read_or_refused(content in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode_named(&SEAL.close(&content));
        }
    }
}
