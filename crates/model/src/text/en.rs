//! English, the second language. The sheets themselves stay in French.

use super::{
    FileTexts, Texts,
    numbers::{grouped, roughly},
};
use crate::Lang;
use crate::data::FileError;
use crate::domain::{AuthorityKind, Category, Facet, Lever, Shared, Standing, Theme};

pub(super) fn plural(count: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        grouped(count as f64, ',', '.'),
        if count == 1 { one } else { many }
    )
}

fn initiatives(count: usize) -> String {
    plural(count, "initiative", "initiatives")
}

fn cluster(count: usize, town: Option<&str>, levers: &[(Lever, usize)]) -> String {
    let around = town
        .map(|town| format!(" around {town}"))
        .unwrap_or_default();
    format!("{}{around}{}", initiatives(count), of_which(levers))
}

fn of_which(levers: &[(Lever, usize)]) -> String {
    let parts: Vec<_> = levers
        .iter()
        .map(|&(lever, count)| format!("{count} {}", lever_counted(lever)))
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(", of which {}", parts.join(", "))
    }
}

fn in_the_same(shared: Shared) -> &'static str {
    match shared {
        Shared::Address => "at the same address",
        Shared::District => "in the same neighbourhood",
        Shared::Commune => "in the same commune",
        Shared::Territory { several: false } => "all over the territory",
        Shared::Territory { several: true } => "on whole territories",
    }
}

fn lever_counted(lever: Lever) -> &'static str {
    match lever {
        Lever::Grant => "by grant",
        Lever::Procurement => "by public procurement",
        Lever::Property => "by land and premises",
        Lever::ScicShare => "by a share in a cooperative",
        Lever::Support => "by support",
        Lever::Facilitation => "by facilitation",
    }
}

fn unreadable(error: FileError) -> String {
    match error {
        FileError::Empty => "the file is empty".into(),
        FileError::NotOurs => "it is not a file of this map".into(),
        FileError::OtherVersion { found, .. } => {
            format!(
                "the file is of another version ({found}). Reload the page; if this comes back, tell the site's editor"
            )
        }
        FileError::Truncated => "the file is incomplete".into(),
        FileError::Damaged => "the file is damaged".into(),
        // Sound bytes that are not those expected: above all, the points of another edition of a layer.
        FileError::OtherKind | FileError::Invalid(_) => {
            "the file holds something else than expected".into()
        }
    }
}

fn lever_name(lever: Lever) -> &'static str {
    match lever {
        Lever::Grant => "Grant",
        Lever::Procurement => "Public procurement",
        Lever::Property => "Land and premises",
        Lever::ScicShare => "Share in a SCIC",
        Lever::Support => "Support for start-ups",
        Lever::Facilitation => "Local facilitation",
    }
}

fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Lever => "Which lever?",
        Facet::Theme => "Which theme?",
        Facet::AuthorityKind => "Kind of authority",
        Facet::Standing => "Who, and in what state",
        Facet::AuthoritySize => "Size of the authority",
        Facet::LegalForm => "Legal form",
        Facet::Progress => "Progress",
        Facet::Period => "Period",
        Facet::Document => "Document",
        Facet::Extra => "What the sheet tells",
    }
}

const OTHERS: &str = "By another actor";
const CONSIDERED: &str = "Considered or declined";
const UNSPECIFIED: &str = "Support, lever not specified";

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Stated => "Stated: an authority used it",
        Standing::Inferred => "Inferred from the text",
        Standing::Others => OTHERS,
        Standing::Considered => CONSIDERED,
        Standing::Unspecified => UNSPECIFIED,
        Standing::Nothing => "Nothing public",
    }
}

pub(super) fn authority_kind(kind: AuthorityKind) -> &'static str {
    match kind {
        AuthorityKind::Commune => "Municipality",
        AuthorityKind::Cc => "Community of municipalities",
        AuthorityKind::Ca => "Agglomeration community",
        AuthorityKind::Cu => "Urban community",
        AuthorityKind::Metropole => "Metropolis",
        AuthorityKind::Ept => "Territory of Greater Paris",
        AuthorityKind::Departement => "Département",
        AuthorityKind::Region => "Region",
        AuthorityKind::Mixed => "Mixed body",
        AuthorityKind::Foreign => "Foreign authority",
    }
}

pub(super) fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Food => "Food",
        Theme::Work => "Work inclusion",
        Theme::Reuse => "Reuse",
        Theme::Housing => "Housing",
        Theme::Mobility => "Mobility",
        Theme::Energy => "Energy and climate",
        Theme::Culture => "Culture",
        Theme::Youth => "Education and youth",
        Theme::Care => "Health and services",
        Theme::Neighbourhood => "Neighbourhood life",
        Theme::Shops => "Shops and crafts",
        Theme::Enterprise => "Starting a business",
        Theme::Digital => "Digital",
        Theme::Heritage => "Heritage and tourism",
        Theme::Finance => "Solidarity finance",
        Theme::GreenSpaces => "Green spaces",
        Theme::Networks => "Sector networks",
        Theme::Citizenship => "Citizenship",
    }
}

fn shortcut(id: &str) -> &'static str {
    match id {
        "guadeloupe" => "Guadeloupe",
        "martinique" => "Martinique",
        "guyane" => "French Guiana",
        "la-reunion" => "Réunion",
        "mayotte" => "Mayotte",
        _ => "Mainland",
    }
}

/// Why a file did not come, in English.
pub static FILES: FileTexts = FileTexts {
    file_failed: |file, why| format!("The file {file} could not be read: {why}."),
    no_answer: "the server does not answer. Check your connection, then try again",
    http_status: |status| format!("the server answered {status}"),
    unreadable,
};

/// The English sentences.
pub static TEXTS: Texts = Texts {
    lang: Lang::En,
    doors_label: "Where to begin",
    doors: [
        ("leviers/", "By lever"),
        ("collectivites/", "By authority"),
        ("regions/", "By region"),
    ],
    skip_to_list: "Skip to the list of initiatives",
    skips: "Quick access",
    skip_to_map: "Skip to the map",
    other_language: "Français",
    full_page: "Full page",

    filters: "Choose what is shown",
    facet,
    more_filters: "More filters",
    filter: "Filter",
    or_and: [" or ", " and "],
    key: "Reading the map",
    clear_filters: "Show everything",
    remove_filter: |name| format!("Remove the filter {name}"),
    remove_territory: |name| format!("No longer limit to {name}"),
    territory_shown: |name| format!("Territory: {name}"),
    unnamed_territory: |code| format!("code {code}"),

    take_away: "Share, download",
    list: "The initiatives",
    shown_of: |shown, total| format!("{} shown of {total}", initiatives(shown)),
    in_view: |count| format!("{} at a place in this view", initiatives(count)),
    on_territories: |count| format!("{} on a whole territory", initiatives(count)),
    districts: |count, town| format!("{count} neighbourhoods of {town}"),
    and_places: |place, others| format!("{place} and {others} other places"),
    out_of_view: |count| format!("{} elsewhere", initiatives(count)),
    nearest: "The nearest:",
    away: |km| match roughly(km) {
        None => "close by".to_owned(),
        Some(km) => format!("about {}\u{a0}km away", grouped(km, ',', '.')),
    },
    show_list: |count| format!("Show the list ({count})"),
    taller: "Make the panel taller",
    shorter: "Make the panel shorter",

    map: "Map of the initiatives",
    map_help: "Arrows to move, plus and minus to zoom, Home to see the whole of France. Tab, then arrows, to go through the markers. Everything is also in the list.",
    explore: "Explore the map",
    markers: "Markers on the map",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    whole_france: "The whole of France",
    go_to: "Go to",
    shortcut,
    click_first: "Click the map to zoom with the wheel.",
    marker: |name, place, lever| format!("{name}, {place}, {lever}"),
    cluster,
    pile: |count, shared, place| format!("{} {}, {place}", initiatives(count), in_the_same(shared)),
    whole_territory: |name, place, lever| format!("{name}, all over {place}, {lever}"),
    territories: |count, several, names, levers| {
        let on = in_the_same(Shared::Territory { several });
        format!("{names}, {} {on}{}", initiatives(count), of_which(levers))
    },
    tags: "Initiatives that cover a whole territory",
    group: |shared, name| {
        let what = match shared {
            Shared::Address => "Same address",
            Shared::District => "Same neighbourhood",
            Shared::Commune => "Same commune",
            Shared::Territory { several: false } => "All over this territory",
            Shared::Territory { several: true } => "On whole territories",
        };
        format!("{what}: {name}")
    },
    close_group: "Close this list",

    back_to_list: "Back to the list",
    close: "Close the sheet",
    loading: "Loading the sheet…",
    retry: "Try again",
    files: &FILES,
    content_in_french: Some("The sheets are in French."),

    partly_read: |read, total| {
        format!(
            "{read} initiatives of {total} could be read. The others are unreadable: reload the page, and tell the site's editor if this comes back."
        )
    },
    streets_offer: |host, name| {
        [
            "Streets come from another site: ",
            host,
            " (",
            name,
            ") will see your IP address and where you look.",
        ]
        .concat()
    },
    show_streets: "Show streets",
    hide_streets: "Hide streets",
    streets_failed: |name| {
        [
            "The background “",
            name,
            "” does not come. The map stays as it was.",
        ]
        .concat()
    },
    basemap_failed: "Part of the basemap is missing. The list and the markers still work.",
    no_such_sheet: |id| {
        format!("No initiative has the id “{id}”. The link may be old; look for it in the list.")
    },
    no_such_territory: |code| {
        format!("The territory “{code}” is not known. The whole of France is shown.")
    },
    ignored_parameter: |name, value| {
        format!("In the address, “{name}” does not know the value “{value}”: it is ignored.")
    },
    ignored_view: |value| {
        format!(
            "In the address, “{value}” is not a view of the map (zoom/latitude/longitude): it is ignored."
        )
    },
    dismiss: "Dismiss the message",

    glossary: "Glossary",
    site_map: "Site map",
    legal_notice: "Legal notice",
    download: "Open data",

    lever: lever_name,
    acronym_in: |category| {
        (category == Category::Lever(Lever::ScicShare)).then_some(
            "SCIC: a French cooperative of general interest, in which residents, staff and local authorities can hold shares.",
        )
    },
    no_lever: "No lever established",
    doubts: ["by another actor", "considered or declined", UNSPECIFIED],
};
