//! What is read before the app and around it: in `index.html`, `rescue.js`, `widget.js` and
//! `frame.js`. The tool writes these sentences there, so the
//! app carries none of them.

use super::{Texts, en, fr};
use crate::Lang;

/// The sentences of one language.
pub struct StartTexts {
    /// Those of the screen: the name of the map.
    pub screen: &'static Texts,
    /// The map is on its way.
    pub loading: &'static str,
    /// The map has not come after some seconds; the list follows.
    pub late: &'static str,
    /// No script runs; the list follows.
    pub no_script: &'static str,
    /// Link to the list of initiatives that says more than names.
    pub list_link: &'static str,
    /// WebAssembly is missing or blocked, or refuses the program.
    pub no_wasm: &'static str,
    /// A file that the start needs did not come.
    pub no_download: &'static str,
    /// A script that the visitor asked for did not come; the map goes on.
    pub lack: &'static str,
    /// The map did not start.
    pub broken: &'static str,
    /// The map stopped.
    pub crashed: &'static str,
    /// The site was published again since this page was opened.
    pub outdated: &'static str,
    /// Announces the list, after one of the above.
    pub here_is_the_list: &'static str,
    /// Button that reloads the page.
    pub reload: &'static str,
    /// What can be typed into the box that finds.
    pub find: &'static str,
    /// Link of an embed to the map in a page of its own.
    pub open_full_page: &'static str,
    /// Link past an embed.
    pub skip_widget: &'static str,
    /// Ends the name of a link that leaves an embed.
    pub new_tab: &'static str,
    /// To the webmaster: a setting is understood in another form. Two places, « … ».
    pub understood: &'static str,
    /// To the webmaster: what `verrou` does not know. One place, « … ».
    pub no_lock: &'static str,
    /// Finds a value in a long facet; before the heading of the facet, too.
    pub find_value: &'static str,
    /// How many values are found: `{}` stands for the number.
    pub values_found: &'static str,
}

impl StartTexts {
    /// The sentences of a language.
    pub fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::Fr => &FR,
            Lang::En => &EN,
        }
    }
}

static FR: StartTexts = StartTexts {
    screen: &fr::TEXTS,
    loading: "La carte se charge…",
    late: "La carte met du temps à venir. En attendant, voici les initiatives.",
    no_script: "Ce navigateur n’exécute pas JavaScript\u{a0}: la carte ne bouge pas, et chaque repère mène à sa page. Voici les initiatives.",
    list_link: "La liste avec les lieux et les leviers",
    no_wasm: "Ce navigateur ne peut pas afficher la carte\u{a0}: WebAssembly y manque ou y est bloqué, ou le programme est arrivé abîmé. Rechargez la page\u{a0}; sinon, essayez avec un navigateur à jour.",
    no_download: "La carte n’a pas pu être téléchargée. Vérifiez votre connexion, puis rechargez la page.",
    lack: "Cette partie n’a pas pu être téléchargée. Vérifiez votre connexion, puis réessayez.",
    broken: "La carte n’a pas pu démarrer. Rechargez la page\u{a0}; si cela se reproduit, signalez-le-nous.",
    crashed: "Une erreur a arrêté la carte. Rechargez la page\u{a0}; si cela se reproduit, signalez-le-nous.",
    outdated: "La carte a été mise à jour depuis que cette page est ouverte. Rechargez la page pour continuer.",
    here_is_the_list: "Voici les initiatives.",
    reload: "Recharger la page",
    find: "Ma commune, une initiative, un mot…",
    open_full_page: "Ouvrir la carte en pleine page",
    skip_widget: "Passer la carte",
    new_tab: "(nouvel onglet)",
    understood: "le réglage « … » est compris comme « … ».",
    no_lock: "« verrou » ne connaît pas « … » : territoire, couche, ou un filtre (leviers, themes, types-collectivite, etats, tailles, formes, avancement, periodes, documents, avec).",
    find_value: "Chercher parmi les valeurs\u{a0}:",
    values_found: "Valeurs trouvées\u{a0}: {}",
};

static EN: StartTexts = StartTexts {
    screen: &en::TEXTS,
    loading: "The map is loading…",
    late: "The map is slow to come. Meanwhile, here are the initiatives.",
    no_script: "This browser does not run JavaScript: the map does not move, and each marker leads to its page. Here are the initiatives.",
    list_link: "The list with places and levers (in French)",
    no_wasm: "This browser cannot show the map: WebAssembly is missing or blocked, or the program arrived damaged. Reload the page; otherwise, try an up-to-date browser.",
    no_download: "The map could not be downloaded. Check your connection, then reload the page.",
    lack: "This part could not be downloaded. Check your connection, then try again.",
    broken: "The map could not start. Reload the page; if it happens again, let us know.",
    crashed: "An error stopped the map. Reload the page; if it happens again, let us know.",
    outdated: "The map has been updated since this page was opened. Reload the page to continue.",
    here_is_the_list: "Here are the initiatives.",
    reload: "Reload the page",
    find: "A town, an initiative, a word…",
    open_full_page: "Open the map in a full page",
    skip_widget: "Skip the map",
    new_tab: "(new tab)",
    understood: "the setting “…” is understood as “…”.",
    no_lock: "“verrou” does not know “…”: territoire, couche, or a filter (leviers, themes, types-collectivite, etats, tailles, formes, avancement, periodes, documents, avec).",
    find_value: "Find among the values:",
    values_found: "Values found: {}",
};
