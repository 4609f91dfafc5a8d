# `make scan REPO=…` installs and scans; `make check` installs what the checks need and runs them all.
PYTHON ?= python3
VENV ?= .venv
REPO ?= .
TESTS ?= tests

.PHONY: scan check lint types layers test self bench bench-histories bench-detection clean

scan: $(VENV)/.installed
	$(VENV)/bin/akia scan $(REPO)

check: lint types layers test self

lint: $(VENV)/.checks
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/.checks
	$(VENV)/bin/mypy

layers: $(VENV)/.checks
	$(VENV)/bin/lint-imports

test: $(VENV)/.checks
	$(VENV)/bin/pytest -n 3 $(TESTS)

self: $(VENV)/.checks
	$(VENV)/bin/akia scan .

bench:
	$(PYTHON) bench/run.py --install $(BENCH)

bench-histories:
	$(PYTHON) bench/histories.py --install $(BENCH)

bench-detection:
	$(PYTHON) -m bench.detection --install $(BENCH)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml $(shell find scanner patterns -name '*.py' 2>/dev/null)
	$(VENV)/bin/pip install --quiet .
	touch $@

$(VENV)/.checks: $(VENV)/bin/python pyproject.toml
	$(VENV)/bin/pip install --quiet --upgrade 'pip>=25.1'
	$(VENV)/bin/pip install --quiet --editable . --group dev
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
