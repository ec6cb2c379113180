//! Words of the glossary in a text: what they mean is shown on hover, on focus and on tap, and stays out of the way otherwise.

use super::context::context;
use leptos::prelude::*;
use model::domain::{Run, Term, runs};

/// A text with the words of the glossary that the sheet has not explained yet.
pub fn explained(text: &str) -> AnyView {
    let terms = context().terms;
    let glossary = terms.glossary.get_value();
    let runs = terms
        .explained
        .with_value(|explained| runs(text, &glossary, |index| explained.contains(&index)));
    let part = |run: &Run<'_>| match *run {
        Run::Plain(text) => text.to_owned().into_any(),
        Run::Word(word, index) => {
            terms
                .explained
                .update_value(|explained| explained.push(index));
            glossary.get(index).map_or_else(
                || word.to_owned().into_any(),
                |term| marked(word, term, index),
            )
        }
    };
    runs.iter().map(part).collect_view().into_any()
}

/// A section that explains the acronyms of `shown` that the sheet has not explained yet: those of links, which cannot carry an
/// explanation of their own.
pub fn other_acronyms(shown: &str) -> Option<AnyView> {
    let context = context();
    let (texts, terms) = (context.texts, context.terms);
    let glossary = terms.glossary.get_value();
    let is_acronym = |term: &Term| term.word.starts_with(char::is_uppercase);
    let skipped = |index: usize, explained: &[usize]| {
        explained.contains(&index) || !glossary.get(index).is_some_and(is_acronym)
    };
    let runs = terms
        .explained
        .with_value(|explained| runs(shown, &glossary, |index| skipped(index, explained)));
    let word = |run: &Run<'_>| match *run {
        Run::Word(word, index) => Some(marked(word, glossary.get(index)?, index)),
        Run::Plain(_) => None,
    };
    let words: Vec<_> = runs.iter().filter_map(word).collect();
    (!words.is_empty()).then(|| {
        view! { <section class="acronyms"><h3>{texts.other_acronyms}</h3><p class="inline" lang="fr">{words}</p></section> }
            .into_any()
    })
}

// Not a button: a line may not break between « ( » and a word, and does before a button.
fn marked(word: &str, term: &Term, index: usize) -> AnyView {
    let id = format!("terme-{index}");
    view! {
        <span class="term">
            <span class="term-word" role="button" tabindex="0" aria-describedby=id.clone()>{word.to_owned()}</span>
            <span class="term-tip" role="tooltip" id=id>
                <strong>{term.expansion.clone()}</strong>
                " "
                {term.definition.clone()}
            </span>
        </span>
    }
    .into_any()
}
