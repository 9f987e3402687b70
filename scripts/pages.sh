#!/usr/bin/env bash
# Copies the themes and the example pages into the folder that Trunk is filling (a Trunk hook).
#
# Not by Trunk's copy-dir: beside the pages there may be projects with packages installed in them.
set -euo pipefail

mkdir -p "$TRUNK_STAGING_DIR/examples"
cp -R themes "$TRUNK_STAGING_DIR/"
cp examples/index.html examples/index.css "$TRUNK_STAGING_DIR/examples/"
for page in examples/*/index.html; do
  folder=$(dirname "$page")
  # A project that is built has a package.json, a page does not.
  [ -e "$folder/package.json" ] || cp -R "$folder" "$TRUNK_STAGING_DIR/examples/"
done
