// What a webmaster may write, and what becomes of it. Native: these files know nothing of the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast, corrected, parsed } from "../../public/frame/colour.js";
import { held, locksOf, understood } from "../../public/frame/settings.js";

for (const [given, kept] of [
  ["lang=fr-FR", "lang=fr"],
  ["lang=EN_gb", "lang=en"],
  ["territoire=93", "territoire=departement:93"],
  ["territoire=2a", "territoire=departement:2A"],
  ["territoire=974", "territoire=departement:974"],
  ["territoire=93066", "territoire=commune:93066"],
  ["territoire=2a004", "territoire=commune:2A004"],
  ["territoire=200054781", "territoire=epci:200054781"],
  ["territoire=200057867", "territoire=ept:200057867"],
  ["territoires=EPT : 200 057 867", "territoire=ept:200057867"],
  ["territoire=Département:93", "territoire=departement:93"],
  ["territoire=Région: 11", "territoire=region:11"],
  ["latitude=48,93&longitude= 2,35 &zoom=11,5", "latitude=48.93&longitude=2.35&zoom=11.5"],
  ["Leviers=SCIC; Foncier", "leviers=scic,foncier"],
  ["leviers=scic%20foncier", "leviers=scic,foncier"],
  ["vue=Les Deux", "vue=les-deux"],
  ["theme-couleur=0B6E4F", "theme-couleur=0b6e4f"],
  ["theme-couleur=%23fd0", "theme-couleur=#ffdd00"],
  ["verrou=Territoire leviers", "verrou=territoire,leviers"],
]) {
  test(`« ${given} » is « ${kept} », and the webmaster is told`, () => {
    const { query, told } = understood(given);
    assert.equal(decodeURIComponent(query), kept);
    assert.ok(told.length > 0);
  });
}

test("what is right stays as it is, and nobody is told", () => {
  const right = "territoire=ept:200057867&leviers=scic,foncier&titre=Une carte À Nous&lang=en&hauteur=auto";
  const { query, told } = understood(right);
  assert.deepEqual([decodeURIComponent(query).replaceAll("+", " "), told], [right, []]);
});

test("a territory that is none stays as it was written, for the map to refuse", () => {
  for (const wrong of ["nord", "9", "1234567", "😀", ":", "a:b:c"]) assert.doesNotThrow(() => understood(new URLSearchParams({ territoire: wrong }).toString()), wrong);
  assert.equal(understood("territoire=nord").query.get("territoire"), "nord");
});

test("locks name the parameters that they hold, and the webmaster learns of the others", () => {
  assert.deepEqual(locksOf(new URLSearchParams("verrou=territoire,leviers,tout")), { locked: ["territoire", "leviers"], unknown: ["tout"] });
  assert.deepEqual(locksOf(new URLSearchParams("")), { locked: [], unknown: [] });
  assert.deepEqual(locksOf(new URLSearchParams("verrou=constructor")), { locked: [], unknown: ["constructor"] });
});

test("what is locked stays as it was asked for, the rest is the visitor's", () => {
  const asked = new URLSearchParams("territoire=ept:200057867&leviers=scic,foncier,inconnu");
  const kept = (query, locked = ["territoire", "leviers", "themes"]) => decodeURIComponent(held(new URLSearchParams(query), asked, locked));
  const whole = "territoire=ept:200057867&leviers=scic,foncier,inconnu";
  assert.equal(kept(""), whole);
  assert.equal(kept("territoire=region:11&leviers=scic,foncier"), "territoire=ept:200057867&leviers=scic,foncier");
  // The map writes its own order, and leaves out what it does not know.
  assert.equal(kept("leviers=foncier,scic&territoire=ept:200057867"), "leviers=foncier,scic&territoire=ept:200057867");
  assert.equal(kept("leviers=foncier,animation&territoire=ept:200057867"), "leviers=scic,foncier,inconnu&territoire=ept:200057867");
  // Locked and not asked for: nobody asks for it.
  assert.equal(kept("themes=habitat&territoire=ept:200057867&leviers=scic"), "territoire=ept:200057867&leviers=scic");
  assert.equal(kept("etats=dit&initiative=a", []), "etats=dit&initiative=a");
});

test("an accent colour is told from the page, and its text is read on it, whatever is asked for", () => {
  const papers = [[false, [255, 255, 255]], [true, [26, 31, 35]]];
  for (const part of ["00", "33", "77", "aa", "ff"]) {
    for (const other of ["00", "5c", "d0", "ff"]) {
      for (const [isDark, paper] of papers) {
        const { surface, ink } = corrected(`#${part}${other}${part}`, isDark);
        assert.ok(contrast(parsed(surface), paper) >= 3, `${part}${other} ${surface}`);
        assert.ok(contrast(parsed(surface), parsed(ink)) >= 4.5, `${surface} ${ink}`);
      }
    }
  }
  assert.deepEqual([corrected("#0b6e4f", false).surface, corrected("#0b6e4f", false).changed], ["#0b6e4f", false]);
  assert.equal(corrected("#ffd000", false).changed, true);
  for (const none of ["red", "", "#12é45", "#12345"]) assert.equal(corrected(none, false), undefined);
});
