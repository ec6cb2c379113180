// The code of an embed, in each form. Pure: the page « Intégrer cette carte » shows it, the tests embed it.

const HEIGHT = "600";
const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const attributes = (all) => Object.entries(all).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");

// What stays readable in an address.
const percent = (text) => encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");

// `settings`: parameters of the map and `hauteur`, those without a value left out. `home`: the address of the map.
export function address(home, settings) {
  const inAddress = Object.entries(settings).filter(([name, value]) => name !== "hauteur" || value === "auto");
  return written(home, inAddress);
}

function written(home, parameters) {
  const query = parameters.map(([name, value]) => `${name}=${percent(value)}`).join("&");
  return query ? `${home}?${query}` : home;
}

// The height that is reserved before anything has come.
const reserved = ({ hauteur = HEIGHT }) => (/^\d+$/.test(hauteur) ? hauteur : HEIGHT);

const script = (home) => `<script async src="${escaped(home)}widget.js"></script>`;
// A link that becomes the map carries its height too: it has no attributes.
const link = (home, settings, words) => `<a class="carte-leviers" href="${escaped(written(home, Object.entries(settings)))}">${escaped(settings.titre ?? words.map)}</a>`;

const element = (home, settings, words) => `${script(home)}
<carte-leviers style="display:block;min-height:${reserved(settings)}px"${attributes(settings)}><a href="${escaped(address(home, settings))}">${escaped(words.link)}</a></carte-leviers>`;

const frame = (home, settings, words) => `<p><iframe style="display:block;width:100%;height:${reserved(settings)}px;border:0"${attributes({ src: address(home, settings), title: settings.titre ?? words.map })} loading="lazy"></iframe><a href="${escaped(address(home, settings))}">${escaped(words.full)}</a></p>`;

const wordpress = (home, settings, words) => `// functions.php
add_action('wp_enqueue_scripts', function () {
  wp_enqueue_script('carte-leviers', '${home.replaceAll("'", "%27")}widget.js', [], null, ['strategy' => 'async']);
});

<!-- article -->
<p>${link(home, settings, words)}</p>`;

const spip = (home, settings, words) => `<!-- squelette -->
${script(home)}

<!-- article -->
<p>${link(home, settings, words)}</p>`;

const plain = (home, settings, words) => `<p>${link(home, settings, words)}</p>`;

// By the id of the form.
export const FORMS = { element, cadre: frame, wordpress, drupal: element, spip, lien: plain };
