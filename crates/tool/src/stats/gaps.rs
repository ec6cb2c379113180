//! What is not there: by kind of sheet, what some of them lack.

use super::table::{CountTable, Line};
use content::{Content, Read};
use model::domain::{Authority, Heading, Initiative, LeverSheet, Recommendation, Section, Status};

/// Something that a sheet of this kind may lack: its name, and whether this one does.
type Gap<T> = (&'static str, fn(&T) -> bool);

/// One table a kind of sheet.
pub fn gaps(content: &Content) -> [CountTable; 4] {
    [
        table(
            "Initiatives",
            &content.initiatives,
            INITIATIVE,
            Heading::INITIATIVE,
            |sheet| &sheet.sections,
        ),
        table(
            "Collectivités",
            &content.authorities,
            AUTHORITY,
            Heading::AUTHORITY,
            |sheet| &sheet.sections,
        ),
        table("Leviers", &content.levers, LEVER, Heading::LEVER, |sheet| {
            &sheet.sections
        }),
        table(
            "Recommandations",
            &content.recommendations,
            RECOMMENDATION,
            Heading::RECOMMENDATION,
            |sheet| &sheet.sections,
        ),
    ]
}

const INITIATIVE: &[Gap<Initiative>] = &[
    ("statut connu", |sheet| sheet.status == Status::Unknown),
    ("legal_form", |sheet| sheet.legal_form.is_none()),
    ("since", |sheet| sheet.since.is_none()),
    ("authorities", |sheet| sheet.participations.is_empty()),
    ("partners", |sheet| sheet.partners.is_empty()),
    ("figures", |sheet| sheet.figures.is_empty()),
    ("lever_uses", |sheet| sheet.lever_uses.is_empty()),
    ("links", |sheet| sheet.links.is_empty()),
];

const AUTHORITY: &[Gap<Authority>] = &[
    ("member_since", |sheet| sheet.member_since.is_none()),
    ("address", |sheet| sheet.address.is_none()),
    ("website", |sheet| sheet.website.is_none()),
    ("figures", |sheet| sheet.figures.is_empty()),
];

const LEVER: &[Gap<LeverSheet>] = &[
    ("resources", |sheet| sheet.resources.is_empty()),
    ("figures", |sheet| sheet.figures.is_empty()),
    ("legal", |sheet| sheet.legal.is_empty()),
];

const RECOMMENDATION: &[Gap<Recommendation>] = &[
    ("levers", |sheet| sheet.levers.is_empty()),
    ("themes", |sheet| sheet.themes.is_empty()),
    ("initiatives", |sheet| sheet.initiatives.is_empty()),
];

/// The fields, then the sections, that some of the sheets lack.
fn table<T>(
    kind: &str,
    sheets: &[Read<T>],
    fields: &[Gap<T>],
    headings: &[Heading],
    sections: fn(&T) -> &Vec<Section>,
) -> CountTable {
    let fields = fields
        .iter()
        .map(|&(name, lacks)| line(name.to_owned(), sheets, lacks));
    let headings = headings.iter().map(|&heading| {
        let has = |section: &Section| section.heading == heading;
        line(format!("## {}", heading.id()), sheets, |sheet| {
            !sections(sheet).iter().any(has)
        })
    });
    let lines = fields.chain(headings).filter(|line| !line.ids.is_empty());
    CountTable {
        title: format!("{kind} ({}) sans…", sheets.len()),
        columns: Vec::new(),
        lines: lines.collect(),
    }
}

fn line<T>(name: String, sheets: &[Read<T>], lacks: impl Fn(&T) -> bool) -> Line {
    let lacking = sheets
        .iter()
        .filter(|read| read.sheet.as_ref().is_some_and(&lacks));
    let ids: Vec<String> = lacking.map(|read| read.id.clone()).collect();
    Line {
        numbers: vec![ids.len()],
        name,
        ids,
    }
}
