//! The lists of pages.

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
        /// The ten recommendations.
        Recommendations = "recommandations",
    }
}

impl Section {
    /// Its folder.
    pub fn path(self) -> String {
        format!("{}/", self.id())
    }
}
