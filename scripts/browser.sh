#!/usr/bin/env bash
# Runs a command that needs a browser: `scripts/browser.sh COMMAND…` finds Chromium and its driver,
# installs them where apt-get can, and names them to the command as $CHROMIUM and $CHROMEDRIVER. Where
# there is Chromium's headless shell it is $HEADLESS_SHELL, which opens pages in half the time; elsewhere
# $CHROMIUM stands in for it.
# `scripts/browser.sh --firefox COMMAND…` does the same for Firefox: $FIREFOX, and $GECKODRIVER, which
# `scripts/tools.sh geckodriver` has compiled where there was none.
set -euo pipefail

chromiums=(chromium chromium-browser google-chrome google-chrome-stable
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  /Applications/Chromium.app/Contents/MacOS/Chromium)
drivers=(chromedriver /usr/lib/chromium-browser/chromedriver)
firefoxes=(firefox firefox-esr /usr/lib/firefox-esr/firefox-esr
  /Applications/Firefox.app/Contents/MacOS/firefox)
geckodrivers=("$(cd "$(dirname "$0")/.." && pwd)/.tools/bin/geckodriver" geckodriver)

# first_of NAME…: the path of the first program that exists.
first_of() {
  local name
  for name in "$@"; do
    command -v "$name" && return
  done
  return 1
}

find_chromium() {
  CHROMIUM=${CHROMIUM:-$(first_of "${chromiums[@]}")} &&
    CHROMEDRIVER=${CHROMEDRIVER:-$(first_of "${drivers[@]}")}
}

# The shell is a package of its own on Debian, and hardly anywhere else. Who names a browser means it for all.
is_debian() { grep -qs '^ID=debian' /etc/os-release; }
find_with_shell() {
  { HEADLESS_SHELL=${HEADLESS_SHELL:-${CHROMIUM:-$(first_of chromium-headless-shell)}} || ! is_debian; } && find_chromium
}

find_firefox() {
  FIREFOX=${FIREFOX:-$(first_of "${firefoxes[@]}")} &&
    GECKODRIVER=${GECKODRIVER:-$(first_of "${geckodrivers[@]}")}
}

# The element tests take whatever driver is named, so only one is.
find=find_with_shell
named="CHROMIUM CHROMEDRIVER HEADLESS_SHELL" other=GECKODRIVER
packages=(chromium chromium-driver)
if is_debian; then packages+=(chromium-headless-shell); fi
lacking="the browser tests need Chromium or Chrome and a chromedriver of the same version, and not both were found. Install them, or say where they are: CHROMIUM=/path/to/chromium CHROMEDRIVER=/path/to/chromedriver"
if [ "${1:-}" = --chromium ]; then
  shift
elif [ "${1:-}" = --firefox ]; then
  shift
  find=find_firefox
  named="FIREFOX GECKODRIVER" other=CHROMEDRIVER
  packages=(firefox-esr)
  lacking="the tests in Firefox need Firefox 121 or newer and geckodriver, and not both were found. Install Firefox and run \`scripts/tools.sh geckodriver\`, or say where they are: FIREFOX=/path/to/firefox GECKODRIVER=/path/to/geckodriver"
fi

if ! "$find" && command -v apt-get >/dev/null; then
  as_root=()
  if [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null; then as_root=(sudo); fi
  echo "==> Installing ${packages[*]} by apt-get, once: a minute or two"
  # An old package list is no reason to stop; what is still missing is said below.
  ${as_root[@]+"${as_root[@]}"} apt-get update || true
  # env: sudo would drop the variable, and a question asked by a package would wait for ever.
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends "${packages[@]}" || true
fi

# Without the shell nothing is lost but time.
if ! "$find" && ! { [ "$find" = find_with_shell ] && find_chromium; }; then
  echo "error: $lacking" >&2
  exit 1
fi
HEADLESS_SHELL=${HEADLESS_SHELL:-${CHROMIUM:-}}
# shellcheck disable=SC2086,SC2163  # Two or three names.
export $named
unset "$other"
exec "$@"
