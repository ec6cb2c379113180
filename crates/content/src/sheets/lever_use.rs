//! One use of a lever by one actor.

use super::{References, evidence::read_required_evidence};
use crate::reading::{At, CERTAINTY, Fields, LEVER_IF_ANY, STATE};
use crate::{Rule, nearest};
use model::domain::{Actor, ActorKind, LeverUse};

/// Reads a lever use. `taking_part`: ids of the authorities that the sheet says take part.
pub fn read_lever_use(
    fields: &Fields<'_>,
    taking_part: &[String],
    refs: &References<'_>,
) -> Option<LeverUse> {
    let lever = fields.choice("lever", &LEVER_IF_ANY);
    let actor = read_actor(fields, taking_part, refs);
    let state = fields.choice("state", &STATE);
    let certainty = fields.choice("certainty", &CERTAINTY);
    let how = fields.prose("how");
    let amount = fields.amount_if_any("amount");
    let year = fields.year_if_any("year");
    let evidence = read_required_evidence(
        fields,
        "lever_uses",
        "evidence",
        "Ce recours à un levier",
        refs,
    );
    Some(LeverUse {
        lever: lever?,
        actor: actor?,
        state: state?,
        certainty: certainty?,
        how: how?,
        amount,
        year,
        evidence: evidence?,
    })
}

fn read_actor(fields: &Fields<'_>, taking_part: &[String], refs: &References<'_>) -> Option<Actor> {
    let actor = fields.text_at("actor");
    let name = fields.text_if_any("actor_name");
    let arm_of = fields.texts("for");
    let actor = actor?;
    for id in &arm_of {
        check_authority(fields, "for", id, refs);
        check_takes_part(fields, "for", id, taking_part, refs);
    }
    let Some(kind) = ActorKind::from_id(&actor.value) else {
        check_authority(fields, "actor", &actor, refs);
        check_named_once(fields);
        check_arm(fields, &arm_of);
        check_takes_part(fields, "actor", &actor, taking_part, refs);
        return Some(Actor::Authority(actor.value));
    };
    if !fields.has("actor_name") {
        fields.problem(
            "actor",
            Rule::NamelessActor,
            format!("L'acteur « {} » n'a pas de nom.", actor.value),
            "Ajoutez actor_name = \"…\" : le nom de l'organisation, ou les mots du document pour une collectivité qu'il ne nomme pas.",
        );
    }
    if kind != ActorKind::Other {
        check_arm(fields, &arm_of);
    }
    let of: Vec<String> = arm_of.into_iter().map(|id| id.value).collect();
    let name = name?;
    Some(match kind {
        ActorKind::Authority => Actor::Unnamed(name),
        ActorKind::Landlord => Actor::Landlord(name),
        ActorKind::State => Actor::State(name),
        ActorKind::Europe => Actor::Europe(name),
        ActorKind::Other if of.is_empty() => Actor::Other(name),
        ActorKind::Other => Actor::Arm { name, of },
    })
}

/// Only another organisation can be the arm of an authority.
fn check_arm(fields: &Fields<'_>, arm_of: &[At<String>]) {
    if !arm_of.is_empty() {
        fields.problem(
            "for",
            Rule::ArmOfAuthority,
            "Seule une autre organisation agit pour une collectivité.",
            "Écrivez actor = \"autre\" avec son nom, ou supprimez for.",
        );
    }
}

/// The id of an authority that has a sheet.
pub fn check_authority(
    fields: &Fields<'_>,
    key: &'static str,
    id: &At<String>,
    refs: &References<'_>,
) {
    fields
        .file()
        .note(|notes| notes.authorities.push(id.value.clone()));
    if refs.authorities.contains(&id.value) {
        return;
    }
    let near = nearest::nearest(&id.value, refs.authorities.iter().map(String::as_str));
    let also = if key == "actor" {
        ", ou écrivez collectivite, bailleur, etat, europe ou autre"
    } else {
        ""
    };
    fields.problem(
        key,
        Rule::UnknownAuthority,
        format!("La collectivité « {} » n'a pas de fiche.", id.value),
        match near {
            Some(near) => format!(
                "Vouliez-vous écrire « {near} » ? Sinon, créez content/collectivites/{}.md{also}.",
                id.value
            ),
            None => format!("Créez content/collectivites/{}.md{also}.", id.value),
        },
    );
}

fn check_named_once(fields: &Fields<'_>) {
    if fields.has("actor_name") {
        fields.problem(
            "actor_name",
            Rule::NeedlessActorName,
            "L'acteur est une collectivité : sa fiche donne déjà son nom.",
            "Supprimez actor_name ; un détail (un service, un ancien nom) peut aller dans how.",
        );
    }
}

fn check_takes_part(
    fields: &Fields<'_>,
    key: &'static str,
    actor: &At<String>,
    taking_part: &[String],
    refs: &References<'_>,
) {
    if refs.authorities.contains(&actor.value) && !taking_part.contains(&actor.value) {
        fields.problem(
            key,
            Rule::ActorNotListed,
            format!(
                "« {} » a agi mais n'est pas parmi les collectivités de la fiche.",
                actor.value
            ),
            format!(
                "Ajoutez une table [[authorities]] avec id = \"{}\" et son rôle.",
                actor.value
            ),
        );
    }
}
