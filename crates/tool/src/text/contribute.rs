//! The sentences of « Contribuer », in French.

/// Title and description of the page.
pub const PAGE: (&str, &str) = (
    "Contribuer",
    "Signaler une erreur, compléter une fiche, proposer une initiative\u{a0}: la page vérifie ce que vous écrivez, et prépare le message.",
);
/// How the page works.
pub const LEAD: &str = "La carte ne montre que ce qu’un document établit. Dites-nous ce que vous savez et où c’est écrit. Cette page prépare le message\u{a0}: elle n’envoie rien et ne garde rien. Tout est à remplir, sauf ce qui est dit facultatif.";
/// Without script.
pub const NO_SCRIPT: &str = "Cette page a besoin de JavaScript. Sans lui, écrivez-nous le nom de la fiche, ce qui est à changer et le document qui le dit.";
/// Heading of the choice.
pub const PURPOSE: &str = "Vous voulez";
/// What the visitor comes for: id and words.
pub const PURPOSES: [(&str, &str); 3] = [
    ("erreur", "Signaler une erreur"),
    ("complement", "Compléter une fiche"),
    ("proposition", "Proposer une initiative"),
];
/// Headings of the parts of the form.
pub const SHEET_PART: &str = "La fiche";
pub const INITIATIVE_PART: &str = "L’initiative";
pub const AUTHORITY_PART: &str = "Ce que la collectivité a fait";
pub const DOCUMENT_PART: &str = "Le document qui l’établit";
/// Labels of the fields, and what is said under them.
pub const SHEET: (&str, &str) = ("Nom de la fiche", "Tapez quelques lettres et choisissez.");
pub const WHAT: (&str, &str) = (
    "Ce qui est à changer ou à ajouter",
    "Ce que dit la fiche, et ce qu’elle devrait dire. Pas de nom de personne, ni d’adresse électronique, ni de téléphone.",
);
pub const PROOF: (&str, &str) = (
    "Où c’est écrit",
    "Titre du document, date, page, ou son adresse sur internet. Facultatif pour une erreur.",
);
pub const NAME: (&str, &str) = ("Nom de l’initiative", "Comme ses membres l’appellent.");
pub const SUMMARY: (&str, &str) = (
    "En une phrase",
    "Qui fait quoi, pour qui\u{a0}: 200 caractères au plus.",
);
pub const ACTIVITY: (&str, &str) = (
    "Ce qu’elle fait",
    "Quelques phrases à vous, avec au moins un nombre, une date ou un nom propre.",
);
pub const PLACE: (&str, &str) = (
    "Territoire",
    "Commune, intercommunalité, département ou région\u{a0}: tapez quelques lettres et choisissez.",
);
pub const THEME: &str = "Thème principal";
pub const STATUS: &str = "Où elle en est";
pub const AUTHORITY: (&str, &str) = (
    "Collectivité",
    "Un nom de la liste, ou celui que le document donne.",
);
pub const LEVER: &str = "Levier";
pub const ACT: (&str, &str) = (
    "Ce qu’elle a fait, en une phrase",
    "Par exemple\u{a0}: «\u{a0}La Ville prête un local de 200 m².\u{a0}»",
);
pub const YEAR: (&str, &str) = ("En quelle année", "Facultatif.");
pub const DOCUMENT: (&str, &str) = (
    "Titre du document",
    "Un document de la liste, ou un autre\u{a0}: délibération, rapport, guide, article.",
);
pub const PUBLISHER: (&str, &str) = ("Qui le publie", "");
pub const DATE: (&str, &str) = (
    "Sa date",
    "Année, mois ou jour\u{a0}: 2024, 2024-03, 2024-03-15.",
);
pub const URL: (&str, &str) = ("Son adresse sur internet", "Facultatif.");
pub const WHERE: (&str, &str) = ("À quel endroit du document", "Chapitre, page.");
/// A choice that is not made yet.
pub const UNSAID: &str = "Choisissez";
/// A support that the document names no lever for.
pub const NO_LEVER: &str = "Le document ne dit pas comment elle l’a aidée";
/// Checks the form and makes the message.
pub const PREPARE: &str = "Vérifier et préparer le message";
/// Over what is made.
pub const PREPARED: &str = "Votre message est prêt";
/// Where to send it.
pub const SEND: &str = "Il n’est pas encore envoyé. Copiez-le, puis\u{a0}:";
pub const CONTACT: &str = "écrivez-nous";
pub const NO_CONTACT: &str = "Il n’est pas encore envoyé. Cette édition de la carte ne dit pas encore où écrire\u{a0}: copiez-le et gardez-le.";
pub const MESSAGE: &str = "Message";
pub const COPY: &str = "Copier le message";
pub const MAIL: &str = "Ouvrir dans votre messagerie";
pub const FILE: &str = "Télécharger la fiche (pour l’éditeur)";
/// The words of the script, by their name there. `…` stands for a value.
pub const WORDS: [(&str, &str); 32] = [
    ("erreur", "Erreur"),
    ("complement", "Complément"),
    ("proposition", "Proposition"),
    ("hello", "Bonjour,"),
    ("sheet", "Fiche"),
    ("what", "À changer ou à ajouter"),
    ("proof", "Où c’est écrit"),
    ("place", "Territoire"),
    ("summary", "En une phrase"),
    ("activity", "Ce qu’elle fait"),
    ("act", "Ce que la collectivité a fait"),
    ("document", "Document"),
    (
        "attached",
        "La fiche à vérifier est dans le fichier …, que je joins.",
    ),
    ("copied", "Message copié."),
    (
        "select",
        "Le navigateur refuse le presse-papiers\u{a0}: le message est sélectionné, copiez-le.",
    ),
    ("saved", "Fichier … téléchargé."),
    ("one", "Un champ est à revoir."),
    ("several", "… champs sont à revoir."),
    ("empty", "Ce champ est à remplir."),
    ("choose", "Choisissez une valeur."),
    (
        "noSheet",
        "Aucune fiche n’a ce nom\u{a0}: choisissez dans la liste.",
    ),
    (
        "noPlace",
        "Aucun territoire de France n’a ce nom\u{a0}: choisissez dans la liste, ou donnez le code INSEE de la commune.",
    ),
    (
        "noNames",
        "Les noms des territoires n’ont pas pu être téléchargés\u{a0}: donnez le code INSEE de la commune (29151).",
    ),
    ("long", "… caractères\u{a0}: 200 au plus."),
    (
        "vague",
        "Dites qui, combien, quand ou où\u{a0}: un nombre, une date ou un nom propre.",
    ),
    (
        "personal",
        "Retirez «\u{a0}…\u{a0}»\u{a0}: la carte ne montre ni adresse électronique ni téléphone.",
    ),
    ("year", "Une année en quatre chiffres, de 1900 à …."),
    (
        "date",
        "Une année, un mois ou un jour\u{a0}: 2024, 2024-03, 2024-03-15.",
    ),
    ("url", "Une adresse qui commence par https:// ou http://."),
    (
        "unchecked",
        "Écrite par un visiteur de la carte, à vérifier avec le document.",
    ),
    (
        "newDocument",
        "Le document n’est pas encore dans content/sources.toml. Ajoutez-y, à la fin\u{a0}:",
    ),
    (
        "lines",
        "Les numéros de lignes sont à remplacer par ceux du texte du document.",
    ),
];
