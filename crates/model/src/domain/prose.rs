//! The text of a sheet, as data: it can only ever become text on screen.

closed_list! {
    /// The headings a sheet may have. The id is the heading as editors write it.
    Heading {
        /// Initiative.
        Context = "Contexte",
        /// Initiative.
        Activity = "Ce que fait l'initiative",
        /// Initiative.
        AuthorityAction = "Comment la collectivité a agi",
        /// Initiative.
        Transversality = "Transversalité",
        /// Initiative.
        Partners = "Partenaires",
        /// Initiative.
        Funding = "Financement",
        /// Initiative.
        Results = "Résultats et bénéfices",
        /// Initiative.
        Obstacles = "Freins",
        /// Initiative.
        SuccessFactors = "Facteurs de réussite",
        /// Authority.
        Policy = "Politique",
        /// Authority.
        Means = "Moyens",
        /// Authority.
        Actions = "Actions",
        /// Lever.
        Definition = "Définition",
        /// Lever.
        WhenToUse = "Quand l'utiliser",
        /// Lever.
        HowTo = "Comment faire",
        /// Lever.
        Departments = "Services à mobiliser",
        /// Lever.
        Limits = "Limites et risques",
        /// Recommendation.
        Why = "Pourquoi",
    }
}

impl Heading {
    /// The headings of an initiative, in order.
    pub const INITIATIVE: &'static [Self] = &[
        Self::Context,
        Self::Activity,
        Self::AuthorityAction,
        Self::Transversality,
        Self::Partners,
        Self::Funding,
        Self::Results,
        Self::Obstacles,
        Self::SuccessFactors,
    ];
    /// The headings of an authority, in order.
    pub const AUTHORITY: &'static [Self] = &[Self::Policy, Self::Means, Self::Actions];
    /// The headings of a lever, in order.
    pub const LEVER: &'static [Self] = &[
        Self::Definition,
        Self::WhenToUse,
        Self::HowTo,
        Self::Departments,
        Self::Limits,
    ];
    /// The headings of a recommendation, in order.
    pub const RECOMMENDATION: &'static [Self] = &[Self::Why, Self::HowTo];
}

/// A heading and what stands under it. The headings of sheets are of a closed list, those of other pages are free texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<H = Heading> {
    /// Which section.
    pub heading: H,
    /// Its paragraphs and lists.
    pub blocks: Vec<Block>,
}

/// A paragraph or a list.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A bulleted list, one entry an item.
    List(Vec<Vec<Inline>>),
    /// A numbered list: steps to take in order.
    Steps(Vec<Vec<Inline>>),
}

/// A run of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Emphasised text.
    Strong(String),
    /// A link to an `https://` address.
    Link {
        /// What is read.
        label: String,
        /// Where it leads.
        url: String,
    },
}

impl Block {
    /// The text of a paragraph, or that of each item of a list.
    pub fn texts(&self) -> &[Vec<Inline>] {
        match self {
            Self::Paragraph(runs) => core::slice::from_ref(runs),
            Self::List(items) | Self::Steps(items) => items,
        }
    }
}

impl Inline {
    /// What is read.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) => text,
            Self::Link { label, .. } => label,
        }
    }

    /// What is read of a text.
    pub fn plain(runs: &[Self]) -> String {
        runs.iter().map(Self::words).collect()
    }
}
