// How a frame looks: light or dark as the host asks, and its accent colour, corrected for either.
import { corrected } from "./colour.js";

const root = document.documentElement;
const DARK = matchMedia("(prefers-color-scheme: dark)");
const SCHEMES = { claire: "light", sombre: "dark" };

// The tokens of style.css under :root, light and dark.
const LIGHT = /:root\s*\{[^}]*\}/;
const NIGHT = /@media[^{]*dark\)\s*\{\s*(:root\s*\{[^}]*\})/;

let asked;
const isDark = () => (asked ? asked === "dark" : DARK.matches);

// Light or dark, whatever the visitor's system prefers: those tokens once more, after all others. Read as text: in a sandbox the rules of
// a style sheet are another origin's.
export async function dress(appearance) {
  asked = SCHEMES[appearance];
  if (!asked) return;
  const text = await (await fetch(document.querySelector("link[rel=stylesheet]").href)).text();
  const [, night] = NIGHT.exec(text) ?? [];
  const [light] = LIGHT.exec(text) ?? [];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${light}${asked === "dark" ? night : ""}:root{color-scheme:${asked}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

// The accent that the address asks for. The app writes it as it is when it starts.
export function colour() {
  const accent = corrected(new URLSearchParams(location.search).get("theme-couleur") ?? "", isDark());
  const wanted = { "--accent-surface": accent?.surface ?? "", "--accent-surface-ink": accent?.ink ?? "" };
  for (const [name, value] of Object.entries(wanted)) {
    if (root.style.getPropertyValue(name) !== value) root.style.setProperty(name, value);
  }
}

export function followColour() {
  DARK.addEventListener("change", colour);
  new MutationObserver(colour).observe(root, { attributeFilter: ["style"] });
}
