# Selfcheck's chores. `make` alone lists them.
# Works with GNU make 3.81, which macOS still has.

PORT ?= 8080
# Trunk takes the wasm-bindgen that it finds first, and must find the pinned one.
export PATH := $(CURDIR)/.tools/bin:$(PATH)

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: serve
serve: tools ## Build and serve the demo page on http://127.0.0.1:8080, again after every change (PORT=…)
	@mkdir -p dist target
	@# Once without watching: a first compilation changes so many files that Trunk's watcher can give up.
	.tools/bin/trunk build --offline --dist target/serve
	.tools/bin/trunk serve --offline --port $(PORT) --dist target/serve

.PHONY: dist
dist: tools splitter ## Release build into dist/, ready to upload to any static host (HOST=https://… for oEmbed)
	home="$${CARGO_HOME:-$$HOME/.cargo}"; case "$$home" in *" "*) ;; *) remap="--remap-path-prefix=$$home=cargo" ;; esac; \
	CARGO_PROFILE_RELEASE_OPT_LEVEL=z CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(RELEASE_FLAGS) $$remap" .tools/bin/trunk build --offline --release --features split
	scripts/extras.sh $(if $(findstring command,$(origin HOST)),$(HOST))
	@# The last of all, as it takes what the others made. Who only wants the page needs no Node.js.
	@if command -v node >/dev/null; then node scripts/package.mjs; else echo "warning: there is no Node.js here, so there is neither dist/npm/ nor a folder for CDNs" >&2; fi

# Messages of panics name source files. Those of dependencies lie in the builder's home, which is
# nobody's business; flags are divided at spaces, so a home with a space in its path is left as it is.
#
# The names of all functions are a quarter of the download and of no use there. wasm-bindgen still
# has to see which WebAssembly features the compiler used.
RELEASE_FLAGS = -C link-arg=--emit-relocs -C link-arg=--keep-section=target_features

.PHONY: offline
offline: dist ## A page with a bank in itself, for use without a network (BANK=folder or file)
	scripts/offline.sh $(BANK)

.PHONY: size
size: node dist ## What a page downloads, against the ceilings
	node scripts/size.mjs

.PHONY: test
test: ## Every check and test, the quick ones first (STEPS="core e2e" for some: see scripts/test.sh)
	scripts/test.sh $(STEPS)

.PHONY: bench
bench: ## How long ten thousand answers take, and what the rule of count="auto" saves
	cargo bench --no-default-features

.PHONY: screens
screens: dist ## Pictures of every screen in tests/output/screens/, for people to look at
	@scripts/tools.sh playwright
	cd tests/e2e && PICTURES=1 ../../scripts/browser.sh node_modules/.bin/playwright test

.PHONY: fmt
fmt: ## Format the Rust code
	cargo fmt

.PHONY: clean
clean: ## Remove what was built; the tools in .tools/ stay
	cargo clean
	rm -rf dist tests/output

.PHONY: tools splitter node
tools:
	@scripts/tools.sh wasm trunk wasm-bindgen
splitter:
	@scripts/tools.sh wasm-split
node:
	@scripts/tools.sh node
