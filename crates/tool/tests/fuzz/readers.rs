//! The readers of `crates/content`: tables, sheets, the other files of editors, the gazetteer, the documents.

use crate::corpus::{GAZETTEER, fixture, seeds};
use crate::run::{Sealed, Target};
use content::characters::Hostile;
use content::points::{Lines, Made, PointsRequest, make_points};
use content::{DocumentTexts, Gazetteer, Problem, RawFile, check_texts, read_content};
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use tool::read_folder;

static CONTENT: LazyLock<Arc<[RawFile]>> =
    LazyLock::new(|| read_folder(&fixture("content")).unwrap().into());

/// The files that editors write, one of each kind.
const SHEETS: [(&str, &str); 8] = [
    ("initiative", "initiatives/jardin-des-lilas.md"),
    ("authority", "collectivites/nanterre.md"),
    ("lever", "leviers/foncier.md"),
    ("recommendation", "recommandations/preter-un-lieu.md"),
    ("glossary", "glossaire.toml"),
    ("sources", "sources.toml"),
    ("page", "pages/mentions-legales.md"),
    ("site", "site.toml"),
];

fn reader(
    name: &'static str,
    seeds: Vec<Vec<u8>>,
    weight: u32,
    read: impl Fn(&[u8]) -> Result<bool, String> + Send + Sync + 'static,
) -> Target {
    Target {
        name,
        seeds,
        sealed: Sealed::No,
        weight,
        memory: (400, 4 << 20),
        read: Box::new(read),
    }
}

pub fn targets() -> Vec<Target> {
    LazyLock::force(&GAZETTEER);
    let bytes = |path: &str| fs::read(fixture(path)).unwrap();
    let tables = [
        vec![bytes("points/good.csv"), bytes("points/bad.csv")],
        seeds("table"),
    ]
    .concat();
    let (communes, territories) = (
        bytes("geodata/gazetteer.tsv"),
        bytes("geodata/territories.json"),
    );
    let (with_communes, with_territories) = (communes.clone(), territories.clone());
    let mut targets = vec![
        reader("table", tables, 1, table),
        reader("communes", vec![communes], 2, move |bytes| {
            gazetteer(bytes, &with_territories)
        }),
        reader("territories", vec![territories], 2, move |bytes| {
            gazetteer(&with_communes, bytes)
        }),
        Target {
            sealed: Sealed::Zip,
            ..reader("import", imported(), 10, import_file)
        },
        reader("document", vec![bytes("sources/900.txt")], 10, document),
    ];
    targets.extend(SHEETS.map(|(name, path)| {
        let there = CONTENT.iter().find(|file| file.path == path);
        let own = there.map(|file| vec![file.bytes.clone()]);
        reader(name, own.unwrap_or_else(|| seeds(name)), 10, move |bytes| {
            sheet(path, bytes)
        })
    }));
    targets
}

/// Small files of the field, one of each way to read one.
fn imported() -> Vec<Vec<u8>> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../import/tests/fixtures");
    let names = [
        "cases/r01-preambule-siren-cp1252.csv",
        "cases/r06-coordonnees.csv",
        "cases/r12-utf16.csv",
        "cases/decp-12-officiel-marches-concessions.json",
        "cases/xl-16-dates-1904.xlsx",
        "made/decp-2019.json",
        "made/formes.geojson",
        "made/guillemets.tsv",
        "made/lignes-entre-guillemets.csv",
        "made/lignes.ndjson",
        "made/portail.json",
        "made/titres-fusionnes.ods",
        "made/titres-fusionnes.xls",
        "made/titres-fusionnes.xlsx",
        "made/wkt-et-wkb.csv",
    ];
    names
        .map(|name| fs::read(fixtures.join(name)).unwrap())
        .to_vec()
}

/// Each row is placed, set aside or blank, or the file is refused with a sentence.
fn import_file(bytes: &[u8]) -> Result<bool, String> {
    let told =
        |problem: &import::Problem| match problem.message.is_empty() || problem.remedy.is_empty() {
            true => Err(format!("badly told: {problem:?}")),
            false => Ok(false),
        };
    let opened = match import::open(bytes) {
        Ok(opened) => opened,
        Err(problem) => return told(&problem),
    };
    let import = match import::Import::of(&opened, &import::Options::default(), &GAZETTEER) {
        Ok(import) => import,
        Err(problem) => return told(&problem),
    };
    for problem in &import.problems {
        told(problem)?;
    }
    if import.read() != import.points.len() + import.aside.len() + import.blank {
        return Err("a row is lost".to_owned());
    }
    for leaf in [
        import::leave::placed(&import),
        import::leave::aside(&import),
        import::leave::report(&import.problems),
        import::leave::geojson(&import).map(String::into_bytes),
    ] {
        leaf.map_err(|error| format!("{error:#}"))?;
    }
    Ok(true)
}

/// A message tells where, what and how to mend, in characters that a terminal shows.
fn is_told(problem: &Problem) -> Result<(), String> {
    let shown = problem.to_string();
    let hostile = shown.chars().any(|c| Hostile::of(c).is_some());
    if problem.line == 0 || problem.message.is_empty() || problem.remedy.is_empty() || hostile {
        return Err(format!("badly told: {shown:?}"));
    }
    Ok(())
}

fn sheet(path: &str, bytes: &[u8]) -> Result<bool, String> {
    let mut files = CONTENT.to_vec();
    files.retain(|file| file.path != path);
    files.push(RawFile {
        path: path.to_owned(),
        bytes: bytes.to_vec(),
    });
    let content = read_content(&files, "content", &GAZETTEER);
    content.report.problems.iter().try_for_each(is_told)?;
    Ok(content.report.errors() == 0)
}

fn document(bytes: &[u8]) -> Result<bool, String> {
    let content = read_content(&CONTENT, "content", &GAZETTEER);
    let text = String::from_utf8_lossy(bytes).into_owned();
    let problems = check_texts(&content, &DocumentTexts::from([("900".to_owned(), text)]));
    problems.iter().try_for_each(is_told)?;
    Ok(problems.is_empty())
}

fn gazetteer(communes: &[u8], territories: &[u8]) -> Result<bool, String> {
    match Gazetteer::read(communes, territories) {
        Ok(_) => Ok(true),
        Err(error) if error.to_string().is_empty() => Err("refused without a sentence".into()),
        Err(_) => Ok(false),
    }
}

/// Lines in, lines accounted for; the files of the layer give its points and names again.
fn table(bytes: &[u8]) -> Result<bool, String> {
    let request = PointsRequest {
        title: "Essai".into(),
        credit: "Nous".into(),
        partial: true,
        ..PointsRequest::default()
    };
    let made = match make_points(bytes, "t.csv", &request, &GAZETTEER) {
        Ok(made) => made,
        Err(error) if format!("{error:#}").len() < 10 => {
            return Err("refused without a sentence".into());
        }
        Err(_) => return Ok(false),
    };
    let told = made.faults.to_string();
    if told.chars().any(|c| c != '\n' && Hostile::of(c).is_some()) {
        return Err(format!("badly told: {told:?}"));
    }
    accounted(bytes, &made)?;
    let placed = made.rows - made.blank - made.faults.total();
    let Some((layer, files)) = made.layer.as_ref().filter(|_| placed > 0) else {
        let none = placed == 0 && made.layer.is_none();
        return if none {
            Ok(false)
        } else {
            Err(format!("{placed} rows and no layer"))
        };
    };
    let file = |name: &str| {
        files
            .iter()
            .find(|file| file.name == name)
            .map(|file| file.bytes.as_slice())
    };
    let points = file("points.bin").ok_or("no points")?;
    let columns = layer.columns(points).map_err(|error| error.to_string())?;
    if columns.len() != placed {
        return Err(format!("{placed} rows, {} points", columns.len()));
    }
    for block in 0..layer.blocks() {
        let names = file(&format!("names-{block}.bin")).ok_or("no names")?;
        layer
            .names(block, names)
            .map_err(|error| error.to_string())?;
    }
    Ok(true)
}

fn accounted(bytes: &[u8], made: &Made) -> Result<(), String> {
    let text = content::table::decode(bytes)
        .text
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    let Lines {
        titles,
        placed,
        aside,
        blank,
    } = made.lines;
    let (found, lines) = (titles + placed + aside + blank, text.lines().count() as u64);
    if found == lines {
        Ok(())
    } else {
        Err(format!("{lines} lines, {found} accounted for"))
    }
}
