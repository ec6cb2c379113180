//! Sheets as HTML, rendered natively by the components of `view`, and as the elements that the browser builds.

use crate::sheet::{Edition, SheetContext, Site, other_acronyms, sheet_name, sheet_view};
use crate::text::SheetTexts;
use anyhow::{Context, Result, bail};
use content::Content;
use leptos::prelude::*;
use model::data::{Attribute, SheetTree, Step, Tag};
use model::domain::{Document, Linked, Subject, Term};
use scraper::{ElementRef, Html, Node};
use std::sync::Arc;

/// What every sheet is rendered with.
#[derive(Clone)]
pub struct Renderer {
    documents: Arc<[Document]>,
    edition: Arc<Edition>,
    glossary: Arc<[Term]>,
}

impl Renderer {
    /// The renderer of this content.
    pub fn of(content: &Content) -> Self {
        let documents = content.documents.iter();
        let glossary = content.glossary.sheet.as_ref();
        Self {
            documents: documents.map(|source| source.document.clone()).collect(),
            edition: Arc::new(Edition {
                name: content.site.name.clone(),
                url: content.site.url.clone(),
            }),
            glossary: glossary
                .map(|glossary| glossary.terms.clone().into())
                .unwrap_or_default(),
        }
    }

    /// What a view is as HTML, shown there, followed by the acronyms that it does not explain.
    pub fn html(
        &self,
        texts: &'static SheetTexts,
        site: Site,
        view: impl FnOnce() -> AnyView,
    ) -> String {
        let context = SheetContext::new(
            texts,
            self.documents.clone(),
            self.edition.clone(),
            self.glossary.clone(),
            site,
        );
        owned(|| {
            provide_context(context);
            let view = view().to_html();
            let acronyms = other_acronyms(&shown(&view));
            view + &acronyms.map(|view| view.to_html()).unwrap_or_default()
        })
    }

    /// The elements of a view, as the browser gets them.
    ///
    /// # Errors
    /// When a component gives an element or an attribute that sheets may not have.
    pub fn steps(
        &self,
        texts: &'static SheetTexts,
        site: Site,
        view: impl FnOnce() -> AnyView,
    ) -> Result<Vec<Step>> {
        steps(&self.html(texts, site, view))
    }

    /// A sheet as the browser gets it.
    ///
    /// # Errors
    /// When a component gives an element or an attribute that sheets may not have.
    pub fn tree(&self, linked: &Linked, texts: &'static SheetTexts) -> Result<SheetTree> {
        let site = Site::Map(texts.screen.lang);
        let name = sheet_name(texts.screen, &linked.sheet);
        let steps = self.steps(texts, site, || sheet_view(linked));
        let steps = steps.with_context(|| format!("fiche « {name} »"))?;
        Ok(SheetTree {
            name,
            subject: Subject::of(linked),
            steps,
        })
    }
}

/// What a view is as HTML.
pub fn html(view: impl FnOnce() -> AnyView) -> String {
    owned(|| view().to_html())
}

/// HTML rendered under an `Owner`, which Leptos asks for its signals.
fn owned(html: impl FnOnce() -> String) -> String {
    let owner = Owner::new();
    let html = owner.with(html);
    owner.unset();
    // Marks between texts, for a browser that would take the page over. A « < » of a text is written « &lt; », so these are the only ones.
    html.replace("<!>", "")
}

/// Classes of what explains words: nothing in it is to be explained.
const EXPLANATIONS: [&str; 2] = ["term-tip", "glossary"];

/// What a piece of HTML shows: its texts, without the explanations of words and the data of scripts.
fn shown(html: &str) -> String {
    let fragment = Html::parse_fragment(html);
    let explains = |element: ElementRef<'_>| {
        let mut classes = element.value().classes();
        let is_hidden = element.value().name() == "script";
        is_hidden || classes.any(|class| EXPLANATIONS.contains(&class))
    };
    let texts = fragment.root_element().descendants().filter_map(|node| {
        let text = node.value().as_text()?;
        let mut around = node.ancestors().filter_map(ElementRef::wrap);
        (!around.any(explains)).then(|| text.to_string())
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// The elements of a piece of HTML, as steps.
fn steps(html: &str) -> Result<Vec<Step>> {
    let fragment = Html::parse_fragment(html);
    let mut steps = Vec::new();
    add_children(fragment.root_element(), &mut steps)?;
    Ok(steps)
}

fn add_children(parent: ElementRef<'_>, steps: &mut Vec<Step>) -> Result<()> {
    for node in parent.children() {
        match node.value() {
            Node::Text(text) => steps.push(Step::Text(text.to_string())),
            Node::Element(_) => {
                if let Some(element) = ElementRef::wrap(node) {
                    add_element(element, steps)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

fn add_element(element: ElementRef<'_>, steps: &mut Vec<Step>) -> Result<()> {
    let value = element.value();
    let tag = Tag::from_id(value.name());
    steps.push(Step::Open(tag.with_context(|| {
        format!(
            "l'élément <{}> n'est pas prévu dans une fiche",
            value.name()
        )
    })?));
    let mut attributes: Vec<_> = value.attrs().collect();
    attributes.sort_unstable();
    for (name, text) in attributes {
        let attribute = Attribute::from_id(name);
        let attribute = attribute
            .with_context(|| format!("l'attribut {name} n'est pas prévu dans une fiche"))?;
        if !attribute.allows(text) {
            bail!("{name}=\"{text}\" n'est pas une adresse permise");
        }
        steps.push(Step::Set(attribute, text.to_owned()));
    }
    add_children(element, steps)?;
    steps.push(Step::Close);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_steps_and_keeps_its_texts() {
        let steps = steps("<p class=\"lead\">L’été &lt;b&gt; <strong>ici</strong></p>").unwrap();
        let expected = [
            Step::Open(Tag::P),
            Step::Set(Attribute::Class, "lead".into()),
            Step::Text("L’été <b> ".into()),
            Step::Open(Tag::Strong),
            Step::Text("ici".into()),
            Step::Close,
            Step::Close,
        ];
        assert_eq!(steps, expected);
    }

    #[test]
    fn a_drawing_keeps_the_names_of_its_attributes() {
        let steps = steps(
            "<svg viewBox=\"0 0 9 9\" preserveAspectRatio=\"none\"><path d=\"M0 0H9\"></path></svg>",
        );
        let expected = [
            Step::Open(Tag::Svg),
            Step::Set(Attribute::Aspect, "none".into()),
            Step::Set(Attribute::ViewBox, "0 0 9 9".into()),
            Step::Open(Tag::Path),
            Step::Set(Attribute::D, "M0 0H9".into()),
            Step::Close,
            Step::Close,
        ];
        assert_eq!(steps.unwrap(), expected);
    }

    #[test]
    fn what_a_sheet_may_not_have_is_refused() {
        for html in [
            "<svg><script>x</script></svg>",
            "<svg onload=\"x\"></svg>",
            "<svg><foreignObject><p>a</p></foreignObject></svg>",
            "<svg><use href=\"data:image/svg+xml,x\"></use></svg>",
            "<svg><use xlink:href=\"javascript:x\"></use></svg>",
            "<svg><animate attributeName=\"href\"></animate></svg>",
            "<svg><path style=\"fill:red\"></path></svg>",
            "<button type=\"submit\">a</button>",
            "<button type=\"button\" formaction=\"x\">a</button>",
            "<script>x</script>",
            "<p onclick=\"x\">a</p>",
            "<a href=\"javascript:x\">a</a>",
        ] {
            assert!(steps(html).is_err(), "{html}");
        }
    }
}
