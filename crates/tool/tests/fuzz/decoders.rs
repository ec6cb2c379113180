//! The decoders of `crates/model`: what a browser fetches, and the address.

use crate::corpus::seeds;
use crate::run::{Sealed, Target};
use core::fmt::Display;
use model::address::Address;
use model::data::basemap::Basemap;
use model::data::directory::Shard;
use model::data::named::{decode_named, encode_named};
use model::data::points::{Columns, Layer, decode_names, encode_names};
use model::data::{
    FileKind, SheetTree, decode_catalogue, decode_one, encode_catalogue, encode_one,
};

/// Any target that decodes.
fn decoder(
    name: &'static str,
    sealed: Sealed,
    read: impl Fn(&[u8]) -> Result<bool, String> + Send + Sync + 'static,
) -> Target {
    Target {
        name,
        seeds: seeds(name),
        sealed,
        weight: 1,
        memory: (200, 64 << 10),
        read: Box::new(read),
    }
}

/// A value that was decoded is encoded to bytes that give the same bytes again. A file that is refused is so with a sentence.
fn same_again<T, E: Display>(
    bytes: &[u8],
    decode: impl Fn(&[u8]) -> Result<T, E>,
    encode: impl Fn(&T) -> Vec<u8>,
) -> Result<bool, String> {
    let value = match decode(bytes) {
        Ok(value) => value,
        Err(error) if error.to_string().is_empty() => {
            return Err("refused without a sentence".into());
        }
        Err(_) => return Ok(false),
    };
    let once = encode(&value);
    let again = decode(&once).map_err(|error| format!("what it encoded is refused: {error}"))?;
    if encode(&again) == once {
        Ok(true)
    } else {
        Err("written, read and written again it is another".into())
    }
}

pub fn targets() -> Vec<Target> {
    // A count of records or of elements may reserve a mebibyte at each level (serde) before the bytes run out.
    let of_records = |target: Target| Target {
        memory: (200, 8 << 20),
        ..target
    };
    vec![
        of_records(decoder(
            "catalogue",
            Sealed::Records(FileKind::Catalogue),
            |bytes| {
                let decode = |bytes: &[u8]| decode_catalogue(bytes).map(|partial| partial.value);
                same_again(bytes, decode, |value| encode_catalogue(value).unwrap())
            },
        )),
        of_records(decoder(
            "sheet",
            Sealed::Records(FileKind::Sheet),
            |bytes| {
                let decode = |bytes: &[u8]| decode_one::<SheetTree>(FileKind::Sheet, bytes);
                same_again(bytes, decode, |value| {
                    encode_one(FileKind::Sheet, value).unwrap()
                })
            },
        )),
        decoder("basemap", Sealed::Once, |bytes| {
            same_again(bytes, Basemap::decode, Basemap::encode)
        }),
        decoder("layer", Sealed::Once, |bytes| {
            same_again(bytes, Layer::decode, Layer::encode)
        }),
        decoder("points", Sealed::Once, |bytes| {
            same_again(bytes, Columns::decode, Columns::encode)
        }),
        decoder("names", Sealed::Once, |bytes| {
            // The edition is the first word of the content.
            let edition = bytes
                .get(13..17)
                .map_or(0, |word| u32::from_le_bytes(word.try_into().unwrap()));
            let decode = |bytes: &[u8]| {
                let names = decode_names(bytes, edition)?;
                Ok::<_, model::data::FileError>(
                    names.into_iter().map(str::to_owned).collect::<Vec<_>>(),
                )
            };
            same_again(bytes, decode, |names| {
                encode_names(
                    edition,
                    &names.iter().map(String::as_str).collect::<Vec<_>>(),
                )
            })
        }),
        decoder("directory", Sealed::Once, |bytes| {
            same_again(bytes, Shard::decode, |shard| shard.encode().unwrap())
        }),
        decoder("named", Sealed::Once, |bytes| {
            same_again(bytes, decode_named, |list| encode_named(list).unwrap())
        }),
        decoder("address", Sealed::No, address),
    ]
}

/// A query, `#` and a fragment.
fn address(bytes: &[u8]) -> Result<bool, String> {
    let text = String::from_utf8_lossy(bytes);
    let (query, fragment) = text.split_once('#').unwrap_or((&text, ""));
    let (address, _) = Address::parse(&pairs(query), fragment);
    let once = (address.query(), address.fragment());
    let (again, problems) = Address::parse(&pairs(&once.0), &once.1);
    if !problems.is_empty() {
        return Err(format!("{once:?} has problems: {problems:?}"));
    }
    let twice = (again.query(), again.fragment());
    if twice == once {
        Ok(true)
    } else {
        Err(format!("{once:?} becomes {twice:?}"))
    }
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (name.to_owned(), percent_decoded(value)))
        .collect()
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        let code = after
            .get(..2)
            .and_then(|hex| u8::from_str_radix(str::from_utf8(hex).ok()?, 16).ok());
        match code.filter(|_| *byte == b'%') {
            Some(code) => {
                bytes.push(code);
                rest = &after[2..];
            }
            None => {
                bytes.push(*byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
