//! What an audit adds to the accessibility statement.

use crate::text::audit as words;
pub use crate::text::audit::grid;
use content::sheets::{Audit, Verdict};
use leptos::prelude::*;

/// The state of conformity, the results, what is not accessible, how it was found: in the order of the model of the statement.
pub fn found(audit: &Audit) -> AnyView {
    let failures: Vec<String> = audit.of(Verdict::Failed).map(words::failure).collect();
    let failures = match failures.as_slice() {
        [] => view! { <p>{words::NO_FAILURE}</p> }.into_any(),
        failures => list(words::FAILED, failures),
    };
    let states = audit.states.iter().map(|state| state.name.clone());
    let states: Vec<String> = states.collect();
    let [technologies, environments, tools, visited] = words::LISTS;
    view! {
        {section(words::STATE, view! { <p><strong>{words::state(audit)}</strong></p> }.into_any())}
        {section(words::RESULTS, view! { <p>{words::results(audit)}</p> }.into_any())}
        {section(words::FAILURES, view! { {failures}{list(words::UNTRIED, &audit.untried)} }.into_any())}
        {section(
            words::ESTABLISHED,
            view! {
                <p>{words::established(audit)}</p>
                {list(technologies, &audit.technologies)}
                {list(environments, &audit.environments)}
                {list(tools, &audit.tools)}
                {list(visited, &states)}
            }
            .into_any(),
        )}
    }
    .into_any()
}

fn section(heading: &'static str, body: AnyView) -> AnyView {
    view! { <section class="prose"><h3>{heading}</h3><div>{body}</div></section> }.into_any()
}

fn list(heading: &'static str, items: &[String]) -> AnyView {
    let items = items.iter();
    let items = items.map(|item| view! { <li>{item.clone()}</li> });
    view! { <h4>{heading}</h4><ul>{items.collect_view()}</ul> }.into_any()
}
