//! The sheet of an initiative.

use super::{
    References,
    evidence::{read_figure, read_sources},
    lever_use::{check_authority, read_lever_use},
    place::read_place,
};
use crate::Rule;
use crate::reading::{
    Fields, LEGAL_FORM, ROLE, STATUS, SourceFile, THEME, read_account, read_halves, word_count,
};
use model::domain::{
    Evidence, Heading, Initiative, Link, Participation, Partner, Place, Role, Section, Status,
    Summary, Theme,
};
use std::collections::BTreeSet;

/// Longest summary, in characters.
pub const SUMMARY_LIMIT: usize = 200;

/// A text of fewer words is short.
pub const SHORT: usize = 60;

/// A text of more words is not.
const NOT_SHORT: usize = 120;

/// Reads the sheet of an initiative. `None` when what is wrong leaves nothing to show.
pub fn read_initiative(file: &SourceFile, id: &str, refs: &References<'_>) -> Option<Initiative> {
    let ((front, is_bare), body) = read_halves(file, |fields| {
        (read_front(fields, id, refs), is_bare(fields))
    })?;
    let sections = read_account(file, body, Heading::INITIATIVE);
    front.map(|initiative| {
        check_length(file, &initiative, &sections);
        if is_bare {
            check_worth(file, &sections);
        }
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
    let said_of = fields.year_if_any("status_year");
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
    let status_year = said_of.or_else(|| year_of_status(fields, status?, &sources, refs));
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
        status_year,
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

/// The year of the documents that tell of an initiative, which is that of its status. With several years, only the editor knows.
fn year_of_status(
    fields: &Fields<'_>,
    status: Status,
    sources: &[Evidence],
    refs: &References<'_>,
) -> Option<u16> {
    let documents = refs.documents.as_ref()?;
    let years: BTreeSet<u16> = sources
        .iter()
        .filter_map(|source| documents.get(&source.document).copied())
        .collect();
    let is_known = status != Status::Unknown;
    if let (Some(first), Some(last), true) = (years.first(), years.last(), is_known)
        && first != last
        && !fields.has("status_year")
    {
        fields.problem(
            "status",
            Rule::UndatedStatus,
            format!(
                "L'état « {} » n'a pas d'année, et les documents cités vont de {first} à {last}.",
                status.id()
            ),
            format!("Ajoutez status_year = {last}, ou l'année du document qui dit cet état."),
        );
    }
    years.last().copied().filter(|_| is_known)
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

/// Whether a sheet has neither lever use nor figure, be they right or wrong.
fn is_bare(fields: &Fields<'_>) -> bool {
    fields.is_without("lever_uses") && fields.is_without("figures")
}

/// A bare sheet that nobody would open: hardly any text either.
fn check_worth(file: &SourceFile, sections: &[Section]) {
    let words = word_count(sections);
    if words < SHORT {
        file.problem(
            file.notes().name_at,
            Rule::NothingToOpen,
            format!("La fiche n'a ni levier, ni chiffre, et {words} mots de texte."),
            "Complétez-la, ou réunissez-la avec la fiche du programme dont elle fait partie.",
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
