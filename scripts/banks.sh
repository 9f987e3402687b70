#!/usr/bin/env bash
# Builds the banks that come with the widget into the folder that Trunk is filling (a Trunk hook).
set -euo pipefail

for bank in content/*/; do
  cargo run --quiet --no-default-features --features cli --bin selfcheck -- \
    build "$bank" --split -o "$TRUNK_STAGING_DIR/banks/$(basename "$bank").json"
done
