//! The rows of a table, one by one: points, or what is wrong with them.

use super::columns::Found;
use super::fault::{Faults, Trouble};
use super::table::PointTable;
use super::{place, synthetic};
use crate::Gazetteer;
use csv::ByteRecord;
use engine::geo::LonLat;

/// A row that is right.
#[derive(Clone, Debug, PartialEq)]
pub struct PointRow {
    pub at: LonLat,
    /// On one line.
    pub name: String,
    /// As written; none when empty.
    pub category: Option<String>,
}

/// All that a table gave.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub rows: Vec<PointRow>,
    pub faults: Faults,
    /// How many rows there were.
    pub read: usize,
}

impl PointTable<'_> {
    /// Reads every row.
    pub fn read(mut self, gazetteer: &Gazetteer, abroad: bool) -> Rows {
        let mut rows = Rows::default();
        let mut record = ByteRecord::new();
        // Bytes in memory, columns in any number: there is no error left for the reader to make.
        while self.reader.read_byte_record(&mut record).unwrap_or(false) {
            let line = record.position().map_or(0, csv::Position::line);
            rows.read += 1;
            match self.row(&record, rows.read, gazetteer, abroad) {
                Ok(row) => rows.rows.push(row),
                Err(trouble) => rows.faults.push(line, trouble),
            }
        }
        rows
    }

    fn row(
        &self,
        record: &ByteRecord,
        number: usize,
        gazetteer: &Gazetteer,
        abroad: bool,
    ) -> Result<PointRow, Trouble> {
        if record.len() != self.width {
            return Err(self.uneven(record.len()));
        }
        let Found { lat, lon, .. } = self.columns;
        let at = place::read(field(record, lat)?, field(record, lon)?, abroad)?;
        let name = match self.columns.name {
            Some(column) => one_line(field(record, column)?),
            None => self.made_up_name(record, number, gazetteer)?,
        };
        if name.is_empty() {
            return Err(Trouble::new("le nom est vide", "donnez un nom à ce point"));
        }
        let category = match self.columns.category {
            Some(column) => Some(one_line(field(record, column)?)),
            None => synthetic::category(number as u64).map(str::to_owned),
        };
        Ok(PointRow {
            at,
            name,
            category: category.filter(|category| !category.is_empty()),
        })
    }

    fn made_up_name(
        &self,
        record: &ByteRecord,
        number: usize,
        gazetteer: &Gazetteer,
    ) -> Result<String, Trouble> {
        let code = self.columns.insee.map(|column| field(record, column));
        let commune = gazetteer.commune_name(code.transpose()?.unwrap_or_default());
        Ok(synthetic::name(number, commune))
    }

    fn uneven(&self, found: usize) -> Trouble {
        let remedy = if self.separator == b',' && found > self.width {
            "une virgule décimale ou un nom avec une virgule ? mettez la valeur entre guillemets, ou séparez les colonnes par des points-virgules"
        } else {
            "vérifiez les séparateurs et les guillemets de cette ligne"
        };
        let expected = self.width;
        Trouble::new(format!("{found} colonnes au lieu de {expected}"), remedy)
    }
}

fn field(record: &ByteRecord, column: usize) -> Result<&str, Trouble> {
    let bytes = record.get(column).unwrap_or_default();
    let text = str::from_utf8(bytes).map(str::trim);
    text.map_err(|_| {
        Trouble::new(
            format!(
                "« {} » n'est pas de l'UTF-8",
                String::from_utf8_lossy(bytes)
            ),
            "enregistrez le tableau au format « CSV UTF-8 »",
        )
    })
}

/// Without line feeds, nor two spaces in a row.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
