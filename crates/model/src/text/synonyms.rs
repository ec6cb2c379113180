//! Words that people look for levers and themes by, in both languages: names separated by commas.

use crate::domain::{Lever, Theme};

/// Words that stand for one another in what initiatives say of themselves: folded, in the singular.
const ALIKE: [&[&str]; 6] = [
    &["recyclerie", "ressourcerie"],
    &["velo", "bicyclette"],
    &["logement", "habitat"],
    &["agriculture", "agricole"],
    &["energie", "energetique"],
    &["bio", "biologique"],
];

/// The words that stand for a folded word in the singular, itself among them; none when it stands alone.
pub fn alike(word: &str) -> &'static [&'static str] {
    let group = ALIKE.iter().find(|group| group.contains(&word));
    group.copied().unwrap_or_default()
}

/// Other names of a lever.
pub fn of_lever(lever: Lever) -> &'static str {
    match lever {
        Lever::Grant => {
            "aide financière, financement, fonds, dotation, prêt, garantie, appel à projets, grant, funding"
        }
        Lever::Procurement => {
            "marché public, commande publique, achat responsable, clause sociale, marché réservé, SPASER, public procurement, purchase"
        }
        Lever::Property => {
            "locaux, terrain, bâtiment, loyer, bail, mise à disposition, immobilier, tiers-lieu, bureaux, property, premises, land"
        }
        Lever::ScicShare => {
            "SCIC, sociétariat, parts sociales, entrée au capital, coopérative, share, equity"
        }
        Lever::Support => "aide, conseil, incubateur, formation, ingénierie, support, advice",
        Lever::Facilitation => {
            "réseau, mise en réseau, coopération, rencontres, gouvernance, concertation, facilitation, network"
        }
    }
}

/// Other names of a theme.
pub fn of_theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Food => {
            "agriculture, maraîchage, ferme, circuits courts, épicerie, cantine, aide alimentaire, food, farming"
        }
        Theme::Work => "emploi, insertion, travail, chômage, chantier d’insertion, IAE, work, jobs",
        Theme::Reuse => {
            "ressourcerie, recyclerie, déchets, économie circulaire, recyclage, réparation, reuse, recycling, waste"
        }
        Theme::Housing => "logement, habitat participatif, organisme foncier solidaire, housing",
        Theme::Mobility => {
            "transport, vélo, autopartage, covoiturage, voiture, bike, car, mobility"
        }
        Theme::Energy => {
            "énergie renouvelable, solaire, rénovation, climat, carbone, energy, climate"
        }
        Theme::Culture => "musique, théâtre, médias, arts, spectacle, cinéma, livre, arts, media",
        Theme::Youth => {
            "éducation, école, jeunes, étudiants, université, enfance, education, youth, school"
        }
        Theme::Care => {
            "santé, soins, petite enfance, crèche, personnes âgées, handicap, aide à domicile, care, health"
        }
        Theme::Neighbourhood => {
            "quartier, voisinage, solidarité, vie de quartier, régie de quartier, café associatif, neighbourhood"
        }
        Theme::Shops => "commerce, artisanat, boutique, artisans, magasin, shops, crafts",
        Theme::Enterprise => {
            "entrepreneuriat, création d’entreprise, coopérative d’activité, start-up, enterprise"
        }
        Theme::Digital => "informatique, inclusion numérique, internet, ordinateur, digital",
        Theme::Heritage => "patrimoine, tourisme, monument, heritage, tourism",
        Theme::Finance => "monnaie locale, épargne, banque, currency, finance",
        Theme::GreenSpaces => {
            "espaces verts, jardins, nature, parc, propreté, environnement, green spaces, gardens"
        }
        Theme::Networks => "filière, PTCE, pôle territorial, clusters, networks, supply chain",
        Theme::Citizenship => "citoyenneté, démocratie, habitants, citizenship, participation",
    }
}
