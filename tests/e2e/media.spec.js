// Pictures, sound, film, formulas and code in texts: loaded from where the bank is, named, and readable.
import { isAccessible } from "./axe.js";
import { expect, test } from "./site.js";
import { openQuiz, tea } from "./quiz.js";

const svg = (fill) => `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><circle cx="160" cy="100" r="80" fill="${fill}"/></svg>`;
const picture = (src, alt, more = {}) => ["img", { src, alt, width: "320", height: "200", ...more }];

const TEA = tea([
  {
    id: "pot",
    kind: "single-choice",
    topic: "tea",
    stem: [
      ["figure", picture("tea.media/pot.svg", "A pot"), ["figcaption", "A pot, from above"]],
      ["figure", ["audio", { src: "tea.media/pour.wav", alt: "How tea sounds" }, ["p", "Tea is poured."]]],
      ["p", "What is it?"],
    ],
    options: [
      { text: [picture("tea.media/cup.svg", "A cup")], correct: true, rationale: [["p", "See ", picture("tea.media/leaf.svg", "a leaf"), "."]] },
      { text: ["A saw"] },
    ],
  },
  {
    id: "volume",
    kind: "single-choice",
    topic: "tea",
    stem: [
      ["math", { alttext: "\\frac{1}{2}", display: "block" }, ["mfrac", ["mn", "1"], ["mn", "2"]]],
      ["pre", ["code", ["span", { class: "keyword" }, "let"], " tea = ", ["span", { class: "value" }, "2"], "; ",
        ["span", { class: "comment" }, "// cups"], ["span", { class: "string" }, " 'x'"], ["span", { class: "name" }, " pour"],
        ["span", { class: "type" }, " Tea"]]],
    ],
    options: [{ text: ["A ", ["math", { alttext: "x^2" }, ["msup", ["mi", "x"], ["mn", "2"]]]], correct: true }, { text: "B" }],
  },
]);

// A site with the bank in a folder, and its pictures beside it; tells what was asked for.
async function serve(page) {
  const asked = [];
  const pattern = (url) => url.pathname.startsWith("/course/");
  await page.route(pattern, (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    if (pathname.endsWith(".json")) return route.fulfill({ json: { ...TEA, questions: [TEA.questions[0]] } });
    return route.fulfill({ contentType: "image/svg+xml", body: svg(pathname.includes("pot") ? "black" : "green") });
  });
  return asked;
}

test("pictures come from beside the bank, keep their place and never leave the column", async ({ page }) => {
  const asked = await serve(page);
  await page.setViewportSize({ width: 320, height: 700 });
  const quiz = await openQuiz(page, { src: "/course/tea.json" });
  const pot = quiz.host.getByRole("img", { name: "A pot", exact: true });
  await expect(pot).toBeVisible();
  await expect(pot).toHaveJSProperty("naturalWidth", 320);
  expect(asked).toContain("/course/tea.media/pot.svg");
  // Sound is fetched when somebody wants it, pictures of a rationale when it is shown.
  expect(asked.join()).not.toMatch(/wav|leaf/);
  const { width, height } = await pot.boundingBox();
  expect(width / height).toBeCloseTo(1.6, 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await isAccessible(page);
  await quiz.options.first().click();
  const before = await quiz.places(quiz.host.locator("img, label"));
  await quiz.check.click();
  await expect(quiz.host.getByRole("img", { name: "a leaf" })).toBeVisible();
  expect((await quiz.places(quiz.host.locator("img, label"))).slice(0, before.length)).toEqual(before);
  await isAccessible(page);
});

test("a picture takes its room before it is there", async ({ page }) => {
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await serve(page);
  await page.route("**/*.svg", async (route) => (await held, route.fallback()));
  const quiz = await openQuiz(page, { src: "/course/tea.json" });
  await expect(quiz.options).toHaveCount(2);
  const before = await quiz.places(quiz.host.locator("img, label, button"));
  answer();
  await expect(quiz.host.getByRole("img", { name: "A pot", exact: true })).toHaveJSProperty("complete", true);
  expect(await quiz.places(quiz.host.locator("img, label, button"))).toEqual(before);
});

test("a transcript is one tap away, by keyboard too, and printed", async ({ page }) => {
  await serve(page);
  const quiz = await openQuiz(page, { src: "/course/tea.json" });
  const words = quiz.host.getByText("Tea is poured.");
  await expect(quiz.host.locator("audio")).toHaveAttribute("aria-label", "How tea sounds");
  await expect(words).toBeHidden();
  await quiz.tabTo(quiz.summary("Transcript"));
  await page.keyboard.press("Enter");
  await expect(words).toBeVisible();
  await isAccessible(page);
  await page.keyboard.press("Enter");
  await page.emulateMedia({ media: "print" });
  await expect(words).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
  test(`formulas are MathML and code is readable in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const bank = { ...TEA, questions: [TEA.questions[1]] };
    const quiz = await openQuiz(page, {}, { bank, head: "<style>:root { color-scheme: light dark }</style>" });
    const math = quiz.stem.locator("math");
    await expect(math).toHaveAttribute("alttext", "\\frac{1}{2}");
    const shown = await math.evaluate((element) => {
      const [one, two] = [...element.querySelectorAll("mn")].map((number) => number.getBoundingClientRect());
      return [element.namespaceURI, element.firstElementChild.namespaceURI, one.bottom <= two.top + 1];
    });
    const mathml = "http://www.w3.org/1998/Math/MathML";
    expect(shown).toEqual([mathml, mathml, true]);
    await isAccessible(page);
  });
}

test("a strict policy refuses no picture of its own host, and sound only without media-src", async ({ page, site }) => {
  await serve(page);
  const quiz = await openQuiz(page, {}, {});
  await page.goto(`${site.strict}/host.html`);
  await expect(quiz.start).toBeVisible();
  await page.evaluate(() => document.querySelector("self-check").setAttribute("src", "/course/tea.json"));
  await expect(quiz.host.getByRole("img", { name: "A pot", exact: true })).toHaveJSProperty("naturalWidth", 320);
  // The browser reports when it likes.
  const refused = () => {
    const ours = site.violations.filter((violation) => violation["blocked-uri"].includes("/course/"));
    return [...new Set(ours.map((violation) => violation["effective-directive"]))];
  };
  await expect.poll(refused).toEqual(["media-src"]);
});

test("addresses in a bank of the page itself are relative to the page", async ({ page }) => {
  const asked = [];
  await page.route("**/tea.media/**", (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return route.fulfill({ contentType: "image/svg+xml", body: svg("black") });
  });
  const quiz = await openQuiz(page, {}, { bank: { ...TEA, questions: [TEA.questions[0]] } });
  await expect(quiz.host.getByRole("img", { name: "A pot", exact: true })).toHaveJSProperty("naturalWidth", 320);
  expect(asked).toContain("/tea.media/pot.svg");
});

test("a bank that would run script or restyle the page is refused", async ({ page }) => {
  for (const node of [
    picture("javascript:alert(1)", "x"),
    picture("a.png", "x", { onerror: "alert(1)" }),
    picture("a.png", "x", { srcset: "b.png 2x" }),
    picture("a.png", "x", { style: "position:fixed" }),
    picture("data:text/html,x", "x"),
    picture("a.png", ""),
    ["svg", ["script", "alert(1)"]],
    ["math", { alttext: "x", href: "javascript:alert(1)" }, ["mi", "x"]],
    ["math", { alttext: "x" }, ["annotation-xml", { encoding: "text/html" }, "x"]],
    ["span", { class: "card" }, "x"],
  ]) {
    const question = { ...TEA.questions[0], stem: ["?", node] };
    const quiz = await openQuiz(page, {}, { bank: { ...TEA, questions: [question] } });
    await expect(quiz.failure, JSON.stringify(node)).toBeVisible();
    expect((await quiz.hears("error")).code).toBe("bank");
  }
});
