// Steps dragged and lines drawn by mouse, touch and pen: an addition to buttons and lists.
import { isAccessible } from "./axe.js";
import { finger, middle, mouse, pen } from "./hands.js";
import { expect, test } from "./site.js";
import { openQuiz, tea } from "./quiz.js";

const list = (...texts) => texts.map((text) => ({ text }));
const TEA = tea([
  { id: "order", kind: "ordering", topic: "tea", stem: "In which order?", steps: list("Warm the pot.", "Add the leaves, all of them, and do not spill any on the table on which the pot stands.", "Pour the water.", "Wait.") },
  {
    id: "match",
    kind: "matching",
    topic: "tea",
    stem: "Which water?",
    responses: list("Warm", "Boiling", "Ice"),
    premises: [{ text: "Black tea", key: "b" }, { text: "Green tea", key: "a" }],
  },
]);
const only = (id, more = {}) => ({ ...TEA, questions: TEA.questions.filter((question) => question.id === id).map((question) => ({ ...question, ...more })) });

// Where a part of the way along a line is done.
const along = (path, share) =>
  path.evaluate((path, share) => {
    const { x, y } = path.getPointAtLength(path.getTotalLength() * share);
    const point = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
    return [point.x, point.y];
  }, share);
const grip = (quiz, text) => middle(quiz.row(text).locator(".grip"));
const knob = (quiz, text) => middle(quiz.row(text).locator(".knob"));
const card = (quiz, text) => quiz.host.locator(".response", { hasText: text });
const lines = (quiz) => quiz.host.locator(".line:not(.draft)");
const responses = async (quiz) => (await quiz.heard()).filter(([name]) => name === "answer").map(([, { response }]) => response);
const shown = (quiz, premise) => expect(quiz.list(premise).locator("option:checked"));
// What the rows show on the screen is where they are, whatever moves them.
const places = async (quiz) => quiz.options.evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().top)));


// Drags the step at one place to another, and looks at what that did.
async function dragStep(quiz, hand, from, to, { isRow = false } = {}) {
  const before = await quiz.steps();
  const start = isRow ? await middle(quiz.row(before[from]).locator(".option-text")) : await grip(quiz, before[from]);
  const [, end] = await grip(quiz, before[to]);
  await hand.down(start);
  await hand.move([start[0], end + (to > from ? 8 : -8)]);
  await expect(quiz.host.locator("[data-dragged]")).toHaveCount(1);
  expect(await quiz.steps(), "nothing is moved while the hand holds it").toEqual(before);
  await hand.up();
  const after = before.toSpliced(from, 1).toSpliced(to, 0, before[from]);
  await expect.poll(() => quiz.steps()).toEqual(after);
  await expect(quiz.host.locator("[data-dragged]")).toHaveCount(0);
  await expect(quiz.host.getByRole("status")).toHaveText(`${before[from].replace(/\.$/, "")}, now ${to + 1} of 4`);
  await expect(quiz.row(before[from]).getByRole("button", { name: to < from ? /^Move up/ : /^Move down/ })).toBeFocused();
}

test("a step is dragged by mouse, by its row or its handle, and checked like any other answer", async ({ page, site }) => {
  const quiz = await openQuiz(page, {}, { bank: only("order") });
  await expect(quiz.stem).toBeVisible();
  await isAccessible(page);
  await dragStep(quiz, mouse(page), 0, 2);
  await dragStep(quiz, mouse(page), 3, 1, { isRow: true });
  await dragStep(quiz, mouse(page), 1, 0);
  expect(await page.evaluate(() => getSelection().toString())).toBe("");
  await page.keyboard.press("ArrowDown");
  const given = await quiz.steps();
  await quiz.check.click();
  await expect(quiz.feedback).toBeVisible();
  await isAccessible(page);
  // What was checked stays.
  const [start, end] = [await middle(quiz.options.nth(0)), await middle(quiz.options.nth(2))];
  await mouse(page).down(start);
  await mouse(page).move(end);
  await expect(quiz.host.locator("[data-dragged]")).toHaveCount(0);
  await mouse(page).up();
  expect(await quiz.steps()).toEqual(given);
  const [{ order }] = await responses(quiz);
  expect(order.map((id) => TEA.questions[0].steps[id.charCodeAt(0) - 97].text)).toEqual(given);
  expect(site.violations).toEqual([]);
});

test("under a strict policy a step is dragged too, by pen, where the host is scaled, and from right to left", async ({ page, site }) => {
  const quiz = await openQuiz(page, {}, { bank: only("order"), dir: "rtl" });
  await page.goto(`${site.strict}/host.html`);
  await page.evaluate(() => Object.assign(document.querySelector("main").style, { transform: "scale(0.7) translate(30px, 40px)", transformOrigin: "0 0" }));
  await expect(quiz.stem).toBeVisible();
  const [first] = await quiz.steps();
  const hand = await pen(page);
  const start = await grip(quiz, first);
  await hand.down(start);
  await hand.move([start[0], start[1] + 60]);
  const [, y] = await grip(quiz, first);
  expect(Math.abs(y - start[1] - 60), "the row is under the pointer").toBeLessThan(2);
  await hand.up();
  await dragStep(quiz, hand, 3, 0);
  // The page's own icon is refused.
  expect(site.violations.filter(({ "effective-directive": directive }) => directive !== "img-src")).toEqual([]);
});

test("a drag that is cancelled changes nothing, and Escape is not heard by the page", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const quiz = await openQuiz(page, {}, { bank: only("order") });
  await expect(quiz.stem).toBeVisible();
  await page.evaluate(() => addEventListener("keydown", () => (window.pressed = (window.pressed ?? 0) + 1)));
  const [before, at] = [await quiz.steps(), await places(quiz)];
  const hand = mouse(page);
  const start = await grip(quiz, before[0]);
  await hand.down(start);
  await hand.move([start[0], start[1] + 200]);
  expect(await places(quiz)).not.toEqual(at);
  await page.keyboard.press("Escape");
  expect(await places(quiz)).toEqual(at);
  expect(await page.evaluate(() => window.pressed)).toBeUndefined();
  await hand.move([start[0], start[1] + 250]);
  await hand.up();
  expect([await quiz.steps(), await places(quiz)]).toEqual([before, at]);
  // A tap, a hand that trembles, and a drag back to where it was are no moves.
  await hand.down(start);
  await hand.move([start[0] + 2, start[1] + 2]);
  await hand.up();
  await hand.down(start);
  await hand.move([start[0], start[1] + 150]);
  await hand.move(start);
  await hand.up();
  expect(await quiz.steps()).toEqual(before);
  await quiz.check.click();
  await expect(quiz.part("actions")).toContainText("Move the steps first.");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("the question that comes in the middle of a drag is left alone", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  await expect(quiz.stem).toBeVisible();
  const hand = mouse(page);
  const start = await grip(quiz, (await quiz.steps())[0]);
  await hand.down(start);
  await hand.move([start[0], start[1] + 100]);
  await quiz.host.evaluate((element) => element.goTo("match"));
  await expect(quiz.list("Black tea")).toBeVisible();
  await hand.move([start[0], start[1] + 160]);
  await hand.up();
  await expect(lines(quiz)).toHaveCount(0);
  await quiz.button("Back").click();
  await expect(quiz.options).toHaveCount(4);
  await dragStep(quiz, hand, 0, 1);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });

  test("a finger at the handle drags, elsewhere it scrolls, and what takes it away puts the step back", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank: only("order") });
    await expect(quiz.stem).toBeVisible();
    await quiz.stem.scrollIntoViewIfNeeded();
    const hand = await finger(page);
    await dragStep(quiz, hand, 0, 1);
    await dragStep(quiz, hand, 2, 1);
    const before = await quiz.steps();
    const start = await grip(quiz, before[1]);
    await hand.down(start);
    await hand.move([start[0], start[1] - 80]);
    await expect(quiz.host.locator("[data-dragged]")).toHaveCount(1);
    await hand.cancel();
    await expect(quiz.host.locator("[data-dragged]")).toHaveCount(0);
    expect(await quiz.steps()).toEqual(before);

    await page.evaluate(() => scrollTo(0, 0));
    const text = await middle(quiz.row(before[1]).locator(".option-text"));
    await hand.down(text);
    await hand.move([text[0], text[1] - 150]);
    await expect(quiz.host.locator("[data-dragged]")).toHaveCount(0);
    await hand.up();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
    expect(await quiz.steps()).toEqual(before);
  });

  test("the page scrolls along to a place that is out of sight", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 420 });
    const quiz = await openQuiz(page, {}, { bank: only("order") });
    await expect(quiz.stem).toBeVisible();
    const hand = await finger(page);
    const [first, ...others] = await quiz.steps();
    await quiz.row(first).scrollIntoViewIfNeeded();
    const start = await grip(quiz, first);
    await hand.down(start);
    for (let y = 400; y < 420; y += 2) await hand.move([start[0], y]);
    await hand.up();
    await expect.poll(() => quiz.steps()).toEqual([...others, first]);
  });
});

test.describe("lines", () => {
  test("a line is drawn from a premise to a response, moves a used one, and a click takes it back", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank: only("match") });
    await expect(quiz.stem).toBeVisible();
    await isAccessible(page);
    const status = quiz.host.getByRole("status");
    const hand = mouse(page);
    const draw = async (premise, response) => {
      await hand.down(await knob(quiz, premise));
      await hand.move(await middle(card(quiz, response)));
      await expect(quiz.host.locator("[data-aimed]")).toHaveText(response);
      await hand.up();
    };
    await draw("Black tea", "Ice");
    await shown(quiz, "Black tea").toHaveText("Ice");
    await expect(status).toHaveText("Black tea: Ice");
    await expect(lines(quiz)).toHaveCount(1);
    await draw("Green tea", "Ice");
    await shown(quiz, "Green tea").toHaveText("Ice");
    await shown(quiz, "Black tea").toHaveText("Choose…");
    await expect(lines(quiz)).toHaveCount(1);

    // Let go on the way, or put back by a key.
    const at = await knob(quiz, "Black tea");
    await hand.down(at);
    await hand.move([at[0] + 30, at[1] + 40]);
    await expect(quiz.host.locator(".draft[d]")).toHaveCount(1);
    await hand.up();
    await hand.down(at);
    await hand.move(await middle(card(quiz, "Warm")));
    await page.keyboard.press("Escape");
    await hand.up();
    await expect(quiz.host.locator(".draft[d], [data-aimed]")).toHaveCount(0);
    await shown(quiz, "Black tea").toHaveText("Choose…");

    // A line is taken back by a click on it, or in the list.
    await page.mouse.click(...(await along(quiz.host.locator(".reach"), 0.6)));
    await expect(lines(quiz)).toHaveCount(0);
    await expect(status).toHaveText("Green tea: no match");
    await draw("Green tea", "Boiling");
    await quiz.match("Green tea", "Choose…");
    await expect(lines(quiz)).toHaveCount(0);

    await draw("Black tea", "Boiling");
    await quiz.match("Green tea", "Ice");
    await expect(lines(quiz)).toHaveCount(2);
    expect(await page.evaluate(() => getSelection().toString())).toBe("");
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(/^Partly correct/);
    await expect(quiz.host.locator(".line.correct")).toHaveCount(1);
    await expect(quiz.host.locator(".line.incorrect")).toHaveCSS("stroke-dasharray", /\d/);
    await expect(quiz.options.locator(".badge")).toHaveText(["Your answer: right", "Your answer: not right"]);
    await isAccessible(page);
    await page.mouse.click(...(await along(quiz.host.locator(".line.correct"), 0.6)));
    await draw("Black tea", "Warm").catch(() => hand.up());
    await expect(lines(quiz)).toHaveCount(2);
    expect(await responses(quiz)).toEqual([{ kind: "matching", pairs: { a: "b", b: "c" } }]);
  });

  test("a response may have several lines where it may serve several premises", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank: only("match", { reuse: true }), dir: "rtl" });
    await expect(quiz.stem).toBeVisible();
    const hand = await pen(page);
    for (const premise of ["Black tea", "Green tea"]) {
      await hand.down(await knob(quiz, premise));
      await hand.move(await middle(card(quiz, "Warm")));
      await hand.up();
      await shown(quiz, premise).toHaveText("Warm");
    }
    await expect(lines(quiz)).toHaveCount(2);
  });

  test("lines end where premises and responses are, beside all text, at every size", async ({ page }) => {
    for (const [width, dir] of [[1280, "ltr"], [800, "rtl"]]) {
      await page.setViewportSize({ width, height: 800 });
      const quiz = await openQuiz(page, {}, { bank: only("match", { premises: [{ text: "Black tea, which is fermented ".repeat(6), key: "b" }, { text: "Green tea", key: "a" }] }), dir });
      await expect(quiz.stem).toBeVisible();
      await quiz.list("Green tea").selectOption("Ice");
      for (const size of ["100%", "140%"]) {
        await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
        const line = quiz.host.locator(".line").first();
        if (!(await line.isVisible())) continue; // No room at this size.
        const [from, to] = [await quiz.row("Green tea").boundingBox(), await card(quiz, "Ice").boundingBox()];
        const near = (box, isRight) => [box.x + (isRight ? box.width : 0), box.y + box.height / 2];
        const ends = [near(from, dir === "ltr"), near(to, dir === "rtl")];
        for (const [share, end] of ends.entries()) {
          const at = await along(line, share);
          for (const axis of [0, 1]) expect(Math.abs(at[axis] - end[axis]), `${width} ${dir} ${size}`).toBeLessThan(3);
        }
      }
    }
  });

  test("where there is no room, there are lists only, and a press on a premise goes to its list", async ({ page }) => {
    await page.setViewportSize({ width: 600, height: 700 });
    const quiz = await openQuiz(page, {}, { bank: only("match") });
    await expect(quiz.stem).toBeVisible();
    for (const selector of [".response", ".knob", ".lines", ".drawn"]) await expect(quiz.host.locator(selector).first()).toBeHidden();
    await quiz.row("Green tea").getByText("Green tea").click();
    await expect(quiz.list("Green tea")).toBeFocused();
  });

  test.describe("by touch", () => {
    test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

    test("a tap chooses a premise and the next one its response, and a finger draws", async ({ page }) => {
      const quiz = await openQuiz(page, {}, { bank: only("match") });
      await quiz.row("Black tea").getByText("Black tea").tap();
      await expect(quiz.host.locator("[data-armed]")).toContainText("Black tea");
      await quiz.row("Green tea").getByText("Green tea").tap();
      await expect(quiz.host.locator("[data-armed]")).toHaveCount(1);
      await card(quiz, "Warm").tap();
      await shown(quiz, "Green tea").toHaveText("Warm");
      await expect(quiz.host.locator("[data-armed]")).toHaveCount(0);
      await card(quiz, "Ice").tap();
      await expect(lines(quiz)).toHaveCount(1);
      await page.touchscreen.tap(...(await along(quiz.host.locator(".reach").first(), 0.6)));
      await expect(lines(quiz)).toHaveCount(0);
      const hand = await finger(page);
      await hand.down(await knob(quiz, "Black tea"));
      await hand.move(await middle(card(quiz, "Boiling")));
      await hand.up();
      await shown(quiz, "Black tea").toHaveText("Boiling");
    });
  });
});
