// Grid and numeric questions.
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openQuiz, tea } from "./quiz.js";

const TEA = tea([
  {
    id: "milk",
    kind: "grid",
    topic: "tea",
    stem: "Which is drunk with milk?",
    columns: [{ id: "yes", text: "Yes" }, { id: "no", text: "No" }, { id: "maybe", text: "It depends" }],
    rows: [["Chai", "yes"], ["Oolong", "no"], ["White tea", "no"]].map(([text, key]) => ({ text, key, rationale: `Why: ${text}` })),
  },
  {
    id: "degrees",
    kind: "numeric",
    topic: "tea",
    stem: "How hot is the water for green tea?",
    unit: "°C",
    answers: [
      { value: 80, tolerance: 5, correct: true, rationale: "Leaves open and do not burn." },
      { min: 95, max: 100, rationale: "That is for black tea." },
    ],
  },
]);
const only = (id) => ({ ...TEA, questions: TEA.questions.filter((question) => question.id === id) });
const radio = (quiz, row, column) => quiz.host.getByRole("radio", { name: `${row}: ${column}`, exact: true });
const number = (quiz) => quiz.host.getByRole("textbox", { name: /^Your answer/ });


for (const width of [320, 1280]) {
  test(`grid by mouse at ${width} px: each row is marked and explained, and nothing moves`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const quiz = await openQuiz(page, {}, { bank: only("milk") });
    await expect(quiz.stem).toBeVisible();
    await isAccessible(page);
    await expect(quiz.host.getByRole("radio")).toHaveCount(9);
    await radio(quiz, "Chai", "Yes").check();
    await quiz.check.click();
    await expect(quiz.part("actions")).toContainText("Choose one in each row.");
    await expect(radio(quiz, "Chai", "Yes")).toBeChecked();
    await radio(quiz, "Oolong", "Yes").check();
    await radio(quiz, "White tea", "It depends").check();
    await radio(quiz, "White tea", "No").check();
    await expect(quiz.host.locator(":checked")).toHaveCount(3);
    const above = quiz.host.locator('[part~="header"], [part~="stem"], [part~="option"], label');
    // The button that checks makes room for no nudge any more.
    const before = await quiz.places(above);
    const html = await quiz.host.evaluate((element) => element.shadowRoot.innerHTML);
    expect(html).not.toMatch(/[ -](in)?correct\b|Why:/);
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(/^Partly correct/);
    expect(await quiz.places(above)).toEqual(before);
    await expect(quiz.feedback).toContainText("Right about 2 of 3 rows");
    await expect(quiz.feedback).toContainText("Right answer: No");
    await expect(quiz.feedback.getByText("Why: Oolong")).toBeVisible();
    await expect(quiz.feedback.getByText("Why: Chai")).toBeHidden();
    await expect(quiz.options.locator(".badge")).toHaveText(["Your answer: right", "Your answer: not right", "Your answer: right"]);
    await expect(quiz.options.locator("svg[aria-hidden]")).toHaveCount(3);
    await isAccessible(page);
    const { response, score } = await quiz.hears("answer");
    expect(response).toEqual({ kind: "grid", rows: { a: "yes", b: "yes", c: "no" } });
    expect(score.earned).toBeCloseTo(2 / 3, 5);
  });
}

test("grid by keyboard alone: arrows choose in a row, Tab goes from row to row", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: only("milk") });
  const press = (key) => page.keyboard.press(key);
  await quiz.tabTo(radio(quiz, "Chai", "Yes"));
  await press("Space");
  await expect(radio(quiz, "Chai", "Yes")).toBeChecked();
  await press("Tab");
  await expect(radio(quiz, "Oolong", "Yes")).toBeFocused();
  await press("ArrowRight");
  await expect(radio(quiz, "Oolong", "No")).toBeChecked();
  await expect(radio(quiz, "Oolong", "No")).toBeFocused();
  // Letters and numbers choose nothing here.
  await press("1");
  await press("a");
  await expect(quiz.host.locator(":checked")).toHaveCount(2);
  await press("Tab");
  await press("ArrowDown");
  await expect(radio(quiz, "White tea", "No")).toBeChecked();
  await press("Enter");
  await expect(quiz.feedback).toHaveText(/^Correct/);
  await expect(quiz.primary).toBeFocused();
});

test("grid is a table with room, and rows with buttons below where there is none", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: only("milk") });
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect(quiz.host.getByRole("columnheader")).toHaveText(["Yes", "No", "It depends"]);
  await expect(quiz.host.getByRole("rowheader")).toHaveText(["Chai", "Oolong", "White tea"]);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(quiz.host.locator("thead")).toBeVisible({ visible: width > 320 });
    await expect(quiz.options.first().getByText("It depends")).toBeVisible({ visible: width === 320 });
    for (const label of await quiz.options.locator("label").all()) {
      const { width, height } = await label.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
});

test("numeric by mouse: what is no number waits, what is one is marked and explained", async ({ page }) => {
  for (const [typed, verdict, why] of [
    ["79,5", /^Correct/, "Leaves open and do not burn."],
    ["+80 °c", /^Correct/, "Leaves open and do not burn."],
    ["100", /^Not this time/, "That is for black tea."],
    ["20", /^Not this time/, "Leaves open and do not burn."],
  ]) {
    const quiz = await openQuiz(page, {}, { bank: only("degrees") });
    await expect(number(quiz)).toHaveAttribute("inputmode", "decimal");
    await expect(quiz.options).toContainText("°C");
    await number(quiz).fill("warm");
    await quiz.check.click();
    await expect(quiz.part("actions")).toContainText("Type a number first.");
    await expect(quiz.host.getByRole("status")).toContainText("Type a number first.");
    await expect(number(quiz)).toHaveValue("warm");
    await isAccessible(page);
    await number(quiz).fill(typed);
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(verdict);
    await expect(quiz.feedback).toContainText(`Your answer: “${typed}”`);
    await expect(quiz.feedback.getByText(why)).toBeVisible();
    await expect(quiz.feedback).toContainText("80 ± 5 °C");
    await expect(number(quiz)).toHaveAttribute("readonly");
    await isAccessible(page);
    expect((await quiz.hears("answer")).response).toEqual({ kind: "numeric", text: typed });
  }
});

test("numeric by keyboard alone: Enter checks, and nothing moves", async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    const quiz = await openQuiz(page, {}, { bank: only("degrees") });
    await quiz.tabTo(number(quiz));
    await page.keyboard.type("-5");
    const above = quiz.host.locator('[part~="header"], [part~="stem"], [part~="option"], [part~="option-input"], .unit');
    const before = await quiz.places(above);
    await page.keyboard.press("Enter");
    await expect(quiz.feedback).toHaveText(/^Not this time/);
    expect(await quiz.places(above)).toEqual(before);
    await expect(quiz.primary).toBeFocused();
    await expect(number(quiz)).toHaveValue("-5");
  }
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("a tap anywhere on a row of a column chooses it, and a number is typed and checked", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank: TEA });
    for (const [row, column] of [["Chai", "Yes"], ["Oolong", "No"], ["White tea", "No"]]) {
      await quiz.row(row).locator("label", { hasText: column }).tap({ position: { x: 150, y: 30 } });
      await expect(radio(quiz, row, column)).toBeChecked();
    }
    await quiz.check.tap();
    await expect(quiz.feedback).toHaveText(/^Correct/);
    await quiz.button("Next question").tap();
    await number(quiz).tap();
    await number(quiz).fill("80");
    await quiz.check.tap();
    await expect(quiz.feedback).toHaveText(/^Correct/);
  });
});

test("grid and numeric show what a page restores", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  await radio(quiz, "Chai", "No").check();
  const snapshot = await quiz.snapshot();
  snapshot.questions[0].response.rows = { b: "maybe", c: "gone" };
  snapshot.questions[1].response = { kind: "numeric", text: "warm" };
  expect(await quiz.host.evaluate((element, snapshot) => element.restore(snapshot), snapshot)).toBe(true);
  await expect(quiz.host.locator(":checked")).toHaveCount(1);
  await expect(radio(quiz, "Oolong", "It depends")).toBeChecked();
  await radio(quiz, "Oolong", "No").check();
  await radio(quiz, "Chai", "Yes").check();
  await radio(quiz, "White tea", "No").check();
  await quiz.check.click();
  await expect(quiz.feedback).toHaveText(/^Correct/);
  await quiz.goOn();
  await expect(number(quiz)).toHaveValue("warm");
});
