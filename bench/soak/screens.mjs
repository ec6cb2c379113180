// The visitor's windows. Everything is weighed in the first.
export const SCREENS = [
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
];

// Pixels of the screen per pixel of the page. Everything is weighed with the first.
export const DENSITIES = [1, 1.5, 2];

export const setScreen = (browser, { width, height }, density = DENSITIES[0]) =>
  browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: density, mobile: false });

export const setScheme = (browser, dark) =>
  browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] });
