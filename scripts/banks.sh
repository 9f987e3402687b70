#!/usr/bin/env bash
# Builds the banks that come with the widget into the folder that Trunk is filling (a Trunk hook).
set -euo pipefail

cargo run --quiet --no-default-features --features cli --bin selfcheck -- \
  build content/ma-cps-ethics --split -o "$TRUNK_STAGING_DIR/banks/ma-cps-ethics.json"
