# Two commands set everything up: `make demo` and `make test`. Each makes its own virtual environment.
PYTHON ?= python3
SERVE ?= 1
PORT ?= 8001
DEMO := .venv-demo
TEST := .venv-test
SOURCES := $(shell find extract db -type f -not -name '*.pyc')

.PHONY: demo test format docs pictures clean help

help:
	@echo "make demo          install, ingest seeds/, show some claims and statements, serve them (SERVE=0: without serving)"
	@echo "make test          install, then ruff, mypy --strict and pytest"
	@echo "make format        format, and fix what ruff can fix"
	@echo "make docs          write the generated parts of the docs"
	@echo "make pictures      take the pictures of the docs (needs chromium)"
	@echo "make clean         remove what the others made"

demo: $(DEMO)/installed
	rm -f demo.db demo.db-wal demo.db-shm
	$(DEMO)/bin/extract ingest seeds/ --db demo.db --samples 8
	@echo "Statements in most independent articles, then contradictions:"
	$(DEMO)/bin/extract statements --db demo.db --limit 5
	$(DEMO)/bin/extract statements --contradictions --db demo.db
	@echo "To try more in another terminal: . $(DEMO)/bin/activate; export EXTRACT_DB=demo.db; extract timeline 'Viktor Lenz'"
	@if [ "$(SERVE)" != "0" ]; then exec $(DEMO)/bin/extract serve --db demo.db --port $(PORT); fi

test: $(TEST)/installed
	$(TEST)/bin/ruff format --check .
	$(TEST)/bin/ruff check .
	$(TEST)/bin/mypy
	$(TEST)/bin/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

format: $(TEST)/installed
	$(TEST)/bin/ruff format .
	$(TEST)/bin/ruff check --fix .

docs: $(TEST)/installed
	$(TEST)/bin/python -m tests.generated_docs

pictures: $(TEST)/installed
	$(TEST)/bin/python -m tests.pictures

$(DEMO)/installed: pyproject.toml tools/environment.sh $(SOURCES)
	@sh tools/environment.sh "$(PYTHON)" $(DEMO) .

$(TEST)/installed: pyproject.toml tools/environment.sh
	@sh tools/environment.sh "$(PYTHON)" $(TEST) --editable '.[dev]'

clean:
	rm -rf .venv-demo .venv-test build dist *.egg-info demo.db demo.db-wal demo.db-shm .mypy_cache .ruff_cache .pytest_cache
