// Cards: recall, turn, and say how well it was known; by mouse, by keyboard alone and by touch.
import { isAccessible } from "./axe.js";
import { finger, middle, mouse } from "./hands.js";
import { expect, test } from "./site.js";
import { openQuiz, tea, why } from "./quiz.js";

const option = (text, rationale, correct) => ({ text, rationale, correct });
const STEPS = ["Warm the pot.", "Add the leaves.", "Pour the water."];
const CARDS = tea(
  [
    {
      id: "water",
      kind: "single-choice",
      topic: "tea",
      stem: "How hot is the water for black tea?",
      hint: "You can see it move.",
      rationale: "Black tea opens in boiling water.",
      options: [option("Lukewarm", "It stays pale."), option("Boiling", "The leaves open.", true)],
    },
    { id: "order", kind: "ordering", topic: "tea", stem: "In which order?", steps: STEPS.map(why) },
    { id: "plant", kind: "true-false", topic: "tea", stem: "Tea grows on a vine.", key: false, correction: "Tea grows on a shrub.", reasons: [option("It is a shrub.", "One can walk around it.", true), option("It is a tree.", "It is cut low.")] },
    { id: "burn", kind: "fill-in", topic: "tea", stem: "A burnt hand wants cool ____.", answers: [option("water", "For twenty minutes.", true), option("butter", "It holds the heat.")], content_note: true },
  ],
  { settings: { shuffle: "none", mode: "cards" } },
);

const open = async (page, options = {}) => {
  const quiz = await openQuiz(page, options.attributes ?? { "no-start": true }, { bank: CARDS, ...options });
  return Object.assign(quiz, {
    turn: quiz.button("Turn the card"),
    answer: quiz.part("answer"),
    answerHeading: quiz.host.getByRole("heading", { name: "The answer", exact: true }),
    rate: (words) => quiz.button(words),
    card: quiz.part("card"),
    flip: quiz.host.locator(".flip"),
    status: quiz.host.getByRole("status"),
  });
};
const isAtCard = (quiz, n) => expect(quiz.header).toContainText(`Card ${n} of 4`);
const ratings = async (quiz) => (await quiz.heard()).filter(([name]) => name === "answer").map(([, { questionId, response, score }]) => [questionId, response.kind, response.rating, score]);

for (const width of [320, 1280]) {
  test(`cards by mouse, ${width} pixels wide`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    const quiz = await open(page, { attributes: {} });
    await expect(quiz.host.getByText("Think of your answer, turn the card, and say how well you knew it. Nothing is scored.")).toBeVisible();
    await isAccessible(page);
    await quiz.start.click();
    await isAtCard(quiz, 1);
    await expect(quiz.stem).toBeFocused();
    await expect(quiz.host.getByRole("radio")).toHaveCount(0);
    await expect(quiz.host.getByText("Boiling", { exact: true })).toBeHidden();
    await quiz.summary("See what to choose from").click();
    await expect(quiz.host.getByText("Boiling", { exact: true })).toBeVisible();
    await expect(quiz.answer).toHaveCount(0);
    await isAccessible(page);

    const above = quiz.host.locator(".stem, .face > details");
    const places = await quiz.places(above);
    await quiz.turn.click();
    await expect(quiz.answerHeading).toBeFocused();
    expect(await quiz.places(above), "nothing above the answer moves").toEqual(places);
    await expect(quiz.answer).toContainText("The leaves open.");
    await expect(quiz.status).toHaveText("Right answer: Boiling");
    expect(await quiz.get("phase")).toBe("feedback");
    await isAccessible(page);
    await quiz.rate("I knew it").click();

    await isAtCard(quiz, 2);
    await expect(quiz.stem).toBeFocused();
    await expect(quiz.status).toHaveText("You said: I knew it");
    await quiz.button("Back").click();
    await isAtCard(quiz, 1);
    await expect(quiz.host.getByText("You said: I knew it", { exact: true }).first()).toBeVisible();
    await expect(quiz.rate("Not yet")).toHaveCount(0);
    await isAccessible(page);
    await quiz.button("Next card").click();

    await expect(quiz.card.getByRole("listitem")).toHaveCount(3);
    expect(await quiz.card.getByRole("listitem").allTextContents()).not.toEqual(STEPS);
    await quiz.turn.click();
    await expect(quiz.answer.locator(".said")).toHaveText(STEPS);
    await quiz.rate("Not yet").click();
    await expect(quiz.host.getByText("Is this true or false, and why?")).toBeVisible();
    await quiz.turn.click();
    await expect(quiz.answer).toContainText("The statement is false.");
    await quiz.rate("With effort").click();
    await expect(quiz.part("content-note").locator("p")).toBeFocused();
    await isAccessible(page);
    await quiz.button("Skip this question").click();

    await expect(quiz.results).toContainText("You knew 1 of 3. 1 with effort, 1 not yet.");
    await expect(quiz.results).toContainText("You rated 3 of 4 cards.");
    await expect(quiz.part("review").locator(":scope > li")).toHaveCount(4);
    await isAccessible(page);
    await quiz.host.getByRole("radio", { name: "Missed (1)" }).check();
    await expect(quiz.part("review").locator(":scope > li:visible")).toHaveText(/In which order\?.*You said: Not yet/);
    expect(await ratings(quiz)).toEqual([["water", "card", "good", null], ["order", "card", "again", null], ["plant", "card", "hard", null]]);
    const finished = await quiz.hears("finish");
    expect([finished.earned, finished.possible, finished.passed, finished.certaintyMarks]).toEqual([0, 0, null, null]);
    expect(finished.answers.map(({ response }) => response?.rating ?? null)).toEqual(["good", "again", "hard", null]);

    await quiz.button("Practise what you missed (1)").click();
    await expect(quiz.header).toContainText("Card 1 of 1");
    await expect(quiz.stem).toHaveText("In which order?");
    expect(site.violations).toEqual([]);
  });
}

test("cards by keyboard alone", async ({ page }) => {
  const quiz = await open(page);
  const press = (key) => page.keyboard.press(key);
  await expect(quiz.turn).toBeVisible();
  await quiz.call("focus");
  await expect(quiz.stem).toBeFocused();
  // On a control these keys do what they always do.
  await quiz.tabTo(quiz.summary("Hint"));
  await press("Space");
  await expect(quiz.host.getByText("You can see it move.")).toBeVisible();
  await press("3");
  await isAtCard(quiz, 1);
  await expect(quiz.answer).toHaveCount(0);
  await quiz.tabTo(quiz.turn);
  await press("Enter");
  await expect(quiz.answerHeading).toBeFocused();
  await press("5");
  await press("Control+1");
  await isAtCard(quiz, 1);
  await press("3");
  await isAtCard(quiz, 2);
  await expect(quiz.stem).toBeFocused();
  const before = await page.evaluate(() => scrollY);
  await press("Space");
  await expect(quiz.answerHeading).toBeFocused();
  expect(await page.evaluate(() => scrollY), "Space does not scroll").toBe(before);
  await quiz.tabTo(quiz.rate("Easily"));
  await isAccessible(page);
  await press("Enter");
  await isAtCard(quiz, 3);
  await press("Enter");
  await expect(quiz.answerHeading).toBeFocused();
  await press("1");
  await isAtCard(quiz, 4);
  await quiz.tabTo(quiz.button("Back"));
  await press("Enter");
  await isAtCard(quiz, 3);
  await expect(quiz.answerHeading).toBeFocused();
  // What was said is said.
  await press("4");
  await isAtCard(quiz, 3);
  await quiz.tabTo(quiz.button("Next card"));
  await press("Enter");
  await isAtCard(quiz, 4);
  await press("Enter");
  await press("2");
  await expect(quiz.results).toContainText("You knew 2 of 4. 1 with effort, 1 not yet.");
  await expect(quiz.heading.first()).toBeFocused();
  expect((await ratings(quiz)).map(([, , rating]) => rating)).toEqual(["good", "easy", "again", "hard"]);
});

test("a key that is held and the second click of two neither turn nor rate", async ({ page }) => {
  const quiz = await open(page);
  await expect(quiz.turn).toBeVisible();
  await quiz.call("focus");
  await page.keyboard.down("Space");
  await page.keyboard.down("Space");
  await expect(quiz.answerHeading).toBeFocused();
  await page.keyboard.up("Space");
  await page.keyboard.down("3");
  await isAtCard(quiz, 2);
  await page.keyboard.down("3");
  await page.keyboard.down("3");
  await page.keyboard.up("3");
  await expect(quiz.answer).toHaveCount(0);
  await page.mouse.dblclick(...(await middle(quiz.stem)));
  await expect(quiz.answerHeading).toBeVisible();
  await quiz.rate("Not yet").dblclick();
  await isAtCard(quiz, 3);
  await expect(quiz.answer).toHaveCount(0);
});

test("a card is swiped by mouse where it is not read, and a swipe that is taken back does nothing", async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 700 });
  const quiz = await open(page);
  await expect(quiz.turn).toBeVisible();
  await page.evaluate(() => addEventListener("keydown", ({ key }) => (window.pressed = [...(window.pressed ?? []), key])));
  const hand = mouse(page);
  const [x, y] = await middle(quiz.stem);
  // A click on the card turns it; one that ends a drag does not.
  await hand.down([x, y]);
  await hand.move([x + 60, y]);
  await expect(quiz.flip).toHaveAttribute("data-swipe", "on");
  await expect(quiz.host.locator(".swiped .on")).toHaveText("Turn the card");
  await expect(quiz.host.locator(".swiped .on")).toBeVisible();
  await hand.up();
  await expect(quiz.flip).not.toHaveAttribute("data-swipe");
  await expect(quiz.answer).toHaveCount(0);
  await hand.down([x, y]);
  await hand.move([x, y + 80]);
  await hand.up();
  await expect(quiz.answer).toHaveCount(0);
  await hand.down([x, y]);
  await hand.move([x - 200, y]);
  await expect(quiz.flip).toHaveAttribute("data-swipe", "back far");
  await hand.up();
  await expect(quiz.answerHeading).toBeFocused();

  // Escape takes a swipe back, and the page does not hear of it.
  await hand.down([x, y]);
  await hand.move([x - 200, y]);
  await expect(quiz.host.locator(".swiped .back")).toHaveText("Not yet");
  await page.keyboard.press("Escape");
  await expect(quiz.flip).not.toHaveAttribute("data-swipe");
  await hand.up();
  await isAtCard(quiz, 1);
  expect(await page.evaluate(() => window.pressed ?? [])).toEqual([]);
  await expect(quiz.answerHeading).toBeFocused();

  // The answer is text to select.
  const text = await quiz.answer.getByText("The leaves open.").boundingBox();
  await hand.down([text.x + 2, text.y + text.height / 2]);
  await hand.move([text.x + 300, text.y + text.height / 2]);
  await expect(quiz.flip).not.toHaveAttribute("data-swipe");
  await hand.up();
  await isAtCard(quiz, 1);

  await hand.down([x, y]);
  await hand.move([x + 200, y]);
  await expect(quiz.host.locator(".swiped .on")).toHaveText("I knew it");
  await hand.up();
  await isAtCard(quiz, 2);
  await expect(quiz.answer).toHaveCount(0);

  // A swipe is for the side on which it began.
  const from = await middle(quiz.stem);
  await hand.down(from);
  await hand.move([from[0] - 200, from[1]]);
  await page.locator("self-check").evaluate((element) => element.submit());
  await expect(quiz.answer).toBeVisible();
  await hand.up();
  await isAtCard(quiz, 2);
  expect((await ratings(quiz)).map(([, , rating]) => rating)).toEqual(["good"]);
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 480 } });

  test("cards by taps and swipes", async ({ page }) => {
    const quiz = await open(page);
    await expect(quiz.turn).toBeVisible();
    await isAccessible(page);
    await quiz.stem.tap();
    await expect(quiz.answerHeading).toBeFocused();
    await isAccessible(page);
    const hand = await finger(page);
    const at = async (locator) => {
      await locator.scrollIntoViewIfNeeded();
      return middle(locator);
    };
    const swipe = async (from, [x, y]) => {
      await hand.down(from);
      await hand.move([from[0] + x, from[1] + y]);
    };
    // Too short, and taken back.
    const text = quiz.answer.getByText("The leaves open.");
    await swipe(await at(text), [40, 0]);
    await expect(quiz.flip).toHaveAttribute("data-swipe", "on");
    await hand.up();
    await isAtCard(quiz, 1);
    await swipe(await at(text), [100, 0]);
    await expect(quiz.flip).toHaveAttribute("data-swipe", "on far");
    await expect(quiz.host.locator(".swiped .on")).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "the page does not grow").toBe(320);
    await hand.cancel();
    await expect(quiz.flip).not.toHaveAttribute("data-swipe");
    await isAtCard(quiz, 1);
    // Up and down it scrolls.
    const scrolled = await page.evaluate(() => (scrollTo(0, 0), scrollY));
    await swipe([160, 400], [10, -200]);
    await hand.up();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 50);
    await isAtCard(quiz, 1);
    // What is one tap away stays so.
    await quiz.summary("Why not the others?").tap();
    await expect(quiz.answer.getByText("It stays pale.")).toBeVisible();

    await swipe(await at(text), [120, 5]);
    await hand.up();
    await isAtCard(quiz, 2);
    await swipe(await at(quiz.stem), [-120, 0]);
    await hand.up();
    await expect(quiz.answerHeading).toBeFocused();
    await swipe(await at(quiz.answer.getByText("Add the leaves.", { exact: true })), [-120, 0]);
    await hand.up();
    await isAtCard(quiz, 3);
    // A browser takes the first touch after a swipe that a script made for the end of it.
    await hand.down([1, 1]);
    await hand.up();
    await quiz.turn.tap();
    await quiz.rate("Easily").scrollIntoViewIfNeeded();
    const { width, height } = await quiz.rate("Easily").boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await quiz.rate("Easily").tap();
    await isAtCard(quiz, 4);
    expect((await ratings(quiz)).map(([, , rating]) => rating)).toEqual(["good", "again", "easy"]);
  });
});

test("nothing moves by itself where motion is not wanted", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const quiz = await open(page);
  await expect(quiz.turn).toBeVisible();
  const [x, y] = await middle(quiz.stem);
  const hand = mouse(page);
  await hand.down([x, y]);
  await hand.move([x + 60, y]);
  await hand.up();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await expect(quiz.card).toHaveCSS("transition-duration", "0s");
});

test("cards go on after the page was closed", async ({ page }) => {
  const quiz = await open(page, { attributes: { "save-key": "cards", "no-start": true } });
  await quiz.turn.click();
  await quiz.rate("Not yet").click();
  await quiz.turn.click();
  await expect(quiz.answer).toBeVisible();
  await page.reload();
  await expect(quiz.host.getByText("You have answered 1 of 4 questions.")).toBeVisible();
  await isAccessible(page);
  await quiz.button("Continue").click();
  await isAtCard(quiz, 2);
  await expect(quiz.stem).toBeFocused();
  await quiz.button("Back").click();
  await expect(quiz.card).toContainText("You said: Not yet");
});

test("right to left and in forced colours a card is all there", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const quiz = await open(page, { dir: "rtl" });
  await quiz.turn.click();
  await isAccessible(page);
  const [first, last] = [await quiz.rate("Not yet").boundingBox(), await quiz.rate("Easily").boundingBox()];
  expect(first.x).toBeGreaterThan(last.x);
  // To swipe on is to swipe where reading goes on.
  const hand = mouse(page);
  const [x, y] = await middle(quiz.stem);
  await hand.down([x, y]);
  await hand.move([x - 30, y]);
  await expect(quiz.host.locator(".swiped .on")).toHaveText("I knew it");
  await hand.move([x + 200, y]);
  await expect(quiz.host.locator(".swiped .back")).toHaveText("Not yet");
  await page.keyboard.press("Escape");
  await hand.up();
  await page.keyboard.press("1");
  await isAtCard(quiz, 2);
});
