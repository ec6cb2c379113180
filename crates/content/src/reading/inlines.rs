//! The inside of a paragraph: text, bold and links. Any other mark is reported.

use super::{
    SourceFile,
    characters::check_text,
    quantities::{BAD_LINK_REMEDY, bad_link, is_web_address},
};
use crate::Rule;
use core::ops::Range;
use model::domain::Inline;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Collects the runs of text of a paragraph or a list item.
pub struct Inlines<'a> {
    file: &'a SourceFile,
    base: usize,
    done: Vec<Inline>,
    text: String,
    link: Option<String>,
}

impl<'a> Inlines<'a> {
    /// For Markdown that begins at byte `base` of the file.
    pub fn new(file: &'a SourceFile, base: usize) -> Self {
        Self {
            file,
            base,
            done: Vec::new(),
            text: String::new(),
            link: None,
        }
    }

    /// Takes an event of the inside of a block.
    pub fn take(&mut self, event: Event<'_>, bytes: Range<usize>) {
        let at = self.base + bytes.start;
        match event {
            Event::Text(text) => self.push(at, &text),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) if self.link.is_some() => {}
            Event::Start(Tag::Strong) => self.end_run(Inline::Text),
            Event::End(TagEnd::Strong) => self.end_run(Inline::Strong),
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                self.end_run(Inline::Text);
                self.check_address(at, link_type, &dest_url);
                self.link = Some(dest_url.into_string());
            }
            Event::End(TagEnd::Link) => self.end_link(at),
            Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => self.html(at),
            Event::Html(_) | Event::End(_) => {}
            Event::Code(text) => {
                self.text.push_str(&text);
                self.unsupported(at, "du code");
            }
            Event::Start(Tag::TableHead | Tag::TableRow | Tag::TableCell) => {}
            Event::Start(tag) => self.unsupported(at, name_of(&tag)),
            Event::Rule => self.unsupported(at, "un trait de séparation"),
            Event::FootnoteReference(_) => self.unsupported(at, "une note"),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {
                self.unsupported(at, "une marque");
            }
        }
    }

    fn push(&mut self, at: usize, text: &str) {
        // Those of an entity (&#x202E;) stand nowhere in the file.
        check_text(self.file, at, text);
        let bare = text.split_whitespace().find(|word| word.contains("://"));
        if let Some(address) = bare.filter(|_| self.link.is_none()) {
            self.without_label(at, address);
        }
        self.text.push_str(text);
    }

    /// The runs collected, without empty ones nor spaces at both ends.
    pub fn finish(&mut self) -> Vec<Inline> {
        self.end_run(Inline::Text);
        let mut runs = core::mem::take(&mut self.done);
        if let Some(Inline::Text(first)) = runs.first_mut() {
            *first = first.trim_start().to_owned();
        }
        if let Some(Inline::Text(last)) = runs.last_mut() {
            *last = last.trim_end().to_owned();
        }
        runs.retain(|run| !matches!(run, Inline::Text(text) if text.is_empty()));
        runs
    }

    /// Reports a mark that sheets do not have.
    pub fn unsupported(&self, at: usize, what: &str) {
        self.file.problem(
            at,
            Rule::UnsupportedMark,
            format!("Mise en forme non prévue : {what}."),
            "Une fiche n'a que des paragraphes, des listes (- ), du **gras** et des liens [libellé](https://…).",
        );
    }

    fn end_run(&mut self, kind: fn(String) -> Inline) {
        let text = core::mem::take(&mut self.text);
        if !text.is_empty() {
            self.done.push(kind(text));
        }
    }

    fn end_link(&mut self, at: usize) {
        let label = core::mem::take(&mut self.text);
        let Some(url) = self.link.take() else {
            return;
        };
        if label.trim().is_empty() {
            self.without_label(at, &url);
        } else {
            self.done.push(Inline::Link { label, url });
        }
    }

    fn check_address(&self, at: usize, link_type: LinkType, url: &str) {
        match link_type {
            LinkType::Email => {}
            LinkType::Autolink => self.without_label(at, url),
            _ if !is_web_address(url) => {
                self.file
                    .problem(at, Rule::BadLink, bad_link(url), BAD_LINK_REMEDY);
            }
            _ => {}
        }
    }

    fn without_label(&self, at: usize, url: &str) {
        self.file.problem(
            at,
            Rule::LinkWithoutLabel,
            format!("Le lien vers « {url} » n'a pas de libellé."),
            format!("Écrivez [ce que le lecteur lit]({url})."),
        );
    }

    fn html(&self, at: usize) {
        self.file.problem(
            at,
            Rule::Html,
            "Le texte contient du HTML.",
            "Retirez les balises < > : une fiche n'a que du texte, des listes, du **gras** et des liens.",
        );
    }
}

fn name_of(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Image { .. } => "une image",
        Tag::Table(_) => "un tableau",
        Tag::BlockQuote(_) => "un bloc de citation (>)",
        Tag::CodeBlock(_) => "un bloc de code (ligne décalée de quatre espaces, ou ```)",
        Tag::Emphasis => "de l'italique",
        Tag::FootnoteDefinition(_) => "une note",
        _ => "une marque inconnue",
    }
}
