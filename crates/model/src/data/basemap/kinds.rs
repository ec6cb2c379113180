//! The kinds of arcs, areas and places. In a file each is one byte, its position in the list: a new kind goes last.

closed_list! {
    /// How an arc is drawn. A border of several ranks has the highest: from the strongest line to the faintest.
    ArcKind {
        /// A border between two countries.
        Frontier = "frontier",
        /// Where land meets the sea.
        Coast = "coast",
        /// A border between two régions.
        Region = "region",
        /// A border between two départements.
        Departement = "departement",
        /// A border between two intercommunalités.
        Epci = "epci",
        /// A border between two établissements publics territoriaux of Grand Paris.
        Ept = "ept",
        /// A border between two communes.
        Commune = "commune",
        /// A river of the first rank.
        River1 = "river1",
        /// A river of the second rank.
        River2 = "river2",
        /// A river of the third rank.
        River3 = "river3",
        /// A river of the fourth rank.
        River4 = "river4",
        /// The edge of a lake or of an estuary.
        Shore = "shore",
        /// A main road.
        Road = "road",
        /// A main railway.
        Railway = "railway",
        /// Bounds an area, but is no line to draw.
        Hidden = "hidden",
    }
}

closed_list! {
    /// What the areas of a layer are.
    LayerKind {
        /// Régions; code INSEE.
        Region = "regions",
        /// Départements; code INSEE.
        Departement = "departements",
        /// Intercommunalités; code SIREN. In the file of one département, only their part of it.
        Epci = "epcis",
        /// Établissements publics territoriaux of Grand Paris; code SIREN. Parts, as for the EPCI.
        Ept = "epts",
        /// Communes; code INSEE.
        Commune = "communes",
        /// Land that is not France; code ISO 3166 alpha-3 of the country, empty for what is far away.
        Country = "countries",
        /// Lakes and estuaries; the code is a mere number.
        Water = "waters",
    }
}

closed_list! {
    /// What a named point is.
    PlaceKind {
        /// The chef-lieu of a région.
        RegionCapital = "region-capital",
        /// The chef-lieu of a département.
        Prefecture = "prefecture",
        /// Any other commune.
        Town = "town",
        /// A neighbouring country; code ISO 3166 alpha-3.
        Country = "country",
        /// A sea or an ocean; no code.
        Sea = "sea",
        /// A région, where its name goes; code INSEE.
        Region = "region",
        /// A département, where its name goes; code INSEE.
        Departement = "departement",
    }
}
