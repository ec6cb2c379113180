//! The compressed twins of files, `x.br` and `x.gz`: what a server sends of them, so that it compresses nothing.

use crate::{File, parallel};
use anyhow::Result;
use brotli::enc::{BrotliEncoderParams, writer::CompressorWriter};
use flate2::{Compression, write::GzEncoder};
use std::io::{self, Write};

/// Files of these endings become smaller; the others are compressed already.
const ENDINGS: [&str; 12] = [
    "html", "css", "js", "wasm", "bin", "json", "geojson", "csv", "md", "txt", "xml", "svg",
];
/// Below this a file travels in the packet of its headers, in bytes.
const LEAST: usize = 512;
/// The quality of brotli for what every visitor downloads, and for the many other files, which it costs a tenth of the time.
const BEST: i32 = 11;
const QUICK: i32 = 9;

/// The files, and the twins of those that they make smaller.
///
/// # Errors
/// When one cannot be compressed.
pub fn with_twins(files: Vec<File>) -> Result<Vec<File>> {
    let mut made = parallel::each(&files, twins)?.concat();
    made.extend(files);
    made.sort_by(|one: &File, other| one.path.cmp(&other.path));
    Ok(made)
}

fn twins(file: &File) -> Result<Vec<File>> {
    let ending = file.path.rsplit('.').next().unwrap_or_default();
    if file.bytes.len() < LEAST || !ENDINGS.contains(&ending) {
        return Ok(Vec::new());
    }
    let twins = [
        File::new(
            format!("{}.br", file.path),
            brotli(&file.bytes, quality(&file.path))?,
        ),
        File::new(format!("{}.gz", file.path), gzip(&file.bytes)?),
    ];
    Ok(twins
        .into_iter()
        .filter(|twin| twin.bytes.len() < file.bytes.len())
        .collect())
}

/// What every visitor downloads: the page of the map, what it names by a hash, the scripts that keep their name, the first data.
fn quality(path: &str) -> i32 {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_first = match path.split('/').next() {
        Some("data" | "basemap") => name == "catalogue.bin" || name.ends_with("-l0.bin"),
        _ => {
            matches!(path, "index.html" | "rescue.js" | "widget.js")
                || (folder_is_of_programs(path) && is_hashed(name))
        }
    };
    if is_first { BEST } else { QUICK }
}

/// The root of the site, and the workshop.
fn folder_is_of_programs(path: &str) -> bool {
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    matches!(folder, None | Some("atelier"))
}

/// Whether a name has sixteen digits of a hash after a hyphen.
fn is_hashed(name: &str) -> bool {
    name.split('-').skip(1).any(|part| {
        let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        digits == 16
    })
}

fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: 22,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut small = Vec::new();
    let mut writer = CompressorWriter::with_params(&mut small, 1 << 16, &parameters);
    writer.write_all(bytes)?;
    drop(writer); // writes the end
    Ok(small)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn twins_hold_the_file() {
        let text = "une carte et ses leviers, ".repeat(100);
        let files = with_twins(vec![
            File::new("a.html", text.clone()),
            File::new("b.png", text.clone()),
            File::new("c.txt", "court"),
        ])
        .unwrap();
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(
            paths,
            ["a.html", "a.html.br", "a.html.gz", "b.png", "c.txt"]
        );
        let mut back = String::new();
        brotli::Decompressor::new(&*files[1].bytes, 4096)
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, text);
        let mut back = String::new();
        flate2::read::GzDecoder::new(&*files[2].bytes)
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn what_everybody_downloads_is_compressed_best() {
        for path in [
            "index.html",
            "rescue.js",
            "app-0011223344556677_bg.wasm",
            "atelier/programme-0011223344556677_bg.wasm",
            "style-0011223344556677.css",
            "data/0011223344556677/catalogue.bin",
            "basemap/0011223344556677/france-l0.bin",
        ] {
            assert_eq!(quality(path), BEST, "{path}");
        }
        for path in [
            "glossaire/index.html",
            "data/0011223344556677/find/0.bin",
            "pages.css",
            "basemap/0011223344556677/communes-08.bin",
        ] {
            assert_eq!(quality(path), QUICK, "{path}");
        }
    }
}
