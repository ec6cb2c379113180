//! The sheet of an initiative.

use super::{
    References,
    evidence::{read_figure, read_sources},
    lever_use::{check_authority, read_lever_use},
    place::read_place,
};
use crate::Rule;
use crate::reading::{
    Fields, LEGAL_FORM, ROLE, STATUS, SourceFile, THEME, read_body, read_halves, word_count,
};
use model::domain::{
    Heading, Initiative, Link, Participation, Partner, Place, Role, Section, Summary, Theme,
};

/// Longest summary, in characters.
pub const SUMMARY_LIMIT: usize = 200;

/// A text of fewer words is short.
pub const SHORT: usize = 60;

/// A text of more words is not.
const NOT_SHORT: usize = 120;

/// Reads the sheet of an initiative. `None` when what is wrong leaves nothing to show.
pub fn read_initiative(file: &SourceFile, id: &str, refs: &References<'_>) -> Option<Initiative> {
    let (front, body) = read_halves(file, |fields| read_front(fields, id, refs))?;
    let sections = read_body(file, body, Heading::INITIATIVE);
    front.map(|initiative| {
        check_length(file, &initiative, &sections);
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
    let thin = fields.flag_if_any("thin");
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
        ..Summary::default()
    };
    Some(Initiative {
        summary,
        lead: lead?,
        status: status?,
        thin,
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

/// A short sheet says whether the documents are as short, and one that calls itself short is.
fn check_length(file: &SourceFile, initiative: &Initiative, sections: &[Section]) {
    let words = word_count(sections);
    if words < SHORT && !initiative.thin {
        file.problem(
            file.notes().name_at,
            Rule::ShortSheet,
            format!("Le texte de la fiche n'a que {words} mots."),
            "Complétez-la, ou ajoutez thin = true si les documents n'en disent pas plus.",
        );
    } else if words > NOT_SHORT && initiative.thin {
        file.problem(
            file.notes().name_at,
            Rule::ShortSheet,
            format!("La fiche se dit courte (thin = true) et a {words} mots."),
            "Retirez thin = true.",
        );
    }
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
    fields.choices("themes", &THEME)
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
        Some((id, role.unwrap_or(Role::Partner)))
    });
    for (id, role) in read {
        if participations
            .iter()
            .any(|known| known.authority == id.value)
        {
            fields.repeated(&id);
        } else {
            participations.push(Participation {
                authority: id.value,
                role,
            });
        }
    }
    participations
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
