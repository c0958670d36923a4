# Needs git, make and Python 3.11 or newer; everything else goes into .venv.
# Another Python: make PYTHON=python3.13 site

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV   := .venv
RUN    := $(VENV)/bin/python
# Run test files in parallel: most tests wait for a browser or another program.
TEST   := $(RUN) -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile \
	--no-loadscope-reorder
NODE   := tests/browser/node_modules

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Read files and their names as UTF-8 in every locale.
export PYTHONUTF8 := 1
# Keep the bytecode of all modules, also where the environment says otherwise: tests and benchmarks
# start Python hundreds of times.
export PYTHONDONTWRITEBYTECODE :=
# Hide Material's long notice of its end of life, which buries the output of a build.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

.PHONY: install
install: $(VENV)/package ## Install what building needs into .venv

.PHONY: site
site: $(VENV)/package ## Build the site into site/
	@$(RUN) -m mkdocs build --strict --site-dir site
	@echo
	@echo "The site is in $(CURDIR)/site"
	@echo "Look at it:  make serve  (http://127.0.0.1:8000/, follows your edits)"

.PHONY: serve
serve: $(VENV)/package ## Show the site on http://127.0.0.1:8000/ and follow edits
	@$(RUN) -m mkdocs serve

.PHONY: deploy
deploy: $(VENV)/package ## Build and push the site to the gh-pages branch
	@$(RUN) -m mkdocs gh-deploy --strict

.PHONY: check
check: $(VENV)/dev ## Lint, formatting, strict types, spelling and the security of the workflows
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy
	@$(VENV)/bin/typos
	@$(VENV)/bin/zizmor --offline --quiet --no-progress .github

.PHONY: test
test: $(VENV)/dev $(NODE)/.package-lock.json ## Run the tests that this machine can run; with CI=true also the long ones
	@$(TEST) $(if $(CI),,-m "not long")

.PHONY: test-fast
test-fast: $(VENV)/dev ## Run the tests without browsers, LibreOffice and whole sites
	@$(TEST) -m "not browser and not build and not office and not long"

.PHONY: test-properdocs
test-properdocs: $(VENV)/dev $(NODE)/.package-lock.json ## Run the tests with ProperDocs in place of MkDocs
	@GENERATOR=properdocs $(TEST) $(TESTS)

.PHONY: bench
bench: $(VENV)/dev ## Compare build times with other generators; writes docs/phat-trien/speed.md
	@$(RUN) -m tests.benchmarks.compare

.PHONY: scale
scale: $(VENV)/dev ## Simulate many departments; writes docs/phat-trien/scale.md
	@$(RUN) -m tests.benchmarks.scale

.PHONY: measure
measure: $(VENV)/dev ## Measure the accuracy of imports; writes docs/phat-trien/import-figures.md
	@$(RUN) -m tests.importer.measure

.PHONY: screenshots
screenshots: $(VENV)/dev ## Retake the screenshots of the README and the guides
	@$(RUN) -m tests.browser.screenshots

.PHONY: examples
examples: $(VENV)/dev ## Take pictures of every component in every state into build/examples/
	@$(RUN) -m tests.browser.examples build/examples

.PHONY: diagram
diagram: $(VENV)/dev ## Draw the diagrams of docs/phat-trien/architecture.md from the imports
	@$(RUN) -m tests.docs.diagram

.PHONY: schema
schema: $(VENV)/package ## Generate docs/du-lieu/*.schema.json from the definition of the fields
	@$(RUN) -m agenda.schema.json_schema docs/du-lieu

.PHONY: lock
lock: $(VENV)/package ## Pin the dependencies of pyproject.toml; keep pins that still fit
	@$(RUN) -m pip install --quiet uv
	@$(LOCK) --group build --output-file requirements.txt
	@$(LOCK) --group build --group dev --constraint requirements.txt --output-file requirements-dev.txt

LOCK = $(RUN) -m uv pip compile pyproject.toml $(LOCK_OPTIONS) --quiet --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock"

.PHONY: upgrade
upgrade: LOCK_OPTIONS := --upgrade
upgrade: lock ## Pin the newest versions that pyproject.toml allows

.PHONY: clean
clean: ## Remove everything that can be rebuilt
	rm -rf $(VENV) $(NODE) site .site.lock .site.new .site.old build .pytest_cache .mypy_cache .ruff_cache .hypothesis .cache
	find plugins tests -name __pycache__ -prune -exec rm -rf {} +
	rm -rf *.egg-info plugins/*.egg-info

# Recreate the environment when the lock changes, so that removed packages disappear.
$(VENV)/runtime: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed, and $(PYTHON) is not:" \
		     "make PYTHON=/the/newer/python $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "$(PYTHON) cannot make virtual environments; on Debian or Ubuntu:" \
		     "apt install python3-venv" >&2; exit 1; }
	@echo "Installing requirements.txt into $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(RUN) -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/package: pyproject.toml $(VENV)/runtime
	@PYTHONWARNINGS=ignore $(RUN) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/package
	@echo "Installing requirements-dev.txt into $(VENV) …"
	@$(RUN) -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

# Tests that need Node tools are skipped with a reason if they are missing; with CI=true they fail.
$(NODE)/.package-lock.json: tests/browser/package-lock.json
	@if command -v npm >/dev/null; then \
		echo "Installing the Node tools of tests/browser …"; \
		npm ci --prefix tests/browser --silent && touch $@ || echo "npm ci failed" >&2; \
	fi
