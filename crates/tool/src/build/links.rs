//! What each sheet is linked with, worked out from all of them: what one says of another, the other says of it.

use super::cases::cases;
use super::similar::similar;
use crate::particle::significant;
use crate::text::SheetTexts;
use crate::text::count::initiatives_counted;
use crate::text::links as words;
use content::{Content, Read, fold::fold};
use model::Lang;
use model::domain::{
    Authority, AuthorityRef, Case, Initiative, Lever, LeverSheet, LeverUse, LinkGroup, LinkKind,
    Linked, Recommendation, Role, Sheet, SheetLink, State, Target, Theme,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that can be linked, in the order in which links show it.
pub struct Links<'a> {
    /// By name.
    pub initiatives: Vec<&'a Initiative>,
    /// By name, without « Ville de » and the like.
    pub authorities: Vec<&'a Authority>,
    /// By number.
    pub recommendations: Vec<&'a Recommendation>,
    /// In screen order.
    pub levers: Vec<&'a LeverSheet>,
    by_id: BTreeMap<&'a str, &'a Authority>,
}

impl<'a> Links<'a> {
    /// The links of this content.
    pub fn of(content: &'a Content) -> Self {
        let mut initiatives = sheets(&content.initiatives);
        initiatives.sort_by_cached_key(|sheet| (fold(&sheet.summary.name), &sheet.summary.id));
        let mut authorities = sheets(&content.authorities);
        authorities.sort_by_cached_key(|sheet| {
            let reference = &sheet.reference;
            (fold(significant(&reference.name)), &reference.id)
        });
        let mut recommendations = sheets(&content.recommendations);
        recommendations.sort_by_key(|sheet| sheet.number);
        let mut levers = sheets(&content.levers);
        levers.sort_by_key(|sheet| sheet.lever);
        let by_id = authorities
            .iter()
            .map(|&sheet| (sheet.reference.id.as_str(), sheet));
        Self {
            by_id: by_id.collect(),
            initiatives,
            authorities,
            recommendations,
            levers,
        }
    }

    /// Every sheet with its links. A theme without initiative has none.
    pub fn all(&self) -> Vec<Linked> {
        let initiatives = self
            .initiatives
            .iter()
            .map(|sheet| self.of_initiative(sheet));
        let authorities = self
            .authorities
            .iter()
            .map(|sheet| self.of_authority(sheet));
        let levers = self.levers.iter().map(|sheet| self.of_lever(sheet));
        let recommendations = self.recommendations.iter();
        let recommendations = recommendations.map(|sheet| self.of_recommendation(sheet));
        let themes = Theme::ALL.iter().map(|&theme| self.of_theme(theme));
        initiatives
            .chain(authorities)
            .chain(levers)
            .chain(themes.filter(|theme| !theme.groups.is_empty()))
            .chain(recommendations)
            .collect()
    }

    /// An initiative with its recommendations and the initiatives near it.
    fn of_initiative(&self, sheet: &Initiative) -> Linked {
        let id = &sheet.summary.id;
        let illustrated = |recommendation: &Recommendation| recommendation.initiatives.contains(id);
        let all = self.initiatives.iter().map(|sheet| &sheet.summary);
        let near = similar(&sheet.summary, all)
            .into_iter()
            .map(|similar| SheetLink {
                target: Target::initiative(&similar.summary.id),
                name: similar.summary.name.clone(),
                note: similar.why,
            });
        let ids = sheet
            .participations
            .iter()
            .map(|part| part.authority.as_str());
        Linked {
            authorities: ids.filter_map(|id| self.reference(id)).collect(),
            cases: Vec::new(),
            groups: groups([
                (LinkKind::Similar, near.collect()),
                (LinkKind::Recommendations, self.recommendations(illustrated)),
            ]),
            sheet: Sheet::Initiative(sheet.clone()),
        }
    }

    /// A lever with its cases, the initiatives for which only others used it, themes and recommendations.
    fn of_lever(&self, sheet: &LeverSheet) -> Linked {
        let lever = sheet.lever;
        let used = |initiative: &Initiative| initiative.summary.levers.contains(&lever);
        let by_others = |initiative: &Initiative| {
            let mut by_others = uses(initiative, lever)
                .filter(|one| one.state == State::Used && !one.actor.is_of_authority());
            !used(initiative) && by_others.next().is_some()
        };
        let of_lever = |recommendation: &Recommendation| recommendation.levers.contains(&lever);
        let cases = cases(lever, &self.initiatives, |id| self.authority(id));
        let acting = cases.iter().flat_map(|case| case.actor.authorities());
        let acting: BTreeSet<&String> = acting.collect();
        Linked {
            sheet: Sheet::Lever(sheet.clone()),
            authorities: acting
                .into_iter()
                .filter_map(|id| self.reference(id))
                .collect(),
            cases,
            groups: groups([
                (LinkKind::ByOthers, self.initiatives(by_others)),
                (LinkKind::Themes, self.themes(used)),
                (LinkKind::Recommendations, self.recommendations(of_lever)),
            ]),
        }
    }

    /// An authority with its initiatives, the levers it used and the recommendations that its initiatives illustrate.
    fn of_authority(&self, sheet: &Authority) -> Linked {
        let id = &sheet.reference.id;
        let takes_part = |initiative: &Initiative| initiative.summary.authorities.contains(id);
        let as_its = |role: Role| {
            let all = self.initiatives.iter();
            let of_role =
                all.filter(|initiative| takes_part(initiative) && role_in(initiative, id) == role);
            let link = |initiative: &&Initiative| {
                let place = initiative_link(initiative);
                match levers_in(initiative, id) {
                    levers if levers.is_empty() => place,
                    note => SheetLink { note, ..place },
                }
            };
            of_role.map(link).collect()
        };
        let levers = self.levers_used_by(id).into_iter();
        let levers = levers.map(|(lever, count)| counted(Target::lever(lever), count));
        let illustrated = |recommendation: &Recommendation| {
            let mut named = recommendation.initiatives.iter();
            named.any(|named| {
                self.initiatives
                    .iter()
                    .any(|initiative| initiative.summary.id == *named && takes_part(initiative))
            })
        };
        Linked {
            sheet: Sheet::Authority(sheet.clone()),
            authorities: Vec::new(),
            cases: Vec::new(),
            groups: groups([
                (LinkKind::Levers, levers.collect()),
                (LinkKind::Led, as_its(Role::Lead)),
                (LinkKind::Funded, as_its(Role::Funder)),
                (LinkKind::Joined, as_its(Role::Partner)),
                (LinkKind::Themes, self.themes(takes_part)),
                (LinkKind::Recommendations, self.recommendations(illustrated)),
            ]),
        }
    }

    /// A recommendation with its levers, themes and examples.
    fn of_recommendation(&self, sheet: &Recommendation) -> Linked {
        let named = |initiative: &Initiative| sheet.initiatives.contains(&initiative.summary.id);
        let plain = |target| SheetLink {
            target,
            name: String::new(),
            note: String::new(),
        };
        let levers = sheet
            .levers
            .iter()
            .map(|&lever| plain(Target::lever(lever)));
        let themes = sheet
            .themes
            .iter()
            .map(|&theme| plain(Target::theme(theme)));
        Linked {
            authorities: Vec::new(),
            cases: Vec::new(),
            groups: groups([
                (LinkKind::Examples, self.initiatives(named)),
                (LinkKind::Levers, levers.collect()),
                (LinkKind::Themes, themes.collect()),
            ]),
            sheet: Sheet::Recommendation(sheet.clone()),
        }
    }

    /// A theme with its initiatives, their levers, its recommendations.
    fn of_theme(&self, theme: Theme) -> Linked {
        let of_theme = |initiative: &Initiative| initiative.summary.themes.contains(&theme);
        let speaks = |recommendation: &Recommendation| recommendation.themes.contains(&theme);
        Linked {
            sheet: Sheet::Theme(theme),
            authorities: Vec::new(),
            cases: Vec::new(),
            groups: groups([
                (LinkKind::Initiatives, self.initiatives(of_theme)),
                (LinkKind::Levers, self.levers(of_theme)),
                (LinkKind::Recommendations, self.recommendations(speaks)),
            ]),
        }
    }

    /// The initiatives for which `kept` is true, as links.
    pub fn initiatives(&self, kept: impl Fn(&Initiative) -> bool) -> Vec<SheetLink> {
        let kept = self
            .initiatives
            .iter()
            .filter(|initiative| kept(initiative));
        kept.map(|initiative| initiative_link(initiative)).collect()
    }

    /// The levers that authorities used for the initiatives for which `kept` is true, with their count.
    pub fn levers(&self, kept: impl Fn(&Initiative) -> bool) -> Vec<SheetLink> {
        let counts = Lever::ALL.iter().map(|&lever| {
            let count = self
                .count(|initiative| kept(initiative) && initiative.summary.levers.contains(&lever));
            (Target::lever(lever), count)
        });
        most_first(counts)
    }

    fn themes(&self, kept: impl Fn(&Initiative) -> bool) -> Vec<SheetLink> {
        let counts = Theme::ALL.iter().map(|&theme| {
            let count = self
                .count(|initiative| kept(initiative) && initiative.summary.themes.contains(&theme));
            (Target::theme(theme), count)
        });
        most_first(counts)
    }

    /// The levers that this authority used, in screen order, each with the number of its initiatives.
    pub fn levers_used_by(&self, id: &str) -> Vec<(Lever, usize)> {
        let all = Lever::ALL.iter();
        let counts = all.map(|&lever| (lever, self.count_used_by(lever, id)));
        counts.filter(|&(_, count)| count > 0).collect()
    }

    /// The cases of all levers, those of each as on its sheet.
    pub fn cases(&self) -> Vec<Case> {
        let of = |&lever: &Lever| cases(lever, &self.initiatives, |id| self.authority(id));
        Lever::ALL.iter().flat_map(of).collect()
    }

    /// How many initiatives this authority takes part in.
    pub fn initiatives_of(&self, id: &str) -> usize {
        self.count(|initiative| initiative.summary.authorities.iter().any(|one| one == id))
    }

    fn recommendations(&self, kept: impl Fn(&Recommendation) -> bool) -> Vec<SheetLink> {
        let kept = self.recommendations.iter().filter(|sheet| kept(sheet));
        kept.map(|sheet| SheetLink {
            target: Target::recommendation(&sheet.id),
            name: format!("{}. {}", sheet.number, sheet.name),
            note: String::new(),
        })
        .collect()
    }

    fn count(&self, kept: impl Fn(&Initiative) -> bool) -> usize {
        self.initiatives
            .iter()
            .filter(|initiative| kept(initiative))
            .count()
    }

    /// Number of initiatives for which this authority used the lever.
    fn count_used_by(&self, lever: Lever, id: &str) -> usize {
        self.count(|initiative| {
            uses(initiative, lever)
                .any(|lever_use| lever_use.counts_for_authority() && is_by(lever_use, id))
        })
    }

    /// The sheet of an authority.
    pub fn authority(&self, id: &str) -> Option<&'a Authority> {
        self.by_id.get(id).copied()
    }

    fn reference(&self, id: &str) -> Option<AuthorityRef> {
        Some(self.by_id.get(id)?.reference.clone())
    }
}

fn sheets<T>(read: &[Read<T>]) -> Vec<&T> {
    read.iter().filter_map(|read| read.sheet.as_ref()).collect()
}

fn groups<const N: usize>(groups: [(LinkKind, Vec<SheetLink>); N]) -> Vec<LinkGroup> {
    let filled = groups.into_iter().filter(|(_, links)| !links.is_empty());
    filled
        .map(|(kind, links)| LinkGroup { kind, links })
        .collect()
}

fn uses(initiative: &Initiative, lever: Lever) -> impl Iterator<Item = &LeverUse> {
    let uses = initiative.lever_uses.iter();
    uses.filter(move |lever_use| lever_use.lever == Some(lever))
}

fn is_by(lever_use: &LeverUse, id: &str) -> bool {
    lever_use
        .actor
        .authorities()
        .iter()
        .any(|actor| actor == id)
}

/// An initiative with where it is.
fn initiative_link(initiative: &Initiative) -> SheetLink {
    let summary = &initiative.summary;
    let more = words::other_places(summary.places.len().saturating_sub(1));
    let first = summary.places.first().map_or("", |place| &place.label);
    SheetLink {
        target: Target::initiative(&summary.id),
        name: summary.name.clone(),
        note: format!("{first}{more}"),
    }
}

/// The part that an authority takes in an initiative.
pub fn role_in(initiative: &Initiative, id: &str) -> Role {
    let mut parts = initiative.participations.iter();
    let part = parts.find(|part| part.authority == id);
    part.map_or(Role::Partner, |part| part.role)
}

/// The levers of an authority in an initiative: « foncier, subvention (envisagé) ».
pub fn levers_in(initiative: &Initiative, id: &str) -> String {
    let texts = SheetTexts::of(Lang::Fr);
    let uses = initiative.lever_uses.iter();
    let mut levers: Vec<String> = Vec::new();
    for lever_use in uses.filter(|lever_use| is_by(lever_use, id)) {
        let lever = lever_use.lever.map(texts.screen.lever);
        let name = lever
            .unwrap_or(texts.unspecified)
            .to_lowercase()
            .replace("scic", "SCIC");
        let said = words::in_state(name, lever_use.state);
        if !levers.contains(&said) {
            levers.push(said);
        }
    }
    levers.join(", ")
}

fn counted(target: Target, count: usize) -> SheetLink {
    SheetLink {
        target,
        name: String::new(),
        note: initiatives_counted(count),
    }
}

fn most_first(counts: impl Iterator<Item = (Target, usize)>) -> Vec<SheetLink> {
    let mut found: Vec<_> = counts.filter(|&(_, count)| count > 0).collect();
    found.sort_by_key(|&(_, count)| core::cmp::Reverse(count));
    found
        .into_iter()
        .map(|(target, count)| counted(target, count))
        .collect()
}
