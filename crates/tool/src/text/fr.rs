//! The sheets in French.

use super::{CaseColumns, SheetTexts};
use crate::text::count::initiatives_counted;
use model::domain::{
    Certainty, Heading, LegalForm, LinkKind, Precision, RecommendationGroup, Role, Standing, State,
    Status,
};
use model::text::numbers::grouped;

fn month(number: &str) -> &'static str {
    match number {
        "01" => "janvier",
        "02" => "février",
        "03" => "mars",
        "04" => "avril",
        "05" => "mai",
        "06" => "juin",
        "07" => "juillet",
        "08" => "août",
        "09" => "septembre",
        "10" => "octobre",
        "11" => "novembre",
        "12" => "décembre",
        _ => "",
    }
}

fn date(iso: &str) -> String {
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or_default();
    match (
        parts.next().map(month),
        parts.next().map(|day| day.trim_start_matches('0')),
    ) {
        (Some(month), Some("1")) => format!("1er {month} {year}"),
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        _ => year.to_owned(),
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "En projet",
        Status::Ongoing => "En cours",
        Status::Ended => "Terminée",
        Status::Unknown => "Inconnu",
    }
}

fn legal_form(form: LegalForm) -> &'static str {
    match form {
        LegalForm::Association => "Association",
        LegalForm::Scop => "SCOP",
        LegalForm::Scic => "SCIC (forme juridique)",
        LegalForm::Cooperative => "Coopérative",
        LegalForm::Foundation => "Fondation",
        LegalForm::Mutual => "Mutuelle",
        LegalForm::SocialEnterprise => "Entreprise sociale",
        LegalForm::Company => "Société commerciale",
        LegalForm::Collective => "Collectif",
        LegalForm::Public => "Organisme public",
        LegalForm::Other => "Autre",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "pilote",
        Role::Funder => "financeur",
        Role::Partner => "partenaire",
    }
}

fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Address => "à l’adresse",
        Precision::District => "au quartier",
        Precision::Commune => "à la commune",
        Precision::Epci => "toute l’intercommunalité",
        Precision::Departement => "tout le département",
        Precision::Region => "toute la région",
    }
}

fn cases_counted(used: usize, considered: usize, declined: usize) -> String {
    let counts = [
        (used, "utilisé"),
        (considered, "envisagé"),
        (declined, "refusé"),
    ];
    let said = counts.iter().filter(|&&(count, _)| count > 0);
    let said: Vec<_> = said
        .map(|&(count, what)| format!("{what} pour {}", initiatives_counted(count)))
        .collect();
    format!("Levier {}.", said.join(", "))
}

/// The French sentences of the sheets.
pub static TEXTS: SheetTexts = SheetTexts {
    screen: &model::text::fr::TEXTS,
    cases: "Qui s’en est servi, et ce que cela a donné",
    cases_counted,
    cases_order: "Les cas dits par un document d’abord, puis les plus petites collectivités.",
    lever: "Levier",
    case_columns: CaseColumns {
        who: "Collectivité",
        what: "Initiative, et ce qu’elle a fait",
        amount: "Montant",
        year: "Année",
        result: "Résultats",
        obstacle: "Freins",
        state: "État",
    },
    more_cases: |count| format!("Voir les {count} autres cas"),
    case_state: |state, certainty| match (state, certainty) {
        (State::Used, Certainty::Explicit) => "Utilisé\u{a0}: un document le dit",
        (State::Used, Certainty::Inferred) => "Utilisé\u{a0}: déduit d’un document",
        (State::Considered, _) => "Seulement envisagé",
        (State::Declined, _) => "Refusé",
    },
    size: |count| format!("{} habitants", grouped(count as f64, '\u{202f}', ',')),
    more: "Lire la suite",
    see: "Lire",
    levers_used: "Les leviers qu’elle a utilisés",
    levers_of: "Les leviers de la collectivité",
    no_lever_use: "Les sources ne disent pas qu’une collectivité ait utilisé l’un des six leviers.",
    no_authority_lever: "Les sources n’établissent aucun levier utilisé par une collectivité.",
    diagram: "Qui, par quel levier, combien",
    flow: |standing, state| match (standing, state) {
        (Standing::Inferred, _) => "déduit du texte",
        (Standing::Others, _) => "par un autre acteur",
        (_, State::Considered) => "seulement envisagé",
        (_, State::Declined) => "non utilisé",
        _ => "",
    },
    unspecified: "Soutien, levier non précisé",
    supported: "a soutenu l’initiative\u{a0}; le document ne dit pas comment",
    unnamed: "(que le document ne nomme pas)",
    by_arm: "par",
    state: |state| match state {
        State::Used => "a utilisé ce levier",
        State::Considered => "a envisagé ce levier",
        State::Declined => "n’a pas utilisé ce levier",
    },
    certainty: |certainty| match certainty {
        Certainty::Explicit => "dit par le texte",
        Certainty::Inferred => "déduit du texte",
    },
    date,
    evidence: "Source",
    cite: "Copier la citation",
    copied: "Citation copiée",
    selected: "Le navigateur ne permet pas de copier. La citation est sélectionnée\u{a0}: copiez-la.",
    citation: |of| {
        format!(
            "{}, {}, {}, {}. Cité par {}, «\u{a0}{}\u{a0}», {}, consulté le ",
            of.title, of.publisher, of.date, of.place, of.map, of.sheet, of.url
        )
    },
    facts: "En bref",
    place: "Lieu",
    authorities: "Collectivités",
    carried_by: "Porté par",
    more_places: |count| format!("et {count} autres lieux"),
    status_label: |year| match year {
        Some(year) => format!("État ({year})"),
        None => "État".to_owned(),
    },
    since: |year| format!("depuis {year}"),
    themes: "Thèmes",
    figures: "Chiffres",
    compared: |whose, number| format!("{whose}\u{a0}: {number}"),
    range: |from, to| format!("{from}\u{a0}à\u{a0}{to}"),
    undated: |published| match published {
        Some(year) => format!("sans date, dans un document de {year}"),
        None => "sans date".to_owned(),
    },
    partners: "Partenaires",
    funding: "Financement",
    partners_and_funding: "Partenaires et financement",
    sources: "Sources",
    links_of: |kind| match kind {
        LinkKind::ByOthers => "Là où un autre acteur l’a utilisé",
        LinkKind::Examples => "Des exemples",
        LinkKind::Initiatives => "Les initiatives",
        LinkKind::Led => "Les initiatives qu’elle pilote",
        LinkKind::Funded => "Les initiatives qu’elle finance",
        LinkKind::Joined => "Les initiatives dont elle est partenaire",
        LinkKind::Authorities => "Les collectivités",
        LinkKind::Levers => "Les leviers",
        LinkKind::Themes => "Les thèmes",
        LinkKind::Recommendations => "Les recommandations du guide de 2016",
        LinkKind::Similar => "Initiatives proches",
    },
    filter_on_lever: "Ne montrer que ce levier sur la carte",
    resources: "Des ressources pour agir",
    legal: "Repères juridiques",
    law_changed: "Attention, ce texte a changé depuis :",
    law_dated: |year| format!("cité par un document de {year}"),
    kind_initiative: "Initiative",
    kind_lever: "Levier",
    kind_theme: "Thème",
    filter_on_theme: "Ne montrer que ce thème sur la carte",
    kind_recommendation: |number| format!("Recommandation {number}"),
    recommendation_group: |group| match group {
        RecommendationGroup::Transversality => "Favoriser la transversalité",
        RecommendationGroup::SharedView => "Partager les regards sur le territoire",
        RecommendationGroup::Neighbourhoods => "Structurer l’économie dans les quartiers",
        RecommendationGroup::Spreading => "Essaimer",
    },
    thin: "Fiche courte\u{a0}: les documents n’en disent pas plus.",
    former_name: "Nom d’alors",
    member_since: "Adhère au RTES depuis",
    departements: "Département",
    region: "Région",
    territory: "Territoire",
    own_territory: "Ce qui s’y fait, de la commune à la région",
    insee_code: "Code Insee",
    siren: "Numéro Siren",
    population: "Population",
    inhabitants: |count, year| {
        format!(
            "{} habitants ({year})",
            grouped(count as f64, '\u{202f}', ',')
        )
    },
    official_population: "Insee",
    other_acronyms: "Autres sigles",
    address: "Adresse",
    website: "Site",
    own_page: "Page de cette fiche, à partager ou à imprimer",
    contribute: "Signaler une erreur, compléter cette fiche",
    keep: "Mettre dans mon carnet, pour comparer",
    heading: |heading| match heading {
        Heading::Activity => "Ce que fait l’initiative",
        Heading::WhenToUse => "Quand l’utiliser",
        other => other.id(),
    },
    status,
    legal_form,
    role,
    precision,
    number: |value| grouped(value, '\u{202f}', ','),
    euros: |value| format!("{}\u{a0}€", grouped(value as f64, '\u{202f}', ',')),
};

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn dates_are_read_as_far_as_they_go() {
        assert_eq!(
            [date("2016"), date("2016-07"), date("2021-02-01")],
            ["2016", "juillet 2016", "1er février 2021"]
        );
    }
}
