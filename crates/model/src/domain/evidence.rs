//! Where a claim comes from: a document, a place in it, its date.

/// A published document that sheets cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Short id, `001`.
    pub id: String,
    /// Full title, as shown.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: String,
}

impl Document {
    /// The year of its date.
    pub fn year(&self) -> Option<u16> {
        self.date.split('-').next()?.parse().ok()
    }
}

/// A place in a document, as a reader sees it. The lines that editors cite stay in the content files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Id of a [`Document`].
    pub document: String,
    /// Chapter, page or heading.
    pub place: String,
}

/// A number with what it counts, its year and its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number, in `unit`; of a range, its lower end.
    pub value: f64,
    /// The upper end of a range, in `unit`: « 120 à 150 ».
    pub to: Option<f64>,
    /// Emplois, habitants, euros, m²…
    pub unit: String,
    /// What the number says.
    pub label: String,
    /// Year it speaks of; `None` when the document gives none.
    pub year: Option<u16>,
    /// What the document sets beside it, when it does.
    pub compare: Option<Comparison>,
    /// Where it was read.
    pub source: Evidence,
}

/// The number that a document sets beside a figure, in the same unit: « France : 10,2 % ».
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The other number, in the unit of the figure.
    pub value: f64,
    /// Whose or when it is: « France », « au démarrage ».
    pub label: String,
}
