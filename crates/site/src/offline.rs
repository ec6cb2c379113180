//! What a service worker keeps of a site for a visit without network (`public/sw.js`, docs/adr/0030).

use crate::hash::digits;
use crate::{App, File};
use anyhow::{Result, bail};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The service worker, and the place in it for what it keeps.
pub const WORKER: &str = "sw.js";
const HOLE: &str = "$KEPT$";
/// Files at the root that no visit of the map asks for: those of other pages, of search engines and of other sites.
const NOT_OF_THE_MAP: [&str; 14] = [
    "404.html",
    "NOTICES.txt",
    "apercu.html",
    "compare.js",
    "contribute.js",
    "edition.json",
    "embed.js",
    "notebook.js",
    "oembed.json",
    "robots.txt",
    "share.png",
    "sitemap.xml",
    "verification.js",
    "widget.js",
];
/// The script of the map inside the workshop, whose name ends with a hash.
const PREVIEW: &str = "apercu-";

/// The service worker of a site: of `files`, all the others, when the edition offers it; otherwise one that takes everything away.
///
/// # Errors
/// When the app's has no place for it.
pub fn worker(app: &App, files: &[File], is_offered: bool) -> Result<Option<File>> {
    let Ok(built) = app.file(WORKER) else {
        return Ok(None);
    };
    let script = core::str::from_utf8(&built.bytes)?;
    if !script.contains(HOLE) {
        bail!("{WORKER} n'a pas de place pour ce qu'il garde");
    }
    let kept = if is_offered { kept(files) } else { Value::Null };
    Ok(Some(File::new(
        WORKER,
        script.replace(HOLE, &kept.to_string()),
    )))
}

/// The first view and what any visit may need of the app, each with sixteen digits of the hash of its content.
fn kept(files: &[File]) -> Value {
    let needed = files.iter().filter(|file| is_needed(&file.path));
    let named = needed.map(|file| {
        // The page is asked for by the address of its folder.
        let name = if file.path == App::PAGE {
            ""
        } else {
            &file.path
        };
        (name.to_owned(), Value::from(digest(&file.bytes)))
    });
    let files: Map<String, Value> = named.collect();
    let edition = digest(Value::Object(files.clone()).to_string().as_bytes());
    json!({ "edition": edition, "files": files })
}

fn is_needed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match path.split_once('/') {
        None => !NOT_OF_THE_MAP.contains(&path) && !path.starts_with(PREVIEW),
        Some(("icons", _)) => true,
        Some(("data", rest)) => rest.contains('/') && matches!(name, "catalogue.bin" | "leads.bin"),
        Some(("basemap", _)) => name.ends_with("-l0.bin"),
        Some(_) => false,
    }
}

fn digest(bytes: &[u8]) -> String {
    digits(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_visit_needs_is_kept_and_no_more() {
        for path in [
            "index.html",
            "app-0011223344556677_bg.wasm",
            "rescue.js",
            "data/0011223344556677/catalogue.bin",
            "basemap/0011223344556677/france-l0.bin",
            "icons/icon.svg",
        ] {
            assert!(is_needed(path), "{path}");
        }
        for path in [
            "404.html",
            "widget.js",
            "apercu-0011223344556677.js",
            "glossaire/index.html",
            "data/initiatives.csv",
            "basemap/0011223344556677/communes-08.bin",
            "initiatives/a/share.png",
        ] {
            assert!(!is_needed(path), "{path}");
        }
    }

    #[test]
    fn another_content_is_another_edition() {
        let of = |text: &str| kept(&[File::new("index.html", text)]);
        assert_eq!(of("a"), of("a"));
        assert_ne!(of("a")["edition"], of("b")["edition"]);
        assert!(of("a")["files"][""].is_string());
    }
}
