// Tours of every screen in each mode, for what is to be checked on all of them. They find their way by the
// parts of the contract and never by words, so that they lead through every language.
import { entry, daysAgo, months, remember, sitting } from "./record.js";
import { bankOf, openPage, quizTag, tea, why } from "./quiz.js";

const KITCHEN = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><path d="M10 10h120v180h-120z"/><circle cx="200" cy="100" r="60"/></svg>`;
const LONG = "Teaplantationmanagementassociationmembershipcards";
const cells = (tag, ...texts) => ["tr", ...texts.map((text) => [tag, text])];

// What is hard to fit, and needs the keyboard to be read: a wide table, long lines, a long formula.
const WIDE = [
  ["p", "Read the table, the code and the formula. What follows from all of them?"],
  ["table", ["thead", cells("th", "Tea", "Temperature", "Minutes", "Grams per litre", "Infusions")], ["tbody", cells("td", "Gyokuro", "50 to 60 °C", "two", "15", "three to five"), cells("td", LONG, "95 °C", "four", "8", "one")]],
  ["pre", ["code", ["span", { class: "keyword" }, "def "], ["span", { class: "name" }, "steep"], `(leaves, temperature=80, minutes=2):  `, ["span", { class: "comment" }, `# ${LONG}`], "\n    ", ["span", { class: "keyword" }, "return "], ["span", { class: "string" }, '"tea"']]],
  ["p", ["math", { alttext: "a = \\frac{b}{c}", display: "block" }, ["mrow", ["mi", "a"], ["mo", "="], ...Array.from({ length: 14 }, () => [["mfrac", ["mi", "b"], ["mi", "c"]], ["mo", "+"]]).flat(), ["mi", "d"]]]],
];
const key = (text) => ({ ...why(text), correct: true });
const ASKED = [
  { kind: "single-choice", stem: WIDE, hint: "Look at the last column.", rationale: "Only one follows.", options: [why("Nothing"), key("That Gyokuro is drunk more than once"), why(`The ${LONG}`)] },
  { kind: "true-false", stem: "Green tea wants boiling water.", scenario: "guests", key: false, correction: "Cooler water.", reasons: [why("It is cold."), key("Its leaves burn.")] },
  { kind: "multiple-response", stem: "What is in a tea pot?", options: [why("A spoon"), key("Leaves"), key("Water")] },
  { kind: "ordering", stem: "In which order?", steps: ["Warm the pot.", "Add the leaves, a spoon for each cup.", "Pour the water."].map(why) },
  { kind: "matching", stem: "Which water?", responses: ["Warm", "Boiling, and just off the stove", "Ice"].map((text) => ({ text })), premises: [["Black tea", "b"], ["Green tea", "a"]].map(([text, key]) => ({ ...why(text), key })) },
  { kind: "fill-in", stem: "Leaves ____.", content_note: true, answers: [key("steep"), why("cook")] },
  { kind: "grid", stem: "Which is drunk with milk?", columns: [{ id: "no", text: "No" }, { id: "yes", text: "Yes" }, { id: "maybe", text: "It depends" }], rows: [["Chai", "yes"], ["Oolong", "no"]].map(([text, key]) => ({ ...why(text), key })) },
  { kind: "numeric", stem: "How hot is the water?", unit: "°C", answers: [{ value: 80, tolerance: 5, correct: true, rationale: "Leaves open." }] },
  { kind: "cloze", stem: "Complete the note.", passage: [["p", "Let it cool to {{heat}}, and ask ", ["em", "{{who}}"], " before you pour."]], gaps: [{ id: "heat", unit: "°C", answers: [{ value: 80, tolerance: 5, correct: true }] }, { id: "who", options: [why("nobody"), key("your guest")] }] },
  { kind: "reflection", stem: "How would you ask a guest?", model: "“What would you like?”", checks: [{ text: "I ask and do not tell.", rationale: "It leaves it open." }, { text: "I wait." }] },
  { kind: "hotspot", stem: "Where does the water boil?", image: [["img", { src: `data:image/svg+xml,${encodeURIComponent(KITCHEN)}`, alt: "A kitchen", width: "400", height: "200" }]], regions: [{ ...why("The table"), rect: [10, 10, 120, 180] }, { ...key("The stove"), circle: [200, 100, 60] }] },
];
const TOPICS = [["tea", "Tea"], ["cups", "Cups and other things to drink from"]];
export const BANK = tea(
  ASKED.map((question, index) => ({ id: question.kind, topic: TOPICS[index % 2][0], ...question })),
  {
    description: "Eleven questions on tea.",
    disclaimer: "Made up, and no advice.",
    settings: { shuffle: "none", "pass-mark": 60, certainty: true },
    topics: TOPICS.map(([id, title]) => ({ id, title, notes: WIDE })),
    scenarios: [{ id: "guests", text: "Guests came, and it is late." }],
    terms: [{ word: "tea pot", text: "What tea is made in." }],
  },
);
const only = (kinds, settings) => ({ ...BANK, settings: { ...BANK.settings, ...settings }, questions: BANK.questions.filter(({ kind }) => kinds.includes(kind)) });

// Answers whatever is asked, wrong for the most part: the first of everything.
const answerAnyhow = async (host) => {
  const seen = new Set();
  const say = (control, event) => control.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
  for (const control of host.shadowRoot.querySelectorAll("form :is(input, select, textarea)")) {
    if (control.localName === "select") {
      control.selectedIndex = 1;
      say(control, "change");
    } else if (["radio", "checkbox"].includes(control.type)) {
      const group = control.name || control.type;
      if (!seen.has(group)) control.click();
      seen.add(group);
    } else {
      control.value = "7";
      say(control, "input");
    }
    // The quiz takes one answer after the other.
    await new Promise((done) => setTimeout(done));
  }
  host.shadowRoot.querySelector("form .moves button:last-child")?.click();
};

// What leads through a page with one quiz between two other controls.
function walk(page, visit, { lang, dir }) {
  return async (attributes, bank = BANK) => {
    const tag = quizTag({ seed: 5, ...attributes }, { bank });
    const body = `<button id="before">Before</button>${tag}<button id="after">After</button>`;
    // The page says its colours, as pages do.
    const head = `<link rel="stylesheet" href="/pages/tour.css">`;
    const quiz = await openPage(page, body, { lang, dir, head });
    await quiz.host.locator("h2, .stem, [part~=failure]").first().waitFor();
    return Object.assign(quiz, {
      bank,
      press: (part) => quiz.part(part).first().click(),
      openAll: () => quiz.host.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true))),
      answer: () => quiz.host.evaluate(answerAnyhow),
      go: async (part, ...more) => {
        await quiz.part(part).first().click();
        return quiz.see(...more);
      },
      // `fresh`: the page was loaded, so that nobody had the focus yet.
      see: (name, options = {}) => visit(name, quiz, options),
    });
  };
}

async function practice(page, visit, options) {
  const open = walk(page, visit, options);
  const quiz = await open({ "save-key": "tour" }, only(ASKED.slice(0, 5).map(({ kind }) => kind)));
  await quiz.part("progress-button").waitFor();
  await quiz.see("start", { fresh: true });
  await quiz.press("start-button");
  await answerAll(page, quiz);
  for (const paper of ["worksheet", "answer-key", "study", "participation"]) {
    await quiz.openAll();
    await quiz.press(`${paper}-button`);
    await quiz.part("sheet").waitFor();
    await quiz.see(`on paper: ${paper}`);
    await quiz.press("back-button");
  }
}

async function rarer(page, visit, options) {
  const open = walk(page, visit, options);
  const quiz = await open({ "no-start": true }, only(ASKED.slice(5).map(({ kind }) => kind)));
  await answerAll(page, quiz);
}

// Each question, what is said where it is checked without an answer, its feedback, and the results.
async function answerAll(page, quiz) {
  for (const [index, { kind }] of quiz.bank.questions.entries()) {
    await quiz.part("submit-button").waitFor();
    await quiz.openAll();
    await quiz.see(kind, { fresh: index === 0 });
    await quiz.press("submit-button");
    await quiz.host.locator(".nudge").waitFor();
    if (kind === "single-choice") await quiz.see("nothing chosen");
    await quiz.answer();
    if (["matching", "ordering"].includes(kind)) await quiz.see(`${kind}, answered`);
    if (kind === "multiple-response") {
      await page.reload();
      await quiz.part("restart-button").waitFor();
      await quiz.see("welcome back", { fresh: true });
      await quiz.press("start-button");
    }
    await quiz.press("submit-button");
    await quiz.feedback.waitFor();
    await quiz.openAll();
    await quiz.see(`${kind}, explained`);
    await quiz.press("next-button");
  }
  await quiz.results.waitFor();
  await quiz.openAll();
  await quiz.see("results");
}

async function exam(page, visit, options) {
  const open = walk(page, visit, options);
  const bank = only(["single-choice", "true-false", "matching", "reflection"], { mode: "exam", "time-limit": 36_000, pause: true });
  const quiz = await open({ "save-key": "exam" }, bank);
  await quiz.host.locator(".terms").waitFor();
  await quiz.see("exam, start", { fresh: true });
  await quiz.press("start-button");
  await quiz.part("flag-button").waitFor();
  await quiz.see("exam, question");
  await quiz.answer();
  await quiz.press("flag-button");
  await quiz.press("next-button");
  await quiz.openAll();
  await quiz.see("exam, all questions");
  await quiz.press("pause-button");
  await quiz.see("exam, paused");
  await quiz.press("start-button");
  await quiz.press("look-over-button");
  await quiz.part("finish-button").waitFor();
  await quiz.see("exam, before handing in");
  await page.reload();
  await quiz.part("restart-button").waitFor();
  await quiz.see("exam, welcome back", { fresh: true });
  await quiz.press("start-button");
  await quiz.part("look-over-button").or(quiz.part("finish-button")).waitFor();
  if (await quiz.part("look-over-button").isVisible()) await quiz.press("look-over-button");
  await quiz.press("finish-button");
  await quiz.results.waitFor();
  await quiz.openAll();
  await quiz.see("exam, results");
}

async function cards(page, visit, options) {
  const open = walk(page, visit, options);
  const quiz = await open({}, only(["single-choice", "true-false", "hotspot"], { mode: "cards" }));
  await quiz.see("cards, start", { fresh: true });
  await quiz.press("start-button");
  await quiz.part("turn-button").waitFor();
  await quiz.openAll();
  await quiz.see("card");
  await quiz.press("turn-button");
  await quiz.openAll();
  await quiz.see("card, turned");
  await quiz.press("rate-button");
  await quiz.press("turn-button");
  await quiz.press("rate-button");
  await quiz.press("back-button");
  await quiz.see("card, rated");
  await quiz.press("next-button");
  await quiz.press("turn-button");
  await quiz.see("card with a picture, turned");
  await quiz.press("rate-button");
  await quiz.results.waitFor();
  await quiz.openAll();
  await quiz.see("cards, results");
}

// Where one stands: nothing, and much, with what is due; a file that is refused; a question before all is
// erased; and the review of what is due.
async function learner(page, visit, options) {
  const open = walk(page, visit, options);
  const now = Date.now();
  const many = months(BANK, { n: 160, nSittings: 16, sure: true, rightOf: (topic) => (topic === "tea" ? 0.4 : 0.9) });
  await remember(page, [...many, sitting(daysAgo(1, now), [["numeric", 0]])].map((one) => entry("much", BANK, one)));
  const nothing = await open({ "save-key": "nothing" });
  await nothing.press("progress-button");
  await nothing.part("file-button").waitFor();
  await nothing.see("where you stand, nothing known");
  const quiz = await open({ "save-key": "much" });
  await quiz.press("progress-button");
  await quiz.part("due-button").waitFor();
  await quiz.openAll();
  await quiz.see("where you stand");
  const file = { name: "notes.json", mimeType: "application/json", buffer: Buffer.from("{}") };
  await quiz.host.locator("input[type=file]").setInputFiles(file);
  await quiz.host.locator(".incoming").waitFor();
  await quiz.see("where you stand, a file that does not fit", { fresh: true });
  await quiz.go("erase-button", "where you stand, erase?");
  await quiz.press("keep-button");
  const review = await open({ "save-key": "much", mode: "review" });
  await review.see("review, start", { fresh: true });
}

// What goes wrong, and what the learner is told then.
async function failures(page, visit, options) {
  const open = walk(page, visit, options);
  const bad = await open({}, '{"format": 1}');
  await bad.failure.waitFor();
  await bad.openAll();
  await bad.see("a bank that cannot be read", { fresh: true });
  await page.addInitScript(() => localStorage.setItem("selfcheck:notice:tea", "rubbish"));
  const noticed = await open({ "save-key": "notice" });
  await noticed.host.locator(".notice").waitFor();
  await noticed.see("a notice", { fresh: true });
  await page.route("**/selfcheck-more.wasm*", (route) => route.abort());
  const half = await open({ "no-start": true }, bankOf("ordering", "single-choice"));
  await half.host.locator(".notice button").waitFor();
  await half.see("the second half does not come", { fresh: true });
  await page.unroute("**/selfcheck-more.wasm*");
  await page.route("**/*.wasm*", (route) => route.abort());
  const none = await open({});
  await none.failure.waitFor();
  await none.see("nothing comes", { fresh: true });
  await page.unroute("**/*.wasm*");
}

export const TOURS = { practice, rarer, exam, cards, learner, failures };
