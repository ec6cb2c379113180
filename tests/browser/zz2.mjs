import { firstView, open } from "./support/browser.mjs";
import { Person } from "./support/person.mjs";
import { serve } from "./support/server.mjs";
import { Key } from "selenium-webdriver";
const server = await serve("dist");
const b = await open(); const person = new Person(b);
const hash = () => b.executeScript("return location.hash+' '+location.search");
for (const how of ["click", "key", "click", "key"]) {
  await firstView(b, `${server.url}#9.00/47.4700/-0.5500`);
  await person.rests();
  console.log(how, "start", await hash());
  const name = await person.marker((name) => /Angers/.test(name), "Angers");
  if (how === "click") await person.clicks("button", name);
  else { await person.tabsTo("Aller à la carte"); await person.presses(Key.ENTER); await person.tabsTo(name); await b.executeScript("window.M=document.activeElement"); console.log(await hash(), await person.focused()); await person.presses(Key.ENTER); }
  await person.sees("region", name.split(", ")[0]); await person.rests();
  console.log("open", await hash());
  if (how === "click") await person.clicks("button", "Fermer la fiche"); else await person.presses(Key.ESCAPE);
  await person.rests();
  console.log("closed", await hash(), await person.focused());
}
await b.quit(); await server.close();
