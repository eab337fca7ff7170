# What there is to do: make run, make test, make check. The lines behind them are in README.md.

VENV ?= .venv
PYTHON ?= python3
PY = $(VENV)/bin/python

.PHONY: run test check catalogs content web clean

run: $(VENV)/run.done
	$(PY) main.py

test: $(VENV)/test.done
	$(PY) -m pytest

# What a machine can say about code, catalogs and pages without running the app.
check: $(VENV)/test.done
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy src tools tests main.py
	$(PY) -m tools.translations check
	$(PY) -m tools.check_content

# The interface's strings, from the code to every language's file.
catalogs: $(VENV)/test.done
	$(PY) -m tools.translations extract
	$(PY) -m tools.translations update

# The folder of static files that any web server can host.
web: $(VENV)/test.done
	$(PY) -m tools.build_web --out build/web

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/run.done: pyproject.toml | $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -e ".[web]"
	touch $@

$(VENV)/test.done: pyproject.toml tests/calendar/package.json | $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@if command -v npm >/dev/null; then \
		npm install --silent --no-audit --no-fund --no-package-lock --prefix tests/calendar; fi
	touch $@ $(VENV)/run.done

$(VENV):
	$(PYTHON) -m venv $(VENV)
