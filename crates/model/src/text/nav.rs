//! The navigation that the map and the pages share: where it leads, in each language.

use crate::Lang;

closed_list! {
    /// An entry of the navigation. The id is the folder of its page; the map's is the root of the site.
    Entry {
        /// The map.
        Map = "",
        /// The list of initiatives.
        Initiatives = "initiatives",
        /// The six levers.
        Levers = "leviers",
        /// The local authorities.
        Authorities = "collectivites",
        /// The themes.
        Themes = "themes",
        /// The régions.
        Regions = "regions",
        /// The ten recommendations.
        Recommendations = "recommandations",
        /// The workshop, where an authority brings its data.
        Workshop = "atelier",
        /// What the map is, and who makes it.
        About = "a-propos",
    }
}

impl Entry {
    /// Its address, from the root of the site: `leviers/`, or nothing for the map.
    pub fn path(self) -> String {
        match self {
            Self::Map => String::new(),
            page => format!("{}/", page.id()),
        }
    }
}

/// The sentences of the navigation.
pub struct NavTexts {
    /// Its name, for assistive technology.
    pub label: &'static str,
    /// The name of an entry.
    pub entry: fn(Entry) -> &'static str,
}

impl NavTexts {
    /// The sentences of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

static FR: NavTexts = NavTexts {
    label: "Rubriques",
    entry: |entry| match entry {
        Entry::Map => "Carte",
        Entry::Initiatives => "Initiatives",
        Entry::Levers => "Leviers",
        Entry::Authorities => "Collectivités",
        Entry::Themes => "Thèmes",
        Entry::Regions => "Régions",
        Entry::Recommendations => "Recommandations",
        Entry::Workshop => "Atelier",
        Entry::About => "À propos",
    },
};

static EN: NavTexts = NavTexts {
    label: "Sections",
    entry: |entry| match entry {
        Entry::Map => "Map",
        Entry::Initiatives => "Initiatives",
        Entry::Levers => "Levers",
        Entry::Authorities => "Authorities",
        Entry::Themes => "Themes",
        Entry::Regions => "Regions",
        Entry::Recommendations => "Recommendations",
        Entry::Workshop => "Workshop",
        Entry::About => "About",
    },
};
