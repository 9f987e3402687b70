// How sure learners are: asked before an answer is checked, told beside it, and counted in the end.
import { axeFindings, isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openQuiz, tea } from "./quiz.js";

const choice = (id, stem, hint) => ({
  id,
  kind: "single-choice",
  topic: "tea",
  stem,
  hint,
  options: [
    { text: "Lukewarm", rationale: "Why: it stays pale." },
    { text: "Boiling", correct: true, rationale: "Why: the leaves open." },
  ],
});
const BANK = tea([
  choice("black", "How hot is the water for black tea?", "You can see it move."),
  choice("red", "How hot is the water for red tea?"),
  choice("brown", "How hot is the water for brown tea?"),
  { id: "own", kind: "reflection", topic: "tea", stem: "How would you ask a guest?", model: "“What would you like?”" },
]);

const open = async (page, attributes = {}, bank = BANK) => {
  const quiz = await openQuiz(page, { certainty: true, ...attributes }, { bank });
  return Object.assign(quiz, {
    group: quiz.host.getByRole("group", { name: "How sure are you?" }),
    sure: (words) => quiz.host.getByRole("radio", { name: words, exact: true }),
    say: (words) => quiz.sure(words).check(),
    status: quiz.host.getByRole("status"),
    table: quiz.part("calibration"),
  });
};

for (const width of [320, 1280]) {
  test(`how sure one is, by mouse, ${width} pixels wide`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    const quiz = await open(page);
    await expect(quiz.group).toBeVisible();
    await expect(quiz.group).toContainText("Only for yourself");
    await isAccessible(page);
    await quiz.row("Lukewarm").click();
    await quiz.say("Not sure");
    await quiz.say("Quite sure");
    await expect(quiz.sure("Quite sure")).toBeChecked();
    // It stays, and nothing above the feedback moves.
    const above = quiz.host.locator(".stem, .option, [part~='certainty'], .chip, [part~='hint'], .actions, .actions button");
    const places = await quiz.places(above);
    await quiz.check.click();
    await expect(quiz.feedback).toContainText("You were quite sure of another answer: worth a second look.");
    await expect(quiz.status).toContainText("You were quite sure of another answer: worth a second look.");
    expect(await quiz.places(above)).toEqual(places);
    await expect(quiz.sure("Quite sure")).toBeChecked();
    await expect(quiz.sure("Not sure")).toBeDisabled();
    await isAccessible(page);
    await quiz.goOn();

    await expect(quiz.host.getByRole("radio", { checked: true })).toHaveCount(0);
    await quiz.row("Boiling").click();
    await quiz.say("Not sure");
    await quiz.check.click();
    await expect(quiz.feedback).toContainText("You were not sure, and it was right");
    await quiz.goOn();
    // It may be left out.
    await quiz.row("Lukewarm").click();
    await quiz.check.click();
    await expect(quiz.feedback).not.toContainText("You were");
    await quiz.goOn();
    // And nobody is asked it of a text of their own.
    await expect(quiz.host.getByRole("textbox")).toBeVisible();
    await expect(quiz.group).toHaveCount(0);
    await quiz.call("finish");

    await expect(quiz.results).toContainText("How sure you were");
    const rows = quiz.table.locator("tbody tr");
    await expect(rows).toHaveText([/Quite sure.*0.*1/s, /Fairly sure.*0.*0/s, /Not sure.*1.*0/s]);
    await expect(quiz.table.getByRole("img")).toHaveCount(2);
    await expect(rows.nth(2).getByRole("img", { name: "100% right" })).toBeVisible();
    await isAccessible(page);
    expect(await axeFindings(page, { runOnly: ["color-contrast"] })).toEqual([]);

    const answers = (await quiz.heard()).filter(([name]) => name === "answer").map(([, { certainty }]) => certainty);
    expect(answers).toEqual(["quite", "unsure", null]);
    const finished = await quiz.hears("finish");
    expect(finished.certaintyMarks).toBe(-5);
    expect([finished.earned, finished.possible], "it changes no points").toEqual([1, 3]);

    // What one was sure of comes first.
    await quiz.button("Practise what you missed (2)").click();
    await expect(quiz.stem).toContainText("black tea");
    await expect(quiz.host.getByRole("radio", { checked: true })).toHaveCount(0);
    expect(site.violations).toEqual([]);
  });
}

test("how sure one is, by keyboard alone", async ({ page }) => {
  const quiz = await open(page);
  await expect(quiz.group).toBeVisible();
  await quiz.call("focus");
  await page.keyboard.press("b");
  await expect(quiz.row("Boiling").locator("input")).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(quiz.sure("Not sure")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(quiz.sure("Fairly sure")).toBeChecked();
  await expect(quiz.sure("Fairly sure")).toBeFocused();
  // Letters still choose options.
  await page.keyboard.press("a");
  await expect(quiz.row("Lukewarm").locator("input")).toBeChecked();
  await page.keyboard.press("b");
  await expect(quiz.sure("Fairly sure")).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(quiz.feedback).toContainText("You were fairly sure, and right.");
  await expect(quiz.button("Next question")).toBeFocused();
});

test("how sure one is may be said before, and anew at another attempt", async ({ page }) => {
  const quiz = await open(page, { attempts: 2 });
  await quiz.say("Quite sure");
  await quiz.row("Lukewarm").click();
  await quiz.check.click();
  await expect(quiz.sure("Quite sure")).toBeDisabled();
  await quiz.button("Try this question again").click();
  await expect(quiz.sure("Quite sure")).not.toBeChecked();
  await quiz.row("Boiling").click();
  await quiz.say("Fairly sure");
  await quiz.check.click();
  await expect(quiz.feedback).toContainText("You were fairly sure, and right.");
  await quiz.call("finish");
  await expect(quiz.table.locator("tbody tr").first()).toHaveText(/Quite sure.*0.*1/s);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 568 } });

  test("how sure one is, in an exam too", async ({ page }) => {
    const quiz = await open(page, { mode: "exam" });
    for (const words of ["Not sure", "Fairly sure", "Quite sure"]) {
      const { width, height } = await quiz.part("certainty").locator(".chip", { hasText: words }).boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    await quiz.row("Boiling").tap();
    await quiz.sure("Quite sure").tap();
    await expect(quiz.sure("Quite sure")).toBeChecked();
    await quiz.call("finish");
    await expect(quiz.table.locator("tbody tr").first()).toHaveText(/Quite sure.*1.*0/s);
    await isAccessible(page);
  });
});

test("what was said comes back with the session", async ({ page }) => {
  const quiz = await open(page, { "save-key": "sure" });
  await quiz.row("Boiling").click();
  await quiz.say("Fairly sure");
  await page.reload();
  await quiz.button("Continue").click();
  await expect(quiz.sure("Fairly sure")).toBeChecked();
});
