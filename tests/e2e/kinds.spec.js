// Ordering, matching and fill-in questions, the glossary and the note of a hard subject.
import { expect, test } from "./site.js";
import { bankOf, openQuiz, optionsOf, points, responsesOf, tea, textOf } from "./quiz.js";

const KINDS = ["ordering", "matching", "fill-in"];
const VERDICTS = { right: /^Correct/, partly: /^Partly correct/, wrong: /^Not this time/ };

const TERMS = [
  { word: "steep", forms: ["steeps"], always: true, text: "To leave leaves in hot water." },
  { word: "tannin", text: "What makes tea bitter." },
];
const QUESTIONS = [
  {
    id: "order",
    kind: "ordering",
    topic: "tea",
    stem: "In which order?",
    steps: ["Warm the pot.", "Add the leaves.", "Pour the water."].map((text) => ({ text, rationale: `Why: ${text}` })),
  },
  {
    id: "match",
    kind: "matching",
    topic: "tea",
    stem: "Which water?",
    responses: ["Warm", "Boiling", "Ice"].map((text) => ({ text })),
    premises: [["Black tea", "b"], ["Green tea", "a"]].map(([text, key]) => ({ text, key, rationale: `Why: ${text}` })),
  },
  {
    id: "word",
    kind: "fill-in",
    topic: "tea",
    close_spelling: true,
    stem: "Leaves ____ in hot water.",
    answers: [
      { text: "steep", correct: true, rationale: "The word for it. It frees tannin." },
      { text: "cook", rationale: "Nothing boils here." },
    ],
  },
];
const TEA = tea(QUESTIONS, { terms: TERMS });
const teaWith = (...ids) => ({ ...TEA, questions: TEA.questions.filter(({ id }) => ids.includes(id)) });

for (const kind of KINDS) {
  const hows = kind === "fill-in" ? ["right", "wrong"] : ["right", "partly", "wrong"];

  test(`${kind} by mouse: what an answer earns, how it is marked, and why`, async ({ page }) => {
    const bank = bankOf(...hows.map(() => kind));
    const quiz = await openQuiz(page, { "no-start": true }, { bank });
    for (const how of hows) {
      const { question, earned } = await quiz.answer(how);
      await expect(quiz.feedback).toHaveText(VERDICTS[how]);
      await expect(quiz.feedback).toContainText(`${points(earned)} of 1 point`);
      const rows = await quiz.options.count();
      const isAllRight = how === "right";
      await expect(quiz.part("option-correct")).toHaveCount(isAllRight ? rows : await quiz.part("option-correct").count());
      await expect(quiz.options.locator("svg[aria-hidden]")).toHaveCount(rows);
      await expect(quiz.options.locator(".badge")).toHaveCount(rows);
      if (how === "wrong") await expect(quiz.part("option-correct")).toHaveCount(0);
      await quiz.host.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
      for (const { rationale } of optionsOf(question)) await expect(quiz.feedback.getByText(rationale)).toBeVisible();
      await quiz.goOn();
    }
  });

  test(`${kind}: nothing moves when feedback appears, and nothing tells the key before`, async ({ page }) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      const bank = bankOf(...hows.map(() => kind));
      const quiz = await openQuiz(page, { "no-start": true }, { bank });
      const above = quiz.host.locator('[part~="header"], [part~="stem"], [part~="option"], [part~="submit-button"], [part~="next-button"]');
      for (const how of hows) {
        const { question } = await quiz.choose(how);
        const html = await quiz.host.evaluate((element) => element.shadowRoot.innerHTML);
        expect(html).not.toMatch(/[ -](in)?correct\b|Right/);
        for (const { rationale } of optionsOf(question)) expect(html).not.toContain(rationale.slice(0, 30));
        for (const { id } of question.responses ?? []) expect(html).not.toContain(`"${id}"`);
        const before = await quiz.places(above);
        await quiz.check.click();
        await expect(quiz.feedback).toBeVisible();
        expect(await quiz.places(above), `${how}, ${width} px`).toEqual(before);
        await quiz.goOn();
      }
    }
  });

  test(`${kind}: the page hears the answer, and the review explains it`, async ({ page }) => {
    const bank = bankOf(kind);
    const quiz = await openQuiz(page, { "no-start": true }, { bank });
    const { question, order, pairs, typed, earned } = await quiz.answer("right");
    const idOf = (list, text) => list.find((option) => option.text === text).id;
    const options = optionsOf(question);
    const response = {
      ordering: () => ({ kind, order: order.map((text) => idOf(options, text)) }),
      matching: () => ({ kind, pairs: Object.fromEntries(pairs.map(([premise, to]) => [idOf(options, premise), idOf(responsesOf(question), to)])) }),
      "fill-in": () => ({ kind, text: typed }),
    }[kind]();
    expect(await quiz.hears("answer")).toMatchObject({ questionId: question.id, response, score: { earned, possible: 1 } });
    await quiz.goOn();
    const review = quiz.part("review");
    await review.locator("summary").first().click();
    await expect(review.getByText(textOf(question.rationale).slice(0, 40))).toBeVisible();
  });

  test(`${kind}: “Check answer” with nothing given says what to do`, async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank: bankOf(kind) });
    await quiz.start.click();
    await quiz.check.click();
    const nudge = { ordering: "Move the steps first.", matching: "Choose a match for each.", "fill-in": "Type an answer first." }[kind];
    await expect(quiz.part("actions")).toContainText(nudge);
    await expect(quiz.host.getByRole("status")).toContainText(nudge);
    await expect(quiz.feedback).toBeHidden();
    expect(await quiz.focused()).not.toBeNull();
  });
}

test("ordering by keyboard alone: the focus and the announcement go with the step", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: teaWith("order") });
  const press = (key) => page.keyboard.press(key);
  await expect(quiz.stem).toBeVisible();
  const [first, second, third] = await quiz.steps();
  expect([first, second, third]).not.toEqual(TEA.questions[0].steps.map(({ text }) => text));
  const button = (text, direction) => quiz.row(text).getByRole("button", { name: `Move ${direction}: ${text}` });
  const status = quiz.host.getByRole("status");
  const bare = (text) => text.replace(".", "");

  await quiz.tabTo(button(first, "down"));
  await press("Space");
  expect(await quiz.steps()).toEqual([second, first, third]);
  await expect(button(first, "down")).toBeFocused();
  await expect(status).toHaveText(`${bare(first)}, now 2 of 3`);
  await press("Enter");
  expect(await quiz.steps()).toEqual([second, third, first]);
  await expect(button(first, "down")).toBeFocused();
  await expect(quiz.feedback).toBeHidden();

  // At the end it stays where it is, and so does the focus.
  await expect(button(first, "down")).toHaveAttribute("aria-disabled", "true");
  await press("Space");
  await press("ArrowDown");
  expect(await quiz.steps()).toEqual([second, third, first]);
  await expect(button(first, "down")).toBeFocused();

  await press("ArrowUp");
  expect(await quiz.steps()).toEqual([second, first, third]);
  await expect(button(first, "up")).toBeFocused();
  await press("Alt+ArrowUp");
  await press("2");
  await press("b");
  expect(await quiz.steps()).toEqual([second, first, third]);
  await quiz.tabTo(quiz.check);
  await press("Enter");
  await expect(quiz.feedback).toBeVisible();
  await expect(quiz.primary).toBeFocused();
});

test("matching by keyboard alone", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: teaWith("match") });
  const press = (key) => page.keyboard.press(key);
  await expect(quiz.stem).toBeVisible();
  await quiz.tabTo(quiz.list("Black tea"));
  await press("ArrowDown");
  await press("ArrowDown");
  await expect(quiz.list("Black tea").locator("option:checked")).toHaveText("Boiling");
  await press("Tab");
  await expect(quiz.list("Green tea")).toBeFocused();
  await press("w");
  await expect(quiz.list("Green tea").locator("option:checked")).toHaveText("Warm");
  await quiz.tabTo(quiz.check);
  await press("Enter");
  await expect(quiz.feedback).toHaveText(VERDICTS.right);
  await quiz.tabTo(quiz.summary("Why the right ones fit"));
  await press("Enter");
  await expect(quiz.feedback.getByText("Why: Black tea")).toBeVisible();
});

test("a response that another premise has is marked, and can be taken all the same", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: teaWith("match") });
  const items = (premise) => quiz.list(premise).locator("option").allTextContents();
  await quiz.match("Black tea", "Ice");
  expect(await items("Black tea")).toEqual(["Choose…", "Warm", "Boiling", "Ice"]);
  expect(await items("Green tea")).toEqual(["Choose…", "Warm", "Boiling", "Ice (used)"]);
  await quiz.match("Green tea", "Ice");
  await quiz.match("Black tea", "Choose…");
  expect(await items("Black tea")).toEqual(["Choose…", "Warm", "Boiling", "Ice (used)"]);
  await quiz.check.click();
  await expect(quiz.part("actions")).toContainText("Choose a match for each.");
  await quiz.match("Black tea", "Boiling");
  await quiz.check.click();
  await expect(quiz.feedback).toHaveText(VERDICTS.partly);
  await expect(quiz.feedback).toContainText("Your answer: Ice");
  await expect(quiz.feedback).toContainText("Right answer: Warm");
  await expect(quiz.feedback.getByText("Why: Green tea")).toBeVisible();
  await expect(quiz.feedback.getByText("Why: Black tea")).toBeHidden();
});

test("lists and text show what a page restores", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  await expect(quiz.stem).toBeVisible();
  await quiz.answer("right");
  await quiz.goOn();
  await quiz.match("Black tea", "Warm");
  await quiz.match("Green tea", "Ice");
  const snapshot = await quiz.snapshot();
  snapshot.questions[1].response.pairs = { a: "c" };
  expect(await quiz.host.evaluate((element, snapshot) => element.restore(snapshot), snapshot)).toBe(true);
  await expect(quiz.list("Black tea").locator("option:checked")).toHaveText("Ice");
  await expect(quiz.list("Green tea").locator("option:checked")).toHaveText("Choose…");
  await quiz.match("Black tea", "Boiling");
  await quiz.button("Back").click();
  await quiz.goOn();
  await expect(quiz.list("Black tea").locator("option:checked")).toHaveText("Boiling");
});

test("fill-in by keyboard alone: letters are text, and Enter checks", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: teaWith("word") });
  await expect(quiz.stem).toHaveText("Leaves blank in hot water.");
  await quiz.tabTo(quiz.blank);
  await page.keyboard.type("a1b ");
  await expect(quiz.blank).toHaveValue("a1b ");
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("Backspace");
  await page.keyboard.type("stepe");
  await page.keyboard.press("Enter");
  await expect(quiz.feedback).toHaveText(VERDICTS.right);
  await expect(quiz.feedback).toContainText("Close: check the spelling. It is written “steep”.");
  await expect(quiz.primary).toBeFocused();
  await expect(quiz.blank).toHaveAttribute("readonly");
  await expect(quiz.blank).toHaveValue("stepe");
});

test("a likely mistake is explained to whoever makes it, to others one tap away", async ({ page }) => {
  for (const [typed, isOpen] of [["Cook", true], ["dance", false]]) {
    const quiz = await openQuiz(page, {}, { bank: teaWith("word") });
    await quiz.blank.fill(typed);
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(VERDICTS.wrong);
    await expect(quiz.feedback.getByText("Nothing boils here.")).toBeVisible({ visible: isOpen });
    await expect(quiz.feedback.getByText("The word for it.")).toBeVisible();
  }
});

test("text to type into is no smaller than 16 px, so that a phone does not zoom", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const quiz = await openQuiz(page, {}, { bank: teaWith("word"), head: "<style>html { font-size: 10px }</style>" });
  await expect(quiz.blank).toBeVisible();
  expect(await quiz.blank.evaluate((input) => parseFloat(getComputedStyle(input).fontSize))).toBeGreaterThanOrEqual(16);
  for (const [name, value] of [["autocomplete", "off"], ["autocapitalize", "off"], ["spellcheck", "false"]]) {
    await expect(quiz.blank).toHaveAttribute(name, value);
  }
});

test("words of the glossary are explained where they stand, but not while they are the answer", async ({ page }) => {
  const bank = teaWith("order", "word");
  bank.questions[0] = { ...bank.questions[0], stem: "How do you steep tea?" };
  const quiz = await openQuiz(page, {}, { bank });
  const words = quiz.part("terms");
  await expect(words.getByText("To leave leaves in hot water.")).toBeHidden();
  await words.locator("summary", { hasText: "Words used here" }).click();
  await expect(words.getByText("To leave leaves in hot water.")).toBeVisible();
  await quiz.answer("right");
  await quiz.goOn();
  await expect(quiz.blank).toBeVisible();
  await expect(words).toHaveCount(0);
  await quiz.answer("right");
  await words.locator("summary").click();
  await expect(words.locator("dt")).toHaveText(["steep", "tannin"]);
});

test("a hard subject is told of first, and can be skipped", async ({ page }) => {
  const bank = teaWith("order", "match");
  bank.questions.forEach((question) => (question.content_note = true));
  const quiz = await openQuiz(page, {}, { bank: { ...bank, settings: { shuffle: "none" } } });
  await quiz.start.click();
  const note = quiz.part("content-note");
  const skip = quiz.button("Skip this question");
  await expect(note.locator("p")).toBeFocused();
  await expect(note).toContainText("This question touches on a hard subject.");
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await quiz.isAt(2, 2);
  await expect(note.locator("p")).toBeFocused();
  await quiz.answer("right");
  await expect(note).toBeVisible();
  await expect(skip).toBeHidden();
  await quiz.button("Back").click();
  await quiz.isAt(1, 2);
  await skip.click();
  await expect(quiz.feedback).toBeVisible();
  await quiz.goOn();
  await expect(quiz.results).toContainText("You answered 1 of 2 questions.");
  await expect(quiz.part("review")).toContainText("Not answered");
});
