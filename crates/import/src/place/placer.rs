//! The place of a row: its coordinates, else its commune, else where it is carried out, else the authority that acts.

use super::coordinates::{self, Known, Tolerance};
use super::directory::Directory;
use super::found::Found;
use super::grid::{self, Grid, Metres};
use super::ground::Ground;
use super::mercator::Mercator;
use super::system::System;
use super::{angle, commune, geometry, seat};
use crate::problem::Finding;
use crate::rule::Rule;
use crate::schema::Role;
use crate::table::{Row, Table};
use crate::values::siret;
use content::fold::fold;
use content::gazetteer::kilometres;
use engine::geo::LonLat;
use model::domain::{Territory, TerritoryKind};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// How far from its commune a place may be, in kilometres.
const FAR: f64 = 50.0;

/// How many rows tell what the metres of a table are, at most.
const TELLING: usize = 400;

/// Beyond this, numbers are metres and not degrees.
const DEGREES: f64 = 1000.0;

/// How precise a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// The coordinates that the table gives.
    Coordinates,
    /// Somewhere in the commune.
    Commune,
    /// In an intercommunalité.
    Group,
    /// In a département.
    Departement,
    /// In a région.
    Region,
}

/// Where a row is.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Longitude and latitude.
    pub at: LonLat,
    /// How precise that is.
    pub precision: Precision,
    /// The territory, when it is one that was found.
    pub territory: Option<Arc<str>>,
    /// Its code.
    pub code: Option<Arc<str>>,
    /// Whether it is that of the authority, for want of a place of the row itself.
    pub is_seat: bool,
}

/// What is asked of places.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asking {
    /// The code of EPSG of the system of coordinates, whatever the file says.
    pub epsg: Option<u32>,
    /// Which places are taken as they are written.
    pub tolerance: Tolerance,
}

/// A place, and what there is to say of a column.
pub type Placed = (Option<Place>, Vec<(Option<usize>, Finding)>);

/// Finds the places of the rows of a table.
pub struct Placer<'a> {
    directory: &'a Directory<'a>,
    columns: HashMap<Role, Vec<usize>>,
    grids: Vec<Grid>,
    mercator: Mercator,
    /// The system that somebody names, and that the file does.
    system: Option<System>,
    tolerance: Tolerance,
    seats: RefCell<HashMap<String, Option<Place>>>,
    /// Territories that were found, by kind and code: rows share their names.
    found: RefCell<HashMap<(TerritoryKind, String), Place>>,
}

impl Precision {
    /// Its public id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Coordinates => "coordonnees",
            Self::Commune => "commune",
            Self::Group => "epci",
            Self::Departement => "departement",
            Self::Region => "region",
        }
    }
}

impl<'a> Placer<'a> {
    /// Of a table whose columns are these.
    pub fn new(
        directory: &'a Directory<'a>,
        columns: HashMap<Role, Vec<usize>>,
        table: &Table<'_>,
        asking: Asking,
    ) -> Self {
        let mut placer = Self {
            directory,
            columns,
            grids: grid::all(),
            mercator: Mercator::default(),
            system: asking
                .epsg
                .map(System::Epsg)
                .or_else(|| table.system.clone()),
            tolerance: asking.tolerance,
            seats: RefCell::default(),
            found: RefCell::default(),
        };
        if placer.system.is_none() {
            placer.mercator = placer.metres_of(table);
        }
        placer
    }

    /// Whether the metres of a table may be of Web Mercator, from where its rows would be.
    fn metres_of(&self, table: &Table<'_>) -> Mercator {
        let step = table.rows.len() / TELLING + 1;
        let mut ground = None;
        let (mut rows, mut web, mut others) = (0, 0, 0);
        for row in table.rows.iter().step_by(step) {
            let Numbers::Are {
                lat,
                lon,
                system: None,
                ..
            } = self.numbers(row, &mut Said::new())
            else {
                continue;
            };
            if lat.abs().max(lon.abs()) <= DEGREES {
                continue;
            }
            let ground = ground.get_or_insert_with(|| Ground::of(self.directory.gazetteer));
            let is_on_land = |mercator: Mercator| {
                let found = grid::place(&self.grids, lon, lat, self.hint(row), mercator);
                match found {
                    Metres::At(at, _) => ground.is_near(at),
                    Metres::Several(found, _) => found.iter().any(|(at, _)| ground.is_near(*at)),
                    Metres::Nowhere => false,
                }
            };
            rows += 1;
            web += usize::from(is_on_land(Mercator::Only));
            others += usize::from(is_on_land(Mercator::Never));
        }
        let roles = [Role::Latitude, Role::Longitude, Role::Point];
        let titles: Vec<String> = roles
            .iter()
            .filter_map(|role| self.columns.get(role)?.first())
            .filter_map(|&column| Some(fold(table.titles.get(column)?)))
            .collect();
        match rows {
            0 => Mercator::Never,
            _ => Mercator::of(rows, web, others, &titles.join(" ")),
        }
    }

    /// Whether any column may say where a row is.
    pub fn can_place(&self) -> bool {
        let roles = [
            Role::Latitude,
            Role::Point,
            Role::Insee,
            Role::Postcode,
            Role::Commune,
            Role::Address,
            Role::PlaceCode,
            Role::Owner,
        ];
        roles.iter().any(|role| self.columns.contains_key(role))
    }

    /// The place of a row. Without one, the last finding says why.
    pub fn place(&self, row: &Row<'_>) -> Placed {
        let mut said = Vec::new();
        let attempts: [fn(&Self, &Row<'_>, &mut Said) -> Attempt; 4] = [
            Self::by_coordinates,
            Self::by_commune,
            Self::by_execution,
            Self::by_owner,
        ];
        for attempt in attempts {
            match attempt(self, row, &mut said) {
                Attempt::Found(place) => return (Some(place), said),
                Attempt::Failed => return (None, said),
                Attempt::Nothing => {}
            }
        }
        let mut filled = row.cells.iter().filter(|cell| !cell.text.is_empty());
        if row.cells.len() > 1 && filled.next().is_some() && filled.next().is_none() {
            said.push((None, alone()));
            return (None, said);
        }
        said.push((
            None,
            Finding::refusal(
                Rule::NoPlace,
                "rien sur cette ligne ne dit où elle est",
                "donnez des coordonnées, le code Insee de la commune, ou son nom avec le code postal ; à défaut le SIREN de la collectivité",
            ),
        ));
        (None, said)
    }

    fn by_coordinates(&self, row: &Row<'_>, said: &mut Said) -> Attempt {
        let (at, column) = match self.numbers(row, said) {
            Numbers::None => return Attempt::Nothing,
            Numbers::Wrong => return Attempt::Failed,
            Numbers::Are {
                lat,
                lon,
                column,
                system,
            } => {
                let read = coordinates::read(
                    lat,
                    lon,
                    &Known {
                        grids: &self.grids,
                        mercator: self.mercator,
                        system: system.as_ref().or(self.system.as_ref()),
                        hint: self.hint(row),
                        home: &|| self.home(row),
                        tolerance: self.tolerance,
                    },
                );
                match read {
                    Ok((at, finding)) => {
                        said.extend(finding.map(|finding| (Some(column), finding)));
                        (at, column)
                    }
                    Err(finding) => {
                        said.push((Some(column), finding));
                        return Attempt::Failed;
                    }
                }
            }
        };
        let code = self.commune_of(row);
        if let Some(finding) = code.as_ref().and_then(|code| self.far_from(at, code)) {
            said.push((Some(column), finding));
            return Attempt::Failed;
        }
        Attempt::Found(Place {
            at,
            precision: Precision::Coordinates,
            territory: None,
            code: code.map(Arc::from),
            is_seat: false,
        })
    }

    /// The commune or the département that a row names, and how far from there it may be.
    fn home(&self, row: &Row<'_>) -> Option<(LonLat, f64)> {
        if let Attempt::Found(place) = self.by_commune(row, &mut Said::new()) {
            return Some((place.at, FAR));
        }
        let (_, text) = self.text(row, Role::Departement)?;
        let code = self.directory.departement(text)?;
        let place = self.in_territory(TerritoryKind::Departement, code)?;
        Some((place.at, 3.0 * FAR))
    }

    /// Latitude and longitude, whatever the columns that hold them.
    fn numbers(&self, row: &Row<'_>, said: &mut Said) -> Numbers {
        let text = |role| self.text(row, role);
        let (lat, lon) = (text(Role::Latitude), text(Role::Longitude));
        match (lat, lon) {
            (Some((column, lat)), Some((lon_column, lon))) => {
                let number = |column, text: &str, what: &str, said: &mut Said| {
                    let read = angle::read(text);
                    match read {
                        None => said.push((Some(column), unread(what))),
                        Some((degrees, true)) => said.push((
                            Some(column),
                            Finding::note(
                                Rule::Coordinates,
                                format!("lu {degrees:.6} degrés"),
                                "rien à faire si c'est juste",
                            ),
                        )),
                        Some(_) => {}
                    }
                    read
                };
                let lat = number(column, lat, "latitude", said);
                let lon = number(lon_column, lon, "longitude", said);
                match lat.zip(lon) {
                    Some(((lat, _), (lon, _))) => Numbers::Are {
                        lat,
                        lon,
                        column,
                        system: None,
                    },
                    None => Numbers::Wrong,
                }
            }
            (Some((column, both)), None) | (None, Some((column, both))) => {
                match geometry::read(both) {
                    Found::Pair(lat, lon) => {
                        said.push((
                            Some(column),
                            Finding::note(
                                Rule::Coordinates,
                                format!("les deux coordonnées sont dans une seule cellule : lues latitude {lat}, longitude {lon}"),
                                "séparez-les en deux colonnes",
                            ),
                        ));
                        Numbers::Are {
                            lat,
                            lon,
                            column,
                            system: None,
                        }
                    }
                    _ => {
                        let missing = if lat.is_some() {
                            "longitude"
                        } else {
                            "latitude"
                        };
                        said.push((
                            Some(column),
                            Finding::refusal(
                                Rule::Coordinates,
                                format!("la {missing} est vide"),
                                "donnez les deux coordonnées, ou aucune",
                            ),
                        ));
                        Numbers::Wrong
                    }
                }
            }
            (None, None) => match text(Role::Point) {
                None => Numbers::None,
                Some((column, text)) => self.point(column, text, said),
            },
        }
    }

    fn point(&self, column: usize, text: &str, said: &mut Said) -> Numbers {
        match geometry::read(text) {
            Found::Pair(lat, lon) | Found::LonLat(lon, lat) => Numbers::Are {
                lat,
                lon,
                column,
                system: None,
            },
            Found::In(system, lon, lat) => Numbers::Are {
                lat,
                lon,
                column,
                system: Some(system),
            },
            Found::Shape => {
                said.push((
                    Some(column),
                    Finding::refusal(
                        Rule::Coordinates,
                        "c'est une ligne ou une surface, non un point",
                        "donnez un point : QGIS calcule les centroïdes (« Vecteur », « Outils de géométrie »)",
                    ),
                ));
                Numbers::Wrong
            }
            Found::Empty => Numbers::None,
            Found::Unread => {
                said.push((Some(column), unread("position")));
                Numbers::Wrong
            }
        }
    }

    /// A code that tells the territory of a row.
    fn hint<'row>(&self, row: &'row Row<'_>) -> Option<&'row str> {
        [Role::Insee, Role::Postcode, Role::Departement]
            .iter()
            .find_map(|&role| self.text(row, role))
            .map(|(_, text)| text)
            .filter(|text| text.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// The code of the commune that a row names by its code.
    fn commune_of(&self, row: &Row<'_>) -> Option<String> {
        let (_, text) = self.text(row, Role::Insee)?;
        let (code, _) = commune::by_code(text, self.directory).ok()?;
        Some(code)
    }

    /// What coordinates far from the commune of their row may be.
    fn far_from(&self, at: LonLat, code: &str) -> Option<Finding> {
        let commune = self.directory.gazetteer.commune(code)?;
        let home = (commune.lon, commune.lat);
        let distance = kilometres((at.lon(), at.lat()), home);
        if distance < FAR {
            return None;
        }
        let lost_sign = kilometres((-at.lon(), at.lat()), home) < FAR;
        let remedy = match lost_sign {
            true => format!(
                "un signe est sans doute perdu : est-ce la longitude {} ?",
                -at.lon()
            ),
            false => "corrigez les coordonnées ou le code Insee".to_owned(),
        };
        Some(Finding::question(
            Rule::FarFromCommune,
            format!(
                "à {distance:.0} km de {}, que nomme la même ligne",
                self.directory.label(code)
            ),
            remedy,
        ))
    }

    fn by_commune(&self, row: &Row<'_>, said: &mut Said) -> Attempt {
        let text = |role| self.text(row, role);
        let (column, found) = if let Some((column, code)) = text(Role::Insee) {
            (column, commune::by_code(code, self.directory))
        } else if let Some((column, name)) = text(Role::Commune) {
            let postcode = text(Role::Postcode).map_or("", |(_, text)| text);
            let departement = text(Role::Departement).map_or("", |(_, text)| text);
            (
                column,
                commune::by_name(name, postcode, departement, self.directory),
            )
        } else if let Some((column, postcode)) = text(Role::Postcode) {
            (column, commune::by_postcode(postcode, self.directory))
        } else {
            return self.by_address(row, said);
        };
        match found {
            Ok((code, finding)) => {
                said.extend(finding.map(|finding| (Some(column), finding)));
                self.in_territory(TerritoryKind::Commune, &code)
                    .map_or(Attempt::Nothing, Attempt::Found)
            }
            Err(finding) => {
                said.push((Some(column), finding));
                Attempt::Failed
            }
        }
    }

    /// The commune at the end of an address.
    fn by_address(&self, row: &Row<'_>, said: &mut Said) -> Attempt {
        let found = self.text(row, Role::Address).and_then(|(column, text)| {
            let (code, finding) = commune::by_address(text, self.directory)?;
            let place = self.in_territory(TerritoryKind::Commune, &code)?;
            Some((column, place, finding))
        });
        let Some((column, place, finding)) = found else {
            return Attempt::Nothing;
        };
        said.push((Some(column), finding));
        Attempt::Found(place)
    }

    /// The place of execution of a contract. What is no place of ours is said, and the authority is looked at.
    fn by_execution(&self, row: &Row<'_>, said: &mut Said) -> Attempt {
        let Some((column, code)) = self.text(row, Role::PlaceCode) else {
            return Attempt::Nothing;
        };
        let kind = self
            .text(row, Role::PlaceKind)
            .map_or(String::new(), |(_, kind)| fold(kind));
        let found = match kind.as_str() {
            "code departement" | "departement" => self
                .directory
                .departement(code)
                .and_then(|code| self.in_territory(TerritoryKind::Departement, code))
                .map(|place| (place, None)),
            "code region" | "region" => self
                .in_territory(TerritoryKind::Region, &format!("{code:0>2}"))
                .map(|place| (place, None)),
            _ => {
                let found = match kind.as_str() {
                    "code postal" => commune::by_postcode(code, self.directory),
                    _ => commune::by_code(code, self.directory)
                        .or_else(|_| commune::by_postcode(code, self.directory)),
                };
                found.ok().and_then(|(commune, finding)| {
                    Some((
                        self.in_territory(TerritoryKind::Commune, &commune)?,
                        finding,
                    ))
                })
            }
        };
        match found {
            Some((place, finding)) => {
                said.extend(finding.map(|finding| (Some(column), finding)));
                Attempt::Found(place)
            }
            None => {
                said.push((
                    Some(column),
                    Finding::note(
                        Rule::Commune,
                        "ce lieu d'exécution n'est ni une commune, ni un département, ni une région que l'on connaisse",
                        "donnez le code Insee de la commune, et « Code commune » comme type",
                    ),
                ));
                Attempt::Nothing
            }
        }
    }

    fn by_owner(&self, row: &Row<'_>, said: &mut Said) -> Attempt {
        let Some((column, text)) = self.text(row, Role::Owner) else {
            return Attempt::Nothing;
        };
        let Some(siren) = siret::siren(text) else {
            return Attempt::Nothing;
        };
        let mut seats = self.seats.borrow_mut();
        let seat = seats.entry(siren).or_insert_with_key(|siren| {
            let territory = seat::of_siren(siren, self.directory.gazetteer)?;
            let place = self.in_territory(territory.kind, &territory.code)?;
            Some(Place {
                is_seat: true,
                ..place
            })
        });
        match seat {
            Some(place) => Attempt::Found(place.clone()),
            None => {
                said.push((
                    Some(column),
                    Finding::refusal(
                        Rule::Seat,
                        "ce numéro n'est pas celui d'une collectivité que l'on connaisse : la ligne n'a pas d'autre lieu",
                        "ajoutez une colonne avec le code Insee de la commune, ou des coordonnées",
                    ),
                ));
                Attempt::Failed
            }
        }
    }

    /// The point of a territory: that of its commune nearest to the centre of its population.
    fn in_territory(&self, kind: TerritoryKind, code: &str) -> Option<Place> {
        let territory = Territory {
            kind,
            code: code.to_owned(),
        };
        let known = self.found.borrow();
        if let Some(place) = known.get(&(kind, territory.code.clone())) {
            return Some(place.clone());
        }
        drop(known);
        let gazetteer = self.directory.gazetteer;
        let (lon, lat) = gazetteer.point(&territory)?;
        let place = Place {
            at: LonLat::new(lon, lat).ok()?,
            precision: match kind {
                TerritoryKind::Commune => Precision::Commune,
                TerritoryKind::Ept | TerritoryKind::Epci => Precision::Group,
                TerritoryKind::Departement => Precision::Departement,
                TerritoryKind::Region => Precision::Region,
            },
            territory: gazetteer.name(&territory).map(Arc::from),
            code: Some(Arc::from(territory.code.as_str())),
            is_seat: false,
        };
        self.found
            .borrow_mut()
            .insert((kind, territory.code), place.clone());
        Some(place)
    }

    /// What a column of this role holds, when it holds anything.
    fn text<'row>(&self, row: &'row Row<'_>, role: Role) -> Option<(usize, &'row str)> {
        let columns = self.columns.get(&role)?.iter();
        let mut texts = columns.map(|&column| (column, row.text(column)));
        texts.find(|(_, text)| !text.is_empty())
    }
}

type Said = Vec<(Option<usize>, Finding)>;

enum Attempt {
    Found(Place),
    /// Something is wrong that its author has to mend: nothing else is tried.
    Failed,
    /// Nothing to go by.
    Nothing,
}

enum Numbers {
    Are {
        lat: f64,
        lon: f64,
        column: usize,
        /// The system that the cell names.
        system: Option<System>,
    },
    Wrong,
    None,
}

/// A heading inside the table, or a note under it.
fn alone() -> Finding {
    Finding::refusal(
        Rule::NoPlace,
        "une seule cellule est remplie : une note, une rubrique ? Rien n'y dit où est la ligne",
        "si c'est une note ou une rubrique, retirez-la du fichier ; sinon, complétez la ligne",
    )
}

fn unread(what: &str) -> Finding {
    Finding::refusal(
        Rule::Coordinates,
        format!("la {what} ne se lit pas"),
        "écrivez des degrés décimaux : 48.8566 ou 48,8566",
    )
}
