#!/usr/bin/env bash
# Gets what a chore needs, once, into folders that git ignores: `scripts/tools.sh NEED…`.
# A need is one of: wasm, trunk, wasm-bindgen, wasm-split, geckodriver, node, minifier, playwright,
# examples.
set -euo pipefail
cd "$(dirname "$0")/.."

# The one place where tools are pinned. The crate `wasm-bindgen` must have the same version as its
# tool, so Cargo.toml pins it too, and `wasm_bindgen` below compares the two. The npm packages are
# pinned by the package-lock.json files in scripts/, tests/e2e/ and examples/.
trunk_version=0.21.14
wasm_bindgen_version=0.2.130
wasm_split_version=0.2.4
geckodriver_version=0.37.1

tools=$PWD/.tools

say() { printf '==> %s\n' "$*"; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# The compiler's target and the crates, so that Trunk can build without asking the network.
wasm() {
  command -v cargo >/dev/null ||
    fail "cargo was not found. Install Rust with rustup, then run this again."
  if ! [ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
    command -v rustup >/dev/null ||
      fail "this Rust has no target wasm32-unknown-unknown, and there is no rustup to add it. Install the target with whatever installed Rust."
    say "Adding the WebAssembly target to the Rust toolchain"
    rustup target add wasm32-unknown-unknown
  fi
  cargo fetch --quiet --target wasm32-unknown-unknown --target "$(rustc -vV | sed -n 's/^host: //p')"
}

trunk() {
  # Its default features are TLS, for `trunk serve` over https and for downloads that are not
  # wanted, and a look for newer versions.
  crate trunk "$trunk_version" "two to four minutes on two cores" --no-default-features
}

wasm_bindgen() {
  local crate_version
  crate_version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/version = |"/, ""); print }' Cargo.lock)
  [ "$crate_version" = "$wasm_bindgen_version" ] ||
    fail "Cargo.lock has wasm-bindgen $crate_version, scripts/tools.sh pins the tool at $wasm_bindgen_version. They must be the same: change the pin here, or the one in Cargo.toml followed by \`cargo update -p wasm-bindgen\`."
  crate wasm-bindgen-cli "$wasm_bindgen_version" "about a minute on two cores" \
    --no-default-features --bin wasm-bindgen --bin wasm-bindgen-test-runner
}

# It reads what the compiler's linker wrote, and names the two sides of the seam: see src/widget/more.rs.
wasm_split() {
  crate wasm_split_cli_support "$wasm_split_version" "two minutes on two cores" --features build-binary
}

# Firefox has no driver of its own. Whoever has one says so: GECKODRIVER=/path/to/geckodriver.
geckodriver() {
  [ -n "${GECKODRIVER:-}" ] ||
    crate geckodriver "$geckodriver_version" "about a minute on two cores"
}

# crate NAME VERSION HOW-LONG OPTIONS…: installs a program from the crates registry into .tools/bin.
crate() {
  local name=$1 version=$2 how_long=$3
  shift 3
  local stamp=$tools/$name-$version.installed
  [ -e "$stamp" ] && return
  mkdir -p "$tools"
  rm -f "$tools/$name"-*.installed

  if command -v cargo-binstall >/dev/null; then
    say "Downloading $name $version with cargo binstall"
    if cargo binstall "$name@$version" --root "$tools" --no-confirm --no-symlinks --force \
      --disable-strategies compile; then
      touch "$stamp"
      return
    fi
    say "cargo binstall had no luck, so compiling it instead"
  fi

  say "Compiling $name $version into .tools/, once: $how_long"
  # Optimising these would take four times as long and save less than a second a build.
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    CARGO_PROFILE_RELEASE_STRIP=symbols CARGO_TARGET_DIR=$tools/build
  local install=(cargo install "$name" --version "=$version" --root "$tools" --force "$@")
  if ! "${install[@]}" --locked; then
    # A lock file names exact versions, and one of them may have left the registry.
    say "That did not work with the crate's own lock file, so trying without it"
    "${install[@]}" || fail "$name $version could not be installed: see the message above."
  fi
  touch "$stamp"
}

node_js() {
  { command -v node && command -v npm; } >/dev/null ||
    fail "node and npm were not found. Install Node.js 20 or newer, then run this again."
}

# npm_packages FOLDER: installs what FOLDER/package-lock.json names, unless it is there already.
npm_packages() {
  node_js
  [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] && return
  say "Installing the npm packages of $1/, once: a few seconds"
  # Playwright would download a browser of its own; the tests use the system's.
  (cd "$1" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --ignore-scripts)
}

for need in "$@"; do
  case $need in
    wasm) wasm ;;
    trunk) trunk ;;
    wasm-bindgen) wasm_bindgen ;;
    wasm-split) wasm_split ;;
    geckodriver) geckodriver ;;
    node) node_js ;;
    minifier) npm_packages scripts ;;
    playwright) npm_packages tests/e2e ;;
    examples) npm_packages examples ;;
    *) fail "scripts/tools.sh knows no tool called $need" ;;
  esac
done
# The two compilations above share most of their crates; afterwards the folder is only large.
rm -rf "$tools/build"
