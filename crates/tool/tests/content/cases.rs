//! Broken contents: one mistake each. One line a case: it is a table.

use crate::support::Change::{self, Add, Copy, Edit, Remove, Rename};
use content::{Rule};

const JARDIN: &str = "initiatives/jardin-des-lilas.md";
const CANAL: &str = "initiatives/recyclerie-du-canal.md";
const NANTERRE: &str = "collectivites/nanterre.md";
const PLAINE: &str = "collectivites/plaine-commune.md";
const FONCIER: &str = "leviers/foncier.md";
const RECOMMENDATION: &str = "recommandations/preter-un-lieu.md";
const GLOSSARY: &str = "glossaire.toml";
const SOURCES: &str = "sources.toml";

const PROSE: &str = "Le local est petit.";

/// More words than a short sheet has.
const LONG: &str = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize";

/// A sheet that has the name of another and one of its places.
const LILAS: &str = include_str!("../fixtures/lilas.md");

/// A sheet that nobody would open.
const RIEN: &str = include_str!("../fixtures/rien.md");

/// A rule, the change that breaks it, the file where it is reported, and a text of the line where it is reported (« text·2 »
/// is the second such line).
pub type Case = (Rule, Change, &'static str, &'static str);

const FRONT_MATTER: &[Case] = &[
    (Rule::StrayFile, Add("initiatives/note.txt", "…"), "initiatives/note.txt", "…"),
    (Rule::MalformedId, Rename(CANAL, "initiatives/Canal_2.md"), "initiatives/Canal_2.md", "+++"),
    (Rule::DuplicateId, Copy(JARDIN, "initiatives/2020/jardin-des-lilas.md"), JARDIN, "+++"),
    (Rule::DuplicateId, Edit(SOURCES, "file = \"900.txt\"", "[[documents]]\nid = \"900\"\ntitle = \"T\"\npublisher = \"P\"\ndate = \"2020\""), SOURCES, "id = \"900\"·2"),
    (Rule::DuplicateSheet, Copy(JARDIN, "initiatives/un-jardin.md"), "initiatives/un-jardin.md", "name = \"Le Jardin"),
    (Rule::DuplicateSheet, Add("initiatives/lilas.md", LILAS), "initiatives/lilas.md", "name = "),
    (Rule::NoFrontMatter, Edit(CANAL, "+++\n", ""), CANAL, "name = "),
    (Rule::UnclosedFrontMatter, Edit(CANAL, "+++\n\n##", "##"), CANAL, "+++"),
    (Rule::Toml, Edit(CANAL, "name = \"Recyclerie du Canal\"", "name = \"Recyclerie du Canal"), CANAL, "name = \"Recyclerie"),
    (Rule::Toml, Edit(CANAL, "name = \"Recyclerie", "name = \"La \"vraie\" recyclerie"), CANAL, "name = "),
    (Rule::Toml, Edit(CANAL, "precision = \"epci\"", "precision = \"epci\"\nprecision = \"epci\""), CANAL, "precision = \"epci\"·2"),
    (Rule::Toml, Edit(SOURCES, "id = \"900\"", "id = 9 00"), SOURCES, "id = "),
    (Rule::UnknownField, Edit(JARDIN, "since = 2014", "sinse = 2014"), JARDIN, "sinse"),
    (Rule::UnknownField, Edit(JARDIN, "role = \"gestion du lieu\"", "roles = \"gestion\""), JARDIN, "roles ="),
    (Rule::Toml, Edit(JARDIN, "role = \"gestion du lieu\"", "rôle = \"gestion\""), JARDIN, "rôle ="),
    (Rule::UnknownField, Edit(NANTERRE, "value = 93000", "value = 93000\nnombre = 1"), NANTERRE, "nombre"),
    (Rule::MissingField, Edit(JARDIN, "name = \"Le Jardin des Lilas\"\n", ""), JARDIN, "+++"),
    (Rule::MissingField, Edit(JARDIN, "how = \"Le bailleur donne une aide chaque année.\"\n", ""), JARDIN, "[[lever_uses]]·2"),
    (Rule::MissingField, Edit(FONCIER, "law = \"Loi d'essai n° 1\"\n", ""), FONCIER, "[[legal]]"),
    (Rule::MissingField, Edit(SOURCES, "publisher = \"Réseau d'essai\"\n", ""), SOURCES, "[[documents]]"),
    (Rule::WrongType, Edit(JARDIN, "since = 2014", "since = \"2014\""), JARDIN, "since"),
    (Rule::WrongType, Edit(JARDIN, "themes = [\"cadre-de-vie\", \"lien-social\"]", "themes = \"cadre-de-vie\""), JARDIN, "themes"),
    (Rule::WrongType, Edit(JARDIN, "value = 20", "value = \"vingt\""), JARDIN, "value"),
    (Rule::WrongType, Edit(JARDIN, "value = 12.5", "value = \"12,5\""), JARDIN, "compare"),
    (Rule::MissingField, Edit(JARDIN, "compare = { value = 12.5, ", "compare = { "), JARDIN, "compare"),
    (Rule::MissingField, Edit(JARDIN, ", label = \"ailleurs\"", ""), JARDIN, "compare"),
    (Rule::WrongType, Edit(JARDIN, "where = \"Chapitre 1 « Les lieux »\"", "where = 3"), JARDIN, "where = 3"),
    (Rule::EmptyText, Edit(JARDIN, "name = \"Le Jardin des Lilas\"", "name = \" \""), JARDIN, "name = \" \""),
    (Rule::ControlCharacter, Edit(CANAL, PROSE, "Le local est\u{8} petit."), CANAL, "Le local est"),
    (Rule::ControlCharacter, Edit(JARDIN, "name = \"Le Jardin", "name = \"Le \u{1b}[31mJardin"), JARDIN, "name = \"Le \u{1b}"),
    (Rule::ControlCharacter, Edit(JARDIN, "name = \"Le Jardin", "name = \"Le \\u0000Jardin"), JARDIN, "name = \"Le \\u0000"),
    (Rule::ControlCharacter, Edit(SOURCES, "publisher = \"", "publisher = \"\\u001B"), SOURCES, "publisher"),
    (Rule::DirectionCharacter, Edit(CANAL, PROSE, "Le local est \u{202e}petit."), CANAL, "Le local est"),
    (Rule::DirectionCharacter, Edit(CANAL, PROSE, "Le local est &#x202E;petit."), CANAL, "Le local est"),
    (Rule::DirectionCharacter, Edit(GLOSSARY, "definition = \"", "definition = \"\u{2067}"), GLOSSARY, "definition"),
    (Rule::DirectionCharacter, Edit(JARDIN, "label = \"Petit", "label = \"\\u202EPetit"), JARDIN, "u202E"),
    (Rule::DirectionCharacter, Add("site.toml", "name = \"Carte\"\ndescription = \"Une \u{202a}carte.\"\nurl = \"https://carte.example.org/\"\npublisher = \"P\"\nhost = \"H\"\ncontact = \"https://a.example.org\""), "site.toml", "description"),
    (Rule::InvisibleText, Edit(JARDIN, "role = \"gestion du lieu\"", "role = \"\u{200b}\u{2060}\""), JARDIN, "role = \"\u{200b}"),
    (Rule::LongText, Edit(JARDIN, "Le Jardin des Lilas", LONG), JARDIN, "name = "),
    (Rule::RepeatedValue, Edit(JARDIN, "\"lien-social\"]", "\"lien-social\", \"lien-social\"]"), JARDIN, "themes"),
    (Rule::RepeatedValue, Edit(JARDIN, "id = \"plaine-commune\"\nrole = \"financeur\"", "id = \"plaine-commune\"\nrole = \"financeur\"\n[[authorities]]\nid = \"nanterre\"\nrole = \"pilote\""), JARDIN, "id = \"nanterre\"·2"),
];

const LISTS: &[Case] = &[
    (Rule::UnknownLever, Edit(JARDIN, "lever = \"achat-public\"", "lever = \"achat public\""), JARDIN, "lever = \"achat public\""),
    (Rule::UnknownLever, Add("leviers/don.md", include_str!("../fixtures/content/leviers/scic.md")), "leviers/don.md", "+++"),
    (Rule::UnknownTheme, Edit(JARDIN, "\"lien-social\"", "\"lien social\""), JARDIN, "themes"),
    (Rule::UnknownStatus, Edit(JARDIN, "\"en cours\"", "\"En cours\""), JARDIN, "status"),
    (Rule::UnknownLegalForm, Edit(JARDIN, "legal_form = \"association\"", "legal_form = \"asso\""), JARDIN, "legal_form"),
    (Rule::UnknownRole, Edit(JARDIN, "role = \"financeur\"", "role = \"finance\""), JARDIN, "role = \"finance\""),
    (Rule::UnknownPrecision, Edit(JARDIN, "precision = \"address\"", "precision = \"adresse\""), JARDIN, "adresse"),
    (Rule::UnknownState, Edit(JARDIN, "state = \"considered\"", "state = \"envisagé\""), JARDIN, "envisagé"),
    (Rule::UnknownCertainty, Edit(JARDIN, "certainty = \"inferred\"", "certainty = \"sûr\""), JARDIN, "sûr"),
    (Rule::UnknownGroup, Edit(RECOMMENDATION, "group = \"quartiers\"", "group = \"quartier\""), RECOMMENDATION, "group"),
    (Rule::UnknownLever, Edit(RECOMMENDATION, "levers = [\"foncier\"]", "levers = [\"fonciers\"]"), RECOMMENDATION, "levers"),
    (Rule::UnknownInitiative, Edit(RECOMMENDATION, "\"jardin-des-lilas\"", "\"jardin\""), RECOMMENDATION, "initiatives"),
    (Rule::UnknownDocument, Edit(GLOSSARY, "document = \"900\"", "document = \"901\""), GLOSSARY, "document"),
    (Rule::UnknownKind, Edit(NANTERRE, "kind = \"commune\"", "kind = \"ville\""), NANTERRE, "kind"),
];

const PLACES: &[Case] = &[
    (Rule::NoPlace, Edit(CANAL, "[[places]]\ncode = \"200057867\"\nprecision = \"epci\"\n\n[[places]]\ncountry = \"BE\"\ncity = \"Bruxelles\"\nprecision = \"commune\"\nlon = 4.3517\nlat = 50.8466\n", ""), CANAL, "+++"),
    (Rule::UnknownCode, Edit(JARDIN, "code = \"92050\"", "code = \"99999\""), JARDIN, "code = \"99999\""),
    (Rule::UnknownCode, Edit(JARDIN, "code = \"92050\"", "code = \"92000\""), JARDIN, "code = \"92000\""),
    (Rule::UnknownCode, Edit(CANAL, "code = \"200057867\"", "code = \"200057868\""), CANAL, "code"),
    (Rule::UnknownCode, Edit(NANTERRE, "code = \"92050\"", "code = \"9205\""), NANTERRE, "code"),
    (Rule::FormerCode, Edit(JARDIN, "code = \"93066\"", "code = \"93059\""), JARDIN, "93059"),
    (Rule::CodeOfOtherKind, Edit(CANAL, "precision = \"epci\"", "precision = \"commune\""), CANAL, "code = "),
    (Rule::CodeOfOtherKind, Edit(JARDIN, "code = \"92050\"", "code = \"92\""), JARDIN, "code = \"92\""),
    (Rule::CodeOfOtherKind, Edit(PLAINE, "kind = \"ept\"", "kind = \"cc\""), PLAINE, "kind"),
    (Rule::HalfCoordinates, Edit(JARDIN, "lon = 2.36\n", ""), JARDIN, "lat = 48.93"),
    (Rule::CoordinatesOutOfRange, Edit(JARDIN, "lon = 2.36", "lon = 236.0"), JARDIN, "lon"),
    (Rule::CoordinatesOutOfRange, Edit(JARDIN, "lat = 48.93", "lat = -90.5"), JARDIN, "lat"),
    (Rule::CoordinatesTooFar, Edit(JARDIN, "lon = 2.36", "lon = 3.36"), JARDIN, "lon"),
    (Rule::NeedlessCoordinates, Edit(JARDIN, "precision = \"address\"", "precision = \"commune\""), JARDIN, "lon"),
    (Rule::Abroad, Edit(CANAL, "lon = 4.3517\nlat = 50.8466\n", ""), CANAL, "country"),
    (Rule::Abroad, Edit(CANAL, "country = \"BE\"", "country = \"Belgique\""), CANAL, "country"),
    (Rule::Abroad, Edit(CANAL, "country = \"BE\"", "country = \"BE\"\ncode = \"92050\""), CANAL, "code = \"92050\""),
    (Rule::Abroad, Edit(CANAL, "precision = \"commune\"", "precision = \"region\""), CANAL, "region"),
];

const CLAIMS: &[Case] = &[
    (Rule::NoTheme, Edit(CANAL, "themes = [\"reemploi\"]", "themes = []"), CANAL, "themes"),
    (Rule::NoTheme, Edit(CANAL, "themes = [\"reemploi\"]\n", ""), CANAL, "+++"),
    (Rule::NoSource, Edit(PLAINE, "[[sources]]\ndocument = \"900\"\nwhere = \"Chapitre 2 « Les marchés »\"\nlines = [5, 7]\n", ""), PLAINE, "+++"),
    (Rule::NoSource, Edit(CANAL, "[[sources]]\ndocument = \"900\"\nwhere = \"Chapitre 2 « Les marchés »\"\nlines = [5, 7]\n", ""), CANAL, "+++"),
    (Rule::NoEvidence, Edit(CANAL, "[lever_uses.evidence]\ndocument = \"900\"\nwhere = \"Chapitre 2 « Les marchés »\"\nlines = [6, 6]\n", ""), CANAL, "[[lever_uses]]"),
    (Rule::NoEvidence, Edit(JARDIN, "[figures.source]\ndocument = \"900\"\nwhere = \"Chapitre 1 « Les lieux »\"\nlines = [2, 3]\n", ""), JARDIN, "[[figures]]"),
    (Rule::NoWhere, Edit(JARDIN, "where = \"Chapitre 1 « Les lieux »\"\n", ""), JARDIN, "[figures.source]"),
    (Rule::MalformedLines, Edit(JARDIN, "lines = [2, 3]", "lines = [2]"), JARDIN, "lines = [2]"),
    (Rule::MalformedLines, Edit(JARDIN, "lines = [2, 3]", "lines = \"2-3\""), JARDIN, "lines = \"2-3\""),
    (Rule::InvertedLines, Edit(JARDIN, "lines = [2, 3]", "lines = [3, 2]"), JARDIN, "lines = [3, 2]"),
    (Rule::UnknownDocument, Edit(JARDIN, "document = \"900\"", "document = \"90\""), JARDIN, "document = \"90\""),
    (Rule::MalformedDate, Edit(SOURCES, "2019-03", "mars 2019"), SOURCES, "date"),
    (Rule::UnknownAuthority, Edit(JARDIN, "actor = \"nanterre\"", "actor = \"nantere\""), JARDIN, "actor = \"nantere\""),
    (Rule::UnknownAuthority, Edit(CANAL, "[[lever_uses]]", "[[authorities]]\nid = \"stains\"\nrole = \"pilote\"\n\n[[lever_uses]]"), CANAL, "stains"),
    (Rule::ActorNotListed, Edit(CANAL, "actor = \"etat\"\nactor_name = \"Préfecture d'essai\"", "actor = \"nanterre\""), CANAL, "actor"),
    (Rule::NamelessActor, Edit(CANAL, "actor_name = \"Préfecture d'essai\"\n", ""), CANAL, "actor = "),
    (Rule::NamelessActor, Edit(CANAL, "actor = \"etat\"\nactor_name = \"Préfecture d'essai\"", "actor = \"collectivite\""), CANAL, "actor = "),
    (Rule::ArmOfAuthority, Edit(JARDIN, "actor = \"nanterre\"", "actor = \"nanterre\"\nfor = [\"nanterre\"]"), JARDIN, "for = "),
    (Rule::UnknownAuthority, Edit(CANAL, "actor = \"etat\"", "actor = \"autre\"\nfor = [\"stains\"]"), CANAL, "for = "),
    (Rule::UnknownCode, Edit(NANTERRE, "kind = \"commune\"\ncode = \"92050\"", "kind = \"pays-ou-syndicat-mixte\"\nwithin = [\"departement:999\"]"), NANTERRE, "within"),
    (Rule::MissingField, Edit(NANTERRE, "kind = \"commune\"\ncode = \"92050\"", "kind = \"pays-ou-syndicat-mixte\""), NANTERRE, "+++"),
    (Rule::Abroad, Edit(NANTERRE, "kind = \"commune\"\ncode = \"92050\"", "kind = \"collectivite-etrangere\"\ncountry = \"Belgique\""), NANTERRE, "country"),
    (Rule::NeedlessActorName, Edit(JARDIN, "actor = \"nanterre\"", "actor = \"nanterre\"\nactor_name = \"Service\""), JARDIN, "actor_name = \"Service\""),
    (Rule::YearOutOfRange, Edit(JARDIN, "since = 2014", "since = 214"), JARDIN, "since"),
    (Rule::YearOutOfRange, Edit(NANTERRE, "member_since = 2008", "member_since = 20008"), NANTERRE, "member_since"),
    (Rule::UndatedFigure, Edit(JARDIN, "year = 2018\n", ""), JARDIN, "[[figures]]"),
    (Rule::UndatedFigure, Edit(JARDIN, "year = 2018\n", "year = 2018\nundated = true\n"), JARDIN, "undated"),
    (Rule::UndatedStatus, Edit(JARDIN, "[[links]]", "[[sources]]\ndocument = \"910\"\nwhere = \"Page 2\"\n\n[[links]]"), JARDIN, "status = "),
    (Rule::RepeatedUnit, Edit(JARDIN, "label = \"qui jardinent", "label = \"habitants qui jardinent"), JARDIN, "habitants qui"),
    (Rule::RangeAsNumber, Edit(JARDIN, "chaque semaine\"", "chaque semaine (de 20 à 25)\""), JARDIN, "value = 20"),
    (Rule::InvertedRange, Edit(JARDIN, "value = 20", "value = 20\nto = 15"), JARDIN, "to = 15"),
    (Rule::WrongType, Edit(JARDIN, "value = 20", "value = 20\nto = \"25\""), JARDIN, "to = "),
    (Rule::NegativeAmount, Edit(JARDIN, "amount = 15000", "amount = -15000"), JARDIN, "amount"),
    (Rule::NegativeAmount, Edit(FONCIER, "value = 1.5", "value = -1.5"), FONCIER, "value"),
    (Rule::LongSummary, Edit(CANAL, "Une recyclerie", "Une recyclerie très, très, très, très, très, très, très, très, très, très, très, très, très, très, très, très, très, très, très, très, très, très, très grande"), CANAL, "summary"),
    (Rule::Email, Edit(CANAL, PROSE, "Écrivez à lea@example.org."), CANAL, "lea@"),
    (Rule::Email, Edit(JARDIN, "Fiche d'essai.", "Vu avec lea@example.org."), JARDIN, "lea@"),
    (Rule::Email, Add("glossaire.md", "# Glossaire\n\nlea@example.org"), "glossaire.md", "lea@"),
    (Rule::Phone, Edit(CANAL, PROSE, "Appelez le 01 23 45 67 89."), CANAL, "Appelez"),
    (Rule::BadLink, Edit(JARDIN, "https://regie", "javascript:regie"), JARDIN, "javascript"),
    (Rule::BadLink, Edit(JARDIN, "url = \"https://jardin", "url = \"www.jardin"), JARDIN, "www.jardin"),
    (Rule::BadLink, Edit(NANTERRE, "https://www.nanterre", "nanterre"), NANTERRE, "website"),
    (Rule::LinkWithoutLabel, Edit(JARDIN, "[son site]", "[]"), JARDIN, "[](https"),
    (Rule::LinkWithoutLabel, Edit(JARDIN, "[son site](https://regie.example.org)", "<https://regie.example.org>"), JARDIN, "<https"),
    (Rule::LinkWithoutLabel, Edit(JARDIN, "[son site](https://regie.example.org)", "https://regie.example.org"), JARDIN, "(https"),
    (Rule::LinkWithoutLabel, Edit(JARDIN, "label = \"Site de l'association\"\n", ""), JARDIN, "[[links]]"),
];

const BODY: &[Case] = &[
    (Rule::UnknownHeading, Edit(CANAL, "## Freins", "## Frein"), CANAL, "## Frein"),
    (Rule::HeadingOfOtherSheet, Edit(CANAL, "## Freins", "## Politique"), CANAL, "## Politique"),
    (Rule::HeadingOrder, Edit(JARDIN, "## Contexte", "## Freins"), JARDIN, "## Partenaires"),
    (Rule::RepeatedHeading, Edit(JARDIN, "## Partenaires", "## Contexte"), JARDIN, "## Contexte·2"),
    (Rule::EmptySection, Edit(CANAL, "Le local est petit.\n\nIl a 40 m².", ""), CANAL, "## Freins"),
    (Rule::EmptySection, Edit(JARDIN, "## Partenaires", "## Transversalité\n\n## Partenaires"), JARDIN, "## Transversalité"),
    (Rule::TextOutsideSections, Edit(CANAL, "## Freins", "Du texte.\n\n## Freins"), CANAL, "Du texte."),
    (Rule::SectionWithoutFact, Edit(CANAL, "Il a 40 m².", "Il faudrait un lieu plus grand."), CANAL, "## Freins"),
    (Rule::SectionWithoutFact, Edit(NANTERRE, "deux terrains", "des terrains"), NANTERRE, "## Actions"),
    (Rule::BreakingSpace, Edit(CANAL, PROSE, "Le local est petit ; il est cher : on le garde."), CANAL, "il est cher"),
    (Rule::BreakingSpace, Edit(CANAL, PROSE, "Le local est\n« petit »."), CANAL, "« petit"),
    (Rule::BreakingSpace, Edit(JARDIN, "label = \"Site de", "label = \"Le site ! De"), JARDIN, "Le site !"),
    (Rule::BreakingSpace, Edit(GLOSSARY, "Une entreprise", "Une « entreprise »"), GLOSSARY, "definition"),
    (Rule::BreakingSpace, Edit(SOURCES, "publisher = \"Réseau", "publisher = \"Réseau : un"), SOURCES, "publisher"),
    (Rule::BreakingSpace, Add("pages/essai.md", "+++\ntitle = \"T\"\ndescription = \"D\"\n+++\n\n## Pourquoi ?\n\nUne page.\n"), "pages/essai.md", "## Pourquoi"),
    (Rule::Html, Edit(CANAL, PROSE, "Le local est <b>petit</b>."), CANAL, "<b>"),
    (Rule::Html, Edit(CANAL, PROSE, "<div onclick=\"x\">\nLe local\n</div>\n\nest petit."), CANAL, "<div"),
    (Rule::UnsupportedMark, Edit(CANAL, "## Freins", "## Freins\n\n### Détail\n"), CANAL, "### Détail"),
    (Rule::UnsupportedMark, Edit(CANAL, PROSE, "Le local ![photo](https://a.example.org/b.png)."), CANAL, "![photo]"),
    (Rule::UnsupportedMark, Edit(CANAL, PROSE, "| a | b |\n|---|---|\n| 1 | 2 |\n\nFin."), CANAL, "| a | b |"),
    (Rule::UnsupportedMark, Edit(CANAL, PROSE, "1. Un.\n   - Deux."), CANAL, "   - Deux."),
    (Rule::UnsupportedMark, Edit(CANAL, PROSE, "- Un.\n  - Deux."), CANAL, "  - Deux."),
    (Rule::UnsupportedMark, Edit(CANAL, PROSE, "Le local est *petit*."), CANAL, "*petit*"),
    (Rule::UnsupportedMark, Edit(CANAL, PROSE, "> Le local est petit."), CANAL, "> Le local"),
    (Rule::UnsupportedMark, Edit(CANAL, PROSE, "Le `local` est petit."), CANAL, "`local`"),
    (Rule::UnsupportedMark, Edit(CANAL, PROSE, "Petit.\n\n***\n\nTrès."), CANAL, "***"),
];

const COLLECTION: &[Case] = &[
    (Rule::MissingLever, Remove(FONCIER), FONCIER, ""),
    (Rule::SiteUrl, Add("site.toml", "name = \"Carte\"\ndescription = \"Une carte.\"\nurl = \"https://carte.example.org\"\npublisher = \"P\"\nhost = \"H\"\ncontact = \"https://a.example.org\""), "site.toml", "url ="),
    (Rule::SiteBackground, Add("site.toml", "name = \"Carte\"\ndescription = \"Une carte.\"\nurl = \"https://carte.example.org/\"\npublisher = \"P\"\nhost = \"H\"\ncontact = \"https://a.example.org\"\n\n[background]\nname = \"Plan\"\nattribution = \"A\"\nurl = \"https://tuiles.example.org/{z}/{x}.png\""), "site.toml", "url = \"https://tuiles"),
    (Rule::SiteBackground, Add("site.toml", "name = \"Carte\"\ndescription = \"Une carte.\"\nurl = \"https://carte.example.org/\"\npublisher = \"P\"\nhost = \"H\"\ncontact = \"https://a.example.org\"\n\n[background]\nname = \"Plan\"\nattribution = \"A\"\nurl = \"http://tuiles.example.org/{z}/{x}/{y}.png\""), "site.toml", "url = \"http://tuiles"),
    (Rule::SiteBackground, Add("site.toml", "name = \"Carte\"\ndescription = \"Une carte.\"\nurl = \"https://carte.example.org/\"\npublisher = \"P\"\nhost = \"H\"\ncontact = \"https://a.example.org\"\n\n[background]\nname = \"Plan\"\nattribution = \"A\"\nurl = \"https://tuiles.example.org/{z}/{x}/{y}.png\"\nmax_zoom = 40"), "site.toml", "max_zoom"),
    (Rule::SiteLook, Add("site.toml", "name = \"Carte\"\ndescription = \"Une carte.\"\nurl = \"https://carte.example.org/\"\npublisher = \"P\"\nhost = \"H\"\ncontact = \"https://a.example.org\"\nstart = \"leviers=cheval\""), "site.toml", "start ="),
    (Rule::SiteLook, Add("site.toml", "name = \"Carte\"\ndescription = \"Une carte.\"\nurl = \"https://carte.example.org/\"\npublisher = \"P\"\nhost = \"H\"\ncontact = \"https://a.example.org\"\nlogo = \"logo.png\""), "site.toml", "logo ="),
    (Rule::SiteLook, Add("site.toml", "name = \"Carte\"\ndescription = \"Une carte.\"\nurl = \"https://carte.example.org/\"\npublisher = \"P\"\nhost = \"H\"\ncontact = \"https://a.example.org\"\n\n[colours]\naccent = \"#ffe000\""), "site.toml", "accent ="),
    (Rule::Audit, Add("audit.toml", "standard = \"RGAA 4.1.2\"\ndate = \"mai 2026\"\nauditor = \"nous\""), "audit.toml", "standard ="),
    (Rule::SiteIncomplete, Add("site.toml", "name = \"Carte\"\ndescription = \"Une carte.\"\nurl = \"https://carte.example.org/\"\npublisher = \"P\"\nhost = \"H\""), "site.toml", "name ="),
    (Rule::UnusedAuthority, Copy(NANTERRE, "collectivites/autre.md"), "collectivites/autre.md", "+++"),
    (Rule::Unreadable, Remove(SOURCES), SOURCES, ""),
    (Rule::ShortSheet, Edit(JARDIN, "thin = true\n", ""), JARDIN, "name = \"Le Jardin"),
    (Rule::ShortSheet, Edit(CANAL, PROSE, LONG), CANAL, "name = \"Recyclerie"),
    (Rule::NothingToOpen, Add("initiatives/rien.md", RIEN), "initiatives/rien.md", "name = "),
    (Rule::AcronymCase, Edit(CANAL, PROSE, "Le local de la Scic est petit."), CANAL, "Scic est"),
    (Rule::AcronymCase, Edit(GLOSSARY, "Une entreprise", "Une Scic est une entreprise"), GLOSSARY, "definition"),
    (Rule::RecommendationNumber, Edit(RECOMMENDATION, "number = 1", "number = 0"), RECOMMENDATION, "number"),
    (Rule::RecommendationNumber, Edit(RECOMMENDATION, "number = 1", "number = 2"), RECOMMENDATION, "+++"),
    (Rule::RecommendationNumber, Copy(RECOMMENDATION, "recommandations/une-autre.md"), "recommandations/une-autre.md", "+++"),
    (Rule::UnknownAcronym, Edit(CANAL, PROSE, "Le local de la SCI est petit."), CANAL, "SCI est"),
    (Rule::UnknownAcronym, Edit(CANAL, "name = \"Recyclerie", "name = \"ABC Recyclerie"), CANAL, "name ="),
    (Rule::RepeatedTerm, Edit(GLOSSARY, "[[terms]]", "[[terms]]\nacronym = \"SCIC\"\nexpansion = \"a\"\ndefinition = \"b\"\n[[terms]]"), GLOSSARY, "acronym·2"),
    (Rule::UnusedTerm, Edit(GLOSSARY, "[[terms]]", "[[terms]]\nacronym = \"ZZZ\"\nexpansion = \"a\"\ndefinition = \"b\"\n[[terms]]"), GLOSSARY, "ZZZ"),
    (Rule::UnknownAcronym, Edit(SOURCES, "publisher = \"Réseau d'essai\"", "publisher = \"ABC\""), SOURCES, "publisher"),
    (Rule::UnknownAcronym, Add("pages/essai.md", "+++\ntitle = \"T\"\ndescription = \"D\"\n+++\n\n## A\n\nUne SCI.\n"), "pages/essai.md", "Une SCI"),
    (Rule::Copied, Add("pages/essai.md", "+++\ntitle = \"T\"\ndescription = \"D\"\n+++\n\n## A\n\nLa commune met gratuitement un terrain à la disposition.\n"), "pages/essai.md", "La commune"),
    (Rule::Copied, Edit(RECOMMENDATION, "Un lieu fait naître", "La commune met gratuitement un terrain à la disposition, et"), RECOMMENDATION, "La commune met"),
    (Rule::Copied, Edit(GLOSSARY, "Une entreprise", "La commune met gratuitement un terrain à la disposition"), GLOSSARY, "definition"),
    (Rule::NoSource, Edit(RECOMMENDATION, "[[sources]]\ndocument = \"900\"\nwhere = \"Annexe\"\nlines = [8, 8]\n", ""), RECOMMENDATION, "+++"),
    (Rule::NoLines, Edit(JARDIN, "lines = [2, 3]\n", ""), JARDIN, "document = \"900\""),
    (Rule::LinesOutOfDocument, Edit(JARDIN, "lines = [2, 3]", "lines = [2, 300]"), JARDIN, "document = \"900\""),
    (Rule::Copied, Edit(CANAL, PROSE, "Ici,\nla commune met gratuitement un terrain à la disposition d'une régie."), CANAL, "la commune met"),
    (Rule::Copied, Edit(CANAL, "L'État refuse d'entrer au capital.", "La Commune met gratuitement un terrain, à la disposition."), CANAL, "how = "),
];

/// Changes that are right: nothing is reported.
pub const SOUND: &[Change] = &[
    Edit(CANAL, "## Freins", "## Ce que fait l’initiative\n\nElle répare 40 vélos.\n\n## Freins"),
    Edit(CANAL, PROSE, "Le guide dit : « La commune met gratuitement un terrain à la disposition des habitants du quartier. »"),
    Edit(CANAL, PROSE, "L’AMAPI et la SCIC ont un petit local, en 3D, au XIXe siècle."),
    Edit(CANAL, PROSE, "1. Un.\n2. Deux."),
    Edit(GLOSSARY, "names = [", "names = [\"Scic\", "),
    Edit(CANAL, "Il a 40 m².", "Il en faudrait un autre, avec Emmaüs."),
    Edit(JARDIN, "value = 20", "value = 20\nto = 25"),
    Edit(JARDIN, "year = 2018\n", "undated = true\n"),
    Edit(JARDIN, "status = \"en cours\"", "status = \"en cours\"\nstatus_year = 2019"),
    Remove(GLOSSARY),
    Edit(CANAL, "state = \"declined\"", "state = \"used\""),
    Edit(CANAL, "themes", "# un commentaire\nthemes"),
    Edit(JARDIN, "amount = 15000", "amount = 15_000"),
    Edit(JARDIN, "value = 20", "value = 1e3"),
    Edit(JARDIN, "[son site](https://regie.example.org)", "[**leur** site](http://regie.example.org?a=b_c_d)"),
    Edit(CANAL, PROSE, "* Un,\n\n  et un second paragraphe.\n* Deux & trois."),
    Edit(JARDIN, "code = \"92050\"", "code = \"75118\""),
    Edit(JARDIN, "lines = [2, 3]", "lines = [3, 3]"),
    Edit(CANAL, PROSE, "Siren 200 057 867, 1 234 567 890 euros, de 2016 à 2018."),
];

/// Every case.
pub fn cases() -> impl Iterator<Item = &'static Case> {
    [FRONT_MATTER, LISTS, PLACES, CLAIMS, BODY, COLLECTION].into_iter().flatten()
}
