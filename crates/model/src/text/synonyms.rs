//! Words that people look for levers and themes by, in both languages. They are never shown.

use crate::domain::{Lever, Theme};

/// Other words for a lever.
pub fn of_lever(lever: Lever) -> &'static str {
    match lever {
        Lever::Grant => {
            "aide financière financement fonds dotation prêt garantie appel à projets grant funding"
        }
        Lever::Procurement => {
            "marché public commande publique achats responsables clause sociale insertion marchés réservés SPASER procurement purchase"
        }
        Lever::Property => {
            "local locaux terrain bâtiment loyer bail mise à disposition immobilier tiers-lieu bureaux property premises land"
        }
        Lever::ScicShare => {
            "SCIC sociétariat parts sociales entrée au capital coopérative associé share equity"
        }
        Lever::Support => "aide conseil incubateur formation ingénierie accompagner support advice",
        Lever::Facilitation => {
            "réseau mise en réseau coopération rencontres gouvernance concertation PTCE animer facilitation network"
        }
    }
}

/// Other words for a theme.
pub fn of_theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Food => {
            "agriculture maraîchage ferme circuits courts épicerie cantine aide alimentaire food farming"
        }
        Theme::Work => "travail chômage chantier d’insertion IAE formation work jobs",
        Theme::Reuse => {
            "ressourcerie recyclerie déchets économie circulaire recyclage réparation reuse recycling waste"
        }
        Theme::Housing => "logement habitat participatif foncier solidaire housing",
        Theme::Mobility => {
            "transport vélo autopartage covoiturage garage voiture mobility bike car"
        }
        Theme::Energy => {
            "énergie renouvelable solaire rénovation climat carbone énergies energy climate"
        }
        Theme::Culture => "musique théâtre médias arts spectacle cinéma livre arts media",
        Theme::Youth => "école jeunes étudiants université enfance youth school",
        Theme::Care => {
            "soins santé petite enfance crèche personnes âgées handicap aide à domicile care health"
        }
        Theme::Neighbourhood => {
            "quartier voisinage solidarité vie de quartier régie de quartier café associatif neighbourhood"
        }
        Theme::Shops => "boutique commerces artisans magasin shops crafts",
        Theme::Enterprise => {
            "entrepreneuriat création d’entreprise CAE coopérative d’activité start-up enterprise"
        }
        Theme::Digital => "informatique inclusion numérique internet ordinateur digital",
        Theme::Heritage => "tourisme patrimoine monument hôtel heritage tourism",
        Theme::Finance => "monnaie locale épargne banque cigales finance currency",
        Theme::GreenSpaces => {
            "espaces verts jardins nature parc propreté environnement green spaces gardens"
        }
        Theme::Networks => {
            "PTCE pôle territorial coopération réseau clusters networks supply chain"
        }
        Theme::Citizenship => {
            "citoyenneté démocratie habitants concertation citizenship participation"
        }
    }
}
