//! Which column of a table is which.

use crate::fold::fold;
use anyhow::{Result, bail};

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
    /// None only for synthetic points.
    pub category: Option<usize>,
    /// The code of the commune.
    pub insee: Option<usize>,
}

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

/// Finds the columns among these titles. Points that are not synthetic need a name and a category.
pub fn find(titles: &[String], wanted: &Wanted, synthetic: bool) -> Result<Found> {
    let folded: Vec<String> = titles.iter().map(|title| fold(title)).collect();
    let table = Titles {
        titles,
        folded: &folded,
    };
    let text = |role: &Role, wanted: &Option<String>| match table.column(role, wanted.as_deref())? {
        None if !synthetic => bail!("{}", table.missing(role)),
        found => Ok(found),
    };
    let number =
        |role: &Role, wanted: &Option<String>| match table.column(role, wanted.as_deref())? {
            None => bail!("{}", table.missing(role)),
            Some(found) => Ok(found),
        };
    Ok(Found {
        lat: number(&LAT, &wanted.lat)?,
        lon: number(&LON, &wanted.lon)?,
        name: text(&NAME, &wanted.name)?,
        category: text(&CATEGORY, &wanted.category)?,
        insee: table.usual(INSEE),
    })
}

struct Titles<'a> {
    titles: &'a [String],
    folded: &'a [String],
}

impl Titles<'_> {
    fn column(&self, role: &Role, wanted: Option<&str>) -> Result<Option<usize>> {
        let Some(title) = wanted else {
            return Ok(self.usual(role.titles));
        };
        match self.position(&fold(title)) {
            None => bail!(
                "{} {title} : aucune colonne n'a ce titre. {}",
                role.option,
                self.listed()
            ),
            found => Ok(found),
        }
    }

    fn usual(&self, titles: &[&str]) -> Option<usize> {
        titles.iter().find_map(|title| self.position(title))
    }

    fn position(&self, folded: &str) -> Option<usize> {
        self.folded.iter().position(|title| title == folded)
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
        let quoted: Vec<_> = self
            .titles
            .iter()
            .map(|title| format!("« {title} »"))
            .collect();
        format!("Colonnes trouvées : {}.", quoted.join(", "))
    }
}
