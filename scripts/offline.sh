#!/usr/bin/env bash
# Makes a page of the release build in dist/ with a bank in itself, for use without a network:
#   scripts/offline.sh                       dist/selfcheck-offline.html, with the bundled bank
#   scripts/offline.sh content/my-bank       dist/my-bank-offline.html
set -euo pipefail
cd "$(dirname "$0")/.."

bank=${1:-content/ma-cps-ethics}
name=selfcheck
[ $# -eq 0 ] || name=$(basename "${bank%.*}")
scripts/tools.sh node
mkdir -p target
cargo run --quiet --no-default-features --features cli --bin selfcheck -- build "$bank" --inline -o target/offline.json
node scripts/offline.mjs target/offline.json "dist/$name-offline.html"
