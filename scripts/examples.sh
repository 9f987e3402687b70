#!/usr/bin/env bash
# Packs the npm package that is in dist/, installs it into examples/ as others would, and builds each of these
# into target/examples/; the program in Rust too. `make test STEPS=frameworks` calls it.
set -euo pipefail
cd "$(dirname "$0")/.."
packed=$PWD/target/npm built=$PWD/target/examples

rm -rf "$packed"
mkdir -p "$packed/host"
(cd dist/npm && npm pack --silent --pack-destination "$packed" > /dev/null)
# Into a project of its own, so that npm looks for nothing else.
echo '{"private": true}' > "$packed/host/package.json"
(cd "$packed/host" && npm install --silent --offline --ignore-scripts --no-audit --no-fund "$packed"/*.tgz)
rm -rf examples/node_modules/selfcheck-widget
cp -R "$packed/host/node_modules/selfcheck-widget" examples/node_modules/

for example in vite react vue svelte; do
  (cd "examples/$example" && ../node_modules/.bin/vite build --logLevel warn --outDir "$built/$example" --emptyOutDir)
done

# For the development server: a project of its own, and one in a workspace, whose packages lie further up.
rm -rf "$built/dev" "$built/workspace"
mkdir -p "$built/dev/node_modules" "$built/workspace/node_modules"
echo '{"private": true, "workspaces": ["site"]}' > "$built/workspace/package.json"
cp -R examples/vite "$built/workspace/site"
cp -R examples/vite/. "$built/dev"
for project in dev workspace; do
  cp -R examples/node_modules/selfcheck-widget "$built/$project/node_modules/"
done

# With the features of the element tests, whose crates are compiled already.
cargo build --quiet --example yew --target wasm32-unknown-unknown --features testing
mkdir -p "$built/yew"
cp examples/yew/index.html examples/yew/start.js examples/yew/style.css "$built/yew/"
.tools/bin/wasm-bindgen --target web --no-typescript --out-dir "$built/yew/out" target/wasm32-unknown-unknown/debug/examples/yew.wasm
