#!/usr/bin/env bash
# Copies the themes and the example pages into the folder that Trunk is filling (a Trunk hook).
#
# Not by Trunk's copy-dir: beside the pages there may be projects with packages installed in them.
set -euo pipefail

mkdir -p "$TRUNK_STAGING_DIR/examples"
cp -R themes "$TRUNK_STAGING_DIR/"
cp examples/index.html examples/*.css "$TRUNK_STAGING_DIR/examples/"
for page in examples/*/index.html; do
  # A project that is built has the script in a package or in a program of its own.
  if grep -q '"\.\./\.\./selfcheck\.js"' "$page"; then cp -R "$(dirname "$page")" "$TRUNK_STAGING_DIR/examples/"; fi
done
