// Opens a headless browser: Chromium, or the one that ENGINE names. They are the machine's, or those that CHROME, CHROMEDRIVER,
// FIREFOX, GECKODRIVER and WEBKITDRIVER name. DIED names a file that gets a line each time WebKitGTK's process has died.
import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { Browser, Builder, Capabilities, logging } from "selenium-webdriver";
import * as chrome from "selenium-webdriver/chrome.js";
import * as firefox from "selenium-webdriver/firefox.js";
import { DriverService } from "selenium-webdriver/remote/index.js";

const { ENGINE = "chromium", CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER, WEBKITDRIVER, DIED } = process.env;

const onPath = (command) => execFileSync("sh", ["-c", 'command -v "$0"', command], { encoding: "utf8" }).trim();

// Whether the process of the browser has died. The first question after that gets any answer, the second none.
async function hasDied(browser) {
  const answers = () => browser.getAllWindowHandles().then(() => true, () => false);
  return !(await answers()) && !(await answers());
}

const QUIET = ["disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync", "no-first-run"];

// Each opens a window of this size. `more`: other switches of Chromium; `keepsNothing`: refuses cookies and all storage to every site.
const ENGINES = {
  chromium({ width, height, more, strategy, keepsNothing }) {
    const options = new chrome.Options();
    options.setChromeBinaryPath(onPath(CHROME ?? "chromium"));
    options.addArguments("headless=new", ...QUIET, ...more, `window-size=${width},${height}`);
    // Chromium refuses its sandbox to root, who runs continuous integration.
    if (process.getuid() === 0) options.addArguments("no-sandbox");
    options.setPageLoadStrategy(strategy);
    const logs = new logging.Preferences();
    logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    options.setLoggingPrefs(logs);
    if (keepsNothing) options.setUserPreferences({ "profile.default_content_setting_values.cookies": 2 });
    const service = new chrome.ServiceBuilder(onPath(CHROMEDRIVER ?? "chromedriver"));
    return new Builder().forBrowser(Browser.CHROME).setChromeOptions(options).setChromeService(service).build();
  },

  firefox({ width, height, strategy, keepsNothing }) {
    const options = new firefox.Options().setBinary(onPath(FIREFOX ?? "firefox-esr")).windowSize({ width, height });
    options.addArguments("-headless");
    if (keepsNothing) options.setPreference("network.cookie.cookieBehavior", 2);
    options.setPageLoadStrategy(strategy);
    const service = new firefox.ServiceBuilder(onPath(GECKODRIVER ?? "geckodriver"));
    return new Builder().forBrowser(Browser.FIREFOX).setFirefoxOptions(options).setFirefoxService(service).build();
  },

  // WebKitGTK needs a screen: the tests run under Xvfb.
  async webkit({ width, height }) {
    const service = new DriverService.Builder(onPath(WEBKITDRIVER ?? "WebKitWebDriver")).setLoopback(true).build();
    const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { args: ["--automation"] } });
    const browser = await new Builder().usingServer(await service.start()).withCapabilities(capabilities).build();
    await browser.manage().window().setRect({ width, height });
    // Other drivers end with their browser; this one is ended here.
    const quit = browser.quit.bind(browser);
    browser.quit = async () => {
      // There is nothing left to quit: that would fail, and hide why the test did.
      if (!(await hasDied(browser))) return quit().finally(() => service.kill());
      if (DIED) appendFileSync(DIED, "died\n");
      await service.kill();
    };
    return browser;
  },
};

// Why a test is left out: only Chromium takes other colours and touches, and tells of the console.
export const elsewhere = ENGINE !== "chromium" && "only in Chromium";

// `strategy` « none »: does not wait for a page to load.
export const open = async ({ width = 1280, height = 800, more = [], strategy = "normal", keepsNothing = false } = {}) => ENGINES[ENGINE]({ width, height, more, strategy, keepsNothing });

// What the page wrote to the console as errors and warnings, content security policy violations included.
export async function complaints(browser) {
  if (elsewhere) return [];
  const entries = await browser.manage().logs().get(logging.Type.BROWSER);
  return entries.filter(({ level }) => level.value >= logging.Level.WARNING.value).map(({ message }) => message);
}

const PATIENCE = 10_000; // milliseconds
const POLL = 50;

// What a driver answers while a page, a frame or an element comes or goes, or while something moves over it: ask again.
const PASSING = new Set(["StaleElementReferenceError", "NoSuchElementError", "NoSuchFrameError", "NoSuchWindowError", "ElementClickInterceptedError", "ElementNotInteractableError"]);
const LEAVING = /document unloaded|aborted by navigation|AbortError|context has been discarded|can't access dead object/i;
const isPassing = ({ name, message }) => PASSING.has(name) || LEAVING.test(message);

// Looks again and again until the answer is true, and returns it. `what`, a text or a function, says what never came.
export async function until(browser, look, what, patience = PATIENCE) {
  let refusal;
  const seen = async () => {
    try {
      refusal = undefined;
      return await look();
    } catch (error) {
      if (!isPassing(error)) throw error;
      refusal = error;
      return false;
    }
  };
  const missing = () => (typeof what === "function" ? what() : what) + (refusal ? ` (${refusal.name}: ${refusal.message})` : "");
  return browser.wait(seen, patience, missing, POLL);
}

// The app sets <html data-ready="carte"> once the first view is drawn. A frame has no document at first, then an empty one.
export const isReady = (browser) => browser.executeScript("return document.readyState === 'complete' && document.documentElement?.dataset.ready === 'carte'");

// Waits for the map of the page just asked for.
export const mapReady = (browser, timeout = 30_000) => until(browser, () => isReady(browser), "the map is not ready", timeout);

// Loads the page, and waits for its first view.
export async function firstView(browser, url) {
  // From the same page, an address with another fragment would load nothing.
  if (url.includes("#")) await browser.get("about:blank");
  await browser.get(url);
  await mapReady(browser);
}

// Loads a page without the map, with its styles and scripts: after one that was printed or wrote its own history, the driver may answer before.
export async function page(browser, url) {
  const { href } = new URL(url);
  await browser.get(href);
  const isThere = () => browser.executeScript("return location.href === arguments[0] && document.readyState === 'complete'", href);
  await until(browser, isThere, `${href} is not there`);
}

// Another size of screen, in light or dark colours.
export async function resize(browser, width, height, dark = false) {
  await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] });
}
