//! A file in the workshop, from when it is dropped to when it leaves.

use crate::Asked;
use crate::frame::View;
use crate::project::Project;
use crate::view::{self, Status, Which};
use anyhow::{Context, Result, bail};
use content::Gazetteer;
use content::table::{Encoding, Separator};
use engine::Size;
use import::leave::{self, Shown};
use import::{
    Burst, CHOICES, Import, Mend, Opened, Problem, Summary, Told, inflated, named_grids, open,
    open_as, schemas,
};
use serde_json::json;

/// The most bytes of a file, as given and decompressed: what a tab can hold with its table.
pub const MOST_BYTES: usize = 64 << 20;

/// The workshop. It holds one file at a time; the bytes of a file are never given back, so that rows may borrow them: whoever runs the
/// workshop ends it with its file, as a worker does.
pub struct Session {
    gazetteer: Gazetteer,
    held: Option<Held>,
}

struct Held {
    project: Project,
    /// The file, as it was given.
    bytes: &'static [u8],
    import: Import<'static>,
    statuses: Vec<Status>,
}

impl Session {
    /// With the territories: `gazetteer.tsv` and `territories.json` (`geodata/README.md`).
    ///
    /// # Errors
    /// When they are not what they should be.
    pub fn new(communes: &[u8], territories: &[u8]) -> Result<Self> {
        Ok(Self {
            gazetteer: Gazetteer::read(communes, territories)?,
            held: None,
        })
    }

    /// Everything that can be chosen: encodings, separators, schemas, what a column may be.
    pub fn choices() -> String {
        let encodings = Encoding::ALL.map(|one| [one.id().to_owned(), encoding_name(one)]);
        let separators = Separator::ALL.map(|one| (char::from(one.byte()), one.to_string()));
        let schemas: Vec<_> = schemas().iter().map(|one| [one.id, one.name]).collect();
        let roles: Vec<_> = CHOICES.iter().map(|(_, id, name)| [id, name]).collect();
        json!({
            "encodings": encodings,
            "separators": separators,
            "schemas": schemas,
            "roles": roles,
            "systems": named_grids(),
        })
        .to_string()
    }

    /// Reads a file, or a project with its file. `said` is what the visitor says of it; without it, a project has its own.
    ///
    /// # Errors
    /// When the file is refused: why, and what to do.
    pub fn open(
        &mut self,
        name: &str,
        bytes: Vec<u8>,
        said: Option<(Asked, Vec<Mend>)>,
        told: Told<'_>,
    ) -> Result<String, Problem> {
        self.held = None;
        if bytes.len() > MOST_BYTES {
            return Err(refusal(import::Rule::Bomb, &too_large(), SPLIT));
        }
        let (mut project, bytes) = match Project::read(&bytes, MOST_BYTES as u64) {
            Some((project, file)) => (project, file),
            None => (Project::of(name), bytes),
        };
        if let Some((asked, mends)) = said {
            (project.asked, project.mends) = (asked, mends);
        }
        let bytes: &'static [u8] = bytes.leak();
        let table: &'static [u8] = match bytes.starts_with(&[0x1f, 0x8b]) {
            true => inflated(bytes, MOST_BYTES).map_err(burst)?.leak(),
            false => bytes,
        };
        let opened = match project.asked.encoding() {
            Some(encoding) => open_as(table, encoding)?,
            None => open(table)?,
        };
        let opened: &'static Opened<'static> = Box::leak(Box::new(opened));
        let options = import::Options {
            mends: project.mends.clone(),
            ..project.asked.options()
        };
        let import = Import::followed(opened, &options, &self.gazetteer, told)?;
        Ok(self.hold(project, bytes, import))
    }

    /// Takes the columns of the same table otherwise, and checks again. What tells how its bytes are read plays no part: that is for
    /// [`Session::open`].
    ///
    /// # Errors
    /// When nothing is held.
    pub fn ask(&mut self, asked: Asked, told: Told<'_>) -> Result<String, Problem> {
        self.again(&[], |project| project.asked = asked, told)
    }

    /// Mends cells, and checks again.
    ///
    /// # Errors
    /// When nothing is held.
    pub fn mend(&mut self, mends: Vec<Mend>, told: Told<'_>) -> Result<String, Problem> {
        let keep = |project: &mut Project| {
            let is_same = |old: &Mend, new: &Mend| (new.line, new.column) == (old.line, old.column);
            project
                .mends
                .retain(|old| mends.iter().all(|new| !is_same(old, new)));
            project.mends.extend(mends.iter().cloned());
        };
        self.again(&mends, keep, told)
    }

    fn again(
        &mut self,
        mends: &[Mend],
        change: impl FnOnce(&mut Project),
        told: Told<'_>,
    ) -> Result<String, Problem> {
        let Some(mut held) = self.held.take() else {
            return Err(nothing_held());
        };
        change(&mut held.project);
        let options = held.project.asked.options();
        let import = held.import.again(&options, mends, &self.gazetteer, told)?;
        Ok(self.hold(held.project, held.bytes, import))
    }

    fn hold(&mut self, project: Project, bytes: &'static [u8], import: Import<'static>) -> String {
        let figures = view::figures(&project.name, &import);
        let said = json(&figures);
        drop(figures);
        let statuses = view::statuses(&import);
        self.held = Some(Held {
            project,
            bytes,
            import,
            statuses,
        });
        said
    }

    /// A page of rows, as JSON.
    pub fn rows(&self, which: &Which) -> String {
        let rows = |held: &Held| json(&view::rows(&held.import, &held.statuses, which));
        self.held.as_ref().map(rows).unwrap_or_default()
    }

    /// A page of problems, as JSON.
    pub fn problems(&self, which: &Which) -> String {
        let problems = |held: &Held| json(&view::problems(&held.import, which));
        self.held.as_ref().map(problems).unwrap_or_default()
    }

    /// The row of a line, as JSON; `null` where there is none.
    pub fn row(&self, line: u64) -> String {
        let row = |held: &Held| json(&view::whole(&held.import, &held.statuses, line));
        self.held.as_ref().map(row).unwrap_or_default()
    }

    /// What was said and mended, as JSON: what another worker needs to read the file again.
    pub fn said(&self) -> String {
        let said = |held: &Held| json(&held.project);
        self.held.as_ref().map(said).unwrap_or_default()
    }

    /// A layer of points, and what a map of this size looks at to show them.
    ///
    /// # Errors
    /// When nothing is held, nothing is to be shown, or its title or credit cannot be.
    pub fn layer(
        &self,
        shown: Shown,
        title: &str,
        credit: &str,
        size: Size,
    ) -> Result<(leave::Layer, View)> {
        let layer = leave::layer(&self.held()?.import, shown, title, credit)?;
        let view = View::of(&layer.places, size);
        Ok((layer, view))
    }

    /// A file that the visitor leaves with. `layer`: the id, title and credit of the layer, and what it shows.
    ///
    /// # Errors
    /// When nothing is held, the name is of no file, or it cannot be made.
    pub fn leave(&self, what: &str, layer: Option<(&str, &str, &str, Shown)>) -> Result<Vec<u8>> {
        let held = self.held()?;
        let import = &held.import;
        match (what, layer) {
            ("geojson", _) => Ok(leave::geojson(import)?.into_bytes()),
            ("csv", _) => leave::placed(import),
            ("aside", _) => leave::aside(import),
            ("report", _) => leave::report(&import.problems),
            ("summary", _) => Ok(serde_json::to_vec_pretty(&Summary::of(import))?),
            ("project", _) => held.project.save(held.bytes),
            ("sheets", _) => {
                let sheets = leave::sheets(import);
                leave::archive(
                    sheets
                        .iter()
                        .map(|(name, text)| (name.clone(), text.as_bytes())),
                )
            }
            ("layer", Some((id, title, credit, shown))) => {
                let layer = leave::layer(import, shown, title, credit)?;
                let files = layer.files.iter();
                leave::archive(
                    files.map(|file| (format!("{id}/{}", file.name), file.bytes.as_slice())),
                )
            }
            _ => bail!("« {what} » n'est pas un fichier de l'atelier"),
        }
    }

    fn held(&self) -> Result<&Held> {
        self.held.as_ref().context("aucun fichier n'est ouvert")
    }
}

fn encoding_name(encoding: Encoding) -> String {
    match encoding {
        Encoding::Utf16Be => format!("{encoding} (gros-boutiste)"),
        other => other.to_string(),
    }
}

fn json(value: &impl serde::Serialize) -> String {
    // What is shown has no keys but texts, and no number that JSON cannot write.
    serde_json::to_string(value).unwrap_or_default()
}

/// What to do with a file that is too large.
const SPLIT: &str = "découpez-le en plusieurs fichiers, ou employez la commande « leviers import »";

fn too_large() -> String {
    format!(
        "le fichier dépasse {} Mo, le plus que l'atelier lit",
        MOST_BYTES >> 20
    )
}

fn burst(burst: Burst) -> Problem {
    match burst {
        Burst::Damaged => refusal(
            import::Rule::Damaged,
            "le fichier compressé est abîmé",
            "téléchargez-le à nouveau",
        ),
        Burst::TooLarge => refusal(
            import::Rule::Bomb,
            &format!("une fois décompressé, {}", too_large()),
            SPLIT,
        ),
        Burst::Bomb => refusal(
            import::Rule::Bomb,
            "ce fichier se décompresse en plus de 200 fois sa taille : ce n'est pas un tableau",
            "vérifiez d'où il vient ; si c'en est un, donnez-le décompressé",
        ),
    }
}

fn nothing_held() -> Problem {
    refusal(
        import::Rule::Empty,
        "aucun fichier n'est ouvert",
        "déposez-en un",
    )
}

fn refusal(rule: import::Rule, message: &str, remedy: &str) -> Problem {
    Problem {
        line: None,
        column: None,
        value: None,
        rule,
        level: import::Level::Refusal,
        message: message.to_owned().into(),
        remedy: remedy.to_owned().into(),
    }
}
