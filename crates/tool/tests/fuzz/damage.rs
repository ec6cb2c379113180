//! Damage: what networks, disks, editors and people do to files.

use crate::run::Sealed;
use model::data::{Crc32, read, write};
use proptest::prelude::*;
use proptest::sample::Index;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// An input of a target.
#[derive(Clone, Debug)]
pub enum Input {
    /// Any bytes.
    Any(Vec<u8>),
    /// A valid file, damaged here and there; inside its seal, or seal included.
    Damaged {
        seed: Index,
        record: Index,
        edits: Vec<Edit>,
        inside: bool,
    },
}

/// One piece of damage.
#[derive(Clone, Debug)]
pub enum Edit {
    /// A byte becomes another.
    Set(Index, u8),
    /// A bit flips.
    Flip(Index, u8),
    /// The file ends there.
    Cut(Index),
    /// Bytes are missing.
    Remove(Index, u8),
    /// Bytes are there twice.
    Repeat(Index, u8),
    /// Bytes are elsewhere.
    Move(Index, Index, u8),
    /// Bytes are added.
    Insert(Index, Vec<u8>),
}

/// What is hard to read.
const HARD: [&[u8]; 28] = [
    b"\"",
    b"\"\"",
    b"'",
    b"\n",
    b"\r",
    b"\r\n",
    b";",
    b",",
    b"\t",
    b"|",
    b"\0",
    b"\x1b[2J",
    b"\xff",
    b"\xc3",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"+++\n",
    b"[[",
    b"]]",
    b"{",
    b"=",
    b"#",
    b"\x80\x80\x80\x80\x10",
    b"\xff\xff\xff\xff\x0f",
    "\u{202e}".as_bytes(),
    "\u{200b}".as_bytes(),
    b"1e308",
    b"- [a](b)\n",
];

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    let hard = prop::sample::select(HARD.to_vec()).prop_map(<[u8]>::to_vec);
    let bytes = prop::collection::vec(any::<u8>(), 1..6);
    prop_oneof![
        4 => (at(), any::<u8>()).prop_map(|(at, byte)| Edit::Set(at, byte)),
        3 => (at(), 0_u8..8).prop_map(|(at, bit)| Edit::Flip(at, bit)),
        1 => at().prop_map(Edit::Cut),
        2 => (at(), any::<u8>()).prop_map(|(at, length)| Edit::Remove(at, length)),
        2 => (at(), any::<u8>()).prop_map(|(at, length)| Edit::Repeat(at, length)),
        1 => (at(), at(), any::<u8>()).prop_map(|(from, to, length)| Edit::Move(from, to, length)),
        5 => (at(), prop_oneof![hard, bytes]).prop_map(|(at, bytes)| Edit::Insert(at, bytes)),
    ]
}

/// Inputs of any target.
pub fn inputs() -> impl Strategy<Value = Input> {
    let damaged = (
        any::<Index>(),
        any::<Index>(),
        prop::collection::vec(edit(), 1..8),
        prop::bool::weighted(0.8),
    );
    prop_oneof![
        1 => prop::collection::vec(any::<u8>(), 0..300).prop_map(Input::Any),
        8 => damaged.prop_map(|(seed, record, edits, inside)| Input::Damaged { seed, record, edits, inside }),
    ]
}

/// The bytes of an input.
pub fn made(input: &Input, seeds: &[Vec<u8>], sealed: Sealed) -> Vec<u8> {
    match input {
        Input::Any(bytes) => bytes.clone(),
        Input::Damaged {
            seed,
            record,
            edits,
            inside,
        } => {
            let seed = &seeds[seed.index(seeds.len())];
            match sealed {
                Sealed::Once if *inside && seed.len() > 13 => resealed(seed, edits),
                Sealed::Records(kind) if *inside => {
                    let records = read(kind, seed).unwrap().whole;
                    let mut records: Vec<Vec<u8>> = records
                        .into_iter()
                        .map(|(_, bytes)| bytes.to_vec())
                        .collect();
                    let at = record.index(records.len());
                    records[at] = damaged(&records[at], edits);
                    write(kind, &records)
                }
                Sealed::Zip if *inside && seed.starts_with(b"PK") => rezipped(seed, record, edits),
                _ => damaged(seed, edits),
            }
        }
    }
}

/// The same zip with one of its parts damaged before it is compressed: what a reader of workbooks meets.
fn rezipped(seed: &[u8], part: &Index, edits: &[Edit]) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(seed)).unwrap();
    let chosen = part.index(parts.len());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for rank in 0..parts.len() {
        let mut part = parts.by_index(rank).unwrap();
        let options = SimpleFileOptions::default().compression_method(part.compression());
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if rank == chosen {
            bytes = damaged(&bytes, edits);
        }
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The same file with its content damaged, and a header that says it is whole.
fn resealed(seed: &[u8], edits: &[Edit]) -> Vec<u8> {
    let content = damaged(&seed[13..], edits);
    let length = (content.len() as u32).to_le_bytes();
    let crc = Crc32::default().of(&content).to_le_bytes();
    [&seed[..5], &length, &crc, &content].concat()
}

fn damaged(seed: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for edit in edits {
        apply(&mut bytes, edit);
    }
    bytes
}

fn apply(bytes: &mut Vec<u8>, edit: &Edit) {
    let place = |bytes: &Vec<u8>, at: &Index| at.index(bytes.len() + 1);
    let piece = |bytes: &Vec<u8>, at: &Index, length: u8| {
        let start = at.index(bytes.len() + 1);
        start..bytes.len().min(start + usize::from(length) % 64)
    };
    match edit {
        Edit::Set(at, byte) => {
            let at = place(bytes, at);
            if let Some(there) = bytes.get_mut(at) {
                *there = *byte;
            }
        }
        Edit::Flip(at, bit) => {
            let at = place(bytes, at);
            if let Some(there) = bytes.get_mut(at) {
                *there ^= 1 << bit;
            }
        }
        Edit::Cut(at) => bytes.truncate(place(bytes, at)),
        Edit::Remove(at, length) => drop(bytes.drain(piece(bytes, at, *length))),
        Edit::Repeat(at, length) => {
            let piece = piece(bytes, at, *length);
            let copy = bytes[piece.clone()].to_vec();
            bytes.splice(piece.start..piece.start, copy);
        }
        Edit::Move(from, to, length) => {
            let moved: Vec<u8> = bytes.drain(piece(bytes, from, *length)).collect();
            let to = place(bytes, to);
            bytes.splice(to..to, moved);
        }
        Edit::Insert(at, more) => {
            let at = place(bytes, at);
            bytes.splice(at..at, more.iter().copied());
        }
    }
}
