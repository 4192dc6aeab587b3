# make site      build the site from the reports, then say where it is     REPORTS=folder  STRICT=1
#                ... on a Dask cluster: SCHEDULER=tcp://host:8786, once 'make scheduler' runs on one machine and
#                'make worker SCHEDULER=tcp://host:8786' on others
# make serve     the same, then serve it: a change is shown on its page in seconds, and everywhere when the site is built again
# make test      everything that must pass: check, then the tests
# make check     style, types, direction of imports
# make explore   the property tests and the damaged PDFs on new random cases, and axe on every kind of page
# make check-links   build the site, then follow every link and anchor of it
# make accept-permalinks   record the addresses of the built site as published
# make audit     account for every word of every source
# make themes-diff   which paragraphs gain and lose a theme since themes.yml was last committed     BEFORE=file  ALL=1
# make bench     speed and memory, as ratios; minutes
# make bench-site   what a site of many reports costs: N=57,431,2000,5000, REPORTS=real reports, WORK=folder; up to hours; adds to bench/RESULTS.md
# make lighthouse   hold the built site to Lighthouse: SITE=folder, RUNS=3; needs Node and npm
# make screenshots   a picture of each kind of page on a phone and a desk, light and dark, from the sample reports
REPORTS ?= reports
BEFORE ?=
N ?= 431
WORK ?= .cache/bench
ALL ?=
SITE ?= site
CACHE ?= .cache
DOCS ?= docs
STRICT ?=
SCHEDULER ?=
RUNS ?= 3
PYTHON ?= $(shell command -v python3.11 || command -v python3)
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
BIN := .venv/bin
PROBLEMS := $(CACHE)/problems.txt
export NO_MKDOCS_2_WARNING = 1
export SITE_DIR = $(abspath $(SITE))
export DOCS_DIR = $(abspath $(DOCS))
export REPORTS_DIR = $(abspath $(REPORTS))
export CACHE_DIR = $(abspath $(CACHE))

.PHONY: site pages serve test check explore audit themes-diff accept-permalinks check-links bench bench-site clean golden programs lighthouse screenshots scheduler worker

site: pages
	@$(BIN)/python -m mkdocs build --strict
	@echo "The site is in $(SITE_DIR): open it with 'make serve', or publish that folder."
	@sed 's/^/left out: /' "$(PROBLEMS)"
	@if [ -n "$(STRICT)" ] && [ -s "$(PROBLEMS)" ]; then echo "STRICT=1: some files were left out"; exit 3; fi

pages: .venv/run $(if $(SCHEDULER),.venv/cluster)
	@mkdir -p "$(CACHE)"
	@$(BIN)/python -m converter --reports "$(REPORTS)" --docs "$(DOCS)" --cache "$(CACHE)/reports" --problems "$(PROBLEMS)" $(if $(SCHEDULER),--scheduler "$(SCHEDULER)") || [ $$? -eq 3 ]

serve: site
	@$(BIN)/python hooks/serve.py $(MAKE) --no-print-directory site

scheduler: .venv/cluster
	@$(BIN)/python -m distributed.cli.dask_scheduler --no-dashboard

worker: .venv/cluster
	@$(BIN)/python -m distributed.cli.dask_worker --no-dashboard "$(SCHEDULER)"

test: check programs
	@$(BIN)/python -m pytest

check: .venv/dev
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

accept-permalinks: .venv/run
	@$(BIN)/python -m converter.site.accept "$(SITE_DIR)" "$(REPORTS)"

check-links: site
	@$(BIN)/python -m converter.site.check_links "$(SITE_DIR)"

explore: .venv/dev
	@HYPOTHESIS_PROFILE=explore FUZZ_MUTATIONS=2000 FUZZ_SEED=$$(date +%s) AXE_EVERYWHERE=1 $(BIN)/python -m pytest tests/unit tests/test_fuzz.py tests/test_browser.py

audit: .venv/run
	@$(BIN)/python -m converter audit --reports "$(REPORTS)" --docs "$(DOCS)"

themes-diff: .venv/run
	@mkdir -p .cache
	@[ -n "$(BEFORE)" ] || git show HEAD:themes.yml > .cache/themes-before.yml || { echo "name the themes as they were: make themes-diff BEFORE=file"; exit 2; }
	@$(BIN)/python -m converter themes-diff --before "$(or $(BEFORE),.cache/themes-before.yml)" --reports "$(REPORTS)" $(if $(ALL),--all)

golden: .venv/dev
	@$(BIN)/python -m pytest -q tests/test_golden.py --update-golden

bench: .venv/dev programs
	@$(BIN)/python -m bench.convert --reports "$(REPORTS)"
	@$(BIN)/python -m bench.scale
	@$(BIN)/python -m bench.packs
	@$(BIN)/python -m bench.search --reports "$(REPORTS)"
	@$(BIN)/python -m bench.themes --reports "$(REPORTS)"
	@$(BIN)/python -m bench.site --n 57 --from "$(REPORTS)" --work "$(WORK)" --add --baseline

bench-site: .venv/dev programs
	@$(BIN)/python -m bench.site --n "$(N)" --from "$(REPORTS)" --work "$(WORK)" --add --baseline --serve --json "$(WORK)/site.json" --record bench/RESULTS.md

clean:
	rm -rf .venv .cache site site.before site.new site.kept.json docs/reports

.venv/bin/python:
	@$(PYTHON) -m venv .venv || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv; }

.venv/run: requirements.txt | .venv/bin/python
	@echo "installing what the site needs"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/cluster: requirements-cluster.txt .venv/run
	@echo "installing what a cluster needs"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-cluster.txt
	@touch $@

.venv/dev: requirements-dev.txt requirements-cluster.txt requirements.txt | .venv/bin/python
	@echo "installing what the tests need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ .venv/run .venv/cluster

programs:
	@command -v chromium > /dev/null || command -v google-chrome > /dev/null || { echo "installing Chromium for the browser tests"; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq chromium > /dev/null; }
	@command -v pdftotext > /dev/null || { echo "installing poppler, which reads PDFs a second time"; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq poppler-utils > /dev/null; }
	@command -v curl > /dev/null || { echo "installing curl, with which examples of the open data are run"; \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq curl > /dev/null; }

lighthouse: .venv/dev programs
	@[ -f "$(SITE_DIR)/index.html" ] || $(MAKE) site
	@$(BIN)/python -m bench.lighthouse "$(SITE_DIR)" --runs $(RUNS)

screenshots: .venv/dev programs site
	@PYTHONPATH=.:tests $(BIN)/python tests/screenshots.py "$(SITE_DIR)" docs/assets/screenshots --sheet .cache/screenshots.webp
