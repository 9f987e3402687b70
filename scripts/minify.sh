#!/usr/bin/env bash
# Takes comments and long names out of the scripts and the wasm of a release build (a Trunk hook).
#
# Trunk's own minifier knows neither private class fields nor the last line of wasm-bindgen's
# script (`export { … as default }`): it warns and leaves the file as it is.
set -euo pipefail

[ "$TRUNK_PROFILE" = release ] || exit 0
if ! command -v npm >/dev/null; then
  echo "warning: there is no Node.js here, so the scripts stay as they are, a few kB larger" >&2
  exit 0
fi
scripts/tools.sh minifier
# Scripts of example pages are there to be read.
find "$TRUNK_STAGING_DIR" -name '*.js' -not -path '*/examples/*' | while IFS= read -r script; do
  scripts/node_modules/.bin/terser "$script" --module --compress passes=2 --mangle --output "$script"
done
find "$TRUNK_STAGING_DIR/locales" -name '*.json' -exec node scripts/catalogue.mjs {} \;
node scripts/strip.mjs "$TRUNK_STAGING_DIR"
