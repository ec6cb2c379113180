// What is wrong with a field: a key of the sentences and a value for it, or nothing. Pure.

const MOST = 200;
const FIRST_YEAR = 1900;
// Fewer words than this must hold a fact (rule section-sans-fait).
const FEW_WORDS = 15;

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const TELEPHONE = /(?:\+33|\b0)[\s.]?[1-9](?:[\s.-]?\d{2}){4}\b/;

export const filled = (text) => (text.trim() ? undefined : ["empty"]);
export const chosen = (value) => (value ? undefined : ["choose"]);
export const short = (text) => ([...text.trim()].length > MOST ? ["long", [...text.trim()].length] : undefined);

export function impersonal(text) {
  const [found] = EMAIL.exec(text) ?? TELEPHONE.exec(text) ?? [];
  return found && ["personal", found];
}

// A number, a capital that does not begin a sentence, or enough words.
export function factual(text) {
  const isLong = text.trim().split(/\s+/).length >= FEW_WORDS;
  return isLong || /\d|[^\s.!?…«]\s+\p{Lu}|\p{Lu}{2}/u.test(text.trim()) ? undefined : ["vague"];
}

export const year = (text, now) => (!text || (/^\d{4}$/.test(text) && text >= FIRST_YEAR && text <= now) ? undefined : ["year", now]);

// A year, a month or a day that is in the calendar.
export function date(text) {
  const [, start, month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  const moment = new Date(`${start}-${month}-${day}T00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.getUTCMonth() === month - 1 ? undefined : ["date"];
}

export const address = (text) => (!text || (/^https?:\/\//.test(text) && URL.canParse(text)) ? undefined : ["url"]);

// The first that is wrong, of a text and the checks on it.
export const first = (text, ...checks) => checks.map((check) => check(text)).find(Boolean);
