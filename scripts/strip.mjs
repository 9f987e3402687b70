// Takes the names of functions and of tools out of a WebAssembly file: browsers need neither.
// Usage: node scripts/strip.mjs FILE
//
// `strip=symbols` takes out what the compiler wrote, but wasm-bindgen then names what it adds itself,
// and Trunk has no way to tell it not to.
import { readFileSync, writeFileSync } from "node:fs";

const [path] = process.argv.slice(2);
const bytes = readFileSync(path);
const HEADER = 8; // The magic number and the version.

// A number in LEB128 and where it ends.
function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

const kept = [bytes.subarray(0, HEADER)];
for (let start = HEADER; start < bytes.length; ) {
  const [size, inside] = number(start + 1);
  const end = inside + size;
  const [length, name] = number(inside);
  const isCustom = bytes[start] === 0;
  const isOfNoUse = isCustom && ["name", "producers"].includes(bytes.toString("utf8", name, name + length));
  if (!isOfNoUse) kept.push(bytes.subarray(start, end));
  start = end;
}
writeFileSync(path, Buffer.concat(kept));
