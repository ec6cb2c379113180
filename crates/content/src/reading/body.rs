//! The body of a sheet: headings of its kind, in order, with paragraphs, bulleted lists and numbered steps.

use super::{
    SourceFile, characters::check_text, facts::check_fact, inlines::Inlines, spaces::check_lines,
};
use crate::{Rule, nearest};
use core::ops::Range;
use model::domain::{Block, Heading, Inline, Section};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Reads the Markdown that begins at a byte of the file. `headings`: those of this kind of sheet, in order.
pub fn read_body(
    file: &SourceFile,
    body: (&str, usize),
    headings: &'static [Heading],
) -> Vec<Section> {
    kept(read_known(file, body, headings))
}

/// Reads the Markdown of a sheet that tells what is done somewhere: its shortest sections state a fact too.
pub fn read_account(
    file: &SourceFile,
    body: (&str, usize),
    headings: &'static [Heading],
) -> Vec<Section> {
    let sections = read_known(file, body, headings);
    for open in &sections {
        check_fact(file, open.at, &open.name, &open.section);
    }
    kept(sections)
}

fn read_known(
    file: &SourceFile,
    body: (&str, usize),
    headings: &'static [Heading],
) -> Vec<OpenSection<Heading>> {
    let allowed = Allowed { file, headings };
    read_sections(file, body, &|at, text, before: &[Heading]| {
        allowed.known(at, text, before)
    })
}

fn kept<H>(sections: Vec<OpenSection<H>>) -> Vec<Section<H>> {
    sections.into_iter().map(|open| open.section).collect()
}

/// Reads the Markdown of a page whose headings are its author's.
pub fn read_free_body(file: &SourceFile, body: (&str, usize)) -> Vec<Section<String>> {
    kept(read_sections(file, body, &|_, text, _| {
        Some(text.to_owned())
    }))
}

/// Makes a heading of its text and place, given those before it; `None` when its section is not to be kept.
type ReadHeading<'a, H> = &'a dyn Fn(usize, &str, &[H]) -> Option<H>;

fn read_sections<H: Clone>(
    file: &SourceFile,
    (text, base): (&str, usize),
    read_heading: ReadHeading<'_, H>,
) -> Vec<OpenSection<H>> {
    file.note(|notes| notes.prose.push(base..base + text.len()));
    check_lines(file, base, text);
    let mut body = Body {
        file,
        base,
        read_heading,
        sections: Vec::new(),
        lost: false,
        heading: None,
        list: None,
        inlines: Inlines::new(file, base),
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, bytes) in Parser::new_ext(text, options).into_offset_iter() {
        body.take(event, bytes);
    }
    body.close_section();
    body.sections
}

struct OpenSection<H> {
    section: Section<H>,
    name: String,
    at: usize,
}

struct Body<'a, H> {
    file: &'a SourceFile,
    base: usize,
    read_heading: ReadHeading<'a, H>,
    sections: Vec<OpenSection<H>>,
    /// Under a heading that is not kept: its text is neither kept nor reported again.
    lost: bool,
    /// The heading being read: its level, and its text so far.
    heading: Option<(HeadingLevel, String)>,
    /// The list being read: whether it is numbered, and its items so far.
    list: Option<(bool, Vec<Vec<Inline>>)>,
    inlines: Inlines<'a>,
}

impl<H: Clone> Body<'_, H> {
    fn take(&mut self, event: Event<'_>, bytes: Range<usize>) {
        let at = self.base + bytes.start;
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading = Some((level, String::new())),
            Event::End(TagEnd::Heading(_)) => self.end_heading(at),
            Event::Text(text) if self.heading.is_some() => {
                check_text(self.file, at, &text);
                if let Some((_, heading)) = &mut self.heading {
                    heading.push_str(&text);
                }
            }
            Event::Start(Tag::Paragraph) => self.check_section(at),
            Event::End(TagEnd::Paragraph) if self.list.is_none() => self.end_paragraph(),
            Event::End(TagEnd::Paragraph) => self.inlines.take(Event::SoftBreak, bytes),
            Event::Start(Tag::List(first)) => self.start_list(first, at),
            Event::End(TagEnd::List(_)) => self.end_list(),
            Event::Start(Tag::Item) => {}
            Event::End(TagEnd::Item) => self.end_item(),
            other => self.inlines.take(other, bytes),
        }
    }

    fn end_heading(&mut self, at: usize) {
        let Some((level, text)) = self.heading.take() else {
            return;
        };
        if level != HeadingLevel::H2 {
            self.file.problem(
                at,
                Rule::UnsupportedMark,
                format!("Le titre « {text} » n'est pas du deuxième niveau."),
                "Les titres d'une fiche s'écrivent avec deux dièses : ## Contexte.",
            );
            return;
        }
        self.close_section();
        self.lost = true;
        let name = text.trim();
        let before: Vec<H> = self
            .sections
            .iter()
            .map(|open| open.section.heading.clone())
            .collect();
        if let Some(heading) = (self.read_heading)(at, name, &before) {
            self.lost = false;
            self.sections.push(OpenSection {
                section: Section {
                    heading,
                    blocks: Vec::new(),
                },
                name: name.to_owned(),
                at,
            });
        }
    }

    /// A section that ends with nothing in it is reported where it begins.
    fn close_section(&mut self) {
        if let Some(open) = self
            .sections
            .last()
            .filter(|open| open.section.blocks.is_empty() && !self.lost)
        {
            self.file.problem(
                open.at,
                Rule::EmptySection,
                format!("La section « {} » est vide.", open.name),
                "Écrivez-y une phrase, ou supprimez le titre.",
            );
        }
    }

    fn check_section(&self, at: usize) {
        if self.sections.is_empty() && !self.lost {
            self.file.problem(
                at,
                Rule::TextOutsideSections,
                "Du texte se trouve avant le premier titre.",
                "Placez-le sous l'un des titres (## …).",
            );
        }
    }

    fn end_paragraph(&mut self) {
        let inlines = self.inlines.finish();
        if !inlines.is_empty() {
            self.add(Block::Paragraph(inlines));
        }
    }

    fn start_list(&mut self, first: Option<u64>, at: usize) {
        self.check_section(at);
        if self.list.is_some() {
            self.inlines.unsupported(at, "une liste dans une liste");
        }
        self.list
            .get_or_insert_with(|| (first.is_some(), Vec::new()));
    }

    fn end_item(&mut self) {
        let inlines = self.inlines.finish();
        if let Some((_, items)) = &mut self.list
            && !inlines.is_empty()
        {
            items.push(inlines);
        }
    }

    fn end_list(&mut self) {
        match self.list.take() {
            Some((_, items)) if items.is_empty() => {}
            Some((true, items)) => self.add(Block::Steps(items)),
            Some((false, items)) => self.add(Block::List(items)),
            None => {}
        }
    }

    fn add(&mut self, block: Block) {
        if let Some(open) = self.sections.last_mut().filter(|_| !self.lost) {
            open.section.blocks.push(block);
        }
    }
}

/// The headings of a kind of sheet.
struct Allowed<'a> {
    file: &'a SourceFile,
    headings: &'static [Heading],
}

impl Allowed<'_> {
    fn known(&self, at: usize, text: &str, before: &[Heading]) -> Option<Heading> {
        let Some(heading) = Heading::from_id(&text.replace('’', "'")) else {
            let allowed: Vec<_> = self.headings.iter().map(|heading| heading.id()).collect();
            let message = format!("Le titre « {text} » n'existe pas.");
            self.file.problem(
                at,
                Rule::UnknownHeading,
                message,
                nearest::remedy(text, &allowed).replace("Valeurs permises", "Titres permis"),
            );
            return None;
        };
        let Some(position) = self.position(heading) else {
            self.file.problem(
                at,
                Rule::HeadingOfOtherSheet,
                format!("Le titre « {text} » est celui d'une autre sorte de fiche."),
                format!(
                    "Titres de cette fiche : {}.",
                    self.headings
                        .iter()
                        .map(|heading| heading.id())
                        .collect::<Vec<_>>()
                        .join(", ")
                ),
            );
            return None;
        };
        self.check_order(at, heading, position, before);
        Some(heading)
    }

    fn position(&self, heading: Heading) -> Option<usize> {
        self.headings.iter().position(|&known| known == heading)
    }

    fn check_order(&self, at: usize, heading: Heading, position: usize, before: &[Heading]) {
        if before.contains(&heading) {
            self.file.problem(
                at,
                Rule::RepeatedHeading,
                format!("Le titre « {} » est là deux fois.", heading.id()),
                "Réunissez les deux sections sous un seul titre.",
            );
        } else if let Some(later) = before
            .iter()
            .find(|&&known| self.position(known) > Some(position))
        {
            self.file.problem(
                at,
                Rule::HeadingOrder,
                format!("La section « {} » vient trop tard.", heading.id()),
                format!("Placez-la avant « {} ».", later.id()),
            );
        }
    }
}
