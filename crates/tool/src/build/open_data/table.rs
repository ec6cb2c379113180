//! One description of a table: it gives the CSV, its schema and its place in the package.

use serde_json::Value;

/// A table: its columns and its rows, a value a column.
pub struct Table {
    /// Name of its files, and what other tables call it.
    pub name: &'static str,
    /// What it is, in a few words.
    pub title: &'static str,
    /// What it holds, in a few sentences.
    pub description: &'static str,
    /// Columns, in order. The first is the key.
    pub columns: Vec<Column>,
    /// Columns whose values are keys of other tables: column, table.
    pub references: &'static [(&'static str, &'static str)],
    /// Rows, in order.
    pub rows: Vec<Vec<Value>>,
}

/// What a column is.
pub struct Column {
    /// Its name in the CSV.
    pub name: &'static str,
    /// The name in full.
    pub title: &'static str,
    /// What its values say.
    pub description: &'static str,
    /// A value, as the CSV has it.
    pub example: &'static str,
    /// Which values there may be.
    pub kind: Kind,
    /// Whether each row has a value.
    pub required: bool,
}

/// Which values a column may have.
pub enum Kind {
    /// One text.
    Text(Words),
    /// Several texts.
    List(Words),
    /// An address of the web.
    Uri,
    /// A whole number, not negative.
    Count,
    /// A year.
    Year,
    /// Degrees, from minus to plus this number.
    Degrees(u8),
}

/// Which texts there may be.
pub enum Words {
    /// Any.
    Any,
    /// Those of this shape: a regular expression that every language reads.
    Like(&'static str),
    /// Those of this list.
    OneOf(Vec<&'static str>),
}

/// The shape of a sheet's id.
pub const ID: Words = Words::Like("[a-z0-9-]+");

/// Columns, and how to find their values in what a row is made from.
pub struct ColumnSet<R> {
    columns: Vec<Column>,
    values: Vec<fn(&R) -> Value>,
}

impl<R> ColumnSet<R> {
    /// No column yet.
    pub fn new() -> Self {
        Self {
            columns: Vec::new(),
            values: Vec::new(),
        }
    }

    /// With a column that each row fills.
    pub fn required(self, name: &'static str, kind: Kind, value: fn(&R) -> Value) -> Self {
        self.with(name, kind, true, value)
    }

    /// With a column that may be empty.
    pub fn optional(self, name: &'static str, kind: Kind, value: fn(&R) -> Value) -> Self {
        self.with(name, kind, false, value)
    }

    fn with(
        mut self,
        name: &'static str,
        kind: Kind,
        required: bool,
        value: fn(&R) -> Value,
    ) -> Self {
        self.values.push(value);
        self.columns.push(Column {
            name,
            title: "",
            description: "",
            example: "",
            kind,
            required,
        });
        self
    }

    /// Says what the last column is: its title, its description, a value of it.
    pub fn says(
        mut self,
        title: &'static str,
        description: &'static str,
        example: &'static str,
    ) -> Self {
        if let Some(column) = self.columns.last_mut() {
            (column.title, column.description, column.example) = (title, description, example);
        }
        self
    }

    /// The columns, and the rows that they find.
    pub fn filled(self, rows: impl IntoIterator<Item = R>) -> (Vec<Column>, Vec<Vec<Value>>) {
        let found = |row: R| self.values.iter().map(|value| value(&row)).collect();
        (self.columns, rows.into_iter().map(found).collect())
    }
}

/// The values of a list, each once.
pub fn list(values: impl IntoIterator<Item = impl Into<Value>>) -> Value {
    let mut unique: Vec<Value> = Vec::new();
    for value in values.into_iter().map(Into::into) {
        if !unique.contains(&value) {
            unique.push(value);
        }
    }
    Value::Array(unique)
}

/// One of the ids of a closed list.
pub fn ids<T: Copy>(values: &[T], id: fn(T) -> &'static str) -> Words {
    Words::OneOf(values.iter().map(|&value| id(value)).collect())
}
