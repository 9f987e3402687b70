#!/usr/bin/env bash
# Adds to a release build in dist/ what is made of the rest of it: the licences of what is in it, the page for
# use without a network, the files of the service worker, and the descriptions of the iframes.
# `scripts/extras.sh [HOST]`, see scripts/oembed.mjs.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v node >/dev/null; then
  echo "warning: there is no Node.js here, so dist/ has no licenses.txt, no offline page, no service worker and no oEmbed files" >&2
  rm -f dist/selfcheck-sw.js dist/selfcheck-register.js
  exit 0
fi
node scripts/licenses.mjs
node scripts/oembed.mjs "${1:-}"
node scripts/worker.mjs
scripts/offline.sh
