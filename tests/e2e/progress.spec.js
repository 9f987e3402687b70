// Progress: with a save-key nothing is lost, without one nothing is kept, and storage that fails
// does no harm.
import { expect, test } from "./site.js";
import { BANK, bankOf, openQuiz, quizTag } from "./quiz.js";
import { begun, daysAgo, entry, file, months, remember, sitting } from "./record.js";

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
const attempt = (page, attributes = SAVED) => begun(page, bank, attributes);

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
  const snapshot = await quiz.snapshot();
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

// The answers of earlier days, of which none may be lost.

const QUESTIONS = bank.questions.map(({ id }) => id);
const EARLIER = sitting(daysAgo(9), [[QUESTIONS[0], 1], [QUESTIONS[1], 0]]);
const logs = async (page) => (await stored(page)).filter(([name]) => name.includes(":log:")).sort();
// The questions that are answered in a stored sitting.
const answered = ([, text]) => text.trim().split("\n").map((line) => JSON.parse(line).q).filter(Boolean);
// How many answers the learner's page tells of, sitting by sitting, the newest first.
const told = (quiz) => quiz.host.locator("table").filter({ hasText: "Result" }).locator("tbody tr td:nth-child(3)");

test("where there is no room any more the quiz goes on, what is stored stays, and the rest is stored later", async ({ page }) => {
  await remember(page, [entry("course", bank, EARLIER)]);
  const quiz = await openQuiz(page, { ...SAVED, "no-start": true }, { bank });
  await quiz.answer("right");
  const before = await stored(page);
  await page.evaluate(() => {
    for (let length = 2 ** 22; length >= 1; length = Math.floor(length / 2)) {
      try {
        for (let n = 0; ; n += 1) localStorage.setItem(`page:${length}:${n}`, "x".repeat(length));
      } catch {}
    }
  });
  await quiz.goOn();
  await quiz.answer("wrong");
  await expect(quiz.host).toContainText(NOT_SAVED);
  const kept = Object.fromEntries(await stored(page));
  // The session itself may still fit.
  for (const [name, text] of before.filter(([name]) => name.includes(":log:"))) expect(kept[name], name).toBe(text);
  await quiz.goOn();

  await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("page:")).forEach((name) => localStorage.removeItem(name)));
  await quiz.answer("right");
  await expect(quiz.host).not.toContainText(NOT_SAVED);
  await quiz.goOn();
  const [earlier, now] = await logs(page);
  expect(earlier).toEqual(entry("course", bank, EARLIER));
  expect(answered(now)).toHaveLength(3);
});

test("of a sitting that was torn while it was stored every whole answer is there, and the others are untouched", async ({ page }) => {
  const [name, text] = entry("course", bank, sitting(daysAgo(3), QUESTIONS.map((id) => [id, 1]), { seed: 8 }));
  const lines = text.split("\n");
  const torn = [...lines.slice(0, 3), lines[3].slice(0, 20)].join("\n");
  const headless = entry("course", bank, sitting(daysAgo(4), [[QUESTIONS[0], 1]], { seed: 9 }));
  headless[1] = headless[1].slice(5);
  const entries = [entry("course", bank, EARLIER), [name, torn], headless].sort();
  await remember(page, entries);
  const quiz = await openQuiz(page, SAVED, { bank });
  await quiz.part("progress-button").click();
  await expect(told(quiz)).toHaveText([/2$/, /2$/]);
  await page.keyboard.press("Escape");
  await quiz.start.click();
  await quiz.play("right");
  expect((await logs(page)).slice(0, 3)).toEqual(entries);
});

test("what a newer version stored is left alone, byte for byte, until everything is erased", async ({ page }) => {
  const same = sitting(daysAgo(2), [[QUESTIONS[0], 1]]);
  const [name, text] = entry("course", bank, same, { version: 2 });
  const newer = [name, `${text}{"q":"later","mood":"calm"}\nand something else`];
  await remember(page, [newer]);
  const quiz = await openQuiz(page, SAVED, { bank });
  await quiz.part("progress-button").click();
  await expect(quiz.host).toContainText("1 sitting was saved by a newer version. It is left alone and not counted here.");
  await page.keyboard.press("Escape");
  await quiz.start.click();
  await quiz.play("right");
  await quiz.part("progress-button").click();
  // The same sitting, as this version knows it, and another one.
  const content = JSON.stringify(file(bank, [same, EARLIER]));
  await quiz.host.locator("input[type=file]").setInputFiles({ name: "answers.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await quiz.button("Add them").click();
  await expect(quiz.host).toContainText("3 answers were added.");
  expect(await logs(page)).toHaveLength(3);
  expect((await logs(page)).find(([other]) => other === name)).toEqual(newer);

  await quiz.button("Erase everything").click();
  await quiz.part("forget-button").click();
  expect(await stored(page)).toEqual([]);
});

test("two tabs at once both keep their answers, of two sittings and of one", async ({ page, context }) => {
  const one = await openQuiz(page, { ...SAVED, mode: "review" }, { bank });
  const two = await openQuiz(await context.newPage(), SAVED, { bank });
  for (const quiz of [one, two]) await quiz.start.click();
  for (const quiz of [one, two, one, two]) {
    await quiz.page.bringToFront();
    await quiz.answer("right");
    await quiz.goOn();
  }
  expect((await logs(page)).map((log) => answered(log).length)).toEqual([2, 2]);

  // A third tab goes on with the sitting of the second one, which stays open.
  const three = await openQuiz(await context.newPage(), SAVED, { bank });
  await three.button("Continue").click();
  await three.isAt(3, 3);
  await three.answer("right");
  await two.page.bringToFront();
  await expect(two.host).toContainText("in another tab");
  await two.answer("wrong");
  const all = (await logs(page)).map((log) => answered(log).length).sort();
  expect(all).toEqual([2, 3]);
  await three.page.bringToFront();
  await three.goOn();
  await three.part("progress-button").click();
  await expect(told(three)).toHaveText([/[23]$/, /[23]$/]);
});

test("a save-key that the page changes has its own answers", async ({ page }) => {
  await remember(page, [entry("course", bank, EARLIER), entry("other", bank, sitting(daysAgo(1), [[QUESTIONS[2], 1]]))]);
  const quiz = await openQuiz(page, SAVED, { bank });
  await quiz.part("progress-button").click();
  await expect(told(quiz)).toHaveText([/2$/]);
  await page.keyboard.press("Escape");
  await quiz.host.evaluate((element) => element.setAttribute("save-key", "other"));
  await quiz.part("progress-button").click();
  await expect(told(quiz)).toHaveText([/1$/]);
});

test("10,000 answers load, and the quiz goes on as ever", async ({ page }) => {
  const sittings = months(BANK, { n: 10_000, nSittings: 300, sure: true });
  await remember(page, sittings.map((one) => entry("course", BANK, one)));
  const quiz = await openQuiz(page, { ...SAVED, mode: "review" });
  await expect(quiz.host).toContainText(/\d+ questions are due today/);
  await quiz.start.click();
  await quiz.answer("right");
  await quiz.goOn();
  expect(await logs(page)).toHaveLength(301);
  await quiz.callNow("finish");
  await quiz.part("progress-button").click();
  await expect(quiz.host).toContainText("251 sittings before that are counted, and not listed here.");
});
