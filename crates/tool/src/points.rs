//! `leviers points FILE.csv`: reads a table and writes a layer of points.

use crate::build::{OutputFile, folder};
use anyhow::{Context, Result, bail};
use content::Gazetteer;
use content::points::{self, LayerFile, Made, PointsRequest, Wanted, grouped};
use core::fmt;
use flate2::read::MultiGzDecoder;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What the command is asked.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PointsOptions {
    /// Tableau CSV, séparé par des virgules, des points-virgules ou des tabulations ; compressé (.csv.gz) ou non
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
    /// Dossier des couches, où celle-ci aura le sien
    #[arg(long, value_name = "DIR", default_value = "public/data/points")]
    pub out: PathBuf,
    /// Points inventés pour essayer la carte, qui le dira ; les noms et les catégories qui manquent sont inventés aussi
    #[arg(long)]
    pub synthetic: bool,
    /// Garde les lignes justes quand d'autres sont à corriger
    #[arg(long)]
    pub partial: bool,
    /// Accepte les points hors de France
    #[arg(long)]
    pub abroad: bool,
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
    let text = unzipped(&options.file)?;
    let request = PointsRequest {
        title: options.title.clone(),
        credit: options.credit.clone(),
        synthetic: options.synthetic,
        partial: options.partial,
        abroad: options.abroad,
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
    if id.is_empty() || !id.chars().all(is_plain) {
        bail!(
            "--id {id} : un identifiant n'a que des minuscules, des chiffres et des traits d'union"
        );
    }
    Ok(())
}

/// The bytes of a file, decompressed if it is gzip.
fn unzipped(path: &Path) -> Result<Vec<u8>> {
    let unreadable = || format!("Impossible de lire {}", path.display());
    let bytes = fs::read(path).with_context(unreadable)?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut text = Vec::new();
    let decompressed = MultiGzDecoder::new(&bytes[..]).read_to_end(&mut text);
    decompressed.with_context(|| format!("{} : fichier gzip abîmé", path.display()))?;
    Ok(text)
}

/// Writes the files in the folder of the layer. Returns that folder, and the size of the files in bytes.
fn write(options: &PointsOptions, files: Vec<LayerFile>) -> Result<(PathBuf, usize)> {
    let folder = options.out.join(&options.id);
    let is_empty = |folder: &PathBuf| folder.read_dir().is_ok_and(|mut all| all.next().is_none());
    if folder.exists() && !folder.join("layer.bin").exists() && !is_empty(&folder) {
        bail!(
            "{} n'est pas le dossier d'une couche : choisissez un autre --id ou un autre --out",
            folder.display()
        );
    }
    let files: Vec<OutputFile> = files
        .into_iter()
        .map(|LayerFile { name, bytes }| OutputFile { path: name, bytes })
        .collect();
    folder::write_layer(&folder, &files)?;
    let weight = files.iter().map(|file| file.bytes.len()).sum();
    Ok((folder, weight))
}

impl Written {
    /// Whether a layer was written.
    pub fn done(&self) -> bool {
        self.folder.is_some()
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.made.faults)?;
        let rows = grouped(self.made.rows);
        let Some(((layer, _), (folder, weight))) =
            self.made.layer.as_ref().zip(self.folder.as_ref())
        else {
            let good = grouped(self.made.rows.saturating_sub(self.made.faults.total()));
            return write!(
                f,
                "{rows} lignes lues, {} à corriger. Rien n'a été écrit ; --partial écrirait les {good} autres.",
                grouped(self.made.faults.total())
            );
        };
        writeln!(
            f,
            "{rows} lignes lues, {} points{}.",
            grouped(layer.points as usize),
            match self.made.faults.total() {
                0 => String::new(),
                left => format!(", {} laissées de côté", grouped(left)),
            }
        )?;
        writeln!(f, "{}", self.made.categories)?;
        write!(
            f,
            "Écrit : {}, {} ko dont points.bin {} ko ; {} ko de mémoire une fois chargé.",
            folder.display(),
            grouped(weight / 1000),
            grouped(layer.points_bytes as usize / 1000),
            grouped(engine::memory(layer.points) as usize / 1000)
        )
    }
}
