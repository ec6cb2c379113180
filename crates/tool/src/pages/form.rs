//! The fields of forms that scripts read. No form is sent.

use leptos::prelude::*;

/// A line of text: its name, its label and hint, the id of a list of what may be typed, or nothing.
pub fn field(
    name: &'static str,
    (label, hint): (&'static str, &'static str),
    list: &'static str,
) -> AnyView {
    let (id, described) = ids(name);
    let list = (!list.is_empty()).then_some(list);
    view! {
        <p>
            <label for=id.clone()>{label}</label>
            <input id=id name=name list=list autocomplete="off" aria-describedby=described.clone() />
            <span class="hint" id=described>{hint}</span>
        </p>
    }
    .into_any()
}

/// Several lines of text.
pub fn area(name: &'static str, (label, hint): (&'static str, &'static str)) -> AnyView {
    let (id, described) = ids(name);
    view! {
        <p>
            <label for=id.clone()>{label}</label>
            <textarea id=id name=name rows="6" aria-describedby=described.clone()></textarea>
            <span class="hint" id=described>{hint}</span>
        </p>
    }
    .into_any()
}

/// A choice among values with their words.
pub fn select(
    name: &'static str,
    label: &'static str,
    options: impl IntoIterator<Item = (&'static str, &'static str)>,
) -> AnyView {
    let options = options
        .into_iter()
        .map(|(value, words)| view! { <option value=value>{words}</option> });
    view! {
        <p>
            <label for=name>{label}</label>
            <select id=name name=name>{options.collect_view()}</select>
        </p>
    }
    .into_any()
}

/// Boxes to tick.
pub fn choices(
    name: &'static str,
    label: &'static str,
    all: impl Iterator<Item = (&'static str, &'static str)>,
) -> AnyView {
    let boxes = all.map(|(value, words)| {
        view! { <label><input type="checkbox" name=name value=value />" "{words}</label> }
    });
    view! { <div class="choices" role="group" aria-label=label><p class="hint">{label}</p>{boxes.collect_view()}</div> }.into_any()
}

/// Of a field and of its hint. An icon of the page is called « territoire ».
fn ids(name: &str) -> (String, String) {
    (format!("champ-{name}"), format!("{name}-aide"))
}
