//! `leviers points FILE.csv`: reads a table and writes a layer of points.

use crate::disk::{OutputFile, replace_layer};
use crate::gzip::read_table;
use crate::project::in_project;
use anyhow::{Result, bail};
use content::Gazetteer;
use content::points::{self, LayerFile, Made, PointsRequest, Wanted, grouped};
use content::shown::told;
use core::fmt;
use std::path::PathBuf;

/// What the command is asked.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PointsOptions {
    /// Tableau CSV (virgules, points-virgules, tabulations ou barres verticales), compressé (.csv.gz) ou non
    #[arg(value_name = "FICHIER.csv")]
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
    /// The folder of the layer and the size of its files, in bytes; `None` when nothing was written.
    folder: Option<(PathBuf, usize)>,
}

/// Reads the table and writes the layer, unless a row is wrong and not all may be left out.
///
/// # Errors
/// When the id is not one, the table cannot be read as a table, a column is missing, no row is right, or a file cannot be written.
pub fn make_points(options: &PointsOptions, gazetteer: &Gazetteer) -> Result<Written> {
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
    let mut made = points::make_points(
        &text,
        &options.file.display().to_string(),
        &request,
        gazetteer,
    )?;
    let files = made.layer.as_mut().map(|(_, files)| std::mem::take(files));
    let folder = files.map(|files| write(options, files)).transpose()?;
    Ok(Written { made, folder })
}

fn check_id(id: &str) -> Result<()> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || id.len() > 80 || !id.chars().all(is_plain) {
        bail!(
            "--id {id} : un identifiant n'a que des minuscules, des chiffres et des traits d'union, 80 au plus"
        );
    }
    Ok(())
}

/// Writes the files in the folder of the layer. Returns that folder, and the size of the files in bytes.
fn write(options: &PointsOptions, files: Vec<LayerFile>) -> Result<(PathBuf, usize)> {
    let layers = options.out.clone();
    let layers = layers.unwrap_or_else(|| in_project("public/data/points"));
    let files: Vec<OutputFile> = files
        .into_iter()
        .map(|LayerFile { name, bytes }| OutputFile { path: name, bytes })
        .collect();
    replace_layer(&layers, &options.id, &files)?;
    let weight = files.iter().map(|file| file.bytes.len()).sum();
    Ok((layers.join(&options.id), weight))
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
        write!(f, "{faults}")?;
        let wrong = grouped(faults.total());
        let empty = match blank {
            0 => String::new(),
            1 => ", 1 vide".to_owned(),
            count => format!(", {} vides", grouped(*count)),
        };
        let read = counted(*rows, "ligne lue", "lignes lues");
        let Some(((layer, _), (folder, weight))) =
            self.made.layer.as_ref().zip(self.folder.as_ref())
        else {
            writeln!(f, "{read}, {wrong} à corriger{empty}.")?;
            writeln!(f, "{layout}")?;
            return match rows.saturating_sub(faults.total() + blank) {
                0 => write!(f, "Rien n'a été écrit."),
                1 => write!(f, "Rien n'a été écrit ; --partial écrirait l'autre."),
                good => write!(
                    f,
                    "Rien n'a été écrit ; --partial écrirait les {} autres.",
                    grouped(good)
                ),
            };
        };
        let aside = match faults.total() {
            0 => String::new(),
            1 => ", 1 laissée de côté".to_owned(),
            _ => format!(", {wrong} laissées de côté"),
        };
        let points = counted(layer.points as usize, "point", "points");
        writeln!(f, "{read}, {points}{aside}{empty}.")?;
        writeln!(f, "{layout}")?;
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
