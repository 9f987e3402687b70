// Makes the Custom Elements Manifest, by which editors complete and explain <self-check>: of the types in
// selfcheck.d.ts and of the tables in README.md and docs/. tests/native holds all against the code.
// The format: https://github.com/webcomponents/custom-elements-manifest (schema 2.1.0)

/** The manifest as an object, of the texts of selfcheck.d.ts, and of README.md with those in docs/. */
export function manifest(types, documents) {
  const attributes = rows(section(documents, "Attributes"));
  const members = membersOf(types, attributes.map(([name]) => name));
  return {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [
      {
        kind: "javascript-module",
        path: "index.js",
        declarations: [
          {
            kind: "class",
            customElement: true,
            name: "SelfCheck",
            tagName: "self-check",
            description: "A practice quiz that runs wholly in the learner’s browser.",
            superclass: { name: "HTMLElement" },
            members,
            attributes: attributes.map(([name, description, without]) => {
              const field = members.find(({ attribute }) => attribute === name);
              return { name, description: `${description}. Without it: ${without}.`, type: field.type, fieldName: field.name };
            }),
            events: eventsOf(types),
            slots: [{ name: "", description: "What is shown until the quiz is there, and if it cannot be loaded; and a bank, as <script type=\"application/json\">." }],
            cssProperties: rows(section(documents, "Custom properties")).map((cells) => ({ name: cells[0], description: cells.at(-1) })),
            cssParts: partsOf(section(documents, "Parts")).map((name) => ({ name })),
          },
        ],
        exports: [
          { kind: "custom-element-definition", name: "self-check", declaration: { name: "SelfCheck", module: "index.js" } },
          { kind: "js", name: "SelfCheck", declaration: { name: "SelfCheck", module: "index.js" } },
        ],
      },
    ],
  };
}

// What stands below a heading, in the document that names the most there.
function section(documents, title) {
  const heading = new RegExp(`^#+ ${title}\n`, "m");
  const found = documents.flatMap((text) => text.split(heading).slice(1, 2)).map((rest) => rest.split(/\n#+ /)[0]);
  const names = (text) => text.split("`").length;
  if (found.length === 0) throw new Error(`no document has a heading “${title}” any more: change scripts/manifest.mjs with it`);
  return found.sort((one, other) => names(other) - names(one))[0];
}

// The cells of the table in it, without its head and without Markdown.
function rows(text) {
  const lines = text.split("\n").filter((line) => line.startsWith("| `"));
  const plain = (cell) => cell.trim().replaceAll("`", "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return lines.map((line) => line.replace(/^\||\|$/g, "").split(" | ").map(plain));
}

function partsOf(text) {
  const names = [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name).filter((name) => !name.startsWith("::"));
  // “The same for `reason`.”
  const reasons = names.filter((name) => /^option-(chosen|correct|incorrect)$/.test(name)).map((name) => name.replace("option", "reason"));
  return [...new Set([...names, ...reasons])];
}

// The lines of a declaration, which ends with a brace at the margin.
function linesOf(types, start) {
  const [, rest] = types.split(start);
  return rest.split("\n}")[0].split("\n").slice(1);
}

function membersOf(types, attributes) {
  const members = [];
  let description;
  for (const line of linesOf(types, "export class SelfCheck ")) {
    const comment = /^  \/\*\* (.*) \*\/$/.exec(line);
    const field = /^  (readonly )?(\w+): (.*);$/.exec(line);
    const method = /^  (\w+)\((?:(\w+)(\??): ([^)]*))?\): (.*);$/.exec(line);
    if (comment) description = comment[1].replaceAll("`", "");
    if (field) {
      const [, isReadonly, name, type] = field;
      const attribute = attributes.find((known) => known.replace(/-./g, ([, letter]) => letter.toUpperCase()) === name);
      const more = { ...(attribute && { attribute, reflects: true }), ...(isReadonly && { readonly: true }) };
      members.push({ kind: "field", name, description, type: { text: type }, ...more });
    }
    if (method) {
      const [, name, parameter, optional, type, result] = method;
      const parameters = parameter ? [{ name: parameter, type: { text: type }, ...(optional && { optional: true }) }] : [];
      members.push({ kind: "method", name, description, parameters, return: { type: { text: result } } });
    }
  }
  return members;
}

function eventsOf(types) {
  const events = [];
  let description;
  for (const line of linesOf(types, "export interface SelfCheckEventMap ")) {
    const comment = /^  \/\*\* (.*) \*\/$/.exec(line);
    const event = /^  "([\w-]+)": (.*);$/.exec(line);
    if (comment) description = comment[1];
    if (event) events.push({ name: event[1], description, type: { text: event[2] } });
  }
  return events;
}
