//! The sheets in English.

use super::{CaseColumns, SheetTexts};
use model::domain::{
    Certainty, Heading, LegalForm, LinkKind, Precision, RecommendationGroup, Role, Standing, State,
    Status,
};
use model::text::numbers::grouped;

fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "Planned",
        Status::Ongoing => "Ongoing",
        Status::Ended => "Ended",
        Status::Unknown => "Unknown",
    }
}

fn legal_form(form: LegalForm) -> &'static str {
    match form {
        LegalForm::Association => "Association",
        LegalForm::Scop => "Workers' cooperative (SCOP)",
        LegalForm::Scic => "Multi-stakeholder cooperative (SCIC)",
        LegalForm::Cooperative => "Cooperative",
        LegalForm::Foundation => "Foundation",
        LegalForm::Mutual => "Mutual",
        LegalForm::SocialEnterprise => "Social enterprise",
        LegalForm::Company => "Company",
        LegalForm::Collective => "Collective",
        LegalForm::Public => "Public body",
        LegalForm::Other => "Other",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "lead",
        Role::Funder => "funder",
        Role::Partner => "partner",
    }
}

fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Address => "to the address",
        Precision::District => "to the neighbourhood",
        Precision::Commune => "to the municipality",
        Precision::Epci => "the whole group of municipalities",
        Precision::Departement => "the whole département",
        Precision::Region => "the whole region",
    }
}

fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Context => "Context",
        Heading::Activity => "What the initiative does",
        Heading::AuthorityAction => "How the authority acted",
        Heading::Transversality => "Across departments",
        Heading::Partners => "Partners",
        Heading::Funding => "Funding",
        Heading::Results => "Results and benefits",
        Heading::Obstacles => "Obstacles",
        Heading::SuccessFactors => "What made it work",
        Heading::Policy => "Policy",
        Heading::Means => "Means",
        Heading::Actions => "Actions",
        Heading::Definition => "Definition",
        Heading::WhenToUse => "When to use it",
        Heading::HowTo => "How to proceed",
        Heading::Departments => "Departments to involve",
        Heading::Limits => "Limits and risks",
        Heading::Why => "Why",
    }
}

fn cases_counted(used: usize, considered: usize, declined: usize) -> String {
    let counts = [
        (used, "used"),
        (considered, "considered"),
        (declined, "refused"),
    ];
    let said = counts.iter().filter(|&&(count, _)| count > 0);
    let said: Vec<_> = said
        .map(|&(count, what)| {
            let plural = if count < 2 { "" } else { "s" };
            format!("{what} for {count} initiative{plural}")
        })
        .collect();
    format!("Lever {}.", said.join(", "))
}

/// The English sentences of the sheets.
pub static TEXTS: SheetTexts = SheetTexts {
    screen: &model::text::en::TEXTS,
    cases: "Who used it, and what came of it",
    cases_counted,
    cases_order: "Cases that a document states come first, then the smallest authorities.",
    lever: "Lever",
    case_columns: CaseColumns {
        who: "Authority",
        what: "Initiative, and what it did",
        amount: "Amount",
        year: "Year",
        result: "Results",
        obstacle: "Obstacles",
        state: "State",
    },
    more_cases: |count| format!("See the {count} other cases"),
    case_state: |state, certainty| match (state, certainty) {
        (State::Used, Certainty::Explicit) => "Used: a document says so",
        (State::Used, Certainty::Inferred) => "Used: implied by a document",
        (State::Considered, _) => "Only considered",
        (State::Declined, _) => "Refused",
    },
    size: |count| format!("{} inhabitants", grouped(count as f64, ',', '.')),
    more: "Read on",
    see: "Read",
    levers_used: "The levers it used",
    levers_of: "The authority's levers",
    no_lever_use: "The sources do not say that an authority used any of the six levers.",
    no_authority_lever: "The sources establish no lever used by an authority.",
    diagram: "Who, by which lever, how much",
    flow: |standing, state| match (standing, state) {
        (Standing::Inferred, _) => "inferred from the text",
        (Standing::Others, _) => "by another actor",
        (_, State::Considered) => "only considered",
        (_, State::Declined) => "not used",
        _ => "",
    },
    unspecified: "Support, lever not specified",
    supported: "supported the initiative; the document does not say how",
    unnamed: "(not named by the document)",
    by_arm: "through",
    state: |state| match state {
        State::Used => "used this lever",
        State::Considered => "considered this lever",
        State::Declined => "did not use this lever",
    },
    certainty: |certainty| match certainty {
        Certainty::Explicit => "stated by the text",
        Certainty::Inferred => "inferred from the text",
    },
    date: str::to_owned,
    evidence: "Source",
    cite: "Copy the citation",
    copied: "Citation copied",
    selected: "The browser does not allow copying. The citation is selected: copy it.",
    citation: |of| {
        format!(
            "{}, {}, {}, {}. Cited by {}, “{}”, {}, read on ",
            of.title, of.publisher, of.date, of.place, of.map, of.sheet, of.url
        )
    },
    facts: "In short",
    place: "Place",
    authorities: "Authorities",
    carried_by: "Carried by",
    more_places: |count| format!("and {count} more places"),
    status_label: |year| match year {
        Some(year) => format!("Status ({year})"),
        None => "Status".to_owned(),
    },
    since: |year| format!("since {year}"),
    themes: "Themes",
    figures: "Figures",
    compared: |whose, number| format!("{whose}: {number}"),
    range: |from, to| format!("{from}\u{a0}to\u{a0}{to}"),
    undated: |published| match published {
        Some(year) => format!("undated, in a document of {year}"),
        None => "undated".to_owned(),
    },
    partners: "Partners",
    funding: "Funding",
    partners_and_funding: "Partners and funding",
    sources: "Sources",
    links_of: |kind| match kind {
        LinkKind::ByOthers => "Where another actor used it",
        LinkKind::Examples => "Examples",
        LinkKind::Initiatives => "Initiatives",
        LinkKind::Led => "Initiatives that it leads",
        LinkKind::Funded => "Initiatives that it funds",
        LinkKind::Joined => "Initiatives in which it is a partner",
        LinkKind::Authorities => "Authorities",
        LinkKind::Levers => "Levers",
        LinkKind::Themes => "Themes",
        LinkKind::Recommendations => "Recommendations of the 2016 guide",
        LinkKind::Similar => "Similar initiatives",
    },
    filter_on_lever: "Show only this lever on the map",
    resources: "Resources",
    legal: "Points of law",
    law_changed: "Beware, this law has changed since:",
    law_dated: |year| format!("cited by a document of {year}"),
    kind_initiative: "Initiative",
    kind_lever: "Lever",
    kind_theme: "Theme",
    filter_on_theme: "Show only this theme on the map",
    kind_recommendation: |number| format!("Recommendation {number}"),
    recommendation_group: |group| match group {
        RecommendationGroup::Transversality => "Working across departments",
        RecommendationGroup::SharedView => "Sharing views of the territory",
        RecommendationGroup::Neighbourhoods => "Building neighbourhood economies",
        RecommendationGroup::Spreading => "Spreading",
    },
    thin: "Short sheet: the documents say no more.",
    former_name: "Name then",
    member_since: "RTES member since",
    departements: "Département",
    region: "Région",
    territory: "Territory",
    own_territory: "What is done there, from commune to région",
    insee_code: "Insee code",
    siren: "Siren number",
    population: "Population",
    inhabitants: |count, year| format!("{} inhabitants ({year})", grouped(count as f64, ',', '.')),
    official_population: "Insee",
    other_acronyms: "Other acronyms",
    address: "Address",
    website: "Website",
    own_page: "Page of this sheet, to share or print",
    contribute: "Report an error, complete this sheet (in French)",
    keep: "Put into my notebook, to compare (in French)",
    heading,
    status,
    legal_form,
    role,
    precision,
    number: |value| grouped(value, ',', '.'),
    euros: |value| format!("€{}", grouped(value as f64, ',', '.')),
};
