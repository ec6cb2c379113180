//! A table as text: names to the left, numbers to the right.

use core::fmt;

/// Ids are written beside a count when there are no more than this.
const FEW: usize = 5;

/// A table of counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountTable {
    /// What is counted.
    pub title: String,
    /// Names of the columns of numbers; none when there is one that needs no name.
    pub columns: Vec<&'static str>,
    /// Lines, in order.
    pub lines: Vec<Line>,
}

/// A line of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub name: String,
    /// Its numbers, one a column.
    pub numbers: Vec<usize>,
    /// The sheets that are counted, when it helps to know them.
    pub ids: Vec<String>,
}

impl Line {
    /// A line of numbers.
    pub fn new(name: impl Into<String>, numbers: impl Into<Vec<usize>>) -> Self {
        Self {
            name: name.into(),
            numbers: numbers.into(),
            ids: Vec::new(),
        }
    }
}

/// `{:#}` writes all ids, `{}` those of short lists.
impl fmt::Display for CountTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.lines.iter().map(|line| length(&line.name));
        let name_width = names.chain([length(&self.title)]).max().unwrap_or_default();
        let widths = self.widths();
        f.write_str(&self.title)?;
        let gap = name_width - length(&self.title);
        for (index, (column, width)) in self.columns.iter().zip(&widths).enumerate() {
            let width = width + if index == 0 { gap } else { 0 };
            write!(f, "  {column:>width$}")?;
        }
        writeln!(f)?;
        for line in &self.lines {
            write!(f, "  {:name_width$}", line.name)?;
            for (column, (number, width)) in line.numbers.iter().zip(&widths).enumerate() {
                // The lines stand two columns to the right of the title.
                let width = if column == 0 {
                    width.saturating_sub(2)
                } else {
                    *width
                };
                write!(f, "  {number:>width$}")?;
            }
            if !line.ids.is_empty() && (f.alternate() || line.ids.len() <= FEW) {
                write!(f, "  {}", line.ids.join(", "))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

impl CountTable {
    /// Width of each column of numbers.
    fn widths(&self) -> Vec<usize> {
        let count = self.lines.iter().map(|line| line.numbers.len()).max();
        let width = |column: usize| {
            let numbers = self
                .lines
                .iter()
                .filter_map(|line| line.numbers.get(column));
            let header = self.columns.get(column).map_or(0, |name| length(name));
            let widest = numbers.map(|number| number.to_string().len()).max();
            // The first one makes room for the indent of its lines.
            header.max(widest.unwrap_or_default() + if column == 0 { 2 } else { 0 })
        };
        (0..count.unwrap_or_default()).map(width).collect()
    }
}

/// Length in characters, as `{:width$}` counts it.
fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned() {
        let ids = |count: usize| (1..=count).map(|id| format!("f{id}")).collect();
        let table = CountTable {
            title: "Fiches".into(),
            columns: vec!["vues", "écrites"],
            lines: vec![
                Line::new("Été", [1, 2]),
                Line {
                    ids: ids(2),
                    ..Line::new("Aéroports", [20, 30_000])
                },
                Line {
                    ids: ids(6),
                    ..Line::new("Gares", [6, 6])
                },
            ],
        };
        let text = "\
Fiches     vues  écrites
  Été         1        2
  Aéroports  20    30000  f1, f2
  Gares       6        6";
        assert_eq!(table.to_string().trim_end(), text);
        assert!(format!("{table:#}").ends_with("6  f1, f2, f3, f4, f5, f6\n"));
    }
}
