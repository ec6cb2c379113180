//! What a sheet is linked with, both ways: worked out once by the tool, the same in panels and in static pages.

use super::{
    Authority, AuthorityRef, Case, Initiative, Lever, LeverSheet, Recommendation, Territory, Theme,
};

closed_list! {
    /// A kind of sheet. The id is in addresses.
    TargetKind {
        /// An initiative.
        Initiative = "initiative",
        /// An authority.
        Authority = "collectivite",
        /// A lever.
        Lever = "levier",
        /// A theme.
        Theme = "theme",
        /// A recommendation.
        Recommendation = "recommandation",
        /// A territory: what is done in it, level by level. Its id is a [`Territory::slug`].
        Territory = "lieu",
    }
}

/// A sheet, by its kind and id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// Which kind.
    pub kind: TargetKind,
    /// Its id, among those of its kind.
    pub id: String,
}

impl TargetKind {
    /// `initiatives`: where the files and pages of these sheets are.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Initiative => "initiatives",
            Self::Authority => "collectivites",
            Self::Lever => "leviers",
            Self::Theme => "themes",
            Self::Recommendation => "recommandations",
            Self::Territory => "lieux",
        }
    }
}

impl Target {
    /// The sheet of this kind and id. Whether there is such a sheet is another question.
    pub fn new(kind: TargetKind, id: impl Into<String>) -> Self {
        Self {
            kind,
            id: id.into(),
        }
    }

    /// The sheet of an initiative.
    pub fn initiative(id: &str) -> Self {
        Self::new(TargetKind::Initiative, id)
    }

    /// The sheet of an authority.
    pub fn authority(id: &str) -> Self {
        Self::new(TargetKind::Authority, id)
    }

    /// The sheet of a lever.
    pub fn lever(lever: Lever) -> Self {
        Self::new(TargetKind::Lever, lever.id())
    }

    /// The sheet of a theme.
    pub fn theme(theme: Theme) -> Self {
        Self::new(TargetKind::Theme, theme.id())
    }

    /// The sheet of a recommendation.
    pub fn recommendation(id: &str) -> Self {
        Self::new(TargetKind::Recommendation, id)
    }

    /// The sheet of a territory.
    pub fn territory(territory: &Territory) -> Self {
        Self::new(TargetKind::Territory, territory.slug())
    }

    /// The lever, when it is one.
    pub fn as_lever(&self) -> Option<Lever> {
        (self.kind == TargetKind::Lever)
            .then(|| Lever::from_id(&self.id))
            .flatten()
    }

    /// The theme, when it is one.
    pub fn as_theme(&self) -> Option<Theme> {
        (self.kind == TargetKind::Theme)
            .then(|| Theme::from_id(&self.id))
            .flatten()
    }

    /// `initiatives/mundo-gusto`: where the sheet's file and page are.
    pub fn path(&self) -> String {
        format!("{}/{}", self.kind.folder(), self.id)
    }
}

closed_list! {
    /// Why things are linked: the heading of their list.
    LinkKind {
        /// Initiatives for which another actor used the lever.
        ByOthers = "by-others",
        /// Initiatives that illustrate a recommendation.
        Examples = "examples",
        /// Initiatives of a theme.
        Initiatives = "initiatives",
        /// Initiatives that an authority leads.
        Led = "led",
        /// Initiatives that it funds.
        Funded = "funded",
        /// Initiatives in which it takes part otherwise.
        Joined = "joined",
        /// Authorities of a région.
        Authorities = "authorities",
        /// Levers.
        Levers = "levers",
        /// Themes.
        Themes = "themes",
        /// Recommendations.
        Recommendations = "recommendations",
        /// Initiatives that are near, or alike.
        Similar = "similar",
    }
}

/// A link to another sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetLink {
    /// Where it leads.
    pub target: Target,
    /// Its name; empty for a lever and for a theme, which have one in each language.
    pub name: String,
    /// What is worth knowing before following it, in French; may be empty.
    pub note: String,
}

/// Links that are there for the same reason. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkGroup {
    /// The reason.
    pub kind: LinkKind,
    /// In order of interest.
    pub links: Vec<SheetLink>,
}

/// A sheet of any kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet {
    /// An initiative.
    Initiative(Initiative),
    /// An authority.
    Authority(Authority),
    /// A lever.
    Lever(LeverSheet),
    /// A theme: it has no text of its own, only links.
    Theme(Theme),
    /// A recommendation.
    Recommendation(Recommendation),
}

/// A sheet as the browser gets it.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// The sheet.
    pub sheet: Sheet,
    /// The authorities that it names by their id.
    pub authorities: Vec<AuthorityRef>,
    /// The cases of a lever; no other sheet has any.
    pub cases: Vec<Case>,
    /// What it is linked with.
    pub groups: Vec<LinkGroup>,
}

impl Linked {
    /// The authority with this id.
    pub fn authority(&self, id: &str) -> Option<&AuthorityRef> {
        self.authorities.iter().find(|authority| authority.id == id)
    }
}

impl Sheet {
    /// Which sheet it is.
    pub fn target(&self) -> Target {
        match self {
            Self::Initiative(sheet) => Target::initiative(&sheet.summary.id),
            Self::Authority(sheet) => Target::authority(&sheet.reference.id),
            Self::Lever(sheet) => Target::lever(sheet.lever),
            Self::Theme(theme) => Target::theme(*theme),
            Self::Recommendation(sheet) => Target::recommendation(&sheet.id),
        }
    }
}
