//! `leviers points FILE.csv`: a layer of points, from a table with a place, a name and a category a row.

mod categories;
mod columns;
mod fault;
mod files;
mod place;
mod rows;
mod synthetic;
mod table;
#[cfg(test)]
mod tests;

use super::Gazetteer;
use crate::data::points::{Columns, Layer, snap};
use crate::geo::mercator;
use anyhow::{Context, Result, bail, ensure};
use categories::Categories;
use columns::Wanted;
use core::fmt;
use fault::{Faults, millions};
use rows::{Row, Rows};
use std::path::{Path, PathBuf};
use table::Table;

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
    pub columns: Wanted,
}

/// What there is to say once the table is read.
#[derive(Clone, Debug)]
pub struct Written {
    faults: Faults,
    rows: usize,
    /// The layer and its folder; none when nothing was written.
    layer: Option<(Layer, PathBuf, usize)>,
    categories: Categories,
}

/// Reads the table and writes the layer, unless a row is wrong and not all may be left out. The gazetteer names the communes of
/// synthetic points.
///
/// # Errors
/// When the id is not one, the table cannot be read as a table, a column is missing, no row is right, or a file cannot be written.
pub fn make_points(options: &PointsOptions, gazetteer: &Gazetteer) -> Result<Written> {
    check_id(&options.id)?;
    let text = table::bytes(&options.file)?;
    let file = options.file.display().to_string();
    let table = Table::open(&text, options).with_context(|| file.clone())?;
    let Rows { rows, faults, read } = table.read(gazetteer, options.abroad);
    let categories = Categories::of(rows.iter().map(|row| row.category.as_deref()));
    let mut written = Written {
        faults: faults.of_file(&file),
        rows: read,
        layer: None,
        categories,
    };
    if written.faults.total() > 0 && !options.partial {
        return Ok(written);
    }
    ensure!(!rows.is_empty(), "{file} : aucune ligne à garder");
    let (layer, files) = layer(rows, &written.categories, options)?;
    let (folder, weight) = files::write(options, &files)?;
    written.layer = Some((layer, folder, weight));
    Ok(written)
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

/// The descriptor and all the files of the points, which take the order of their keys.
fn layer(
    rows: Vec<Row>,
    categories: &Categories,
    options: &PointsOptions,
) -> Result<(Layer, Vec<super::build::OutputFile>)> {
    let key = |row: &Row| snap(mercator::project(row.at).to_fixed());
    let mut keyed: Vec<(u64, Row)> = rows.into_iter().map(|row| (key(&row), row)).collect();
    keyed.sort_by_key(|&(key, _)| key);
    let slots = keyed
        .iter()
        .map(|(_, row)| categories.slot(row.category.as_deref()));
    let keys = keyed.iter().map(|&(key, _)| key).collect();
    let columns = Columns::new(keys, slots.collect()).context("trop de points")?;
    let points = columns.encode();
    let layer = Layer {
        title: options.title.clone(),
        credit: options.credit.clone(),
        synthetic: options.synthetic,
        categories: categories.names().map(str::to_owned).collect(),
        ..Layer::default()
    };
    let layer = layer.measured(&columns, &points);
    let names: Vec<&str> = keyed.iter().map(|(_, row)| row.name.as_str()).collect();
    let files = files::of(&layer, points, &names);
    Ok((layer, files))
}

impl Written {
    /// Whether a layer was written.
    pub fn done(&self) -> bool {
        self.layer.is_some()
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.faults)?;
        let rows = millions(self.rows);
        let Some((layer, folder, weight)) = &self.layer else {
            let good = millions(self.rows.saturating_sub(self.faults.total()));
            return write!(
                f,
                "{rows} lignes lues, {} à corriger. Rien n'a été écrit ; --partial écrirait les {good} autres.",
                millions(self.faults.total())
            );
        };
        writeln!(
            f,
            "{rows} lignes lues, {} points{}.",
            millions(layer.points as usize),
            match self.faults.total() {
                0 => String::new(),
                left => format!(", {} laissées de côté", millions(left)),
            }
        )?;
        writeln!(f, "{}", self.categories)?;
        write!(
            f,
            "Écrit : {}, {} ko dont points.bin {} ko ; {} ko de mémoire une fois chargé.",
            folder.display(),
            millions(weight / 1000),
            millions(layer.points_bytes as usize / 1000),
            millions(crate::map::memory(layer.points) as usize / 1000)
        )
    }
}

/// The file that a layer's folder always has.
pub(super) fn descriptor(folder: &Path) -> PathBuf {
    folder.join("layer.bin")
}
