// Opens a headless browser: Chromium, or the one that ENGINE names. They are the machine's, or those that CHROME, CHROMEDRIVER,
// FIREFOX, GECKODRIVER and WEBKITDRIVER name.
import { execFileSync } from "node:child_process";
import { Browser, Builder, Capabilities, logging } from "selenium-webdriver";
import * as chrome from "selenium-webdriver/chrome.js";
import * as firefox from "selenium-webdriver/firefox.js";
import { DriverService } from "selenium-webdriver/remote/index.js";

const { ENGINE = "chromium", CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER, WEBKITDRIVER } = process.env;

const onPath = (command) => execFileSync("sh", ["-c", 'command -v "$0"', command], { encoding: "utf8" }).trim();

const QUIET = ["disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync", "no-first-run"];

// Each opens a window of this size. `more`: other switches of Chromium.
const ENGINES = {
  chromium({ width, height, more, strategy }) {
    const options = new chrome.Options();
    options.setChromeBinaryPath(onPath(CHROME ?? "chromium"));
    options.addArguments("headless=new", ...QUIET, ...more, `window-size=${width},${height}`);
    // Chromium refuses its sandbox to root, who runs continuous integration.
    if (process.getuid() === 0) options.addArguments("no-sandbox");
    options.setPageLoadStrategy(strategy);
    const logs = new logging.Preferences();
    logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
    options.setLoggingPrefs(logs);
    const service = new chrome.ServiceBuilder(onPath(CHROMEDRIVER ?? "chromedriver"));
    return new Builder().forBrowser(Browser.CHROME).setChromeOptions(options).setChromeService(service).build();
  },

  firefox({ width, height, strategy }) {
    const options = new firefox.Options().setBinary(onPath(FIREFOX ?? "firefox-esr")).windowSize({ width, height });
    options.addArguments("-headless");
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
    browser.quit = () => quit().finally(() => service.kill());
    return browser;
  },
};

// Why a test is left out: only Chromium takes other colours and touches, and tells of the console.
export const elsewhere = ENGINE !== "chromium" && "only in Chromium";

// `strategy` « none »: does not wait for a page to load.
export const open = async ({ width = 1280, height = 800, more = [], strategy = "normal" } = {}) => ENGINES[ENGINE]({ width, height, more, strategy });

// What the page wrote to the console as errors and warnings, content security policy violations included.
export async function complaints(browser) {
  if (elsewhere) return [];
  const entries = await browser.manage().logs().get(logging.Type.BROWSER);
  return entries.filter(({ level }) => level.value >= logging.Level.WARNING.value).map(({ message }) => message);
}

// The app says on <html data-ready="carte"> that the first view is drawn.
export async function firstView(browser, url, timeout = 30_000) {
  await browser.get(url);
  const ready = () => browser.executeScript("return document.documentElement.dataset.ready === 'carte'");
  await browser.wait(ready, timeout, `the map did not say it was ready: ${url}`);
}

// Another size of screen, in light or dark colours.
export async function resize(browser, width, height, dark = false) {
  await browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  await browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] });
}
