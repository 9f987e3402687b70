// A bank as JSON, written by hand or built by `selfcheck build`, for TypeScript. tests/native/types.rs holds
// it against the JSON Schema that `selfcheck schema` prints.
//
// TypeScript gives an imported JSON file wider types than it has (`kind: string`), which fit nothing here; the
// property `bank` of the element takes it all the same.

/** Plain text, or the list of nodes that `selfcheck build` makes of Markdown. */
export type RichText = string | RichTextNode[];

/** Plain characters, or an element. */
export type RichTextNode = string | RichTextElement;

/** A tag, its attributes, if it has any, and the nodes in it: `["a", {"href": "…"}, "this"]`. */
export interface RichTextElement extends Array<RichTextNode | { [attribute: string]: string }> {
  0: string;
}

/** What kind of thinking is asked for. */
export type Level = "recall" | "understand" | "apply";

/** A question set. */
export interface Bank {
  $schema?: string;
  /** The format of banks that it is written in. */
  format: 1;
  /** Never changes once published: saved progress is kept under it. */
  id: string;
  title: string;
  /** A BCP 47 tag; `en` without it. */
  language?: string;
  version?: string;
  /** An SPDX expression such as `CC-BY-4.0`. */
  license?: string;
  description?: RichText;
  disclaimer?: RichText;
  settings?: Settings;
  topics?: Topic[];
  scenarios?: Scenario[];
  terms?: Term[];
  media?: Recording[];
  questions?: Question[];
  /** In a bank that was built in two files: where the other one is. */
  rest?: Rest;
}

/** The bank’s own defaults for the attributes of the element. */
export interface Settings {
  mode?: "practice" | "exam" | "review" | "cards";
  count?: number | "auto";
  topics?: string[];
  shuffle?: "all" | "questions" | "options" | "none";
  seed?: number;
  "pass-mark"?: number;
  "no-start"?: boolean;
  attempts?: number;
  "attempt-cost"?: number;
  "hint-cost"?: number;
  "time-limit"?: number;
  /** Whether an exam may be paused, with its clock stopped. */
  pause?: boolean;
  certainty?: boolean;
}

/** A part of the subject. */
export interface Topic {
  id: string;
  title: string;
  /** Its share of a drawn session, in relation to the other topics; 1 without it. */
  weight?: number;
  notes?: RichText;
  objectives?: Objective[];
}

/** Something a learner can do. */
export interface Objective {
  id: string;
  /** Completes “you can …”. */
  text: string;
  level?: Level;
}

/** A vignette that several questions share. */
export interface Scenario {
  id: string;
  text: RichText;
}

/** A word that is explained where it is read. */
export interface Term {
  word: string;
  forms?: string[];
  topic?: string;
  /** Explains it before the answer too. */
  always?: boolean;
  text: RichText;
}

/** What is said of sound or film. */
export interface Recording {
  file: string;
  transcript: RichText;
  captions?: string;
  silent?: boolean;
}

/** The second file of a built bank. */
export interface Rest {
  address: string;
  check: string;
}

/** A question, by its kind. */
export type Question =
  | SingleChoice
  | MultipleResponse
  | TrueFalse
  | Ordering
  | Matching
  | FillIn
  | Grid
  | Numeric
  | Cloze
  | Reflection
  | Hotspot;

/** What every question has. */
export interface Common {
  /** Never changes once published. */
  id: string;
  /** The id of its topic. */
  topic: string;
  stem: RichText;
  rationale?: RichText;
  hint?: RichText;
  scenario?: string;
  shuffle?: boolean;
  content_note?: boolean;
  /** 0.5 to 20; 1 without it. */
  points?: number;
  attempts?: number;
  objective?: string;
  level?: Level;
  difficulty?: 1 | 2 | 3;
  basis?: string;
  references?: string[];
  contested?: string;
  sources?: Source[];
  review_by?: string;
  allow?: { [rule: string]: string };
}

/** One option is right. */
export interface SingleChoice extends Common {
  kind: "single-choice";
  options: Choice[];
}

/** Several options are right. */
export interface MultipleResponse extends Common {
  kind: "multiple-response";
  /** How many, to tell the learner. */
  select?: number;
  options: Choice[];
}

/** A statement, a verdict and a reason. */
export interface TrueFalse extends Common {
  kind: "true-false";
  key: boolean;
  correction?: RichText;
  reasons: Choice[];
}

/** Steps to put in order. */
export interface Ordering extends Common {
  kind: "ordering";
  /** In the right order. */
  steps: Step[];
}

/** Premises to match to responses. */
export interface Matching extends Common {
  kind: "matching";
  reuse?: boolean;
  responses: Counterpart[];
  premises: Premise[];
}

/** A word to type. */
export interface FillIn extends Common {
  kind: "fill-in";
  close_spelling?: boolean;
  answers: Choice[];
}

/** A table with a column to choose in each row. */
export interface Grid extends Common {
  kind: "grid";
  columns: Counterpart[];
  rows: Premise[];
}

/** A number to type. */
export interface Numeric extends Common {
  kind: "numeric";
  unit?: string;
  answers: NumberRange[];
}

/** A passage with gaps. */
export interface Cloze extends Common {
  kind: "cloze";
  /** With `{{id}}` where each gap belongs. */
  passage: RichText;
  gaps: Gap[];
}

/** A text to write, and to compare with a model answer. */
export interface Reflection extends Common {
  kind: "reflection";
  model: RichText;
  checks?: Check[];
}

/** A region of a picture to choose. */
export interface Hotspot extends Common {
  kind: "hotspot";
  /** One node: `[["img", {"src": "…", "alt": "…", "width": "400", "height": "200"}]]`. */
  image: RichText;
  regions: Region[];
}

/** Something that is right or not. */
export interface Choice {
  id?: string;
  text: RichText;
  correct?: boolean;
  rationale?: RichText;
}

/** A step to put in order. */
export interface Step {
  id?: string;
  text: RichText;
  rationale?: RichText;
}

/** Numbers that are right or not: `value`, with `tolerance` or without it, or `min` and `max`. */
export interface NumberRange {
  id?: string;
  value?: number;
  tolerance?: number;
  min?: number;
  max?: number;
  correct?: boolean;
  rationale?: RichText;
}

/** What a premise can be matched to, or a column. */
export interface Counterpart {
  id?: string;
  text: RichText;
}

/** What is matched to a response, or a row with its column. */
export interface Premise {
  id?: string;
  text: RichText;
  /** The id of the response or the column that belongs to it. */
  key: string;
  rationale?: RichText;
}

/** A gap: with `options`, or with `answers` that are words or numbers. */
export interface Gap {
  id: string;
  label?: string;
  options?: Choice[];
  close_spelling?: boolean;
  unit?: string;
  answers?: GapAnswer[];
}

/** A word, with `text`, or numbers. */
export interface GapAnswer {
  id?: string;
  text?: RichText;
  value?: number;
  tolerance?: number;
  min?: number;
  max?: number;
  correct?: boolean;
  rationale?: RichText;
}

/** Something to look for in one’s own answer. */
export interface Check {
  id?: string;
  text: RichText;
  rationale?: RichText;
}

/** A named region of a picture: with `rect`, `circle` or `polygon`, in the picture’s own pixels or units. */
export interface Region {
  id?: string;
  text: RichText;
  /** Left edge, top edge, width and height. */
  rect?: [number, number, number, number];
  /** Centre from the left and from the top, and radius. */
  circle?: [number, number, number];
  /** The corners, each from the left and from the top. */
  polygon?: [number, number][];
  correct?: boolean;
  rationale?: RichText;
}

/** A public source. */
export interface Source {
  address: string;
  jurisdiction?: string;
  checked_on?: string;
}
