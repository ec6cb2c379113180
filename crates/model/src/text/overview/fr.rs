//! The map in French words.

use super::super::elision::{at_place, of_place};
use super::super::fr::{initiatives, plural};
use super::super::numbers::{grouped, roughly};
use super::{Asked, Criteria, MANY, NAMED, TOLD, joined, list, only};
use crate::Lang;
use crate::domain::{Alone, Facet, Lever, Overview, Region, Side};
use crate::text::Texts;

pub(super) fn sentences(facts: &Overview, asked: &Asked<'_>) -> Vec<String> {
    if facts.shown == 0 {
        return vec![
            nothing(asked),
            "Cela ne dit rien de ce qui se fait sur place\u{a0}: la carte ne montre que ce que ses documents racontent.".to_owned(),
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
    let here = if asked.in_view { " dans cette vue" } else { "" };
    match criteria(asked).as_str() {
        "" => format!("Aucune initiative{here}."),
        criteria => format!("Aucune initiative{here} ne répond à la demande\u{a0}: {criteria}."),
    }
}

fn how_many(facts: &Overview, asked: &Asked<'_>) -> String {
    let (shown, total) = (number(facts.shown), number(facts.total));
    let one = facts.shown == 1;
    let here = if asked.in_view {
        "Dans cette vue, "
    } else {
        ""
    };
    match criteria(asked).as_str() {
        "" if asked.in_view => format!(
            "Dans cette vue\u{a0}: {} sur {total}.",
            initiatives(facts.shown)
        ),
        "" => format!("La carte montre {}.", initiatives(facts.shown)),
        criteria if one => {
            format!("{here}1 initiative sur {total} répond à la demande\u{a0}: {criteria}.")
        }
        criteria => format!(
            "{here}{shown} initiatives sur {total} répondent à la demande\u{a0}: {criteria}."
        ),
    }
}

fn criteria(asked: &Asked<'_>) -> String {
    let words = Criteria {
        facet: facet_name,
        territory: "territoire",
        or: "ou",
        quoted,
    };
    super::criteria(Lang::Fr, asked, &words)
}

fn facet_name(facet: Facet) -> &'static str {
    match facet {
        Facet::Lever => "levier",
        Facet::Theme => "thème",
        Facet::AuthorityKind => "type de collectivité",
        Facet::Standing => "état",
        Facet::AuthoritySize => "taille de collectivité",
        Facet::LegalForm => "forme juridique",
        Facet::Progress => "avancement",
        Facet::Period => "période",
        Facet::Document => "document",
        Facet::Extra => "fiche",
    }
}

fn side(facts: &Overview) -> Option<String> {
    let side = match facts.side? {
        Side::North => "au nord",
        Side::South => "au sud",
        Side::East => "à l’est",
        Side::West => "à l’ouest",
    };
    Some(format!("La plupart sont {side} de la vue."))
}

fn regions(facts: &Overview, asked: &Asked<'_>) -> Option<String> {
    let placed = |&(code, count): &(&str, usize)| Some((in_region(code)?, count));
    let told: Vec<_> = facts.regions.iter().filter_map(placed).collect();
    let others = told.len().saturating_sub(TOLD);
    match told.as_slice() {
        [] => None,
        [_] if asked.filters.territory.is_some() => None,
        [(region, 1)] if facts.shown == 1 => Some(format!("Elle est {region}.")),
        [(region, count)] if *count == facts.shown => Some(format!("Toutes sont {region}.")),
        [(first, most), more @ ..] => {
            let share = share(*most, facts.shown).map(|share| format!(" ({share})"));
            let first = format!("{most} {first}{}", share.unwrap_or_default());
            let more = more.iter().take(TOLD - 1);
            let more = more.map(|(region, count)| format!("{count} {region}"));
            let all: Vec<_> = std::iter::once(first).chain(more).collect();
            let rest = match others {
                0 => String::new(),
                1 => "\u{a0}; une autre région en compte aussi".to_owned(),
                count => format!("\u{a0}; {count} autres régions en comptent aussi"),
            };
            Some(format!("Il y en a {}{rest}.", list(&all, "et")))
        }
    }
}

/// A share that is worth a word.
fn share(part: usize, whole: usize) -> Option<&'static str> {
    let percent = part * 100 / whole.max(1);
    match percent {
        _ if whole < MANY => None,
        90..=99 => Some("presque toutes"),
        67..90 => Some("plus des deux tiers"),
        51..67 => Some("plus de la moitié"),
        50 => Some("la moitié"),
        45..50 => Some("près de la moitié"),
        34..45 => Some("plus du tiers"),
        _ => None,
    }
}

fn outside(facts: &Overview) -> Option<String> {
    let cover = match (facts.whole, facts.shown) {
        (0, _) => None,
        (1, 1) => Some("Elle couvre tout un territoire plutôt qu’un lieu.".to_owned()),
        (1, _) => Some("Une couvre tout un territoire plutôt qu’un lieu.".to_owned()),
        (whole, shown) if whole == shown => {
            Some("Toutes couvrent un territoire plutôt qu’un lieu.".to_owned())
        }
        (whole, _) => Some(format!(
            "{} couvrent tout un territoire plutôt qu’un lieu.",
            number(whole)
        )),
    };
    let abroad = match (facts.abroad, facts.shown) {
        (0, _) => None,
        (1, 1) => Some("Elle est hors de France.".to_owned()),
        (1, _) => Some("Une est hors de France.".to_owned()),
        (count, _) => Some(format!("{} sont hors de France.", number(count))),
    };
    joined(cover, abroad)
}

/// Of a territory or a view, what is not in it is not worth telling.
fn empty(facts: &Overview, asked: &Asked<'_>) -> Option<String> {
    let is_part = asked.in_view || asked.filters.territory.is_some();
    if is_part || facts.shown < MANY {
        return None;
    }
    let there: Vec<_> = facts
        .empty_regions
        .iter()
        .filter_map(|code| in_region(code))
        .collect();
    match there.len() {
        0 => None,
        few if few <= NAMED => Some(format!("Il n’y en a aucune {}.", list(&there, "ni"))),
        many => Some(format!("{many} régions n’en comptent aucune.")),
    }
}

fn communes(facts: &Overview) -> Option<String> {
    let told = facts.communes.iter().take(TOLD);
    match facts.communes.as_slice() {
        [] => None,
        [(name, count)] if *count == facts.shown => {
            Some(format!("Toutes ont un lieu {}.", at_place(name)))
        }
        [(name, count)] => Some(format!(
            "La commune qui en compte le plus est {name} ({count})."
        )),
        _ => {
            let names: Vec<_> = told
                .map(|(name, count)| format!("{name} ({count})"))
                .collect();
            Some(format!(
                "Les communes qui en comptent le plus sont {}.",
                list(&names, "et")
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
    let around = of_place(&first.town);
    let mut said = format!(
        "Le plus grand groupe est autour {around}\u{a0}: {} à moins de 20\u{a0}km.",
        initiatives(first.count)
    );
    let next = others
        .iter()
        .map(|group| format!("autour {} ({})", of_place(&group.town), group.count));
    let next: Vec<_> = next.collect();
    match next.as_slice() {
        [] => {}
        [one] => said.push_str(&format!(" Un autre est {one}.")),
        many => said.push_str(&format!(" D’autres sont {}.", list(many, "et"))),
    }
    if let Some(km) = others
        .first()
        .and_then(|group| group.from_last)
        .and_then(distance)
    {
        said.push_str(&format!(" Les deux premiers sont à {km} l’un de l’autre."));
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
    let far = distance(*km)?;
    Some(format!(
        "La plus à l’écart, {} ({town}), est à {far} de la plus proche ({nearest}).",
        quoted(name)
    ))
}

/// A name between guillemets; those inside it become other quotation marks.
fn quoted(name: &str) -> String {
    let inner = name.replace("«\u{a0}", "“").replace("\u{a0}»", "”");
    format!("«\u{a0}{inner}\u{a0}»")
}

fn distance(km: f64) -> Option<String> {
    roughly(km).map(|km| format!("environ {}\u{a0}km", grouped(km, '\u{202f}', ',')))
}

fn levers(facts: &Overview, asked: &Asked<'_>) -> Option<String> {
    let texts = Texts::of(Lang::Fr);
    let only = only(Lang::Fr, asked, Facet::Lever);
    let named = facts.levers.iter().map(|&(lever, count)| {
        let is_asked = only == Some((texts.lever)(lever));
        (the_lever(lever).to_owned(), count, is_asked)
    });
    let most = most(&named.collect::<Vec<_>>(), "levier", facts.shown);
    let none = match (facts.without_lever, facts.shown) {
        (0, _) => None,
        (without, shown) if without == shown => {
            Some("Les documents n’établissent aucun levier d’une collectivité.".to_owned())
        }
        (1, _) => {
            Some("Pour une d’elles, aucun levier d’une collectivité n’est établi.".to_owned())
        }
        (count, _) => Some(format!(
            "Pour {count} d’entre elles, aucun levier d’une collectivité n’est établi."
        )),
    };
    joined(most, none)
}

fn themes(facts: &Overview, asked: &Asked<'_>) -> Option<String> {
    let texts = Texts::of(Lang::Fr);
    let only = only(Lang::Fr, asked, Facet::Theme);
    let named = facts.themes.iter().map(|&(theme, count)| {
        let name = texts.theme(theme);
        (quoted(name), count, only == Some(name))
    });
    most(&named.collect::<Vec<_>>(), "thème", facts.shown)
}

/// « Le levier le plus fréquent est la subvention (64), devant l’animation (40) et le foncier (35). » Each name with its count and whether
/// all have it, as it was asked for.
fn most(counts: &[(String, usize, bool)], what: &str, shown: usize) -> Option<String> {
    let said = |(name, count, _): &(String, usize, bool)| format!("{name} ({count})");
    let is_asked = counts.iter().any(|one| one.2);
    let counts: Vec<_> = counts.iter().filter(|one| !one.2).cloned().collect();
    let (first, others) = counts.split_first()?;
    let names = |count: usize| {
        counts
            .iter()
            .take(count)
            .map(|one| one.0.clone())
            .collect::<Vec<_>>()
    };
    if shown == 1 {
        let label = match (is_asked, counts.len()) {
            (true, _) => "Aussi".to_owned(),
            (false, 1) => capital(what),
            (false, _) => format!("{}s", capital(what)),
        };
        return Some(format!(
            "{label}\u{a0}: {}.",
            list(&names(counts.len()), "et")
        ));
    }
    if is_asked {
        let told: Vec<_> = counts.iter().take(TOLD).map(said).collect();
        return Some(format!(
            "Avec ce {what}, on trouve aussi {}.",
            list(&told, "et")
        ));
    }
    let equal = counts.iter().take_while(|one| one.1 == first.1).count();
    let more = others.iter().take(TOLD - 1).filter(|one| one.1 > 1);
    let more: Vec<_> = more.map(said).collect();
    Some(match (equal, more.as_slice()) {
        (1, []) if counts.len() == 1 => format!("Un seul {what}\u{a0}: {}.", said(first)),
        (1, []) => format!("Le {what} le plus fréquent est {}.", said(first)),
        (1, more) => format!(
            "Le {what} le plus fréquent est {}, devant {}.",
            said(first),
            list(more, "et")
        ),
        (equal, _) if equal > TOLD => format!("Aucun {what} ne domine."),
        (equal, _) => format!(
            "Les {what}s les plus fréquents sont {} ({} chacun).",
            list(&names(equal), "et"),
            first.1
        ),
    })
}

/// « Levier ».
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn the_lever(lever: Lever) -> &'static str {
    match lever {
        Lever::Grant => "la subvention",
        Lever::Procurement => "l’achat public",
        Lever::Property => "le foncier",
        Lever::ScicShare => "l’entrée au capital d’une SCIC",
        Lever::Support => "l’accompagnement",
        Lever::Facilitation => "l’animation",
    }
}

/// « en Bretagne », « dans les Hauts-de-France », « à La Réunion ».
pub(super) fn in_region(code: &str) -> Option<String> {
    let name = Region::of(code)?.name;
    Some(match code {
        "04" | "06" => format!("à {name}"),
        "44" => format!("dans le {name}"),
        "32" | "52" => format!("dans les {name}"),
        _ => format!("en {name}"),
    })
}

fn number(count: usize) -> String {
    let text = plural(count, "", "");
    text.trim_end().to_owned()
}
