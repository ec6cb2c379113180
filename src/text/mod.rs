//! Every sentence on screen, in each language. A language that misses one does not compile.

mod en;
mod fr;
mod numbers;

use crate::address::Lang;
use crate::data::FrameError;
use crate::domain::{
    AuthorityKind, Certainty, Heading, LegalForm, Lever, LinkKind, Precision, RecommendationGroup,
    Role, State, Status, Theme,
};

/// Names a cluster: count, nearest town, levers with their count.
pub type NameCluster = fn(usize, Option<&str>, &[(Lever, usize)]) -> String;

/// The sentences of one language. Fields are in the order of the screen.
pub struct Texts {
    /// Which language.
    pub lang: Lang,
    /// Name of the map.
    pub title: &'static str,
    /// What the map is, in one sentence.
    pub tagline: &'static str,
    /// First skip link.
    pub skip_to_list: &'static str,
    /// Second skip link.
    pub skip_to_map: &'static str,
    /// Link to the other language.
    pub other_language: &'static str,
    /// Link that leaves the frame.
    pub full_page: &'static str,

    /// Name of the filters, for assistive technology.
    pub filters: &'static str,
    /// Heading of the lever filter.
    pub filter_by_lever: &'static str,
    /// What a marker's colour and shape mean.
    pub filter_hint: &'static str,
    /// Heading of the theme filter.
    pub filter_by_theme: &'static str,
    /// Removes every filter.
    pub clear_filters: &'static str,
    /// Removes the territory filter, by its name.
    pub remove_territory: fn(&str) -> String,
    /// Says which territory is shown.
    pub territory_shown: fn(&str) -> String,
    /// Kind of territory and code, when its name is not known.
    pub unnamed_territory: fn(&str) -> String,

    /// Heading of the list.
    pub list: &'static str,
    /// « 14 initiatives affichées sur 37 »
    pub shown_of: fn(usize, usize) -> String,
    /// Heading of the part of the list that is in the map's view.
    pub in_view: fn(usize) -> String,
    /// Heading of the rest of the list.
    pub out_of_view: fn(usize) -> String,
    /// Nothing matches.
    pub nothing_shown: &'static str,
    /// Shows the list in a narrow layout.
    pub show_list: fn(usize) -> String,
    /// Makes the bottom sheet taller.
    pub taller: &'static str,
    /// Makes the bottom sheet shorter.
    pub shorter: &'static str,

    /// Name of the map, for assistive technology.
    pub map: &'static str,
    /// How to use the map with a keyboard.
    pub map_help: &'static str,
    /// Group of the markers.
    pub markers: &'static str,
    /// Zoom in.
    pub zoom_in: &'static str,
    /// Zoom out.
    pub zoom_out: &'static str,
    /// Back to the first view.
    pub whole_france: &'static str,
    /// Group of the places one click away.
    pub go_to: &'static str,
    /// Names of the shortcuts, by id.
    pub shortcut: fn(&str) -> &'static str,
    /// An embed does not take the wheel before a click.
    pub click_first: &'static str,
    /// Accessible name of a marker: name, place, lever.
    pub marker: fn(&str, &str, &str) -> String,
    /// Accessible name of a cluster: count, nearest town, levers with their count.
    pub cluster: NameCluster,
    /// Several initiatives at one place: count, place.
    pub pile: fn(usize, &str) -> String,

    /// Back from a sheet to the list.
    pub back_to_list: &'static str,
    /// Closes a sheet.
    pub close: &'static str,
    /// A sheet is on its way.
    pub loading: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Heading of the lever uses.
    pub levers_of: &'static str,
    /// No lever use in the sources.
    pub no_lever_use: &'static str,
    /// No authority's lever, though others acted.
    pub no_authority_lever: &'static str,
    /// Heading of the lever uses that do not count.
    pub other_uses: &'static str,
    /// An authority « a utilisé », « envisage », « n'a pas utilisé ».
    pub state: fn(State) -> &'static str,
    /// « dit par le texte », « déduit du texte ».
    pub certainty: fn(Certainty) -> &'static str,
    /// Opens the evidence.
    pub evidence: &'static str,
    /// Where and when a document says it: title, place, publisher, date.
    pub cited: fn(&str, &str, &str, &str) -> String,
    /// Heading of the facts.
    pub facts: &'static str,
    /// Label of the place.
    pub place: &'static str,
    /// Label of the authorities.
    pub authorities: &'static str,
    /// Label of the status.
    pub status_label: &'static str,
    /// Label of the legal form.
    pub legal_form_label: &'static str,
    /// Label of the first year.
    pub since: &'static str,
    /// Label of the themes.
    pub themes: &'static str,
    /// Heading of the figures.
    pub figures: &'static str,
    /// Heading of the partners.
    pub partners: &'static str,
    /// Heading of the links.
    pub links: &'static str,
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
    /// Kind of sheet, above its heading: kind of authority.
    pub kind_authority: fn(AuthorityKind) -> &'static str,
    /// Kind of sheet, above its heading: rank and heading of a recommendation.
    pub kind_recommendation: fn(u8, RecommendationGroup) -> String,
    /// The documents say little of this initiative.
    pub thin: &'static str,
    /// The authority's former name.
    pub former_name: &'static str,
    /// Year it joined RTES.
    pub member_since: &'static str,
    /// Label of the populations.
    pub population: &'static str,
    /// Inhabitants of a year.
    pub inhabitants: fn(u64, u16) -> String,
    /// Where the official population comes from.
    pub official_population: &'static str,
    /// Label of a postal address.
    pub address: &'static str,
    /// Label of an official site.
    pub website: &'static str,
    /// Link to the page of a sheet.
    pub own_page: &'static str,
    /// Sheets are in French.
    pub content_in_french: Option<&'static str>,

    /// Loading a file failed: its name, and why.
    pub file_failed: fn(&str, &str) -> String,
    /// Part of the catalogue is lost: read, total.
    pub partly_read: fn(usize, usize) -> String,
    /// The network did not answer.
    pub no_answer: &'static str,
    /// The server answered with an error status.
    pub http_status: fn(u16) -> String,
    /// Why a file could not be read.
    pub unreadable: fn(FrameError) -> String,
    /// A basemap file could not be read.
    pub basemap_failed: &'static str,
    /// No such sheet.
    pub no_such_sheet: fn(&str) -> String,
    /// No such territory.
    pub no_such_territory: fn(&str) -> String,
    /// A parameter of the address was ignored: its name, its value.
    pub ignored_parameter: fn(&str, &str) -> String,
    /// The view of the address was ignored.
    pub ignored_view: fn(&str) -> String,
    /// Dismisses a message.
    pub dismiss: &'static str,

    /// Attribution line.
    pub attribution: &'static str,
    /// The sources of the basemap, always on screen; the attribution opens below.
    pub attribution_label: &'static str,
    /// Open data link.
    pub download: &'static str,

    /// Name of a lever.
    pub lever: fn(Lever) -> &'static str,
    /// Name of « no lever established ».
    pub no_lever: &'static str,
    /// Name of a theme.
    pub theme: fn(Theme) -> &'static str,
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

impl Texts {
    /// The sentences of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &fr::TEXTS,
            Lang::En => &en::TEXTS,
        }
    }

    /// Name of a marker's category.
    pub fn category(&self, category: crate::domain::Category) -> &'static str {
        match category {
            crate::domain::Category::Lever(lever) => (self.lever)(lever),
            crate::domain::Category::NoLever => self.no_lever,
        }
    }
}
