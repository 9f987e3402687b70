// Exam: all questions first, against the clock; nothing is told before it is handed in.
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openPage, openQuiz, quizTag, tea, why } from "./quiz.js";

const MINUTE = 60_000;
const QUESTIONS = [
  {
    id: "cup",
    kind: "single-choice",
    stem: "Which cup?",
    hint: "Look at the shelf.",
    rationale: "The idea of cups.",
    options: [{ ...why("A bowl"), correct: true }, why("A bag"), why("A bin")],
  },
  {
    id: "green",
    kind: "true-false",
    stem: "Green tea wants boiling water.",
    key: false,
    correction: "Cooler water.",
    reasons: [{ ...why("Its leaves burn."), correct: true }, why("It is cold.")],
  },
  {
    id: "water",
    kind: "matching",
    stem: "Which water?",
    responses: ["Warm", "Boiling", "Ice"].map((text) => ({ text })),
    premises: [["Black tea", "b"], ["Green tea", "a"]].map(([text, key]) => ({ ...why(text), key })),
  },
  { id: "word", kind: "fill-in", stem: "Leaves ____.", answers: [{ ...why("steep"), correct: true }, why("cook")] },
].map((question) => ({ ...question, topic: "tea" }));
const exam = (settings = {}) =>
  tea(QUESTIONS, { settings: { shuffle: "none", "no-start": true, mode: "exam", "time-limit": 600, "pass-mark": 50, ...settings } });

const timer = (quiz) => quiz.part("timer");
const flag = (quiz) => quiz.part("flag-button");
const places = (quiz) => quiz.host.locator(".places button");
const place = (quiz, name) => quiz.button(name);
const openPlaces = (quiz) => quiz.summary("All questions").click();
const region = (quiz) => quiz.host.locator('[role="status"].unseen');
const isAsWideAsThePage = async (page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
const areLargeEnough = async (quiz) => {
  const buttons = quiz.host.locator("button:visible, summary:visible").filter({ hasNotText: "Forget" });
  for (const box of await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))) expect(box).toBeGreaterThanOrEqual(44);
};

// A quiz whose clock the test moves. It goes by itself, too, but for less than the minute that any time
// is shown.
async function sit(page, settings, attributes = {}) {
  await page.clock.install({ time: "2026-11-22T10:00:00" });
  const quiz = await openQuiz(page, attributes, { bank: exam(settings) });
  await expect(quiz.host.locator("h2, [part~=stem]").first()).toBeVisible();
  return quiz;
}

// Lets time pass as it does for a page that is looked at.
const wait = (page, ms) => page.clock.runFor(ms);
// Lets it pass as for a computer that sleeps: timers are late.
const sleep = (page, ms) => page.clock.fastForward(ms);

for (const width of [320, 1280]) {
  test(`by mouse at ${width} px: a whole exam, with the time hidden, flags, any order and a second look`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const quiz = await sit(page, { "no-start": false, pause: true });
    const look = async () => {
      await isAccessible(page);
      await isAsWideAsThePage(page);
      await areLargeEnough(quiz);
    };
    await expect(quiz.host).toContainText("4 questions in 10 minutes");
    await expect(quiz.host).toContainText("You can pause");
    await expect(quiz.summary("Print")).toHaveCount(0);
    await look();
    await quiz.start.click();
    await quiz.isAt(1, 4);
    await expect(timer(quiz)).toHaveText("10 min left");
    await expect(quiz.summary("Hint")).toHaveCount(0);
    await look();

    await quiz.button("Hide the time").click();
    await expect(timer(quiz)).toHaveText("Time hidden");
    await expect(quiz.button("Show the time")).toBeFocused();
    await quiz.row("A bag").click();
    await flag(quiz).click();
    await expect(flag(quiz)).toHaveText("Flagged");
    await expect(flag(quiz)).toHaveAttribute("aria-pressed", "true");
    await quiz.button("Next question").click();
    await quiz.isAt(2, 4);
    await expect(quiz.stem).toBeFocused();
    await expect(timer(quiz)).toHaveText("Time hidden");
    await quiz.row("False").click();

    await openPlaces(quiz);
    await expect(places(quiz)).toHaveCount(4);
    await expect(place(quiz, "Question 1, answered, flagged")).toBeVisible();
    await expect(place(quiz, "Question 2, answered")).toHaveAttribute("aria-current", "true");
    await look();
    await place(quiz, "Question 4, not answered").click();
    await quiz.isAt(4, 4);
    await expect(quiz.stem).toBeFocused();
    await expect(places(quiz).first(), "it stays open").toBeVisible();
    await quiz.button("Back").click();
    await quiz.isAt(3, 4);
    await quiz.match("Black tea", "Boiling");

    await quiz.button("Hand in").click();
    expect(await quiz.get("phase")).toBe("reviewing");
    await expect(quiz.heading).toHaveText("Before you hand in");
    await expect(quiz.heading).toBeFocused();
    await expect(quiz.host).toContainText("You answered 3 of 4 questions. 1 is not answered, 1 is flagged.");
    await expect(quiz.host).toContainText("What is not answered earns nothing if you hand in now.");
    await look();
    await place(quiz, "Question 1, answered, flagged").click();
    await expect(quiz.row("A bag").locator("input")).toBeChecked();
    await quiz.row("A bowl").click();
    await quiz.button("Hand in").click();
    await quiz.button("Back to the questions").click();
    await quiz.isAt(1, 4);
    await openPlaces(quiz);
    await place(quiz, "Question 4, not answered").click();
    await quiz.button("Look over and hand in").click();
    expect((await quiz.heard()).filter(([name]) => !["ready", "start", "move"].includes(name))).toEqual([]);

    await quiz.part("finish-button").click();
    await expect(quiz.heading).toHaveText("Your results");
    await expect(quiz.heading).toBeFocused();
    await expect(quiz.part("score")).toContainText("You earned 2 of 4 points (50%)");
    await expect(quiz.part("score")).toContainText("target is 50%. You reached it");
    await expect(quiz.part("score")).not.toContainText("Time ran out");
    const report = await quiz.hears("finish");
    expect(report.answers.map(({ score }) => score.earned)).toEqual([1, 0.5, 0.5, 0]);
    expect((await quiz.heard()).filter(([name]) => name === "answer").map(([, { questionId, final }]) => [questionId, final])).toEqual([
      ["cup", true],
      ["green", true],
      ["water", true],
    ]);
    await look();

    const items = quiz.part("review").locator("> li:visible");
    await expect(items).toHaveCount(4);
    await quiz.host.getByRole("radio", { name: "Flagged (1)" }).check({ force: true });
    await expect(items).toHaveCount(1);
    await expect(items).toContainText(/Which cup\?.*Flagged/);
    await quiz.host.getByRole("radio", { name: "Missed (3)" }).check({ force: true });
    await expect(items).toHaveCount(3);
    await items.first().locator("summary").first().click();
    await expect(items.first()).toContainText("You: False");
    await expect(items.first()).toContainText("Cooler water.");

    await quiz.part("practise-button").click();
    await expect(timer(quiz)).toHaveCount(0);
    await quiz.answer("right");
  });
}

test("a whole exam by keyboard alone", async ({ page }) => {
  const quiz = await sit(page, { pause: true });
  const press = (key) => page.keyboard.press(key);
  await expect(quiz.stem).toBeVisible();
  await quiz.tabTo(quiz.button("Hide the time"));
  await press("Enter");
  await quiz.tabTo(flag(quiz));
  await press("Space");
  await expect(flag(quiz)).toBeFocused();
  await expect(flag(quiz)).toHaveText("Flagged");
  await quiz.tabTo(quiz.options.first().locator("input"));
  await press("1");
  await expect(quiz.row("A bowl").locator("input")).toBeChecked();
  // Enter goes on, also without an answer.
  await press("Enter");
  await expect(quiz.stem).toBeFocused();
  await quiz.isAt(2, 4);
  await press("Tab");
  await press("Enter");
  await quiz.isAt(3, 4);
  await quiz.tabTo(quiz.summary("All questions"), "Shift+Tab");
  await press("Enter");
  await quiz.tabTo(place(quiz, "Question 4, not answered"));
  await press("Enter");
  await expect(quiz.stem).toBeFocused();
  await quiz.tabTo(quiz.blank);
  await page.keyboard.type("steep");
  await press("Enter");
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.host).toContainText("2 are not answered, 1 is flagged");
  await quiz.tabTo(quiz.button("Pause"));
  await press("Enter");
  await expect(quiz.heading).toHaveText("Paused");
  await expect(quiz.heading).toBeFocused();
  await quiz.tabTo(quiz.button("Continue"));
  await press("Enter");
  await quiz.isAt(4, 4);
  await expect(quiz.stem).toBeFocused();
  await quiz.tabTo(quiz.button("Look over and hand in"));
  await press("Enter");
  await quiz.tabTo(quiz.part("finish-button"));
  await press("Enter");
  await expect(quiz.heading).toBeFocused();
  await expect(quiz.part("score")).toContainText("2 of 4 points");
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test("a whole exam", async ({ page }) => {
    const quiz = await sit(page);
    await quiz.row("A bowl").tap();
    await flag(quiz).tap();
    await quiz.button("Next question").tap();
    await quiz.isAt(2, 4);
    await quiz.summary("All questions").tap();
    await place(quiz, "Question 1, answered, flagged").tap();
    await quiz.isAt(1, 4);
    await quiz.button("Hand in").tap();
    await isAccessible(page);
    await quiz.part("finish-button").tap();
    await expect(quiz.part("score")).toContainText("1 of 4 points");
  });
});

test("a double click on the last question ends where a click does", async ({ page }) => {
  const quiz = await sit(page);
  await quiz.call("goTo", "word");
  await quiz.button("Look over and hand in").dblclick();
  await expect(quiz.heading).toHaveText("Before you hand in");
  expect(await quiz.get("phase")).toBe("reviewing");
});

test("when time is over, what was given is handed in by itself, a draft too", async ({ page }) => {
  const quiz = await sit(page);
  await quiz.row("A bowl").click();
  await quiz.call("goTo", "word");
  await quiz.blank.pressSequentially("stee");
  await wait(page, 9 * MINUTE + 50_000);
  await expect(timer(quiz)).toHaveText(/^\d+ s left$/);
  await quiz.blank.press("p");
  await wait(page, 10_000);
  expect(await quiz.get("phase")).toBe("finished");
  await expect(quiz.heading).toHaveText("Your results");
  await expect(quiz.heading, "the focus is not lost").toBeFocused();
  await expect(region(quiz)).toHaveText("Time is over. Your exam was handed in.");
  await expect(quiz.part("score")).toContainText("You earned 2 of 4 points");
  await expect(quiz.part("score")).toContainText("Time ran out. What you had given by then was handed in.");
  const { durationMs, answers } = await quiz.hears("finish");
  expect(durationMs).toBe(10 * MINUTE);
  expect(answers.find(({ questionId }) => questionId === "word").response.text).toBe("steep");
  await isAccessible(page);
});

test("when time is over, nobody is called away from elsewhere on the page", async ({ page }) => {
  await page.clock.install();
  const quiz = await openPage(page, `<input id="notes">${quizTag({}, { bank: exam({ "time-limit": 5 }) })}`);
  await expect(quiz.stem).toBeVisible();
  await page.locator("#notes").focus();
  await wait(page, 6000);
  await expect(quiz.heading).toHaveText("Your results");
  await expect(page.locator("#notes")).toBeFocused();
});

test("the time left is right whatever the timers do", async ({ page }) => {
  const quiz = await sit(page);
  await wait(page, 3 * MINUTE);
  await expect(timer(quiz)).toHaveText("7 min left");
  // A computer sleeps, and its timers with it.
  await sleep(page, 2 * MINUTE);
  await wait(page, 5000);
  await expect(timer(quiz)).toHaveText("5 min left");
  // Past the end: whatever is pressed first hands in.
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 20 * 60_000;
  });
  await quiz.button("Next question").click();
  await expect(quiz.part("score")).toContainText("Time ran out");
});

test("a screen reader is told at half the time, five minutes and one minute, and hidden time comes back", async ({ page }) => {
  const quiz = await sit(page, { "time-limit": 1200 });
  await quiz.button("Hide the time").click();
  await wait(page, 10 * MINUTE);
  await expect(region(quiz)).toHaveText("");
  await wait(page, 5 * MINUTE);
  await expect(region(quiz)).toHaveText("5 minutes left");
  await expect(timer(quiz)).toHaveText("5 min left");
  await quiz.button("Next question").click();
  await expect(region(quiz)).toHaveText("");
  await wait(page, 4 * MINUTE);
  await expect(region(quiz)).toHaveText("1 minute left");
  await quiz.call("restart");
  await quiz.call("start");
  await wait(page, 10 * MINUTE);
  await expect(region(quiz)).toHaveText("10 minutes left");
});

test("nothing moves when the time changes, is hidden or is shown", async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const quiz = await sit(page, { "time-limit": 3720 });
    const all = quiz.host.locator("button, legend, input, summary");
    const before = await quiz.places(all);
    await expect(timer(quiz)).toHaveText("1 h 2 min left");
    for (const [ms, words] of [[3 * MINUTE, "59 min left"], [50 * MINUTE, "9 min left"], [8 * MINUTE + 30_000, /^\d\d s left$/]]) {
      await wait(page, ms);
      await expect(timer(quiz)).toHaveText(words);
      expect(await quiz.places(all)).toEqual(before);
    }
    await quiz.button("Hide the time").click();
    expect(await quiz.places(all)).toEqual(before);
  }
});

test("who closes the page comes back to the time that is really left", async ({ page, context }) => {
  const quiz = await sit(page, {}, { "save-key": "course" });
  await quiz.row("A bowl").click();
  await flag(quiz).click();
  await wait(page, 2 * MINUTE);
  await page.close();
  await context.clock.fastForward(3 * MINUTE);

  const second = await context.newPage();
  const back = await openQuiz(second, { "save-key": "course" }, { bank: exam() });
  await expect(back.heading).toHaveText("Welcome back");
  await expect(timer(back)).toHaveText("5 min left");
  await expect(back.host).toContainText("The clock goes on");
  await isAccessible(second);
  await second.clock.runFor(MINUTE);
  await expect(timer(back)).toHaveText("4 min left");
  await back.button("Continue").click();
  await expect(timer(back)).toHaveText("4 min left");
  await expect(back.row("A bowl").locator("input")).toBeChecked();
  await expect(flag(back)).toHaveText("Flagged");
  await second.close();
  await context.clock.fastForward(60 * MINUTE);

  // Nobody came back in time: what was given is handed in, and told to the page.
  const third = await context.newPage();
  const late = await openQuiz(third, { "save-key": "course" }, { bank: exam() });
  await expect(late.heading).toHaveText("Your results");
  await expect(late.part("score")).toContainText("Time ran out");
  expect((await late.hears("finish")).durationMs).toBe(10 * MINUTE);
  expect((await late.heard()).map(([name]) => name)).toEqual(["ready", "answer", "finish"]);
  await third.reload();
  await expect(late.part("score")).toContainText("You earned 1 of 4 points");
  expect((await late.heard()).map(([name]) => name), "it is told once").toEqual(["ready"]);
});

test("time may run out while the learner is asked whether to go on, or in another tab", async ({ page, context }) => {
  const quiz = await sit(page, {}, { "save-key": "course" });
  await quiz.row("A bowl").click();
  const other = await context.newPage();
  const asked = await openQuiz(other, { "save-key": "course" }, { bank: exam() });
  await expect(asked.heading).toHaveText("Welcome back");
  await quiz.button("Next question").click();
  await quiz.row("False").click();
  await other.clock.runFor(11 * MINUTE);
  await expect(asked.part("score")).toContainText("You earned 1.5 of 4 points");
});

test("setting the clock back gains nothing, and setting it right gives time back", async ({ page }) => {
  const quiz = await sit(page);
  const shift = (ms) =>
    page.evaluate((ms) => {
      window.dateNow ??= Date.now.bind(Date);
      Date.now = () => window.dateNow() + ms;
    }, ms);
  await shift(-60 * MINUTE);
  await wait(page, 2 * MINUTE);
  await expect(timer(quiz)).toHaveText("8 min left");
  await quiz.button("Next question").click();
  await expect(timer(quiz)).toHaveText("8 min left");
  await shift(5 * MINUTE);
  await wait(page, MINUTE);
  await expect(timer(quiz)).toHaveText("2 min left");
  await quiz.button("Next question").click();
  await shift(0);
  await wait(page, 5000);
  await expect(timer(quiz)).toHaveText("7 min left");
});

test("a pause stops the clock, shows no question, and lasts while the page is closed", async ({ page, context }) => {
  const quiz = await sit(page, { pause: true }, { "save-key": "course" });
  await wait(page, 2 * MINUTE);
  await quiz.button("Pause").click();
  expect(await quiz.get("phase")).toBe("paused");
  await expect(quiz.heading).toHaveText("Paused");
  await expect(quiz.host).not.toContainText("Which cup?");
  await wait(page, 30 * MINUTE);
  await expect(timer(quiz)).toHaveText("8 min left");
  await isAccessible(page);
  await page.close();
  await context.clock.fastForward(60 * MINUTE);
  const second = await context.newPage();
  const back = await openQuiz(second, { "save-key": "course" }, { bank: exam({ pause: true }) });
  await expect(timer(back)).toHaveText("8 min left");
  await expect(back.host).toContainText("The clock stands still");
  await isAccessible(second);
  await back.button("Continue").click();
  await back.isAt(1, 4);
  await expect(timer(back)).toHaveText("8 min left");
});

test("only a bank may allow a pause, and without a limit there is no time", async ({ page }) => {
  const quiz = await sit(page, { "time-limit": undefined }, { pause: true });
  await expect(quiz.button("Hand in")).toBeVisible();
  await expect(quiz.button("Pause")).toHaveCount(0);
  await expect(timer(quiz)).toHaveCount(0);
  await expect(quiz.button("Hide the time")).toHaveCount(0);
});

test("before it is handed in, nothing of the page tells what is right", async ({ page }) => {
  const quiz = await sit(page, { pause: true }, { "save-key": "course" });
  const tells = async () => {
    const told = await quiz.host.evaluate((element) => {
      const own = element.cloneNode(false).outerHTML + element.shadowRoot.innerHTML;
      return [own, ...[window.heard, element.snapshot(), element.report, { ...localStorage }].map((data) => JSON.stringify(data))].join("\n");
    });
    expect(told).not.toMatch(/Why:|The idea of cups|Cooler water|Look at the shelf|correct|earned|share|[^-]rationale/);
    expect(await quiz.get("report")).toBeNull();
  };
  await tells();
  await quiz.row("A bowl").click();
  await tells();
  await quiz.button("Next question").click();
  await quiz.row("False").click();
  await quiz.row("Its leaves burn.", "reason").click();
  await tells();
  await quiz.button("Next question").click();
  await quiz.match("Black tea", "Boiling");
  await tells();
  await quiz.button("Next question").click();
  await quiz.blank.fill("steep");
  await tells();
  for (const method of ["submit", "next", "back", "submit"]) {
    await quiz.call(method);
    await tells();
  }
  await quiz.button("Pause").click();
  await tells();
  await quiz.button("Continue").click();
  await quiz.call("finish");
  await expect(quiz.part("score")).toContainText("You earned 3.5 of 4 points");
});
