// The words of the interface in languages other than English, fetched only where one of them is wanted:
// the catalogue of the language, and the browser's own ways to tell its numbers and days.

// The catalogues in locales/.
const LANGUAGES = ["ar", "es", "fr", "ht", "pt", "vi", "zh"];
// What browsers that do not know a language tell its numbers and days in.
const INSTEAD = { ht: "fr-HT" };

const HERE = new URL("./", import.meta.url);
const catalogues = new Map();

/**
 * What is said in a language, or undefined where there is no catalogue of it. The tag may have a region;
 * `dir` is the direction that the page says, if it says one.
 * Without the second module of the program, which speaks, it is only what selfcheck.js says itself.
 */
export async function speak(tag, dir, fetchFile, startEngine) {
  const language = tag.split("-")[0].toLowerCase();
  if (!LANGUAGES.includes(language)) return undefined;
  if (!catalogues.has(language)) catalogues.set(language, fetchFile(new URL(`locales/${language}.json`, HERE)));
  const linked = startEngine().then(({ more }) => more());
  linked.catch(() => {}); // Awaited below.
  const bytes = catalogues.get(language);
  bytes.catch(() => catalogues.delete(language)); // The next widget may have more luck.
  const json = new TextDecoder().decode(await bytes);
  const { messages } = JSON.parse(json);
  const words = { loading: messages.loading, failed: messages["engine.failed"], retry: messages["try-again"] };
  try {
    await linked;
  } catch {
    return words; // It is told where it is missed.
  }
  return { ...words, json, dir, tell: teller([tag, language, INSTEAD[language] ?? "en"].filter(isKnown)) };
}

/** Whether that can be the tag of a language: `lang` may be anything. */
function isKnown(tag) {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** A number, a share or a day in words; or the category of the plural that a number has. */
function teller(tags) {
  const once = (make) => {
    let made;
    return (value) => (made ??= make()).format(value);
  };
  const number = (options) => once(() => new Intl.NumberFormat(tags, options));
  const day = (options) => once(() => new Intl.DateTimeFormat(tags, options));
  const ahead = (unit) => {
    const relative = new Intl.RelativeTimeFormat(tags, { numeric: "auto" });
    return (n) => relative.format(n, unit);
  };
  const plurals = new Intl.PluralRules(tags);
  const tellers = {
    number: number({ maximumFractionDigits: 2 }),
    percent: number({ style: "unit", unit: "percent", maximumFractionDigits: 0 }),
    plural: (n) => plurals.select(n),
    days: ahead("day"),
    weeks: ahead("week"),
    months: ahead("month"),
    years: ahead("year"),
    day: day({ day: "numeric", month: "long" }),
    "day-of-year": day({ day: "numeric", month: "long", year: "numeric" }),
    moment: day({ dateStyle: "medium", timeStyle: "short" }),
    month: day({ month: "long", year: "numeric" }),
  };
  return (what, value) => tellers[what](value);
}
