//! The sentences of sheets and of static pages. The tool writes them, so the browser's program does not carry these.

pub mod atelier;
pub mod audit;
pub mod contribute;
pub mod count;
pub mod embed;
mod en;
mod fr;
pub mod links;
pub mod notebook;
pub mod notes;
pub mod pages;
pub mod peers;
pub mod printed;
pub mod site_map;
pub mod territories;
pub mod understand;

pub use pages::PageTexts;

use model::Lang;
use model::domain::{
    Certainty, Heading, LegalForm, LinkKind, Precision, RecommendationGroup, Role, Standing, State,
    Status,
};
use model::text::Texts;

/// The sentences of the sheets in one language.
pub struct SheetTexts {
    /// Those of the screen: names of levers and themes.
    pub screen: &'static Texts,
    /// Heading of the cases of a lever.
    pub cases: &'static str,
    /// How many initiatives an authority used the lever for, considered it for, refused it for.
    pub cases_counted: fn(usize, usize, usize) -> String,
    /// In which order the cases are.
    pub cases_order: &'static str,
    /// Heading of the lever, in a table of several.
    pub lever: &'static str,
    /// The headings of the table of cases.
    pub case_columns: CaseColumns,
    /// Opens the cases that do not come first: how many.
    pub more_cases: fn(usize) -> String,
    /// What the documents establish of a case.
    pub case_state: fn(State, Certainty) -> &'static str,
    /// Inhabitants.
    pub size: fn(u64) -> String,
    /// Leads to what a sheet says more.
    pub more: &'static str,
    /// Leads to what a sheet says.
    pub see: &'static str,
    /// Heading of the levers that an authority used.
    pub levers_used: &'static str,
    /// Heading of the lever uses.
    pub levers_of: &'static str,
    /// No lever use in the sources.
    pub no_lever_use: &'static str,
    /// No authority's lever, though others acted.
    pub no_authority_lever: &'static str,
    /// Heading of the diagram.
    pub diagram: &'static str,
    /// What a line of the diagram must say in words, when it is not that an authority used the lever and a document says so.
    pub flow: fn(Standing, State) -> &'static str,
    /// In place of a lever, when the document says that the actor supported the initiative and not how.
    pub unspecified: &'static str,
    /// What the actor did then.
    pub supported: &'static str,
    /// After an authority that the document does not name.
    pub unnamed: &'static str,
    /// Between authorities and the arm that acts for them.
    pub by_arm: &'static str,
    /// An authority « a utilisé », « envisage », « n'a pas utilisé ».
    pub state: fn(State) -> &'static str,
    /// « dit par le texte », « déduit du texte ».
    pub certainty: fn(Certainty) -> &'static str,
    /// A note, before its number.
    pub evidence: &'static str,
    /// Button that copies a citation.
    pub cite: &'static str,
    /// A citation has been copied.
    pub copied: &'static str,
    /// A citation could not be copied: it is selected.
    pub selected: &'static str,
    /// A citation, up to the day it was read on, which ends it.
    pub citation: fn(&Cited<'_>) -> String,
    /// Heading of the facts.
    pub facts: &'static str,
    /// Label of the place.
    pub place: &'static str,
    /// Label of the authorities.
    pub authorities: &'static str,
    /// Label of who carries the initiative.
    pub carried_by: &'static str,
    /// How many more places there are.
    pub more_places: fn(usize) -> String,
    /// Label of the status, with the year it is of.
    pub status_label: fn(Option<u16>) -> String,
    /// « depuis 2014 », after the status.
    pub since: fn(u16) -> String,
    /// Label of the themes.
    pub themes: &'static str,
    /// Heading of the figures.
    pub figures: &'static str,
    /// A number set beside a figure: whose it is, and the number with its unit.
    pub compared: fn(&str, &str) -> String,
    /// A range: « 120 à 150 ».
    pub range: fn(&str, &str) -> String,
    /// In place of the year of a figure that its document does not date: the year of the document.
    pub undated: fn(Option<u16>) -> String,
    /// Heading of the partners.
    pub partners: &'static str,
    /// Heading of where the money comes from.
    pub funding: &'static str,
    /// Heading of both.
    pub partners_and_funding: &'static str,
    /// Heading of the sources.
    pub sources: &'static str,
    /// Heading of a list of links.
    pub links_of: fn(LinkKind) -> &'static str,
    /// Shows only the initiatives of a lever on the map.
    pub filter_on_lever: &'static str,
    /// Heading of the resources.
    pub resources: &'static str,
    /// Heading of the points of law.
    pub legal: &'static str,
    /// A law has changed.
    pub law_changed: &'static str,
    /// Date of the document that cites a law.
    pub law_dated: fn(u16) -> String,
    /// Kind of sheet, above its heading.
    pub kind_initiative: &'static str,
    /// Kind of sheet, above its heading.
    pub kind_lever: &'static str,
    /// Kind of sheet, above its heading.
    pub kind_theme: &'static str,
    /// Shows only the initiatives of a theme on the map.
    pub filter_on_theme: &'static str,
    /// Kind of sheet, above its heading: rank of a recommendation.
    pub kind_recommendation: fn(u8) -> String,
    /// Heading that a recommendation stands under.
    pub recommendation_group: fn(RecommendationGroup) -> &'static str,
    /// A date, from `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: fn(&str) -> String,
    /// The documents say little of this initiative.
    pub thin: &'static str,
    /// The authority's former name.
    pub former_name: &'static str,
    /// Year it joined RTES.
    pub member_since: &'static str,
    /// Label of the départements.
    pub departements: &'static str,
    /// Label of the régions.
    pub region: &'static str,
    /// Label of the territory of an authority.
    pub territory: &'static str,
    /// Link to what is done there.
    pub own_territory: &'static str,
    /// Label of the code of a commune, a département or a région.
    pub insee_code: &'static str,
    /// Label of the number of an intercommunalité.
    pub siren: &'static str,
    /// Label of the populations.
    pub population: &'static str,
    /// Inhabitants of a year.
    pub inhabitants: fn(u64, u16) -> String,
    /// Where the official population comes from.
    pub official_population: &'static str,
    /// Heading of the acronyms that stand only in names.
    pub other_acronyms: &'static str,
    /// Label of a postal address.
    pub address: &'static str,
    /// Label of an official site.
    pub website: &'static str,
    /// Link to the page of a sheet.
    pub own_page: &'static str,
    /// On the sheet of an initiative: the way to tell an error, or what is missing.
    pub contribute: &'static str,
    /// Of an initiative, the link to the notebook.
    pub keep: &'static str,
    /// Heading of a section.
    pub heading: fn(Heading) -> &'static str,
    /// Name of a status.
    pub status: fn(Status) -> &'static str,
    /// Name of a legal form.
    pub legal_form: fn(LegalForm) -> &'static str,
    /// Name of a part taken.
    pub role: fn(Role) -> &'static str,
    /// How precise a place is.
    pub precision: fn(Precision) -> &'static str,
    /// A number as this language writes it.
    pub number: fn(f64) -> String,
    /// Euros.
    pub euros: fn(u64) -> String,
}

/// What a citation is made of.
pub struct Cited<'a> {
    /// Title of the document.
    pub title: &'a str,
    /// Who published it.
    pub publisher: &'a str,
    /// When, in words.
    pub date: &'a str,
    /// Place in it.
    pub place: &'a str,
    /// Name of the map.
    pub map: &'a str,
    /// Name of the sheet.
    pub sheet: &'a str,
    /// Address of the sheet's page.
    pub url: &'a str,
}

/// The headings of the table of cases.
pub struct CaseColumns {
    /// Who.
    pub who: &'static str,
    /// For which initiative, and what it did.
    pub what: &'static str,
    /// Euros.
    pub amount: &'static str,
    /// When.
    pub year: &'static str,
    /// What came of it.
    pub result: &'static str,
    /// What got in its way.
    pub obstacle: &'static str,
    /// What the documents establish.
    pub state: &'static str,
}

impl SheetTexts {
    /// The sentences of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &fr::TEXTS,
            Lang::En => &en::TEXTS,
        }
    }
}
