// The release build in Firefox: what a learner does first, by keys alone, under a strict content policy.
// Playwright drives no Firefox but its own, so this speaks WebDriver by itself; the element's own tests run
// in Firefox too: see tests/browser. By hand: scripts/browser.sh --firefox node --test tests/e2e/firefox.mjs
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, beforeEach, test } from "node:test";
import { hostPages, startSite } from "./server.mjs";

const ENTER = "\uE007";
const PAGE = "/firefox.html";

hostPages.set(
  PAGE,
  `<!doctype html><html lang="en"><title>Firefox</title>
   <script type="module" src="/selfcheck.js"></script>
   <self-check src="/banks/getting-started.json" shuffle="none" count="2" topics="learning" save-key="firefox"></self-check>`,
);

let site, driver, session;

before(async () => {
  site = await startSite();
  driver = spawn(process.env.GECKODRIVER, ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  let root;
  for await (const line of createInterface(driver.stdout)) {
    root = line.match(/Listening on (\S+)/)?.[1];
    if (root) break;
  }
  driver.stdout.resume();
  const firefox = { binary: process.env.FIREFOX, args: ["-headless"] };
  const capabilities = { alwaysMatch: { "moz:firefoxOptions": firefox } };
  const { sessionId } = await ask(`http://${root}/session`, { capabilities });
  session = `http://${root}/session/${sessionId}`;
});

after(async () => {
  if (session) await fetch(session, { method: "DELETE" });
  driver?.kill();
  if (driver?.exitCode === null && driver.signalCode === null) await once(driver, "exit");
  await site?.close();
});

beforeEach(async () => {
  site.violations.length = 0;
  await ask(`${session}/url`, { url: `${site.strict}${PAGE}` });
  await ask(`${session}/execute/sync`, { script: "localStorage.clear()", args: [] });
  await ask(`${session}/refresh`, {});
});

async function ask(address, body) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${address}: ${value.error}: ${value.message}`);
  return value;
}

// What an expression says of `quiz`, the element, and of `find`, which finds in it.
const look = (expression) =>
  ask(`${session}/execute/sync`, {
    script: `const quiz = document.querySelector("self-check");
      const find = (selector) => quiz.shadowRoot?.querySelector(selector);
      return ${expression};`,
    args: [],
  });

// Waits until the expression says what is wanted.
async function becomes(expression, wanted) {
  const end = Date.now() + 20_000;
  let said;
  do {
    said = await look(expression);
    if (said === wanted) return;
    await new Promise((done) => setTimeout(done, 25));
  } while (Date.now() < end);
  assert.equal(said, wanted, expression);
}

// Presses keys where the focus is.
const press = (...keys) =>
  ask(`${session}/actions`, {
    actions: [
      {
        type: "key",
        id: "keyboard",
        actions: keys.flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value }))),
      },
    ],
  });

async function begin() {
  await becomes("quiz.phase", "ready");
  await becomes("find('[part~=start-button]')?.textContent", "Start");
  await look("find('[part~=start-button]').focus()");
  await press(ENTER);
  await becomes("quiz.phase", "answering");
  // The focus is on the question once it is painted.
  await becomes("quiz.shadowRoot.activeElement?.getAttribute('part')", "stem");
}

test("in Firefox a learner gets from the start to the results by keys alone, and the policy holds", async () => {
  await begin();
  for (const [place, key] of ["b", "3"].entries()) {
    await becomes("find('.position')?.textContent", `Question ${place + 1} of 2`);
    await becomes("quiz.shadowRoot.activeElement?.getAttribute('part')", "stem");
    await press(key);
    await becomes("find('input:checked') !== null", true);
    await press(ENTER);
    await becomes("quiz.phase", "feedback");
    await becomes("quiz.shadowRoot.activeElement?.getAttribute('part')", "next-button");
    await press(ENTER);
  }
  await becomes("quiz.phase", "finished");
  await becomes("find('[part~=review]') !== null", true);
  assert.equal(await look("quiz.report.percent"), 100);
  assert.equal(await look("quiz.shadowRoot.adoptedStyleSheets.length"), 1);
  assert.deepEqual(site.violations, []);
});

test("in Firefox what was begun is offered after a reload, and goes on where it was", async () => {
  await begin();
  await press("a");
  await becomes("find('input:checked')?.value", "a");
  await ask(`${session}/refresh`, {});
  await becomes("quiz.phase", "paused");
  await becomes("find('[part~=start-button]')?.textContent", "Continue");
  await look("find('[part~=start-button]').focus()");
  await press(ENTER);
  await becomes("quiz.phase", "answering");
  await becomes("find('input:checked')?.value", "a");
});
