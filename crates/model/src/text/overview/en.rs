//! The map in English words.

use super::super::numbers::{grouped, roughly};
use super::{Asked, Criteria, MANY, NAMED, TOLD, joined, list, only};
use crate::Lang;
use crate::domain::{Alone, Facet, Overview, Region, Side};
use crate::text::Texts;

pub(super) fn sentences(facts: &Overview, asked: &Asked<'_>) -> Vec<String> {
    if facts.shown == 0 {
        return vec![
            nothing(asked),
            "That says nothing of what is done there: the map shows only what its documents tell."
                .to_owned(),
        ];
    }
    let parts = [
        Some(how_many(facts, asked)),
        side(facts),
        regions(facts, asked),
        outside(facts),
        empty(facts, asked),
        communes(facts),
        groups(facts),
        alone(facts.alone.as_ref()),
        levers(facts, asked),
        themes(facts, asked),
    ];
    parts.into_iter().flatten().collect()
}

fn nothing(asked: &Asked<'_>) -> String {
    let here = if asked.in_view { " in this view" } else { "" };
    match criteria(asked).as_str() {
        "" => format!("No initiatives{here}."),
        criteria => format!("No initiative{here} matches: {criteria}."),
    }
}

fn how_many(facts: &Overview, asked: &Asked<'_>) -> String {
    let (shown, total) = (number(facts.shown), number(facts.total));
    let here = if asked.in_view { "In this view, " } else { "" };
    let noun = if facts.shown == 1 {
        "initiative"
    } else {
        "initiatives"
    };
    match criteria(asked).as_str() {
        "" if asked.in_view => format!("In this view: {shown} {noun} of {total}."),
        "" => format!("The map shows {shown} {noun}."),
        criteria if facts.shown == 1 => {
            format!("{here}1 initiative of {total} matches: {criteria}.")
        }
        criteria => format!("{here}{shown} initiatives of {total} match: {criteria}."),
    }
}

fn criteria(asked: &Asked<'_>) -> String {
    let words = Criteria {
        facet: facet_name,
        territory: "territory",
        or: "or",
        quoted: |name| format!("“{name}”"),
    };
    super::criteria(Lang::En, asked, &words)
}

fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Lever => "lever",
        Facet::Theme => "theme",
        Facet::AuthorityKind => "kind of authority",
        Facet::Standing => "standing",
        Facet::AuthoritySize => "size of authority",
        Facet::LegalForm => "legal form",
        Facet::Progress => "progress",
        Facet::Period => "period",
        Facet::Document => "document",
        Facet::Extra => "sheet",
    }
}

fn side(facts: &Overview) -> Option<String> {
    let side = match facts.side? {
        Side::North => "northern",
        Side::South => "southern",
        Side::East => "eastern",
        Side::West => "western",
    };
    Some(format!("Most are in the {side} half of the view."))
}

fn regions(facts: &Overview, asked: &Asked<'_>) -> Option<String> {
    let placed = |&(code, count): &(&str, usize)| Some((Region::of(code)?.name, count));
    let all: Vec<_> = facts.regions.iter().filter_map(placed).collect();
    match all.as_slice() {
        [] => None,
        [_] if asked.filters.territory.is_some() => None,
        [(region, 1)] if facts.shown == 1 => Some(format!("It is in {region}.")),
        [(region, count)] if *count == facts.shown => Some(format!("All are in {region}.")),
        all => {
            let told = all.iter().take(TOLD);
            let told: Vec<_> = told
                .map(|(region, count)| format!("{count} in {region}"))
                .collect();
            let rest = match all.len().saturating_sub(TOLD) {
                0 => String::new(),
                1 => "; one other région has some too".to_owned(),
                count => format!("; {count} other régions have some too"),
            };
            let is = if matches!(all, [(_, 1), ..]) {
                "is"
            } else {
                "are"
            };
            Some(format!("There {is} {}{rest}.", list(&told, "and")))
        }
    }
}

fn outside(facts: &Overview) -> Option<String> {
    let cover = match (facts.whole, facts.shown) {
        (0, _) => None,
        (1, 1) => Some("It covers a whole territory rather than a place.".to_owned()),
        (1, _) => Some("One covers a whole territory rather than a place.".to_owned()),
        (whole, shown) if whole == shown => {
            Some("All cover a whole territory rather than a place.".to_owned())
        }
        (whole, _) => Some(format!(
            "{} cover a whole territory rather than a place.",
            number(whole)
        )),
    };
    let abroad = match (facts.abroad, facts.shown) {
        (0, _) => None,
        (1, 1) => Some("It is outside France.".to_owned()),
        (1, _) => Some("One is outside France.".to_owned()),
        (count, _) => Some(format!("{} are outside France.", number(count))),
    };
    joined(cover, abroad)
}

fn empty(facts: &Overview, asked: &Asked<'_>) -> Option<String> {
    let is_part = asked.in_view || asked.filters.territory.is_some();
    if is_part || facts.shown < MANY {
        return None;
    }
    let named = facts
        .empty_regions
        .iter()
        .filter_map(|code| Region::of(code));
    let names: Vec<_> = named.map(|region| region.name.to_owned()).collect();
    match names.len() {
        0 => None,
        few if few <= NAMED => Some(format!("There are none in {}.", list(&names, "or"))),
        many => Some(format!("{many} régions have none.")),
    }
}

fn communes(facts: &Overview) -> Option<String> {
    match facts.communes.as_slice() {
        [] => None,
        [(name, count)] if *count == facts.shown => Some(format!("All have a place in {name}.")),
        [(name, count)] => Some(format!("The commune with most is {name} ({count}).")),
        all => {
            let told = all.iter().take(TOLD);
            let names: Vec<_> = told
                .map(|(name, count)| format!("{name} ({count})"))
                .collect();
            Some(format!(
                "The communes with most are {}.",
                list(&names, "and")
            ))
        }
    }
}

fn groups(facts: &Overview) -> Option<String> {
    let (first, others) = facts.groups.split_first()?;
    let commune = facts.communes.first();
    if commune.is_some_and(|(_, count)| *count == facts.shown) {
        return None;
    }
    let mut said = format!(
        "The largest group is around {}: {} initiatives within 20\u{a0}km.",
        first.town, first.count
    );
    let next: Vec<_> = others
        .iter()
        .map(|group| format!("around {} ({})", group.town, group.count))
        .collect();
    match next.as_slice() {
        [] => {}
        [one] => said.push_str(&format!(" Another is {one}.")),
        many => said.push_str(&format!(" Others are {}.", list(many, "and"))),
    }
    if let Some(km) = others
        .first()
        .and_then(|group| group.from_last)
        .and_then(distance)
    {
        said.push_str(&format!(" The first two are {km} apart."));
    }
    Some(said)
}

fn alone(alone: Option<&Alone>) -> Option<String> {
    let Alone {
        name,
        town,
        km,
        nearest,
    } = alone?;
    Some(format!(
        "The most remote, “{name}” ({town}), is {} from the nearest ({nearest}).",
        distance(*km)?
    ))
}

fn distance(km: f64) -> Option<String> {
    roughly(km).map(|km| format!("about {}\u{a0}km", grouped(km, ',', '.')))
}

fn levers(facts: &Overview, asked: &Asked<'_>) -> Option<String> {
    let texts = Texts::of(Lang::En);
    let named = facts
        .levers
        .iter()
        .map(|&(lever, count)| ((texts.lever)(lever), count));
    let only = only(Lang::En, asked, Facet::Lever);
    let most = most(&named.collect::<Vec<_>>(), "lever", only, facts.shown);
    let none = match (facts.without_lever, facts.shown) {
        (0, _) => None,
        (without, shown) if without == shown => {
            Some("The documents establish no authority’s lever.".to_owned())
        }
        (count, _) => Some(format!(
            "For {count} of them, no authority’s lever is established."
        )),
    };
    joined(most, none)
}

fn themes(facts: &Overview, asked: &Asked<'_>) -> Option<String> {
    let texts = Texts::of(Lang::En);
    let named = facts
        .themes
        .iter()
        .map(|&(theme, count)| (texts.theme(theme), count));
    let only = only(Lang::En, asked, Facet::Theme);
    most(&named.collect::<Vec<_>>(), "theme", only, facts.shown)
}

/// `only`: the one that was asked for, which all have.
fn most(counts: &[(&str, usize)], what: &str, only: Option<&str>, shown: usize) -> Option<String> {
    let said = |(name, count): &(&str, usize)| format!("“{name}” ({count})");
    let others = counts.iter().filter(|(name, _)| only != Some(*name));
    let counts: Vec<_> = others.copied().collect();
    let (first, others) = counts.split_first()?;
    let names = |count: usize| {
        counts
            .iter()
            .take(count)
            .map(|(name, _)| format!("“{name}”"))
            .collect::<Vec<_>>()
    };
    if shown == 1 {
        let label = match (only, counts.len()) {
            (Some(_), _) => "Also".to_owned(),
            (None, 1) => format!("Its {what}"),
            (None, _) => format!("Its {what}s"),
        };
        return Some(format!("{label}: {}.", list(&names(counts.len()), "and")));
    }
    if only.is_some() {
        let told: Vec<_> = counts.iter().take(TOLD).map(said).collect();
        return Some(format!("Beside this {what}: {}.", list(&told, "and")));
    }
    let equal = counts.iter().take_while(|one| one.1 == first.1).count();
    let more = others.iter().take(TOLD - 1).filter(|one| one.1 > 1);
    let more: Vec<_> = more.map(said).collect();
    Some(match (equal, more.as_slice()) {
        (1, []) if counts.len() == 1 => format!("One {what} only: {}.", said(first)),
        (1, []) => format!("The most frequent {what} is {}.", said(first)),
        (1, more) => format!(
            "The most frequent {what} is {}, before {}.",
            said(first),
            list(more, "and")
        ),
        (equal, _) if equal > TOLD => format!("No {what} prevails."),
        (equal, _) => format!(
            "The most frequent {what}s are {} ({} each).",
            list(&names(equal), "and"),
            first.1
        ),
    })
}

fn number(count: usize) -> String {
    grouped(count as f64, ',', '.')
}
