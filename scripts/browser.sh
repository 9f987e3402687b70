#!/usr/bin/env bash
# Runs a command that needs a browser: `scripts/browser.sh COMMAND…` finds Chromium and its driver,
# installs them where apt-get can, and names them to the command as $CHROMIUM and $CHROMEDRIVER.
set -euo pipefail

chromiums=(chromium chromium-browser google-chrome google-chrome-stable
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  /Applications/Chromium.app/Contents/MacOS/Chromium)
drivers=(chromedriver /usr/lib/chromium-browser/chromedriver)

# first_of NAME…: the path of the first program that exists.
first_of() {
  local name
  for name in "$@"; do
    command -v "$name" && return
  done
  return 1
}

find_both() {
  CHROMIUM=${CHROMIUM:-$(first_of "${chromiums[@]}")} &&
    CHROMEDRIVER=${CHROMEDRIVER:-$(first_of "${drivers[@]}")}
}

if ! find_both && command -v apt-get >/dev/null; then
  as_root=()
  if [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null; then as_root=(sudo); fi
  echo "==> Installing the packages chromium and chromium-driver, once: a minute or two"
  # An old package list is no reason to stop; what is still missing is said below.
  ${as_root[@]+"${as_root[@]}"} apt-get update || true
  # env: sudo would drop the variable, and a question asked by a package would wait for ever.
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends chromium chromium-driver || true
fi

if ! find_both; then
  echo "error: the browser tests need Chromium or Chrome and a chromedriver of the same version, and not both were found. Install them, or say where they are: CHROMIUM=/path/to/chromium CHROMEDRIVER=/path/to/chromedriver" >&2
  exit 1
fi
export CHROMIUM CHROMEDRIVER
exec "$@"
