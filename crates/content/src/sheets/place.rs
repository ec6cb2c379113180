//! Where an initiative is: a code of the gazetteer, or coordinates abroad.

use super::References;
use crate::Rule;
use crate::gazetteer::{COG_YEAR, CodeError, Level, kilometres};
use crate::reading::{At, Fields, PRECISION};
use model::domain::{Place, Precision, Territory};

/// Further than this from its commune, a point is a mistake.
const FAR_KM: f64 = 30.0;

/// Reads a place.
pub fn read_place(fields: &Fields<'_>, refs: &References<'_>) -> Option<Place> {
    let label = fields.text_if_any("label");
    let point = read_point(fields);
    if fields.has("country") || fields.has("city") {
        return read_abroad(fields, label, point);
    }
    let precision = fields.choice("precision", &PRECISION);
    let code = fields.text_at("code");
    let (precision, code) = (precision?, code?);
    let territory = resolve(fields, Level::of_precision(precision), &code, refs)?;
    let (lon, lat) = match point {
        Some(point) => {
            check_point(fields, precision, point, &territory, refs);
            point
        }
        None => refs.gazetteer.point(&territory)?,
    };
    let covers = precision.covers().is_some();
    Some(Place {
        lon,
        lat,
        extent: refs.gazetteer.extent(&territory).filter(|_| covers),
        precision,
        label: with_label(label, refs.gazetteer.name(&territory)?),
        territories: refs.gazetteer.chain(&territory),
    })
}

/// The code of an existing commune, intercommunalité, département or région, of the level asked for.
pub fn resolve(
    fields: &Fields<'_>,
    level: Level,
    code: &At<String>,
    refs: &References<'_>,
) -> Option<Territory> {
    let error = match refs.gazetteer.resolve(level, &code.value) {
        Ok(territory) => return Some(territory),
        Err(error) => error,
    };
    let (rule, message, remedy) = explain(level, &code.value, &error);
    let whole =
        Some(refs.gazetteer).filter(|_| level == Level::Commune && error == CodeError::Unknown);
    let remedy = match whole.and_then(|gazetteer| gazetteer.with_its_zero(&code.value)) {
        Some((whole, name)) => format!(
            "Vouliez-vous écrire « {whole} » ({name}) ? Un tableur retire le zéro du début."
        ),
        None => remedy,
    };
    fields.problem("code", rule, message, remedy);
    None
}

fn explain(level: Level, code: &str, error: &CodeError) -> (Rule, String, String) {
    let unknown = format!(
        "Le code « {code} » n'est pas celui {} (COG {COG_YEAR}).",
        level.of_a()
    );
    match error {
        CodeError::Unknown => {
            let message = match level {
                Level::Commune => format!("La commune « {code} » n'existe pas (COG {COG_YEAR})."),
                _ => unknown,
            };
            let shape = match level {
                Level::Commune => {
                    "le code INSEE de la commune : cinq caractères, ce n'est pas le code postal"
                }
                Level::Group => "le numéro SIREN de l'intercommunalité ou de l'EPT : neuf chiffres",
                Level::Departement => {
                    "le numéro du département : deux ou trois caractères (93, 2A, 974)"
                }
                Level::Region => {
                    "le code INSEE de la région : deux chiffres (11 pour l'Île-de-France)"
                }
            };
            (Rule::UnknownCode, message, format!("Écrivez {shape}."))
        }
        CodeError::Postcode(communes) => {
            let listed: Vec<String> = communes
                .iter()
                .take(5)
                .map(|(code, name)| format!("{code} ({name})"))
                .collect();
            let message = format!(
                "La commune « {code} » n'existe pas (COG {COG_YEAR}) : c'est un code postal."
            );
            (
                Rule::UnknownCode,
                message,
                format!(
                    "Code INSEE des communes de ce code postal : {}.",
                    listed.join(", ")
                ),
            )
        }
        CodeError::Former(new, name) => (
            Rule::FormerCode,
            format!("La commune « {code} » fait aujourd'hui partie de {name}."),
            format!("Remplacez le code par « {new} » ; l'ancien nom peut aller dans label."),
        ),
        CodeError::OtherLevel(other) => (
            Rule::CodeOfOtherKind,
            format!(
                "Le code « {code} » est celui {}, pas {}.",
                other.of_a(),
                level.of_a()
            ),
            "Corrigez le code, ou la précision (precision) ou la nature (kind) qui va avec."
                .to_owned(),
        ),
    }
}

/// `lon` and `lat`: both or none, in degrees.
fn read_point(fields: &Fields<'_>) -> Option<(f64, f64)> {
    let (has_lon, has_lat) = (fields.has("lon"), fields.has("lat"));
    let (lon, lat) = (fields.number_if_any("lon"), fields.number_if_any("lat"));
    if has_lon != has_lat {
        let (there, missing) = if has_lon {
            ("lon", "lat")
        } else {
            ("lat", "lon")
        };
        fields.problem(
            there,
            Rule::HalfCoordinates,
            format!("« {there} » est là sans « {missing} »."),
            format!("Ajoutez {missing} = …, ou supprimez {there}."),
        );
    }
    let limit = |key: &'static str, value: Option<f64>, limit: f64| {
        if value.is_some_and(|value| value.abs() > limit) {
            fields.problem(
                key,
                Rule::CoordinatesOutOfRange,
                format!("« {key} » est hors des limites (−{limit} à {limit} degrés)."),
                "Écrivez des degrés décimaux : en France métropolitaine, lon de −5 à 10 et lat de 41 à 51.",
            );
        }
        value.filter(|value| value.abs() <= limit)
    };
    let (lon, lat) = (limit("lon", lon, 180.0), limit("lat", lat, 90.0));
    lon.zip(lat)
}

fn check_point(
    fields: &Fields<'_>,
    precision: Precision,
    point: (f64, f64),
    territory: &Territory,
    refs: &References<'_>,
) {
    if !matches!(precision, Precision::Address | Precision::District) {
        fields.problem(
            "lon",
            Rule::NeedlessCoordinates,
            format!("Des coordonnées vont avec la précision « {} ».", precision.id()),
            "Supprimez lon et lat (le répertoire des communes les donne), ou précisez « address » ou « district ».",
        );
        return;
    }
    let distance = refs
        .gazetteer
        .point(territory)
        .map_or(0.0, |centre| kilometres(point, centre));
    if distance > FAR_KM {
        let name = refs.gazetteer.name(territory).unwrap_or_default();
        fields.problem(
            "lon",
            Rule::CoordinatesTooFar,
            format!("Le point est à {distance:.0} km de {name}."),
            "Vérifiez le code de la commune, et que lon et lat ne sont pas inversées.",
        );
    }
}

fn read_abroad(
    fields: &Fields<'_>,
    label: Option<String>,
    point: Option<(f64, f64)>,
) -> Option<Place> {
    let precision = fields.choice("precision", &PRECISION);
    let (country, city) = (read_country(fields), fields.text("city"));
    let abroad =
        |key, message: &str, remedy: &str| fields.problem(key, Rule::Abroad, message, remedy);
    if fields.has("code") {
        abroad(
            "code",
            "Un lieu à l'étranger n'a pas de code.",
            "Supprimez code, ou supprimez country et city si le lieu est en France.",
        );
    }
    if !fields.has("lon") && !fields.has("lat") {
        abroad(
            "country",
            "Un lieu à l'étranger doit avoir des coordonnées.",
            "Ajoutez lon = … et lat = … en degrés décimaux.",
        );
    }
    if precision.is_some_and(|precision| precision.covers().is_some()) {
        abroad(
            "precision",
            "Un lieu à l'étranger n'est pas un territoire français.",
            "Écrivez precision = \"address\", \"district\" ou \"commune\".",
        );
    }
    let (lon, lat) = point?;
    let town = format!("{} ({})", city?, country_name(&country?));
    Some(Place {
        lon,
        lat,
        extent: None,
        precision: precision?,
        label: with_label(label, town),
        territories: Vec::new(),
    })
}

fn with_label(label: Option<String>, name: String) -> String {
    label.map_or(name.clone(), |label| format!("{label}, {name}"))
}

/// The country of a place or an authority abroad, by its two letters. What is none is reported.
pub fn read_country(fields: &Fields<'_>) -> Option<String> {
    let country = fields.text("country");
    if let Some(wrong) = country.as_deref().filter(|code| !is_country(code)) {
        fields.problem(
            "country",
            Rule::Abroad,
            format!("« {wrong} » n'est pas un code de pays étranger."),
            "Écrivez les deux lettres du pays : BE, LU, DE, CH, IT, ES… Pour la France, écrivez code et non country.",
        );
    }
    country
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) && code != "FR"
}

fn country_name(code: &str) -> &str {
    match code {
        "BE" => "Belgique",
        "CA" => "Canada",
        "CH" => "Suisse",
        "DE" => "Allemagne",
        "ES" => "Espagne",
        "GB" => "Royaume-Uni",
        "IT" => "Italie",
        "LU" => "Luxembourg",
        "NL" => "Pays-Bas",
        "PT" => "Portugal",
        other => other,
    }
}
