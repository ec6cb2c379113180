//! The site: the app and an edition in one folder, each file under the name of its edition (docs/adr/0016).

use crate::offline;
use crate::{App, Edition, File, hash, page, style, words};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Stand in the built page for the folder of the data and for the name of the style sheet.
const DATA: &str = "@data@";
const STYLE: &str = "@style@";
/// Where the map's page names the style sheet, which has the colours of an edition; it holds the style itself.
const COLOURS: &str = "map-style.part";
/// The sentences of scripts, by their file, then by language.
const WORDS: &str = "map-words.part";
/// How static pages name the style sheet.
const PLAIN_STYLE: &str = "style.css\"";

/// Every file of the site, by path, without the compressed twins.
///
/// # Errors
/// When a part of the app is missing, or when two files have the same path.
pub fn assemble(app: &App, edition: &Edition) -> Result<Vec<File>> {
    let (read, others) = edition.data();
    let data = hash(read.iter().copied());
    let sheet = style_sheet(app, &edition.rules)?;
    let texts = Texts {
        parts: parts(edition),
        data: &data,
        style: &sheet.path,
        colours: (!edition.rules.is_empty())
            .then(|| format!("<link rel=\"stylesheet\" href=\"./{}\">", sheet.path)),
        streets: edition.streets.as_deref(),
        own: edition
            .pages
            .iter()
            .map(|file| file.path.as_str())
            .collect(),
    };
    let maps = app.map_pages().map(|page| texts.map_page(app, page));
    let mut files: Vec<File> = maps.collect::<Result<_>>()?;
    files.extend(texts.scripts(app)?);
    let pages = edition.pages.iter().filter(|file| !is_part(&file.path));
    for file in pages {
        files.push(texts.page(app, file)?);
    }
    files.push(sheet);
    let in_data = |folder: &str, file: &File| {
        File::new(format!("data/{folder}{}", file.path), file.bytes.clone())
    };
    files.extend(
        read.into_iter()
            .map(|file| in_data(&format!("{data}/"), file)),
    );
    files.extend(others.into_iter().map(|file| in_data("", file)));
    files.extend(offline::worker(app, &files, edition.offline)?);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    no_two_alike(&files)?;
    Ok(files)
}

fn is_part(path: &str) -> bool {
    path.ends_with(".part")
}

/// The parts of the map's page, by name.
fn parts(edition: &Edition) -> BTreeMap<&str, &File> {
    let parts = edition.pages.iter().filter(|file| is_part(&file.path));
    parts.map(|file| (file.path.as_str(), file)).collect()
}

/// The style sheet of the edition, named after its content.
fn style_sheet(app: &App, rules: &str) -> Result<File> {
    let bytes = style::rules_before_end(text(app.file(App::STYLE)?)?, rules)?;
    let named = File::new("", bytes);
    Ok(File {
        path: format!("style-{}.css", hash([&named])),
        ..named
    })
}

fn text(file: &File) -> Result<&str> {
    core::str::from_utf8(&file.bytes).with_context(|| format!("{} n'est pas un texte", file.path))
}

fn no_two_alike(files: &[File]) -> Result<()> {
    let mut paths = BTreeSet::new();
    match files.iter().find(|file| !paths.insert(&file.path)) {
        Some(file) => bail!("deux fichiers du site s'appellent {}", file.path),
        None => Ok(()),
    }
}

/// What the texts of a site are filled with.
struct Texts<'a> {
    parts: BTreeMap<&'a str, &'a File>,
    data: &'a str,
    style: &'a str,
    /// What the map's page asks for when the edition has colours of its own.
    colours: Option<String>,
    streets: Option<&'a str>,
    /// The paths of what the edition has of its own, in place of the app's.
    own: BTreeSet<&'a str>,
}

impl Texts<'_> {
    /// A page of the map, with the parts of the edition and the names of its files.
    fn map_page(&self, app: &App, page: &File) -> Result<File> {
        let built = text(page)?;
        let named = built.replace(DATA, self.data).replace(STYLE, self.style);
        let part = |name: &str| match name {
            COLOURS => self.colours.as_deref(),
            _ => self.parts.get(name).and_then(|file| text(file).ok()),
        };
        let filled = crate::page::with_parts(&named, part);
        let html = crate::page::with_policy(&filled, &app.policy(&page.path, self.streets))?;
        Ok(File::new(&*page.path, html))
    }

    /// The other files of the app; scripts with the sentences of the edition.
    fn scripts(&self, app: &App) -> Result<Vec<File>> {
        let words: Value = match self.parts.get(WORDS) {
            Some(file) => serde_json::from_slice(&file.bytes).context(WORDS)?,
            None => Value::Null,
        };
        let others = app.files().filter(|file| {
            let path = file.path.as_str();
            ![App::STYLE, offline::WORKER].contains(&path)
                && !path.ends_with(".html")
                && !self.own.contains(path)
        });
        let filled = others.map(|file| match words.get(&file.path) {
            Some(said) => {
                let script = text(file)?;
                if !script.contains(words::HOLE) {
                    bail!("{} n'a pas de place pour ses phrases", file.path);
                }
                Ok(File::new(
                    &*file.path,
                    script.replace(words::HOLE, &words::literal(said)),
                ))
            }
            None => Ok(file.clone()),
        });
        filled.collect()
    }

    /// A file of the edition; a page with its policy and the name of the style sheet.
    fn page(&self, app: &App, file: &File) -> Result<File> {
        if !file.path.ends_with(".html") {
            return Ok(file.clone());
        }
        let html = text(file)?.replacen(PLAIN_STYLE, &format!("{}\"", self.style), 1);
        let html = page::with_policy(&html, &app.policy(&file.path, self.streets));
        Ok(File::new(
            &*file.path,
            html.with_context(|| file.path.clone())?,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tests::app;

    fn edition() -> Edition {
        Edition {
            data: [
                ("catalogue.bin", "c"),
                ("fr/a.bin", "s"),
                ("initiatives.csv", "o"),
            ]
            .map(|(path, text)| File::new(path, text))
            .into(),
            pages: [
                ("map-head.part", "<title>a</title>"),
                ("a/index.html", "<head><link href=\"../style.css\"></head>"),
                ("robots.txt", "r"),
            ]
            .map(|(path, text)| File::new(path, text))
            .into(),
            ..Edition::default()
        }
    }

    fn built(edition: &Edition) -> BTreeMap<String, String> {
        let page = "<head><!-- map-head.part --><style>a{b:c}</style><!-- map-style.part --></head><script data-style=\"./@style@\" data-data=\"@data@\">";
        let files = assemble(&app(page), edition).unwrap();
        let text = |file: File| (file.path, String::from_utf8(file.bytes).unwrap());
        files.into_iter().map(text).collect()
    }

    fn only<'a>(files: &'a BTreeMap<String, String>, start: &str) -> &'a str {
        let mut found = files.keys().filter(|path| path.starts_with(start));
        let one = found.next().unwrap();
        assert_eq!(found.next(), None);
        one
    }

    #[test]
    fn pages_name_the_files_of_their_edition() {
        let files = built(&edition());
        let style = only(&files, "style-");
        let page = &files["index.html"];
        assert!(
            page.contains("<title>a</title>") && page.contains(&format!("./{style}\"")),
            "{page}"
        );
        let data = page
            .split_once("data-data=\"")
            .unwrap()
            .1
            .split('"')
            .next()
            .unwrap();
        assert_eq!(files[&format!("data/{data}/catalogue.bin")], "c");
        assert_eq!(files[&format!("data/{data}/fr/a.bin")], "s");
        assert_eq!(files["data/initiatives.csv"], "o");
        assert!(files["a/index.html"].contains(&format!("../{style}\"")));
        assert!(files["a/index.html"].contains("Content-Security-Policy"));
        assert!(!files.contains_key("map-head.part") && !files.contains_key("app.json"));
    }

    #[test]
    fn colours_change_the_style_sheet_alone_and_data_their_folder_alone() {
        let (before, mut changed) = (built(&edition()), edition());
        changed.rules = "b{}".into();
        let coloured = built(&changed);
        assert_ne!(only(&before, "style-"), only(&coloured, "style-"));
        let asked = |files: &BTreeMap<String, String>| {
            let style = only(files, "style-");
            files["index.html"].contains(&format!("<link rel=\"stylesheet\" href=\"./{style}\">"))
        };
        assert!(!asked(&before) && asked(&coloured));
        assert!(
            before
                .keys()
                .filter(|path| path.starts_with("data/"))
                .all(|path| coloured.contains_key(path))
        );
        let mut changed = edition();
        changed.data[0].bytes = b"d".to_vec();
        let other = built(&changed);
        assert_eq!(only(&before, "style-"), only(&other, "style-"));
        assert_ne!(before["index.html"], other["index.html"]);
    }

    #[test]
    fn two_files_of_one_path_are_refused() {
        let mut twice = edition();
        twice.pages.push(File::new("robots.txt", "other"));
        assert!(assemble(&app("<head>"), &twice).is_err());
    }

    #[test]
    fn scripts_get_their_sentences() {
        let mut spoken = edition();
        spoken.pages.push(File::new(
            WORDS,
            r#"{"rescue.js":{"fr":{"title":"Essai"}}}"#,
        ));
        let files = vec![
            File::new(
                "app.json",
                r#"{"version":1,"basemap":"","policies":{"map":[],"page":[]}}"#,
            ),
            File::new(App::PAGE, "<head>"),
            File::new(App::STYLE, ":root{--whole: 1}"),
            File::new("rescue.js", "const a=$WORDS$;"),
        ];
        let site = assemble(&App::open(files).unwrap(), &spoken).unwrap();
        let rescue = site.iter().find(|file| file.path == "rescue.js").unwrap();
        assert_eq!(text(rescue).unwrap(), r#"const a={fr:{title:"Essai"}};"#);
    }
}
