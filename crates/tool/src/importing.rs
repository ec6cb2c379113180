//! `leviers import FILE`: reads what an authority has, tells what is wrong with it, and writes what can be published.

use crate::disk::replace_file;
use crate::gzip::read_table;
use crate::points::{ColumnNames, check_id, settings, write_layer};
use crate::say::{print, say, warn};
use anyhow::{Context, Result, ensure};
use content::Gazetteer;
use content::points::{PointsRequest, grouped, make_points};
use content::shown::told;
use import::{Format, Import, Options, Problem, Report, Summary, leave};
use std::path::{Path, PathBuf};

/// What the command is asked.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ImportOptions {
    /// Fichier CSV, TSV, XLSX, XLS, ODS, GeoJSON ou DECP (JSON), compressé par gzip ou non
    #[arg(value_name = "FICHIER")]
    pub file: Option<PathBuf>,
    /// Écrit le rapport, un problème par ligne
    #[arg(long, value_name = "RAPPORT.csv")]
    pub report: Option<PathBuf>,
    /// Écrit les comptes et le rapport pour un programme
    #[arg(long, value_name = "RESUME.json")]
    pub summary: Option<PathBuf>,
    /// Écrit en GeoJSON les lignes placées ; sans nom de fichier, à l'écran
    #[arg(long, value_name = "POINTS.geojson", num_args = 0..=1, default_missing_value = SCREEN)]
    pub geojson: Option<PathBuf>,
    /// Écrit en CSV les lignes placées
    #[arg(long, value_name = "POINTS.csv")]
    pub csv: Option<PathBuf>,
    /// Écrit les lignes laissées de côté, et pourquoi
    #[arg(long, value_name = "ECARTEES.csv")]
    pub aside: Option<PathBuf>,
    /// Écrit la couche de points des lignes placées, comme le fait `leviers points`
    #[arg(long, value_name = "ID")]
    pub layer: Option<String>,
    /// Titre de la couche [par défaut : le nom du fichier]
    #[arg(long, value_name = "TITRE")]
    pub title: Option<String>,
    /// De qui sont les données de la couche et sous quelle licence
    #[arg(long, value_name = "CRÉDIT")]
    pub credit: Option<String>,
    /// Dossier des couches [par défaut : public/data/points du projet]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Feuille à lire d'un classeur
    #[arg(long, value_name = "FEUILLE")]
    pub sheet: Option<String>,
    /// Ligne des titres des colonnes
    #[arg(long, value_name = "LIGNE")]
    pub header: Option<u64>,
    /// Système des coordonnées, quand il n'est pas celui que le fichier dit ou laisse deviner : 2154 (Lambert 93), 3857 (Web Mercator)…
    #[arg(long, value_name = "CODE", value_parser = coordinate_system)]
    pub epsg: Option<u32>,
    /// Accepte les points hors de France
    #[arg(long)]
    pub abroad: bool,
    /// Avec --abroad, accepte aussi ceux qui seraient en France si latitude et longitude étaient échangées
    #[arg(long)]
    pub as_written: bool,
    /// The columns, when their titles are not the usual ones.
    #[command(flatten)]
    pub columns: ColumnNames,
}

/// A code of EPSG that coordinates are converted from.
fn coordinate_system(text: &str) -> Result<u32, String> {
    let known = import::named_grids();
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let code = digits.parse().ok();
    code.filter(|code| import::is_known_system(*code))
        .ok_or_else(|| {
            let named: Vec<String> = known
                .iter()
                .map(|(code, name)| format!("{code} ({name})"))
                .collect();
            format!(
                "ce système n'est pas connu. Ceux qui le sont : {}",
                named.join(", ")
            )
        })
}

/// What stands for the screen in place of a file.
const SCREEN: &str = "-";

/// Imports a file. Returns whether every row that holds anything has its place.
///
/// # Errors
/// When the file cannot be read from the disk, or what was asked cannot be written.
pub fn import_file(options: &ImportOptions, gazetteer: &Gazetteer) -> Result<bool> {
    let (file, geojson) = file_and_geojson(options)?;
    let told_to = Told {
        // The report leaves the screen to what a program reads there.
        aside: geojson.as_deref().is_some_and(is_screen)
            || options.summary.as_deref().is_some_and(is_screen),
    };
    let bytes = read_table(&file)?;
    let opened = match import::open(&bytes) {
        Ok(opened) => opened,
        Err(problem) => return refused(&problem, None, options, &told_to),
    };
    let settings = Options {
        sheet: options.sheet.clone(),
        header: options.header,
        epsg: options.epsg,
        ..settings(&options.columns, options.abroad, options.as_written)
    };
    let import = match Import::of(&opened, &settings, gazetteer) {
        Ok(import) => import,
        Err(problem) => return refused(&problem, Some(opened.format()), options, &told_to),
    };
    told_to.say(figures(&import))?;
    let mut written = files(&import, options, geojson.as_deref())?;
    if let Some(id) = &options.layer {
        written.push(layer(&import, id, &file, options, gazetteer)?);
    }
    told_to.say(written.join("\n"))?;
    Ok(import.aside.is_empty())
}

/// Without a file, what follows `--geojson` is the file.
fn file_and_geojson(options: &ImportOptions) -> Result<(PathBuf, Option<PathBuf>)> {
    let given = (options.file.clone(), options.geojson.clone());
    match given {
        (Some(file), geojson) => Ok((file, geojson)),
        (None, Some(file)) if !is_screen(&file) => Ok((file, Some(SCREEN.into()))),
        (None, _) => anyhow::bail!("quel fichier ? Écrivez : leviers import FICHIER"),
    }
}

fn is_screen(path: &Path) -> bool {
    path == Path::new(SCREEN)
}

/// Where the report goes.
struct Told {
    aside: bool,
}

impl Told {
    fn say(&self, text: String) -> Result<()> {
        match text.is_empty() {
            true => Ok(()),
            false if self.aside => {
                warn(text);
                Ok(())
            }
            false => say(text.trim_end()),
        }
    }
}

/// A file that is not read still has its report.
fn refused(
    problem: &Problem,
    format: Option<Format>,
    options: &ImportOptions,
    told_to: &Told,
) -> Result<bool> {
    let problems = core::slice::from_ref(problem);
    // What is told is where the file stops to be read, in lines whatever the format.
    let report = Report {
        problems,
        format: None,
    };
    told_to.say(format!("{report}Rien n'a été lu."))?;
    if let Some(path) = &options.summary {
        write(
            path,
            &json(&Summary::refused(format.map(Format::id), problem))?,
        )?;
    }
    if let Some(path) = &options.report {
        write(path, &leave::report(problems)?)?;
    }
    Ok(false)
}

/// The report, then how many rows were read, placed, set aside and blank.
fn figures(import: &Import<'_>) -> String {
    let count = |number: usize, one: &str| {
        let plural = if number > 1 { "s" } else { "" };
        let words: Vec<String> = one
            .split(' ')
            .map(|word| format!("{word}{plural}"))
            .collect();
        format!("{} {}", grouped(number), words.join(" "))
    };
    let aside = match import.aside.len() {
        more @ 2.. => format!("{} laissées de côté", grouped(more)),
        few => format!("{few} laissée de côté"),
    };
    format!(
        "{}{} = {} + {aside} + {}",
        Report::of(import),
        count(import.read(), "ligne lue"),
        count(import.points.len(), "placée"),
        count(import.blank, "vide")
    )
}

/// Writes what was asked for. Gives a sentence per file.
fn files(
    import: &Import<'_>,
    options: &ImportOptions,
    geojson: Option<&Path>,
) -> Result<Vec<String>> {
    let mut written = Vec::new();
    let mut put = |path: &Option<PathBuf>, bytes: &dyn Fn() -> Result<Vec<u8>>| -> Result<()> {
        let Some(path) = path else {
            return Ok(());
        };
        write(path, &bytes()?)?;
        if !is_screen(path) {
            written.push(format!("Écrit : {}", told(&path.display().to_string())));
        }
        Ok(())
    };
    put(&options.summary, &|| json(&Summary::of(import)))?;
    put(&options.report, &|| leave::report(&import.problems))?;
    put(&options.csv, &|| leave::placed(import))?;
    put(&options.aside, &|| leave::aside(import))?;
    put(&geojson.map(Path::to_owned), &|| {
        Ok(leave::geojson(import)?.into_bytes())
    })?;
    Ok(written)
}

fn json(summary: &Summary<'_>) -> Result<Vec<u8>> {
    let mut text = serde_json::to_string_pretty(summary)?;
    text.push('\n');
    Ok(text.into_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    match is_screen(path) {
        true => print(&String::from_utf8_lossy(bytes)),
        false => replace_file(path, bytes),
    }
}

/// Writes the layer of the rows that are placed.
fn layer(
    import: &Import<'_>,
    id: &str,
    file: &Path,
    options: &ImportOptions,
    gazetteer: &Gazetteer,
) -> Result<String> {
    check_id(id)?;
    ensure!(
        !import.points.is_empty(),
        "--layer {id} : aucune ligne n'est placée, aucune couche n'est écrite"
    );
    let name = file
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let request = PointsRequest {
        title: options.title.clone().unwrap_or(name),
        credit: options.credit.clone().unwrap_or_default(),
        abroad: true,
        as_written: true,
        ..PointsRequest::default()
    };
    let table = leave::layer_table(import)?;
    let made = make_points(&table, &file.display().to_string(), &request, gazetteer)?;
    let (_, files) = made
        .layer
        .with_context(|| format!("--layer {id} : {}", made.faults))?;
    let (folder, weight) = write_layer(id, options.out.clone(), files)?;
    let credit = match request.credit.is_empty() {
        true => " ; sans crédit : --credit dit de qui sont les données",
        false => "",
    };
    Ok(format!(
        "Écrit : {}, {} ko{credit}",
        told(&folder.display().to_string()),
        grouped(weight / 1000)
    ))
}
