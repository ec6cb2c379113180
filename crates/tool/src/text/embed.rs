//! The sentences of « Intégrer cette carte » and of the page that verifies an embed.

/// Title and description of « Intégrer cette carte ».
pub const PAGE: (&str, &str) = (
    "Intégrer cette carte",
    "La carte dans le site de votre collectivité ou de votre réseau\u{a0}: choisissez, regardez, copiez le code.",
);
/// What the page is for.
pub const LEAD: &str = "Choisissez ce que la carte montre, regardez-la telle que vos visiteurs la verront, puis copiez le code dans votre site. Il n’y a ni compte à créer, ni clé à demander.";
/// Without script.
pub const NO_SCRIPT: &str = "Cette page a besoin de JavaScript. Sans lui, le guide donne les mêmes codes\u{a0}: docs/EMBED.md, dans les sources de la carte.";
/// Headings of the parts.
pub const SETTINGS: &str = "Ce que montre la carte";
pub const LOOK: &str = "Comment elle se présente";
pub const PREVIEW: &str = "Aperçu";
pub const CODE: &str = "Le code à copier";
pub const DUTIES: &str = "Pour vos registres et vos déclarations";
/// Labels of the fields, and what is said under them.
pub const TERRITORY: (&str, &str) = (
    "Territoire",
    "Tapez quelques lettres et choisissez, ou donnez un code INSEE de commune (93066) ou un SIREN. Vide\u{a0}: toute la France.",
);
pub const LEVERS: &str = "Leviers (aucun coché\u{a0}: tous)";
pub const THEMES: &str = "Thèmes (aucun coché\u{a0}: tous)";
pub const LOCKS: &str = "Ce que le visiteur ne peut pas changer";
pub const LOCK_TERRITORY: &str = "Le territoire";
pub const LOCK_LEVERS: &str = "Les leviers";
pub const TITLE: (&str, &str) = (
    "Titre",
    "Il est affiché au-dessus de la liste, et il nomme le cadre pour les lecteurs d’écran.",
);
pub const LAYOUT: &str = "Disposition";
pub const LAYOUTS: [(&str, &str); 3] = [
    ("", "Carte et liste"),
    ("carte", "Carte, la liste à un bouton"),
    ("liste", "Liste seule"),
];
pub const HEIGHT: (&str, &str) = (
    "Hauteur, en pixels",
    "De 200 à 4000. «\u{a0}auto\u{a0}»\u{a0}: celle du contenu.",
);
pub const COLOUR: (&str, &str) = (
    "Couleur d’accent",
    "Comme #0b6e4f. Vide\u{a0}: celle de la carte.",
);
pub const LANGUAGE: &str = "Langue";
pub const LANGUAGES: [(&str, &str); 2] = [("", "Français"), ("en", "English")];
pub const APPEARANCE: &str = "Apparence";
pub const APPEARANCES: [(&str, &str); 3] = [
    ("", "Comme le préfère le visiteur"),
    ("claire", "Claire"),
    ("sombre", "Sombre"),
];
/// The forms of the code: id, name, when to use it.
pub const FORMS: [(&str, &str, &str); 6] = [
    (
        "element",
        "Élément et script",
        "La forme la plus complète\u{a0}: hauteur réservée, réglages qui changent sans rechargement, lien d’évitement. Il faut pouvoir écrire du HTML et un script.",
    ),
    (
        "cadre",
        "Cadre (iframe)",
        "Sans script dans votre page. Les mêmes réglages, dans l’adresse.",
    ),
    (
        "wordpress",
        "WordPress",
        "Une fois, dans le thème ou une extension\u{a0}; ensuite un simple lien suffit, même pour un auteur qui ne peut publier ni script ni cadre.",
    ),
    (
        "drupal",
        "Drupal",
        "Dans un bloc au format «\u{a0}HTML complet\u{a0}».",
    ),
    (
        "spip",
        "SPIP",
        "Le script une fois dans le squelette\u{a0}; le lien dans un article.",
    ),
    (
        "lien",
        "Lien simple",
        "Partout où l’on peut écrire un lien. Là où le script est chargé, ce lien devient la carte.",
    ),
];
/// The button of a form.
pub const COPY: &str = "Copier le code";
/// Stands for the name of the map in these sentences.
pub const MAP: &str = "{carte}";
/// What goes into the register of processing and into the statement of accessibility.
pub const REGISTER: (&str, &str) = (
    "Note pour le registre des traitements",
    "La carte intégrée ne dépose aucun cookie, n’enregistre rien dans le navigateur, n’envoie rien de ce que fait le visiteur et ne demande rien à d’autres sites. Elle ne lit de notre page que les réglages de son élément. Comme pour toute page, le serveur qui l’héberge reçoit l’adresse réseau du visiteur. Aucun consentement n’est à demander pour l’afficher.",
);
pub const STATEMENT: (&str, &str) = (
    "Phrase pour la déclaration d’accessibilité",
    "Cette page contient une carte éditée par un tiers, «\u{a0}{carte}\u{a0}»\u{a0}: tout ce qu’elle montre est aussi dans sa liste, utilisable au clavier et par un lecteur d’écran. Sa propre déclaration d’accessibilité est publiée à l’adresse de la carte.",
);
/// The link to the page that verifies an embed, and what it does.
pub const VERIFY: (&str, &str) = (
    "Vérifier l’intégration sur votre site",
    "Ajoutez un moment l’attribut «\u{a0}verification\u{a0}» à l’élément\u{a0}: à la place de la carte, une page dit point par point ce qui va et ce qui est à corriger.",
);
/// The words of the script of « Intégrer cette carte ».
pub const WORDS: [(&str, &str); 9] = [
    ("copied", "Code copié."),
    (
        "select",
        "Le navigateur refuse le presse-papiers\u{a0}: le code est sélectionné, copiez-le.",
    ),
    (
        "unknown",
        "Aucun territoire ne porte ce nom ou ce code\u{a0}: la carte montre toute la France.",
    ),
    ("colourKept", "Contraste suffisant."),
    (
        "colourCorrected",
        "Trop peu de contraste avec la page\u{a0}: la carte emploiera …",
    ),
    ("colourWrong", "Une couleur s’écrit #rrggbb, comme #0b6e4f."),
    ("full", "Ouvrir la carte en pleine page"),
    ("link", "Voir la carte"),
    ("map", MAP),
];

/// Title and description of the page that verifies.
pub const VERIFICATION: (&str, &str) = (
    "Vérifier une intégration",
    "À intégrer un moment à la place de la carte\u{a0}: ce qui va, et ce qui est à corriger.",
);
/// The page in both languages: heading, what it does, the verdicts, the count, the button that tries the keyboard.
pub const VERIFICATION_WORDS: [(&str, &str, &str); 10] = [
    (
        "title",
        "Vérification de l’intégration",
        "Check of the embed",
    ),
    (
        "lead",
        "Cette page tient la place de la carte. Chaque point est bon, ou dit comment le corriger.",
        "This page stands in for the map. Each point is good, or says how to mend it.",
    ),
    ("good", "Bon", "Good"),
    ("wrong", "À corriger", "To mend"),
    ("look", "À vérifier à la main", "To check by hand"),
    ("running", "Vérification…", "Checking…"),
    (
        "done",
        "… points bons, … à corriger, … à vérifier à la main.",
        "… points good, … to mend, … to check by hand.",
    ),
    (
        "key",
        "Cliquez ici, puis appuyez sur Tab jusqu’à sortir du cadre",
        "Click here, then press Tab until you leave the frame",
    ),
    (
        "map",
        "Ouvrir la carte avec ces réglages",
        "Open the map with these settings",
    ),
    (
        "noScript",
        "Aucun script ne s’exécute dans ce cadre\u{a0}: s’il a un attribut sandbox, ajoutez-y allow-scripts.",
        "No script runs in this frame: if it has a sandbox attribute, add allow-scripts to it.",
    ),
];
/// The points: id; in French, then in English, what it is, what is good, what to do.
pub const POINTS: [(&str, [&str; 3], [&str; 3]); 15] = [
    (
        "frame",
        [
            "Intégration",
            "Cette page est dans une page d’un autre site.",
            "Cette page n’est pas dans un cadre\u{a0}: intégrez-la à la place de la carte, avec l’attribut «\u{a0}verification\u{a0}» de l’élément ou l’adresse de cette page dans le cadre.",
        ],
        [
            "Embed",
            "This page stands in a page of another site.",
            "This page is not in a frame: embed it in place of the map, by the attribute “verification” of the element or with the address of this page in the iframe.",
        ],
    ),
    (
        "form",
        [
            "Forme",
            "L’élément <carte-leviers> répond, version 2 du contrat.",
            "Aucun élément <carte-leviers> ne répond\u{a0}: c’est un cadre seul, ou un script ancien. Un cadre seul convient\u{a0}; gardez le lien vers la pleine page à côté de lui.",
        ],
        [
            "Form",
            "The element <carte-leviers> answers, version 2 of the contract.",
            "No element <carte-leviers> answers: it is a plain iframe, or an old script. A plain iframe is fine; keep the link to the full page beside it.",
        ],
    ),
    (
        "title",
        [
            "Nom du cadre",
            "Le cadre a un nom\u{a0}: «\u{a0}…\u{a0}».",
            "Regardez dans votre page que le cadre a un attribut title qui dit ce que montre la carte (RGAA 2.1).",
        ],
        [
            "Name of the frame",
            "The frame has a name: “…”.",
            "See in your page that the iframe has a title attribute that says what the map shows (WCAG 4.1.2).",
        ],
    ),
    (
        "policy",
        [
            "Politique de sécurité (CSP)",
            "Votre page laisse afficher le cadre, et le navigateur laisse le cadre exécuter la carte.",
            "Le cadre ne peut pas exécuter WebAssembly\u{a0}: un intermédiaire change sa politique. Elle doit garder script-src 'self' 'wasm-unsafe-eval'.",
        ],
        [
            "Security policy (CSP)",
            "Your page lets the frame show, and the browser lets the frame run the map.",
            "The frame cannot run WebAssembly: something between changes its policy. It must keep script-src 'self' 'wasm-unsafe-eval'.",
        ],
    ),
    (
        "mixed",
        [
            "HTTPS",
            "La carte vient par une adresse sûre, ou de cette machine.",
            "La carte est demandée en http\u{a0}: dans une page https, le navigateur la refuse. Écrivez https dans le code.",
        ],
        [
            "HTTPS",
            "The map comes by a secure address, or from this machine.",
            "The map is asked for over http: in an https page the browser refuses it. Write https in the code.",
        ],
    ),
    (
        "sandbox",
        [
            "Attribut sandbox",
            "Le cadre n’interdit rien dont la carte ait besoin.",
            "Le cadre est isolé (sandbox)\u{a0}: la carte marche, sans liens vers d’autres pages ni téléchargements. Pour les avoir, ajoutez allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads.",
        ],
        [
            "Attribute sandbox",
            "The frame forbids nothing that the map needs.",
            "The frame is sandboxed: the map works, without links to other pages or downloads. To have them, add allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads.",
        ],
    ),
    (
        "cors",
        [
            "Accès des autres origines (CORS)",
            "Le serveur de la carte envoie Access-Control-Allow-Origin.",
            "Le serveur de la carte doit envoyer Access-Control-Allow-Origin: * avec tous ses fichiers\u{a0}; les fichiers du dossier deploy/ le font.",
        ],
        [
            "Access from other origins (CORS)",
            "The server of the map sends Access-Control-Allow-Origin.",
            "The server of the map must send Access-Control-Allow-Origin: * with all its files; those of deploy/ do.",
        ],
    ),
    (
        "cache",
        [
            "Cache",
            "Les pages sont revalidées à chaque visite, les fichiers nommés d’après leur contenu sont gardés.",
            "Le serveur de la carte doit envoyer Cache-Control: no-cache avec les pages, et immutable avec les fichiers nommés d’après leur contenu (deploy/).",
        ],
        [
            "Caching",
            "Pages are asked for again at each visit, files named after their content are kept.",
            "The server of the map must send Cache-Control: no-cache with pages, and immutable with files named after their content (deploy/).",
        ],
    ),
    (
        "types",
        [
            "Types et fichiers absents",
            "WebAssembly a son type, et ce qui manque est 404.",
            "Le serveur de la carte doit donner aux fichiers .wasm le type application/wasm, et répondre 404 pour ce qui manque, jamais par une page d’accueil.",
        ],
        [
            "Types and missing files",
            "WebAssembly has its type, and what is missing is 404.",
            "The server of the map must give .wasm files the type application/wasm, and answer 404 for what is missing, never a home page.",
        ],
    ),
    (
        "storage",
        [
            "Cookies et stockage",
            "Rien n’est déposé ni enregistré\u{a0}; que le navigateur le permette ou non ne change rien.",
            "Quelque chose de cette origine est enregistré dans le navigateur\u{a0}: un autre site partage l’adresse de la carte.",
        ],
        [
            "Cookies and storage",
            "Nothing is stored; whether the browser would allow it changes nothing.",
            "Something of this origin is stored in the browser: another site shares the address of the map.",
        ],
    ),
    (
        "width",
        [
            "Largeur",
            "Le cadre a … pixels de large\u{a0}: la carte s’y dispose.",
            "Le cadre a … pixels de large, moins que 280\u{a0}: donnez-lui width: 100 % et retirez ce qui le rétrécit.",
        ],
        [
            "Width",
            "The frame is … pixels wide: the map has a layout for it.",
            "The frame is … pixels wide, less than 280: give it width: 100% and take away what narrows it.",
        ],
    ),
    (
        "height",
        [
            "Hauteur",
            "Le cadre a … pixels de haut.",
            "Le cadre a … pixels de haut\u{a0}: une règle de votre site l’écrase. Écrivez la hauteur dans l’attribut hauteur, ou dans le style du cadre.",
        ],
        [
            "Height",
            "The frame is … pixels high.",
            "The frame is … pixels high: a rule of your site overrides it. Write the height in the attribute hauteur, or in the style of the iframe.",
        ],
    ),
    (
        "messages",
        [
            "Hauteur automatique",
            "Votre page suit la hauteur que le cadre demande.",
            "Votre page garde sa hauteur, et c’est bien ainsi si vous l’avez choisie. Pour qu’elle suive le contenu\u{a0}: hauteur=\"auto\" sur l’élément, ou hauteur=auto dans l’adresse et un script qui écoute «\u{a0}carte-leviers:hauteur\u{a0}».",
        ],
        [
            "Automatic height",
            "Your page follows the height that the frame asks for.",
            "Your page keeps its height, which is right if you chose it. To follow the content: hauteur=\"auto\" on the element, or hauteur=auto in the address and a script that listens to “carte-leviers:hauteur”.",
        ],
    ),
    (
        "keyboard",
        [
            "Clavier",
            "Le clavier entre dans le cadre et en sort.",
            "Essayez avec le bouton ci-dessous. Si le clavier n’entre pas, un tabindex=\"-1\" ou inert de votre page l’en empêche.",
        ],
        [
            "Keyboard",
            "The keyboard enters the frame and leaves it.",
            "Try with the button below. If the keyboard does not enter, a tabindex=\"-1\" or inert of your page prevents it.",
        ],
    ),
    (
        "contrast",
        [
            "Contraste de la couleur",
            "La couleur d’accent se distingue de la page.",
            "La couleur demandée se distingue trop peu de la page\u{a0}: la carte emploie …",
        ],
        [
            "Contrast of the colour",
            "The accent colour is told from the page.",
            "The colour asked for is too close to the page: the map uses …",
        ],
    ),
];
