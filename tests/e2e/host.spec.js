// A host page talks with the element: attributes, properties, methods and the ways to bring a bank.
import { expect, test } from "./site.js";
import { BANK, bankOf, EVERY_KIND, openPage, openQuiz, optionsOf, quizTag, textOf } from "./quiz.js";

const bank = bankOf(...EVERY_KIND);
const ids = (questions) => questions.map(({ id }) => id);

// The plan as the page can see it: questions and options in the order they are shown in.
const plan = (quiz) =>
  quiz.host.evaluate((element) => element.snapshot().questions.map(({ id, options }) => `${id}: ${options.join(" ")}`));

test.describe("attributes", () => {
  test("count decides how many questions are asked", async ({ page }) => {
    const quiz = await openQuiz(page, { count: 4, "no-start": true });
    await quiz.isAt(1, 4);
  });

  test("topics decides which, and an unknown one is passed over with a warning", async ({ page }) => {
    const [first, second] = BANK.topics;
    const warned = page.waitForEvent("console", (message) => message.type() === "warning" && message.text().includes("no-such"));
    const quiz = await openQuiz(page, { topics: `${first.id} no-such ${second.id}`, count: 100, "no-start": true });
    await warned;
    const wanted = BANK.questions.filter(({ topic }) => topic === first.id || topic === second.id);
    await quiz.isAt(1, wanted.length);
    const asked = await quiz.host.evaluate((element) => element.snapshot().questions.map(({ id }) => id));
    expect(asked.sort()).toEqual(ids(wanted).sort());
  });

  test("shuffle=none shows questions and options in the author's order", async ({ page }) => {
    const quiz = await openQuiz(page, { topics: BANK.topics[0].id, count: 3, shuffle: "none", "no-start": true });
    await expect(quiz.stem).toBeVisible();
    const authored = BANK.questions.filter(({ topic }) => topic === BANK.topics[0].id).slice(0, 3);
    expect(await plan(quiz)).toEqual(authored.map((question) => `${question.id}: ${ids(optionsOf(question)).join(" ")}`));
    await expect(quiz.stem).toHaveText(textOf(authored[0].stem));
    await expect(quiz.options.locator(".option-text")).toHaveText(optionsOf(authored[0]).map(({ text }) => text));
  });

  test("the same seed draws the same questions and options, another one others", async ({ page }) => {
    const body = [[7, "a"], [7, "b"], [8, "c"]].map(([seed, id]) => quizTag({ id, seed, count: 10, loading: "eager", "no-start": true })).join("");
    const quiz = await openPage(page, body);
    for (const id of "abc") await expect(quiz.at(`#${id}`).stem).toBeVisible();
    const [a, b, c] = await Promise.all([..."abc"].map((id) => plan(quiz.at(`#${id}`))));
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
    expect((await quiz.hears("start")).seed).toEqual(expect.any(Number));
  });

  test("without a seed every attempt is drawn anew", async ({ page }) => {
    const quiz = await openQuiz(page, { "no-start": true });
    await expect(quiz.stem).toBeVisible();
    const first = await plan(quiz);
    await quiz.call("restart");
    expect(await plan(quiz)).not.toEqual(first);
  });

  test("pass-mark tells whether the target was reached", async ({ page }) => {
    const quiz = await openQuiz(page, { "pass-mark": 50, "no-start": true }, { bank });
    await quiz.play("right", "wrong", "wrong");
    await expect(quiz.part("score")).toContainText("own target is 50%. You are on your way.");
    expect((await quiz.get("report")).passed).toBe(false);
    await quiz.call("restart");
    await quiz.play("right", "partly", "wrong");
    await expect(quiz.part("score")).toContainText("You reached it.");
    expect((await quiz.get("report")).passed).toBe(true);
  });

  test("without a pass-mark nothing is passed or failed", async ({ page }) => {
    const quiz = await openQuiz(page, { "no-start": true }, { bank: bankOf("single-choice") });
    await quiz.play("right");
    expect((await quiz.get("report")).passed).toBeNull();
    await expect(quiz.part("score")).not.toContainText("target");
  });

  test("no-start leaves the start screen out", async ({ page }) => {
    const quiz = await openQuiz(page, { "no-start": true }, { bank });
    await quiz.isAt(1, 3);
    await expect(quiz.start).toHaveCount(0);
  });

  test("the bank's settings count where the element says nothing", async ({ page }) => {
    const settings = { count: 2, "no-start": true, shuffle: "none" };
    const quiz = await openPage(page, quizTag({ id: "bank" }, { bank: { ...bank, settings } }) + quizTag({ id: "element", count: 1 }, { bank: { ...bank, settings } }));
    await quiz.at("#bank").isAt(1, 2);
    await quiz.at("#element").isAt(1, 1);
  });

  test("a widget far below fetches nothing until it comes near the viewport", async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    const quiz = await openPage(page, `<div style="height: 5000px"></div>${quizTag({}, { fallback: "Please wait." })}`);
    await expect(quiz.host).toContainText("Please wait.");
    await page.waitForLoadState("networkidle");
    expect(fetched).toEqual(["/host.html", "/selfcheck.js"]);
    expect(await quiz.get("phase")).toBe("loading");
    await page.mouse.wheel(0, 5000);
    await expect(quiz.start).toBeVisible();
    expect(fetched).toContain("/selfcheck-widget_bg.wasm");
  });

  test("loading=eager fetches at once, also where it is set later", async ({ page }) => {
    const far = (tag) => `<div style="height: 5000px"></div>${tag}`;
    const quiz = await openPage(page, far(quizTag({ id: "eager", loading: "eager" })) + far(quizTag({ id: "later" })));
    await expect(quiz.at("#eager").start).toBeAttached();
    await expect(quiz.at("#later").start).not.toBeAttached();
    await quiz.at("#later").host.evaluate((element) => (element.loading = "eager"));
    await expect(quiz.at("#later").start).toBeAttached();
  });

  for (const loading of ["eager", "lazy"]) {
    test(`loading=${loading} fetches script, wasm and bank once each`, async ({ page }) => {
      const fetched = [];
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      const quiz = await openQuiz(page, { src: "/banks/ma-cps-ethics.json", loading, seed: 1 });
      await expect(quiz.start).toBeVisible();
      expect(fetched.sort()).toEqual(["/banks/ma-cps-ethics.json", "/host.html", "/selfcheck-widget.js", "/selfcheck-widget_bg.wasm", "/selfcheck.js"]);
    });
  }

  test("unknown values fall back, and each warns once", async ({ page }) => {
    const warnings = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    const wrong = { count: "many", shuffle: "sometimes", seed: "-1", "pass-mark": "101", mode: "duel" };
    const quiz = await openQuiz(page, { ...wrong, loading: "whenever" }, { bank });
    await quiz.start.click();
    await quiz.isAt(1, 3);
    for (const [name, value] of Object.entries(wrong)) {
      expect(warnings.filter((text) => text.includes(`${name}="${value}"`)), name).toHaveLength(1);
    }
    await quiz.host.evaluate((element) => element.setAttribute("count", "2"));
    await quiz.call("restart");
    await expect(quiz.start).toBeVisible();
    for (const [name, value] of Object.entries(wrong)) {
      expect(warnings.filter((text) => text.includes(`${name}="${value}"`)), name).toHaveLength(1);
    }
  });

  test("a change before the start is followed at once, a change later by the next attempt", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank });
    await expect(quiz.host.getByText("3 questions", { exact: true })).toBeVisible();
    await quiz.host.evaluate((element) => (element.count = 2));
    await expect(quiz.host.getByText("2 questions", { exact: true })).toBeVisible();
    await quiz.start.click();
    await quiz.isAt(1, 2);
    await quiz.host.evaluate((element) => (element.count = 1));
    await quiz.isAt(1, 2);
    await quiz.call("restart");
    await expect(quiz.host.getByText("1 question", { exact: true })).toBeVisible();
  });
});

test.describe("properties", () => {
  const PROPERTIES = {
    src: ["src", "/banks/ma-cps-ethics.json", "/banks/ma-cps-ethics.json"],
    mode: ["mode", "practice", "practice"],
    count: ["count", 5, "5"],
    topics: ["topics", "a b", "a b"],
    shuffle: ["shuffle", "none", "none"],
    seed: ["seed", 12, "12"],
    passMark: ["pass-mark", 80, "80"],
    saveKey: ["save-key", "course", "course"],
    noStart: ["no-start", true, ""],
    loading: ["loading", "eager", "eager"],
  };

  test("each attribute has a property in camelCase, both ways", async ({ page }) => {
    await openPage(page, "");
    await page.waitForFunction(() => customElements.get("self-check"));
    for (const [property, [attribute, value, text]] of Object.entries(PROPERTIES)) {
      const seen = await page.evaluate(
        ([property, attribute, value, text]) => {
          const element = document.createElement("self-check");
          const empty = element[property];
          element[property] = value;
          const written = element.getAttribute(attribute);
          element[property] = null;
          const removed = !element.hasAttribute(attribute);
          element.setAttribute(attribute, text);
          return { empty, written, removed, read: element[property] };
        },
        [property, attribute, value, text],
      );
      expect(seen, property).toEqual({ empty: value === true ? false : null, written: text, removed: true, read: value });
    }
  });

  test("properties set before the element is defined count", async ({ page }) => {
    const early = `<script>
      Object.assign(document.querySelector("self-check"), { count: 2, noStart: true, shuffle: "none", bank: ${JSON.stringify(bank).replaceAll("<", "\\u003c")} });
    </script>`;
    const quiz = await openPage(page, quizTag() + early);
    quiz.bank = bank;
    await quiz.isAt(1, 2);
    expect(await quiz.host.evaluate((element) => [element.getAttribute("count"), Object.keys(element)])).toEqual(["2", []]);
  });

  test("several changes in one task cause one update", async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => request.url().includes("/bank-") && fetched.push(new URL(request.url()).pathname));
    await page.route("**/bank-*", (route) => route.fulfill({ json: bank }));
    const quiz = await openQuiz(page, { src: "/bank-1.json" }, {});
    await expect(quiz.start).toBeVisible();
    await quiz.host.evaluate((element) => {
      element.src = "/bank-2.json";
      element.count = 1;
      element.src = "/bank-3.json";
    });
    await expect(quiz.host.getByText("1 question", { exact: true })).toBeVisible();
    expect(fetched).toEqual(["/bank-1.json", "/bank-3.json"]);
    expect((await quiz.heard()).map(([name]) => name)).toEqual(["ready", "ready"]);
  });

  test("phase and report tell how far the learner is", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank });
    await expect(quiz.start).toBeVisible();
    expect([await quiz.get("phase"), await quiz.get("report")]).toEqual(["ready", null]);
    await quiz.start.click();
    expect([await quiz.get("phase"), await quiz.get("report")]).toEqual(["answering", null]);
    await quiz.answer("right");
    expect([await quiz.get("phase"), await quiz.get("report")]).toEqual(["feedback", null]);
    await quiz.goOn();
    await quiz.play("right");
    expect(await quiz.get("phase")).toBe("finished");
    expect((await quiz.get("report")).percent).toBe(100);
  });
});

test.describe("methods", () => {
  test("each does its work at once: phase and report are right in the next line", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank });
    await expect(quiz.start).toBeVisible();
    expect(await quiz.call("start")).toBe("answering");
    await quiz.choose("right");
    expect(await quiz.call("submit")).toBe("feedback");
    expect(await quiz.call("next")).toBe("answering");
    expect(await quiz.call("back")).toBe("feedback");
    expect(await quiz.call("goTo", bank.questions[2].id)).toBe("answering");
    await quiz.isAt(3, 3);
    const report = await quiz.host.evaluate((element) => (element.finish(), element.report));
    expect([report.earned, report.possible]).toEqual([1, 3]);
    expect(await quiz.call("restart")).toBe("ready");
    expect(await quiz.get("report")).toBeNull();
  });

  test("what makes no sense now does nothing", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank });
    await expect(quiz.start).toBeVisible();
    for (const method of ["submit", "next", "back", "finish", "restart"]) expect(await quiz.call(method), method).toBe("ready");
    await quiz.call("start");
    for (const method of ["start", "submit", "next", "back"]) expect(await quiz.call(method), method).toBe("answering");
    for (const id of ["no-such", "", null, undefined, {}, bank.questions[0].id, "a".repeat(1000)]) {
      expect(await quiz.call("goTo", id), String(id)).toBe("answering");
    }
    await quiz.isAt(1, 3);
    await quiz.call("finish");
    for (const method of ["start", "submit", "next", "back", "finish"]) expect(await quiz.call(method), method).toBe("finished");
    expect((await quiz.heard()).map(([name]) => name)).toEqual(["ready", "start", "move", "finish"]);
  });

  test("all can be called before there is a quiz", async ({ page }) => {
    await page.route("**/*.wasm", () => {}); // On its way for ever.
    const quiz = await openQuiz(page, {});
    await page.waitForFunction(() => customElements.get("self-check"));
    for (const method of ["start", "submit", "next", "back", "finish", "restart", "forget", "focus"]) {
      expect(await quiz.call(method), method).toBe("loading");
    }
    expect(await quiz.host.evaluate((element) => [element.snapshot(), element.restore({}), element.report])).toEqual([null, false, null]);
  });

  test("focus() leads to what is to be read or pressed next", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank });
    await expect(quiz.start).toBeVisible();
    await quiz.call("focus");
    await expect(quiz.heading).toBeFocused();
    await quiz.call("start");
    await expect(quiz.stem).toBeVisible();
    await quiz.call("focus");
    await expect(quiz.stem).toBeFocused();
  });
});

test.describe("banks", () => {
  const small = (id) => ({
    format: 1,
    id,
    title: `The bank ${id}`,
    topics: [{ id: "t", title: "The topic" }],
    questions: [{ id: "q", kind: "single-choice", topic: "t", stem: "One & one < three?", options: [{ text: "Yes", correct: true }, { text: "No" }] }],
  });

  test("the bundled one where nothing else is said", async ({ page }) => {
    const quiz = await openQuiz(page, {});
    expect(await quiz.hears("ready")).toEqual({ bankId: BANK.id, title: BANK.title, questionCount: BANK.questions.length });
  });

  test("src, relative to the page", async ({ page }) => {
    await page.route("**/course/mine.json", (route) => route.fulfill({ json: small("src") }));
    const quiz = await openQuiz(page, { src: "course/mine.json" });
    await expect(quiz.heading).toHaveText("The bank src");
    await quiz.host.evaluate((element) => element.removeAttribute("src"));
    await expect(quiz.heading).toHaveText(BANK.title);
  });

  test("an inline script, whose plain strings are plain text", async ({ page }) => {
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
});

test.describe("one page", () => {
  test("ten widgets are independent and share one wasm", async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    const tags = Array.from({ length: 10 }, (_, index) => quizTag({ id: `quiz-${index}`, loading: "eager" }, { bank }));
    const quiz = await openPage(page, tags.join("\n"));
    quiz.bank = bank;
    const quizzes = tags.map((_, index) => quiz.at(`#quiz-${index}`));
    for (const quiz of quizzes) await expect(quiz.start).toBeVisible();
    for (const name of ["selfcheck.js", "selfcheck-widget.js", "selfcheck-widget_bg.wasm"]) {
      expect(fetched.filter((path) => path === `/${name}`), name).toHaveLength(1);
    }
    await quizzes[3].start.click();
    await quizzes[3].answer("right");
    await quizzes[7].start.click();
    await quizzes[7].choose("wrong");
    await quizzes[3].goOn();
    await quizzes[7].check.click();
    await quizzes[3].isAt(2, 3);
    await expect(quizzes[7].feedback).toBeVisible();
    const phases = await page.evaluate(() => [...document.querySelectorAll("self-check")].map(({ phase }) => phase));
    expect(phases).toEqual(phases.map((_, index) => ({ 3: "answering", 7: "feedback" })[index] ?? "ready"));
    const sheets = await page.evaluate(() => new Set([...document.querySelectorAll("self-check")].map((element) => element.shadowRoot.adoptedStyleSheets[0])).size);
    expect(sheets).toBe(1);
  });

  test("the script included twice, from two places, does no harm", async ({ page, site }) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const again = `<script type="module" src="/selfcheck.js?again"></script><script type="module" src="${site.other}/some/folder/selfcheck.js"></script>`;
    const quiz = await openQuiz(page, {}, { bank, head: again });
    await quiz.start.click();
    await quiz.play("right");
    await expect(quiz.part("score")).toContainText("3 of 3 points");
    expect(errors).toEqual([]);
  });

  test("an element made by script works", async ({ page }) => {
    const quiz = await openPage(page, "");
    await page.evaluate((bank) => {
      const element = Object.assign(document.createElement("self-check"), { bank, noStart: true });
      document.querySelector("main").append(element);
    }, bank);
    await quiz.isAt(1, 3);
  });

  test("the element's content is its fallback: shown until there is a quiz, hidden then", async ({ page }) => {
    let answer;
    const held = new Promise((resolve) => (answer = resolve));
    await page.route("**/*.wasm", async (route) => (await held, route.continue()));
    const quiz = await openQuiz(page, {}, { fallback: "<p id=fallback>Here will be a quiz.</p>" });
    await page.waitForFunction(() => customElements.get("self-check"));
    await expect(page.locator("#fallback")).toBeVisible();
    answer();
    await expect(quiz.start).toBeVisible();
    await expect(page.locator("#fallback")).toBeHidden();
  });

  test("without the script the element's content is shown", async ({ page }) => {
    await openQuiz(page, {}, { script: "/no-such.js", fallback: "<p id=fallback>Here would be a quiz.</p>" });
    await expect(page.locator("#fallback")).toBeVisible();
  });

  test("custom properties and parts reach the inside", async ({ page }) => {
    const style = `<style>
      self-check { --selfcheck-accent: rgb(120, 0, 90); --selfcheck-font: monospace; --selfcheck-text: rgb(1, 2, 3) }
      self-check::part(stem) { letter-spacing: 3px }
      self-check::part(option-chosen) { font-style: italic }
    </style>`;
    const quiz = await openQuiz(page, { "no-start": true }, { bank, head: style });
    await quiz.choose("wrong");
    await expect(quiz.check).toHaveCSS("background-color", "rgb(120, 0, 90)");
    await expect(quiz.stem).toHaveCSS("font-family", "monospace");
    await expect(quiz.stem).toHaveCSS("color", "rgb(1, 2, 3)");
    await expect(quiz.stem).toHaveCSS("letter-spacing", "3px");
    await expect(quiz.part("option-chosen").first()).toHaveCSS("font-style", "italic");
  });

  test("light and dark follow the page's color-scheme", async ({ page }) => {
    const quiz = await openQuiz(page, {}, { bank, head: "<style>:root { color-scheme: dark }</style>" });
    const background = () => quiz.host.locator(".card").evaluate((card) => getComputedStyle(card).backgroundColor);
    await expect(quiz.start).toBeVisible();
    const dark = await background();
    await page.evaluate(() => (document.documentElement.style.colorScheme = "light"));
    expect(await background()).not.toBe(dark);
  });

  test("events and focus cross a shadow root of the page", async ({ page }) => {
    const quiz = await openPage(page, "<div id=outer></div>");
    await page.evaluate((bank) => {
      const root = document.querySelector("#outer").attachShadow({ mode: "open" });
      const element = Object.assign(document.createElement("self-check"), { bank });
      root.append(element);
    }, bank);
    quiz.bank = bank;
    await quiz.start.click();
    await expect(quiz.stem).toBeFocused();
    await quiz.play("right");
    expect((await quiz.heard()).map(([name]) => name)).toEqual(["ready", "start", "move", "answer", "move", "answer", "move", "answer", "finish"]);
  });
});
