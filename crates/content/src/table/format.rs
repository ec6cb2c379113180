//! What a file is, from its first bytes: a table is text, and people hand over whatever they have.

use core::fmt;

/// A file that is not a table in text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A workbook of Excel.
    Xlsx,
    /// A workbook of LibreOffice.
    Ods,
    /// A workbook of an old Excel.
    Xls,
    /// Any other zip.
    Zip,
    /// Any other archive or compressed file.
    Archive,
    /// JSON of geography.
    GeoJson,
    /// Any other JSON.
    Json,
    /// A web page.
    Html,
    /// XML, KML included.
    Xml,
    /// A document to print.
    Pdf,
    /// An image, a database, a program…
    Binary,
}

/// The first bytes that files begin with.
const SIGNATURES: [(&[u8], Foreign); 11] = [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::Xls),
    (b"%PDF-", Foreign::Pdf),
    (b"\x1f\x8b", Foreign::Archive),
    (b"7z\xbc\xaf\x27\x1c", Foreign::Archive),
    (b"Rar!\x1a\x07", Foreign::Archive),
    (b"BZh", Foreign::Archive),
    (b"\xfd7zXZ\0", Foreign::Archive),
    (b"\x28\xb5\x2f\xfd", Foreign::Archive),
    (b"\x89PNG", Foreign::Binary),
    (b"SQLite format 3\0", Foreign::Binary),
    (b"PAR1", Foreign::Binary),
];

/// Where the names of a zip are looked for: its first entries, and the directory at its end.
const ZIP_START: usize = 4096;
const ZIP_END: usize = 65_536;

impl Foreign {
    /// The kind of a file that is not text, as far as its first bytes tell.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Some(zipped(bytes));
        }
        let signed = SIGNATURES
            .iter()
            .find(|(start, _)| bytes.starts_with(start));
        signed.map(|&(_, kind)| kind).or_else(|| of_text(bytes))
    }

    /// What it is, in French, with its article.
    pub fn what(self) -> &'static str {
        match self {
            Self::Xlsx => "un classeur Excel (XLSX)",
            Self::Ods => "un classeur LibreOffice (ODS)",
            Self::Xls => "un classeur d'un ancien Excel (XLS)",
            Self::Zip => "une archive ZIP",
            Self::Archive => "un fichier compressé",
            Self::GeoJson => "du GeoJSON",
            Self::Json => "du JSON",
            Self::Html => "une page web (HTML)",
            Self::Xml => "du XML",
            Self::Pdf => "un document PDF",
            Self::Binary => "un fichier binaire",
        }
    }

    /// What to do, in French.
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Xlsx | Self::Ods | Self::Xls => {
                "ouvrez-le dans un tableur, choisissez la feuille, puis « Enregistrer sous », type « CSV UTF-8 »"
            }
            Self::Zip => "décompressez-la, et donnez le fichier CSV qu'elle contient",
            Self::Archive => {
                "décompressez-le, et donnez le fichier CSV qu'il contient (seul un .csv.gz est lu tel quel)"
            }
            Self::GeoJson => {
                "exportez-le en CSV, avec une colonne latitude et une colonne longitude : QGIS le fait (« Exporter », format CSV, géométrie AS_XY)"
            }
            Self::Json | Self::Xml => {
                "cherchez un export CSV des mêmes données, ou convertissez-les dans un tableur"
            }
            Self::Html => {
                "si c'est un tableau qu'un logiciel exporte sous un nom de classeur (.xls), ouvrez-le dans un tableur et enregistrez-le en « CSV UTF-8 » ; sinon le téléchargement a rapporté une page : téléchargez le CSV lui-même"
            }
            Self::Pdf => {
                "demandez le tableau dont il a été tiré : un PDF ne se lit pas comme un tableau"
            }
            Self::Binary => "exportez le tableau en « CSV UTF-8 »",
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. Que faire : {}.", self.what(), self.remedy())
    }
}

/// A workbook is a zip: the names of its entries tell, which a zip does not compress.
fn zipped(bytes: &[u8]) -> Foreign {
    let start = bytes.get(..ZIP_START).unwrap_or(bytes);
    let end = bytes.get(bytes.len().saturating_sub(ZIP_END)..);
    let named = |name: &[u8]| {
        [start, end.unwrap_or_default()]
            .iter()
            .any(|part| holds(part, name))
    };
    if holds(start, b"application/vnd.oasis.opendocument.spreadsheet") {
        Foreign::Ods
    } else if named(b"xl/workbook") {
        Foreign::Xlsx
    } else {
        Foreign::Zip
    }
}

/// Text that is of another kind than a table.
fn of_text(bytes: &[u8]) -> Option<Foreign> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = text.trim_ascii_start();
    let start = text.get(..1000).unwrap_or(text).to_ascii_lowercase();
    let inside = start.get(1..).unwrap_or_default().trim_ascii_start();
    match start.first()? {
        b'{' if matches!(inside.first(), None | Some(b'"' | b'}')) => Some(json(&start)),
        b'[' if matches!(inside.first(), None | Some(b'{' | b'[' | b']')) => Some(json(&start)),
        b'<' if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") => {
            Some(Foreign::Html)
        }
        b'<' if start.starts_with(b"<?xml") || start.starts_with(b"<kml") => Some(Foreign::Xml),
        _ => None,
    }
}

fn json(start: &[u8]) -> Foreign {
    if holds(start, b"featurecollection") || holds(start, b"\"geometry\"") {
        Foreign::GeoJson
    } else {
        Foreign::Json
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
