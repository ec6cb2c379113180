//! The head of an initiative: what it is, where, in which state and when, who carries it, its site. Five seconds are enough.

use super::prose::external_link;
use super::terms::explained;
use super::{authority_link, context, fact, french, head, page_out, sheet_link, territory_link};
use crate::territory_path::ABROAD;
use leptos::prelude::*;
use model::domain::{Initiative, Linked, Participation, Partner, Place, Role, Target};

/// Of more places than this, the rest is folded.
const PLACES_SHOWN: usize = 3;

/// The band.
pub fn band(sheet: &Initiative, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let lead = view! {
        <p class="lead" lang="fr">{explained(&sheet.lead)}</p>
        {facts(sheet, linked)}
    };
    let form = sheet.legal_form.map(texts.legal_form);
    let kind = [Some(texts.kind_initiative), form];
    let kind = kind.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        {head(kind, french(&sheet.summary.name), lead.into_any())}
        {sheet.thin.then(|| view! { <p class="hint">{texts.thin}</p> })}
    }
    .into_any()
}

fn facts(sheet: &Initiative, linked: &Linked) -> AnyView {
    let texts = context().texts;
    let status = (texts.status)(sheet.status);
    let since = sheet.since.map(|year| (texts.since)(year));
    let state = [Some(status.to_owned()), since];
    let state = state.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let themes = sheet.summary.themes.iter().map(|&theme| {
        let name = texts.screen.theme(theme).into_any();
        view! { <li>{sheet_link(&Target::theme(theme), name)}</li> }
    });
    let themes = view! { <ul class="inline">{themes.collect_view()}</ul> };
    view! {
        <dl class="facts band">
            {fact(texts.place, Some(places(&sheet.summary.places)))}
            {fact((texts.status_label)(sheet.status_year), Some(state.into_any()))}
            {fact(texts.carried_by, carriers(sheet, linked))}
            {fact(texts.authorities, others(sheet, linked))}
            {fact(texts.website, sites(sheet))}
            {fact(texts.themes, Some(themes.into_any()))}
        </dl>
    }
    .into_any()
}

/// The places, each on a line; many are folded after the first.
fn places(places: &[Place]) -> AnyView {
    let texts = context().texts;
    let item = |place: &Place| {
        let precision = (texts.precision)(place.precision);
        let link = match place.territories.first() {
            Some(territory) => territory_link(territory, &place.label),
            None => page_out(ABROAD, &place.label),
        };
        view! { <li>{link} " " <span class="hint">{format!("({precision})")}</span></li> }
    };
    let shown = if places.len() > PLACES_SHOWN {
        1
    } else {
        places.len()
    };
    let rest = places.get(shown..).unwrap_or_default();
    let folded = (!rest.is_empty()).then(|| {
        view! {
            <details>
                <summary>{(texts.more_places)(rest.len())}</summary>
                <ul>{rest.iter().map(item).collect_view()}</ul>
            </details>
        }
    });
    let first = places.iter().take(shown).map(item).collect_view();
    view! { <ul>{first}</ul> {folded} }.into_any()
}

/// Who carries the initiative: the organisations whose part says so, then the authorities that lead.
fn carriers(sheet: &Initiative, linked: &Linked) -> Option<AnyView> {
    let organisations = sheet.partners.iter().filter(|one| carries(one));
    let organisations =
        organisations.map(|one| view! { <li lang="fr">{explained(&one.name)}</li> }.into_any());
    let leading = sheet.participations.iter();
    let leading = leading.filter(|part| part.role == Role::Lead);
    list(
        organisations
            .chain(leading.map(|part| participant(part, linked)))
            .collect(),
    )
}

/// The authorities that take part without leading, but those that the diagram names.
fn others(sheet: &Initiative, linked: &Linked) -> Option<AnyView> {
    let acts = |id: &String| {
        let mut uses = sheet.lever_uses.iter();
        uses.any(|one| one.actor.authorities().contains(id))
    };
    let parts = sheet.participations.iter();
    let parts = parts.filter(|part| part.role != Role::Lead && !acts(&part.authority));
    list(parts.map(|part| participant(part, linked)).collect())
}

/// An authority, a link to its sheet, with its part.
fn participant(part: &Participation, linked: &Linked) -> AnyView {
    let link = authority_link(&part.authority, linked);
    view! { <li>{link} " (" {(context().texts.role)(part.role)} ")"</li> }.into_any()
}

fn list(items: Vec<AnyView>) -> Option<AnyView> {
    (!items.is_empty()).then(|| view! { <ul class="inline">{items}</ul> }.into_any())
}

/// Whether a partner's part, in the editors' words, is to carry the initiative: « association porteuse », « porte la chaire ».
pub fn carries(partner: &Partner) -> bool {
    const CARRY: [&str; 4] = ["porte", "porteur", "porteuse", "portent"];
    let role = partner.role.as_deref().unwrap_or_default();
    let mut words = role.split(|c: char| !c.is_alphabetic());
    words.any(|word| CARRY.contains(&word))
}

fn sites(sheet: &Initiative) -> Option<AnyView> {
    let links = sheet.links.iter();
    let links = links.map(|link| {
        view! { <li lang="fr">{external_link(&link.label, &link.url)}</li> }.into_any()
    });
    list(links.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_carries_is_read_in_the_part_that_editors_gave() {
        let partner = |role: &str| Partner {
            name: "Afev".into(),
            role: Some(role.into()),
        };
        for role in [
            "association porteuse",
            "porte la chaire",
            "co-porteuse du projet",
            "association qui porte le garage",
        ] {
            assert!(carries(&partner(role)), "{role}");
        }
        for role in [
            "35 % de la société du site",
            "rapporte",
            "Porte de Paris",
            "",
        ] {
            assert!(!carries(&partner(role)), "{role}");
        }
    }
}
