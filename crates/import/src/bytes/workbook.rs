//! Workbooks: XLSX, XLSB, XLS and ODS. Values alone are read: no macro, no formula, no link is run.

use super::limits::{MAX_CELLS, too_much};
use super::sheet_rows::{SheetRows, cell};
use super::{envelope, ods_cells, xlsb_merges, zip_guard};
use crate::header;
use crate::problem::{Finding, Problem};
use crate::rule::Rule;
use crate::table::{Cell, Format, Grid, Merge, Row};
use calamine::{
    Data, DataRef, Dimensions, Ods, OdsError, Range, Reader, Sheet, SheetType, SheetVisible, Xls,
    XlsError, Xlsb, XlsbError, Xlsx, XlsxError, XlsxFormulaMetadata,
};
use content::points::grouped;
use content::table::Foreign;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

type Bytes<'a> = Cursor<&'a [u8]>;

/// A workbook that is open.
enum Book<'a> {
    Xlsx(Box<Xlsx<Bytes<'a>>>),
    /// With its bytes: its merged cells are read beside.
    Xlsb(Box<Xlsb<Bytes<'a>>>, &'a [u8]),
    Xls(Box<Xls<Bytes<'a>>>),
    /// With the cells that are one, of each of its sheets.
    Ods(Box<Ods<Bytes<'a>>>, Vec<Vec<Merge>>),
}

/// The same as [`read`], where a workbook that makes its reader panic is a damaged one. In a browser, where a panic ends the program, it ends
/// the worker.
pub fn grid<'a>(bytes: &'a [u8], kind: Foreign, wanted: Option<&str>) -> Result<Grid<'a>, Problem> {
    let read = AssertUnwindSafe(|| read(bytes, kind, wanted));
    catch_unwind(read).unwrap_or_else(|_| Err(zip_guard::damaged()))
}

/// The sheet of this name; without one, the visible sheet with the most titles that are known, then the most rows. A hidden sheet is read when
/// it is asked for, or when no visible one holds anything.
fn read<'a>(bytes: &'a [u8], kind: Foreign, wanted: Option<&str>) -> Result<Grid<'a>, Problem> {
    let (mut book, macros) = open(bytes, kind)?;
    let (visible, hidden) = book.names();
    let names = [visible.as_slice(), &hidden].concat();
    let groups: Vec<&[String]> = match wanted {
        None => vec![&visible, &hidden],
        Some(wanted) => names.chunks(1).filter(|name| *name == [wanted]).collect(),
    };
    let mut best: Option<(header::Score, &String, Vec<Row<'static>>)> = None;
    for name in groups.iter().copied().flatten() {
        let found_in_sight = best.as_ref().is_some_and(|(score, ..)| score.1 > 0);
        if wanted.is_none() && found_in_sight && hidden.contains(name) {
            break;
        }
        let rows = book.rows(name)?;
        let score = header::score(&rows);
        if best.as_ref().is_none_or(|(most, ..)| score > *most) {
            best = Some((score, name, rows));
        }
    }
    let Some((_, sheet, rows)) = best else {
        return Err(no_sheet(wanted, &names));
    };
    let mut notes = vec![chosen(sheet, &names, &hidden)];
    if macros {
        notes.push(
            Finding::note(
                Rule::Reading,
                "le classeur contient des macros : elles ne sont ni lues ni exécutées",
                "rien à faire",
            )
            .of_file(),
        );
    }
    let merges = book.merges(sheet);
    Ok(Grid {
        format: book.format(),
        encoding: None,
        separator: None,
        sheet: Some(sheet.clone()),
        sheets: names.clone(),
        rows,
        blank: 0,
        merges,
        system: None,
        titles: None,
        notes,
    })
}

fn open(bytes: &[u8], kind: Foreign) -> Result<(Book<'_>, bool), Problem> {
    let reader = Cursor::new(bytes);
    if kind == Foreign::Xls {
        // A locked XLSX is in the envelope of an XLS, as a stream of this name.
        let name: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        if bytes.windows(name.len()).any(|window| window == name) {
            return Err(zip_guard::locked());
        }
        if !envelope::is_whole(bytes) {
            return Err(zip_guard::damaged());
        }
        let book = Xls::new(reader).map_err(|error| match error {
            XlsError::Password => zip_guard::locked(),
            _ => zip_guard::damaged(),
        })?;
        return Ok((Book::Xls(Box::new(book)), false));
    }
    let parts = zip_guard::look(bytes)?;
    let book = match kind {
        Foreign::Ods => {
            let announced = ods_cells::announced(&parts.content);
            if announced > MAX_CELLS as u64 {
                return Err(too_much(format!(
                    "une feuille annonce {announced} cellules, {} au plus sont lues",
                    grouped(MAX_CELLS)
                )));
            }
            let book = Ods::new(reader).map_err(|error| match error {
                OdsError::Password => zip_guard::locked(),
                _ => zip_guard::damaged(),
            })?;
            Book::Ods(Box::new(book), ods_cells::merges(&parts.content))
        }
        _ if parts.binary => Book::Xlsb(
            Box::new(Xlsb::new(reader).map_err(|error| match error {
                XlsbError::Password => zip_guard::locked(),
                _ => zip_guard::damaged(),
            })?),
            bytes,
        ),
        _ => Book::Xlsx(Box::new(Xlsx::new(reader).map_err(
            |error| match error {
                XlsxError::Password => zip_guard::locked(),
                _ => zip_guard::damaged(),
            },
        )?)),
    };
    Ok((book, parts.macros))
}

impl Book<'_> {
    fn format(&self) -> Format {
        match self {
            Self::Xlsx(_) => Format::Xlsx,
            Self::Xlsb(..) => Format::Xlsb,
            Self::Xls(_) => Format::Xls,
            Self::Ods(..) => Format::Ods,
        }
    }

    /// The names of the sheets that are visible, and of those that are hidden.
    fn names(&self) -> (Vec<String>, Vec<String>) {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book, _) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book, _) => book.sheets_metadata(),
        };
        let tables = sheets
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let is_visible = |sheet: &&Sheet| sheet.visible == SheetVisible::Visible;
        let (visible, hidden): (Vec<&Sheet>, Vec<&Sheet>) = tables.partition(is_visible);
        let named = |sheets: Vec<&Sheet>| sheets.iter().map(|sheet| sheet.name.clone()).collect();
        (named(visible), named(hidden))
    }

    fn rows(&mut self, sheet: &str) -> Result<Vec<Row<'static>>, Problem> {
        match self {
            Self::Xlsx(book) => streamed(book, sheet),
            Self::Xlsb(book, _) => ranged(book.worksheet_range(sheet).ok(), None),
            Self::Xls(book) => ranged(book.worksheet_range(sheet).ok(), None),
            Self::Ods(book, _) => {
                let formulas = book.worksheet_formula(sheet).ok();
                ranged(book.worksheet_range(sheet).ok(), formulas)
            }
        }
    }

    /// Cells that are one.
    fn merges(&mut self, sheet: &str) -> Vec<Merge> {
        let found = match self {
            Self::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).ok(),
            Self::Xls(book) => book.merge_cells_by_sheet_name(sheet).ok(),
            Self::Xlsb(_, bytes) => return xlsb_merges::of_sheet(bytes, sheet),
            Self::Ods(book, merges) => {
                let sheets = book.sheets_metadata();
                let rank = sheets.iter().position(|found| found.name == sheet);
                return rank
                    .and_then(|rank| merges.get(rank))
                    .cloned()
                    .unwrap_or_default();
            }
        };
        found.unwrap_or_default().iter().map(merge).collect()
    }
}

fn merge(found: &Dimensions) -> Merge {
    let span = |from: u32, to: u32| (from as usize, to as usize);
    Merge {
        rows: span(found.start.0, found.end.0),
        columns: span(found.start.1, found.end.1),
    }
}

/// Cell by cell: the size that the sheet announces is never allocated.
fn streamed(book: &mut Xlsx<Bytes<'_>>, sheet: &str) -> Result<Vec<Row<'static>>, Problem> {
    let mut rows = SheetRows::default();
    let damaged = |_: XlsxError| zip_guard::damaged();
    let mut cells = book.worksheet_cells_reader(sheet).map_err(damaged)?;
    while let Some(found) = cells.next_cell_with_formula_metadata().map_err(damaged)? {
        let (row, column) = found.pos;
        let formula = found.formula.filter(|_| found.value == DataRef::Empty);
        rows.put(
            row,
            column,
            match formula {
                Some(formula) => uncomputed(&formula),
                None => cell(found.value.into()),
            },
        )?;
    }
    Ok(rows.into_rows())
}

/// What programs write that know formulas and do not compute them: their value comes with the first spreadsheet that saves the file.
fn uncomputed(formula: &XlsxFormulaMetadata) -> Cell<'static> {
    let text = match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => {
            formula.as_str()
        }
        // The text of the others is in the first of them.
        _ => "…",
    };
    Cell::formula(format!("={text}"))
}

/// The rows of a sheet; `formulas`: those of its cells, which count where there is no value.
fn ranged(
    range: Option<Range<Data>>,
    formulas: Option<Range<String>>,
) -> Result<Vec<Row<'static>>, Problem> {
    let range = range.ok_or_else(zip_guard::damaged)?;
    let mut rows = SheetRows::default();
    let formulas = formulas.unwrap_or_default();
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let at = (top + row as u32, left + column as u32);
        if matches!(range.get_value(at), None | Some(Data::Empty)) {
            // « of:=SUM(A1) »: the prefix names the grammar (ODF 1.2, part 2, 3.3).
            let (_, text) = formula.split_once('=').unwrap_or(("", formula));
            rows.put(at.0, at.1, Cell::formula(format!("={text}")))?;
        }
    }
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        rows.put(top + row as u32, left + column as u32, cell(data.clone()))?;
    }
    Ok(rows.into_rows())
}

fn chosen(sheet: &str, names: &[String], hidden: &[String]) -> Problem {
    let masked = |name: &str| match hidden.iter().any(|hidden| hidden == name) {
        true => " (masquée)",
        false => "",
    };
    let others: Vec<String> = names
        .iter()
        .filter(|name| *name != sheet)
        .map(|name| format!("« {name} »{}", masked(name)))
        .collect();
    let read = format!("feuille « {sheet} »{} lue", masked(sheet));
    let (message, remedy) = match others.as_slice() {
        [] => (read, "rien à faire".to_owned()),
        others => (
            format!("{read} ; non lues : {}", others.join(", ")),
            "pour en lire une autre, nommez-la (--sheet)".to_owned(),
        ),
    };
    Finding::note(Rule::Reading, message, remedy).of_file()
}

fn no_sheet(wanted: Option<&str>, names: &[String]) -> Problem {
    let (message, remedy) = match wanted {
        None => (
            "le classeur n'a aucune feuille de cellules".to_owned(),
            "vérifiez le fichier".to_owned(),
        ),
        Some(wanted) => (
            format!("aucune feuille ne s'appelle « {wanted} »"),
            format!("feuilles du classeur : {}", names.join(", ")),
        ),
    };
    Finding::refusal(Rule::Empty, message, remedy).of_file()
}
