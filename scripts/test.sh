#!/usr/bin/env bash
# Runs the checks and tests, the quick ones first: all of them, or those named.
#   scripts/test.sh              scripts/test.sh core e2e
set -euo pipefail
cd "$(dirname "$0")/.."

all=(format pure core widget lint docs content browser firefox size e2e frameworks)

# The code is formatted.
format() { cargo fmt --check; }

# The quiz compiles without a browser, a file or a clock in reach, and Cargo.lock is up to date.
pure() { cargo check --locked --lib --no-default-features; }

# The quiz and the authors' tool, without anything of the page: the tool as it is built for authors.
core() { cargo test --no-default-features --features cli; }

# The same and the views, rendered without a browser.
widget() { cargo test --features testing,cli; }

# No warnings, neither here nor for the browser.
lint() {
  scripts/tools.sh wasm
  cargo clippy --all-targets --features testing,cli -- --deny warnings
  cargo clippy --lib --bin selfcheck-widget --test browser --example yew --features testing,split \
    --target wasm32-unknown-unknown -- --deny warnings
}

# The documentation has no broken links.
docs() { RUSTDOCFLAGS="--deny warnings" cargo doc --no-deps --lib --features testing,cli; }

# Every bank in content/ is sound, and lint finds nothing to say.
content() { cargo run --quiet --no-default-features --features cli --bin selfcheck -- check content --deny warnings; }

# The element, through its public face, in a real browser.
browser() {
  # shellcheck disable=SC2016  # The inner shell knows where the browser is.
  in_browser --chromium '
    printf "{\"goog:chromeOptions\": {\"binary\": \"%s\", \"args\": [%s]}}" "$CHROMIUM" \
      "\"disable-gpu\", \"disable-background-networking\", \"disable-component-update\", \"disable-sync\""'
}

# The same tests in Firefox.
firefox() (
  scripts/tools.sh geckodriver
  own_home
  # shellcheck disable=SC2016
  in_browser --firefox '
    printf "{\"moz:firefoxOptions\": {\"binary\": \"%s\", \"args\": [\"-headless\"]}}" "$FIREFOX"'
)

# As root Firefox does not start in somebody else's home, which is where some containers leave us.
own_home() {
  if ! [ -O "$HOME" ]; then
    export CARGO_HOME=${CARGO_HOME:-$HOME/.cargo} RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup} HOME=$PWD/target/home
    mkdir -p "$HOME"
  fi
}

# in_browser WHICH CAPABILITIES: runs the element tests. CAPABILITIES prints what the driver has to know.
in_browser() {
  scripts/tools.sh wasm wasm-bindgen
  mkdir -p target
  export WASM_BINDGEN_TEST_WEBDRIVER_JSON=$PWD/target/webdriver.json WASM_BINDGEN_TEST_TIMEOUT=120
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=$PWD/.tools/bin/wasm-bindgen-test-runner
  scripts/browser.sh "$1" bash -euc "{ $2; } > target/webdriver.json
    cargo test --target wasm32-unknown-unknown --features testing --test browser"
}

# The release build keeps below the ceilings.
size() {
  make --no-print-directory size
  released=yes
}

# The release build, once for all steps.
released=
release() {
  [ -n "$released" ] || make --no-print-directory dist
  released=yes
}

# As a learner and as a host page, with the release build.
e2e() {
  scripts/tools.sh playwright
  release
  (cd tests/e2e && ../../scripts/browser.sh node_modules/.bin/playwright test)
  scripts/tools.sh geckodriver
  (own_home && scripts/browser.sh --firefox node --test tests/e2e/firefox.mjs)
}

# The npm package: what is in it, its types, and the examples with each framework, in a real browser.
frameworks() {
  scripts/tools.sh wasm wasm-bindgen playwright examples
  release
  scripts/examples.sh
  (cd tests/e2e && FRAMEWORKS=1 ../../scripts/browser.sh node_modules/.bin/playwright test)
}

steps=("$@")
[ $# -gt 0 ] || steps=("${all[@]}")
for step in "${steps[@]}"; do
  case " ${all[*]} " in
    *" $step "*) ;;
    *) echo "error: there is no step called $step. The steps are: ${all[*]}" >&2; exit 2 ;;
  esac
done

times=
for step in "${steps[@]}"; do
  printf '\n==> %s\n' "$step"
  started=$SECONDS
  # Not `if ! "$step"`: that would switch `set -e` off inside the step.
  trap 'printf "\nerror: the step %s failed. To run it alone: make test STEPS=%s\n" "$step" "$step" >&2' EXIT
  "$step"
  trap - EXIT
  times+=$(printf '  %-8s %4d s' "$step" $((SECONDS - started)))$'\n'
done
printf '\n==> All passed\n%s  %-8s %4d s\n' "$times" total "$SECONDS"
