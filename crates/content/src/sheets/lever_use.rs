//! One use of a lever by one actor.

use super::{References, evidence::read_required_evidence};
use crate::reading::{At, CERTAINTY, Fields, LEVER, STATE};
use crate::{Rule, nearest};
use model::domain::{Actor, ActorKind, LeverUse};

/// Reads a lever use. `taking_part`: ids of the authorities that the sheet says take part.
pub fn read_lever_use(
    fields: &Fields<'_>,
    taking_part: &[String],
    refs: &References<'_>,
) -> Option<LeverUse> {
    let lever = fields.choice("lever", &LEVER);
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
    let actor = actor?;
    match ActorKind::from_id(&actor.value).and_then(named) {
        Some(of_name) => {
            if !fields.has("actor_name") {
                fields.problem(
                    "actor",
                    Rule::NamelessActor,
                    format!("L'acteur « {} » n'a pas de nom.", actor.value),
                    "Ajoutez actor_name = \"…\" : le nom de l'organisation.",
                );
            }
            name.map(of_name)
        }
        None => {
            check_authority(fields, "actor", &actor, refs);
            check_named_once(fields);
            check_takes_part(fields, &actor, taking_part, refs);
            Some(Actor::Authority(actor.value))
        }
    }
}

/// How an actor of this kind is made from its name; an authority is not: it has a sheet.
fn named(kind: ActorKind) -> Option<fn(String) -> Actor> {
    match kind {
        ActorKind::Authority => None,
        ActorKind::Landlord => Some(Actor::Landlord),
        ActorKind::State => Some(Actor::State),
        ActorKind::Other => Some(Actor::Other),
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
        ", ou écrivez bailleur, etat ou autre"
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
    actor: &At<String>,
    taking_part: &[String],
    refs: &References<'_>,
) {
    if refs.authorities.contains(&actor.value) && !taking_part.contains(&actor.value) {
        fields.problem(
            "actor",
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
