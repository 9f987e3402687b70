// What a page may rely on of <self-check>, for TypeScript. tests/native/types.rs holds it against the code;
// scripts/manifest.mjs makes the Custom Elements Manifest of it, so it keeps to this form: one member a line,
// each below its comment.
import type { Bank } from "./bank.js";

export type * from "./bank.js";

/** When learners are told how it went. */
export type Mode = "practice" | "exam" | "review" | "cards";

/** What is put in another order each time. */
export type Shuffle = "all" | "questions" | "options" | "none";

/** What the learner is doing. `paused`: saved progress was found, or an exam’s clock is stopped. */
export type Phase = "loading" | "ready" | "answering" | "feedback" | "paused" | "reviewing" | "finished" | "failed";

/** How sure a learner said to be. */
export type Certainty = "unsure" | "fairly" | "quite";

/** How well a learner said to have known a card. */
export type Rating = "again" | "hard" | "good" | "easy";

/** Why there is no quiz. */
export type ErrorCode = "network" | "timeout" | "http" | "bank" | "engine" | "no-webassembly" | "crash";

/** Points, with at most six decimals. */
export interface Score {
  earned: number;
  possible: number;
}

/** What a learner gave, by the kind of the question. What was left out is not there. */
export type LearnerResponse =
  | { kind: "single-choice"; option?: string }
  | { kind: "multiple-response"; options: string[] }
  | { kind: "true-false"; verdict?: boolean; reason?: string }
  | { kind: "ordering"; order: string[] }
  | { kind: "matching"; pairs: Record<string, string> }
  | { kind: "fill-in"; text: string }
  | { kind: "grid"; rows: Record<string, string> }
  | { kind: "numeric"; text: string }
  | { kind: "cloze"; gaps: Record<string, string> }
  | { kind: "reflection"; text: string; checks: string[] }
  | { kind: "hotspot"; region?: string }
  | { kind: "card"; rating: Rating };

/** One attempt at a question. */
export interface Attempt {
  response: LearnerResponse;
  /** `null` where there are no points to earn. */
  score: Score | null;
  /** `null` where nobody said. */
  certainty: Certainty | null;
  /** Whether the hint was open. */
  hint: boolean;
}

/** What was given to a question: the last attempt, which counts, and all of them. */
export interface Answer {
  questionId: string;
  /** `null` where nothing was given. */
  response: LearnerResponse | null;
  /** `null` where there are no points to earn. */
  score: Score | null;
  certainty: Certainty | null;
  hint: boolean;
  attempts: Attempt[];
}

/** What a topic came to. */
export interface TopicScore extends Score {
  id: string;
}

/** The results: the detail of `selfcheck-finish`. */
export interface Report extends Score {
  percent: number;
  /** `null` where there is no target, or no point to earn. */
  passed: boolean | null;
  /** Milliseconds. */
  durationMs: number;
  topics: TopicScore[];
  answers: Answer[];
  /** `null` where nobody said how sure they were. */
  certaintyMarks: number | null;
}

/** A session in its saved form. Keep it as it is and hand it to `restore`; what else is in it may change. */
export interface Snapshot {
  format: "selfcheck-session";
  version: number;
  /** The id of the bank it belongs to. */
  bank: string;
  [other: string]: unknown;
}

/** A mistake in a bank. */
export interface Problem {
  /** The id of the rule; `selfcheck rules` explains it. */
  rule: string;
  /** Where in the bank, such as `questions[0].stem`. */
  path: string;
  line: number;
  column: number;
  message: string;
  remedy: string;
}

/** The detail of `selfcheck-ready`. */
export interface ReadyDetail {
  bankId: string;
  title: string;
  questionCount: number;
}

/** The detail of `selfcheck-start`. */
export interface StartDetail {
  questionCount: number;
  mode: Mode;
  seed: number;
}

/** The detail of `selfcheck-move`. */
export interface MoveDetail {
  questionId: string;
  /** From 1. */
  position: number;
  total: number;
}

/** The detail of `selfcheck-answer`. */
export interface AnswerDetail extends Attempt {
  questionId: string;
  /** From 1; not there for a card. */
  attempt?: number;
  /** `false` while another attempt is open; not there for a card. */
  final?: boolean;
}

/** The detail of `selfcheck-error`. */
export interface ErrorDetail {
  code: ErrorCode;
  message: string;
  /** What is wrong in the bank, where that is why. */
  problems: Problem[];
}

/** The events of the element. All bubble and cross shadow roots. */
export interface SelfCheckEventMap {
  /** The bank was read. */
  "selfcheck-ready": CustomEvent<ReadyDetail>;
  /** A session began. */
  "selfcheck-start": CustomEvent<StartDetail>;
  /** Another question is shown. */
  "selfcheck-move": CustomEvent<MoveDetail>;
  /** An answer was checked, or a card rated. */
  "selfcheck-answer": CustomEvent<AnswerDetail>;
  /** The results are there. */
  "selfcheck-finish": CustomEvent<Report>;
  /** It begins again. */
  "selfcheck-restart": CustomEvent<Record<string, never>>;
  /** There is no quiz to show, or it stopped. */
  "selfcheck-error": CustomEvent<ErrorDetail>;
}

/** The element `<self-check>`. */
export class SelfCheck extends HTMLElement {
  /** The address of a bank; without it the bank inside the element, or the bundled one. */
  src: string | null;
  /** When learners are told how it went. */
  mode: Mode | null;
  /** How many questions; `auto`: until the answers tell how well each topic is known. */
  count: number | "auto" | null;
  /** Topic ids with spaces between. */
  topics: string | null;
  /** What is put in another order each time. */
  shuffle: Shuffle | null;
  /** A whole number from 0 to 4294967295: the same draw each time. */
  seed: number | null;
  /** A whole percentage that this quiz aims at. */
  passMark: number | null;
  /** A name to save progress under, on the learner’s device; nothing is stored without it. */
  saveKey: string | null;
  /** Leaves the start screen out. */
  noStart: boolean;
  /** How often a question may be answered, 1 to 10, as long as it did not earn everything. */
  attempts: number | null;
  /** What each attempt after the first costs, in percent of what the answer earns. */
  attemptCost: number | null;
  /** What a hint costs that is opened before the answer is checked, in percent of what the answer earns. */
  hintCost: number | null;
  /** How many seconds an exam may take, up to 86400. */
  timeLimit: number | null;
  /** Asks learners how sure they are of each answer. */
  certainty: boolean;
  /** Whether the quiz loads when it comes near the viewport, which it does without this, or at once. */
  loading: "lazy" | "eager" | null;

  /** The question set, as an object or as JSON text. `Bank` describes it: `const bank: Bank = …` checks one that is written in TypeScript. */
  bank: Bank | object | string | null | undefined;
  /** What the learner is doing. */
  readonly phase: Phase;
  /** The results, or `null` before there are any. */
  readonly report: Report | null;

  /** Begins. */
  start(): void;
  /** Checks the response that is there; in an exam goes on; turns a card. */
  submit(): void;
  /** Goes on: to the next question or the results. */
  next(): void;
  /** Shows the question before. */
  back(): void;
  /** Shows that question of the session. */
  goTo(questionId: string): void;
  /** Shows the results now; what was not answered earns nothing. Hands an exam in. */
  finish(): void;
  /** Begins again with a new draw. */
  restart(): void;
  /** Gives the session as a plain object, or `null` before there is one. */
  snapshot(): Snapshot | null;
  /** Takes a session from such an object; tells whether it could. */
  restore(snapshot: Snapshot | object): boolean;
  /** Erases what is stored, and begins again. */
  forget(): void;
  /** Moves the focus to what is to be read or pressed next. */
  focus(options?: FocusOptions): void;

  addEventListener<K extends keyof SelfCheckEventMap>(
    type: K,
    listener: (this: SelfCheck, event: SelfCheckEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: SelfCheck, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof SelfCheckEventMap>(
    type: K,
    listener: (this: SelfCheck, event: SelfCheckEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: SelfCheck, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** The addresses of the banks that come with the widget, by their ids: for `src`. */
export const banks: Readonly<Record<"getting-started" | "ma-cps-ethics", string>>;

/** The element in a template: its attributes, `bank`, and its events as `onselfcheck-…`. */
export interface SelfCheckAttributes {
  src?: string | null;
  mode?: Mode | null;
  count?: number | `${number}` | "auto" | null;
  topics?: string | null;
  shuffle?: Shuffle | null;
  seed?: number | `${number}` | null;
  "pass-mark"?: number | `${number}` | null;
  "save-key"?: string | null;
  "no-start"?: boolean | "" | null;
  attempts?: number | `${number}` | null;
  "attempt-cost"?: number | `${number}` | null;
  "hint-cost"?: number | `${number}` | null;
  "time-limit"?: number | `${number}` | null;
  certainty?: boolean | "" | null;
  loading?: "lazy" | "eager" | null;
  bank?: Bank | object | string | null;
  "onselfcheck-ready"?: (event: CustomEvent<ReadyDetail>) => void;
  "onselfcheck-start"?: (event: CustomEvent<StartDetail>) => void;
  "onselfcheck-move"?: (event: CustomEvent<MoveDetail>) => void;
  "onselfcheck-answer"?: (event: CustomEvent<AnswerDetail>) => void;
  "onselfcheck-finish"?: (event: CustomEvent<Report>) => void;
  "onselfcheck-restart"?: (event: CustomEvent<Record<string, never>>) => void;
  "onselfcheck-error"?: (event: CustomEvent<ErrorDetail>) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    "self-check": SelfCheck;
  }
  // They bubble, so any element and the document may listen.
  interface HTMLElementEventMap extends SelfCheckEventMap {}
  interface DocumentEventMap extends SelfCheckEventMap {}
}
