// Banks in TypeScript: one that is written there is checked, one from a JSON file is taken as it is.
import type { Bank, Question } from "selfcheck-widget";
import imported from "../../examples/vite/src/bank.json";

const quiz = document.createElement("self-check");
quiz.bank = imported;
quiz.bank = '{"format": 1}';
quiz.bank = undefined;
// @ts-expect-error It is no bank.
quiz.bank = 7;

export const bank: Bank = {
  format: 1,
  id: "tea",
  title: "Tea",
  settings: { count: 1, "pass-mark": 50 },
  topics: [{ id: "tea", title: "Tea", notes: [["p", "Read ", ["a", { href: "https://example.org" }, "this"]]] }],
  questions: [
    { id: "a", topic: "tea", stem: "?", kind: "single-choice", options: [{ text: "x", correct: true }, { text: "y" }] },
    { id: "b", topic: "tea", stem: "?", kind: "numeric", unit: "min", answers: [{ min: 3, max: 5, correct: true }] },
  ],
};
quiz.bank = bank;

// @ts-expect-error It has no title.
export const untitled: Bank = { format: 1, id: "tea" };
// @ts-expect-error This is another format.
export const newer: Bank = { ...bank, format: 2 };
// @ts-expect-error There is no such kind.
export const essay: Question = { id: "a", topic: "tea", stem: "?", kind: "essay" };
// @ts-expect-error There is no such setting.
export const timed: Bank = { ...bank, settings: { "time-limits": 60 } };
export const mixed: Question = {
  ...{ id: "a", topic: "tea", stem: "?" },
  kind: "ordering",
  // @ts-expect-error Steps are in order, and have no key.
  steps: [{ text: "x", correct: true }],
};
