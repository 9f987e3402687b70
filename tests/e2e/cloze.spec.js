// Cloze: a passage with gaps.
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openQuiz, tea, why } from "./quiz.js";

const TEA = tea([
  {
    id: "note",
    kind: "cloze",
    topic: "tea",
    stem: "Complete the note.",
    passage: [
      ["p", "Let the water cool to {{heat}}, and ask ", ["em", "{{who}}"], " before you pour."],
      ["ul", ["li", "Then let the leaves {{verb}}."]],
      ["table", ["thead", ["tr", ["th", "Tea"], ["th", "Cup"]]], ["tbody", ["tr", ["td", "green"], ["td", "{{cup}}"]]]],
    ],
    gaps: [
      { id: "cup", label: "The cup", options: [why("a bag"), { ...why("a bowl"), correct: true }] },
      { id: "heat", unit: "°C", answers: [{ value: 80, tolerance: 5, correct: true, rationale: "Why: 80" }] },
      { id: "verb", close_spelling: true, answers: [{ ...why("infuse"), correct: true }, why("boil")] },
      { id: "who", options: [{ ...why("your guest"), correct: true }, why("nobody"), why("the kettle")] },
    ],
  },
]);
const gap = (quiz, name) => quiz.host.getByLabel(name);
const heat = (quiz) => gap(quiz, /^Gap 1 of 4: /);
const who = (quiz) => gap(quiz, /^Gap 2 of 4: /);
const verb = (quiz) => gap(quiz, "Gap 3 of 4: Then let the leaves ….");
const cup = (quiz) => gap(quiz, /^The cup/);


for (const width of [320, 1280]) {
  test(`by mouse at ${width} px: each gap is marked in its place and explained`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const quiz = await openQuiz(page, {}, { bank: TEA });
    await expect(quiz.stem).toBeVisible();
    await isAccessible(page);
    await expect(heat(quiz)).toHaveAttribute("inputmode", "decimal");
    await heat(quiz).fill("warm");
    await who(quiz).selectOption("nobody");
    await cup(quiz).selectOption("a bowl");
    await quiz.check.click();
    const nudge = "Fill in every gap first, with a number where one is asked for.";
    await expect(quiz.part("actions")).toContainText(nudge);
    await expect(quiz.host.getByRole("status")).toContainText(nudge);
    await expect(heat(quiz)).toHaveValue("warm");
    await heat(quiz).fill("82 °C");
    await verb(quiz).fill("boil");
    // One width for each sort of gap, whatever its answer.
    const box = async (control) => (await control.boundingBox()).width;
    if (width > 320) expect(await box(who(quiz))).toBe(await box(cup(quiz)));
    for (const control of [heat, who, verb, cup]) {
      expect((await control(quiz).boundingBox()).height).toBeGreaterThanOrEqual(44);
    }
    const html = await quiz.host.evaluate((element) => element.shadowRoot.innerHTML);
    expect(html).not.toMatch(/[ -](in)?correct\b|Why:|infuse/);
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(/^Partly correct/);
    await expect(quiz.feedback).toContainText("Right about 2 of 4 gaps");
    for (const control of [heat, who, verb, cup]) await expect(control(quiz)).toBeDisabled();
    await expect(quiz.options).toHaveCount(4);
    await expect(quiz.options.locator(".badge")).toHaveText(["Right", "Not right", "Not right", "Right"]);
    await expect(quiz.options.locator("svg")).toHaveCount(4);
    await expect(quiz.options.nth(1)).toContainText("Right answer: your guest");
    await expect(quiz.options.nth(2)).toContainText("Right answer: infuse");
    for (const text of ["80", "nobody", "your guest", "boil", "infuse", "a bowl"]) {
      await expect(quiz.feedback.getByText(`Why: ${text}`)).toBeVisible();
    }
    await expect(quiz.feedback.getByText("Why: the kettle")).toBeHidden();
    const names = await quiz.feedback.locator("div > .said:first-child").allTextContents();
    expect(names.slice(0, 4)).toEqual(["Gap 1", "Gap 2", "Gap 3", "The cup"]);
    await isAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { response, score } = await quiz.hears("answer");
    expect(response).toEqual({ kind: "cloze", gaps: { cup: "b", heat: "82 °C", verb: "boil", who: "b" } });
    expect(score).toEqual({ earned: 0.5, possible: 1 });
  });
}

test("by keyboard alone: Tab goes through the passage, letters are typed, and Enter checks", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  const press = (key) => page.keyboard.press(key);
  await quiz.tabTo(heat(quiz));
  await page.keyboard.type("80");
  await press("Tab");
  await expect(who(quiz)).toBeFocused();
  await press("ArrowDown");
  await expect(who(quiz).locator(":checked")).toHaveText("your guest");
  // The list's own keys work.
  await press("n");
  await expect(who(quiz).locator(":checked")).toHaveText("nobody");
  await press("ArrowUp");
  await press("Tab");
  await expect(verb(quiz)).toBeFocused();
  await page.keyboard.type("infuze");
  await press("Tab");
  await expect(cup(quiz)).toBeFocused();
  await press("End");
  await press("Shift+Tab");
  await expect(verb(quiz)).toHaveValue("infuze");
  await press("Enter");
  await expect(quiz.feedback).toHaveText(/^Correct/);
  await expect(quiz.feedback).toContainText("It is written “infuse”.");
  await expect(quiz.primary).toBeFocused();
  expect((await quiz.hears("answer")).score.earned).toBe(1);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("gaps are tapped, chosen and typed, and nothing is wider than the screen", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank: TEA });
    await heat(quiz).tap();
    await heat(quiz).fill("80");
    await who(quiz).tap();
    await who(quiz).selectOption("your guest");
    await verb(quiz).tap();
    await verb(quiz).fill("infuse");
    await cup(quiz).selectOption("a bowl");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await quiz.check.tap();
    await expect(quiz.feedback).toHaveText(/^Correct/);
    await quiz.button("See results").tap();
    await expect(quiz.results).toBeVisible();
  });
});

test("what a page restores is shown, and what makes no sense is left out", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  await heat(quiz).fill("80");
  const snapshot = await quiz.snapshot();
  snapshot.questions[0].response.gaps = { verb: "infuse", who: "zz", cup: 7, other: "x" };
  expect(await quiz.host.evaluate((element, snapshot) => element.restore(snapshot), snapshot)).toBe(true);
  await expect(verb(quiz)).toHaveValue("infuse");
  await expect(heat(quiz)).toHaveValue("");
  await expect(who(quiz).locator(":checked")).toHaveText("Choose…");
});

test("lists are in a drawn order and tell nothing by their values", async ({ page }) => {
  const orders = new Set();
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const quiz = await openQuiz(page, { seed, shuffle: "all" }, { bank: TEA });
    await who(quiz).waitFor();
    orders.add((await who(quiz).locator("option").allTextContents()).join());
    await expect(who(quiz).locator("option[value], option[id]")).toHaveCount(0);
  }
  expect(orders.size).toBeGreaterThan(1);
});

test("on paper a gap is a line with room to write on, and what is right stands on the key", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: { ...TEA, settings: {} } });
  await quiz.summary("Print").click();
  await quiz.button("Worksheet").click();
  const blanks = quiz.part("sheet").locator(".passage .written");
  await expect(blanks).toHaveCount(4);
  for (const blank of await blanks.all()) expect((await blank.boundingBox()).width).toBeGreaterThan(80);
  await expect(blanks).toHaveText(["blank", "blank", "blank", "blank"]);
  await quiz.button("Back").click();
  await quiz.button("Answer key").click();
  await expect(blanks.first()).toHaveText("80 ± 5 °C");
});
