// Opens a headless Chromium: the machine's, or those that CHROME and CHROMEDRIVER name.
import { execFileSync } from "node:child_process";
import { Browser, Builder, logging } from "selenium-webdriver";
import { Options, ServiceBuilder } from "selenium-webdriver/chrome.js";

const onPath = (command) => execFileSync("sh", ["-c", 'command -v "$0"', command], { encoding: "utf8" }).trim();

const QUIET = ["disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync", "no-first-run"];

// `more`: other switches of Chromium.
export async function open({ width = 1280, height = 800, more = [] } = {}) {
  const options = new Options();
  options.setChromeBinaryPath(onPath(process.env.CHROME ?? "chromium"));
  options.addArguments("headless=new", ...QUIET, ...more, `window-size=${width},${height}`);
  // Chromium refuses its sandbox to root, who runs continuous integration.
  if (process.getuid() === 0) options.addArguments("no-sandbox");
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  options.setLoggingPrefs(logs);
  return new Builder()
    .forBrowser(Browser.CHROME)
    .setChromeOptions(options)
    .setChromeService(new ServiceBuilder(onPath(process.env.CHROMEDRIVER ?? "chromedriver")))
    .build();
}

// What the page wrote to the console as errors and warnings, content security policy violations included.
export async function complaints(browser) {
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
