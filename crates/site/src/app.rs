//! The app: everything that is the same for all editions, as `scripts/finish-app.mjs` leaves it, with an `app.json` that describes it.

use crate::File;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What describes the app.
const MANIFEST: &str = "app.json";
/// The form of that description which this crate reads.
const VERSION: u32 = 1;

/// `app.json`.
#[derive(Deserialize)]
struct Manifest {
    version: u32,
    basemap: String,
    policies: Policies,
}

/// What the browser may do in each kind of page, as directives of a content security policy.
#[derive(Deserialize)]
struct Policies {
    /// The page of the map.
    map: Vec<String>,
    /// Any other page…
    page: Vec<String>,
    /// … but these, by the start of their path.
    #[serde(default)]
    others: BTreeMap<String, Vec<String>>,
}

/// The built app.
pub struct App {
    files: Vec<File>,
    manifest: Manifest,
}

impl App {
    /// The page of the map, in which the parts of an edition have their places.
    pub const PAGE: &str = "index.html";
    /// The style sheet, which an edition may add to.
    pub const STYLE: &str = "style.css";

    /// Reads the files of the app's folder.
    ///
    /// # Errors
    /// When they are not those of an app, or of another version of it.
    pub fn open(files: Vec<File>) -> Result<Self> {
        let found = files.iter().find(|file| file.path == MANIFEST);
        let found = found.with_context(|| format!("il y manque {MANIFEST}"))?;
        let manifest: Manifest = serde_json::from_slice(&found.bytes)
            .with_context(|| format!("{MANIFEST} n'est pas lisible"))?;
        if manifest.version != VERSION {
            bail!(
                "{MANIFEST} est de la version {}, et cet outil lit la version {VERSION} : prenez l'outil et l'application d'une même archive",
                manifest.version
            );
        }
        let app = Self { files, manifest };
        for needed in [Self::PAGE, Self::STYLE] {
            app.file(needed)?;
        }
        Ok(app)
    }

    /// A file of the app.
    pub(crate) fn file(&self, path: &str) -> Result<&File> {
        let found = self.files.iter().find(|file| file.path == path);
        found.with_context(|| format!("il y manque {path}"))
    }

    /// The pages of the map: [`Self::PAGE`], and any other in the folder of the app, whose script is another.
    pub(crate) fn map_pages(&self) -> impl Iterator<Item = &File> {
        self.files
            .iter()
            .filter(|file| file.path.ends_with(".html"))
    }

    /// What goes to the site: all but the description.
    pub(crate) fn files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path != MANIFEST)
    }

    /// The folder of the files of the basemap, `basemap/<hash>`.
    pub fn basemap(&self) -> String {
        format!("basemap/{}", self.manifest.basemap)
    }

    /// The policy of a page. `streets`: the origin of the tiles that the edition offers, which the map's page may show.
    pub(crate) fn policy(&self, path: &str, streets: Option<&str>) -> String {
        let policies = &self.manifest.policies;
        if self.map_pages().any(|page| page.path == path) {
            let allowed = policies.map.iter().map(|directive| match streets {
                Some(origin) if directive.starts_with("img-src ") => {
                    format!("{directive} {origin}")
                }
                _ => directive.clone(),
            });
            return allowed.collect::<Vec<_>>().join("; ");
        }
        let other = policies
            .others
            .iter()
            .find(|(start, _)| path.starts_with(start.as_str()));
        other
            .map_or(&policies.page, |(_, policy)| policy)
            .join("; ")
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    const JSON: &str = r#"{"version":1,"basemap":"00112233445566aa","policies":{
        "map":["default-src 'none'","img-src 'self'"],"page":["default-src 'none'"],"others":{"integrer/":["frame-src 'self'"]}}}"#;

    pub(crate) fn app(page: &str) -> App {
        let files = [
            (MANIFEST, JSON),
            (App::PAGE, page),
            ("apercu.html", page),
            (App::STYLE, "a{b:c}:root{--whole: 1}"),
        ];
        App::open(files.map(|(path, text)| File::new(path, text)).into()).unwrap()
    }

    #[test]
    fn each_page_has_its_policy() {
        let app = app("");
        let streets = Some("https://tuiles.example.org");
        assert_eq!(
            app.policy("index.html", streets),
            "default-src 'none'; img-src 'self' https://tuiles.example.org"
        );
        for page in ["index.html", "apercu.html"] {
            assert_eq!(app.policy(page, None), "default-src 'none'; img-src 'self'");
        }
        assert_eq!(
            app.policy("glossaire/index.html", streets),
            "default-src 'none'"
        );
        assert_eq!(app.policy("integrer/index.html", None), "frame-src 'self'");
    }

    #[test]
    fn what_is_no_app_is_refused() {
        let said = |files: Vec<File>| App::open(files).err().map(|error| format!("{error:#}"));
        assert!(said(Vec::new()).unwrap().contains(MANIFEST));
        let other = JSON.replace("\"version\":1", "\"version\":2");
        let said_of_other = said(vec![File::new(MANIFEST, other)]).unwrap();
        assert!(said_of_other.contains("version 2"), "{said_of_other}");
        let lone = said(vec![File::new(MANIFEST, JSON)]).unwrap();
        assert!(lone.contains(App::PAGE), "{lone}");
    }
}
