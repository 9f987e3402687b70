// What others take a release from: the npm package, in pages that bundlers made, and the folder for CDNs.
// `make test STEPS=frameworks` builds the pages; for these tests alone, after that, in this folder:
// FRAMEWORKS=1 ../../scripts/browser.sh npx playwright test
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Quiz } from "./quiz.js";
import { hostPages, startSite } from "./server.mjs";
import { expect, test } from "./site.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const examples = join(root, "examples");
const built = (name) => join(root, "target/examples", name);
const json = (path) => JSON.parse(readFileSync(join(root, path)));
const bank = json("examples/vite/src/bank.json");
const version = json("dist/npm/package.json").version;
const ours = createRequire(join(examples, "package.json"));

// Everything the page asks for is there.
function listen(page) {
  const failures = [];
  page.on("response", (response) => {
    const name = new URL(response.url()).pathname.split("/").at(-1);
    // Where a single-page host has no such file, it answers with its page.
    const isPage = /\.(wasm|json|js)$/.test(name) && response.headers()["content-type"]?.startsWith("text/html");
    if (name !== "favicon.ico" && (response.status() >= 400 || isPage)) failures.push(response.url());
  });
  page.on("pageerror", (error) => failures.push(String(error)));
  return failures;
}

// A learner plays the lesson, and the page tells the score.
async function playLesson(page) {
  const quiz = new Quiz(page);
  quiz.bank = bank;
  await quiz.start.click();
  await quiz.play("right", "wrong");
  await expect(page.getByRole("status").filter({ hasText: "Lesson 3" })).toHaveText("Lesson 3: 1 of 2 points.");
  return quiz;
}

for (const name of ["vite", "react", "vue", "svelte"]) {
  test(`the ${name} example plays a quiz under a strict policy, and tells the score`, async ({ page }) => {
    const failures = listen(page);
    const site = await startSite(built(name));
    try {
      await page.goto(site.strict);
      const quiz = await playLesson(page);
      expect(await quiz.get("passMark")).toBe(50);
      expect(await quiz.get("bank")).toEqual(bank);
      expect(failures).toEqual([]);
      expect(site.violations).toEqual([]);
    } finally {
      await site.close();
    }
  });
}

test("the Yew example plays a quiz under a strict policy, hears how it went, and goes on after a reload", async ({ page }) => {
  const failures = listen(page);
  const site = await startSite(built("yew"));
  try {
    await page.goto(site.strict);
    const quiz = new Quiz(page, page.locator("main > div"));
    quiz.bank = json("examples/yew/bank.json");
    const told = page.locator("#told");
    await quiz.start.click();
    await quiz.answer("right");
    await expect(told).toHaveText("The program knows: answered 1.");
    await page.reload();
    await quiz.button("Continue").click();
    await quiz.goOn();
    await quiz.play("wrong");
    await expect(told).toHaveText("The program knows: 1 of 2 points.");
    expect(failures).toEqual([]);
    expect(site.violations).toEqual([]);
  } finally {
    await site.close();
  }
});

test("in a bundle, the bundled bank and what belongs to it are found under their new names", async ({ page }) => {
  const failures = listen(page);
  const site = await startSite(built("vite"));
  try {
    await page.goto(site.plain);
    const rest = page.waitForResponse(/ma-cps-ethics\.rest-/);
    await page.evaluate(() => {
      const quiz = document.createElement("self-check");
      quiz.id = "bundled";
      quiz.loading = "eager";
      document.body.append(quiz);
    });
    const quiz = new Quiz(page, page.locator("#bundled"));
    await quiz.start.click();
    await quiz.answer("wrong");
    expect((await rest).status()).toBe(200);
    await expect(quiz.part("option-rationale").first()).toBeVisible();
    expect(failures).toEqual([]);
  } finally {
    await site.close();
  }
});

test("in a bundle, the words of another language are found", async ({ page }) => {
  const failures = listen(page);
  const site = await startSite(built("vite"));
  try {
    await page.goto(site.plain);
    await page.evaluate(() => {
      const quiz = Object.assign(document.createElement("self-check"), { id: "spanish", lang: "es", loading: "eager" });
      document.body.append(quiz);
    });
    await expect(new Quiz(page, page.locator("#spanish")).button("Comenzar")).toBeVisible();
    expect(failures).toEqual([]);
  } finally {
    await site.close();
  }
});

test("in a bundle, a quiz that broke down begins again with a fresh module", async ({ page }) => {
  const failures = listen(page);
  const site = await startSite(built("vite"));
  try {
    await page.goto(site.plain);
    const quiz = new Quiz(page);
    await expect(quiz.start).toBeVisible();
    // As a stack overflow in the module would arrive.
    await page.evaluate(() => {
      const error = new WebAssembly.RuntimeError("unreachable");
      error.stack = performance.getEntriesByType("resource").find(({ name }) => name.includes("_bg-")).name;
      dispatchEvent(new ErrorEvent("error", { error }));
    });
    await quiz.button("Try again").click();
    await expect(quiz.start).toBeVisible();
    expect(failures).toEqual([]);
  } finally {
    await site.close();
  }
});

for (const [where, folder, optimizeDeps] of [
  ["in a project, without being told anything", "dev", {}],
  ["in a workspace, where it is told to leave the package alone", "workspace/site", { exclude: ["selfcheck-widget"] }],
]) {
  test(`Vite's development server finds everything ${where}`, async ({ page }) => {
    test.setTimeout(60_000);
    const { createServer } = await import(ours.resolve("vite"));
    const server = { port: 0, host: "127.0.0.1" };
    const vite = await createServer({ root: built(folder), configFile: false, logLevel: "error", server, optimizeDeps });
    try {
      await vite.listen();
      const failures = listen(page);
      await page.goto(`http://127.0.0.1:${vite.httpServer.address().port}/`);
      await playLesson(page);
      expect(failures).toEqual([]);
    } finally {
      await vite.close();
    }
  });
}

test("a server may import the package", () => {
  const script = 'import { SelfCheck, banks } from "selfcheck-widget"; console.log(`${typeof SelfCheck} ${Object.keys(banks).length}`)';
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: examples, encoding: "utf8" });
  expect(said).toBe("undefined 0\n");
});

test("the package holds what it should and nothing else", () => {
  const folder = join(root, "dist/npm");
  const pack = execFileSync("npm", ["pack", "--dry-run", "--json", "--silent"], { cwd: folder, encoding: "utf8" });
  const files = JSON.parse(pack)[0].files.map(({ path }) => path);
  const data = files.filter((path) => /^(banks|locales|themes)\//.test(path));
  // The words of other languages, in both forms.
  const languages = data.some((path) => path.startsWith("locales/")) ? ["locale.js", "selfcheck-locale.js"] : [];
  const program = files.filter((path) => !data.includes(path) && !languages.includes(path));
  for (const path of languages) expect(files).toContain(path);
  expect(program.sort()).toEqual([
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "bank.d.ts",
    "custom-elements.json",
    "index.js",
    "licenses.txt",
    "node.js",
    "package.json",
    "react.d.ts",
    "selfcheck-more.wasm",
    "selfcheck-widget.js",
    "selfcheck-widget_bg.wasm",
    "selfcheck.d.ts",
    "selfcheck.js",
    "svelte.d.ts",
    "vue.d.ts",
  ]);
  expect(data).toContain("banks/README.md");
  // Whose work is in the program: the crates it names itself, what they name in turn, and not what only tests take.
  const licenses = readFileSync(join(folder, "licenses.txt"), "utf8");
  for (const name of ["yew", "serde_json", "strsim", "futures-util"]) expect(licenses).toMatch(new RegExp(`^${name} [\\d.]+ \\(.*MIT`, "m"));
  expect(licenses).not.toMatch(/^(proptest|serde_derive|clap) /m);
  expect(licenses).toContain("Apache License");
  // As the folder for CDNs has them.
  const below = (name) => readdirSync(join(root, "dist", `v${version}`), { recursive: true }).filter((path) => path.startsWith(`${name}/`) && /\.\w+$/.test(path) && !path.endsWith(".media"));
  const released = ["banks", "locales", "themes"].flatMap(below).map((path) => path.replaceAll("\\", "/"));
  expect(data.filter((path) => path !== "banks/README.md").sort()).toEqual(released.sort());

  const { exports, customElements, unpkg, jsdelivr } = json("dist/npm/package.json");
  const named = Object.values(exports).flatMap((target) => (typeof target === "string" ? [] : Object.values(target)));
  for (const path of [...named, customElements, unpkg, jsdelivr]) expect(existsSync(join(folder, path)), path).toBe(true);
  const said = readFileSync(join(folder, "banks/README.md"), "utf8");
  for (const path of data.filter((path) => /^banks\/[^.]+\.json$/.test(path))) {
    const { id, title, license } = json(`dist/npm/${path}`);
    expect(said).toMatch(new RegExp(`\`${id}\` \\| ${title} \\| .* \\| \\[${license}\\]`));
  }
});

test("each example names the versions that it was tested with", () => {
  const tested = json("examples/package.json").devDependencies;
  tested["selfcheck-widget"] = version;
  for (const name of ["vite", "react", "vue", "svelte"]) {
    const { dependencies, devDependencies } = json(`examples/${name}/package.json`);
    for (const [needed, at] of Object.entries({ ...dependencies, ...devDependencies })) expect(at, `${name}: ${needed}`).toBe(tested[needed]);
    expect(json(`examples/${name}/src/bank.json`), name).toEqual(bank);
  }
});

test("the types say what a page may write, and refuse the rest", () => {
  test.setTimeout(300_000); // Six seconds alone, far more beside other work.
  // The banks as they are built are banks in the sense of the types.
  for (const id of ["getting-started", "ma-cps-ethics"]) {
    const built = readFileSync(join(root, `dist/banks/${id}.json`), "utf8");
    const first = JSON.stringify({ ...JSON.parse(built), questions: withoutRest(JSON.parse(built).questions) });
    writeFileSync(join(root, `target/examples/${id}.ts`), `import type { Bank } from "selfcheck-widget";\nexport const bank: Bank = ${first};\n`);
  }
  for (const project of ["tsconfig.json", "tsconfig.frameworks.json"]) {
    const compile = () => execFileSync(process.execPath, [ours.resolve("typescript/bin/tsc"), "-p", join(root, "tests/types", project)], { encoding: "utf8" });
    expect(() => compile(), `tests/types/${project}`).not.toThrow();
  }
});

// Kinds whose first file lacks what the types ask for: a model answer explains.
const withoutRest = (questions) => questions.filter(({ kind }) => kind !== "reflection");

test("the Custom Elements Manifest is one, and names everything", () => {
  const { Ajv } = ours("ajv");
  const schema = ours("custom-elements-manifest/schema.json");
  const isManifest = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  const manifest = json("dist/npm/custom-elements.json");
  expect(isManifest(manifest), JSON.stringify(isManifest.errors, null, 1)).toBe(true);
  expect(manifest.schemaVersion).toBe(schema.version ?? "2.1.0");

  const element = manifest.modules[0].declarations[0];
  const names = (list) => list.map(({ name }) => name);
  const script = readFileSync(join(root, "src/widget/element/selfcheck.js"), "utf8");
  const table = script.split("const ATTRIBUTES = {")[1].split("}")[0];
  expect(names(element.attributes).sort()).toEqual([...table.matchAll(/^ {2}"?([\w-]+)"?:/gm)].map(([, name]) => name).sort());
  for (const { name, fieldName, type } of element.attributes) {
    expect(names(element.members), name).toContain(fieldName);
    expect(type.text, name).toBeTruthy();
  }
  const documents = ["README.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)];
  const readme = documents.map((path) => readFileSync(join(root, path), "utf8")).join("\n");
  const told = (list) => names(list).filter((name) => !readme.includes(`\`${name}\``) && !readme.includes(`\`${name}(`));
  expect(names(element.members.filter(({ kind }) => kind === "method"))).toContain("goTo");
  expect(told(element.members.filter(({ attribute, kind }) => !attribute && kind === "field"))).toEqual([]);
  expect(told(element.events)).toEqual([]);
  expect(element.events.length).toBe(7);
  for (const list of [element.members, element.attributes, element.events, element.cssProperties]) {
    expect(list.length).toBeGreaterThan(6);
    for (const { name, description } of list) expect(description, name).toMatch(/^.{4,}/);
  }
  expect(names(element.cssParts)).toEqual(expect.arrayContaining(["base", "stem", "option-correct", "reason-chosen", "failure"]));
});

// A page of another origin, as the document on embedding tells.
const fromCdn = (folder, hash, importMap) => `<!doctype html><title>A host page</title>
${importMap ? `<script type="importmap">${JSON.stringify({ integrity: importMap })}</script>` : ""}
<script>heard = []; document.addEventListener("selfcheck-error", ({ detail }) => heard.push(detail.code))</script>
<script type="module" src="${folder}/selfcheck.js" integrity="${hash}" crossorigin="anonymous"></script>
<self-check loading="eager"></self-check>`;

test("a page may ask for the scripts of the folder for CDNs by their hashes", async ({ page, site }) => {
  const folder = `${site.other}/some/folder/v${version}`;
  const { files } = json("dist/integrity.json");
  const glue = `${folder}/selfcheck-widget.js`;
  const quiz = new Quiz(page);
  hostPages.set("/cdn.html", fromCdn(folder, files["selfcheck.js"], { [glue]: files["selfcheck-widget.js"] }));
  await page.goto("/cdn.html");
  await expect(quiz.start).toBeVisible();

  // The wrong ones, in turn.
  hostPages.set("/cdn.html", fromCdn(folder, files["selfcheck.js"], { [glue]: files["selfcheck.js"] }));
  await page.goto("/cdn.html");
  await expect(quiz.failure).toBeVisible();
  expect(await page.evaluate(() => heard)).toEqual(["engine"]);
  hostPages.set("/cdn.html", fromCdn(folder, files["selfcheck-widget.js"]));
  await page.goto("/cdn.html");
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => customElements.get("self-check") === undefined)).toBe(true);
});

test("every file of the folder for CDNs has its hash, and is that of the build", () => {
  const { files } = json("dist/integrity.json");
  const folder = join(root, "dist", `v${version}`);
  const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(Object.keys(files).length).toBe(there.length);
  for (const name of Object.keys(files)) {
    expect(readFileSync(join(folder, name)).equals(readFileSync(join(root, "dist", name))), name).toBe(true);
  }
  expect(Object.keys(files).filter((name) => /^(index\.html|npm|examples)/.test(name))).toEqual([]);
});
