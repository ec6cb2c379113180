//! Partners and money, each told once: what the text of the sheet or its diagram names is not listed again.

use super::context;
use super::head::carries;
use super::prose::blocks;
use super::terms::explained;
use leptos::prelude::*;
use model::domain::{Block, Heading, Initiative, Inline, Partner};

/// Whether a section is told here rather than with the rest of the text.
pub fn is_here(heading: Heading) -> bool {
    matches!(heading, Heading::Partners | Heading::Funding)
}

/// One section for who else takes part and where the money comes from.
pub fn partners(sheet: &Initiative) -> Option<AnyView> {
    let texts = context().texts;
    let of = |heading| {
        let mut sections = sheet.sections.iter();
        sections
            .find(|section| section.heading == heading)
            .map(|section| section.blocks.as_slice())
            .unwrap_or_default()
    };
    let (named, funding) = (of(Heading::Partners), of(Heading::Funding));
    let listed: Vec<_> = unnamed(sheet);
    let heading = match (named.is_empty() && listed.is_empty(), funding.is_empty()) {
        (true, true) => return None,
        (true, false) => texts.funding,
        (false, true) => texts.partners,
        (false, false) => texts.partners_and_funding,
    };
    let items = listed.iter().map(|partner| {
        let role = partner.role.as_ref().map(|role| format!("\u{a0}: {role}"));
        view! { <li>{explained(&partner.name)}{role.map(|role| explained(&role))}</li> }
    });
    let items = items.collect_view();
    let list = (!listed.is_empty()).then(|| view! { <ul>{items}</ul> });
    Some(
        view! {
            <section class="prose partners">
                <h3>{heading}</h3>
                <div lang="fr">{blocks(named)}{list}{blocks(funding)}</div>
            </section>
        }
        .into_any(),
    )
}

/// The partners that neither the head of the sheet, nor its diagram, nor its text on partners and funding names.
fn unnamed(sheet: &Initiative) -> Vec<&Partner> {
    let sections = sheet.sections.iter();
    let sections = sections.filter(|section| is_here(section.heading));
    let text: String = sections
        .flat_map(|section| &section.blocks)
        .map(plain)
        .collect();
    let acts = |name: &str| {
        let mut actors = sheet.lever_uses.iter().filter_map(|one| one.actor.name());
        actors.any(|actor| names(actor, name))
    };
    let told =
        |partner: &&Partner| carries(partner) || acts(&partner.name) || names(&text, &partner.name);
    sheet.partners.iter().filter(|one| !told(one)).collect()
}

/// Whether a text has this name, as whole words.
fn names(text: &str, name: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut found = text.match_indices(name);
    found.any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + name.len()..)
            .and_then(|after| after.chars().next());
        !is_letter(before) && !is_letter(after)
    })
}

/// The words of a block.
fn plain(block: &Block) -> String {
    let words = block.texts().iter().flatten().map(Inline::words);
    words.collect::<String>() + " "
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_whole_words() {
        let text = "Etic, foncière ; la Caisse des dépôts.";
        assert!(names(text, "Etic") && names(text, "Caisse des dépôts"));
        assert!(!names(text, "Eti") && !names(text, "Caisse des dépôts et consignations"));
        assert!(!names("", "Etic"));
    }
}
