//! The lists of pages.

use model::Lang;
use model::text::nav::{Entry, NavTexts};

model::closed_list! {
    /// A list of pages. The id is its folder.
    Section {
        /// All the initiatives.
        Initiatives = "initiatives",
        /// The local authorities.
        Authorities = "collectivites",
        /// The six levers.
        Levers = "leviers",
        /// The themes.
        Themes = "themes",
        /// The régions.
        Regions = "regions",
        /// Communes, intercommunalités, départements.
        Territories = "territoires",
        /// The ten recommendations.
        Recommendations = "recommandations",
    }
}

impl Section {
    /// What leads to it in the navigation.
    pub fn entry(self) -> Entry {
        match self {
            Self::Initiatives => Entry::Initiatives,
            Self::Authorities => Entry::Authorities,
            Self::Levers => Entry::Levers,
            Self::Themes => Entry::Themes,
            Self::Regions | Self::Territories => Entry::Regions,
            Self::Recommendations => Entry::Recommendations,
        }
    }

    /// Its name on screen: pages are in French.
    pub fn name(self) -> &'static str {
        match self {
            Self::Territories => "Territoires",
            section => (NavTexts::of(Lang::Fr).entry)(section.entry()),
        }
    }

    /// Its folder.
    pub fn path(self) -> String {
        format!("{}/", self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_navigation_leads_to_each_list() {
        // That of régions leads to all territories.
        let own = Section::ALL
            .iter()
            .filter(|one| **one != Section::Territories);
        for section in own {
            assert_eq!(section.entry().path(), section.path());
        }
    }
}
