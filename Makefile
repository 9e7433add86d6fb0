# `make check` runs what CI runs; the rest are the steps one wants alone.  They use the environment in .venv.
PYTHON = .venv/bin/python

.PHONY: check setup test lint docs quality model

check:
	bash .ci/run

setup:
	python3 -m venv .venv
	.venv/bin/pip install -e '.[dev]'

test:
	$(PYTHON) -m pytest

lint:
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

docs:
	.venv/bin/cog -r -I docs/check docs/reference/*.md corpus/README.md
	$(PYTHON) docs/check/links.py README.md CHANGELOG.md CONTRIBUTING.md docs

quality:
	$(PYTHON) -m benchmarks.quality --shared ../shared

model:
	$(PYTHON) -m training --polnear ../shared/data/polnear --out src/onrecord/encoder/shipped
