#!/usr/bin/env bash
# Divides the WebAssembly of a release build in two (a Trunk hook): what is needed to begin, and
# selfcheck-more.wasm, which is fetched after that. src/widget/more.rs says what goes where.
#
# The program is divided as the compiler linked it, so wasm-bindgen runs once more, on the first part.
set -euo pipefail

[ "$TRUNK_PROFILE" = release ] || exit 0
parts=target/split
rm -rf "$parts"
wasm-split-cli "${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/release/selfcheck-widget.wasm" "$parts"

# One seam makes two parts. Without the feature `split` there is none; something new may have made another.
others=$(cd "$parts" && ls ./*.wasm)
if [ "$others" != "./main.wasm"$'\n'"./split_more.wasm" ]; then
  echo "error: the program was to be divided into main.wasm and split_more.wasm, and there are: ${others//$'\n'/ }. Build with \`make dist\`, and see src/widget/more.rs" >&2
  exit 1
fi

# The second part needs the table of functions, an export that the linker makes.
wasm-bindgen "$parts/main.wasm" --target web --no-typescript --keep-lld-exports \
  --remove-name-section --remove-producers-section --out-dir "$TRUNK_STAGING_DIR" --out-name selfcheck-widget
cp "$parts/split_more.wasm" "$TRUNK_STAGING_DIR/selfcheck-more.wasm"

# The second part imports something of this name, so that it cannot be linked to the first part of
# another build. selfcheck.js provides it.
build=$(grep -o '__canary_[0-9a-f]*' "$parts/__wasm_split.js" | head -n 1)
[ -n "$build" ] || { echo "error: wasm-split-cli left the check of the build out" >&2; exit 1; }
printf 'export const build = "%s";\n' "$build" >> "$TRUNK_STAGING_DIR/selfcheck-widget.js"
