//! The sheet of an initiative.

use super::{
    References,
    evidence::{read_figure, read_sources},
    lever_use::{check_authority, read_lever_use},
    place::read_place,
};
use crate::domain::{
    Heading, Initiative, Link, Participation, Partner, Place, Role, Summary, Theme,
};
use crate::tools::Rule;
use crate::tools::reading::{
    Fields, LEGAL_FORM, ROLE, STATUS, SourceFile, THEME, read_body, read_halves,
};

const SUMMARY_LIMIT: usize = 200;

/// Reads the sheet of an initiative. `None` when what is wrong leaves nothing to show.
pub fn read_initiative(file: &SourceFile, id: &str, refs: &References<'_>) -> Option<Initiative> {
    let (front, body) = read_halves(file, |fields| read_front(fields, id, refs))?;
    let sections = read_body(file, body, Heading::INITIATIVE);
    front.map(|initiative| {
        Initiative {
            sections,
            ..initiative
        }
        .with_levers_of_uses()
    })
}

fn read_front(fields: &Fields<'_>, id: &str, refs: &References<'_>) -> Option<Initiative> {
    let name = read_name(fields);
    let lead = read_summary(fields);
    let status = fields.choice("status", &STATUS);
    let legal_form = fields.choice_if_any("legal_form", &LEGAL_FORM);
    let since = fields.year_if_any("since");
    let themes = read_themes(fields);
    fields.text_if_any("notes");
    let places = read_places(fields, refs);
    let participations = read_participations(fields, refs);
    let partners = fields.tables("partners", read_partner);
    let figures = fields.tables("figures", |fields| read_figure(fields, refs));
    let authorities: Vec<String> = participations
        .iter()
        .map(|part| part.authority.clone())
        .collect();
    let lever_uses = fields.tables("lever_uses", |fields| {
        read_lever_use(fields, &authorities, refs)
    });
    let sources = read_sources(fields, "sources", refs);
    let links = fields.tables("links", read_link);
    let summary = Summary {
        id: id.to_owned(),
        name: name?,
        themes,
        places,
        authorities,
        levers: Vec::new(),
        other_levers: Vec::new(),
    };
    Some(Initiative {
        summary,
        lead: lead?,
        status: status?,
        legal_form,
        since,
        participations,
        partners,
        figures,
        lever_uses,
        sections: Vec::new(),
        sources,
        links,
    })
}

fn read_name(fields: &Fields<'_>) -> Option<String> {
    let name = fields.text_at("name")?;
    fields.file().note(|notes| notes.name_at = name.bytes.start);
    Some(name.value)
}

fn read_summary(fields: &Fields<'_>) -> Option<String> {
    let summary = fields.prose("summary")?;
    let length = summary.chars().count();
    if length > SUMMARY_LIMIT {
        fields.problem(
            "summary",
            Rule::LongSummary,
            format!("Le résumé a {length} caractères ; {SUMMARY_LIMIT} au plus."),
            format!(
                "Retirez-en {} ; le détail peut aller dans une section.",
                length - SUMMARY_LIMIT
            ),
        );
    }
    Some(summary)
}

fn read_themes(fields: &Fields<'_>) -> Vec<Theme> {
    if fields.is_without("themes") {
        fields.problem(
            "themes",
            Rule::NoTheme,
            "La fiche n'a pas de thème.",
            "Ajoutez themes = [\"…\"], le thème principal en premier (liste dans docs/FORMAT.md).",
        );
    }
    let mut themes = Vec::new();
    for text in fields.texts("themes") {
        match THEME.read(fields.file(), &text) {
            Some(theme) if themes.contains(&theme) => {
                repeated(fields, text.bytes.start, &text.value)
            }
            Some(theme) => themes.push(theme),
            None => {}
        }
    }
    themes
}

fn read_places(fields: &Fields<'_>, refs: &References<'_>) -> Vec<Place> {
    if fields.is_without("places") {
        fields.problem(
            "places",
            Rule::NoPlace,
            "La fiche n'a pas de lieu.",
            "Ajoutez une table [[places]] avec code et precision.",
        );
    }
    fields.tables("places", |fields| read_place(fields, refs))
}

fn read_participations(fields: &Fields<'_>, refs: &References<'_>) -> Vec<Participation> {
    let mut participations: Vec<Participation> = Vec::new();
    let read = fields.tables("authorities", |fields| {
        let id = fields.text_at("id");
        let role = fields.choice("role", &ROLE);
        let id = id?;
        check_authority(fields, "id", &id, refs);
        // An authority whose role is wrong takes part all the same: its lever uses are not wrong for that.
        let role = role.unwrap_or(Role::Partner);
        Some((
            id.bytes.start,
            Participation {
                authority: id.value,
                role,
            },
        ))
    });
    for (at, part) in read {
        if participations
            .iter()
            .any(|known| known.authority == part.authority)
        {
            repeated(fields, at, &part.authority);
        } else {
            participations.push(part);
        }
    }
    participations
}

fn repeated(fields: &Fields<'_>, at: usize, value: &str) {
    fields.file().problem(
        at,
        Rule::RepeatedValue,
        format!("« {value} » est là deux fois."),
        "Gardez-le une seule fois.",
    );
}

fn read_partner(fields: &Fields<'_>) -> Option<Partner> {
    let name = fields.text("name");
    let role = fields.text_if_any("role");
    Some(Partner { name: name?, role })
}

fn read_link(fields: &Fields<'_>) -> Option<Link> {
    if !fields.has("label") {
        fields.problem(
            "label",
            Rule::LinkWithoutLabel,
            "Le lien n'a pas de libellé.",
            "Ajoutez label = \"Site de l'association\" : ce que le lecteur lit.",
        );
    }
    let label = fields.text_if_any("label");
    let url = fields.url("url");
    Some(Link {
        label: label?,
        url: url?,
    })
}
