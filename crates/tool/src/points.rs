//! `leviers points FILE`: reads a table and writes a layer of points.

use crate::disk::{OutputFile, replace_layer};
use crate::gzip::read_table;
use crate::project::in_project;
use anyhow::{Result, bail};
use content::Gazetteer;
use content::points::{self, LayerFile, Made, PointsRequest, Wanted, grouped};
use content::shown::told;
use content::table::Foreign;
use core::fmt;
use import::{Import, Options, Report, Role, Tolerance};
use std::path::PathBuf;

/// What the command is asked.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PointsOptions {
    /// Tableau CSV, compressé (.csv.gz) ou non, classeur XLSX, XLS ou ODS, GeoJSON… : tout ce que lit `leviers import`
    #[arg(value_name = "FICHIER")]
    pub file: PathBuf,
    /// Identifiant de la couche, et nom de son dossier : minuscules, chiffres et traits d'union
    #[arg(long)]
    pub id: String,
    /// Titre, que lit le visiteur
    #[arg(long, value_name = "TITRE")]
    pub title: String,
    /// De qui sont ces données et sous quelle licence : la carte l'affiche
    #[arg(long, value_name = "CRÉDIT")]
    pub credit: String,
    /// Dossier des couches, où celle-ci aura le sien [par défaut : public/data/points du projet]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Points inventés pour essayer la carte, qui le dira ; les noms et les catégories qui manquent sont inventés aussi
    #[arg(long)]
    pub synthetic: bool,
    /// Garde les lignes justes quand d'autres sont à corriger
    #[arg(long)]
    pub partial: bool,
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

/// Titles of the columns, when they are not the usual ones.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ColumnNames {
    /// Colonne de la latitude
    #[arg(long = "lat", value_name = "COLONNE")]
    pub lat: Option<String>,
    /// Colonne de la longitude
    #[arg(long = "lon", value_name = "COLONNE")]
    pub lon: Option<String>,
    /// Colonne du nom
    #[arg(long = "name", value_name = "COLONNE")]
    pub name: Option<String>,
    /// Colonne de la catégorie
    #[arg(long = "category", value_name = "COLONNE")]
    pub category: Option<String>,
}

/// What there is to say once the table is read.
#[derive(Clone, Debug)]
pub struct Written {
    made: Made,
    /// What the import says, when it is its reading that was kept.
    imported: Option<Imported>,
    /// The folder of the layer and the size of its files, in bytes; `None` when nothing was written.
    folder: Option<(PathBuf, usize)>,
}

/// What the import says of a table.
#[derive(Clone, Debug)]
struct Imported {
    report: String,
    read: usize,
    aside: usize,
    blank: usize,
}

/// Reads the table and writes the layer, unless a row is wrong and not all may be left out.
///
/// # Errors
/// When the id is not one, the table cannot be read as a table, a column is missing, no row is right, or a file cannot be written.
pub fn make_points(
    options: &PointsOptions,
    open: impl Fn() -> Result<Gazetteer>,
) -> Result<Written> {
    check_id(&options.id)?;
    let text = read_table(&options.file)?;
    let request = PointsRequest {
        title: options.title.clone(),
        credit: options.credit.clone(),
        synthetic: options.synthetic,
        partial: options.partial,
        abroad: options.abroad,
        as_written: options.as_written,
        columns: Wanted {
            lat: options.columns.lat.clone(),
            lon: options.columns.lon.clone(),
            name: options.columns.name.clone(),
            category: options.columns.category.clone(),
        },
    };
    let name = options.file.display().to_string();
    let gazetteer = match options.synthetic {
        true => open()?,
        false => Gazetteer::default(),
    };
    let direct = points::make_points(&text, &name, &request, &gazetteer);
    let (mut made, imported) = match direct {
        Ok(made) if options.synthetic || made.faults.total() == 0 => (made, None),
        direct => match open() {
            Ok(gazetteer) => imported(&text, direct, options, &request, &gazetteer)?,
            // Where there is no gazetteer, a table is what it says by itself.
            Err(_) => (direct?, None),
        },
    };
    let files = made.layer.as_mut().map(|(_, files)| std::mem::take(files));
    let folder = files
        .map(|files| write_layer(&options.id, options.out.clone(), files))
        .transpose()?;
    Ok(Written {
        made,
        imported,
        folder,
    })
}

/// What `leviers import` accepts is accepted: a table that is not plain, or not wholly right, is read again by its means. The reading that
/// gives the most points is kept.
fn imported(
    bytes: &[u8],
    direct: Result<Made>,
    options: &PointsOptions,
    request: &PointsRequest,
    gazetteer: &Gazetteer,
) -> Result<(Made, Option<Imported>)> {
    let placed_directly = direct
        .as_ref()
        .map_or(0, |made| made.rows - made.blank - made.faults.total());
    let Ok(opened) = import::open(bytes) else {
        return direct.map(|made| (made, None));
    };
    let settings = settings(&options.columns, options.abroad, options.as_written);
    let import = match Import::of(&opened, &settings, gazetteer) {
        Ok(import) if import.points.len() > placed_directly => import,
        Err(problem) if direct.is_err() && !matches!(opened, import::Opened::Text(_)) => {
            bail!(
                "{} : {} : {}. Que faire : {}.",
                options.file.display(),
                Foreign::of(bytes).map_or("un fichier", Foreign::what),
                problem.message,
                problem.remedy
            )
        }
        _ => return direct.map(|made| (made, None)),
    };
    let request = PointsRequest {
        columns: Wanted::default(),
        abroad: true,
        as_written: true,
        ..request.clone()
    };
    let table = import::leave::layer_table(&import)?;
    let mut made = points::make_points(
        &table,
        &options.file.display().to_string(),
        &request,
        gazetteer,
    )?;
    if !import.aside.is_empty() && !options.partial {
        made.layer = None;
    }
    let imported = Imported {
        report: Report::of(&import).to_string(),
        read: import.read(),
        aside: import.aside.len(),
        blank: import.blank,
    };
    Ok((made, Some(imported)))
}

/// What the options of a command say of the reading of a table.
pub fn settings(columns: &ColumnNames, abroad: bool, as_written: bool) -> Options {
    let named = [
        (Role::Latitude, &columns.lat),
        (Role::Longitude, &columns.lon),
        (Role::Name, &columns.name),
        (Role::Category, &columns.category),
    ];
    let columns = named
        .into_iter()
        .filter_map(|(role, title)| Some((role, title.clone()?)));
    Options {
        tolerance: Tolerance { abroad, as_written },
        columns: columns.collect(),
        ..Options::default()
    }
}

/// Refuses an id that could not name a folder.
pub fn check_id(id: &str) -> Result<()> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || id.len() > 80 || !id.chars().all(is_plain) {
        bail!(
            "--id {id} : un identifiant n'a que des minuscules, des chiffres et des traits d'union, 80 au plus"
        );
    }
    Ok(())
}

/// Writes the files of a layer in its folder of `out`. Returns that folder, and the size of the files in bytes.
pub fn write_layer(
    id: &str,
    out: Option<PathBuf>,
    files: Vec<LayerFile>,
) -> Result<(PathBuf, usize)> {
    let layers = out;
    let layers = layers.unwrap_or_else(|| in_project("public/data/points"));
    let files: Vec<OutputFile> = files
        .into_iter()
        .map(|LayerFile { name, bytes }| OutputFile { path: name, bytes })
        .collect();
    replace_layer(&layers, id, &files)?;
    let weight = files.iter().map(|file| file.bytes.len()).sum();
    Ok((layers.join(id), weight))
}

impl Written {
    /// Whether a layer was written.
    pub fn done(&self) -> bool {
        self.folder.is_some()
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Made {
            faults,
            rows,
            blank,
            layout,
            ..
        } = &self.made;
        let (report, rows, aside, blank, layout) = match &self.imported {
            None => (
                faults.to_string(),
                *rows,
                faults.total(),
                *blank,
                format!("{layout}\n"),
            ),
            Some(it) => (
                it.report.clone(),
                it.read,
                it.aside,
                it.blank,
                String::new(),
            ),
        };
        write!(f, "{report}")?;
        let wrong = grouped(aside);
        let empty = match blank {
            0 => String::new(),
            1 => ", 1 vide".to_owned(),
            count => format!(", {} vides", grouped(count)),
        };
        let read = counted(rows, "ligne lue", "lignes lues");
        let Some(((layer, _), (folder, weight))) =
            self.made.layer.as_ref().zip(self.folder.as_ref())
        else {
            writeln!(f, "{read}, {wrong} à corriger{empty}.")?;
            write!(f, "{layout}")?;
            return match rows.saturating_sub(aside + blank) {
                0 => write!(f, "Rien n'a été écrit."),
                1 => write!(f, "Rien n'a été écrit ; --partial écrirait l'autre."),
                good => write!(
                    f,
                    "Rien n'a été écrit ; --partial écrirait les {} autres.",
                    grouped(good)
                ),
            };
        };
        let aside = match aside {
            0 => String::new(),
            1 => ", 1 laissée de côté".to_owned(),
            _ => format!(", {wrong} laissées de côté"),
        };
        let points = counted(layer.points as usize, "point", "points");
        writeln!(f, "{read}, {points}{aside}{empty}.")?;
        write!(f, "{layout}")?;
        writeln!(f, "{}", self.made.categories)?;
        write!(
            f,
            "Écrit : {}, {} ko dont points.bin {} ko ; {} ko de mémoire une fois chargé.",
            told(&folder.display().to_string()),
            grouped(weight / 1000),
            grouped(layer.points_bytes as usize / 1000),
            grouped(engine::memory(layer.points) as usize / 1000)
        )
    }
}

/// « 1 ligne lue », « 12 lignes lues ».
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count < 2 { one } else { many })
}
