// The program in two modules: the first question waits for the first one only, and the second, which has
// the rarer kinds, the explanations and the results, comes beside it. Without it nothing is lost.
import { readFileSync } from "node:fs";
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { bankOf, CHOICE_KINDS, openPage, openQuiz, quizTag } from "./quiz.js";

const MORE = "**/selfcheck-more.wasm*";
const COMING = "Loading…";
const FAILED = "This part of the quiz could not be loaded.";
const EXPLANATIONS_COMING = "The explanations are on their way";
const NO_EXPLANATIONS = "The explanations could not be loaded.";

const rare = bankOf("ordering", "single-choice");
const common = bankOf(...CHOICE_KINDS);
const again = (quiz) => quiz.host.locator(".notice").getByRole("button", { name: "Try again" });

// Lets a request wait until it is told to go on.
async function hold(page, pattern) {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(pattern, async (route) => (await held, route.continue()));
  return letGo;
}

test("before the first question four files are fetched, and the second module after them, once", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  const letGo = await hold(page, MORE);
  const src = "/banks/ma-cps-ethics.json";
  const tags = ["one", "two"].map((id) => quizTag({ id, src, "no-start": true, seed: 1, loading: "eager" }));
  const quiz = await openPage(page, tags.join(""));
  await quiz.at("#one").choose("right");
  await quiz.at("#two").choose("right");
  const first = fetched.slice(1, fetched.indexOf("/selfcheck-more.wasm"));
  expect([...new Set(first)].filter((path) => !path.includes(".rest.")).sort()).toEqual([src, "/selfcheck-widget.js", "/selfcheck-widget_bg.wasm", "/selfcheck.js"]);
  letGo();
  for (const id of ["#one", "#two"]) {
    await quiz.at(id).check.click();
    await expect(quiz.at(id).part("option-rationale").first()).toBeVisible();
  }
  expect(fetched.filter((path) => path === "/selfcheck-more.wasm")).toHaveLength(1);
});

test("a common kind is answered and checked before the second module is there, and explained when it comes", async ({ page }) => {
  const letGo = await hold(page, MORE);
  const quiz = await openQuiz(page, { "no-start": true }, { bank: common, isWhole: false });
  await quiz.answer("right");
  await expect(quiz.feedback).toContainText("Correct");
  await expect(quiz.host).toContainText(EXPLANATIONS_COMING);
  letGo();
  await expect(quiz.part("option-rationale").first()).toBeVisible();
  await expect(quiz.host).not.toContainText(EXPLANATIONS_COMING);
  await expect(quiz.primary).toBeFocused();
});

test("a rarer kind waits calmly, keeps the focus, and is there when the second module comes", async ({ page }) => {
  const letGo = await hold(page, MORE);
  const quiz = await openQuiz(page, {}, { bank: rare, isWhole: false });
  await quiz.start.click();
  await expect(quiz.stem).toBeFocused();
  await expect(quiz.host).toContainText(COMING);
  await quiz.check.click();
  await expect(quiz.feedback).toBeHidden();
  await expect(quiz.part("actions")).toContainText("Move the steps first.");
  await expect(quiz.host.getByRole("status")).toHaveText(/^Move the steps first\./);
  await quiz.stem.focus();
  await isAccessible(page);
  letGo();
  await expect(quiz.options.first()).toBeVisible();
  await expect(quiz.host).not.toContainText(COMING);
  await expect(quiz.stem).toBeFocused();
  await quiz.answer("right");
  await expect(quiz.feedback).toContainText("Correct");
});

test("the results wait with their heading focused, and come with the second module", async ({ page }) => {
  const letGo = await hold(page, MORE);
  const quiz = await openQuiz(page, { "no-start": true }, { bank: common, isWhole: false });
  for (const _ of common.questions) {
    await quiz.answer("right");
    await quiz.goOn();
  }
  await expect(quiz.host).toContainText(COMING);
  await expect(quiz.heading).toBeFocused();
  expect(await quiz.get("phase")).toBe("finished");
  expect(await quiz.get("report")).toBe(null);
  letGo();
  await expect(quiz.part("score")).toContainText("3 of 3 points");
  expect((await quiz.hears("finish")).earned).toBe(3);
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.part("review")).toBeVisible();
});

// The second module as another build would have it: the same in all but the name of the build.
const more = readFileSync(new URL("../../dist/selfcheck-more.wasm", import.meta.url)).toString("latin1");
const other = Buffer.from(more.replace(/(?<=__canary_)[0-9a-f]+/, (build) => build.replace(/./g, "0")), "latin1");
const BAD = {
  "does not come": (route) => route.abort("internetdisconnected"),
  "is not there": (route) => route.fulfill({ status: 404 }),
  "is a web page": (route) => route.fulfill({ body: "<!doctype html>" }),
  "belongs to another build": (route) => route.fulfill({ body: other }),
};
for (const [what, answer] of Object.entries(BAD)) {
  test(`where the second module ${what} the learner is told, can go on, and nothing is lost`, async ({ page }) => {
    await page.route(MORE, answer);
    const quiz = await openQuiz(page, {}, { bank: rare });
    await quiz.start.click();
    await expect(quiz.host).toContainText(FAILED);
    await isAccessible(page);
    await quiz.button("Skip this question").click();
    await quiz.answer("right");
    await expect(quiz.feedback).toContainText("Correct");
    await expect(quiz.host).toContainText(NO_EXPLANATIONS);
    await quiz.goOn();
    await expect(quiz.host).toContainText(FAILED);
    await page.unroute(MORE);
    await again(quiz).click();
    await expect(quiz.part("score")).toContainText("1 of 2 points");
    await expect(quiz.host).not.toContainText(FAILED);
    expect((await quiz.heard()).filter(([name]) => name === "error")).toEqual([]);
  });
}

test("what failed is told to a screen reader, and “Try again” brings the question", async ({ page }) => {
  await page.route(MORE, (route) => route.fulfill({ status: 503 }));
  const quiz = await openQuiz(page, { "no-start": true }, { bank: rare });
  await expect(quiz.host.locator(".unseen[role=status]")).toContainText(FAILED);
  await page.unroute(MORE);
  await again(quiz).click();
  await quiz.answer("right");
});

test("once the second module is there the quiz needs no network to the end", async ({ page, context }) => {
  const linked = page.waitForResponse(MORE);
  const quiz = await openQuiz(page, { "no-start": true }, { bank: rare });
  await (await linked).finished();
  await context.setOffline(true);
  await quiz.play("right");
  await expect(quiz.part("score")).toContainText("2 of 2 points");
});

test("a page is told nothing before it can ask for everything, and then all of it in order", async ({ page }) => {
  const letGo = await hold(page, MORE);
  const quiz = await openQuiz(page, { "no-start": true }, { bank: common, isWhole: false });
  await quiz.answer("right");
  expect(await page.evaluate(() => window.heard)).toEqual([]);
  letGo();
  await quiz.hears("answer");
  expect((await quiz.heard()).map(([name]) => name)).toEqual(["ready", "start", "move", "answer"]);
  expect((await quiz.snapshot()).questions[0].response).toBeTruthy();
});

test("what was answered before the second module came is kept when it comes", async ({ page }) => {
  const letGo = await hold(page, MORE);
  const quiz = await openQuiz(page, { "no-start": true, "save-key": "early" }, { bank: common, isWhole: false });
  await quiz.answer("right");
  letGo();
  await quiz.hears("answer");
  await page.reload();
  await quiz.button("Continue").click();
  await expect(quiz.feedback).toContainText("Correct");
});

test("a kept attempt waits for the second module, and is as it was when that cannot be had", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true, "save-key": "kept" }, { bank: common });
  await quiz.answer("right");
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  const before = await stored();
  await page.route(MORE, (route) => route.abort("internetdisconnected"));
  await page.reload();
  await expect(quiz.failure).toBeVisible();
  expect(await stored()).toBe(before);
  expect((await quiz.hears("error")).code).toBe("network");
  await page.unroute(MORE);
  await quiz.button("Try again").click();
  await quiz.button("Continue").click();
  await expect(quiz.feedback).toContainText("Correct");
});
