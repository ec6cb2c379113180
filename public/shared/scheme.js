// Light or dark, whatever the visitor's system prefers.

// The tokens of style.css under :root, light and dark.
const LIGHT = /:root\s*\{[^}]*\}/;
const NIGHT = /@media[^{]*dark\)\s*\{\s*(:root\s*\{[^}]*\})/;

// A sheet with the tokens of a scheme, « light » or « dark », to be adopted after all others. Read as text: in a sandbox the rules of a
// style sheet are another origin's. Paper is always light.
export async function scheme(name) {
  // The map's page holds its style.
  const text = document.querySelector("style")?.textContent ?? (await (await fetch(document.querySelector("link[rel=stylesheet]").href)).text());
  const [light] = LIGHT.exec(text) ?? [];
  const [, night] = NIGHT.exec(text) ?? [];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${light}:root{color-scheme:light}${name === "dark" ? `@media screen{${night}:root{color-scheme:dark}}` : ""}`);
  return sheet;
}
