// The ways to bring a bank, and what a bank cannot do.
import { expect, test } from "./site.js";
import { BANK, openQuiz } from "./quiz.js";

const small = (id) => ({
  format: 1,
  id,
  title: `The bank ${id}`,
  topics: [{ id: "t", title: "The topic" }],
  questions: [{ id: "q", kind: "single-choice", topic: "t", stem: "One & one < three?", options: [{ text: "Yes", correct: true }, { text: "No" }] }],
});

test("the bundled bank is taken where nothing else is said", async ({ page }) => {
  const quiz = await openQuiz(page, {});
  expect(await quiz.hears("ready")).toEqual({ bankId: BANK.id, title: BANK.title, questionCount: BANK.questions.length });
});

test("src names a bank, relative to the page and not to the script", async ({ page, site }) => {
  await page.route(`${site.plain}/course/mine.json`, (route) => route.fulfill({ json: small("src") }));
  const quiz = await openQuiz(page, { src: "course/mine.json" }, { script: `${site.other}/some/folder/selfcheck.js` });
  await expect(quiz.heading).toHaveText("The bank src");
  await quiz.host.evaluate((element) => element.removeAttribute("src"));
  await expect(quiz.heading).toHaveText(BANK.title);
});

test("an inline script holds a bank, whose plain strings are plain text", async ({ page }) => {
  const quiz = await openQuiz(page, { "no-start": true }, { bank: small("inline") });
  await expect(quiz.stem).toHaveText("One & one < three?");
});

test("the bank property goes before src, and src before an inline script", async ({ page }) => {
  await page.route("**/mine.json", (route) => route.fulfill({ json: small("src") }));
  const quiz = await openQuiz(page, { src: "/mine.json" }, { bank: small("inline") });
  await expect(quiz.heading).toHaveText("The bank src");
  await quiz.host.evaluate((element, bank) => (element.bank = bank), small("object"));
  await expect(quiz.heading).toHaveText("The bank object");
  await quiz.host.evaluate((element, bank) => (element.bank = JSON.stringify(bank)), small("text"));
  await expect(quiz.heading).toHaveText("The bank text");
  await quiz.host.evaluate((element) => (element.bank = null));
  await expect(quiz.heading).toHaveText("The bank src");
  await quiz.host.evaluate((element) => element.removeAttribute("src"));
  await expect(quiz.heading).toHaveText("The bank inline");
});

test("a bank cannot put HTML or script into the page", async ({ page }) => {
  const evil = `<img src=x onerror="window.pwned = 1"><script>window.pwned = 1</script>`;
  const bank = { ...small("evil"), title: evil };
  bank.questions[0].stem = evil;
  bank.questions[0].rationale = [["p", "See ", ["a", { href: "https://example.org/" }, evil]]];
  bank.questions[0].options[0].text = evil;
  const quiz = await openQuiz(page, {}, { bank });
  await expect(quiz.heading).toHaveText(evil);
  await quiz.start.click();
  await expect(quiz.stem).toHaveText(evil);
  await quiz.answer("right");
  await expect(quiz.feedback.getByRole("link", { name: evil })).toHaveAttribute("rel", "noopener noreferrer");
  expect(await quiz.host.locator("img, .base script").count()).toBe(0);
  expect(await page.evaluate(() => window.pwned)).toBeUndefined();
});
