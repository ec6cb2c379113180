//! Which schema a table follows, and which column is which.

use super::field::{Field, Role};
use super::{decp, free, ours, places, scdl, title, words};
use core::fmt;
use std::collections::HashSet;
use std::sync::LazyLock;

/// A kind of table that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Its public id.
    pub id: &'static str,
    /// Its name, in French.
    pub name: &'static str,
    /// Its columns.
    pub fields: &'static [Field],
    /// The columns without which it is not this schema: one of each list.
    marks: &'static [&'static [&'static str]],
    /// How many of its columns are there at least.
    least: usize,
}

/// The known schemas, the most particular first. The last takes every table.
const SCHEMAS: &[Schema] = &[
    Schema {
        id: "initiatives",
        name: "nos initiatives (initiatives.csv)",
        fields: ours::INITIATIVES,
        marks: &[&["leviers_collectivite"], &["nom"]],
        least: 4,
    },
    Schema {
        id: "recours",
        name: "nos recours à un levier (recours.csv)",
        fields: ours::LEVER_USES,
        marks: &[&["initiative_nom"], &["levier"]],
        least: 4,
    },
    Schema {
        id: "decp",
        name: "données essentielles de la commande publique (DECP)",
        fields: decp::CONTRACTS,
        marks: &[&["acheteur.id", "autoriteConcedante.id"], &["objet"]],
        least: 4,
    },
    Schema {
        id: "scdl-subventions",
        name: "subventions (SCDL)",
        fields: scdl::SUBSIDIES,
        marks: &[&["nomBeneficiaire", "idBeneficiaire"], &["montant"]],
        least: 3,
    },
    Schema {
        id: "scdl-equipements",
        name: "équipements collectifs (SCDL)",
        fields: scdl::EQUIPMENT,
        marks: &[&["EQUIP_NOM"]],
        least: 2,
    },
    Schema {
        id: "mediation-numerique",
        name: "lieux de médiation numérique",
        fields: scdl::MEDIATION,
        marks: &[&["nom"], &["services"]],
        least: 3,
    },
    FREE,
];

/// Any table.
const FREE: Schema = Schema {
    id: "libre",
    name: "tableau libre",
    fields: free::FIELDS,
    marks: &[],
    least: 0,
};

/// The schema that these titles follow.
pub fn recognise(titles: &[String]) -> &'static Schema {
    let found = SCHEMAS.iter().find(|schema| {
        let fields: Vec<&Field> = assign(schema, titles)
            .into_iter()
            .flatten()
            .filter(|field| schema.fields.contains(field))
            .collect();
        let has = |ids: &&[&str]| {
            ids.iter()
                .any(|id| fields.iter().any(|field| field.id == *id))
        };
        fields.len() >= schema.least && schema.marks.iter().all(has)
    });
    found.unwrap_or(&FREE)
}

/// The schemas that there are.
pub fn all() -> &'static [Schema] {
    SCHEMAS
}

/// The schema of this id.
pub fn of_id(id: &str) -> Option<&'static Schema> {
    SCHEMAS.iter().find(|schema| schema.id == id)
}

/// The field of each column: by its title, else by the last part of it, else by its words. A field is that of one column: the one with its
/// surest title, then the first. Any other day or amount is one all the same.
pub fn assign(schema: &Schema, titles: &[String]) -> Vec<Option<&'static Field>> {
    let fields: Vec<&'static Field> = schema
        .fields
        .iter()
        .chain(places::FIELDS)
        .chain(free::FIELDS.iter().filter(|field| is_asset(field)))
        .collect();
    let mut found: Vec<Option<&'static Field>> = vec![None; titles.len()];
    by_title(&fields, titles, &mut found, title::key);
    by_title(&fields, titles, &mut found, |title| {
        title::last_part(title).map_or_else(String::new, title::key)
    });
    by_words(&fields, titles, &mut found);
    for (title, place) in titles.iter().zip(&mut found) {
        *place = place.or_else(|| {
            let id = words::value(title)?;
            free::FIELDS.iter().find(|field| field.id == id)
        });
    }
    found
}

fn is_taken(field: &Field, found: &[Option<&'static Field>]) -> bool {
    let mut others = found.iter().flatten();
    others.any(|other| other.id == field.id || (field.role.is_alone() && other.role == field.role))
}

fn by_words(fields: &[&'static Field], titles: &[String], found: &mut [Option<&'static Field>]) {
    // The words of a title that is alone may be all titles, in one piece.
    let several = titles.iter().enumerate().filter(|_| titles.len() > 1);
    for (column, title) in several {
        if found.get(column).is_none_or(Option::is_some) {
            continue;
        }
        let told = words::fields(title).find_map(|id| {
            let field = fields.iter().find(|field| field.id == id)?;
            (!is_taken(field, found)).then_some(*field)
        });
        if let Some(place) = found.get_mut(column) {
            *place = told;
        }
    }
}

/// Finds the columns whose title, as `key` sees it, is a name of a field.
fn by_title(
    fields: &[&'static Field],
    titles: &[String],
    found: &mut [Option<&'static Field>],
    key: impl Fn(&str) -> String,
) {
    let keys: Vec<String> = titles.iter().map(|title| key(title)).collect();
    for &field in fields {
        if is_taken(field, found) {
            continue;
        }
        let id = title::key(field.id);
        let column = core::iter::once(id.as_str())
            .chain(field.names.iter().copied())
            .find_map(|name| {
                let mut columns = keys.iter().zip(found.iter()).enumerate();
                let (column, _) =
                    columns.find(|(_, (key, known))| known.is_none() && title::is(key, name))?;
                Some(column)
            });
        if let Some(place) = column.and_then(|column| found.get_mut(column)) {
            *place = Some(field);
        }
    }
}

/// A field of this role, for a column that somebody names.
pub fn of_role(role: Role) -> Option<&'static Field> {
    let fields = places::FIELDS
        .iter()
        .chain(free::FIELDS)
        .chain(decp::CONTRACTS);
    fields.into_iter().find(|field| field.role == role)
}

/// Whether a title is one of those that say where, in this way.
pub fn is_title_of(title: &str, role: Role) -> bool {
    let key = title::key(title);
    let mut fields = places::FIELDS.iter().filter(|field| field.role == role);
    fields.any(|field| title::key(field.id) == key || field.names.contains(&key.as_str()))
}

/// What a table of a known schema may have beside it.
fn is_asset(field: &Field) -> bool {
    matches!(field.role, Role::Name | Role::Category)
}

/// The keys of all titles that are known.
static KEYS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let fields = SCHEMAS.iter().flat_map(|schema| schema.fields);
    fields
        .chain(places::FIELDS)
        .flat_map(|field| {
            let names = field.names.iter().map(|name| (*name).to_owned());
            core::iter::once(title::key(field.id)).chain(names)
        })
        .collect()
});

/// Whether a title is that of a column that some schema knows.
pub fn is_known(title: &str) -> bool {
    let key = title::key(title);
    match key.contains(title::LOST) {
        false => KEYS.contains(&key),
        true => KEYS.iter().any(|known| title::is(&key, known)),
    }
}

impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(titles: &str) -> (&'static str, Vec<&'static str>) {
        let titles: Vec<String> = titles.split(';').map(str::to_owned).collect();
        let schema = recognise(&titles);
        let fields = assign(schema, &titles).into_iter();
        (
            schema.id,
            fields
                .map(|field| field.map_or("", |field| field.id))
                .collect(),
        )
    }

    #[test]
    fn schemas_are_told_by_the_titles_that_people_write() {
        let (id, fields) = schema(
            "Nom attribuant*;N° SIRET attribuant;Date de la convention;Nom du bÃ©nÃ©ficiaire;SIRET;Objet de la subvention;Montant total de la subvention (€);Remarque",
        );
        assert_eq!(id, "scdl-subventions");
        assert_eq!(
            fields,
            [
                "nomAttribuant",
                "idAttribuant",
                "dateConvention",
                "nomBeneficiaire",
                "idBeneficiaire",
                "objet",
                "montant",
                ""
            ]
        );
        assert_eq!(
            schema("id;acheteur.id;acheteur.nom;objet;codeCPV;montant").0,
            "decp"
        );
        assert_eq!(
            schema("EQUIP_UID;EQUIP_NOM;EQUIP_LAT;EQUIP_LONG").1,
            ["EQUIP_UID", "EQUIP_NOM", "latitude", "longitude"]
        );
        assert_eq!(
            schema("id;nom;services;date_maj;latitude;longitude").0,
            "mediation-numerique"
        );
        assert_eq!(
            schema("Libellé;Type;Y;X").1,
            ["nom", "categorie", "latitude", "longitude"]
        );
        assert_eq!(schema("a;b").0, "libre");
    }
}
