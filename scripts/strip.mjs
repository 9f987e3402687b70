// Takes names that nobody reads out of a release build: those of functions and of tools, and those by which
// the program asks its script for the browser's functions. Each of these ends in a hash, which no compression
// makes smaller and which is downloaded twice.
// Usage: node scripts/strip.mjs FOLDER
//
// `strip=symbols` takes out what the compiler wrote, but wasm-bindgen then names what it adds itself,
// and Trunk has no way to tell it not to.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const HEADER = 8; // The magic number and the version.
const [CUSTOM, IMPORT] = [0, 2]; // Kinds of sections: https://webassembly.github.io/spec/core/binary/modules.html
const FUNCTION = 0; // A kind of import.

for (const name of readdirSync(folder).filter((name) => name.endsWith(".wasm"))) {
  const shorter = new Map();
  const path = join(folder, name);
  writeFileSync(path, stripped(readFileSync(path), shorter));
  // wasm-bindgen's script stands beside its module; a module that has none asks for nothing.
  if (shorter.size > 0) rename(path.replace(/(_bg)?\.wasm$/, ".js"), shorter);
}

// The module without those names. What its functions from outside are called from now on is put into `shorter`.
function stripped(bytes, shorter) {
  const reader = readerOf(bytes, HEADER);
  const kept = [bytes.subarray(0, HEADER)];
  while (reader.at() < bytes.length) {
    const start = reader.at();
    const kind = reader.byte();
    const inside = readerOf(reader.vector());
    if (kind === CUSTOM && ["name", "producers"].includes(inside.vector().toString())) continue;
    if (kind === IMPORT) {
      const section = imports(inside, shorter);
      kept.push(Buffer.from([kind]), number(section.length), section);
    } else {
      kept.push(bytes.subarray(start, reader.at()));
    }
  }
  return Buffer.concat(kept);
}

// The section of imports with shorter names. Where more than functions comes from outside it stays as it is: so
// does the second module, which is linked to the first and not to a script.
function imports(reader, shorter) {
  const n = reader.number();
  const written = [number(n)];
  for (let index = 0; index < n; index += 1) {
    const [module, name] = [reader.vector(), reader.vector().toString()];
    if (reader.byte() !== FUNCTION) {
      shorter.clear();
      return reader.bytes;
    }
    const type = reader.number();
    shorter.set(name, `f${index.toString(36)}`);
    written.push(vector(module), vector(Buffer.from(shorter.get(name))), Buffer.from([FUNCTION]), number(type));
  }
  return Buffer.concat(written);
}

// In the script each is the name of a function in an object.
function rename(path, shorter) {
  const script = readFileSync(path, "utf8");
  let n = 0;
  const renamed = script.replace(/(?<=[{,]\s*)(\w+)(?=\s*[:(])/g, (name) => {
    if (!shorter.has(name)) return name;
    n += 1;
    return shorter.get(name);
  });
  if (n !== shorter.size) {
    console.error(`error: ${path} was to offer ${shorter.size} functions, and ${n} were found: see rename in scripts/strip.mjs`);
    process.exit(1);
  }
  writeFileSync(path, renamed);
}

// Numbers are in LEB128.
function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}

function vector(bytes) {
  return Buffer.concat([number(bytes.length), bytes]);
}

// Reads bytes from a place on.
function readerOf(bytes, start = 0) {
  let at = start;
  const byte = () => bytes[at++];
  const number = () => {
    for (let [value, unit] = [0, 1]; ; unit *= 128) {
      const next = byte();
      value += (next & 127) * unit;
      if (next < 128) return value;
    }
  };
  const vector = () => {
    const length = number();
    at += length;
    return bytes.subarray(at - length, at);
  };
  return { byte, number, vector, at: () => at, bytes };
}
