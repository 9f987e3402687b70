// What earlier days left behind: sittings as the quiz stores them, made up for a test.
import { openQuiz } from "./quiz.js";

const DAY = 86_400_000;

// A moment so many days ago, at noon.
export const daysAgo = (days, now = Date.now()) => new Date(now).setHours(12, 0, 0, 0) - days * DAY;

// A sitting that began at a moment: its answers are `[question, share]`, `[question, share, certainty]` or
// `[question, rating]`, a minute apart.
export function sitting(began, answers, { mode = "practice", seed = 7, outcome } = {}) {
  return { id: `${began}-${seed}`, began, mode, answers, outcome };
}

const answerOf = ({ began }, [question, what, sure], index) => {
  const at = { q: question, atMs: began + index * 60_000 };
  return typeof what === "string" ? { ...at, rating: what } : { ...at, share: what, ...(sure && { sure }) };
};

// Its entry in localStorage, as name and text.
export function entry(saveKey, bank, sitting, { version = 1 } = {}) {
  const head = { format: "selfcheck-log", version, bank: bank.id, sitting: sitting.id, mode: sitting.mode };
  const lines = [head, ...sitting.answers.map((answer, index) => answerOf(sitting, answer, index))];
  if (sitting.outcome) lines.push(sitting.outcome);
  return [`selfcheck:${saveKey}:${bank.id}:log:${sitting.id}`, lines.map((line) => `${JSON.stringify(line)}\n`).join("")];
}

// The same as a file that was saved on another device.
export function file(bank, sittings, more = {}) {
  const written = sittings.map((sitting) => ({
    sitting: sitting.id,
    mode: sitting.mode,
    answers: sitting.answers.map((answer, index) => answerOf(sitting, answer, index)),
    ...(sitting.outcome && { outcome: sitting.outcome }),
  }));
  return { format: "selfcheck-record", version: 1, bank: bank.id, savedMs: Date.now(), sittings: written, ...more };
}

// Puts entries into the page's storage before anything runs, once.
export async function remember(page, entries) {
  await page.addInitScript((entries) => {
    if (sessionStorage.getItem("remembered")) return;
    sessionStorage.setItem("remembered", "yes");
    for (const [name, text] of entries) localStorage.setItem(name, text);
  }, entries);
}

// Many answers: `n` of them in so many sittings, a day apart, the last one yesterday. Each question is right
// as often as `rightOf` its topic says.
export function months(bank, { n, nSittings, rightOf = () => 0.7, mode = "practice", sure }) {
  const scored = bank.questions.filter(({ kind }) => kind !== "reflection");
  let chance = 1;
  const next = () => (chance = (chance * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: nSittings }, (_, place) => {
    const [from, to] = [place, place + 1].map((place) => Math.round((n * place) / nSittings));
    const answers = Array.from({ length: to - from }, (_, index) => {
      const question = scored[(from + index) % scored.length];
      const share = next() < rightOf(question.topic) ? 1 : 0;
      const certainty = ["unsure", "fairly", "quite"][Math.min(2, Math.floor(next() * 2 + share))];
      return sure ? [question.id, share, certainty] : [question.id, share];
    });
    const earned = answers.filter(([, share]) => share).length;
    const outcome = { earned, possible: answers.length, durationMs: 60_000 * answers.length, questions: answers.length };
    return sitting(daysAgo(nSittings - place), answers, { mode, outcome });
  });
}

// A sitting of a bank that is open at its second question, the first answered.
export async function begun(page, bank, attributes) {
  const quiz = await openQuiz(page, attributes, { bank });
  await quiz.start.click();
  await quiz.answer("right");
  await quiz.goOn();
  await quiz.isAt(2, bank.questions.length);
  return quiz;
}
