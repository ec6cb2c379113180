// How a frame looks: light or dark as the host asks, and its accent colour, corrected for either.
import { scheme } from "../shared/scheme.js";
import { corrected } from "./colour.js";

const root = document.documentElement;
const DARK = matchMedia("(prefers-color-scheme: dark)");
const SCHEMES = { claire: "light", sombre: "dark" };

let asked;
const isDark = () => (asked ? asked === "dark" : DARK.matches);

export async function dress(appearance) {
  asked = SCHEMES[appearance];
  if (asked) document.adoptedStyleSheets.push(await scheme(asked));
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
