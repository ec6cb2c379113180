//! Builds the elements of a sheet. They are of a closed list and their texts are text: nothing is ever read as HTML.

use crate::browser::dom;
use model::data::{SheetTree, Step, Tag};
use std::sync::Arc;
use web_sys::Element;

const SVG: &str = "http://www.w3.org/2000/svg";

/// Puts the elements of a sheet inside this element.
pub fn fill(host: Element, tree: Arc<SheetTree>) {
    let Some(document) = dom::document() else {
        return;
    };
    let mut open = vec![host];
    for step in &tree.steps {
        let Some(parent) = open.last() else {
            return;
        };
        match step {
            Step::Open(tag) => {
                let element = match tag {
                    Tag::Svg | Tag::Use | Tag::Path => {
                        document.create_element_ns(Some(SVG), tag.id())
                    }
                    _ => document.create_element(tag.id()),
                };
                let Ok(element) = element else { return };
                let _ = parent.append_child(&element);
                open.push(element);
            }
            Step::Set(attribute, value) if attribute.allows(value) => {
                let _ = parent.set_attribute(attribute.id(), value);
            }
            Step::Set(..) => {}
            Step::Text(text) => {
                let _ = parent.append_child(&document.create_text_node(text));
            }
            Step::Close => {
                open.pop();
            }
        }
    }
}
