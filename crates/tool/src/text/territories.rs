//! The sentences of the pages of territories, in French.

use super::count::initiatives_counted;
use model::domain::{Document, TerritoryKind};
use model::text::elision::at_place;

/// Title and description of the list of territories.
pub const LIST: (&str, &str) = (
    "Les territoires",
    "Communes, intercommunalités, départements et régions dont la carte parle\u{a0}: ce qui s’y fait, étage par étage.",
);

/// Name of the ways to the régions of the list.
pub const REGIONS: &str = "Régions de la liste";
/// Heading of the same list by name.
pub const BY_NAME: &str = "De A à Z";
/// Name of the ways to the letters of that list.
pub const LETTERS: &str = "Premières lettres";
/// How to look for a territory in the list.
pub const HOW_TO_FIND: &str = "Choisissez une région ou une lettre, ou cherchez un nom dans la page (Ctrl + F). Un territoire sans initiative ni fiche n’a pas de page.";
/// From another list to that of the territories.
pub const ALL: &str = "Tous les territoires, de la commune à la région";

/// What a page of territories that are not in France is.
pub const ABROAD: (&str, &str) = (
    "Hors de France",
    "Les initiatives de la carte qui sont hors de France, avec les collectivités qui y prennent part.",
);

/// How to read the stack of levels.
pub const STACK_LEAD: &str =
    "Une commune n’agit pas seule. Voici, niveau par niveau, ce que font les collectivités.";
/// On the map, the link that limits it to a territory.
pub const WITHIN: &str = "Limiter la carte à ce territoire";
/// What the authority of a level did in the territory of the page.
pub const ACTED_HERE: &str = "Ce que cette collectivité a fait ici\u{a0}:";
/// No authority of this level has a sheet.
pub const NO_AUTHORITY: &str = "Aucun document ne décrit sa collectivité.";
/// An authority with no lever.
pub const NO_LEVER: &str = "aucun levier établi";
/// Heading of the territories inside.
pub const PARTS: &str = "Les territoires à l’intérieur";
/// Heading of the nearest initiatives.
pub const NEAREST: &str = "Les initiatives les plus proches, ailleurs";
/// From where a distance is.
pub const FROM: &str = "Distances à vol d’oiseau, depuis la mairie ou le milieu du territoire.";
/// Before the levels of which the documents say nothing.
pub const SILENT: &str = "Les documents ne disent rien de ces niveaux\u{a0}:";
/// Heading of how to add an initiative.
pub const ADD: &str = "Il manque une initiative\u{a0}?";
/// How to add one.
pub const HOW_TO_ADD: &str = "Cette carte ne montre que ce que ses documents racontent. Vous en connaissez un autre, qui établit ce qu’une collectivité a fait ici\u{a0}?";
/// The link to how.
pub const ADD_LINK: &str = "Proposer une initiative";
/// The link to where to write.
pub const WRITE: &str = "Écrire à l’éditeur";

/// « commune ».
pub fn kind(kind: TerritoryKind) -> &'static str {
    match kind {
        TerritoryKind::Commune => "commune",
        TerritoryKind::Ept => "établissement public territorial",
        TerritoryKind::Epci => "intercommunalité",
        TerritoryKind::Departement => "département",
        TerritoryKind::Region => "région",
    }
}

/// Above the heading of a page.
pub fn kind_heading(kind: TerritoryKind) -> &'static str {
    match kind {
        TerritoryKind::Commune => "Commune",
        TerritoryKind::Ept => "Établissement public territorial",
        TerritoryKind::Epci => "Intercommunalité",
        TerritoryKind::Departement => "Département",
        TerritoryKind::Region => "Région",
    }
}

/// A kind, several of them.
pub fn several(kind: TerritoryKind) -> &'static str {
    match kind {
        TerritoryKind::Commune => "Communes",
        TerritoryKind::Ept => "Établissements publics territoriaux",
        TerritoryKind::Epci => "Intercommunalités",
        TerritoryKind::Departement => "Départements",
        TerritoryKind::Region => "Régions",
    }
}

/// Title of a page: communes have their département with their name, the others say what they are.
pub fn title(name: &str, of: TerritoryKind) -> String {
    match of {
        TerritoryKind::Commune | TerritoryKind::Region => name.to_owned(),
        of => format!("{name} ({})", kind(of)),
    }
}

/// What a page is: the title, the number of its initiatives.
pub fn about(title: &str, initiatives: usize) -> String {
    match initiatives {
        0 => format!(
            "{title}\u{a0}: ce que la carte sait de ses collectivités, et les initiatives les plus proches."
        ),
        count => format!(
            "{title}\u{a0}: {} et ce que la commune, l’intercommunalité, le département et la région ont fait.",
            initiatives_counted(count)
        ),
    }
}

/// The heading of a level: its kind, its name, whether it is the territory of the page.
pub fn level(of: TerritoryKind, name: &str, is_here: bool) -> String {
    match (of, is_here) {
        (TerritoryKind::Commune, true) => "Dans la commune".to_owned(),
        (_, true) => format!("Sur {}", the_whole(of)),
        (TerritoryKind::Region, false) => format!("Sa région\u{a0}: {name}"),
        (of, false) => format!("Son {}\u{a0}: {name}", kind(of)),
    }
}

/// « tout le département ».
pub fn the_whole(of: TerritoryKind) -> &'static str {
    match of {
        TerritoryKind::Commune => "toute la commune",
        TerritoryKind::Ept => "tout l’établissement public territorial",
        TerritoryKind::Epci => "toute l’intercommunalité",
        TerritoryKind::Departement => "tout le département",
        TerritoryKind::Region => "toute la région",
    }
}

/// Before the initiatives that cover a level.
pub fn covering(of: TerritoryKind, count: usize) -> String {
    let cover = if count < 2 { "couvre" } else { "couvrent" };
    format!(
        "{} {cover} {}\u{a0}:",
        initiatives_counted(count),
        the_whole(of)
    )
}

/// Heading of the initiatives inside a territory that is larger than a commune.
pub fn inside(count: usize) -> String {
    format!("À l’intérieur\u{a0}: {}", initiatives_counted(count))
}

/// Opens the authorities of an initiative.
pub fn acting(count: usize) -> String {
    format!("{count} collectivités y prennent part")
}

/// Heading of the initiatives abroad.
pub fn inside_abroad(count: usize) -> String {
    format!("Les initiatives ({count})")
}

/// Nothing is told of a commune: the documents, its name without département.
pub fn nothing_in(documents: &str, commune: &str) -> String {
    format!(
        "{documents} ne parle d’une initiative {}. Cela ne dit rien de ce qui s’y fait.",
        at_place(commune)
    )
}

/// Nothing is told of the whole of some levels.
pub fn nothing_over(documents: &str, of: &[TerritoryKind]) -> String {
    let wholes: Vec<_> = of.iter().map(|&kind| the_whole(kind)).collect();
    let wholes = match wholes.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} ou {last}", before.join(", ")),
        None => String::new(),
    };
    format!("{documents} ne parle d’une initiative qui couvre {wholes}.")
}

/// No initiative is within so many kilometres.
pub fn none_within(km: f64) -> String {
    format!("Toutes les initiatives de la carte sont à plus de {km:.0}\u{a0}km.")
}

/// « Aucun des cinq documents (2016–2021) ».
pub fn none_of<'a>(documents: impl Iterator<Item = &'a Document>) -> String {
    let years: Vec<&str> = documents
        .map(|one| one.date.get(..4).unwrap_or_default())
        .collect();
    let (first, last) = (years.iter().min(), years.iter().max());
    let of = match years.len() {
        0 | 1 => "Aucun document lu".to_owned(),
        count => format!("Aucun des {} documents", in_words(count)),
    };
    match (first, last) {
        (Some(first), Some(last)) if first != last => format!("{of} ({first}–{last})"),
        (Some(year), _) => format!("{of} ({year})"),
        _ => of,
    }
}

/// A small number in words.
fn in_words(count: usize) -> String {
    const WORDS: [&str; 11] = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    ];
    WORDS
        .get(count)
        .map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// « Seine-Saint-Denis (département 93) »: a name alone may be that of several.
pub fn told_apart(kind: TerritoryKind, name: &str, code: &str) -> String {
    match kind {
        TerritoryKind::Region => format!("{name} (région)"),
        TerritoryKind::Departement => format!("{name} (département {code})"),
        TerritoryKind::Ept => format!("{name} (établissement public territorial)"),
        TerritoryKind::Epci | TerritoryKind::Commune => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(date: &str) -> Document {
        Document {
            id: date.into(),
            title: String::new(),
            publisher: String::new(),
            date: date.into(),
        }
    }

    #[test]
    fn what_no_document_says_counts_the_documents() {
        let all = ["2018", "2016-07", "2021-01-02"].map(document);
        assert_eq!(none_of(all.iter()), "Aucun des trois documents (2016–2021)");
        assert_eq!(none_of(all.iter().take(1)), "Aucun document lu (2018)");
        assert_eq!(none_of([].iter()), "Aucun document lu");
        assert_eq!(
            nothing_in("Aucun des deux documents", "Le Havre"),
            "Aucun des deux documents ne parle d’une initiative au Havre. Cela ne dit rien de ce qui s’y fait."
        );
        assert_eq!(
            nothing_over(
                "Aucun",
                &[
                    TerritoryKind::Epci,
                    TerritoryKind::Departement,
                    TerritoryKind::Region
                ]
            ),
            "Aucun ne parle d’une initiative qui couvre toute l’intercommunalité, tout le département ou toute la région."
        );
    }
}
