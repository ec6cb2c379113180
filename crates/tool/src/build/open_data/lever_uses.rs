//! The lever uses: one row each, with its evidence.

use super::{
    sheets::Sheets,
    table::{ColumnSet, ID, Kind, Table, Words, ids, list},
};
use model::domain::{
    Actor, ActorKind, Certainty, Document, Initiative, Lever, LeverUse, State, Target,
};

struct Row<'a> {
    sheets: &'a Sheets<'a>,
    initiative: &'a Initiative,
    lever_use: &'a LeverUse,
    /// Its rank in the sheet, from 1.
    rank: usize,
}

/// By initiative, then in the order of its sheet.
pub fn table(sheets: &Sheets<'_>) -> Table {
    let rows = sheets.initiatives.iter().flat_map(|initiative| {
        let uses = initiative.lever_uses.iter().zip(1..);
        uses.map(move |(lever_use, rank)| Row {
            sheets,
            initiative,
            lever_use,
            rank,
        })
    });
    let (columns, rows) = fields().filled(rows);
    Table {
        name: "recours",
        title: "Recours à un levier",
        description: "Chaque recours à un levier pour une initiative, un par ligne, avec sa preuve : qui, comment, et où c’est écrit. Ce qui a été envisagé ou refusé, et ce qu’ont fait un bailleur, l’État ou un autre acteur, y est aussi : seuls les recours « utilise » d’une collectivité ou de son bras (colonne « pour ») comptent comme les siens.",
        columns,
        references: &[
            ("initiative", "initiatives"),
            ("levier", "leviers"),
            ("collectivite", "collectivites"),
        ],
        rows,
    }
}

#[rustfmt::skip]
fn fields<'a>() -> ColumnSet<Row<'a>> {
    ColumnSet::<Row<'a>>::new()
        .required("id", Kind::Text(Words::Like("[a-z0-9-]+-[0-9]+")), |row| format!("{}-{}", row.initiative.summary.id, row.rank).into())
            .says("Identifiant", "Identifiant de l’initiative, puis rang du recours dans sa fiche.", "mundo-gusto-1")
        .required("initiative", Kind::Text(ID), |row| row.initiative.summary.id.as_str().into())
            .says("Initiative", "Identifiant de l’initiative (table « initiatives »).", "mundo-gusto")
        .required("initiative_nom", Kind::Text(Words::Any), |row| row.initiative.summary.name.as_str().into())
            .says("Nom de l’initiative", "Nom de l’initiative.", "Mundo Gusto")
        .optional("levier", Kind::Text(ids(Lever::ALL, Lever::id)), |row| row.lever_use.lever.map(Lever::id).into())
            .says("Levier", "Identifiant du levier (table « leviers ») ; vide quand le document dit que l’acteur a soutenu l’initiative, et non comment.", "foncier")
        .required("acteur_type", Kind::Text(ids(ActorKind::ALL, ActorKind::id)), |row| row.lever_use.actor.kind().id().into())
            .says("Type d’acteur", "Collectivité, bailleur social, État, Union européenne ou autre organisation.", "collectivite")
        .optional("collectivite", Kind::Text(ID), |row| authority(&row.lever_use.actor).into())
            .says("Collectivité", "Identifiant de la collectivité (table « collectivites ») ; vide pour un autre acteur, et pour une collectivité que le document ne nomme pas.", "nanterre")
        .optional("pour", Kind::List(ID), |row| list(arm_of(&row.lever_use.actor)))
            .says("Pour", "Identifiants des collectivités dont l’acteur est le bras : société d’économie mixte, association ou groupement qu’elles ont fondé et qu’elles animent.", "nanterre")
        .required("acteur", Kind::Text(Words::Any), |row| actor_name(row).into())
            .says("Acteur", "Nom de la collectivité ou de l’organisation ; pour une collectivité que le document ne nomme pas, ses mots.", "Ville de Nanterre")
        .required("etat", Kind::Text(ids(State::ALL, state)), |row| state(row.lever_use.state).into())
            .says("État", "L’acteur a utilisé le levier, l’a seulement envisagé, ou l’a refusé.", "utilise")
        .required("certitude", Kind::Text(ids(Certainty::ALL, certainty)), |row| certainty(row.lever_use.certainty).into())
            .says("Certitude", "Le document le dit (explicite), ou le laisse seulement entendre (deduit).", "explicite")
        .required("description", Kind::Text(Words::Any), |row| row.lever_use.how.as_str().into())
            .says("Description", "Ce que l’acteur a fait, en une phrase.", "La ville prête le terrain à titre gratuit.")
        .optional("montant_euros", Kind::Count, |row| row.lever_use.amount.into())
            .says("Montant", "Montant en euros, quand le document le donne.", "15000")
        .optional("annee", Kind::Year, |row| row.lever_use.year.into())
            .says("Année", "Année du recours, quand le document la donne.", "2014")
        .required("document_id", Kind::Text(Words::Any), |row| row.lever_use.evidence.document.as_str().into())
            .says("Document", "Identifiant du document cité.", "001")
        .required("document_titre", Kind::Text(Words::Any), |row| document(row).map(|document| document.title.as_str()).into())
            .says("Titre du document", "Titre du document cité.", "Guide des leviers")
        .required("document_editeur", Kind::Text(Words::Any), |row| document(row).map(|document| document.publisher.as_str()).into())
            .says("Éditeur du document", "Organisation qui a publié le document.", "RTES")
        .required("document_date", Kind::Text(Words::Like("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")), |row| document(row).map(|document| document.date.as_str()).into())
            .says("Date du document", "Année, année et mois, ou jour de la publication (ISO 8601).", "2016-07")
        .required("document_passage", Kind::Text(Words::Any), |row| row.lever_use.evidence.place.as_str().into())
            .says("Passage", "Endroit du document où le recours est écrit.", "Chapitre 2, encadré « En pratique »")
        .required("url", Kind::Text(Words::Like(r"[^ ]*\?initiative=[a-z0-9-]+")), |row| row.sheets.url(&Target::initiative(&row.initiative.summary.id)).into())
            .says("Adresse", "Adresse de la fiche de l’initiative sur la carte ; relative à la page de la carte quand elle ne commence pas par https.", "?initiative=mundo-gusto")
}

fn authority(actor: &Actor) -> Option<&str> {
    match actor {
        Actor::Authority(id) => Some(id),
        _ => None,
    }
}

fn actor_name(row: &Row<'_>) -> String {
    match &row.lever_use.actor {
        Actor::Authority(id) => row.sheets.authority_name(id),
        other => other.name().unwrap_or_default().to_owned(),
    }
}

fn arm_of(actor: &Actor) -> impl Iterator<Item = &str> {
    let of = match actor {
        Actor::Arm { of, .. } => of.as_slice(),
        _ => &[],
    };
    of.iter().map(String::as_str)
}

fn document<'a>(row: &Row<'a>) -> Option<&'a Document> {
    row.sheets.document(&row.lever_use.evidence.document)
}

fn state(state: State) -> &'static str {
    match state {
        State::Used => "utilise",
        State::Considered => "envisage",
        State::Declined => "refuse",
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Explicit => "explicite",
        Certainty::Inferred => "deduit",
    }
}
