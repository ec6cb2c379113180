//! Reads the fields of a TOML table one by one. A field that is wrong is recorded as a problem, and reading goes on.

use super::{At, SourceFile, characters::check_field, choice::Choice, spaces::check_spaces};
use crate::{Rule, nearest};
use core::{cell::RefCell, ops::Range};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of the front matter. Fields that nobody asks for are unknown: a misspelt name never goes unseen.
pub struct Fields<'a> {
    file: &'a SourceFile,
    table: &'a DeTable<'a>,
    /// Byte of the file where the TOML begins: the parser counts from there.
    base: usize,
    /// Byte of the file where the table's header is: a missing field is reported there.
    header: usize,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    /// Reads a table, then reports the fields that were not asked for.
    pub(super) fn read<T>(
        file: &SourceFile,
        base: usize,
        table: &DeTable<'_>,
        header: usize,
        read: impl FnOnce(&Fields<'_>) -> T,
    ) -> T {
        let fields = Fields {
            file,
            table,
            base,
            header,
            asked: RefCell::default(),
        };
        let value = read(&fields);
        fields.report_unknown();
        value
    }

    /// The file being read.
    pub fn file(&self) -> &'a SourceFile {
        self.file
    }

    /// Whether the field is written.
    pub fn has(&self, key: &'static str) -> bool {
        self.find(key).is_some()
    }

    /// Whether a list is absent or empty.
    pub fn is_without(&self, key: &'static str) -> bool {
        self.find(key).is_none_or(|value| {
            value
                .get_ref()
                .as_array()
                .is_some_and(|items| items.is_empty())
        })
    }

    /// Records a problem where this field is, or at the table's header when it is not written.
    pub fn problem(
        &self,
        key: &'static str,
        rule: Rule,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let at = self
            .find(key)
            .map_or(self.header, |value| self.bytes(value).start);
        self.file.problem(at, rule, message, remedy);
    }

    /// Records that a field is missing.
    pub fn missing(&self, key: &'static str) {
        self.problem(
            key,
            Rule::MissingField,
            format!("Le champ « {key} » manque."),
            format!("Ajoutez une ligne {key} = … (voir docs/FORMAT.md)."),
        );
    }

    /// A text that must be there.
    pub fn text(&self, key: &'static str) -> Option<String> {
        self.text_at(key).map(|at| at.value)
    }

    /// A text that must be there, with its place.
    pub fn text_at(&self, key: &'static str) -> Option<At<String>> {
        if !self.has(key) {
            self.missing(key);
        }
        self.text_at_if_any(key)
    }

    /// A text that may be absent.
    pub fn text_if_any(&self, key: &'static str) -> Option<String> {
        self.text_at_if_any(key).map(|at| at.value)
    }

    /// The editor's own sentences: a text that must be there, noted for the check against the sources.
    pub fn prose(&self, key: &'static str) -> Option<String> {
        let at = self.text_at(key)?;
        self.file.note(|notes| notes.prose.push(at.bytes));
        Some(at.value)
    }

    /// A text that may be absent, with its place.
    pub fn text_at_if_any(&self, key: &'static str) -> Option<At<String>> {
        let value = self.find(key)?;
        let text = self.as_text(key, value)?;
        if text.value.is_empty() {
            self.problem(
                key,
                Rule::EmptyText,
                format!("Le champ « {key} » est vide."),
                "Remplissez-le, ou supprimez la ligne si le champ est facultatif.",
            );
            return None;
        }
        Some(text)
    }

    /// Yes or no; no when absent.
    pub fn flag_if_any(&self, key: &'static str) -> bool {
        let Some(value) = self.find(key) else {
            return false;
        };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, "true ou false, sans guillemets");
        }
        flag.unwrap_or_default()
    }

    /// A whole number that may be absent.
    pub fn integer_if_any(&self, key: &'static str) -> Option<i64> {
        let value = self.find(key)?;
        let integer = as_integer(value.get_ref());
        if integer.is_none() {
            self.wrong_type(key, "un nombre entier, sans guillemets ni espace");
        }
        integer
    }

    /// A number that may be absent.
    pub fn number_if_any(&self, key: &'static str) -> Option<f64> {
        let value = self.find(key)?;
        let number = as_number(value.get_ref()).filter(|number| number.is_finite());
        if number.is_none() {
            self.wrong_type(
                key,
                "un nombre, sans guillemets ni espace, avec un point décimal",
            );
        }
        number
    }

    /// A value of a closed list that must be there.
    pub fn choice<T: Copy>(&self, key: &'static str, choice: &Choice<T>) -> Option<T> {
        let text = self.text_at(key)?;
        choice.read(self.file, &text)
    }

    /// A value of a closed list that may be absent.
    pub fn choice_if_any<T: Copy>(&self, key: &'static str, choice: &Choice<T>) -> Option<T> {
        let text = self.text_at_if_any(key)?;
        choice.read(self.file, &text)
    }

    /// The values of a list, each of a closed list and each once; nothing when it is absent.
    pub fn choices<T: Copy + PartialEq>(&self, key: &'static str, choice: &Choice<T>) -> Vec<T> {
        let mut values = Vec::new();
        for text in self.texts(key) {
            match choice.read(self.file, &text) {
                Some(value) if values.contains(&value) => self.repeated(&text),
                Some(value) => values.push(value),
                None => {}
            }
        }
        values
    }

    /// Records that a value is there twice.
    pub fn repeated(&self, text: &At<String>) {
        self.file.problem(
            text.bytes.start,
            Rule::RepeatedValue,
            format!("« {} » est là deux fois.", text.value),
            "Gardez-le une seule fois.",
        );
    }

    /// The texts of a list; nothing when it is absent.
    pub fn texts(&self, key: &'static str) -> Vec<At<String>> {
        self.items(key, "une liste de textes : [\"…\", \"…\"]")
            .into_iter()
            .filter_map(|item| self.as_text(key, item))
            .collect()
    }

    /// The whole numbers of a list, with the list's place, when it is there and well formed.
    pub fn integers_if_any(&self, key: &'static str) -> Option<Vec<i64>> {
        let items = self.find(key)?.get_ref().as_array()?;
        items
            .iter()
            .map(|item| as_integer(item.get_ref()))
            .collect()
    }

    /// Reads each table of a list (`[[key]]`); nothing when it is absent. Tables that cannot be read are left out.
    pub fn tables<T>(&self, key: &'static str, read: impl Fn(&Fields<'_>) -> Option<T>) -> Vec<T> {
        self.items(key, &format!("une suite de tables [[{key}]]"))
            .into_iter()
            .filter_map(|item| self.as_table(key, item, &read))
            .collect()
    }

    /// Reads a table (`[parent.key]`); `None` when it is absent.
    pub fn table<T>(
        &self,
        key: &'static str,
        read: impl Fn(&Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        self.as_table(key, self.find(key)?, &read)
    }

    fn find(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let mut asked = self.asked.borrow_mut();
        if !asked.contains(&key) {
            asked.push(key);
        }
        self.table.get(key)
    }

    fn bytes(&self, value: &Spanned<DeValue<'_>>) -> Range<usize> {
        let span = value.span();
        self.base + span.start..self.base + span.end
    }

    fn as_text(&self, key: &'static str, value: &Spanned<DeValue<'_>>) -> Option<At<String>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(key, "un texte entre guillemets droits");
            return None;
        };
        let text = text.trim();
        let bytes = self.bytes(value);
        check_field(self.file, bytes.start, key, text);
        if key != "notes" {
            check_spaces(self.file, bytes.start, text);
        }
        Some(At {
            value: text.to_owned(),
            bytes,
        })
    }

    fn items(&self, key: &'static str, expected: &str) -> Vec<&'a Spanned<DeValue<'a>>> {
        let Some(value) = self.find(key) else {
            return Vec::new();
        };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, expected);
            return Vec::new();
        };
        items.iter().collect()
    }

    fn as_table<T>(
        &self,
        key: &'static str,
        value: &Spanned<DeValue<'_>>,
        read: impl Fn(&Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, "une table");
            return None;
        };
        let header = self.bytes(value).start;
        Fields::read(self.file, self.base, table, header, read)
    }

    fn wrong_type(&self, key: &'static str, expected: &str) {
        self.problem(
            key,
            Rule::WrongType,
            format!("La valeur de « {key} » n'est pas du bon type."),
            format!("Écrivez {expected}."),
        );
    }

    fn report_unknown(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table.iter() {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                self.file.problem(
                    self.base + key.span().start,
                    Rule::UnknownField,
                    format!("Le champ « {name} » n'existe pas ici."),
                    nearest::remedy(name, &asked).replace("Valeurs permises", "Champs permis"),
                );
            }
        }
    }
}

fn as_integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn as_number(value: &DeValue<'_>) -> Option<f64> {
    match value.as_float() {
        Some(float) => float.as_str().parse().ok(),
        None => as_integer(value).map(|integer| integer as f64),
    }
}
