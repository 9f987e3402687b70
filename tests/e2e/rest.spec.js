// A bank in two files: the first question waits for the first one only, and the rest, which explains,
// comes while it is read. Without the rest the quiz goes on.
import { expect, test } from "./site.js";
import { openQuiz } from "./quiz.js";

const REST = "**/banks/*.rest.json*";
const FIRST_KIND = { "no-start": true, seed: 1 };
const COMING = "The explanations are on their way";
const FAILED = "The explanations could not be loaded.";

// The rationale of the key of a question that has one.
const isExplained = (quiz) => expect(quiz.part("option-rationale").locator("p").nth(2)).toBeVisible();

test("the first question is asked before the rest is there, and explained when it comes", async ({ page }) => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(REST, async (route) => (await held, route.continue()));
  const quiz = await openQuiz(page, FIRST_KIND);
  await quiz.answer("right");
  await expect(quiz.host).toContainText(COMING);
  letGo();
  await isExplained(quiz);
  await expect(quiz.host).not.toContainText(COMING);
});

test("the rest is fetched once, beside the first file, after it", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => request.url().includes("/banks/") && fetched.push(new URL(request.url()).pathname));
  const quiz = await openQuiz(page, { ...FIRST_KIND, src: "/banks/ma-cps-ethics.json" });
  await quiz.answer("right");
  await isExplained(quiz);
  expect(fetched).toEqual(["/banks/ma-cps-ethics.json", "/banks/ma-cps-ethics.rest.json"]);
});

const BAD = {
  "does not come": (route) => route.abort("internetdisconnected"),
  "is not there": (route) => route.fulfill({ status: 404 }),
  "is a web page": (route) => route.fulfill({ body: "<!doctype html>" }),
  "belongs to an older build": (route) => route.fulfill({ json: { check: "0", questions: [] } }),
};
for (const [what, answer] of Object.entries(BAD)) {
  test(`where the rest ${what} the quiz goes on, says so, and explains after “Try again”`, async ({ page }) => {
    await page.route(REST, answer);
    const quiz = await openQuiz(page, FIRST_KIND);
    await quiz.answer("wrong");
    await expect(quiz.host).toContainText(FAILED);
    await expect(quiz.feedback).toContainText("Not this time");
    await quiz.goOn();
    await expect(quiz.host).not.toContainText(FAILED);
    await quiz.answer("right");
    await page.unroute(REST);
    await quiz.button("Try again").click();
    await isExplained(quiz);
    await expect(quiz.host).not.toContainText(FAILED);
    expect((await quiz.heard()).filter(([name]) => name === "error")).toEqual([]);
  });
}

test("the results explain too once the rest is there", async ({ page }) => {
  await page.route(REST, (route) => route.abort());
  const quiz = await openQuiz(page, { ...FIRST_KIND, count: 2 });
  await quiz.play("wrong");
  await expect(quiz.results).toBeVisible();
  await expect(quiz.host).toContainText(FAILED);
  await page.unroute(REST);
  await quiz.host.locator(".notice").getByRole("button", { name: "Try again" }).click();
  await expect(quiz.host).not.toContainText(FAILED);
});
