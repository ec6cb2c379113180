//! The table of levers by themes: each number a link to the map, the darker the more.

use super::shading::step;
use super::{map_link, texts};
use crate::text::understand as words;
use leptos::prelude::*;
use model::domain::{Catalogue, Category, Facet, Filters, Theme, ValueSet};
use ui::CategoryIcon;

/// The table.
pub fn table(catalogue: &Catalogue) -> AnyView {
    let themes = Theme::ALL.iter().copied();
    let themes = themes.filter(|&theme| count(catalogue, &asked(None, Some(theme))) > 0);
    let themes: Vec<Theme> = themes.collect();
    let cells = themes.iter().flat_map(|&theme| {
        Category::all().map(move |category| count(catalogue, &asked(Some(category), Some(theme))))
    });
    let most = cells.max().unwrap_or_default();
    let headings = Category::all().map(|category| {
        view! { <th scope="col"><CategoryIcon category /> <span>{name(category)}</span></th> }
    });
    let rows = themes
        .iter()
        .map(|&theme| row(catalogue, Some(theme), most));
    view! {
        <section class="crossed">
            <h3 id="leviers-et-themes">{words::CROSSED}</h3>
            <p>{words::CROSSED_NOTE}</p>
            <div class="wide" role="region" aria-label=words::CROSSED_REGION tabindex="0">
                <table aria-labelledby="leviers-et-themes">
                    <thead><tr><th scope="col">{words::THEME}</th>{headings.collect_view()}<th scope="col">{words::ALL}</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                    <tfoot>{row(catalogue, None, 0)}</tfoot>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// The row of a theme; the last is that of all themes. `most`: the count of the darkest cell, 0 for a row without shades.
fn row(catalogue: &Catalogue, theme: Option<Theme>, most: usize) -> AnyView {
    let heading = theme.map_or(words::ALL, |theme| texts().screen.theme(theme));
    let cells = Category::all().map(|category| cell(catalogue, Some(category), theme, most));
    view! {
        <tr>
            <th scope="row">{heading}</th>
            {cells.collect_view()}
            {cell(catalogue, None, theme, 0)}
        </tr>
    }
    .into_any()
}

fn cell(
    catalogue: &Catalogue,
    category: Option<Category>,
    theme: Option<Theme>,
    most: usize,
) -> AnyView {
    let filters = asked(category, theme);
    let count = count(catalogue, &filters);
    let shade = if most == 0 { 0 } else { step(count, most) };
    let label = words::cell(
        count,
        category.map_or(words::ALL, |one| texts().screen.category(one)),
        theme.map(|theme| texts().screen.theme(theme)),
    );
    let said = match count {
        0 => view! { "0" }.into_any(),
        _ => map_link(&filters, count.to_string(), label),
    };
    view! { <td class=format!("shade-{shade}")>{said}</td> }.into_any()
}

fn name(category: Category) -> &'static str {
    match category {
        Category::NoLever => words::NO_LEVER,
        category => texts().screen.category(category),
    }
}

fn asked(category: Option<Category>, theme: Option<Theme>) -> Filters {
    let mut filters = Filters::default();
    if let Some(category) = category {
        filters.ask(Facet::Lever, ValueSet::EMPTY.with(category.index()));
    }
    if let Some(theme) = theme {
        filters.ask(Facet::Theme, ValueSet::EMPTY.with(theme as u8));
    }
    filters
}

fn count(catalogue: &Catalogue, filters: &Filters) -> usize {
    catalogue.matching(filters).len()
}
