// The visitor's hand: pointer, wheel and keys, as the browser receives real ones. Each move waits until the page has it.
import { patiently } from "./patience.mjs";

const SHIFT = 8;
// The physical key, and its legacy key code.
const CODES = {
  "+": ["Equal", 187],
  "-": ["Minus", 189],
  ArrowLeft: ["ArrowLeft", 37],
  ArrowUp: ["ArrowUp", 38],
  ArrowRight: ["ArrowRight", 39],
  ArrowDown: ["ArrowDown", 40],
  Home: ["Home", 36],
  Escape: ["Escape", 27],
  Tab: ["Tab", 9],
};

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Hand {
  at = { x: 5, y: 5 };

  constructor(browser) {
    this.browser = browser;
  }

  send(name, given) {
    return patiently(this.browser.sendAndGetDevToolsCommand(`Input.${name}`, given));
  }

  mouse(type, more) {
    return this.send("dispatchMouseEvent", { type, ...this.at, pointerType: "mouse", ...more });
  }

  // Eases in and out; a throw only eases in, and is fastest at its end.
  async move(to, { steps = 6, throws = false, ...more } = {}) {
    const from = this.at;
    for (let step = 1; step <= steps; step++) {
      const part = step / steps;
      const eased = throws ? part * part : part * part * (3 - 2 * part);
      this.at = { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
      await this.mouse("mouseMoved", more);
    }
  }

  async click(to, { count = 1, shift = false } = {}) {
    await this.move(to);
    const modifiers = shift ? SHIFT : 0;
    for (let clickCount = 1; clickCount <= count; clickCount++) {
      await this.mouse("mousePressed", { button: "left", buttons: 1, clickCount, modifiers });
      await this.mouse("mouseReleased", { button: "left", clickCount, modifiers });
    }
  }

  async drag(from, to, { steps = 10, shift = false, throws = false } = {}) {
    await this.move(from);
    const held = { button: "left", modifiers: shift ? SHIFT : 0 };
    await this.mouse("mousePressed", { ...held, buttons: 1, clickCount: 1 });
    await this.move(to, { ...held, buttons: 1, steps, throws });
    await this.mouse("mouseReleased", { ...held, clickCount: 1 });
  }

  async wheel(to, deltas, rest) {
    await this.move(to, { steps: 3 });
    for (const deltaY of deltas) {
      await this.mouse("mouseWheel", { deltaX: 0, deltaY });
      await pause(rest);
    }
  }

  async key(key, { shift = false } = {}) {
    const [code, windowsVirtualKeyCode] = CODES[key];
    const stroke = { key, code, windowsVirtualKeyCode, modifiers: shift ? SHIFT : 0 };
    await this.send("dispatchKeyEvent", { ...stroke, ...(key.length === 1 ? { type: "keyDown", text: key } : { type: "rawKeyDown" }) });
    await this.send("dispatchKeyEvent", { ...stroke, type: "keyUp" });
  }
}
