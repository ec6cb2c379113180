// What happens to a visitor, rather than what one does: the network goes and comes back, the site is published again, the window goes to
// another screen. What the browser and the map say of it is expected until it is over, and not a moment longer.
import { DENSITIES } from "./screens.mjs";

// Within this time after the network is back the map says nothing of the cut any more, in milliseconds.
const HEALED_MS = 10_000;

// What the browser writes of each request that a cut refuses, and what the map then says.
const isOfCut = (what) => /net::ERR_INTERNET_DISCONNECTED|^an alert: /.test(what);

// A file of another edition is gone (docs/adr/0016): the request fails, and the page says so or comes again.
const isOfEdition = (what) => /^request failed: 404 \/\S*[0-9a-f]{16}|404 \(Not Found\)|^an alert: /.test(what);

async function offline(browser, offline) {
  await browser.sendDevToolsCommand("Network.enable", {});
  await browser.sendDevToolsCommand("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
}

// The network is back: the map heals by itself, or by its own button; a visitor whom it leaves with a message loads the page again.
async function healed(visit) {
  const { page, hand } = visit;
  let said = await page.silent(HEALED_MS);
  const retry = said.length > 0 && (await page.reach(".sheet [role=alert] ~ button", 0));
  if (retry) {
    await hand.click(retry);
    said = await page.silent(HEALED_MS);
  }
  if (said.length === 0) return "";
  visit.note(`after a cut of the network, still an alert: ${said.join(" / ")}`);
  await visit.reload();
  return ", then loads the page again, which still said so";
}

// `troubles`: not one of the acts that fill the time of another. `first`: the page may be loaded again, and forgets what it had, so it comes
// first in the warm-up. `loads`: it is.
export const TROUBLES = [
  {
    name: "cut of the network",
    weight: 3,
    troubles: true,
    first: true,
    async act({ visit, chance }) {
      const count = chance.whole(2, 4);
      await visit.expecting(isOfCut, async () => {
        await offline(visit.browser, true);
        try {
          await visit.few(count, chance);
        } finally {
          await offline(visit.browser, false);
        }
      });
      return `cut of the network during ${count} acts${await healed(visit)}`;
    },
  },
  {
    name: "new edition",
    weight: 2,
    troubles: true,
    first: true,
    loads: true,
    async act({ visit, chance }) {
      const [under, back] = [chance.whole(2, 4), chance.whole(1, 3)];
      await visit.expecting(isOfEdition, async () => {
        for (const [edition, count] of [[visit.server.other, under], [visit.server.own, back]]) {
          visit.server.publish(edition);
          await visit.few(count, chance);
        }
        await visit.reload();
      });
      return `new edition under the page during ${under} acts, the old one again during ${back}, loads the page again`;
    },
  },
  {
    name: "density",
    weight: 3,
    troubles: true,
    async act({ visit, chance }) {
      const density = chance.pick(DENSITIES.filter((other) => other !== visit.density));
      await visit.resize(visit.size, density);
      const blurred = await visit.page.blurred();
      if (blurred) visit.note("the picture is blurred after a change of density");
      return `density ${density}${blurred ? `, blurred: ${blurred}` : ""}`;
    },
  },
];
