//! Records inside an envelope: the domain's types, in `postcard`.

use super::FileError;
use super::envelope::{self, FileKind};
use crate::domain::Catalogue;
use serde::{Serialize, de::DeserializeOwned};

/// What could be read, and how many records could not.
#[derive(Clone, Debug, PartialEq)]
pub struct Partial<T> {
    /// What could be read.
    pub value: T,
    /// Records that are damaged or missing.
    pub lost: usize,
}

/// The catalogue as a file: one record per initiative.
///
/// # Errors
/// When a record cannot be serialised.
pub fn encode_catalogue(catalogue: &Catalogue) -> Result<Vec<u8>, postcard::Error> {
    let records: Result<Vec<_>, _> = catalogue
        .initiatives
        .iter()
        .map(postcard::to_allocvec)
        .collect();
    Ok(envelope::write(FileKind::Catalogue, &records?))
}

/// Reads a catalogue: every record that is whole.
///
/// # Errors
/// When the header cannot be read (see [`FileError`]).
pub fn decode_catalogue(bytes: &[u8]) -> Result<Partial<Catalogue>, FileError> {
    let records = envelope::read(FileKind::Catalogue, bytes)?;
    let whole = records.whole.iter();
    let initiatives: Vec<_> = whole
        .filter_map(|&(_, record)| postcard::from_bytes(record).ok())
        .collect();
    Ok(Partial {
        lost: records.expected.saturating_sub(initiatives.len()),
        value: Catalogue { initiatives },
    })
}

/// One sheet as a file.
///
/// # Errors
/// When it cannot be serialised.
pub fn encode_one<T: Serialize>(kind: FileKind, sheet: &T) -> Result<Vec<u8>, postcard::Error> {
    Ok(envelope::write(kind, &[postcard::to_allocvec(sheet)?]))
}

/// Reads one sheet.
///
/// # Errors
/// When the header or the record cannot be read.
pub fn decode_one<T: DeserializeOwned>(kind: FileKind, bytes: &[u8]) -> Result<T, FileError> {
    let records = envelope::read(kind, bytes)?;
    let lost = if records.cut {
        FileError::Truncated
    } else if records.expected == 0 {
        FileError::Invalid("no record")
    } else {
        FileError::Damaged
    };
    let (_, record) = records.whole.first().ok_or(lost)?;
    postcard::from_bytes(record).map_err(|_| FileError::Invalid("a record of another shape"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Facet, FacetValues, Lever, Place, Precision, Summary, Territory, Theme, ValueSet,
    };

    fn catalogue() -> Catalogue {
        let mut values = FacetValues::default();
        values.set(Facet::Theme, ValueSet::EMPTY.with(Theme::Reuse as u8));
        let initiative = |id: &str| Summary {
            id: id.into(),
            name: format!("Initiative {id}"),
            places: vec![Place {
                lon: 3.06,
                lat: 50.63,
                extent: None,
                precision: Precision::Commune,
                label: "Lille (59)".into(),
                territories: vec![Territory::parse("59350").unwrap()],
            }],
            levers: vec![Lever::Property],
            values: values.clone(),
            ..Summary::default()
        };
        Catalogue {
            initiatives: vec![initiative("a"), initiative("b")],
        }
    }

    #[test]
    fn a_catalogue_round_trips() {
        let bytes = encode_catalogue(&catalogue()).unwrap();
        assert_eq!(
            decode_catalogue(&bytes),
            Ok(Partial {
                value: catalogue(),
                lost: 0
            })
        );
    }

    #[test]
    fn a_facet_more_or_less_leaves_a_record_readable() {
        let summary = catalogue().initiatives.remove(0);
        let mut bytes = postcard::to_allocvec(&summary).unwrap();
        assert_eq!(
            &bytes[bytes.len() - 3..],
            [2, 0, 4],
            "two facets: no lever, the third theme"
        );
        let at = bytes.len() - 3;
        bytes[at] = 3;
        bytes.push(9);
        let read: Summary = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(
            (read.values.get(Facet::Theme), read.levers),
            (summary.values.get(Facet::Theme), summary.levers)
        );
        bytes.truncate(at);
        bytes.push(0);
        let read: Summary = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(
            (read.values.get(Facet::Theme), read.name),
            (ValueSet::EMPTY, summary.name)
        );
    }

    #[test]
    fn a_cut_catalogue_gives_what_is_left_and_says_what_is_lost() {
        let bytes = encode_catalogue(&catalogue()).unwrap();
        let partial = decode_catalogue(&bytes[..bytes.len() - 5]).unwrap();
        assert_eq!((partial.value.initiatives.len(), partial.lost), (1, 1));
    }

    #[test]
    fn each_way_to_lose_a_sheet_has_its_own_error() {
        let read = |bytes: &[u8]| decode_one::<String>(FileKind::Sheet, bytes);
        let bytes = encode_one(FileKind::Sheet, &"a sheet").unwrap();
        assert_eq!(read(&bytes), Ok("a sheet".into()));
        assert_eq!(read(&bytes[..bytes.len() - 1]), Err(FileError::Truncated));
        let mut damaged = bytes.clone();
        damaged[bytes.len() - 1] ^= 1;
        assert_eq!(read(&damaged), Err(FileError::Damaged));
        let none = envelope::write(FileKind::Sheet, &[]);
        assert_eq!(read(&none), Err(FileError::Invalid("no record")));
        let other = envelope::write(FileKind::Sheet, &[vec![9]]);
        let other_shape = FileError::Invalid("a record of another shape");
        assert_eq!(read(&other), Err(other_shape));
    }
}
