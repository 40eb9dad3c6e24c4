# cleannews: what one does with a checkout. `make help` lists it.
#
# Needs python3 (3.10 or newer) with its venv module, and make. Everything else is fetched from the
# Python package index into a virtual environment of this checkout, once, and again when
# pyproject.toml changes. `PYTHON=python3.13` chooses another interpreter, with its own environment.

PYTHON ?= python3
CORPUS ?=
OUT ?= out
SECONDS ?= 900

ifeq ($(origin PYTHON),file)
VENV ?= .venv
else
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
VENV ?= .venv-$(VERSION)
endif

BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEVELOP := $(VENV)/.develop
COMPARE := $(VENV)-peers/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test lint types tests format bench fuzz gate clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

demo: $(INSTALLED) ## clean the example dumps into out/ and show what came of them
	@$(BIN)/python examples/demo.py examples/dumps $(OUT)

test: lint types tests ## environment, lint, types, tests and doctests

lint: $(DEVELOP) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEVELOP) ## mypy, strict, on package, tests and examples
	$(BIN)/mypy

tests: $(DEVELOP) ## pytest, doctests and the code in the documents included
	$(BIN)/python -m pytest

format: $(DEVELOP) ## let ruff format the code and mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

gate: $(DEVELOP) ## measure quality on the project's own pages beside its floors
	$(BIN)/python -m quality.gate

bench: $(COMPARE) ## accuracy, speed, memory beside other extractors: make bench CORPUS="folder ..."
	@test -n "$(CORPUS)" || { echo "make bench needs CORPUS=folder: a folder with cases.jsonl, see docs/benchmarks.md" >&2; exit 2; }
	$(VENV)-peers/bin/python -m benchmarks $(CORPUS) --out $(OUT)

fuzz: $(DEVELOP) ## look for inputs that break a promise, for SECONDS (900): make fuzz SECONDS=60
	$(PIP) install --editable '.[fuzz]'
	$(BIN)/python -m tests.hostile.fuzz .fuzz -max_total_time=$(SECONDS)

clean: ## remove the environments and everything that was made
	rm -rf .venv .venv-* build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .fuzz

# The environment is made anew when pyproject.toml changes, so that what was dropped there is gone here.
$(INSTALLED): pyproject.toml
	@command -v $(PYTHON) >/dev/null || { \
	  echo "$(PYTHON) was not found: install Python 3.10 or newer, or say which one with make PYTHON=..." >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { \
	  echo "$(PYTHON) is older than Python 3.10, which cleannews needs: say another with make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments: its venv module is missing." >&2; \
	  echo "On Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }
	@echo "making the environment $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "installing cleannews and what it needs from the package index into $(VENV) (half a minute; once) ..."
	@$(PIP) install --editable .
	@touch $@

$(DEVELOP): $(INSTALLED)
	@echo "installing the tools for development into $(VENV) (a minute; once) ..."
	@$(PIP) install --editable '.[dev]'
	@touch $@

# An environment of its own: peers must not change what the tests run with. The pip of a new environment may
# be older than 24, which takes lxml[html_clean] and lxml[html-clean] for two conflicting candidates.
$(COMPARE): $(INSTALLED)
	@echo "installing the extractors to compare with into $(VENV)-peers (a minute or two; once) ..."
	@$(PYTHON) -m venv --clear $(VENV)-peers
	@$(VENV)-peers/bin/python -m pip --disable-pip-version-check --quiet --quiet install --upgrade 'pip>=24'
	@$(VENV)-peers/bin/python -m pip --disable-pip-version-check --quiet --quiet install --editable '.[peers]'
	@touch $@
