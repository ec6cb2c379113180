// A real screen reader, Orca in French, before a real browser, on a screen and a session of their own, driven by the keyboard alone.
// What would be spoken is written down (speech.mjs).
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const SPEECH = resolve(import.meta.dirname, "speech.mjs");
const [WIDTH, HEIGHT] = [1400, 900];
// How often one looks, and how long nothing may be said before all has been said, in milliseconds.
const LOOK_MS = 50;
const QUIET_MS = 900;
const PATIENCE_MS = 60_000; // a busy machine

const PREFERENCES = {
  "accessibility.force_disabled": -1,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.translations.enable": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "intl.accept_languages": "fr,en",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "termsofuse.bypassNotification": true,
};

// How each browser begins with a page, and how its windows are called.
const BROWSERS = {
  firefox: (home, url) => {
    const profile = join(home, "firefox");
    mkdirSync(profile);
    writeFileSync(join(profile, "user.js"), Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`).join(""));
    return { command: [process.env.FIREFOX ?? "firefox-esr", "--no-remote", "--profile", profile, "--width", WIDTH, "--height", HEIGHT, url], title: "Mozilla Firefox" };
  },
  chromium: (home, url) => ({
    command: [process.env.CHROMIUM ?? "chromium", "--no-sandbox", "--no-first-run", "--no-default-browser-check", "--force-renderer-accessibility=complete", "--lang=fr-FR", `--user-data-dir=${home}/chromium`, "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-features=Translate", "--password-store=basic", `--window-size=${WIDTH},${HEIGHT}`, "--window-position=0,0", url],
    title: "Chromium",
  }),
};

const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));

async function until(look, what, patience = PATIENCE_MS) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found;
    await pause(LOOK_MS);
  }
  throw new Error(`${what} never came`);
}

export class Session {
  // `browser`: firefox or chromium.
  static async begin(browser, url) {
    const session = new Session();
    // Nothing of it survives a test that is stopped.
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
    process.once("exit", () => session.end());
    try {
      await session.#begin(browser, url);
      return session;
    } catch (error) {
      session.end();
      throw error;
    }
  }

  async #begin(browser, url) {
    this.home = mkdtempSync(join(tmpdir(), "heard-"));
    this.log = join(this.home, "spoken");
    this.read = 0;
    writeFileSync(this.log, "");
    const run = join(this.home, "run");
    mkdirSync(run, { mode: 0o700 });
    const { PATH } = process.env;
    this.env = { PATH, HOME: this.home, XDG_RUNTIME_DIR: run, LANG: "fr_FR.UTF-8", LC_ALL: "fr_FR.UTF-8", LANGUAGE: "fr", GSETTINGS_BACKEND: "keyfile", GTK_MODULES: "gail:atk-bridge", NO_AT_BRIDGE: "0", GNOME_ACCESSIBILITY: "1", XDG_SESSION_TYPE: "x11", SPOKEN: this.log };
    await this.#screen();
    await this.#bus();
    this.#spawn("openbox");
    this.#voice();
    this.#spawn("/usr/libexec/at-spi-bus-launcher", "--launch-immediately", "--a11y=1", "--screen-reader=1");
    const share = join(this.home, ".local/share/orca");
    mkdirSync(share, { recursive: true });
    writeFileSync(join(share, "orca-customizations.py"), "import orca.settings\norca.settings.enableKeyEcho = False\norca.settings.enableBraille = False\n");
    this.#spawn("orca", "--disable=braille");
    await until(() => this.#lines().length > 0, "the voice of Orca");
    const { command, title } = BROWSERS[browser](this.home, url);
    this.#spawn(...command);
    const window = await until(() => this.#ask("search", "--onlyvisible", "--name", title).split("\n").at(-1), "the window of the browser");
    await until(() => {
      this.#ask("windowactivate", window);
      return this.#ask("getactivewindow") === window;
    }, "the keyboard in the browser");
  }

  // A screen that no other session has: the server itself chooses its number.
  async #screen() {
    const numbers = join(this.home, "display");
    const out = openSync(numbers, "w");
    this.#spawnWith({ stdio: ["ignore", "ignore", "ignore", out] }, "Xvfb", "-displayfd", "3", "-screen", "0", `${WIDTH}x${HEIGHT}x24`, "-nolisten", "tcp");
    const number = await until(() => readFileSync(numbers, "utf8").trim(), "a screen");
    this.env.DISPLAY = `:${number}`;
  }

  async #bus() {
    const address = join(this.home, "bus");
    this.#spawnWith({ stdio: ["ignore", openSync(address, "w"), "ignore"] }, "dbus-daemon", "--session", "--print-address", "--nofork");
    this.env.DBUS_SESSION_BUS_ADDRESS = await until(() => readFileSync(address, "utf8").trim(), "a bus");
  }

  #voice() {
    const folder = join(this.home, ".config/speech-dispatcher");
    mkdirSync(join(folder, "modules"), { recursive: true });
    writeFileSync(join(folder, "speechd.conf"), `LogLevel 1\nLogDir "default"\nDefaultLanguage "fr"\nTimeout 0\nAddModule "silence" "${SPEECH}" ""\nDefaultModule silence\nAudioOutputMethod "alsa"\n`);
    this.#spawn("speech-dispatcher", "-s", "-C", folder, "-t", "0");
  }

  #spawn(...command) {
    this.#spawnWith({ stdio: "ignore" }, ...command);
  }

  #spawnWith(options, name, ...given) {
    const child = spawn(name, given.map(String), { env: this.env, detached: true, ...options });
    child.on("error", (error) => console.error(`${name}: ${error.message}`));
  }

  #ask(...given) {
    try {
      return execFileSync("xdotool", given, { env: this.env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch {
      return "";
    }
  }

  #lines() {
    return readFileSync(this.log, "utf8").split("\n").filter(Boolean);
  }

  // What was said since the last time, once nothing more is said for a while.
  async heard({ quiet = QUIET_MS, patience = 12_000 } = {}) {
    const end = Date.now() + patience;
    let [count, since] = [this.#lines().length, Date.now()];
    while (Date.now() < end && Date.now() - since < quiet) {
      await pause(LOOK_MS);
      const now = this.#lines().length;
      if (now !== count) [count, since] = [now, Date.now()];
    }
    const said = this.#lines().slice(this.read).map((line) => JSON.parse(line));
    this.read += said.length;
    return said;
  }

  // Presses a key, named as xdotool names it, and returns what is said of it.
  async presses(key, options) {
    await this.heard({ quiet: LOOK_MS });
    this.#ask("key", key);
    return this.heard(options);
  }

  // Presses a key and waits until something that fits is said; then returns all that was said, as one text. Fails with what was said.
  async hears(key, pattern, patience = 20_000) {
    await this.heard({ quiet: LOOK_MS });
    this.#ask("key", key);
    return this.says(pattern, patience);
  }

  async says(pattern, patience = 20_000) {
    const end = Date.now() + patience;
    let said = [];
    do {
      said = [...said, ...(await this.heard({ quiet: 300, patience: Math.min(1000, end - Date.now()) }))];
      if (pattern.test(said.join(" ¦ "))) return said.join(" ¦ ");
    } while (Date.now() < end);
    throw new Error(`${pattern} was not said, but: ${said.join(" ¦ ") || "nothing"}`);
  }

  // Presses a key until something that fits is said.
  async goesOn(key, pattern, most = 60) {
    const all = [];
    for (let presses = 0; presses < most; presses++) {
      const said = (await this.presses(key, { quiet: 450 })).join(" ¦ ");
      all.push(said);
      if (pattern.test(said)) return said;
    }
    throw new Error(`${most} times ${key}, and ${pattern} was not said, but:\n${all.join("\n")}`);
  }

  types(text) {
    this.#ask("type", "--delay", "60", text);
  }

  // Another address in the same tab, as one types it; then the top of the page. The reader begins to read all of it, and is stopped.
  async visits(url) {
    await this.presses("Control_L", { quiet: 300 });
    await this.presses("ctrl+l");
    this.#ask("type", "--delay", "8", url);
    await this.heard({ quiet: 300 });
    this.#ask("key", "Return");
    // A page that is there at once is not said to be.
    await this.says(/Chargement d.* terminé/, 8000).catch(() => {});
    await this.presses("Control_L", { quiet: 600 });
    await this.presses("ctrl+Home");
  }

  // Ends all that lives in this session: its processes know its home.
  end() {
    const mark = `HOME=${this.home}`;
    for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        if (readFileSync(`/proc/${id}/environ`, "utf8").split("\0").includes(mark)) process.kill(Number(id), "SIGKILL");
      } catch {
        // It has gone, or is another's.
      }
    }
    if (existsSync(this.home)) rmSync(this.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
