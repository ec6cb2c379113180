//! What an initiative is about.

closed_list! {
    /// A theme, from a closed list.
    Theme {
        /// Alimentation, agriculture.
        Food = "alimentation",
        /// Emploi et insertion.
        Work = "emploi-insertion",
        /// Réemploi, économie circulaire.
        Reuse = "reemploi",
        /// Habitat, logement.
        Housing = "habitat",
        /// Mobilité.
        Mobility = "mobilite",
        /// Énergie, climat.
        Energy = "energie",
        /// Culture, médias.
        Culture = "culture",
        /// Éducation, jeunesse.
        Youth = "education-jeunesse",
        /// Santé, services à la personne, petite enfance.
        Care = "sante-services",
        /// Lien social, vie de quartier.
        Neighbourhood = "lien-social",
        /// Commerce et artisanat de proximité.
        Shops = "commerce-artisanat",
        /// Création d'activités, entrepreneuriat.
        Enterprise = "creation-activite",
        /// Numérique.
        Digital = "numerique",
        /// Patrimoine, tourisme.
        Heritage = "patrimoine-tourisme",
        /// Finance solidaire, monnaies locales.
        Finance = "finance-solidaire",
        /// Cadre de vie, espaces verts.
        GreenSpaces = "cadre-de-vie",
        /// Coopération et structuration de filières.
        Networks = "filieres",
        /// Participation, citoyenneté.
        Citizenship = "participation",
    }
}
