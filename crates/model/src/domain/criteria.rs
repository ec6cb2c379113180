//! What an initiative is told apart by: where it stands, the form of the organisation that carries it.

closed_list! {
    /// Where an initiative stands.
    Status {
        /// En projet.
        Planned = "en projet",
        /// En cours.
        Ongoing = "en cours",
        /// Terminée.
        Ended = "terminée",
        /// Inconnu.
        Unknown = "inconnu",
    }
}

closed_list! {
    /// The legal form of the organisation that carries the initiative.
    LegalForm {
        /// Association.
        Association = "association",
        /// Société coopérative et participative.
        Scop = "scop",
        /// Société coopérative d'intérêt collectif. A form, not the lever of the same name.
        Scic = "scic",
        /// Another cooperative.
        Cooperative = "cooperative",
        /// Fondation.
        Foundation = "fondation",
        /// Mutuelle.
        Mutual = "mutuelle",
        /// Entreprise sociale or commercial company of social utility.
        SocialEnterprise = "entreprise-sociale",
        /// Commercial company.
        Company = "societe",
        /// Collective without a legal form.
        Collective = "collectif",
        /// Public body.
        Public = "public",
        /// Another form.
        Other = "autre",
    }
}
