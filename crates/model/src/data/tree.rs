//! A sheet as the browser gets it: the elements of its page, in order. The tool renders sheets, the browser only builds their
//! elements. What may be built is a closed list: a text can only ever become text, a link only lead to a web address.

use serde::{Deserialize, Serialize};

closed_list! {
    /// An element that a sheet may have.
    Tag {
        /// A link.
        A = "a",
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
        /// A section.
        Section = "section",
        /// A run of text.
        Span = "span",
        /// Emphasised text.
        Strong = "strong",
        /// The part of something that opens that is always there.
        Summary = "summary",
        /// An icon.
        Svg = "svg",
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
        /// Style.
        Class = "class",
        /// A lever, for its colour.
        Lever = "data-lever",
        /// The link leads to another sheet, and changes nothing else.
        Sheet = "data-sheet",
        /// State of a lever use.
        State = "data-state",
        /// Never focused.
        Focusable = "focusable",
        /// Height, pixels.
        Height = "height",
        /// Where a link leads.
        Href = "href",
        /// Id.
        Id = "id",
        /// Language.
        Lang = "lang",
        /// Open at first.
        Open = "open",
        /// What another site is to this one.
        Rel = "rel",
        /// What the element is to assistive technology.
        Role = "role",
        /// Can have focus.
        Tabindex = "tabindex",
        /// Where the link opens.
        Target = "target",
        /// Width, pixels.
        Width = "width",
    }
}

impl Attribute {
    /// Whether the attribute may have this value. A link leads to a web address, or to a place of this site: never runs anything.
    pub fn allows(self, value: &str) -> bool {
        let scheme = value.split(['/', '?', '#']).next().unwrap_or_default();
        self != Self::Href || !scheme.contains(':') || matches!(scheme, "https:" | "http:")
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
}
