//! The rules of `leviers check`. Ids are public: editors look them up, tests name them.

model::closed_list! {
    /// A rule that content files keep.
    Rule {
        // Files and front matter.
        /// The file cannot be read, or is not UTF-8.
        Unreadable = "fichier-illisible",
        /// A file that is not a sheet, among the sheets.
        StrayFile = "fichier-imprevu",
        /// The file name is not made of lower-case letters, digits and hyphens.
        MalformedId = "id-mal-forme",
        /// Two sheets of the same kind have the same id.
        DuplicateId = "id-en-double",
        /// Two initiatives have the same name and the same place.
        DuplicateSheet = "fiche-en-double",
        /// The file does not begin with `+++`.
        NoFrontMatter = "en-tete-absent",
        /// The second `+++` is missing.
        UnclosedFrontMatter = "en-tete-non-ferme",
        /// The front matter is not TOML.
        Toml = "toml",
        /// A field that the format does not have.
        UnknownField = "champ-inconnu",
        /// A required field is missing.
        MissingField = "champ-manquant",
        /// A value of the wrong type.
        WrongType = "type-de-valeur",
        /// A text with nothing in it.
        EmptyText = "texte-vide",
        /// The same value twice in a list.
        RepeatedValue = "valeur-repetee",
        /// NUL, escape or another control character, in the file or written as an escape.
        ControlCharacter = "caractere-de-commande",
        /// A character that overrides or isolates the direction of the text.
        DirectionCharacter = "caractere-de-sens",
        /// A text of characters that nobody sees.
        InvisibleText = "texte-invisible",
        /// A name of more than 300 characters, or another field of more than 4,000.
        LongText = "texte-trop-long",

        // Closed lists.
        /// Not one of the six levers.
        UnknownLever = "levier-inconnu",
        /// Not a theme.
        UnknownTheme = "theme-inconnu",
        /// Not a status.
        UnknownStatus = "statut-inconnu",
        /// Not a legal form.
        UnknownLegalForm = "forme-juridique-inconnue",
        /// Not a role.
        UnknownRole = "role-inconnu",
        /// Not a precision.
        UnknownPrecision = "precision-inconnue",
        /// Not a state of a lever use.
        UnknownState = "etat-inconnu",
        /// Not a certainty.
        UnknownCertainty = "certitude-inconnue",
        /// Not a kind of authority.
        UnknownKind = "nature-inconnue",
        /// Not one of the four headings of the recommendations.
        UnknownGroup = "groupe-inconnu",

        // Places.
        /// No place at all.
        NoPlace = "lieu-absent",
        /// A code that no territory has.
        UnknownCode = "code-inconnu",
        /// The code of a commune that has merged.
        FormerCode = "code-ancien",
        /// The code is not of the kind that the precision or the authority's kind asks for.
        CodeOfOtherKind = "code-incoherent",
        /// Only one of `lon` and `lat`.
        HalfCoordinates = "coordonnees-incompletes",
        /// Not degrees.
        CoordinatesOutOfRange = "coordonnees-hors-limites",
        /// Far from the commune.
        CoordinatesTooFar = "coordonnees-eloignees",
        /// Coordinates where the place is a whole commune or territory.
        NeedlessCoordinates = "coordonnees-superflues",
        /// A place abroad without city, country or coordinates, or with a code.
        Abroad = "lieu-etranger",

        // Claims and sources.
        /// No theme at all.
        NoTheme = "theme-absent",
        /// No source at all.
        NoSource = "source-absente",
        /// A lever use or a figure without evidence.
        NoEvidence = "preuve-absente",
        /// A reference that does not say where in the document.
        NoWhere = "reference-sans-lieu",
        /// Lines that are not two positive numbers.
        MalformedLines = "lignes-mal-formees",
        /// The first line comes after the last.
        InvertedLines = "lignes-inversees",
        /// A document that `sources.toml` does not have.
        UnknownDocument = "document-inconnu",
        /// A date that is not a year, a month or a day.
        MalformedDate = "date-mal-formee",
        /// An authority without a sheet.
        UnknownAuthority = "collectivite-inconnue",
        /// An authority that acted but is not among those that take part.
        ActorNotListed = "acteur-hors-liste",
        /// An actor that is not an authority, without its name.
        NamelessActor = "acteur-sans-nom",
        /// `for` beside an actor that is no other organisation.
        ArmOfAuthority = "acteur-pour-mal-place",
        /// An authority as actor, with a name besides its sheet's.
        NeedlessActorName = "acteur-nom-superflu",
        /// A figure without its year that does not say that the document gives none, or one that says both.
        UndatedFigure = "chiffre-sans-annee",
        /// A label that begins with the unit: both stand side by side on screen.
        RepeatedUnit = "unite-repetee",
        /// A range that the label tells, with only one of its ends as value.
        RangeAsNumber = "plage-en-un-nombre",
        /// A range that ends where it begins, or below.
        InvertedRange = "plage-inversee",
        /// A status, and documents of several years: nobody knows when it was so.
        UndatedStatus = "statut-sans-annee",
        /// A year out of 1800 to 2100.
        YearOutOfRange = "annee-hors-limites",
        /// A negative amount.
        NegativeAmount = "montant-negatif",
        /// A summary of more than 200 characters.
        LongSummary = "resume-trop-long",
        /// An e-mail address.
        Email = "courriel",
        /// A French telephone number.
        Phone = "telephone",
        /// An address that is not http or https.
        BadLink = "lien-invalide",
        /// A link without a label.
        LinkWithoutLabel = "lien-sans-libelle",
        /// A short text that does not say so, or a long one that says it is short.
        ShortSheet = "fiche-courte",
        /// No lever use, no figure, hardly any text.
        NothingToOpen = "fiche-mince",
        /// A recommendation that names an initiative without a sheet.
        UnknownInitiative = "initiative-inconnue",
        /// Recommendations whose numbers are not 1, 2, 3…
        RecommendationNumber = "numero-de-recommandation",

        // Body.
        /// A heading of no sheet.
        UnknownHeading = "titre-inconnu",
        /// A heading of another kind of sheet.
        HeadingOfOtherSheet = "titre-autre-fiche",
        /// Headings out of order.
        HeadingOrder = "titre-ordre",
        /// The same heading twice.
        RepeatedHeading = "titre-repete",
        /// A heading with nothing under it.
        EmptySection = "section-vide",
        /// Text before the first heading.
        TextOutsideSections = "texte-hors-section",
        /// A short section that states no fact.
        SectionWithoutFact = "section-sans-fait",
        /// A plain space where French typography wants one that does not break.
        BreakingSpace = "espace-insecable",
        /// HTML in the body.
        Html = "html",
        /// A mark that sheets do not have: image, table, other heading level…
        UnsupportedMark = "mise-en-forme",

        // The collection.
        /// One of the six lever sheets is missing.
        MissingLever = "fiche-levier-absente",
        /// The address of the site has no final slash.
        SiteUrl = "adresse-du-site",
        /// The tiles of the background have no address that works.
        SiteBackground = "fond-de-carte",
        /// A name, picture, colour or first view of this edition that cannot be used.
        SiteLook = "apparence-du-site",
        /// What the publisher of the site has not said yet: a warning.
        SiteIncomplete = "site-a-completer",
        /// An audit of accessibility that misses a criterion or a reason, or that says something else than the pages.
        Audit = "audit-incoherent",
        /// A word in capitals that the glossary does not have.
        UnknownAcronym = "sigle-inconnu",
        /// An acronym of the glossary in another case.
        AcronymCase = "sigle-autre-casse",
        /// The same word twice in the glossary.
        RepeatedTerm = "terme-en-double",
        /// A word of the glossary that stands nowhere: a warning.
        UnusedTerm = "terme-inutilise",
        /// An authority that no initiative names: a warning.
        UnusedAuthority = "collectivite-inutilisee",

        // With `--sources`.
        /// The document's text is not in the folder.
        MissingText = "texte-introuvable",
        /// A reference without lines to a document whose text is there.
        NoLines = "lignes-absentes",
        /// Lines that the document does not have.
        LinesOutOfDocument = "lignes-hors-document",
        /// Eight words in a row that are a document's.
        Copied = "texte-recopie",
    }
}

impl Rule {
    /// Whether the rule only warns: the content is built all the same.
    pub fn is_warning(self) -> bool {
        matches!(
            self,
            Self::UnusedAuthority | Self::UnusedTerm | Self::SiteIncomplete
        )
    }

    /// Whether the rule says that something is not there. Where the TOML is broken such a rule would repeat it.
    pub fn is_about_absence(self) -> bool {
        matches!(
            self,
            Self::MissingField
                | Self::NoPlace
                | Self::NoTheme
                | Self::NoSource
                | Self::NoEvidence
                | Self::NoWhere
                | Self::UndatedFigure
                | Self::NamelessActor
                | Self::HalfCoordinates
        )
    }
}
