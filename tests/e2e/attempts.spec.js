// Hints that cost something, points, and answering again.
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openQuiz } from "./quiz.js";

const TEA = {
  format: 1,
  id: "tea-again",
  title: "Tea",
  settings: { shuffle: "none", "no-start": true, attempts: 3, "attempt-cost": 10, "hint-cost": 25 },
  topics: [{ id: "tea", title: "Tea" }],
  questions: [
    {
      id: "water",
      kind: "single-choice",
      topic: "tea",
      points: 2,
      stem: "How hot is the water for black tea?",
      hint: "You can see it move.",
      rationale: "Black tea opens in boiling water.",
      options: [
        { text: "Lukewarm", rationale: "Why: it stays pale." },
        { text: "Boiling", correct: true, rationale: "Why: the leaves open." },
        { text: "Frozen", rationale: "Why: it stays ice." },
      ],
    },
    {
      id: "plant",
      kind: "multiple-response",
      topic: "tea",
      points: 4,
      stem: "What grows on a tea plant?",
      options: [
        { text: "Leaves", correct: true, rationale: "Why: most of it." },
        { text: "Buds", correct: true },
        { text: "Sugar" },
        { text: "Bags" },
      ],
    },
    {
      id: "word",
      kind: "fill-in",
      topic: "tea",
      attempts: 1,
      stem: "Leaves must ____.",
      answers: [{ text: "steep", correct: true, rationale: "Why: the word for it." }],
    },
  ],
};
const again = (quiz) => quiz.button("Try this question again");
const showAnswer = (quiz) => quiz.button("Show the answer");
const hint = (quiz) => quiz.host.locator('[part="hint"]');
const answers = async (quiz) => (await quiz.heard()).filter(([name]) => name === "answer").map(([, detail]) => detail);


// While another attempt is open: nothing tells which is right, or why.
async function tellsNoKey(quiz) {
  const html = await quiz.host.evaluate((element) => element.shadowRoot.innerHTML);
  expect(html).not.toMatch(/option-(in)?correct|Why:|Right answer|opens in boiling/);
  await expect(quiz.part("option-rationale")).toHaveCount(0);
}

for (const width of [320, 1280]) {
  test(`by mouse at ${width} px: three attempts, each told, and the key at the last`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const quiz = await openQuiz(page, {}, { bank: TEA });
    await expect(quiz.header).toContainText("Question 1 of 3, attempt 1 of 3");
    const above = quiz.host.locator('[part~="header"], [part~="stem"], [part~="option"], [part="actions"]');
    const before = await quiz.places(above);
    await quiz.row("Lukewarm").click();
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(/^Not this time/);
    await expect(quiz.feedback).toContainText("You have 2 attempts left. Another one costs 10% of the points. The hint above may help.");
    await expect(quiz.host.getByRole("status")).toContainText("Not this time. You have 2 attempts left.");
    expect(await quiz.get("phase")).toBe("feedback");
    await tellsNoKey(quiz);
    await isAccessible(page);
    // The buttons may need another line where there is little room.
    const places = await quiz.places(above);
    expect(places.slice(0, -1)).toEqual(before.slice(0, -1));
    for (const input of await quiz.host.locator("input").all()) await expect(input).toBeDisabled();
    await expect(quiz.host.locator("input:checked")).toHaveCount(1);
    await again(quiz).click();
    await expect(quiz.stem).toBeFocused();
    await expect(quiz.header).toContainText("attempt 2 of 3");
    await expect(quiz.host.getByRole("status")).toHaveText("Attempt 2 of 3");
    await expect(quiz.feedback).toBeHidden();
    await isAccessible(page);
    await quiz.row("Frozen").click();
    await quiz.check.click();
    await expect(quiz.feedback).toContainText("You have 1 attempt left.");
    await tellsNoKey(quiz);
    await again(quiz).click();
    await quiz.row("Boiling").click();
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(/^Correct/);
    await expect(quiz.feedback).toContainText("1.6 of 2 points, 20% off for attempt 3");
    await expect(quiz.feedback).toContainText("Why: the leaves open.");
    await expect(again(quiz)).toBeHidden();
    await isAccessible(page);
    const heard = await answers(quiz);
    expect(heard.map(({ attempt, final, response, score }) => [attempt, final, response.option, score.earned])).toEqual([
      [1, false, "a", 0],
      [2, false, "c", 0],
      [3, true, "b", 1.6],
    ]);
  });
}

test("by keyboard alone: Enter tries again, the focus goes to the stem, and the answer can be asked for", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  await expect(quiz.stem).toBeVisible();
  await quiz.tabTo(quiz.host.getByRole("radio").first());
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await expect(again(quiz)).toBeFocused();
  // No key answers between two attempts.
  await page.keyboard.press("b");
  await expect(quiz.host.locator("input:checked")).toHaveValue("a");
  await page.keyboard.press("Enter");
  await expect(quiz.stem).toBeFocused();
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await expect(quiz.feedback).toContainText("You have 1 attempt left.");
  await quiz.tabTo(showAnswer(quiz));
  await page.keyboard.press("Enter");
  await expect(quiz.feedback).toContainText("Why: the leaves open.");
  await expect(quiz.button("Next question")).toBeFocused();
  await isAccessible(page);
  const heard = await answers(quiz);
  expect(heard.map(({ attempt, final }) => [attempt, final])).toEqual([[1, false], [2, false], [2, true]]);
});

const WAYS = {
  mouse: (quiz) => quiz.summary("Hint").click(),
  key: async (quiz) => {
    await quiz.tabTo(quiz.summary("Hint"));
    await quiz.page.keyboard.press("Enter");
  },
  // As a search in the page does it.
  page: (quiz) => hint(quiz).evaluate((details) => (details.open = true)),
};
for (const [name, open] of Object.entries(WAYS)) {
  test(`a hint opened by ${name} is recorded once, costs its share and stays open`, async ({ page }) => {
    const quiz = await openQuiz(page, { attempts: 1 }, { bank: TEA });
    await expect(quiz.summary("Hint")).toHaveText("Hint (costs 25% of the points)");
    await quiz.row("Boiling").click();
    await open(quiz);
    await expect(quiz.host.getByText("You can see it move.")).toBeVisible();
    await expect.poll(() => quiz.host.evaluate((element) => element.snapshot().questions[0].hint)).toBe(true);
    await isAccessible(page);
    const snapshot = await quiz.snapshot();
    await quiz.call("goTo", "plant");
    await quiz.call("back");
    await expect(hint(quiz)).toHaveAttribute("open");
    expect(await quiz.host.evaluate((element, snapshot) => element.restore(snapshot), snapshot)).toBe(true);
    await expect(hint(quiz)).toHaveAttribute("open");
    await quiz.summary("Hint").click();
    await expect(hint(quiz)).not.toHaveAttribute("open");
    await quiz.check.click();
    await expect(quiz.feedback).toContainText("1.5 of 2 points, a quarter off for the hint");
    expect(await answers(quiz)).toMatchObject([{ hint: true, attempt: 1, final: true, score: { earned: 1.5, possible: 2 } }]);
  });
}

test("a hint opened once the answer is checked costs nothing", async ({ page }) => {
  const quiz = await openQuiz(page, { attempts: 1 }, { bank: TEA });
  await quiz.row("Boiling").click();
  await quiz.check.click();
  await expect(quiz.summary("Hint")).toHaveText("Hint");
  await quiz.summary("Hint").click();
  await expect(quiz.host.getByText("You can see it move.")).toBeVisible();
  await quiz.call("finish");
  const { answers, earned } = await quiz.get("report");
  expect(earned).toBe(2);
  expect(answers[0]).toMatchObject({ hint: false, attempts: [{ hint: false, score: { earned: 2 } }] });
  expect((await quiz.snapshot()).questions[0].hint).toBeUndefined();
});

test("parts that are right are counted, points are weighed, and every attempt is in the report", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  await quiz.call("goTo", "plant");
  await quiz.row("Leaves").click();
  await quiz.check.click();
  await expect(quiz.feedback).toHaveText(/^Partly correct/);
  await expect(quiz.feedback).toContainText("Right about 3 of 4 options. You have 2 attempts left.");
  await tellsNoKey(quiz);
  await again(quiz).click();
  // What was given is there to be changed.
  await expect(quiz.host.locator("input:checked")).toHaveCount(1);
  await quiz.row("Buds").click();
  await quiz.check.click();
  await expect(quiz.feedback).toContainText("3.6 of 4 points, 10% off for attempt 2");
  await quiz.goOn();
  // A question may have its own number of attempts.
  await quiz.blank.fill("boil");
  await quiz.check.click();
  await expect(quiz.feedback).toContainText("Why: the word for it.");
  await quiz.goOn();
  await expect(quiz.part("score")).toContainText("You earned 3.6 of 7 points (51%).");
  const { answers, topics } = await quiz.get("report");
  expect(topics).toEqual([{ id: "tea", earned: 3.6, possible: 7 }]);
  expect(answers.map(({ attempts }) => attempts.length)).toEqual([0, 2, 1]);
  expect(answers[1].attempts[0]).toEqual({
    response: { kind: "multiple-response", options: ["a"] },
    score: { earned: 3, possible: 4 },
    certainty: null,
    hint: false,
  });
});

test("what was checked counts when the question is left, and waits where it was after a reload", async ({ page }) => {
  const quiz = await openQuiz(page, { "save-key": "again" }, { bank: TEA });
  await quiz.row("Lukewarm").click();
  await quiz.check.click();
  await quiz.hears("answer"); // By then everything is there that keeps it.
  await page.reload();
  await quiz.button("Continue").click();
  await expect(again(quiz)).toBeVisible();
  await tellsNoKey(quiz);
  await again(quiz).click();
  await quiz.row("Frozen").click();
  await page.reload();
  await quiz.button("Continue").click();
  await expect(quiz.host.locator("input:checked")).toHaveValue("c");
  await expect(showAnswer(quiz)).toBeVisible();
  await quiz.call("finish");
  expect((await quiz.get("report")).answers[0].response.option).toBe("a");
  await expect(quiz.part("review")).toBeVisible();
  await isAccessible(page);
});

test("an attribute of the page goes before the bank, and a question before both", async ({ page }) => {
  const quiz = await openQuiz(page, { attempts: 2, "attempt-cost": 0, "hint-cost": 0 }, { bank: TEA });
  await expect(quiz.summary("Hint")).toHaveText("Hint");
  await quiz.row("Lukewarm").click();
  await quiz.check.click();
  await expect(quiz.feedback).toContainText("You have 1 attempt left. The hint above may help.");
  await quiz.call("next");
  await expect(quiz.header).toContainText("attempt 1 of 2");
  await quiz.call("goTo", "word");
  await expect(quiz.header).not.toContainText("attempt");
  const attributes = ["attempts", "attemptCost", "hintCost"];
  expect(await quiz.host.evaluate((element, names) => names.map((name) => element[name]), attributes)).toEqual([2, 0, 0]);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("hint, attempts and the answer are a tap away, with buttons large enough", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank: TEA });
    await quiz.summary("Hint").tap();
    await expect(quiz.host.getByText("You can see it move.")).toBeVisible();
    await quiz.row("Lukewarm").tap();
    await quiz.check.tap();
    await isAccessible(page);
    for (const button of [again(quiz), showAnswer(quiz)]) {
      const { width, height } = await button.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await again(quiz).tap();
    await quiz.row("Frozen").tap();
    await quiz.check.tap();
    await showAnswer(quiz).tap();
    await expect(quiz.feedback).toContainText("Why: the leaves open.");
    expect((await answers(quiz)).map(({ hint, final }) => [hint, final])).toEqual([[true, false], [true, false], [true, true]]);
  });
});
