//! A sheet as the browser gets it: the elements of its page, in order. The tool renders sheets, the browser only builds their
//! elements. What may be built is a closed list: a text can only ever become text, a link only lead to a web address.

use crate::domain::Subject;
use serde::{Deserialize, Serialize};

closed_list! {
    /// An element that a sheet may have.
    Tag {
        /// A link.
        A = "a",
        /// Something to press. It does nothing by itself: a script of the site looks for it by its class.
        Button = "button",
        /// What a table holds.
        Caption = "caption",
        /// What a term of a list means.
        Dd = "dd",
        /// Something that opens.
        Details = "details",
        /// A group of a list of terms.
        Div = "div",
        /// A list of terms.
        Dl = "dl",
        /// A term of a list.
        Dt = "dt",
        /// The head of a sheet.
        Header = "header",
        /// The name of a sheet.
        H2 = "h2",
        /// The heading of a section.
        H3 = "h3",
        /// The heading of a part of a section.
        H4 = "h4",
        /// An item of a list.
        Li = "li",
        /// A numbered list.
        Ol = "ol",
        /// A paragraph.
        P = "p",
        /// A line of a drawing.
        Path = "path",
        /// A section.
        Section = "section",
        /// A run of text.
        Span = "span",
        /// Emphasised text.
        Strong = "strong",
        /// The part of something that opens that is always there.
        Summary = "summary",
        /// An icon, or a small drawing.
        Svg = "svg",
        /// A table.
        Table = "table",
        /// The rows of a table.
        Tbody = "tbody",
        /// A cell.
        Td = "td",
        /// The heading of a row or of a column.
        Th = "th",
        /// The headings of columns.
        Thead = "thead",
        /// A row.
        Tr = "tr",
        /// A bulleted list.
        Ul = "ul",
        /// The drawing of an icon.
        Use = "use",
    }
}

closed_list! {
    /// An attribute that an element may have.
    Attribute {
        /// Named by another element.
        Describedby = "aria-describedby",
        /// Decoration.
        Hidden = "aria-hidden",
        /// Name, where the text alone would not do.
        Label = "aria-label",
        /// Style.
        Class = "class",
        /// The way of a line.
        D = "d",
        /// The kind of territory of a level.
        Level = "data-level",
        /// A lever, for its colour.
        Lever = "data-lever",
        /// The link leads to another sheet, and changes nothing else.
        Sheet = "data-sheet",
        /// What is established of a lever use.
        Standing = "data-standing",
        /// State of a lever use.
        State = "data-state",
        /// Never focused.
        Focusable = "focusable",
        /// Height, pixels.
        Height = "height",
        /// Where a link leads.
        Href = "href",
        /// Not shown until a script shows it.
        NotShown = "hidden",
        /// Id.
        Id = "id",
        /// Language.
        Lang = "lang",
        /// Open at first.
        Open = "open",
        /// How a drawing fills its place.
        Aspect = "preserveAspectRatio",
        /// What another site is to this one.
        Rel = "rel",
        /// What the element is to assistive technology.
        Role = "role",
        /// What a heading of a table is that of.
        Scope = "scope",
        /// Can have focus.
        Tabindex = "tabindex",
        /// Where the link opens.
        Target = "target",
        /// What pressing a button does: nothing.
        Type = "type",
        /// What a drawing shows.
        ViewBox = "viewBox",
        /// Width, pixels.
        Width = "width",
        /// The link limits the map to a territory, and changes nothing else.
        Within = "data-within",
    }
}

impl Attribute {
    /// Whether the attribute may have this value. A link leads to a web address, or to a place of this site: never runs anything. A
    /// button sends no form.
    pub fn allows(self, value: &str) -> bool {
        match self {
            Self::Href => {
                let scheme = value.split(['/', '?', '#']).next().unwrap_or_default();
                !scheme.contains(':') || matches!(scheme, "https:" | "http:")
            }
            Self::Type => value == "button",
            _ => true,
        }
    }
}

/// A step in building a tree of elements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// An element begins, inside the one that is open.
    Open(Tag),
    /// The open element has an attribute.
    Set(Attribute, String),
    /// Text inside the open element.
    Text(String),
    /// The open element ends.
    Close,
}

/// A sheet, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetTree {
    /// Its name, for the title of the page.
    pub name: String,
    /// What it speaks of, for the map.
    pub subject: Subject,
    /// Its elements.
    pub steps: Vec<Step>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_web_address_or_within_the_site() {
        for href in [
            "https://a.example",
            "http://a.example/b:c",
            "./?initiative=a",
            "#levier-scic",
            "initiatives/a/",
            "",
        ] {
            assert!(Attribute::Href.allows(href), "{href}");
        }
        for href in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:x",
            "data:text/html,x",
            "vbscript:x",
        ] {
            assert!(!Attribute::Href.allows(href), "{href}");
        }
    }

    #[test]
    fn a_button_sends_no_form() {
        assert!(Attribute::Type.allows("button"));
        for other in ["submit", "", "image", "Submit"] {
            assert!(!Attribute::Type.allows(other), "{other}");
        }
    }

    /// Nothing that runs, loads or styles by itself is in the lists, whatever is added to them.
    #[test]
    fn no_element_or_attribute_runs_loads_or_styles() {
        let refused = [
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "link",
            "meta",
            "base",
            "form",
            "input",
            "img",
            "image",
            "foreignObject",
            "animate",
            "set",
            "template",
        ];
        assert!(Tag::IDS.iter().all(|tag| !refused.contains(tag)));
        let unsafe_name = |name: &&str| {
            name.starts_with("on")
                || [
                    "style",
                    "src",
                    "srcdoc",
                    "srcset",
                    "xlink:href",
                    "formaction",
                    "action",
                ]
                .contains(name)
        };
        assert!(!Attribute::IDS.iter().any(unsafe_name));
    }
}
