//! The command line. Doc comments on the arguments are the help that editors read: they are in French.

use super::build::{MadeOf, PagesTo, build_site};
use super::project::{APP, in_project};
use super::say::{Closed, say, warn};
use super::{
    FirstBasemap, ImportOptions, PointsOptions, Stats, basemap, check_folder, find, import_file,
    make_points, new_sheet, open_gazetteer, site, watch,
};
use anyhow::{Context, Result, bail};
use clap::{ArgAction, Args, Parser, Subcommand};
use content::Gazetteer;
use content::reading::is_site_address;
use model::domain::TargetKind;
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

const TEMPLATE: &str = "{about}\n\nUtilisation : {usage}\n\n{all-args}";

/// Vérifie et construit le contenu de la carte des leviers.
#[derive(Parser)]
#[command(
    name = "leviers",
    version,
    help_template = TEMPLATE,
    subcommand_help_heading = "Commandes",
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Affiche cette aide
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

#[derive(Subcommand)]
enum Command {
    /// Lit toutes les fiches et dit tout ce qui est à corriger
    #[command(help_template = TEMPLATE)]
    Check {
        /// Dossier des fiches [par défaut : content du projet]
        content: Option<PathBuf>,
        /// Dossier des textes cités : vérifie aussi les lignes citées et qu'aucune phrase n'est recopiée
        #[arg(long, value_name = "DIR")]
        sources: Option<PathBuf>,
        /// Recommence à chaque enregistrement, jusqu'à Ctrl-C
        #[arg(long)]
        watch: bool,
        #[command(flatten)]
        geodata: Geodata,
    },
    /// Compte les fiches, et dit ce qui leur manque
    #[command(help_template = TEMPLATE)]
    Stats {
        /// Dossier des fiches [par défaut : content du projet]
        content: Option<PathBuf>,
        /// Nomme toutes les fiches où quelque chose manque, même quand elles sont nombreuses
        #[arg(long)]
        ids: bool,
        #[command(flatten)]
        geodata: Geodata,
    },
    /// Écrit une fiche à remplir, où tout est expliqué
    #[command(help_template = TEMPLATE)]
    New {
        /// Sorte de fiche : initiative ou collectivite
        #[arg(value_name = "SORTE", value_parser = kind_of_sheet)]
        kind: TargetKind,
        /// Son nom
        #[arg(value_name = "NOM")]
        name: Vec<String>,
        /// Dossier des fiches [par défaut : content du projet]
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
    },
    /// Vérifie, puis écrit le site entier, prêt pour un serveur
    #[command(help_template = TEMPLATE)]
    Build {
        /// Dossier des fiches [par défaut : content du projet]
        content: Option<PathBuf>,
        /// Dossier où écrire, qui n'est qu'au site [par défaut : dist du projet]
        out: Option<PathBuf>,
        /// Dossier de l'application [par défaut : app, à côté de l'outil ; sans elle, seules les données sont écrites]
        #[arg(long, value_name = "DIR")]
        app: Option<PathBuf>,
        /// Sans l'application : dossier où écrire aussi les pages
        #[arg(long, value_name = "DIR", conflicts_with = "app")]
        pages: Option<PathBuf>,
        /// Adresse http ou https de la carte, à la place de celle de site.toml
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// Sans les versions compressées des fichiers, qui prennent l'essentiel du temps : pour essayer
        #[arg(long)]
        uncompressed: bool,
        #[command(flatten)]
        geodata: Geodata,
    },
    /// Fait une couche de points d'un tableau : latitude, longitude, nom, catégorie
    #[command(help_template = TEMPLATE)]
    Points {
        #[command(flatten)]
        options: PointsOptions,
        #[command(flatten)]
        geodata: Geodata,
    },
    /// Lit le fichier d'une collectivité, place et vérifie ses lignes, et dit ce qui est à corriger
    #[command(help_template = TEMPLATE)]
    Import {
        #[command(flatten)]
        options: Box<ImportOptions>,
        #[command(flatten)]
        geodata: Geodata,
    },
    /// Cherche comme la case de la carte : répond, ou mesure la qualité des réponses
    #[command(help_template = TEMPLATE)]
    Find {
        /// Ce qui est cherché
        #[arg(value_name = "TEXTE")]
        text: Vec<String>,
        /// Table de cas : query,expected ou query,expected_city,expected_postcode
        #[arg(long, value_name = "FICHIER")]
        quality: Vec<PathBuf>,
        /// Dossier des fiches [par défaut : content du projet]
        #[arg(long, value_name = "DIR")]
        content: Option<PathBuf>,
        #[command(flatten)]
        geodata: Geodata,
    },
    /// Compile les fichiers du fond de carte, à partir de ceux que prépare geodata/build
    #[command(help_template = TEMPLATE)]
    Basemap {
        /// Dossier des topologies
        topologies: PathBuf,
        /// Dossier où écrire
        out: PathBuf,
    },
}

#[derive(Args)]
struct Geodata {
    /// Dossier du répertoire des communes [par défaut : geodata du projet]
    #[arg(long = "geodata", value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Geodata {
    fn open(&self) -> Result<Gazetteer> {
        open_gazetteer(&self.path())
    }

    fn path(&self) -> PathBuf {
        let folder = self.folder.clone();
        folder.unwrap_or_else(|| in_project("geodata"))
    }
}

/// The folder of sheets that is named, or that of the project.
fn sheets_in(folder: Option<PathBuf>) -> PathBuf {
    folder.unwrap_or_else(|| in_project("content"))
}

/// What a shell says of a command whose reader went away: 128 and the number of SIGPIPE.
const NOBODY_READS: u8 = 141;

/// Runs the command of the program's arguments. Fails when the content has problems, or when a file cannot be read or written.
pub fn run() -> ExitCode {
    match execute(Cli::parse().command) {
        Ok(sound) if sound => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) if error.is::<Closed>() => ExitCode::from(NOBODY_READS),
        Err(error) => {
            warn(format!("leviers : {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn execute(command: Command) -> Result<bool> {
    match command {
        Command::Check {
            content,
            sources,
            watch,
            geodata,
        } => check(&sheets_in(content), sources.as_deref(), watch, &geodata),
        Command::Stats {
            content,
            ids,
            geodata,
        } => stats(&sheets_in(content), ids, &geodata).map(|()| true),
        Command::New {
            kind,
            name,
            content,
        } => new(kind, &name_in(&name)?, &sheets_in(content)).map(|()| true),
        Command::Build {
            content,
            out,
            app,
            pages,
            base_url,
            uncompressed,
            geodata,
        } => build_all(
            &sheets_in(content),
            &Target::of(out, app, pages, !uncompressed)?,
            base_url,
            &geodata,
        ),
        Command::Points { options, geodata } => points(&options, &geodata),
        Command::Import { options, geodata } => import_file(&options, &geodata.open()?),
        Command::Find {
            text,
            quality,
            content,
            geodata,
        } => find_all(&text.join(" "), &quality, &sheets_in(content), &geodata).map(|()| true),
        Command::Basemap { topologies, out } => basemap::run(&topologies, &out).map(|()| true),
    }
}

/// The name, whether it was written between quotation marks or not. A folder after it was meant to be one.
fn name_in(words: &[String]) -> Result<String> {
    if let [_, .., last] = words
        && Path::new(last).is_dir()
    {
        bail!("« {last} » est un dossier, non un mot du nom. Écrivez --content {last}.");
    }
    Ok(words.join(" "))
}

fn check(folder: &Path, sources: Option<&Path>, again: bool, geodata: &Geodata) -> Result<bool> {
    let gazetteer = geodata.open()?;
    let run = || check_folder(folder, sources, &gazetteer).map(|content| content.report);
    if again {
        let folders: Vec<&Path> = [folder].into_iter().chain(sources).collect();
        match watch::watch(&folders, |number| watch::show(run(), number))? {}
    }
    let report = run()?;
    say(&report)?;
    Ok(report.errors() == 0)
}

fn stats(folder: &Path, all_ids: bool, geodata: &Geodata) -> Result<()> {
    let gazetteer = geodata.open()?;
    let content = check_folder(folder, None, &gazetteer)?;
    let stats = Stats::of(&content, &gazetteer);
    if all_ids {
        say(format!("{stats:#}").trim_end())?;
    } else {
        say(stats.to_string().trim_end())?;
    }
    if content.report.errors() > 0 {
        say(
            "\nDes fiches ont des problèmes, et peuvent manquer dans ces nombres : ./leviers check",
        )?;
    }
    Ok(())
}

/// The kinds of sheet that editors add.
fn kind_of_sheet(id: &str) -> Result<TargetKind, &'static str> {
    TargetKind::from_id(id)
        .filter(|kind| matches!(kind, TargetKind::Initiative | TargetKind::Authority))
        .ok_or("écrivez initiative ou collectivite")
}

fn new(kind: TargetKind, name: &str, content: &Path) -> Result<()> {
    let path = new_sheet(kind, name, content)?;
    say(format!(
        "Écrit : {}\n\nEnsuite :\n\
         1. ouvrez ce fichier dans un éditeur de texte et remplissez-le : tout y est expliqué ;\n\
         2. vérifiez-le : ./leviers check (ou ./leviers check --watch, qui vérifie à chaque enregistrement).",
        path.display()
    ))
}

/// What a build writes, and where.
enum Target {
    /// The data, and the pages where they are asked for.
    Parts {
        out: PathBuf,
        pages: Option<PathBuf>,
    },
    /// The whole site: the built app is there.
    Site {
        out: PathBuf,
        app: PathBuf,
        compressed: bool,
    },
}

impl Target {
    fn of(
        out: Option<PathBuf>,
        app: Option<PathBuf>,
        pages: Option<PathBuf>,
        compressed: bool,
    ) -> Result<Self> {
        let beside = || Some(in_project(APP)).filter(|app| pages.is_none() && app.is_dir());
        match (app.or_else(beside), out) {
            (Some(app), out) => Ok(Self::Site {
                out: out.unwrap_or_else(|| in_project("dist")),
                app,
                compressed,
            }),
            (None, Some(out)) => Ok(Self::Parts { out, pages }),
            (None, None) => bail!(
                "l'application n'est pas là : donnez son dossier (--app), ou, pour les données seules, le dossier où écrire"
            ),
        }
    }
}

fn build_all(
    folder: &Path,
    target: &Target,
    base_url: Option<String>,
    geodata: &Geodata,
) -> Result<bool> {
    let base_url = base_url.map(|url| site_address(&url)).transpose()?;
    let gazetteer = geodata.open()?;
    let mut content = check_folder(folder, None, &gazetteer)?;
    if !content.report.problems.is_empty() {
        say(&content.report)?;
    }
    if content.report.errors() > 0 {
        say("Rien n'a été écrit.")?;
        return Ok(false);
    }
    if let Some(url) = base_url {
        content.site.url = url;
    }
    let directory = find::directory(&gazetteer, &geodata.path())?;
    let made_of = |basemap| MadeOf {
        gazetteer: &gazetteer,
        directory: &directory,
        basemap,
    };
    match target {
        Target::Parts { out, pages } => {
            let basemap = FirstBasemap::read(&in_project("public/basemap"))?;
            let pages = pages.as_deref().map(|out| PagesTo {
                out,
                made_of: made_of(basemap.as_ref()),
            });
            say(build_site(&content, out, &content.site.url, pages)?)?;
        }
        Target::Site {
            out,
            app,
            compressed,
        } => {
            let app = site::BuiltApp::open(app)?;
            let basemap = FirstBasemap::read(&app.basemap())?;
            let made_of = made_of(basemap.as_ref());
            say(site::build(&content, &app, made_of, out, *compressed)?)?;
        }
    }
    Ok(true)
}

fn find_all(text: &str, tables: &[PathBuf], folder: &Path, geodata: &Geodata) -> Result<()> {
    let gazetteer = geodata.open()?;
    let directory = find::directory(&gazetteer, &geodata.path())?;
    let content = check_folder(folder, None, &gazetteer)?;
    let session = find::Session::new(&content, &directory)?;
    if tables.is_empty() {
        return say(find::shown(&session.ask(text)?));
    }
    for path in tables {
        let unreadable = || format!("Impossible de lire {}", path.display());
        let table = fs::read(path).with_context(unreadable)?;
        let cases = find::Cases::read(&table).with_context(unreadable)?;
        say(format!("{}\n{}", path.display(), cases.ask(&session)?))?;
    }
    Ok(())
}

/// An address with its final slash.
fn site_address(url: &str) -> Result<String> {
    if !is_site_address(url) {
        bail!(
            "--base-url « {url} » n'est pas l'adresse d'une carte : écrivez une adresse http:// ou https:// entière, sans ? ni #"
        );
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

fn points(options: &PointsOptions, geodata: &Geodata) -> Result<bool> {
    let written = make_points(options, || geodata.open())?;
    say(&written)?;
    Ok(written.done())
}
