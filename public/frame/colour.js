// The accent colour of an embed, corrected until it is told from the page. Pure: the page « Intégrer cette carte » uses it too.

// Papers of style.css.
const PAPERS = { light: [255, 255, 255], dark: [26, 31, 35] };
// What WCAG asks of what must be told from what is around it (1.4.11).
const LEAST = 3;

export const parsed = (text) => {
  const [, ...parts] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text) ?? [];
  return parts.length === 3 ? parts.map((part) => Number.parseInt(part, 16)) : undefined;
};

const written = (rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

// Relative luminance (WCAG 2.1, G18).
const luminance = (rgb) => {
  const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

export const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

// The nearest colour that is told from the paper, and the text colour that is read on it; nothing for what is no colour.
export function corrected(text, isDark) {
  const asked = parsed(text);
  if (!asked) return undefined;
  const paper = isDark ? PAPERS.dark : PAPERS.light;
  const end = isDark ? 255 : 0;
  const at = (step) => asked.map((part) => Math.round(part + ((end - part) * step) / 50));
  let step = 0;
  while (contrast(at(step), paper) < LEAST) step++;
  const surface = at(step);
  const ink = contrast(surface, PAPERS.light) >= 4.5 ? "#ffffff" : "#000000";
  return { surface: written(surface), ink, changed: step > 0 };
}
