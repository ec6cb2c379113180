//! Which column of a table is which.

use crate::fold::fold;
use crate::shown::{listed, told};
use anyhow::{Result, bail};
use core::fmt;

/// Titles of columns, when they are not the usual ones.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of the latitude.
    pub lat: Option<String>,
    /// Of the longitude.
    pub lon: Option<String>,
    /// Of the name.
    pub name: Option<String>,
    /// Of the category.
    pub category: Option<String>,
}

/// Positions of the columns that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub lat: usize,
    pub lon: usize,
    /// None only for synthetic points.
    pub name: Option<usize>,
    /// None when the table does not tell kinds of points apart.
    pub category: Option<usize>,
    /// The code of the commune.
    pub insee: Option<usize>,
}

/// The titles of the columns that were read, to be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles(Vec<(&'static str, String)>);

/// What a column holds, the option that names it, and its usual titles, the surest first, as [`fold`] gives them.
struct Role {
    what: &'static str,
    option: &'static str,
    titles: &'static [&'static str],
}

const LAT: Role = Role {
    what: "la latitude",
    option: "--lat",
    titles: &["latitude", "lat", "y wgs84", "y"],
};
const LON: Role = Role {
    what: "la longitude",
    option: "--lon",
    titles: &["longitude", "lon", "lng", "long", "x wgs84", "x"],
};
const NAME: Role = Role {
    what: "le nom",
    option: "--name",
    titles: &[
        "nom",
        "name",
        "libelle",
        "denomination",
        "raison sociale",
        "enseigne",
        "titre",
    ],
};
const CATEGORY: Role = Role {
    what: "la catégorie",
    option: "--category",
    titles: &[
        "categorie",
        "category",
        "type",
        "nature",
        "famille",
        "activite",
    ],
};
const INSEE: &[&str] = &["insee", "code insee", "code commune", "codgeo", "depcom"];

/// Finds the columns among these titles. Points that are not synthetic need a name.
pub fn find(titles: &[String], wanted: &Wanted, synthetic: bool) -> Result<Found> {
    let folded: Vec<String> = titles.iter().map(|title| fold(title)).collect();
    let table = Header {
        titles,
        folded: &folded,
    };
    let required =
        |role: &Role, wanted: &Option<String>| match table.column(role, wanted.as_deref())? {
            None => bail!("{}", table.missing(role)),
            Some(found) => Ok(found),
        };
    Ok(Found {
        lat: required(&LAT, &wanted.lat)?,
        lon: required(&LON, &wanted.lon)?,
        name: match table.column(&NAME, wanted.name.as_deref())? {
            None if !synthetic => bail!("{}", table.missing(&NAME)),
            found => found,
        },
        category: table.column(&CATEGORY, wanted.category.as_deref())?,
        insee: INSEE.iter().find_map(|title| table.all(title).next()),
    })
}

impl Found {
    /// The titles of these columns.
    pub fn titles(&self, titles: &[String]) -> Titles {
        let title = |column: usize| titles.get(column).cloned().unwrap_or_default();
        let required = [("latitude", Some(self.lat)), ("longitude", Some(self.lon))];
        let texts = [("nom", self.name), ("catégorie", self.category)];
        let all = required.into_iter().chain(texts);
        Titles(
            all.filter_map(|(what, column)| Some((what, title(column?))))
                .collect(),
        )
    }
}

impl fmt::Display for Titles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = |(what, title): &(&str, String)| told(&format!("{what} « {title} »"));
        f.write_str(&self.0.iter().map(one).collect::<Vec<_>>().join(", "))
    }
}

struct Header<'a> {
    titles: &'a [String],
    folded: &'a [String],
}

impl Header<'_> {
    fn column(&self, role: &Role, wanted: Option<&str>) -> Result<Option<usize>> {
        let Some(title) = wanted else {
            let usual = role
                .titles
                .iter()
                .find(|title| self.all(title).next().is_some());
            return usual.map(|title| self.only(role, title)).transpose();
        };
        if let Some(found) = self.exactly(title) {
            return Ok(Some(found));
        }
        let title = fold(title);
        if self.all(&title).next().is_none() {
            bail!(
                "{} {} : aucune colonne n'a ce titre. {}",
                role.option,
                wanted.unwrap_or_default(),
                self.listed()
            );
        }
        self.only(role, &title).map(Some)
    }

    /// The columns of this title.
    fn all(&self, folded: &str) -> impl Iterator<Item = usize> {
        let same = self.folded.iter().enumerate();
        same.filter(move |(_, title)| *title == folded)
            .map(|(position, _)| position)
    }

    /// The one column with this very title, case and accents included.
    fn exactly(&self, wanted: &str) -> Option<usize> {
        let mut same = self.titles.iter().enumerate();
        let mut positions = same
            .by_ref()
            .filter(|(_, title)| *title == wanted)
            .map(|(position, _)| position);
        let first = positions.next()?;
        positions.next().is_none().then_some(first)
    }

    /// The only column of this title.
    fn only(&self, role: &Role, folded: &str) -> Result<usize> {
        let found: Vec<usize> = self.all(folded).collect();
        match found.as_slice() {
            &[only] => Ok(only),
            several => {
                let ranks: Vec<String> = several.iter().map(|at| (at + 1).to_string()).collect();
                let title = several.first().and_then(|&at| self.titles.get(at));
                bail!(
                    "plusieurs colonnes ont le titre « {} » (colonnes {}) : laquelle est {} ? Donnez-leur des titres différents, ou nommez-en une autre avec {}.",
                    title.map_or(folded, String::as_str),
                    ranks.join(", "),
                    role.what,
                    role.option
                )
            }
        }
    }

    fn missing(&self, role: &Role) -> String {
        format!(
            "aucune colonne ne semble être {}. {} Nommez-la avec {}.",
            role.what,
            self.listed(),
            role.option
        )
    }

    fn listed(&self) -> String {
        let titles = self.titles.iter().map(String::as_str);
        let named = titles.filter(|title| !title.is_empty());
        format!("Colonnes trouvées : {}.", listed(named))
    }
}
