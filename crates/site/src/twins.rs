//! The compressed twins of files, `x.br` and `x.gz`: what a server sends of them, so that it compresses nothing.

use crate::{File, parallel};
use anyhow::Result;
use brotli::enc::backward_references::BrotliEncoderMode::{
    self, BROTLI_MODE_FONT, BROTLI_MODE_GENERIC,
};
use brotli::enc::{BrotliEncoderParams, writer::CompressorWriter};
use flate2::{Compression, write::GzEncoder};
use std::io::{self, Write};

/// Files of these endings become smaller; the others are compressed already.
const ENDINGS: [&str; 12] = [
    "html", "css", "js", "wasm", "bin", "json", "geojson", "csv", "md", "txt", "xml", "svg",
];
/// Below this a file travels in the packet of its headers, in bytes.
const LEAST: usize = 512;
/// The quality of brotli for what visitors of the map download, and for the many other files, which it costs a tenth of the time.
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

/// What every visitor downloads, and what the map asks for later: its page, programs, scripts and styles, the first data and names.
fn quality(path: &str) -> i32 {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_of_map = match path.split('/').next() {
        Some("data" | "basemap") => {
            matches!(
                name,
                "catalogue.bin" | "leads.bin" | "first.bin" | "said.bin"
            ) || name.starts_with("sheets-")
                || name.ends_with("-l0.bin")
        }
        _ => path == "index.html" || (folder_is_of_programs(path) && !name.ends_with(".html")),
    };
    if is_of_map { BEST } else { QUICK }
}

/// The root of the site, and the workshop.
fn folder_is_of_programs(path: &str) -> bool {
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    matches!(folder, None | Some("atelier"))
}

/// The smallest of what the encoder makes with its models of texts; the one meant for fonts suits programs.
fn brotli(bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let plain = brotli_with(BROTLI_MODE_GENERIC, bytes, quality)?;
    if quality != BEST {
        return Ok(plain);
    }
    let other = brotli_with(BROTLI_MODE_FONT, bytes, quality)?;
    Ok(if other.len() < plain.len() {
        other
    } else {
        plain
    })
}

fn brotli_with(mode: BrotliEncoderMode, bytes: &[u8], quality: i32) -> io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        mode,
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
    fn what_visitors_of_the_map_download_is_compressed_best() {
        for path in [
            "index.html",
            "rescue.js",
            "pages.css",
            "app-0011223344556677_bg.wasm",
            "atelier/programme-0011223344556677_bg.wasm",
            "style-0011223344556677.css",
            "data/0011223344556677/catalogue.bin",
            "data/0011223344556677/find/first.bin",
            "data/0011223344556677/find/sheets-fr.bin",
            "basemap/0011223344556677/france-l0.bin",
        ] {
            assert_eq!(quality(path), BEST, "{path}");
        }
        for path in [
            "glossaire/index.html",
            "data/0011223344556677/find/0.bin",
            "404.html",
            "basemap/0011223344556677/communes-08.bin",
        ] {
            assert_eq!(quality(path), QUICK, "{path}");
        }
    }
}
