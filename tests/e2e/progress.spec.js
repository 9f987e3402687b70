// Progress: with a save-key nothing is lost, without one nothing is kept, and storage that fails
// does no harm.
import { expect, test } from "./site.js";
import { bankOf, openQuiz, quizTag } from "./quiz.js";

const bank = bankOf("single-choice", "true-false", "multiple-response");
const SAVED = { "save-key": "course" };
const NOT_SAVED = "does not let the quiz save your progress";

// What this browser keeps of the page, as name and text.
const stored = (page) => page.evaluate(() => Object.entries({ ...localStorage }));

// The stored attempt, changed by a function of its object (or replaced by the text it gives).
const spoil = (page, change) =>
  page.evaluate((change) => {
    const [name, text] = Object.entries({ ...localStorage }).find(([, text]) => text.includes("selfcheck-session"));
    const spoilt = new Function("attempt", `return (${change})(attempt)`)(JSON.parse(text));
    localStorage.setItem(name, typeof spoilt === "string" ? spoilt : JSON.stringify(spoilt));
  }, String(change));

// An attempt at the second question of three, the first answered.
async function attempt(page, attributes = SAVED) {
  const quiz = await openQuiz(page, attributes, { bank });
  await quiz.start.click();
  await quiz.answer("right");
  await quiz.goOn();
  await quiz.isAt(2, 3);
  return quiz;
}

test("after a reload “Continue” goes on where the learner was, with the draft of the answer", async ({ page }) => {
  const quiz = await attempt(page);
  const { question, chosen } = await quiz.choose("partly");
  await page.reload();
  await expect(quiz.heading).toHaveText("Welcome back");
  await expect(quiz.host).toContainText("You have answered 1 of 3 questions");
  expect(await quiz.get("phase")).toBe("paused");
  await quiz.button("Continue").click();
  await quiz.isAt(2, 3);
  expect((await quiz.question()).id).toBe(question.id);
  await expect(quiz.row(chosen[0].text, "reason").locator("input")).toBeChecked();
  await expect(quiz.stem).toBeFocused();
  await quiz.button("Back").click();
  await expect(quiz.feedback).toHaveText(/^Correct/);
});

test("after a reload “Start again” begins anew", async ({ page }) => {
  const quiz = await attempt(page);
  await page.reload();
  await quiz.button("Start again").click();
  await expect(quiz.start).toBeVisible();
  await quiz.start.click();
  await quiz.isAt(1, 3);
  await expect(quiz.host.locator("input:checked")).toHaveCount(0);
});

test("a page that dies right after an answer loses nothing", async ({ page, context }) => {
  const quiz = await openQuiz(page, { ...SAVED, "no-start": true }, { bank });
  await quiz.choose("right");
  await quiz.check.click();
  const crashed = page.waitForEvent("crash");
  await page.goto("chrome://crash").catch(() => {});
  await crashed;

  const later = await openQuiz(await context.newPage(), SAVED, { bank });
  await later.button("Continue").click();
  await later.isAt(1, 3);
  await expect(later.feedback).toHaveText(/^Correct/);
});

test("the results are still there after a reload", async ({ page }) => {
  const quiz = await attempt(page);
  await quiz.play("wrong");
  const score = await quiz.part("score").textContent();
  await page.reload();
  await expect(quiz.part("score")).toHaveText(score);
  expect((await quiz.get("report")).answers).toHaveLength(3);
});

test("a quiz that was not begun leaves nothing behind", async ({ page }) => {
  const quiz = await openQuiz(page, SAVED);
  await quiz.summary("Topics").click();
  await quiz.host.getByRole("checkbox").first().uncheck();
  await expect(quiz.start).toBeVisible();
  expect(await stored(page)).toEqual([]);
});

test("without a save-key nothing is stored anywhere", async ({ page, context }) => {
  const quiz = await attempt(page, {});
  await quiz.play("wrong");
  expect(await stored(page)).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await expect(quiz.start).toBeVisible();
});

test("everything that is stored names Selfcheck, the save-key and the bank", async ({ page }) => {
  await attempt(page);
  for (const [name] of await stored(page)) expect(name).toMatch(/^selfcheck:course:ma-cps-ethics/);
});

for (const where of ["results", "prompt"]) {
  test(`“Forget my progress” at the ${where} erases everything that is stored`, async ({ page }) => {
    const quiz = await attempt(page);
    if (where === "results") await quiz.play("wrong");
    else await page.reload();
    expect(await stored(page)).not.toEqual([]);
    await quiz.button("Forget my progress").click();
    await expect(quiz.start).toBeVisible();
    expect(await stored(page)).toEqual([]);
    await page.reload();
    await expect(quiz.start).toBeVisible();
  });
}

test("forget() erases it too", async ({ page }) => {
  const quiz = await attempt(page);
  expect(await quiz.call("forget")).toBe("ready");
  expect(await stored(page)).toEqual([]);
});

const BROKEN_STORAGE = {
  "that throws at every access": () => {
    const get = () => {
      throw new DOMException("no", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get });
  },
  "that is not there": () => Object.defineProperty(window, "localStorage", { value: null }),
  "that has no room": () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
};
for (const [what, breakIt] of Object.entries(BROKEN_STORAGE)) {
  test(`with storage ${what} the quiz works and says quietly that it saves nothing`, async ({ page }) => {
    await page.addInitScript(breakIt);
    const quiz = await openQuiz(page, { ...SAVED, "no-start": true }, { bank });
    await quiz.play("right");
    await expect(quiz.host.getByRole("status").filter({ hasText: NOT_SAVED })).toHaveCount(1);
    await expect(quiz.part("score")).toContainText("3 of 3 points");
  });
}

test("progress that cannot be saved for a while is saved later, and the notice goes", async ({ page }) => {
  const quiz = await openQuiz(page, { ...SAVED, "no-start": true }, { bank });
  await expect(quiz.stem).toBeVisible();
  await page.evaluate(() => {
    window.setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await quiz.choose("wrong");
  await expect(quiz.host).toContainText(NOT_SAVED);
  await page.evaluate(() => (Storage.prototype.setItem = window.setItem));
  await quiz.check.click();
  await expect(quiz.host).not.toContainText(NOT_SAVED);
  await page.reload();
  await quiz.button("Continue").click();
  await expect(quiz.feedback).toBeVisible();
});

const UNREADABLE = {
  rubbish: () => "}{ \u0000 rubbish",
  nothing: () => "",
  "a number": () => "17",
  "an attempt without questions": (attempt) => ({ ...attempt, questions: undefined }),
  "an attempt at another bank": (attempt) => ({ ...attempt, bank: "another" }),
  "an attempt of an unknown version": (attempt) => ({ ...attempt, version: "one" }),
};
test("what is stored and cannot be read does no harm, and the learner is told", async ({ page }) => {
  const quiz = await attempt(page);
  for (const [what, change] of Object.entries(UNREADABLE)) {
    await test.step(what, async () => {
      await spoil(page, change);
      await page.reload();
      await expect(quiz.host).toContainText("Saved progress was found but could not be read");
      await quiz.start.click();
      await quiz.answer("right");
      await page.reload();
      await expect(quiz.button("Continue")).toBeVisible();
    });
  }
});

test("an attempt of a newer version is left as it is, and nothing is saved over it", async ({ page }) => {
  const quiz = await attempt(page);
  await spoil(page, (attempt) => ({ ...attempt, version: 99 }));
  const before = await stored(page);
  await page.reload();
  await expect(quiz.host).toContainText("A newer version of this quiz saved your progress");
  await quiz.start.click();
  await quiz.answer("right");
  expect(await stored(page)).toEqual(before);
});

test("questions and options that the bank no longer has are left out of the attempt", async ({ page }) => {
  const quiz = await attempt(page);
  await spoil(page, (attempt) => {
    attempt.questions[0].options.push("gone");
    attempt.questions.unshift({ id: "gone", options: ["a", "b"], submitted: true, response: { kind: "single-choice", option: "a" } });
    attempt.questions.push({ id: 7 }, null);
    return attempt;
  });
  await page.reload();
  await quiz.button("Continue").click();
  await quiz.isAt(2, 3);
  await quiz.play("right");
  await expect(quiz.part("score")).toContainText("3 of 3 points");
});

test("an attempt of which nothing is left gives way to a new one", async ({ page }) => {
  const quiz = await attempt(page);
  await spoil(page, (attempt) => ({ ...attempt, current: "gone", questions: [{ id: "gone", options: [] }] }));
  await page.reload();
  await expect(quiz.start).toBeVisible();
});

test("of two tabs the later one saves, the earlier says so and writes no more", async ({ page, context }) => {
  const earlier = await attempt(page);
  const later = await openQuiz(await context.newPage(), SAVED, { bank });
  await later.button("Continue").click();
  await later.isAt(2, 3);
  await expect(earlier.host).toContainText("You went on with this quiz in another tab");

  await later.answer("right");
  const before = await stored(page);
  await page.bringToFront();
  await earlier.answer("wrong");
  await earlier.goOn();
  expect(await stored(page)).toEqual(before);

  await earlier.button("Continue here").click();
  await earlier.isAt(2, 3);
  await expect(earlier.feedback).toHaveText(/^Correct/);
  await expect(earlier.host).not.toContainText("in another tab");
  await expect(later.host).toContainText("You went on with this quiz in another tab");
  await earlier.goOn();
  await earlier.answer("right");
  expect(await stored(page)).not.toEqual(before);
});

test("two quizzes with different save-keys on one page keep apart", async ({ page }) => {
  const quiz = await openQuiz(page, { ...SAVED, id: "one" }, { bank, head: quizTag({ "save-key": "other", id: "two" }, { bank }) });
  const one = quiz.at("#one");
  const two = quiz.at("#two");
  await one.start.click();
  await one.answer("right");
  await expect(two.start).toBeVisible();
  await page.reload();
  await expect(one.button("Continue")).toBeVisible();
  await expect(two.start).toBeVisible();
});

test("moving the element keeps the attempt, with the draft of the answer", async ({ page }) => {
  const quiz = await attempt(page, {});
  await quiz.choose("right");
  const told = (await quiz.heard()).length;
  await quiz.host.evaluate((element) => document.body.append(element));
  await expect(quiz.host.locator("input:checked")).toHaveCount(2);
  await quiz.isAt(2, 3);
  await quiz.check.click();
  await expect(quiz.feedback).toHaveText(/^Correct/);
  expect((await quiz.heard()).slice(told).map(([name]) => name)).toEqual(["answer"]);
});

test("removing the element and adding it again later keeps the attempt", async ({ page }) => {
  const quiz = await attempt(page, {});
  await quiz.choose("right");
  await quiz.host.evaluate((element) => {
    window.removed = element;
    element.remove();
  });
  await expect(quiz.host).toHaveCount(0);
  await page.evaluate(() => document.querySelector("main").append(window.removed));
  await quiz.isAt(2, 3);
  await expect(quiz.host.locator("input:checked")).toHaveCount(2);
});

test("a snapshot taken by the page is restored on another page, and only one of the same bank", async ({ page, context }) => {
  const quiz = await attempt(page, {});
  await quiz.choose("right");
  const snapshot = await quiz.host.evaluate((element) => element.snapshot());
  expect(snapshot.bank).toBe(bank.id);

  const other = await openQuiz(await context.newPage(), {}, { bank });
  await expect(other.start).toBeVisible();
  const restore = (snapshot) => other.host.evaluate((element, snapshot) => [element.restore(snapshot), element.phase], snapshot);
  for (const nonsense of [null, 7, "x", {}, { ...snapshot, bank: "another" }, { ...snapshot, version: 99 }]) {
    expect(await restore(nonsense)).toEqual([false, "ready"]);
  }
  expect(await restore(snapshot)).toEqual([true, "answering"]);
  await other.isAt(2, 3);
  await expect(other.host.locator("input:checked")).toHaveCount(2);
});
