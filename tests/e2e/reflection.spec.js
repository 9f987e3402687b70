// Reflection: a text of one's own, compared with a model answer and marked by the learner.
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openQuiz } from "./quiz.js";

const OWN = {
  id: "own",
  kind: "reflection",
  topic: "tea",
  stem: "How would you ask a guest which tea she likes?",
  hint: "What would you like to be asked?",
  model: [["p", "“What would you like?” And then I ", ["em", "wait"], "."]],
  checks: [
    { text: "I ask and do not tell.", rationale: "A question leaves it open." },
    { text: "I wait for her answer." },
    { text: "I name no tea first." },
  ],
};
const CHOICE = {
  id: "cup",
  kind: "single-choice",
  topic: "cups",
  stem: "Which cup?",
  options: [{ text: "A bowl", correct: true }, { text: "A bag" }],
};
const TEA = {
  format: 1,
  id: "tea",
  title: "Tea",
  settings: { shuffle: "none", "no-start": true, "hint-cost": 25, attempts: 3 },
  topics: [{ id: "tea", title: "Tea" }, { id: "cups", title: "Cups" }],
  questions: [OWN, CHOICE],
};
const ALONE = { ...TEA, settings: { ...TEA.settings, "pass-mark": 80 }, questions: [OWN] };
const TEXT = "I would ask her.\n1 or 2 things, a, b, c";

const area = (quiz) => quiz.host.getByRole("textbox", { name: "Your answer" });
const check = (quiz, text) => quiz.host.getByRole("checkbox", { name: text });
const list = (quiz) => quiz.host.getByRole("group", { name: "What is in your answer?" });

const isAsWideAsThePage = async (page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

for (const width of [320, 1280]) {
  test(`by mouse at ${width} px: what was written stays, and what is in it is marked until the results`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const quiz = await openQuiz(page, {}, { bank: TEA });
    await expect(quiz.stem).toBeVisible();
    await isAccessible(page);
    // Written once, and the hint costs nothing.
    await expect(quiz.header).toContainText(/Question 1 of 2$|Question 1 of 2Tea/);
    await expect(quiz.summary("Hint")).toHaveText("Hint");
    await area(quiz).fill(" \n");
    await quiz.check.click();
    await expect(quiz.part("actions")).toContainText("Write an answer first.");
    await expect(quiz.host.getByRole("status")).toHaveText("Write an answer first.");
    await area(quiz).fill(TEXT);
    const html = await quiz.host.evaluate((element) => element.shadowRoot.innerHTML);
    expect(html).not.toMatch(/What would you like\?”|I ask and|leaves it open/);
    const places = await quiz.places(quiz.primary);
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(/^Compare your answer/);
    await expect(quiz.host.getByRole("status")).toHaveText(/^Compare your answer\. /);
    await expect(quiz.feedback).not.toContainText(/[Cc]orrect|[Rr]ight|Not this time|of 0/);
    await expect(quiz.feedback).toContainText("And then I wait.");
    await expect(area(quiz)).toHaveValue(TEXT);
    await expect(area(quiz)).toHaveAttribute("readonly");
    expect(await quiz.places(quiz.primary)).toEqual(places);
    const { response, score, attempt, final } = await quiz.hears("answer");
    expect(response).toEqual({ kind: "reflection", text: TEXT, checks: [] });
    expect({ score, attempt, final }).toEqual({ score: null, attempt: 1, final: true });
    for (const row of await list(quiz).locator("label").all()) {
      expect((await row.boundingBox()).height).toBeGreaterThanOrEqual(44);
    }
    await check(quiz, "I ask and do not tell.").check();
    await check(quiz, "I name no tea first.").check();
    await check(quiz, "I ask and do not tell.").uncheck();
    await check(quiz, "I wait for her answer.").check();
    await isAccessible(page);
    await isAsWideAsThePage(page);

    // Changed once more after another question.
    await quiz.goOn();
    await quiz.row("A bag").click();
    await quiz.check.click();
    await quiz.button("Back").click();
    await expect(area(quiz)).toHaveValue(TEXT);
    await expect(check(quiz, "I wait for her answer.")).toBeChecked();
    await check(quiz, "I wait for her answer.").uncheck();
    await quiz.call("finish");

    await expect(quiz.results).toContainText("You earned 0 of 1 point (0%).");
    await expect(quiz.part("topics").locator("li")).toHaveCount(1);
    await expect(quiz.button("Practise what you missed (1)")).toBeVisible();
    const own = quiz.part("review").locator("li").filter({ hasText: OWN.stem });
    await expect(own.locator("summary")).toContainText("Your own answer");
    await own.locator("summary").click();
    await expect(own).toContainText("I would ask her.");
    await expect(own.locator(".rationales .label")).toHaveText(["Not marked", "Not marked", "In your answer"]);
    await expect(own).not.toContainText(/[Cc]orrect|Not right/);
    await isAccessible(page);
    await isAsWideAsThePage(page);
    const report = await quiz.hears("finish");
    expect(report).toMatchObject({ earned: 0, possible: 1, topics: [{ id: "cups" }] });
    const told = { kind: "reflection", text: TEXT, checks: ["c"] };
    expect(report.answers[0]).toMatchObject({ response: told, score: null, attempts: [{ response: told, score: null }] });
    await quiz.button("Practise what you missed (1)").click();
    await quiz.isAt(1, 1);
    await expect(quiz.stem).toHaveText(CHOICE.stem);
  });
}

test("by keyboard alone: letters and Enter are written, Ctrl+Enter checks, and Space marks", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  const press = (key) => page.keyboard.press(key);
  await expect(quiz.stem).toBeVisible();
  await quiz.tabTo(area(quiz));
  await press("Control+Enter");
  await expect(quiz.part("actions")).toContainText("Write an answer first.");
  await expect(area(quiz)).toHaveValue("");
  await area(quiz).focus();
  await page.keyboard.type("a1\nb2");
  await expect(area(quiz)).toHaveValue("a1\nb2");
  await expect(quiz.feedback).toHaveCount(0);
  await press("Control+Enter");
  await expect(quiz.feedback).toHaveText(/^Compare your answer/);
  await expect(quiz.primary).toBeFocused();
  await quiz.tabTo(check(quiz, "I ask and do not tell."));
  await press("Space");
  await expect(check(quiz, "I ask and do not tell.")).toBeChecked();
  await expect(check(quiz, "I ask and do not tell.")).toBeFocused();
  await press("Tab");
  await press("Space");
  await press("Space");
  await expect(check(quiz, "I wait for her answer.")).not.toBeChecked();
  expect((await quiz.get("report")) ?? null).toBeNull();
  await quiz.tabTo(quiz.primary, "Shift+Tab");
  await press("Enter");
  await quiz.isAt(2, 2);
  await expect(quiz.stem).toBeFocused();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("one taps, writes, checks and marks, and nothing is wider than the screen", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank: ALONE });
    await area(quiz).tap();
    await page.keyboard.insertText(`${TEXT} ${"verylongword".repeat(12)}`);
    await isAsWideAsThePage(page);
    await quiz.check.tap();
    await expect(quiz.feedback).toHaveText(/^Compare your answer/);
    await list(quiz).getByText("I wait for her answer.").tap();
    await expect(check(quiz, "I wait for her answer.")).toBeChecked();
    await isAsWideAsThePage(page);
    await quiz.button("See results").tap();
    await quiz.part("review").locator("summary").first().tap();
    await isAsWideAsThePage(page);
  });
});

test("where nothing earns points the results say so, and miss no target", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: ALONE });
  await area(quiz).fill(TEXT);
  await quiz.check.click();
  await quiz.goOn();
  await expect(quiz.part("score")).toHaveText("Nothing here is scored.");
  await expect(quiz.results).not.toContainText(/%|target|By topic|What to study next|Practise what you missed/);
  await isAccessible(page);
  expect(await quiz.hears("finish")).toMatchObject({ earned: 0, possible: 0, passed: null, topics: [] });
});

test("a text is cut nowhere, and each mark is saved at once", async ({ page }) => {
  const long = "é1 ".repeat(1666) + "é1";
  const quiz = await openQuiz(page, { "save-key": "tea" }, { bank: TEA });
  await area(quiz).fill(long);
  expect(long.length).toBe(5000);
  await area(quiz).focus();
  await page.keyboard.press("End");
  await page.keyboard.type("more");
  await expect(area(quiz)).toHaveValue(long);
  await quiz.check.click();
  await check(quiz, "I name no tea first.").check();
  await page.reload();
  await quiz.button("Continue").click();
  await expect(quiz.feedback).toBeVisible();
  await expect(area(quiz)).toHaveValue(long);
  await expect(check(quiz, "I name no tea first.")).toBeChecked();

  const snapshot = await quiz.snapshot();
  snapshot.questions[0].response.checks = ["zz", 7, "b"];
  expect(await quiz.host.evaluate((element, snapshot) => element.restore(snapshot), snapshot)).toBe(true);
  await expect(check(quiz, "I wait for her answer.")).toBeChecked();
  await expect(check(quiz, "I name no tea first.")).not.toBeChecked();
  await expect(area(quiz)).toHaveValue(long);
});

test("on paper there are lines to write on, and the answer key has the model and what to look for", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: { ...ALONE, settings: {} } });
  await quiz.summary("Print").click();
  await quiz.button("Worksheet").click();
  await expect(quiz.part("sheet").locator(".room .ruled")).toHaveCount(6);
  await expect(quiz.part("sheet")).not.toContainText("And then I wait");
  await quiz.button("Back").click();
  if (!(await quiz.button("Answer key").isVisible())) await quiz.summary("Print").click();
  await quiz.button("Answer key").click();
  await expect(quiz.part("sheet")).toContainText("And then I wait.");
  await expect(quiz.part("sheet")).toContainText("What to look for");
  await isAccessible(page);
});
