// A QR code as an SVG: one path, dark squares on white in every colour scheme, with the quiet zone that readers ask for (ISO/IEC 18004).
import qrcode from "qrcode-generator";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules

// Throws where the text is too long for any code: beyond some 2,900 characters.
export function qr(text) {
  const code = qrcode(0, "M");
  code.addData(text, "Byte");
  code.make();
  const modules = code.getModuleCount();
  const side = modules + 2 * QUIET;
  let dark = "";
  for (let y = 0; y < modules; y++) {
    for (let x = 0; x < modules; x++) if (code.isDark(y, x)) dark += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  }
  const made = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const svg = made("svg", { viewBox: `0 0 ${side} ${side}`, "shape-rendering": "crispEdges", role: "img" });
  svg.append(made("rect", { width: side, height: side, fill: "#fff" }), made("path", { d: dark, fill: "#000" }));
  return svg;
}
