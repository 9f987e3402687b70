// Where a learner stands: what the page tells, how answers are brought to another device, and how all of
// it is erased.
import { readFile, writeFile } from "node:fs/promises";
import { isAccessible } from "./axe.js";
import { BANK, bankOf, openQuiz } from "./quiz.js";
import { begun, daysAgo, entry, file, months, remember, sitting } from "./record.js";
import { expect, test } from "./site.js";

const SAVED = { "save-key": "course" };
const bank = bankOf("single-choice", "true-false", "multiple-response");
const FEW = [sitting(daysAgo(2), BANK.questions.slice(0, 7).map(({ id }, index) => [id, index % 3 ? 1 : 0]))];
const MANY = months(BANK, { n: 620, nSittings: 62, sure: true, rightOf: (topic) => (topic === BANK.topics[0].id ? 0.3 : 0.9) });

const stored = (page) => page.evaluate(() => Object.entries({ ...localStorage }).sort());
const entries = (sittings, of = BANK) => sittings.map((one) => entry("course", of, one));
const opener = (quiz) => quiz.part("progress-button");
const said = (quiz) => quiz.host.locator(".incoming");
const live = (quiz) => quiz.host.locator(".unseen[role=status]");
const input = (quiz) => quiz.host.locator("input[type=file]");
const asFile = (content, name = "answers.json") => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

async function open(page, sittings = FEW, attributes = SAVED) {
  await remember(page, entries(sittings));
  const quiz = await openQuiz(page, attributes);
  await opener(quiz).click();
  await expect(quiz.heading).toHaveText("Where you stand");
  return quiz;
}

const save = async (page, quiz) => {
  const [download] = await Promise.all([page.waitForEvent("download"), quiz.button("Save as a file").click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
};

for (const width of [320, 1280]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const [what, sittings] of Object.entries({ "nothing is known": [], "little is known": FEW, "much is known": MANY })) {
      test(`the page is accessible and fits where ${what}`, async ({ page }) => {
        const quiz = await open(page, sittings);
        await expect(quiz.heading).toBeFocused();
        await expect(live(quiz)).toHaveText("Where you stand");
        await quiz.host.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
        await isAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const small = await quiz.host.locator("button, .pick, summary").evaluateAll((all) => all.filter((one) => one.offsetHeight && one.offsetHeight < 44).map((one) => one.textContent));
        expect(small).toEqual([]);
      });
    }
  });
}

test("a topic with few answers says so, and one with enough tells its range in words and as a picture", async ({ page }) => {
  const topic = BANK.topics[1];
  const ids = BANK.questions.filter((question) => question.topic === topic.id && question.kind !== "reflection").map(({ id }) => id);
  const quiz = await open(page, [sitting(daysAgo(1), ids.slice(0, 8).map((id) => [id, 1])), ...FEW]);
  const row = (title) => quiz.part("standing").getByRole("row").filter({ has: page.getByRole("rowheader", { name: title, exact: true }) });
  await expect(row(topic.title)).toContainText(/between \d\d% and 100%/);
  await expect(row(topic.title).locator("svg")).toHaveAttribute("aria-hidden", "true");
  await expect(row(BANK.topics[0].title)).toContainText("Not enough answers yet (7)");
  await expect(row(BANK.topics[2].title)).toContainText("No answers yet");
  await expect(quiz.host).toContainText("This is practice, not a prediction of the exam.");
});

test("the weakest topic is named, and a button begins with it alone", async ({ page }) => {
  const quiz = await open(page, MANY);
  const { id, title } = BANK.topics[0];
  await expect(quiz.host).toContainText(`“${title}” would gain most from practice`);
  await quiz.button(`Practise “${title}”`).click();
  await expect(quiz.stem).toBeFocused();
  expect((await quiz.question()).topic).toBe(id);
  await quiz.callNow("finish");
  expect((await quiz.get("report")).topics.map((topic) => topic.id)).toEqual([id]);
});

test("what is due is asked when the learner wants it, in practice too", async ({ page }) => {
  const quiz = await open(page);
  await quiz.button("Review what is due (7)").click();
  await quiz.isAt(1, 7);
  await quiz.callNow("finish");
  const asked = (await quiz.get("report")).answers.map(({ questionId }) => questionId);
  expect(asked.sort()).toEqual(FEW[0].answers.map(([id]) => id).sort());
  await opener(quiz).click();
  await expect(quiz.button("Review what is due (7)"), "nothing was answered").toBeVisible();
});

test("as long as a sitting waits to be gone on with, nothing else is begun", async ({ page }) => {
  await remember(page, entries(FEW));
  const quiz = await begun(page, bank, SAVED);
  await page.reload();
  await opener(quiz).click();
  await expect(quiz.host).toContainText("You have a sitting that is not finished: go on with it first.");
  await expect(quiz.button(/^Review|^Practise/)).toHaveCount(0);
});

test("at most 50 sittings are listed, the newest first, and the others are counted", async ({ page }) => {
  const quiz = await open(page, MANY);
  await quiz.summary("Earlier sittings").click();
  const tables = quiz.host.locator("table").filter({ has: page.getByRole("columnheader", { name: "Result" }) });
  await expect(tables.locator("tbody tr")).toHaveCount(50);
  await expect(tables.locator("tbody tr").first()).toContainText(/^Yesterday, 12:00 pm/);
  await expect(quiz.host).toContainText("12 sittings before that are counted, and not listed here.");
});

test("the page is reached from the start, the results and the welcome, and the focus goes back", async ({ page }) => {
  const quiz = await begun(page, bank, SAVED);
  await page.reload();
  const visit = async () => {
    await opener(quiz).click();
    await expect(quiz.heading).toHaveText("Where you stand");
    await page.keyboard.press("Escape");
    await expect(opener(quiz)).toBeFocused();
  };
  await expect(quiz.heading).toHaveText("Welcome back");
  await visit();
  await quiz.button("Continue").click();
  await quiz.play("right");
  await visit();
  await quiz.button("Try again").click();
  await visit();
  await expect(quiz.start).toBeVisible();
});

test("without a save-key the page tells of this visit, and says that nothing is kept", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank });
  await expect(quiz.start).toBeVisible();
  await expect(opener(quiz)).toHaveCount(0);
  await quiz.start.click();
  await quiz.play("right", "wrong");
  await opener(quiz).click();
  await expect(quiz.host).toContainText("Nothing is kept: what you see here is of this visit");
  await expect(quiz.host.getByRole("row", { name: /^Today, .*Practice/ })).toHaveCount(1);
  expect(JSON.parse((await save(page, quiz)).text).sittings[0].answers).toHaveLength(3);
  await isAccessible(page);
});

test("where the browser refuses storage the page says so, and answers can be saved as a file", async ({ page }) => {
  await page.addInitScript(() => {
    const get = () => {
      throw new DOMException("no", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get });
  });
  const quiz = await openQuiz(page, SAVED, { bank });
  await quiz.start.click();
  await quiz.play("right");
  await opener(quiz).click();
  await expect(quiz.host).toContainText("This browser lets the quiz keep nothing more");
  expect(JSON.parse((await save(page, quiz)).text).sittings[0].answers).toHaveLength(3);
  await input(quiz).setInputFiles(asFile(file(bank, [sitting(daysAgo(9), [[bank.questions[0].id, 1]])])));
  await quiz.button("Add them").click();
  await expect(said(quiz)).toHaveText("1 answer was added.");
  await quiz.button("Erase everything").click();
  await quiz.button("Erase").last().click();
  await expect(quiz.start).toBeVisible();
  await expect(opener(quiz)).toHaveCount(0);
});

// A device with an open sitting, saved as a file.
async function saved(page) {
  const quiz = await begun(page, bank, SAVED);
  await page.reload();
  await opener(quiz).click();
  return save(page, quiz);
}

test("all of it moves to a second browser by a file, with the open sitting, and twice changes nothing", async ({ page, browser, site }) => {
  const { name, text } = await saved(page);
  expect(name).toMatch(/^ma-cps-ethics-progress-\d{4}-\d\d-\d\d\.json$/);

  const elsewhere = await (await browser.newContext({ baseURL: site.plain })).newPage();
  const quiz = await openQuiz(elsewhere, SAVED, { bank });
  await quiz.button("Bring answers from another device").click();
  await expect(quiz.host).toContainText("Nothing is known yet");
  await input(quiz).setInputFiles(asFile(text));
  await expect(said(quiz)).toContainText(/^From this file: 1 sitting with 1 answer, from \d+ \w+\. It is new here\./);
  await expect(said(quiz)).toContainText("A sitting that is not finished is in it too.");
  await expect(live(quiz)).toContainText("From this file: 1 sitting with 1 answer");
  await isAccessible(elsewhere);
  await quiz.button("Add them").click();
  await expect(said(quiz)).toHaveText("1 answer was added.");
  await expect(live(quiz)).toHaveText("1 answer was added.");
  await expect(input(quiz)).toBeFocused();
  await isAccessible(elsewhere);
  const before = await stored(elsewhere);

  // Once more, of which nothing comes.
  await input(quiz).setInputFiles(asFile(text));
  await expect(said(quiz)).toContainText("Nothing in it is new here.");
  await quiz.button("Leave it").click();
  await expect(said(quiz)).toHaveCount(0);
  expect(await stored(elsewhere)).toEqual(before);

  await quiz.button("Back").click();
  await expect(quiz.heading).toHaveText("Welcome back");
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.host).toContainText("You have answered 1 of 3 questions");
  await quiz.button("Continue").click();
  await quiz.isAt(2, 3);
  await quiz.button("Back").click();
  await expect(quiz.feedback).toHaveText(/^Correct/);
});

test("two devices that both went on are put together, and the same on both", async ({ page, browser, site }) => {
  const one = await saved(page);
  const other = await (await browser.newContext({ baseURL: site.plain })).newPage();
  const quiz = await begun(other, bank, SAVED);
  await quiz.play("wrong");
  await opener(quiz).click();
  const two = await save(other, quiz);
  await input(quiz).setInputFiles(asFile(one.text));
  await expect(said(quiz)).toContainText("A sitting that is not finished is in it too. Its answers are added.");
  await quiz.button("Add them").click();
  await expect(said(quiz)).toHaveText("1 answer was added.");

  const here = new quiz.constructor(page);
  await input(here).setInputFiles(asFile(two.text));
  await here.button("Add them").click();
  await expect(said(here)).toHaveText("3 answers were added.");
  const sittings = async (page, quiz) => JSON.parse((await save(page, quiz)).text).sittings;
  const both = await sittings(page, here);
  expect(both).toHaveLength(2);
  expect(both).toEqual(await sittings(other, quiz));
  const logs = async (page) => (await stored(page)).filter(([name]) => name.includes(":log:"));
  expect(await logs(page)).toEqual(await logs(other));
});

const WRONG = {
  "a text": ["Dear diary", "This file cannot be read."],
  "nothing at all": ["", "This file cannot be read."],
  "half a file": [JSON.stringify(file(BANK, FEW)).slice(0, -3), "This file cannot be read."],
  "a bank": [BANK, "This file cannot be read."],
  "another quiz’s": [file({ id: "tea" }, FEW), "This file belongs to another quiz."],
  "a newer version’s": [file(BANK, FEW, { version: 2 }), "This file was saved by a newer version of the quiz."],
};
test("a file that does not fit is refused with what to do, and changes nothing", async ({ page }, testInfo) => {
  const quiz = await open(page);
  const before = await stored(page);
  for (const [what, [content, words]] of Object.entries(WRONG)) {
    await test.step(what, async () => {
      await input(quiz).setInputFiles(asFile(content));
      await expect(said(quiz)).toContainText(words);
      await expect(live(quiz)).toContainText(words);
      await expect(quiz.button("Add them")).toHaveCount(0);
    });
  }
  // By its path: it would be sent through the wire otherwise.
  const large = testInfo.outputPath("large.json");
  await writeFile(large, " ".repeat(33 * 1024 * 1024));
  await input(quiz).setInputFiles(large);
  await expect(said(quiz)).toContainText("This file is far too large");
  await isAccessible(page);
  expect(await stored(page)).toEqual(before);
});

test("what is spoilt in a file is left out and counted, and the rest is taken in", async ({ page }) => {
  const quiz = await open(page);
  const spoilt = file(BANK, [sitting(daysAgo(40), [["x", 1], ["y", 1]])]);
  spoilt.sittings[0].answers[1].share = "most";
  spoilt.sittings.push("nonsense");
  await input(quiz).setInputFiles(asFile(spoilt));
  await expect(said(quiz)).toContainText("1 sitting with 1 answer");
  await expect(said(quiz)).toContainText("2 parts could not be read and are left out.");
  await quiz.button("Add them").click();
  expect(await stored(page)).toHaveLength(2);
});

test("“Erase everything” asks once more, and then nothing of this quiz is left, and all of the others", async ({ page }) => {
  const others = [
    ["selfcheck:course:tea:log:1-1", "tea"],
    ["selfcheck:course-2:ma-cps-ethics", "another key"],
    ["selfcheck:course:ma-cps-ethics-2:log:1-1", "another bank"],
    ["theme", "dark"],
  ];
  await remember(page, [...entries(FEW), ...others, ["selfcheck:course:ma-cps-ethics:exam", "{}"], ["selfcheck:course:ma-cps-ethics:log:2-2", "newer"]]);
  const quiz = await openQuiz(page, SAVED);
  await opener(quiz).click();
  const before = await stored(page);
  await quiz.button("Erase everything").click();
  await expect(live(quiz)).toHaveText("Erase everything? 1 sitting with 7 answers. This cannot be undone.");
  await expect(quiz.button("Keep")).toBeFocused();
  await isAccessible(page);
  await quiz.button("Keep").click();
  await expect(quiz.button("Erase everything")).toBeFocused();
  expect(await stored(page)).toEqual(before);

  await quiz.button("Erase everything").click();
  await quiz.button("Erase").last().click();
  await expect(quiz.start).toBeVisible();
  await expect(quiz.heading).toBeFocused();
  await expect(live(quiz)).toHaveText("Everything of this quiz was erased.");
  expect(await stored(page)).toEqual(others.sort());
  await page.reload();
  await quiz.button("Bring answers from another device").click();
  await expect(quiz.host).toContainText("Nothing is known yet");
});

test("“Forget my progress” asks first where more than this sitting would be erased", async ({ page }) => {
  await remember(page, entries([sitting(daysAgo(3), [[bank.questions[0].id, 1]]), sitting(daysAgo(2), [[bank.questions[1].id, 1]])], bank));
  const quiz = await begun(page, bank, SAVED);
  await page.reload();
  await quiz.button("Forget my progress").click();
  await expect(quiz.host).toContainText("Erase everything? 3 sittings with 3 answers. This cannot be undone.");
  await quiz.button("Keep").click();
  await expect(quiz.button("Forget my progress")).toBeFocused();
  await quiz.button("Forget my progress").click();
  await quiz.button("Erase").click();
  await expect(quiz.start).toBeVisible();
  expect(await stored(page)).toEqual([]);
});

test("by keyboard alone: look, take a file in, erase", async ({ page }) => {
  await remember(page, entries(FEW));
  const quiz = await openQuiz(page, SAVED);
  await quiz.start.focus();
  await quiz.tabTo(opener(quiz));
  await page.keyboard.press("Enter");
  await expect(quiz.heading).toBeFocused();
  // Told early: the browser needs a moment until it leaves the choice to a test.
  const chooser = page.waitForEvent("filechooser");
  await quiz.tabTo(input(quiz));
  await page.keyboard.press("Space");
  await (await chooser).setFiles(asFile(file(BANK, [sitting(daysAgo(40), [["x", 1]])])));
  await expect(said(quiz)).toBeVisible();
  await expect(input(quiz)).toBeFocused();
  await quiz.tabTo(quiz.button("Add them"));
  await page.keyboard.press("Space");
  await expect(said(quiz)).toHaveText("1 answer was added.");
  await quiz.tabTo(quiz.button("Erase everything"));
  await page.keyboard.press("Enter");
  await quiz.tabTo(quiz.part("forget-button"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.start).toBeVisible();
  expect(await stored(page)).toEqual([]);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 720 } });

  test("look, take a file in, review what is due", async ({ page }) => {
    await remember(page, entries(FEW));
    const quiz = await openQuiz(page, SAVED);
    const chooser = page.waitForEvent("filechooser");
    await opener(quiz).tap();
    await quiz.part("file-button").tap();
    await (await chooser).setFiles(asFile(file(BANK, [sitting(daysAgo(40), [[BANK.questions[9].id, 0]])])));
    await quiz.button("Add them").tap();
    await expect(said(quiz)).toHaveText("1 answer was added.");
    await quiz.button("Review what is due (8)").tap();
    await quiz.isAt(1, 8);
  });
});
