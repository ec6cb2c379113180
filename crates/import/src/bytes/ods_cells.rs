//! Counts the cells that the sheets of an ODS announce, without making any: « repeat this row a million times » takes thirty bytes. And
//! finds the cells that are one.

use crate::table::Merge;

/// How many cells the filled rows announce, repetitions included (ODF 1.2, 19.675 and 19.677). Empty cells and rows count only before
/// a filled one, as readers make them then.
pub fn announced(xml: &[u8]) -> u64 {
    let mut count = Count::default();
    tags(xml).for_each(|tag| count.tag(tag));
    count.total.max(count.widest.saturating_mul(count.rows))
}

#[derive(Default)]
struct Count {
    /// Cells of all rows so far.
    total: u64,
    /// The widest row of the sheet.
    widest: u64,
    /// The rows of the sheet, up to the last filled one.
    rows: u64,
    /// Empty rows since.
    empty_rows: u64,
    /// How often the row is repeated.
    repeated: u64,
    /// Its cells, up to the last filled one.
    cells: u64,
    /// Empty cells since.
    empty: u64,
}

impl Count {
    fn tag(&mut self, tag: &[u8]) {
        let is = |name: &[u8]| is(tag, name);
        if is(b"table:table") {
            self.total = self.total.max(self.widest.saturating_mul(self.rows));
            (self.widest, self.rows, self.empty_rows) = (0, 0, 0);
        } else if is(b"table:table-row") {
            self.repeated = attribute(tag, b"table:number-rows-repeated=");
            (self.cells, self.empty) = (0, 0);
            if tag.ends_with(b"/") {
                self.end_of_row();
            }
        } else if is(b"/table:table-row") {
            self.end_of_row();
        } else if is(b"table:table-cell") || is(b"table:covered-table-cell") {
            let repeated = attribute(tag, b"table:number-columns-repeated=");
            let parts: [&[u8]; 3] = [b"office:value", b"-value=", b"table:formula="];
            let is_empty = tag.ends_with(b"/") && !parts.iter().any(|part| holds(tag, part));
            self.empty = self.empty.saturating_add(repeated);
            if !is_empty {
                self.cells = self.cells.saturating_add(self.empty);
                self.empty = 0;
            }
        }
    }

    fn end_of_row(&mut self) {
        self.empty_rows = self.empty_rows.saturating_add(self.repeated);
        if self.cells > 0 {
            self.rows = self.rows.saturating_add(self.empty_rows);
            self.empty_rows = 0;
            self.widest = self.widest.max(self.cells);
        }
    }
}

/// The most merged cells of a workbook.
const MAX_MERGES: usize = 50_000;

/// The cells that are one, of each sheet in the order of the file (ODF 1.2, 19.676 and 19.678).
pub fn merges(xml: &[u8]) -> Vec<Vec<Merge>> {
    let mut sheets: Vec<Vec<Merge>> = Vec::new();
    let (mut row, mut next_row, mut column, mut found) = (0_u64, 0_u64, 0_u64, 0);
    for tag in tags(xml) {
        if is(tag, b"table:table") {
            sheets.push(Vec::new());
            next_row = 0;
        } else if is(tag, b"table:table-row") {
            row = next_row;
            next_row = row.saturating_add(attribute(tag, b"table:number-rows-repeated="));
            column = 0;
        } else if is(tag, b"table:table-cell") || is(tag, b"table:covered-table-cell") {
            let rows = attribute(tag, b"table:number-rows-spanned=").max(1);
            let columns = attribute(tag, b"table:number-columns-spanned=").max(1);
            if (rows > 1 || columns > 1) && found < MAX_MERGES {
                let span = |from: u64, count: u64| {
                    let last = from.saturating_add(count - 1).min(u64::from(u32::MAX));
                    (from as usize, last as usize)
                };
                found += 1;
                sheets.last_mut().into_iter().for_each(|sheet| {
                    sheet.push(Merge {
                        rows: span(row, rows),
                        columns: span(column, columns),
                    });
                });
            }
            column = column.saturating_add(attribute(tag, b"table:number-columns-repeated="));
        }
    }
    sheets
}

/// What stands between `<` and `>`.
fn tags(xml: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = xml;
    core::iter::from_fn(move || {
        let at = rest.iter().position(|&byte| byte == b'<')?;
        rest = rest.get(at + 1..).unwrap_or_default();
        let end = rest
            .iter()
            .position(|&byte| byte == b'>')
            .unwrap_or(rest.len());
        let (tag, after) = rest.split_at(end);
        rest = after;
        Some(tag)
    })
}

/// Whether a tag has this name.
fn is(tag: &[u8], name: &[u8]) -> bool {
    let after = tag.strip_prefix(name);
    after.is_some_and(|rest| {
        matches!(
            rest.first(),
            None | Some(b' ' | b'/' | b'\n' | b'\r' | b'\t')
        )
    })
}

/// The number of an attribute; 1 without it, and « a great many » when it is no number that anyone needs.
fn attribute(tag: &[u8], name: &[u8]) -> u64 {
    let Some(at) = tag.windows(name.len()).position(|window| window == name) else {
        return 1;
    };
    let value = tag.get(at + name.len() + 1..).unwrap_or_default();
    let digits = value.iter().take_while(|byte| byte.is_ascii_digit());
    digits.fold(0_u64, |number, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u64::from(digit - b'0'))
    })
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::{announced, merges};

    #[test]
    fn merged_cells_are_those_of_their_sheet() {
        let xml = "<table:table table:name=\"a\"><table:table-row/></table:table>\
            <table:table table:name=\"b\"><table:table-column/><table:table-row table:number-rows-repeated=\"2\"/>\
            <table:table-row><table:table-cell table:number-columns-repeated=\"3\"/>\
            <table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"4\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>";
        let found: Vec<_> = merges(xml.as_bytes())
            .iter()
            .map(|sheet| {
                sheet
                    .iter()
                    .map(|merge| (merge.rows, merge.columns))
                    .collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(found, [vec![], vec![((2, 5), (3, 4))]]);
    }

    #[test]
    fn repetitions_are_counted_where_they_are_filled() {
        let cell =
            "<table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell>";
        let row = |repeated: &str, cells: &str| {
            format!("<table:table-row{repeated}>{cells}</table:table-row>")
        };
        let sheet = |rows: &str| format!("<table:table table:name=\"a\">{rows}</table:table>");
        let many = " table:number-rows-repeated=\"1000000\"";
        let wide = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
        for (xml, expected) in [
            (sheet(&row("", cell)), 1),
            // What spreadsheets write after the last row, and the last column.
            (
                sheet(&[row("", &format!("{cell}{wide}")), row(many, wide)].concat()),
                1,
            ),
            (sheet(&row(many, cell)), 1_000_000),
            (sheet(&row(many, &format!("{wide}{cell}"))), 16_385_000_000),
            (sheet(&[row(many, wide), row("", cell)].concat()), 1_000_001),
            (
                sheet(&row(
                    "",
                    "<table:table-cell table:formula=\"of:=A1\" table:number-columns-repeated=\"16384\"/>",
                )),
                16_384,
            ),
            (sheet(""), 0),
        ] {
            assert_eq!(announced(xml.as_bytes()), expected, "{xml}");
        }
    }
}
