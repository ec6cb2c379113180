// The visitor's windows. Everything is weighed in the first.
export const SCREENS = [
  { width: 1280, height: 720 },
  { width: 768, height: 1024 },
  { width: 360, height: 740 },
];

export const setScreen = (browser, { width, height }) =>
  browser.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });

export const setScheme = (browser, dark) =>
  browser.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] });
