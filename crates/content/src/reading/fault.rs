//! What is wrong with a line of TOML, read off the line itself: the parser gives no kinds of errors, only English sentences.

/// A mistake that an editor can make in a line of TOML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A text without quotes.
    Unquoted,
    /// A quote is missing, or a backslash is too many.
    Quotes,
    /// A field name with an accent, a space or punctuation.
    FieldName,
    /// The same field or table twice.
    Twice,
    /// Text after the value.
    Extra,
    /// A bracket of a table is missing.
    Table,
    /// A bracket or a comma of a list is missing.
    List,
    /// A field without a value.
    NoValue,
}

impl Fault {
    /// What is wrong.
    pub fn what(self) -> &'static str {
        match self {
            Self::Unquoted => "un texte n'est pas entre guillemets",
            Self::Quotes => "un guillemet droit manque ou une barre oblique inverse est de trop",
            Self::FieldName => "un nom de champ contient un accent, un espace ou une ponctuation",
            Self::Twice => "le champ est écrit deux fois",
            Self::Extra => "il y a du texte en trop après la valeur",
            Self::Table => "un crochet manque",
            Self::List => "une virgule ou un crochet fermant manque dans une liste",
            Self::NoValue => "un champ n'a pas de valeur",
        }
    }

    /// What to do.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Unquoted => "Écrivez la valeur entre guillemets droits : \"…\".",
            Self::Quotes => {
                "Fermez le texte avec un guillemet droit sur la même ligne ; dans le texte, employez « … » plutôt que \"…\"."
            }
            Self::FieldName => "Écrivez le nom du champ comme dans docs/FORMAT.md.",
            Self::Twice => "Gardez une seule ligne pour ce champ.",
            Self::Extra => {
                "Un seul champ par ligne ; dans un texte, employez « … » plutôt que des guillemets droits."
            }
            Self::Table => {
                "Écrivez [[places]] avec deux crochets de chaque côté, ou [figures.source] avec un seul."
            }
            Self::List => "Séparez les valeurs par des virgules et fermez la liste : [ …, … ].",
            Self::NoValue => "Écrivez champ = valeur, ou supprimez la ligne.",
        }
    }
}

/// The fault at a byte of `text` that a parser refused; `None` when the line does not tell.
pub fn fault(text: &str, at: usize) -> Option<Fault> {
    let (before, _) = text.split_at_checked(at)?;
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let (above, rest) = text.split_at_checked(line_start)?;
    let line = rest.lines().next().unwrap_or_default();
    let column = at - line_start;
    let in_long_text = above.matches("\"\"\"").count() % 2 == 1;
    if in_long_text || line.trim().is_empty() {
        return None;
    }
    let scan = Scan::of(above);
    if scan.in_list {
        return Some(in_list(line, column));
    }
    if line.trim_start().starts_with('[') {
        return header(line, &scan);
    }
    let Some((key, value)) = line.split_once('=') else {
        return Some(Fault::NoValue);
    };
    if column < key.len() || key.trim().is_empty() {
        return field_name(key.trim(), &scan);
    }
    let value_start = line.len() - value.trim_start().len();
    in_value(value.trim(), column.saturating_sub(value_start))
}

fn field_name(key: &str, scan: &Scan<'_>) -> Option<Fault> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.\"'".contains(c);
    if key.is_empty() || !key.chars().all(plain) {
        Some(Fault::FieldName)
    } else {
        scan.fields.contains(&key).then_some(Fault::Twice)
    }
}

fn header(line: &str, scan: &Scan<'_>) -> Option<Fault> {
    let line = without_comment(line).trim();
    let opening = line.chars().take_while(|&c| c == '[').count();
    let closing = line.chars().rev().take_while(|&c| c == ']').count();
    if opening != closing {
        Some(Fault::Table)
    } else {
        scan.tables.contains(&line).then_some(Fault::Twice)
    }
}

/// The fault `column` bytes into a value.
fn in_value(value: &str, column: usize) -> Option<Fault> {
    match value.chars().next() {
        None | Some('#') => Some(Fault::NoValue),
        Some('{' | '=') => None,
        Some('[') => Some(in_list(value, column)),
        Some('"' | '\'') => Some(match string_end(value) {
            Some(end) if column >= end => Fault::Extra,
            _ => Fault::Quotes,
        }),
        Some(_) if looks_like_a_word(value) => Some(Fault::Unquoted),
        Some(_) => value
            .get(..column)
            .is_some_and(|read| !read.is_empty())
            .then_some(Fault::Extra),
    }
}

/// The fault at a byte of a line of a list.
fn in_list(line: &str, column: usize) -> Fault {
    let unclosed = scan_line(line).1;
    let there = line.get(column..).and_then(|rest| rest.chars().next());
    match there {
        _ if unclosed => Fault::Quotes,
        Some(c) if c.is_alphabetic() && !line.contains('=') => Fault::Unquoted,
        _ => Fault::List,
    }
}

/// Whether a value without quotes is a text: neither a number, nor a date, nor a boolean that is only misspelt.
fn looks_like_a_word(value: &str) -> bool {
    let value = without_comment(value).trim();
    let numeric = value
        .chars()
        .all(|c| c.is_ascii_digit() || "+-_.:,TZ = ".contains(c) || c.is_ascii_lowercase());
    let boolean = ["true", "false"]
        .iter()
        .any(|word| value.eq_ignore_ascii_case(word));
    let number = value.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) && numeric;
    !boolean && !number
}

/// Where a quoted text ends, its quotes included.
fn string_end(value: &str) -> Option<usize> {
    let mut chars = value.char_indices();
    let (_, quote) = chars.next()?;
    while let Some((at, c)) = chars.next() {
        if c == quote {
            return Some(at + 1);
        }
        if c == '\\' && quote == '"' {
            chars.next();
        }
    }
    None
}

fn without_comment(line: &str) -> &str {
    line.split_once('#').map_or(line, |(before, _)| before)
}

/// What the lines above a fault say.
#[derive(Default)]
struct Scan<'a> {
    /// Headers, trimmed, of tables that may be there once.
    tables: Vec<&'a str>,
    /// Names of the fields since the last header.
    fields: Vec<&'a str>,
    /// Whether a list is still open.
    in_list: bool,
}

impl<'a> Scan<'a> {
    fn of(text: &'a str) -> Self {
        let mut scan = Self::default();
        let mut depth = 0;
        for line in text.lines() {
            if depth == 0 && line.trim_start().starts_with('[') {
                scan.fields.clear();
                let header = without_comment(line).trim();
                if !header.starts_with("[[") {
                    scan.tables.push(header);
                }
                continue;
            }
            if depth == 0
                && let Some((key, _)) = line.split_once('=')
            {
                scan.fields.push(key.trim());
            }
            depth = (depth + scan_line(line).0).max(0);
        }
        scan.in_list = depth > 0;
        scan
    }
}

/// How many more brackets a line opens than it closes, and whether a text is left open.
fn scan_line(line: &str) -> (i32, bool) {
    let mut depth = 0;
    let mut quote = None;
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some('"'), '\\') => {
                chars.next();
            }
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '#') => break,
            (None, '[') => depth += 1,
            (None, ']') => depth -= 1,
            (None, _) => {}
        }
    }
    (depth, quote.is_some())
}
