// Hotspot: a region of a picture, chosen by its place or by its name.
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openQuiz, tea, why } from "./quiz.js";

const KITCHEN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><path d="M10 10h120v180h-120z"/><circle cx="200" cy="100" r="60"/></svg>`;
const TEA = tea([
  {
    id: "kitchen",
    kind: "hotspot",
    topic: "tea",
    stem: "Where does the water boil?",
    image: [["img", { src: `data:image/svg+xml,${encodeURIComponent(KITCHEN)}`, alt: "A kitchen", width: "400", height: "200" }]],
    regions: [
      { ...why("The table"), rect: [10, 10, 120, 180] },
      { ...why("The stove"), circle: [200, 100, 60], correct: true },
      { ...why("The door"), polygon: [[280, 20], [390, 20], [390, 190], [280, 150]] },
    ],
  },
]);
const radio = (quiz, name) => quiz.host.getByRole("radio", { name });
const picture = (quiz) => quiz.host.getByRole("img", { name: "A kitchen", exact: true });
const scrolled = (page) => page.evaluate(() => scrollY);

// Where a place of the picture, in its own units, is on the page.
async function placeOf(quiz, x, y) {
  await picture(quiz).scrollIntoViewIfNeeded();
  const box = await picture(quiz).boundingBox();
  return [box.x + (x / 400) * box.width, box.y + (y / 200) * box.height];
}

for (const [width, dir] of [[320, "ltr"], [1280, "ltr"], [320, "rtl"]]) {
  test(`by mouse at ${width} px, ${dir}: a place is chosen, marked and explained`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    const quiz = await openQuiz(page, {}, { bank: TEA, dir });
    await expect(radio(quiz, "The stove")).toBeVisible();
    await isAccessible(page);
    // What is drawn lies over what it belongs to.
    await expect(quiz.host.locator(".area")).toHaveCount(3);
    const over = await quiz.host.locator(".region").first().boundingBox();
    const under = await picture(quiz).boundingBox();
    for (const side of ["x", "y", "width", "height"]) expect(over[side], side).toBeCloseTo(under[side], 0);
    await quiz.check.click();
    await expect(quiz.part("actions")).toContainText("Choose an answer first.");

    await page.mouse.click(...(await placeOf(quiz, 335, 100)));
    await expect(radio(quiz, "The door")).toBeChecked();
    await page.mouse.click(...(await placeOf(quiz, 70, 30)));
    await expect(radio(quiz, "The table")).toBeChecked();
    // Where there is no region nothing is chosen.
    await page.mouse.click(...(await placeOf(quiz, 137, 10)));
    await expect(radio(quiz, "The table")).toBeChecked();
    const html = await quiz.host.evaluate((element) => element.shadowRoot.innerHTML);
    expect(html).not.toMatch(/[ -](in)?correct\b|Why:|class="sign"/);

    const before = await quiz.places(quiz.host.locator("img, label, input"));
    await quiz.check.click();
    await expect(quiz.feedback).toHaveText(/^Not this time/);
    expect(await quiz.places(quiz.host.locator("img, label, input"))).toEqual(before);
    await expect(quiz.row("The table").locator(".badge")).toHaveText("Your answer: not right");
    await expect(quiz.row("The stove").locator(".badge")).toHaveText("Right answer");
    await expect(quiz.host.locator(".sign")).toHaveCount(2);
    await expect(quiz.row("The door").locator(".sign")).toHaveCount(0);
    for (const name of ["The table", "The stove"]) await expect(quiz.feedback.getByText(`Why: ${name}`)).toBeVisible();
    await expect(quiz.feedback.getByText("Why: The door")).toBeHidden();
    await isAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    // What was checked stays.
    await page.mouse.click(...(await placeOf(quiz, 200, 100)));
    await expect(radio(quiz, "The table")).toBeChecked();
    const { response, score } = await quiz.hears("answer");
    expect(response).toEqual({ kind: "hotspot", region: "a" });
    expect(score).toEqual({ earned: 0, possible: 1 });
  });
}

test("the choice of a place leaves the page where it is", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 420 });
  const quiz = await openQuiz(page, {}, { bank: TEA });
  const at = await placeOf(quiz, 335, 100);
  const before = await scrolled(page);
  await expect(radio(quiz, "The door")).not.toBeInViewport();
  await page.mouse.click(...at);
  await expect(radio(quiz, "The door")).toBeChecked();
  expect(await scrolled(page)).toBe(before);
});

test("by keyboard alone: the names are one group, and its region shows with the focus", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: TEA });
  const press = (key) => page.keyboard.press(key);
  const line = (name) => quiz.row(name).locator(".area").evaluate((area) => getComputedStyle(area).strokeDasharray);
  await quiz.tabTo(radio(quiz, "The table"));
  expect(await line("The table")).toBe("none");
  expect(await line("The door")).not.toBe("none");
  await press("ArrowUp");
  await expect(radio(quiz, "The door")).toBeChecked();
  await expect(radio(quiz, "The door")).toBeFocused();
  // Letters stand beside the names.
  await press("b");
  await expect(radio(quiz, "The stove")).toBeChecked();
  await quiz.tabTo(quiz.check);
  await press("Enter");
  await expect(quiz.feedback).toHaveText(/^Correct/);
  await expect(quiz.primary).toBeFocused();
  expect((await quiz.hears("answer")).response).toEqual({ kind: "hotspot", region: "b" });
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test("a place or a name is tapped, and every region is large enough", async ({ page }) => {
    const quiz = await openQuiz(page, { attempts: 2 }, { bank: TEA });
    await expect(quiz.options).toHaveCount(3);
    for (const area of await quiz.host.locator(".area").all()) {
      const { width, height } = await area.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    for (const row of await quiz.options.all()) expect((await row.boundingBox()).height).toBeGreaterThanOrEqual(44);
    await quiz.row("The table").getByText("The table").tap();
    await expect(radio(quiz, "The table")).toBeChecked();
    await page.touchscreen.tap(...(await placeOf(quiz, 335, 100)));
    await expect(radio(quiz, "The door")).toBeChecked();
    await quiz.check.tap();
    // Between two attempts nothing is told, and nothing can be changed.
    await expect(quiz.part("retry-button")).toBeVisible();
    await expect(quiz.host.locator(".sign, .badge")).toHaveCount(0);
    await page.touchscreen.tap(...(await placeOf(quiz, 200, 100)));
    await expect(radio(quiz, "The door")).toBeChecked();
    await quiz.part("retry-button").tap();
    await page.touchscreen.tap(...(await placeOf(quiz, 200, 100)));
    await expect(radio(quiz, "The stove")).toBeChecked();
    await quiz.check.tap();
    await expect(quiz.feedback).toHaveText(/^Correct/);
    await isAccessible(page);
  });
});

test("names are in a drawn order, and places are what they are", async ({ page }) => {
  const orders = new Set();
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const quiz = await openQuiz(page, { seed, shuffle: "all" }, { bank: TEA });
    await expect(quiz.options).toHaveCount(3);
    orders.add((await quiz.options.locator(".option-text").allTextContents()).join());
    await page.mouse.click(...(await placeOf(quiz, 200, 100)));
    await expect(radio(quiz, "The stove")).toBeChecked();
  }
  expect(orders.size).toBeGreaterThan(1);
});

test("on paper regions have numbers, and the answer key tells which", async ({ page }) => {
  const quiz = await openQuiz(page, {}, { bank: { ...TEA, settings: { shuffle: "none" } } });
  await quiz.summary("Print").click();
  await quiz.button("Worksheet").click();
  await expect(quiz.host.locator(".spots text")).toHaveText(["1", "2", "3"]);
  await expect(quiz.part("sheet")).toContainText("Number of the right place:");
  await expect(quiz.part("sheet")).not.toContainText("The stove");
  await isAccessible(page);
  await quiz.button("Back").click();
  await quiz.button("Answer key").click();
  await expect(quiz.part("sheet")).toContainText("Number of the right place: 2. The stove");
});
