# Crosscheck. `make help` lists what can be made.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
BROWSERS := chromium chromium-browser google-chrome google-chrome-stable

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help chat ask test lint format browser figures lock clean

# A question is text: `make` must not expand a $ in it, nor a shell its quotes.
unexport Q
ask: export QUESTION = $(value Q)

help: ## List what can be made
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1	\2/p' Makefile | expand -t 16

chat: $(VENV)/.installed ## Ask in the browser, at http://127.0.0.1:7860
	@$(BIN)/crosscheck chat

ask: $(VENV)/.installed ## Ask in the terminal: make ask Q="When does the revenue share end?"
	@if [ -z "$$QUESTION" ]; then \
	  echo 'Ask something: make ask Q="When does the revenue share end?"' >&2; exit 2; fi; \
	status=0; $(BIN)/crosscheck ask -- "$$QUESTION" || status=$$?; \
	if [ $$status != 3 ]; then exit $$status; fi  # 3: the articles do not say, which is no error.

test: $(VENV)/.installed-dev browser ## Check the format, style, types and floors, and run every test
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest

lint: $(VENV)/.installed-dev ## Check the style, types and floors only
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.installed-dev ## Format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# Without a browser the browser tests fail, and say what to install.
browser:
	@for name in $${CHROMIUM:-} $(BROWSERS); do if command -v $$name >/dev/null; then exit 0; fi; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Debian's chromium for the browser tests"; \
	  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
	    apt-get -qq install -y --no-install-recommends chromium >/dev/null; } || true; \
	fi

figures: $(VENV)/.installed-dev ## Measure everything anew for the README: make figures DATA=PATH
	@if [ -z "$(DATA)" ]; then echo 'Name the folder of data: make figures DATA=PATH' >&2; exit 2; fi
	@$(BIN)/python -m tests.benchmarks.measure "$(DATA)"

lock: ## Write constraints.txt anew, from what pip finds newest
	@$(FIND_PYTHON); \
	folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	"$$python" -m venv "$$folder"; \
	"$$folder/bin/python" -m pip install --quiet --disable-pip-version-check '.[dev]'; \
	{ sed '/^[^#]/,$$d' constraints.txt; \
	  "$$folder/bin/python" -m pip freeze --all --exclude crosscheck --exclude pip \
	  | sed -E -e 's/\+cpu$$//' -e '/^(nvidia|cuda|triton)/d'; } > "$$folder/lock"; \
	cp "$$folder/lock" constraints.txt

clean: ## Remove the environment, the index and all that was built
	rm -rf $(VENV) .crosscheck build dist *.egg-info .*_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.installed: pyproject.toml constraints.txt
	@if [ ! -x $(BIN)/python ]; then $(FIND_PYTHON); "$$python" -m venv $(VENV); fi
	@echo "Installing Crosscheck into $(VENV); the first time this takes some minutes"
	@$(PIP) install --quiet -c constraints.txt setuptools
	@$(PIP) install --no-build-isolation -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests need"
	@$(PIP) install --quiet --no-build-isolation -c constraints.txt -e '.[dev]'
	@touch $@

define FIND_PYTHON
python=; \
for name in python3.11 python3; do \
  if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
  then python=$$name; break; fi; \
done; \
if [ -z "$$python" ]; then \
  echo "Crosscheck needs Python 3.11 or newer; install python3.11 and try again" >&2; exit 1; \
fi
endef
