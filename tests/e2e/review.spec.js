// Review over days: what was answered comes back when it is due, on simulated days.
import { isAccessible } from "./axe.js";
import { openQuiz, tea, why } from "./quiz.js";
import { expect, test } from "./site.js";

const DAY = 86_400_000;
// Monday morning, where the browser is.
const MONDAY = new Date(2026, 2, 2, 9).getTime();
const IDS = ["one", "two", "three", "four", "five", "six"];
const bank = tea(
  IDS.map((id, place) => ({
    id,
    kind: "single-choice",
    topic: place < 3 ? "tea" : "cups",
    stem: `What is ${id}?`,
    options: [{ ...why("This"), correct: true }, why("That")],
  })),
  { settings: {}, topics: [{ id: "tea", title: "Tea" }, { id: "cups", title: "Cups" }] },
);
const REVIEW = { mode: "review", "save-key": "course" };

// Opens the page on that day, counted from Monday, which is 0.
async function on(page, day, attributes = REVIEW) {
  await page.clock.setSystemTime(MONDAY + day * DAY);
  const quiz = await openQuiz(page, attributes, { bank });
  if (await quiz.button("Try again").or(quiz.start).first().waitFor().then(() => quiz.results.isVisible())) {
    await quiz.button("Try again").click();
  }
  await expect(quiz.start).toBeVisible();
  return quiz;
}

// Answers all that is asked, these questions wrong; tells which were asked.
async function answer(quiz, ...wrong) {
  await quiz.start.click();
  const asked = [];
  while (!(await quiz.hasEnded())) {
    const { id } = await quiz.question();
    asked.push(id);
    await quiz.row(wrong.includes(id) ? "That" : "This").click();
    await quiz.check.click();
    await quiz.goOn();
  }
  return asked;
}

const due = async (quiz) => Number((await quiz.part("base").textContent()).match(/(\d+) questions? (?:is|are) due today/)?.[1] ?? 0);

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: MONDAY });
});

test("what was wrong comes back the next day, and what is right comes later each time", async ({ page }) => {
  test.slow();
  const asked = Object.fromEntries(IDS.map((id) => [id, []]));
  const record = (ids, day) => ids.forEach((id) => asked[id].push(day));

  let quiz = await on(page, 0);
  await expect(quiz.host).toContainText("Questions come back here when you are about to forget them. These are the first.");
  record(await answer(quiz, "two", "five"), 0);
  await expect(quiz.results).toContainText("Next: 2 tomorrow.");
  await isAccessible(page);

  for (let day = 1; day <= 28; day += 1) {
    quiz = await on(page, day);
    const n = await due(quiz);
    if (n === 0) {
      await expect(quiz.host).toContainText(/Nothing is due today\. Next: \d (tomorrow|on \w+day|in \d+ \w+)\. You may practise all the same\./);
      continue;
    }
    if (day === 1) await expect(quiz.host).toContainText("2 questions are due today. Next: 4 tomorrow.");
    const ids = await answer(quiz, ...(day === 1 ? ["two"] : []));
    expect(ids).toHaveLength(n);
    record(ids, day);
  }

  expect(asked.two.slice(0, 3)).toEqual([0, 1, 2]);
  expect(asked.five.slice(0, 2)).toEqual([0, 1]);
  for (const id of ["one", "three", "four", "six"]) {
    const gaps = asked[id].slice(1).map((day, index) => day - asked[id][index]);
    expect(gaps.length, `${id} on ${asked[id]}`).toBeGreaterThan(1);
    expect(gaps[0]).toBeGreaterThan(1);
    expect(gaps, `${id} on ${asked[id]}`).toEqual(gaps.toSorted((one, other) => one - other));
  }
});

test("the start screen tells what is due, what is new and when there is more", async ({ page }) => {
  let quiz = await on(page, 0, { ...REVIEW, count: 2 });
  await answer(quiz, ...IDS);
  quiz = await on(page, 1, { ...REVIEW, count: 3 });
  await expect(quiz.host).toContainText("2 questions are due today. 1 new one is added.");
  await isAccessible(page);
  quiz = await on(page, 1, { ...REVIEW, count: 1 });
  await expect(quiz.host).toContainText("2 questions are due today. This sitting asks the first 1.");
  // What the learner chooses counts.
  quiz = await on(page, 1);
  await quiz.summary("Topics").click();
  await quiz.host.getByRole("checkbox", { name: "Cups" }).check();
  await expect(quiz.host).toContainText(/Nothing is due today|is due today/);
  await expect(quiz.host).toContainText("3 questions");
});

test("who was sure and wrong is asked that first", async ({ page }) => {
  let quiz = await on(page, 0, { ...REVIEW, certainty: true });
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
    `selfcheck:course:tea:log:${MONDAY}-1`,
    [
      { format: "selfcheck-log", version: 1, bank: "tea", sitting: `${MONDAY}-1`, mode: "review" },
      ...IDS.map((q, index) => ({ q, atMs: MONDAY + index, share: 0, sure: q === "four" ? "quite" : "unsure" })),
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(""),
  ]);
  quiz = await on(page, 1);
  await quiz.start.click();
  expect((await quiz.question()).id).toBe("four");
});

test("a page that stays open over night asks what is due in the morning", async ({ page }) => {
  const quiz = await on(page, 0);
  await answer(quiz, ...IDS);
  await quiz.button("Try again").click();
  await expect(quiz.host).toContainText("Nothing is due today.");
  await page.clock.setSystemTime(MONDAY + DAY);
  await quiz.part("progress-button").click();
  await expect(quiz.button("Review what is due (6)")).toBeVisible();
  await quiz.button("Back").click();
  await expect(quiz.host).toContainText("6 questions are due today.");
});

test("the learner's page tells the days to come by their names", async ({ page }) => {
  const quiz = await on(page, 0);
  await answer(quiz, "two");
  await quiz.part("progress-button").click();
  const days = quiz.host.locator(".days tbody tr");
  await expect(days).toHaveText([/^Tomorrow\s*1$/, /^Wednesday\s*5$/]);
  await expect(quiz.host).toContainText("Nothing is due today.");
  await page.clock.setSystemTime(MONDAY + 2 * DAY);
  await quiz.button("Back").click();
  await quiz.part("progress-button").click();
  await expect(days).toHaveText([/^Today\s*6$/]);
  await expect(quiz.host.getByRole("row", { name: /^2 March, 9:\d\d am Review 6/ })).toBeVisible();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test("a review from start to end", async ({ page }) => {
    let quiz = await on(page, 0);
    await answer(quiz, "one");
    quiz = await on(page, 1);
    await expect(quiz.host).toContainText("1 question is due today.");
    await quiz.start.tap();
    await quiz.row("This").tap();
    await quiz.check.tap();
    // Two quick taps on one button are taken for one; whoever reads in between makes two.
    await quiz.feedback.locator("h2").tap();
    await quiz.button("See results").tap();
    await expect(quiz.results).toContainText(/Next: \d (tomorrow|on \w+day|in \d+ \w+)\./);
    await isAccessible(page);
  });
});

test("by keyboard alone", async ({ page }) => {
  let quiz = await on(page, 0);
  await answer(quiz, "one");
  quiz = await on(page, 1);
  await quiz.tabTo(quiz.start);
  await page.keyboard.press("Enter");
  await expect(quiz.stem).toBeFocused();
  const [key] = await quiz.options.evaluateAll((rows) => rows.map((row, index) => [row.textContent, index + 1]).filter(([text]) => text.includes("This")).map(([, index]) => String(index)));
  await page.keyboard.press(key);
  await quiz.tabTo(quiz.check);
  await page.keyboard.press("Enter");
  await expect(quiz.primary).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.results).toContainText("Next:");
});
