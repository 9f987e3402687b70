// A situation that several questions share: above them or beside them, and as the learner left it.
import { expect, test } from "./site.js";
import { openQuiz } from "./quiz.js";

const options = [{ text: "Yes", correct: true }, { text: "No" }];
const ask = (id, scenario) => ({ id, kind: "single-choice", topic: "tea", scenario, stem: `Is ${id} right?`, options });
const BANK = {
  format: 1,
  id: "tea",
  title: "Tea",
  language: "en",
  version: "1.0.0",
  topics: [{ id: "tea", title: "Tea" }],
  scenarios: [
    { id: "guest", text: "A guest comes in from the cold and asks for tea." },
    { id: "shop", text: "The shop is out of tea." },
  ],
  questions: [ask("one", "guest"), ask("two", "guest"), ask("three", "shop"), ask("four")],
};
const open = async (page) => {
  const quiz = await openQuiz(page, { "no-start": true, shuffle: "none" }, { bank: BANK });
  await expect(quiz.stem).toBeVisible();
  return { quiz, scenario: quiz.part("scenario"), summary: quiz.summary("The situation") };
};

test("a situation says which questions it is for, and is gone where there is none", async ({ page }) => {
  const { quiz, scenario, summary } = await open(page);
  await expect(scenario).toContainText("A guest comes in");
  await expect(summary).toContainText("for questions 1 and 2");
  for (const position of [2, 3]) {
    await quiz.answer("right");
    await quiz.goOn();
    await quiz.isAt(position, 4);
  }
  await expect(scenario).toContainText("The shop is out");
  await expect(summary).not.toContainText("for questions");
  await quiz.answer("right");
  await quiz.goOn();
  await expect(scenario).toHaveCount(0);
});

test("a situation that was closed stays closed with its questions, and the next one is open", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const { quiz, scenario, summary } = await open(page);
  const text = scenario.getByText("A guest");
  await expect(text).toBeVisible();
  await quiz.tabTo(summary, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(text).toBeHidden();
  await quiz.answer("wrong");
  await expect(text).toBeHidden();
  await quiz.goOn();
  await expect(summary).toBeVisible();
  await expect(text).toBeHidden();
  await quiz.answer("wrong");
  await quiz.goOn();
  await expect(scenario.getByText("The shop")).toBeVisible();
});

test("a situation stands above its question in a narrow column, and beside it where there is room", async ({ page }) => {
  const { quiz, scenario } = await open(page);
  const places = async (width) => {
    await page.setViewportSize({ width, height: 700 });
    const [at, stem] = [await scenario.boundingBox(), await quiz.stem.boundingBox()];
    return { isAbove: at.y + at.height <= stem.y, isBeside: at.x + at.width <= stem.x && Math.abs(at.y - stem.y) < 20 };
  };
  expect(await places(320)).toEqual({ isAbove: true, isBeside: false });
  expect(await places(1440)).toEqual({ isAbove: false, isBeside: true });
});
