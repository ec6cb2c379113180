# The way in: `make help`. Each step is a small script of scripts/, which says what it does and how long it has been at it;
# what they need is installed by those of scripts/install/.
export STARTED := $(or $(STARTED),$(shell date +%s))

# make run PORT=9000
PORT ?= 8080
# make build SITE_URL=https://… : where the map will be; otherwise what content/site.toml says
SITE_URL ?=
# make check SOURCES=DIR also looks up every quotation in the documents of that folder
SOURCES ?=

# make lint PART=spelling; otherwise all of them
PART ?=

# The steps follow one another even under make -j; cargo uses the cores.
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: test-heard test-wordpress test-faults stress bench bench-atelier bench-find soak fuzz weight-table help run serve dev port-free build package load check watch stats test lint fmt weight setup setup-test clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 14

run: port-free build serve ## set up, build, and serve the map at http://127.0.0.1:8080 (PORT=9000 for another port)

serve: port-free ## serves dist/ as it is
	@node scripts/serve.mjs $(PORT)

dev: port-free setup ## serves the map and builds it again at each change of a source file
	@LIVE=1 scripts/trunk serve --release --dist target/live --port $(PORT)

port-free:
	@scripts/port-free $(PORT)

build: setup ## everything to put on a web server, in dist/
	@SITE_URL="$(SITE_URL)" scripts/build

check: ## reads all the content and tells every problem (SOURCES=DIR also checks the quotations)
	@./leviers check content $(if $(SOURCES),--sources "$(SOURCES)")

watch: ## the same, again at each save of a sheet, until Ctrl-C
	@./leviers check content --watch $(if $(SOURCES),--sources "$(SOURCES)")

stats: ## what the content covers, and what it lacks
	@./leviers stats

test: setup-test ## every test: style, Rust, then a real browser on the built map
	@scripts/test

test-faults: build setup-test ## every file of the site by everything that may happen to it on its way, in Chromium
	@FAULTS=all node --test --test-reporter=spec tests/browser/faults.test.mjs

test-wordpress: build setup-test ## what becomes of the code of an embed in the posts of a real WordPress
	@scripts/install/wordpress
	@node --test --test-reporter=spec tests/wordpress/*.test.mjs

# ENGINE=firefox or chromium; otherwise both
test-heard: build setup-test ## what a screen reader says of the built map, in Firefox and Chromium
	@scripts/install/heard
	@for engine in $(or $(ENGINE),firefox chromium); do ENGINE=$$engine node --test --test-reporter=spec tests/heard/*.test.mjs || exit 1; done

# ENGINE=chromium, firefox or webkit; RUNS=20
stress: RUNS := $(or $(RUNS),20)
stress: build setup-test ## the browser tests many times on a busy machine, and which of them failed (ENGINE=firefox RUNS=20)
	@scripts/stress "$(or $(ENGINE),chromium)" "$(RUNS)"

lint: ## what the linters say of the Rust, the JavaScript, the scripts, the spelling and the dependencies (PART=clippy for one of them)
	@scripts/lint $(PART)

fmt: ## puts the Rust code in shape
	@cargo fmt --all

package: build ## the archive of a release: the site, and what another network needs to publish its own edition
	@scripts/package

load: build setup-test ## how many visits one nginx serves, to docs/HOSTING.md
	@scripts/install/load
	@node scripts/load.mjs --write

weight: build setup-test ## what the first view costs to download; fails when it is too heavy
	@node scripts/weight.mjs

weight-table: build setup-test ## the same, written to docs/WEIGHT.md
	@node scripts/weight.mjs --write
	@node scripts/wasm-crates.mjs >> docs/WEIGHT.md

# RUNS=1 for a quick look; POINTS=FILE (csv or csv.gz, columns lon and lat) also measures many points
RUNS ?= 5
POINTS ?=
bench: build setup-test ## this map beside Leaflet and MapLibre in Chromium, to docs/BENCHMARKS.md (RUNS=5 POINTS=FILE)
	@RUNS="$(RUNS)" POINTS="$(POINTS)" scripts/bench

bench-atelier: build setup-test ## the workshop in Chromium against its budgets, to docs/ATELIER-BENCH.md
	@node bench/atelier.mjs

bench-find: build setup-test ## the box that finds in Chromium, on the phone profile, against its budgets, to docs/FIND-BENCH.md
	@node bench/find.mjs

# SEED=7 repeats a visit; LAYER=ID shows a layer of points meanwhile
MINUTES ?= 10
SEED ?=
LAYER ?=
soak: build setup-test ## ten minutes of chance on the built map, memory and frames watched, to docs/SOAK.md (MINUTES=1 SEED=7 LAYER=ID)
	@MINUTES="$(MINUTES)" SEED="$(SEED)" LAYER="$(LAYER)" scripts/soak

fuzz: build setup-test ## chance against what reads files and addresses: native, then the built map in Chromium (MINUTES=10 SEED=7)
	@[ ! -x scripts/fuzz-native ] || scripts/fuzz-native "$(MINUTES)" "$(SEED)"
	@scripts/fuzz-browser "$(MINUTES)" "$(SEED)"

setup: ## what a build needs
	@scripts/setup

setup-test: setup ## what the tests need: also browsers and their drivers, the validators of open data and of HTML, the linters
	@scripts/install/browser
	@scripts/install/engine firefox
	@scripts/install/engine webkit
	@scripts/install/frictionless
	@scripts/install/java
	@scripts/install/servers
	@scripts/install/calc
	@scripts/install/lint-tools

clean: ## forgets what was built, keeps the tools
	@cargo clean --quiet
	@rm -rf dist
