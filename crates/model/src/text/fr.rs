//! French, the language of the map.

use super::elision::of_place;
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
        grouped(count as f64, '\u{202f}', ','),
        if count < 2 { one } else { many }
    )
}

pub(super) fn initiatives(count: usize) -> String {
    plural(count, "initiative", "initiatives")
}

fn shown_of(shown: usize, total: usize) -> String {
    let affichees = plural(shown, "initiative affichée", "initiatives affichées");
    format!("{affichees} sur {total}")
}

fn cluster(count: usize, town: Option<&str>, levers: &[(Lever, usize)]) -> String {
    let around = town
        .map(|town| format!(" autour {}", of_place(town)))
        .unwrap_or_default();
    format!("{}{around}{}", initiatives(count), of_which(levers))
}

fn of_which(levers: &[(Lever, usize)]) -> String {
    let parts: Vec<_> = levers
        .iter()
        .map(|&(lever, count)| format!("{count} {}", lever_counted(lever, count)))
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(", dont {}", parts.join(", "))
    }
}

fn in_the_same(shared: Shared) -> &'static str {
    match shared {
        Shared::Address => "à la même adresse",
        Shared::District => "dans le même quartier",
        Shared::Commune => "dans la même commune",
        Shared::Territory { several: false } => "sur tout le territoire",
        Shared::Territory { several: true } => "sur des territoires entiers",
    }
}

fn lever_counted(lever: Lever, count: usize) -> &'static str {
    match (lever, count < 2) {
        (Lever::Grant, true) => "subvention",
        (Lever::Grant, false) => "subventions",
        (Lever::Procurement, true) => "achat public",
        (Lever::Procurement, false) => "achats publics",
        (Lever::Property, _) => "foncier",
        (Lever::ScicShare, true) => "entrée au capital",
        (Lever::ScicShare, false) => "entrées au capital",
        (Lever::Support, true) => "accompagnement",
        (Lever::Support, false) => "accompagnements",
        (Lever::Facilitation, true) => "animation",
        (Lever::Facilitation, false) => "animations",
    }
}

fn unreadable(error: FileError) -> String {
    match error {
        FileError::Empty => "le fichier est vide".into(),
        FileError::NotOurs => "ce n’est pas un fichier de la carte".into(),
        FileError::OtherVersion { found, .. } => {
            format!(
                "le fichier est d’une autre version ({found}). Rechargez la page ; si le message revient, prévenez l’éditeur du site"
            )
        }
        FileError::Truncated => "le fichier est incomplet".into(),
        FileError::Damaged => "le fichier est abîmé".into(),
        // Sound bytes that are not those expected: above all, the points of another edition of a layer.
        FileError::OtherKind | FileError::Invalid(_) => {
            "le fichier contient autre chose que ce qui est attendu".into()
        }
    }
}

fn lever(lever: Lever) -> &'static str {
    match lever {
        Lever::Grant => "Subvention",
        Lever::Procurement => "Achat public",
        Lever::Property => "Foncier",
        Lever::ScicShare => "Capital de SCIC",
        Lever::Support => "Accompagnement",
        Lever::Facilitation => "Animation",
    }
}

fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Lever => "Quel levier ?",
        Facet::Theme => "Quel thème ?",
        Facet::AuthorityKind => "Type de collectivité",
        Facet::Standing => "Qui, et dans quel état",
        Facet::AuthoritySize => "Taille de la collectivité",
        Facet::LegalForm => "Forme juridique",
        Facet::Progress => "Avancement",
        Facet::Period => "Période",
        Facet::Document => "Document",
        Facet::Extra => "Ce que dit la fiche",
    }
}

const OTHERS: &str = "Par un autre acteur";
const CONSIDERED: &str = "Envisagé ou refusé";
const UNSPECIFIED: &str = "Soutien, levier non précisé";

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Stated => "Dit\u{a0}: une collectivité l’a utilisé",
        Standing::Inferred => "Déduit du texte",
        Standing::Others => OTHERS,
        Standing::Considered => CONSIDERED,
        Standing::Unspecified => UNSPECIFIED,
        Standing::Nothing => "Rien de public",
    }
}

pub(super) fn authority_kind(kind: AuthorityKind) -> &'static str {
    match kind {
        AuthorityKind::Commune => "Commune",
        AuthorityKind::Cc => "Communauté de communes",
        AuthorityKind::Ca => "Communauté d’agglomération",
        AuthorityKind::Cu => "Communauté urbaine",
        AuthorityKind::Metropole => "Métropole",
        AuthorityKind::Ept => "Établissement public territorial",
        AuthorityKind::Departement => "Département",
        AuthorityKind::Region => "Région",
        AuthorityKind::Mixed => "Pays ou syndicat mixte",
        AuthorityKind::Foreign => "Collectivité étrangère",
    }
}

pub(super) fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Food => "Alimentation",
        Theme::Work => "Emploi et insertion",
        Theme::Reuse => "Réemploi",
        Theme::Housing => "Habitat",
        Theme::Mobility => "Mobilité",
        Theme::Energy => "Énergie et climat",
        Theme::Culture => "Culture",
        Theme::Youth => "Éducation et jeunesse",
        Theme::Care => "Santé et services",
        Theme::Neighbourhood => "Lien social",
        Theme::Shops => "Commerce et artisanat",
        Theme::Enterprise => "Création d’activités",
        Theme::Digital => "Numérique",
        Theme::Heritage => "Patrimoine et tourisme",
        Theme::Finance => "Finance solidaire",
        Theme::GreenSpaces => "Cadre de vie",
        Theme::Networks => "Filières",
        Theme::Citizenship => "Participation",
    }
}

fn shortcut(id: &str) -> &'static str {
    match id {
        "guadeloupe" => "Guadeloupe",
        "martinique" => "Martinique",
        "guyane" => "Guyane",
        "la-reunion" => "La Réunion",
        "mayotte" => "Mayotte",
        _ => "Métropole",
    }
}

/// Why a file did not come, in French.
pub static FILES: FileTexts = FileTexts {
    file_failed: |file, why| format!("Le fichier {file} n’a pas pu être lu : {why}."),
    no_answer: "le serveur ne répond pas. Vérifiez votre connexion, puis réessayez",
    http_status: |status| format!("le serveur a répondu {status}"),
    unreadable,
};

/// The French sentences.
pub static TEXTS: Texts = Texts {
    lang: Lang::Fr,
    doors_label: "Par où commencer",
    doors: [
        ("leviers/", "Par levier"),
        ("collectivites/", "Par collectivité"),
        ("regions/", "Par région"),
    ],
    skip_to_list: "Aller à la liste des initiatives",
    skips: "Accès rapide",
    skip_to_map: "Aller à la carte",
    other_language: "English",
    full_page: "Pleine page",

    filters: "Choisir ce qui est affiché",
    facet,
    more_filters: "Plus de filtres",
    filter: "Filtrer",
    or_and: [" ou ", " et "],
    key: "Lire la carte",
    clear_filters: "Tout afficher",
    remove_filter: |name| format!("Retirer le filtre {name}"),
    remove_territory: |name| format!("Ne plus limiter au territoire\u{a0}: {name}"),
    territory_shown: |name| format!("Territoire : {name}"),
    unnamed_territory: |code| format!("code {code}"),

    take_away: "Partager, télécharger",
    list: "Les initiatives",
    shown_of,
    in_view: |count| format!("{} en un lieu de cette vue", initiatives(count)),
    on_territories: |count| format!("{} sur un territoire entier", initiatives(count)),
    districts: |count, town| format!("{count} quartiers {}", of_place(town)),
    and_places: |place, others| format!("{place} et {others} autres lieux"),
    out_of_view: |count| format!("{} ailleurs", initiatives(count)),
    nearest: "Les plus proches\u{a0}:",
    away: |km| match roughly(km) {
        None => "tout près".to_owned(),
        Some(km) => format!("à environ {}\u{a0}km", grouped(km, '\u{202f}', ',')),
    },
    show_list: |count| format!("Voir la liste ({count})"),
    taller: "Agrandir le panneau",
    shorter: "Réduire le panneau",

    map: "Carte des initiatives",
    map_help: "Flèches pour se déplacer, plus et moins pour zoomer, Début pour revoir toute la France. Tabulation, puis flèches, pour parcourir les repères. Tout est aussi dans la liste.",
    explore: "Explorer la carte",
    markers: "Repères sur la carte",
    zoom_in: "Zoomer",
    zoom_out: "Dézoomer",
    whole_france: "Toute la France",
    go_to: "Aller à",
    shortcut,
    click_first: "Cliquez sur la carte pour zoomer avec la molette.",
    marker: |name, place, lever| format!("{name}, {place}, {lever}"),
    cluster,
    pile: |count, shared, place| format!("{} {}, {place}", initiatives(count), in_the_same(shared)),
    whole_territory: |name, place, lever| {
        format!("{name}, sur tout le territoire, {place}, {lever}")
    },
    territories: |count, several, names, levers| {
        let on = in_the_same(Shared::Territory { several });
        format!("{names}, {} {on}{}", initiatives(count), of_which(levers))
    },
    tags: "Initiatives sur un territoire entier",
    group: |shared, name| {
        let what = match shared {
            Shared::Address => "Même adresse",
            Shared::District => "Même quartier",
            Shared::Commune => "Même commune",
            Shared::Territory { several: false } => "Sur tout ce territoire",
            Shared::Territory { several: true } => "Sur des territoires entiers",
        };
        format!("{what}\u{a0}: {name}")
    },
    close_group: "Fermer cette liste",

    back_to_list: "Retour à la liste",
    close: "Fermer la fiche",
    loading: "La fiche se charge…",
    retry: "Réessayer",
    files: &FILES,
    content_in_french: None,

    partly_read: |read, total| {
        format!(
            "{read} initiatives sur {total} ont pu être lues. Les autres sont illisibles : rechargez la page, et prévenez l’éditeur du site si le message revient."
        )
    },
    streets_offer: |host, name| {
        [
            "Les rues viennent d’un autre site : ",
            host,
            " (",
            name,
            ") verra votre adresse IP et l’endroit que vous regardez.",
        ]
        .concat()
    },
    show_streets: "Afficher les rues",
    hide_streets: "Masquer les rues",
    streets_failed: |name| {
        [
            "Le fond « ",
            name,
            " » ne vient pas. La carte reste comme elle était.",
        ]
        .concat()
    },
    basemap_failed: "Une partie du fond de carte manque. La liste et les repères restent utilisables.",
    no_such_sheet: |id| {
        format!(
            "Aucune fiche ne porte l’identifiant «\u{a0}{id}\u{a0}». Le lien est peut-être ancien\u{a0}; cherchez-la dans la liste."
        )
    },
    no_such_territory: |code| {
        format!("Le territoire « {code} » n’est pas connu. Toute la France est affichée.")
    },
    ignored_parameter: |name, value| {
        format!(
            "Dans l’adresse, « {name} » ne connaît pas la valeur « {value} » : elle est ignorée."
        )
    },
    ignored_view: |value| {
        format!(
            "Dans l’adresse, « {value} » n’est pas une vue de la carte (zoom/latitude/longitude) : elle est ignorée."
        )
    },
    dismiss: "Fermer le message",

    glossary: "Glossaire",
    site_map: "Plan du site",
    legal_notice: "Mentions légales",
    download: "Données ouvertes",

    lever,
    acronym_in: |category| {
        (category == Category::Lever(Lever::ScicShare)).then_some(
            "SCIC\u{a0}: société coopérative d’intérêt collectif. Habitants, salariés et collectivités peuvent y détenir des parts.",
        )
    },
    no_lever: "Aucun levier établi",
    doubts: ["par un autre acteur", "envisagé ou refusé", UNSPECIFIED],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_agree_with_their_count() {
        assert_eq!(shown_of(1, 37), "1 initiative affichée sur 37");
        assert_eq!(shown_of(14, 37), "14 initiatives affichées sur 37");
        let levers = [(Lever::Grant, 5), (Lever::ScicShare, 1)];
        assert_eq!(
            cluster(12, Some("Lille"), &levers),
            "12 initiatives autour de Lille, dont 5 subventions, 1 entrée au capital"
        );
        assert_eq!(cluster(2, None, &[]), "2 initiatives");
    }
}
