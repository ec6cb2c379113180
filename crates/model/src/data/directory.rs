//! The directory of territories, as shards: what the box of the map needs of a territory to find it by what a visitor types.
//!
//! A shard is a list of [`Entry`], in columns: what stands together resembles itself, and compresses. The first shard also lists the
//! keys of the others, of which each says what it adds to the one before. `LEVD`, a version, a length and a CRC-32 seal it (see [`Seal`]).

use super::FileError;
use super::bytes::{Reader, Seal, Writer};
use crate::domain::{Territory, TerritoryKind};

const SEAL: Seal = Seal {
    magic: *b"LEVD",
    version: 2,
};

/// Steps of [`size_of`] between a population and its double.
const STEPS_A_DOUBLING: f64 = 8.0;

/// In which base a code is a number: official codes are digits, and A or B in Corsica.
const BASE: u32 = 36;

/// Codes and postcodes are below it, so that differences between them fit into 32 bits.
const LARGEST: u32 = 1 << 30;

closed_list! {
    /// What a name is to the territory that answers to it.
    NameKind {
        /// Its own.
        Official = "official",
        /// Of a territory that has merged into it, or its own in the past.
        Former = "former",
        /// An abbreviation, or what people say.
        Usual = "usual",
        /// Of a district.
        District = "district",
    }
}

/// A name that a territory answers to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The territory that it leads to.
    pub territory: Territory,
    /// What the name is to the territory.
    pub kind: NameKind,
    /// The name looked for: « Pierrefitte-sur-Seine ».
    pub name: String,
    /// The official name of the territory: « Saint-Denis ».
    pub official: String,
    /// Postcodes, as numbers: 1400 for « 01400 ».
    pub postcodes: Vec<u32>,
    /// Its population, as [`size_of`] gives it.
    pub size: u8,
}

/// Some entries, and the keys of the shards that hold others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shard {
    /// Keys of the other shards, in order. Only the first shard has them.
    pub keys: Vec<String>,
    /// Entries, in order.
    pub entries: Vec<Entry>,
}

/// The population on a logarithmic scale: eight steps for each doubling, hence right within 4.5 %. Nobody, 0; ten million, 186.
pub fn size_of(population: u64) -> u8 {
    let doublings = (population as f64 + 1.0).log2();
    (doublings * STEPS_A_DOUBLING).round().min(255.0) as u8
}

impl Shard {
    /// The bytes of a shard.
    ///
    /// # Errors
    /// When a code is not that of a territory of its kind, or a name holds a line feed: neither would be read again.
    pub fn encode(&self) -> Result<Vec<u8>, FileError> {
        let mut out = Writer::default();
        let entries = &self.entries;
        write_keys(&self.keys, &mut out);
        out.count(entries.len());
        for entry in entries {
            out.byte(entry.territory.kind as u8 | (entry.kind as u8) << 4);
        }
        let mut previous = 0;
        for entry in entries {
            let code = number_of(&entry.territory)?;
            out.long(u64::from(zigzag(i64::from(code) - i64::from(previous))));
            previous = code;
        }
        out.texts(entries.iter().map(|entry| entry.official.as_str()));
        let others = || {
            entries
                .iter()
                .filter(|entry| entry.kind != NameKind::Official)
        };
        out.texts(others().map(|entry| entry.name.as_str()));
        entries.iter().for_each(|entry| out.byte(entry.size));
        entries
            .iter()
            .for_each(|entry| out.count(entry.postcodes.len()));
        let mut previous = 0;
        for &postcode in entries.iter().flat_map(|entry| &entry.postcodes) {
            out.long(u64::from(zigzag(i64::from(postcode) - i64::from(previous))));
            previous = postcode;
        }
        let file = SEAL.close(&out.0);
        // What cannot be read back is not written.
        match Self::decode(&file)? == *self {
            true => Ok(file),
            false => Err(FileError::Invalid("an entry that cannot be written")),
        }
    }

    /// The shard of a file.
    ///
    /// # Errors
    /// When the file is foreign, of another version, cut, damaged, or makes no sense.
    pub fn decode(file: &[u8]) -> Result<Self, FileError> {
        let mut reader = Reader(SEAL.open(file)?);
        let keys = read_keys(&mut reader)?;
        let count = reader.count()?;
        let kinds = reader.many(count, kinds)?;
        let codes = steps(&mut reader, count)?;
        let officials = reader.texts(count)?;
        let others = kinds.iter().filter(|(_, kind)| *kind != NameKind::Official);
        let mut names = reader.texts(others.count())?.into_iter();
        let sizes = reader.take(count)?;
        let counts = reader.many(count, Reader::count)?;
        let total = counts
            .iter()
            .try_fold(0, |sum: usize, &count| sum.checked_add(count));
        let total = total.filter(|&total| total <= reader.0.len());
        let mut postcodes = steps(
            &mut reader,
            total.ok_or(FileError::Invalid("too many postcodes"))?,
        )?
        .into_iter();
        if !reader.0.is_empty() {
            return Err(FileError::Invalid("bytes after the postcodes"));
        }
        let mut entries = Vec::with_capacity(count);
        for (((&(place, kind), code), official), (&size, count)) in kinds
            .iter()
            .zip(codes)
            .zip(officials)
            .zip(sizes.iter().zip(counts))
        {
            let name = match kind {
                NameKind::Official => official,
                _ => names
                    .next()
                    .ok_or(FileError::Invalid("names are missing"))?,
            };
            entries.push(Entry {
                territory: territory(place, code)?,
                kind,
                name: name.to_owned(),
                official: official.to_owned(),
                postcodes: postcodes.by_ref().take(count).collect(),
                size,
            });
        }
        Ok(Self { keys, entries })
    }
}

/// Keys: how much of the one before begins each and how much follows, four bits each; then all that follows, as one text.
fn write_keys(keys: &[String], out: &mut Writer) {
    out.count(keys.len());
    let (mut before, mut own) = ("", String::new());
    for key in keys {
        let same = before
            .char_indices()
            .zip(key.chars())
            .take_while(|((_, one), other)| one == other);
        let shared = same.map(|((at, c), _)| at + c.len_utf8()).last();
        let (shared, rest) = key.split_at(shared.unwrap_or_default());
        out.byte((shared.len() << 4 | rest.len()) as u8);
        own.push_str(rest);
        before = key;
    }
    out.text(&own);
}

fn read_keys(reader: &mut Reader<'_>) -> Result<Vec<String>, FileError> {
    let count = reader.count()?;
    let parts = reader.take(count)?;
    let mut own = reader.text()?;
    let mut keys: Vec<String> = Vec::new();
    for part in parts {
        let start = keys.last().map_or("", String::as_str);
        let start = start.get(..usize::from(part >> 4));
        let rest = own.split_at_checked(usize::from(part & 15));
        let (Some(start), Some((rest, more))) = (start, rest) else {
            return Err(FileError::Invalid("a key is cut"));
        };
        keys.push([start, rest].concat());
        own = more;
    }
    Ok(keys)
}

fn kinds(reader: &mut Reader<'_>) -> Result<(TerritoryKind, NameKind), FileError> {
    let byte = reader.byte()?;
    let unknown = FileError::Invalid("an unknown kind");
    let place = TerritoryKind::ALL
        .get(usize::from(byte & 15))
        .ok_or(unknown)?;
    let name = NameKind::ALL.get(usize::from(byte >> 4)).ok_or(unknown)?;
    Ok((*place, *name))
}

/// Numbers, each as its difference to the one before.
fn steps(reader: &mut Reader<'_>, count: usize) -> Result<Vec<u32>, FileError> {
    let mut value = 0_i64;
    reader.many(count, |reader| {
        let step = reader.long()?;
        let step = u32::try_from(step).map_err(|_| FileError::Invalid("a number is too long"))?;
        value += i64::from(step >> 1) ^ -i64::from(step & 1);
        let found = u32::try_from(value).ok().filter(|&value| value < LARGEST);
        found.ok_or(FileError::Invalid("a number out of bounds"))
    })
}

/// 0, -1, 1, -2, 2… as 0, 1, 2, 3, 4… Differences stay below [`LARGEST`].
fn zigzag(value: i64) -> u32 {
    (value << 1 ^ value >> 63) as u32
}

/// How many characters the codes of a kind have at least.
fn width(kind: TerritoryKind) -> usize {
    match kind {
        TerritoryKind::Region | TerritoryKind::Departement => 2,
        TerritoryKind::Epci | TerritoryKind::Ept => 9,
        TerritoryKind::Commune => 5,
    }
}

fn base(kind: TerritoryKind) -> u32 {
    match kind {
        TerritoryKind::Epci | TerritoryKind::Ept => 10,
        _ => BASE,
    }
}

fn number_of(territory: &Territory) -> Result<u32, FileError> {
    let wrong = FileError::Invalid("the code of no territory");
    u32::from_str_radix(&territory.code.to_lowercase(), base(territory.kind))
        .ok()
        .filter(|&code| code < LARGEST)
        .ok_or(wrong)
}

fn territory(kind: TerritoryKind, number: u32) -> Result<Territory, FileError> {
    let (base, mut rest) = (base(kind), number);
    let mut digits = Vec::new();
    while rest > 0 || digits.len() < width(kind) {
        digits.extend(char::from_digit(rest % base, base));
        rest /= base;
    }
    // Overseas départements have three digits.
    let longest = width(kind) + usize::from(kind == TerritoryKind::Departement);
    let known = |digit: &char| digit.is_ascii_digit() || matches!(digit, 'a' | 'b');
    if digits.len() > longest || !digits.iter().all(known) {
        return Err(FileError::Invalid("the code of no territory"));
    }
    let code = digits.iter().rev().map(char::to_ascii_uppercase).collect();
    Ok(Territory { kind, code })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(kind: TerritoryKind, code: &str, name: &str) -> Entry {
        Entry {
            territory: Territory {
                kind,
                code: code.into(),
            },
            kind: NameKind::Official,
            name: name.into(),
            official: name.into(),
            postcodes: vec![],
            size: 80,
        }
    }

    fn sample() -> Shard {
        let former = Entry {
            kind: NameKind::Former,
            official: "Saint-Denis".into(),
            postcodes: vec![93200, 93210, 93380],
            ..entry(TerritoryKind::Commune, "93066", "Pierrefitte-sur-Seine")
        };
        Shard {
            keys: vec!["29".into(), "morl".into()],
            entries: vec![
                entry(TerritoryKind::Region, "04", "La Réunion"),
                entry(TerritoryKind::Departement, "2A", "Corse-du-Sud"),
                entry(TerritoryKind::Departement, "974", "La Réunion"),
                entry(TerritoryKind::Epci, "200057867", "Plaine Commune"),
                former,
            ],
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = sample().encode().unwrap();
        assert_eq!(Shard::decode(&bytes), Ok(sample()));
        assert_eq!(
            Shard::decode(&Shard::default().encode().unwrap()),
            Ok(Shard::default())
        );
    }

    #[test]
    fn a_key_too_long_for_its_place_is_not_written() {
        let keys = vec!["a".repeat(16)];
        assert!(
            Shard {
                keys,
                entries: vec![]
            }
            .encode()
            .is_err()
        );
    }

    #[test]
    fn what_would_not_be_read_is_not_written() {
        for (code, name) in [
            ("9306", "Saint-Denis"),
            ("93 66", "Saint-Denis"),
            ("", ""),
            ("93066", "Saint\nDenis"),
        ] {
            let entries = vec![entry(TerritoryKind::Commune, code, name)];
            assert!(
                Shard {
                    keys: vec![],
                    entries
                }
                .encode()
                .is_err(),
                "{code} {name}"
            );
        }
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let bytes = sample().encode().unwrap();
        for length in 0..bytes.len() {
            assert!(Shard::decode(&bytes[..length]).is_err());
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 4;
            assert!(Shard::decode(&damaged).is_err(), "byte {at}");
        }
    }

    #[test]
    fn sizes_keep_the_order_of_populations() {
        assert_eq!([0, 1, 3, 10_000_000].map(size_of), [0, 8, 16, 186]);
        assert_eq!(size_of(u64::MAX), 255);
    }

    proptest! {
        #[test]
        fn any_keys_round_trip(keys in proptest::collection::vec("[a-z0-9é]{0,6}", 0..40)) {
            let shard = Shard { keys, entries: vec![] };
            prop_assert_eq!(Shard::decode(&shard.encode().unwrap()), Ok(shard));
        }

        #[test]
        fn whatever_a_sound_seal_holds_is_read_or_refused(content in proptest::collection::vec(any::<u8>(), 0..200)) {
            // It must not panic, nor take more memory than the file deserves.
            let _ = Shard::decode(&SEAL.close(&content));
        }

        #[test]
        fn any_entries_round_trip(rows in proptest::collection::vec((0u32..99_999, "[A-Za-zÉéœ' -]{1,20}", any::<u8>(), proptest::collection::vec(0u32..99_999, 0..4)), 0..30)) {
            let entries = rows.into_iter().map(|(code, name, size, postcodes)| Entry {
                size,
                postcodes,
                ..entry(TerritoryKind::Commune, &format!("{code:05}"), &name)
            }).collect();
            let shard = Shard { keys: vec![], entries };
            prop_assert_eq!(Shard::decode(&shard.encode().unwrap()), Ok(shard));
        }
    }
}
