// The quiz as a learner and a host page meet it: by the parts, words and events of the contract.
// When the views change, this is the one file to follow them.
import { readFileSync } from "node:fs";
import { hostPages } from "./server.mjs";
import { expect } from "./site.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../../dist/banks/${name}`, import.meta.url)));

// A built bank, whole: its first file and the rest, which adds what is not there.
function whole(id) {
  const bank = add(read(`${id}.json`), read(`${id}.rest.json`));
  delete bank.rest;
  return bank;
}

// The bundled bank.
export const BANK = whole("ma-cps-ethics");

function add(first, rest) {
  for (const [key, value] of Object.entries(rest)) {
    if (typeof first[key] === "object" && typeof value === "object") add(first[key], value);
    else first[key] ??= value;
  }
  return first;
}

export const EVENTS = ["ready", "start", "move", "answer", "finish", "restart", "error"].map((name) => `selfcheck-${name}`);

// The text of a bank's rich text: a string, or a tree of nodes.
export function textOf(markup) {
  if (typeof markup === "string") return markup;
  const text = (node) => {
    if (typeof node === "string") return node;
    const children = node.slice(1);
    return (typeof children[0] === "object" && !Array.isArray(children[0]) ? children.slice(1) : children).map(text).join("");
  };
  return markup.map(text).join("");
}

// The options (reasons, steps, premises, answers) of a question, with the ids that an author may
// leave out.
export function optionsOf(question) {
  return listOf(question.options ?? question.reasons ?? question.steps ?? question.premises ?? question.rows ?? question.answers);
}

// What premises are matched to, or the columns of a grid.
export const responsesOf = (question) => listOf(question.responses ?? question.columns);

function listOf(list) {
  return list.map((option, index) => ({
    id: option.id ?? String.fromCharCode(97 + index),
    text: textOf(option.text ?? String(option.value ?? option.min)),
    isKey: option.correct === true,
    key: option.key,
    rationale: option.rationale && textOf(option.rationale),
  }));
}

// Kinds that the bundled bank does not have.
const OTHERS = whole("getting-started")
  .questions.filter(({ kind }) => ["grid", "numeric"].includes(kind))
  .map(({ references, objective, attempts, ...question }) => ({ ...question, topic: BANK.topics[0].id }));

// Of the bundled bank, questions of these kinds in this order, as a bank of its own.
export function bankOf(...kinds) {
  const left = [...BANK.questions, ...OTHERS].filter((question) => !question.scenario && !question.content_note);
  const questions = kinds.map((kind) => left.splice(left.findIndex((question) => question.kind === kind), 1)[0]);
  return { ...BANK, settings: { shuffle: "none" }, scenarios: [], questions };
}

// A small bank with these questions, played at once and as they stand; `more` goes before the rest.
export const tea = (questions, more = {}) => ({
  format: 1,
  id: "tea",
  title: "Tea",
  settings: { shuffle: "none", "no-start": true },
  topics: [{ id: "tea", title: "Tea" }],
  questions,
  ...more,
});

// An option with its rationale.
export const why = (text) => ({ text, rationale: `Why: ${text}` });

// Kinds whose learners choose among options.
export const CHOICE_KINDS = ["single-choice", "true-false", "multiple-response"];
export const EVERY_KIND = [...CHOICE_KINDS, "ordering", "matching", "fill-in", "grid", "numeric"];

// An answer that is `right`, `partly` right or `wrong`: what to choose, and what it earns. A
// single choice, a word and a number cannot be partly right, so they are wrong then.
export function answerTo(question, how) {
  const options = optionsOf(question);
  if (question.kind === "ordering") {
    const texts = options.map(({ text }) => text);
    const order = { right: texts, partly: [...texts.slice(1), texts[0]], wrong: texts.toReversed() }[how];
    return { order, earned: { right: 1, partly: (texts.length - 2) / (texts.length - 1), wrong: 0 }[how] };
  }
  if (question.kind === "matching" || question.kind === "grid") {
    const responses = responsesOf(question);
    const wrong = (premise) => responses.find(({ id }) => id !== premise.key);
    const isRight = (index) => how === "right" || (how === "partly" && index > 0);
    const pairs = options.map((premise, index) => [
      premise.text,
      (isRight(index) ? responses.find(({ id }) => id === premise.key) : wrong(premise)).text,
    ]);
    return { pairs, earned: pairs.filter((_, index) => isRight(index)).length / pairs.length };
  }
  if (question.kind === "fill-in" || question.kind === "numeric") {
    const other = question.kind === "numeric" ? "-7" : "something else";
    const typed = how === "right" ? options.find(({ isKey }) => isKey).text : other;
    return { typed, earned: how === "right" ? 1 : 0 };
  }
  const keys = options.filter((option) => option.isKey);
  const others = options.filter((option) => !option.isKey);
  if (question.kind === "multiple-response") {
    const chosen = { right: keys, partly: keys.slice(1), wrong: others }[how];
    const earned = options.filter((option) => chosen.includes(option) === option.isKey).length / options.length;
    return { chosen, earned };
  }
  const chosen = [(how === "right" ? keys : others)[0]];
  if (question.kind === "single-choice") return { chosen, earned: how === "right" ? 1 : 0 };
  const verdict = how === "wrong" ? !question.key : question.key;
  return { verdict, chosen, earned: { right: 1, partly: 0.5, wrong: 0 }[how] };
}

// A number as the quiz writes it.
export const points = (earned) => String(Math.round(earned * 100) / 100);

// The element's HTML. `bank` is put into it as JSON, `fallback` as its content.
export function quizTag(attributes = {}, { bank, fallback = "" } = {}) {
  const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const written = Object.entries(attributes).map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`));
  const inline = bank ? `<script type="application/json">${json(bank)}</script>` : "";
  return `<self-check${written.join("")}>${inline}${fallback}</self-check>`;
}

const json = (bank) => (typeof bank === "string" ? bank : JSON.stringify(bank)).replaceAll("<", "\\u003c");

// Opens a host page with this body. What its quizzes tell is recorded: see `Quiz.heard`.
export async function openPage(page, body, { head = "", script = "/selfcheck.js", lang = "en", dir = "ltr" } = {}) {
  await page.addInitScript((names) => {
    window.heard = [];
    for (const name of names) {
      document.addEventListener(name, ({ type, detail, target }) => window.heard.push({ type, detail, target: target.id }));
    }
  }, EVENTS);
  const html = `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A host page</title>
<link rel="icon" href="data:,">
${head}
${script && `<script type="module" src="${script}"></script>`}
<main>
<h1>A course</h1>
${body}
</main>`;
  hostPages.set("/host.html", html);
  await page.goto("/host.html");
  return new Quiz(page);
}

// A page with one quiz, once all of it is there; `isWhole: false` for tests of what there is before.
export async function openQuiz(page, attributes, { bank, fallback, isWhole = true, ...options } = {}) {
  const quiz = await openPage(page, quizTag(attributes, { bank, fallback }), options);
  quiz.bank = bank ?? BANK;
  if (isWhole) await quiz.isThere();
  return quiz;
}

export class Quiz {
  constructor(page, host = page.locator("self-check")) {
    this.page = page;
    this.host = host;
    this.bank = BANK;
    this.stem = this.part("stem");
    this.options = this.part("option");
    this.reasons = this.part("reason");
    this.blank = this.host.getByRole("textbox", { name: /^Your answer/ });
    this.feedback = this.part("feedback");
    this.results = this.part("results");
    this.failure = this.part("failure");
    this.header = this.part("header");
    this.start = this.button("Start");
    this.check = this.button("Check answer");
    this.heading = this.host.getByRole("heading", { level: 2 });
    // The button that checks and goes on.
    this.primary = this.host.locator('[part~="submit-button"], [part~="next-button"]');
  }

  // One of several quizzes on the page.
  at(selector) {
    const quiz = new Quiz(this.page, this.page.locator(selector));
    quiz.bank = this.bank;
    return quiz;
  }

  part(name) {
    return this.host.locator(`[part~="${name}"]`);
  }

  button(words) {
    return this.host.getByRole("button", { name: words, exact: typeof words === "string" });
  }

  // What opens and closes details.
  summary(words) {
    return this.host.locator("summary", { hasText: words });
  }

  // A row by its text.
  row(text, part = "option") {
    return this.part(part).filter({ has: this.page.getByText(text, { exact: true }) });
  }

  // The question that is shown, as it stands in the bank.
  async question() {
    // A gap is read as “blank”.
    const stem = (await this.stem.textContent()).trim();
    const question = this.bank.questions.find(({ stem: markup }) => textOf(markup).replace("____", "blank") === stem);
    expect(question, `a question with the stem “${stem}”`).toBeTruthy();
    return question;
  }

  async isAt(position, total) {
    await expect(this.header).toContainText(`Question ${position} of ${total}`);
  }

  // The steps of an ordering question from top to bottom.
  async steps() {
    await this.options.first().waitFor();
    return this.options.locator(".option-text").allTextContents();
  }

  // Moves steps until they stand in this order. One that stands so already is moved there and back,
  // as an order that nobody touched is no answer.
  async order(texts) {
    const move = (text, direction) => this.row(text).getByRole("button", { name: `Move ${direction}: ${text}` }).click();
    if ((await this.steps()).join() === texts.join()) {
      await move(texts[0], "down");
    }
    for (const [place, text] of texts.entries()) {
      for (let from = (await this.steps()).indexOf(text); from > place; from -= 1) await move(text, "up");
    }
    expect(await this.steps()).toEqual(texts);
  }

  // The list beside a premise.
  list(premise) {
    return this.row(premise).getByRole("combobox");
  }

  async match(premise, response) {
    await this.list(premise).waitFor();
    const items = await this.list(premise).locator("option").allTextContents();
    await this.list(premise).selectOption({ index: items.findIndex((item) => item.replace(/ \(used\)$/, "") === response) });
  }

  // Chooses with the mouse what earns `right`, `partly` or `wrong`; tells what that was.
  async choose(how) {
    const question = await this.question();
    const answer = answerTo(question, how);
    if (answer.order) await this.order(answer.order);
    for (const [premise, response] of answer.pairs ?? []) {
      if (question.kind === "grid") await this.host.getByRole("radio", { name: `${premise}: ${response}`, exact: true }).check();
      else await this.match(premise, response);
    }
    if (answer.typed) await this.blank.fill(answer.typed);
    if (answer.verdict !== undefined) await this.row(answer.verdict ? "True" : "False").click();
    for (const option of answer.chosen ?? []) await this.row(option.text, answer.verdict === undefined ? "option" : "reason").click();
    return { question, ...answer };
  }

  // Chooses, and checks the answer.
  async answer(how) {
    const answer = await this.choose(how);
    await this.check.click();
    await expect(this.feedback).toBeVisible();
    return answer;
  }

  // From the feedback to the next question or the results.
  async goOn() {
    await this.button(/^(Next question|See results)$/).click();
    await expect(this.feedback).toBeHidden();
  }

  // Whether the results are there; if not, there is a question. In between there may be neither for a moment.
  async hasEnded() {
    await expect(this.results.or(this.stem).or(this.part("content-note")).first()).toBeVisible();
    return this.results.isVisible();
  }

  // Answers every question that is left, the answers taking turns; tells what was given.
  async play(...hows) {
    const given = [];
    while (!(await this.hasEnded())) {
      given.push(await this.answer(hows[given.length % hows.length]));
      await this.goOn();
    }
    return given;
  }

  // A property of the element.
  get(name) {
    return this.host.evaluate((element, name) => element[name], name);
  }

  // Calls a method once there is a quiz that hears it; tells the phase right after it.
  async call(method, ...args) {
    await expect.poll(async () => (await this.get("phase")) ?? "loading").not.toBe("loading");
    return this.callNow(method, ...args);
  }

  // Calls a method, whatever there is.
  callNow(method, ...args) {
    return this.host.evaluate((element, [method, args]) => (element[method](...args), element.phase), [method, args]);
  }

  // Waits until the quiz has everything, or has failed: a page is told nothing before it can ask for everything.
  async isThere() {
    await this.page.waitForFunction(() => window.heard.length > 0);
  }

  // What the page heard so far, without the prefix: `["ready", detail]`.
  async heard() {
    await this.isThere();
    const heard = await this.page.evaluate(() => window.heard);
    return heard.map(({ type, detail }) => [type.replace("selfcheck-", ""), detail]);
  }

  // The attempt, once everything is there that it takes.
  async snapshot() {
    await this.isThere();
    return this.host.evaluate((element) => element.snapshot());
  }

  // Waits for an event and tells its detail.
  async hears(name) {
    await this.page.waitForFunction((type) => window.heard.some((event) => event.type === type), `selfcheck-${name}`);
    return (await this.heard()).findLast(([type]) => type === name)[1];
  }

  // Where the keyboard's input goes, `null` where it would be lost.
  focused() {
    return this.page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused === document.body || focused === null ? null : `${focused.localName} ${focused.part?.value ?? ""}`.trim();
    });
  }

  // Presses Tab until a control has the focus, as a learner does who has no mouse.
  async tabTo(target, key = "Tab") {
    for (let presses = 0; presses < 60; presses += 1) {
      await this.page.keyboard.press(key);
      if (await target.evaluate((element) => element.getRootNode().activeElement === element)) return;
    }
    throw new Error(`60 times ${key} do not lead to ${target}`);
  }

  // Places in page coordinates, whatever is scrolled. Widths are left out: a button may get other words.
  places(locator) {
    return locator.evaluateAll((elements) =>
      elements.map((element) => {
        const { x, y, height } = element.getBoundingClientRect();
        return [x + scrollX, y + scrollY, height].map(Math.round).join(" ");
      }),
    );
  }
}
