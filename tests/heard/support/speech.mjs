#!/usr/bin/env node
// A module of speech-dispatcher that makes no sound: it writes down what it is asked to say, a line of JSON each time, and says at once that
// it has said it, index marks included, so that a reader who reads on reads on. The protocol is that of speech-dispatcher's modules.
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";

// The file that it writes to.
const LOG = process.env.SPOKEN;
// How long a sentence takes, in milliseconds: less than anyone speaks, so that tests need not wait.
const SENTENCE_MS = 20;
let ending;

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescaped = (text) => text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name) => (name[0] === "#" ? String.fromCodePoint(name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))) : (NAMED[name] ?? whole)));

const reply = (text) => process.stdout.write(`${text}\n`);
const VOICES = ["200-silence\tfr\tnone", "200-silence\ten\tnone", "200 OK VOICE LIST SENT"];

// What is answered at once, and before and after a block of lines.
const ANSWERS = { INIT: ["299-silence", "299 OK LOADED SUCCESSFULLY"], "LIST VOICES": VOICES, QUIT: ["210 OK QUIT"] };
const BLOCKS = { AUDIO: ["207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"], LOGLEVEL: ["207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"], SET: ["203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"] };
const SPEECH = new Set(["SPEAK", "KEY", "CHAR", "SOUND_ICON"]);

function speak(lines) {
  const text = lines.map((line) => line.replace(/^\.\./, ".")).join("\n");
  const marks = [...text.matchAll(/<mark name="([^"]*)"/g)].map(([, name]) => name);
  const plain = unescaped(text.replace(/<[^>]+>/g, "")).trim();
  if (plain) appendFileSync(LOG, `${JSON.stringify(plain)}\n`);
  reply("200 OK SPEAKING");
  // Events are heard once the answer is read, and a sentence takes a moment.
  ending = setTimeout(() => {
    ending = undefined;
    ["701 BEGIN", ...marks.flatMap((mark) => [`700-${mark}`, "700 INDEX MARK"]), "702 END"].forEach(reply);
  }, SENTENCE_MS);
}

// What is being said is cut.
function stop() {
  if (!ending) return;
  clearTimeout(ending);
  ending = undefined;
  ["701 BEGIN", "703 STOP"].forEach(reply);
}

let block;
createInterface({ input: process.stdin }).on("line", (line) => {
  if (block && line !== ".") return block.lines.push(line);
  if (block) {
    const { command, lines } = block;
    block = undefined;
    return SPEECH.has(command) ? speak(lines) : reply(BLOCKS[command][1]);
  }
  if (SPEECH.has(line) || BLOCKS[line]) {
    block = { command: line, lines: [] };
    return reply(BLOCKS[line]?.[0] ?? "202 OK RECEIVING MESSAGE");
  }
  if (line === "STOP" || line === "PAUSE") return stop();
  if (line.startsWith("DEBUG")) return reply(line.includes("ON") ? "200 OK DEBUGGING ON" : "200 OK DEBUGGING OFF");
  (ANSWERS[line] ?? ["300 ERR UNKNOWN COMMAND"]).forEach(reply);
  if (line === "QUIT") process.exit();
});
