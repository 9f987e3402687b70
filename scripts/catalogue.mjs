// Takes the notes for translators and the white space out of a catalogue of a release build.
// Usage: node scripts/catalogue.mjs FILE
import { readFileSync, writeFileSync } from "node:fs";

const [file] = process.argv.slice(2);
const { notes: _, ...catalogue } = JSON.parse(readFileSync(file, "utf8"));
writeFileSync(file, JSON.stringify(catalogue));
