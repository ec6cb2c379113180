//! The cases of a lever: who used it, thought of it or refused it, for what, and what came of it.

use content::fold::fold;
use model::domain::{
    Act, Authority, Block, Case, Heading, Initiative, Inline, Lever, LeverUse, Section, Told,
};

/// The longest sentence that a cell holds, in characters.
const SHORT: usize = 140;

/// The cases of authorities and of their arms, the best established first; then those of the smallest, as a town looks for its like.
/// `authority`: the sheet with this id.
pub fn cases<'a>(
    lever: Lever,
    initiatives: &[&Initiative],
    authority: impl Fn(&str) -> Option<&'a Authority>,
) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for initiative in initiatives {
        for lever_use in initiative.lever_uses.iter() {
            let counts = lever_use.lever == Some(lever) && lever_use.actor.is_of_authority();
            if counts {
                add(&mut cases, lever, initiative, lever_use, &authority);
            }
        }
    }
    cases.sort_by_cached_key(|case| {
        let size = case.population.as_ref().map(|population| population.value);
        (
            (case.state, case.certainty),
            size.is_none(),
            size,
            fold(&case.name),
        )
    });
    cases
}

/// Several acts of one authority for one initiative are one case.
fn add<'a>(
    cases: &mut Vec<Case>,
    lever: Lever,
    initiative: &Initiative,
    lever_use: &LeverUse,
    authority: &impl Fn(&str) -> Option<&'a Authority>,
) {
    let act = Act {
        how: lever_use.how.clone(),
        amount: lever_use.amount,
        year: lever_use.year,
    };
    let id = &initiative.summary.id;
    let same = |case: &&mut Case| {
        case.initiative == *id && case.actor == lever_use.actor && case.state == lever_use.state
    };
    if let Some(case) = cases.iter_mut().find(same) {
        case.certainty = case.certainty.min(lever_use.certainty);
        case.acts.push(act);
        return;
    }
    let first = lever_use.actor.authorities().first();
    let population = first.and_then(|id| authority(id)?.population());
    cases.push(Case {
        lever,
        initiative: id.clone(),
        name: initiative.summary.name.clone(),
        actor: lever_use.actor.clone(),
        population: population.cloned(),
        state: lever_use.state,
        certainty: lever_use.certainty,
        acts: vec![act],
        result: told(&initiative.sections, Heading::Results),
        obstacle: told(&initiative.sections, Heading::Obstacles),
    });
}

/// What a section says, as far as a cell can hold it.
fn told(sections: &[Section], heading: Heading) -> Told {
    let of_heading = sections.iter().find(|section| section.heading == heading);
    let blocks = of_heading.map_or(&[][..], |section| &section.blocks);
    let mut texts = blocks
        .iter()
        .flat_map(Block::texts)
        .map(|runs| Inline::plain(runs));
    let Some(text) = texts.next() else {
        return Told::default();
    };
    let first = first_sentence(&text);
    let fits = first.chars().count() <= SHORT && !first.ends_with(':');
    Told {
        more: !fits || first.len() < text.len() || texts.next().is_some(),
        first: fits.then(|| first.to_owned()),
    }
}

/// A text up to the end of its first sentence: a sign that ends one, a space, and what may begin another.
fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(['.', '!', '?', '…']);
    let mut ends = ends.map(|(at, sign)| at + sign.len());
    let is_end = |&end: &usize| {
        let mut after = text.get(end..).unwrap_or_default().chars();
        let space = after.next().is_some_and(char::is_whitespace);
        space && after.next().is_some_and(|c| c.is_uppercase() || c == '«')
    };
    let end = ends.find(is_end).unwrap_or(text.len());
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use model::domain::{Actor, Certainty, Population, State};

    fn section(blocks: Vec<Block>) -> Vec<Section> {
        vec![Section {
            heading: Heading::Results,
            blocks,
        }]
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(vec![Inline::Text(text.into())])
    }

    fn told_of(blocks: Vec<Block>) -> (Option<String>, bool) {
        let told = told(&section(blocks), Heading::Results);
        (told.first, told.more)
    }

    #[test]
    fn a_sentence_ends_where_another_begins() {
        for (text, first) in [
            ("Deux. Trois.", "Deux."),
            (
                "Quatre postes ont été créés.",
                "Quatre postes ont été créés.",
            ),
            ("En 2016 : 1.5 million. Puis", "En 2016 : 1.5 million."),
            ("Fini ! « Oui » ?", "Fini !"),
            ("", ""),
        ] {
            assert_eq!(first_sentence(text), first);
        }
    }

    #[test]
    fn a_cell_has_the_words_of_the_sheet_or_leads_to_them() {
        let short = || Some("Huit emplois.".to_owned());
        assert_eq!(told_of(vec![]), (None, false));
        assert_eq!(told_of(vec![paragraph("Huit emplois.")]), (short(), false));
        let two = vec![paragraph("Huit emplois. Deux partent.")];
        assert_eq!(told_of(two), (short(), true));
        let item = |text: &str| vec![Inline::Text(text.into())];
        let list = Block::List(vec![item("Huit emplois."), item("Deux.")]);
        assert_eq!(told_of(vec![list]), (short(), true));
        let announces = vec![paragraph("Depuis 2007\u{a0}:"), paragraph("Huit.")];
        assert_eq!(told_of(announces), (None, true));
        assert_eq!(told_of(vec![paragraph(&"long ".repeat(40))]), (None, true));
        assert_eq!(told(&section(vec![]), Heading::Obstacles), Told::default());
    }

    fn lever_use(actor: &str, state: State, certainty: Certainty) -> LeverUse {
        LeverUse {
            lever: Some(Lever::Property),
            actor: Actor::Authority(actor.into()),
            state,
            certainty,
            how: "Elle prête un local.".into(),
            amount: Some(100),
            year: None,
            evidence: model::domain::Evidence {
                document: "001".into(),
                place: "p. 1".into(),
            },
        }
    }

    fn initiative(id: &str, lever_uses: Vec<LeverUse>) -> Initiative {
        Initiative {
            summary: model::domain::Summary {
                id: id.into(),
                name: id.into(),
                ..Default::default()
            },
            lead: String::new(),
            status: model::domain::Status::Ongoing,
            status_year: None,
            thin: false,
            legal_form: None,
            since: None,
            participations: vec![],
            partners: vec![],
            figures: vec![],
            lever_uses,
            sections: vec![],
            sources: vec![],
            links: vec![],
        }
    }

    pub fn authority(id: &str, inhabitants: u64) -> Authority {
        Authority {
            reference: model::domain::AuthorityRef {
                id: id.into(),
                name: id.into(),
                kind: model::domain::AuthorityKind::Commune,
                code: None,
            },
            territories: vec![],
            departements: vec![],
            regions: vec![],
            country: None,
            former_name: None,
            member_since: None,
            website: None,
            address: None,
            populations: vec![Population {
                value: inhabitants,
                year: 2023,
                source: None,
            }],
            figures: vec![],
            sections: vec![],
            sources: vec![],
        }
    }

    #[test]
    fn the_best_established_come_first_then_the_smallest_and_each_case_is_there_once() {
        use Certainty::{Explicit, Inferred};
        let town = authority("ville", 60_000);
        let village = authority("village", 900);
        let one = initiative(
            "jardin",
            vec![
                lever_use("ville", State::Considered, Explicit),
                lever_use("ville", State::Used, Inferred),
                lever_use("ville", State::Used, Explicit),
                lever_use("inconnue", State::Used, Explicit),
            ],
        );
        let two = initiative(
            "atelier",
            vec![
                lever_use("village", State::Used, Explicit),
                lever_use("village", State::Declined, Explicit),
                LeverUse {
                    lever: None,
                    ..lever_use("village", State::Used, Explicit)
                },
                LeverUse {
                    actor: Actor::Landlord("Un bailleur".into()),
                    ..lever_use("", State::Used, Explicit)
                },
            ],
        );
        let find = |id: &str| match id {
            "ville" => Some(&town),
            "village" => Some(&village),
            _ => None,
        };
        let found = cases(Lever::Property, &[&one, &two], find);
        let found: Vec<_> = found
            .iter()
            .map(|case| {
                (
                    case.actor.authorities()[0].as_str(),
                    case.state,
                    case.acts.len(),
                )
            })
            .collect();
        assert_eq!(
            found,
            [
                ("village", State::Used, 1),
                ("ville", State::Used, 2),
                ("inconnue", State::Used, 1),
                ("ville", State::Considered, 1),
                ("village", State::Declined, 1),
            ]
        );
        assert!(cases(Lever::Grant, &[&one, &two], find).is_empty());
    }
}
