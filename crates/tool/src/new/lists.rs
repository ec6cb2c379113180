//! Closed lists as comments of a skeleton: written from the domain, so that they are always those of the check.

use model::domain::{ActorKind, Certainty, Heading, Lever, Precision, State};

/// Longest line of a comment.
const WIDTH: usize = 110;

/// The ids, one after the other.
pub fn ids<T: Copy>(values: &[T], id: fn(T) -> &'static str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for id in values.iter().map(|&value| id(value)) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + id.chars().count() < WIDTH => {
                line.push_str(", ");
                line.push_str(id);
            }
            _ => lines.push(format!("#   {id}")),
        }
    }
    lines.join(",\n")
}

/// The ids with what they mean, one per line.
pub fn explained<T: Copy>(
    values: &[T],
    id: fn(T) -> &'static str,
    meaning: fn(T) -> &'static str,
) -> String {
    let lines = values
        .iter()
        .map(|&value| format!("#   {} : {}", id(value), meaning(value)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Headings, each with what stands under it.
pub fn headings(headings: &[Heading]) -> String {
    let lines = headings
        .iter()
        .map(|&heading| format!("# ## {}\n#      {}", heading.id(), under(heading)));
    lines.collect::<Vec<_>>().join("\n")
}

/// « bailleur, etat ou autre »: those that are not authorities.
pub fn other_actors() -> String {
    let others = ActorKind::ALL.iter().map(|kind| kind.id());
    let others: Vec<_> = others
        .filter(|&id| id != ActorKind::Authority.id())
        .collect();
    match others.split_last() {
        Some((last, before)) => format!("{} ou {last}", before.join(", ")),
        None => String::new(),
    }
}

/// What a precision means.
pub fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Address => "une adresse",
        Precision::District => "un quartier",
        Precision::Commune => "quelque part dans la commune",
        Precision::Epci => "toute l’intercommunalité, ou tout l’établissement public territorial",
        Precision::Departement => "tout le département",
        Precision::Region => "toute la région",
    }
}

/// What a lever is.
pub fn lever(lever: Lever) -> &'static str {
    match lever {
        Lever::Grant => "une aide en argent",
        Lever::Procurement => "un achat, un marché, une clause",
        Lever::Property => "un terrain, un local",
        Lever::ScicShare => "des parts dans une société coopérative d’intérêt collectif",
        Lever::Support => "des conseils, une formation, un réseau pour créer une activité",
        Lever::Facilitation => "des acteurs réunis, qui se connaissent et coopèrent",
    }
}

/// What a state means.
pub fn state(state: State) -> &'static str {
    match state {
        State::Used => "il l’a utilisé",
        State::Considered => "il l’a envisagé",
        State::Declined => "il l’a refusé",
    }
}

/// What a certainty means.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Explicit => "le document dit que l’acteur l’a fait",
        Certainty::Inferred => "il le laisse seulement entendre",
    }
}

fn under(heading: Heading) -> &'static str {
    match heading {
        Heading::Context => "D’où vient l’initiative, à quel besoin elle répond.",
        Heading::Activity => "Ce qu’elle propose, à qui, comment.",
        Heading::AuthorityAction => {
            "Ce que la collectivité a fait, dans quel ordre, avec quels services."
        }
        Heading::Transversality => "Les politiques et les services que le projet a réunis.",
        Heading::Partners => "Qui d’autre participe, et pour quoi faire.",
        Heading::Funding => "Qui paie quoi, avec l’année.",
        Heading::Results => "Ce que l’initiative a changé, avec l’année des chiffres.",
        Heading::Obstacles => "Ce qui a été difficile.",
        Heading::SuccessFactors => "Ce qui a aidé.",
        Heading::Policy => "Ce que la collectivité veut faire de l’économie sociale et solidaire.",
        Heading::Means => "Ses moyens : équipe, budget, instances.",
        Heading::Actions => "Ce qu’elle fait, en quelques points.",
        Heading::Definition => "Ce qu’est le levier.",
        Heading::WhenToUse => "Les situations où il convient.",
        Heading::HowTo => "Les étapes, numérotées.",
        Heading::Departments => "Les services de la collectivité à réunir.",
        Heading::Limits => "Ce qu’il ne permet pas, et ce qui peut mal tourner.",
        Heading::Why => "Pourquoi la suivre.",
    }
}
