// The page’s owner listens: the example pages do what they say, under a strict policy.
import { isAccessible } from "./axe.js";
import { results } from "./server.mjs";
import { expect, test } from "./site.js";
import { Quiz } from "./quiz.js";

async function openExample(page, site, name) {
  await page.goto(`${site.strict}/examples/${name}/`);
  const quiz = new Quiz(page);
  await expect(quiz.start).toBeVisible();
  return quiz;
}

test.afterEach(({ site }) => expect(site.violations, "the examples work under a strict policy").toEqual([]));

test("a result goes to the owner's server when the learner says so, and not before", async ({ page, site }) => {
  results.length = 0;
  const quiz = await openExample(page, site, "save-to-your-server");
  await isAccessible(page);
  await quiz.start.click();
  await quiz.play("right");
  expect(results).toEqual([]);
  await page.getByLabel("Send my result").check();
  await expect(page.getByText("Your result was sent")).toBeVisible();
  expect(results.map((text) => JSON.parse(text))).toEqual([
    { lesson: "lesson-3", earned: 5, possible: 5, durationMs: expect.any(Number), at: expect.stringMatching(/^\d{4}-.*Z$/) },
  ]);
  // Once is enough.
  await page.getByLabel("Send my result").uncheck();
  await page.getByLabel("Send my result").check();
  await page.goto("about:blank");
  expect(results).toHaveLength(1);
});

test("a result that could not be sent is kept, sent again, and sent when the page is left", async ({ page, site }) => {
  results.length = 0;
  let refusals = 2;
  await page.route("**/results", (route) => (refusals-- > 0 ? route.fulfill({ status: 503 }) : route.continue()));
  const quiz = await openExample(page, site, "save-to-your-server");
  await page.getByLabel("Send my result").check();
  await quiz.start.click();
  await quiz.play("wrong");
  await expect(page.getByText("could not be sent")).toBeVisible();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("could not be sent")).toBeVisible();
  expect(results).toEqual([]);
  await page.goto(`${site.plain}/pages/plain.html`);
  await expect.poll(() => results.length).toBe(1);
  expect(JSON.parse(results[0]).earned).toBe(0);
});

test("the next lesson opens with the target, stays open, and not without it", async ({ page, site }) => {
  const quiz = await openExample(page, site, "unlock-next-lesson");
  await isAccessible(page);
  const link = page.getByRole("link", { name: "Go to lesson 4" });
  await quiz.start.click();
  await quiz.play("wrong");
  await expect(page.getByText("That was 0 %")).toBeVisible();
  await expect(link).toHaveCount(0);
  await page.reload();
  await quiz.host.evaluate((element) => (element.count = 1));
  await expect(quiz.host.getByText("1 question", { exact: true })).toBeVisible();
  await quiz.start.click();
  await quiz.play("right");
  await expect(link, "one question is not enough").toHaveCount(0);
  await page.reload();
  await quiz.start.click();
  await quiz.play("right");
  await expect(link).toBeVisible();
  await page.reload();
  await link.click();
  await expect(page.getByRole("heading", { name: "Lesson 4" })).toBeVisible();
});

test("the page shows the score while the learner plays, and begins anew with the quiz", async ({ page, site }) => {
  const quiz = await openExample(page, site, "score-in-the-page");
  await isAccessible(page);
  const panel = (id) => page.locator(`#${id}`);
  await quiz.start.click();
  await expect(panel("answered")).toHaveText("0 of 5");
  let earned = 0;
  for (const [index, how] of ["right", "wrong", "right", "right", "wrong"].entries()) {
    earned += (await quiz.answer(how)).earned;
    await expect(panel("answered")).toHaveText(`${index + 1} of 5`);
    await expect(panel("points")).toHaveText(`${Math.round(earned * 100) / 100} of ${index + 1}`);
    await quiz.goOn();
  }
  await expect(panel("result")).toHaveText(`${Math.round(earned * 20)} %`);
  await quiz.button("Try again").click();
  await expect(panel("answered")).toHaveText("0 of 5");
  await expect(panel("result")).toHaveText("–");
});
