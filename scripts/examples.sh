#!/usr/bin/env bash
# Packs the npm package that is in dist/, installs it into examples/ as others would, and builds each of these
# into target/examples/. `make test STEPS=frameworks` calls it.
set -euo pipefail
cd "$(dirname "$0")/.."
packed=$PWD/target/npm built=$PWD/target/examples

rm -rf "$packed"
mkdir -p "$packed"
(cd dist/npm && npm pack --silent --pack-destination "$packed" > /dev/null)
# Nothing but the package is fetched, and package.json stays as it is.
(cd examples && npm install --silent --no-save --no-package-lock --offline --ignore-scripts --no-audit --no-fund "$packed"/*.tgz)

for example in vite react vue svelte; do
  (cd "examples/$example" && ../node_modules/.bin/vite build --logLevel warn --outDir "$built/$example" --emptyOutDir)
done

# A project of its own for the development server, as it looks for packages only where a project has them.
rm -rf "$built/dev"
mkdir -p "$built/dev/node_modules"
cp -R examples/vite/. "$built/dev"
cp -R examples/node_modules/selfcheck-widget "$built/dev/node_modules/"
