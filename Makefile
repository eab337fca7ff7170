# What there is to do: make run, make test, make check. The lines behind them are in README.md,
# which tests run when in docs/testing.md.

VENV ?= .venv
PYTHON ?= python3
PY = $(VENV)/bin/python

.PHONY: run test test-browser test-long check release-check lock catalogs web clean

run: $(VENV)/run.done
	$(PY) main.py

# What needs nothing but Python.
test: $(VENV)/test.done
	$(PY) -m pytest -n auto --dist worksteal -m "not browser and not long"

# What needs a browser, Node or nginx besides.
test-browser: $(VENV)/test.done $(VENV)/ical.done
	$(PY) -m pytest -n 2 --dist worksteal -m "browser and not long"

# Many rounds, files and languages: the whole of what the tests above try a sample of.
test-long: $(VENV)/test.done $(VENV)/ical.done
	$(PY) -m pytest -n 2 --dist worksteal -m "long or hypothesis" --hypothesis-profile long

# What a machine can say about code, catalogs and pages without running the app.
check: $(VENV)/check.done
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy src tools tests main.py
	$(PY) -m tools.translations check
	$(PY) -m tools.check_content

# Before a release. What is due for review may wait until then, and no longer.
release-check: check test test-browser test-long
	$(PY) -m tools.check_content --release

# The newest versions that pyproject.toml allows, for every system, with their hashes.
LOCK = $(PY) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-header \
	--generate-hashes --no-annotate pyproject.toml --group install
lock: $(VENV)/check.done
	$(LOCK) --all-extras --group check --output-file locks/check.txt
	$(LOCK) --extra web --constraint locks/check.txt --output-file locks/run.txt
	$(LOCK) --extra build --constraint locks/check.txt --output-file locks/build.txt
	$(LOCK) --extra test --constraint locks/check.txt --output-file locks/test.txt

# The interface's strings, from the code to every language's file.
catalogs: $(VENV)/test.done
	$(PY) -m tools.translations extract
	$(PY) -m tools.translations update

# The folder of static files that any web server can host.
web: $(VENV)/build.done
	$(PY) -m tools.build_web --out build/web

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# In the versions and by the hashes of the lock, whatever the package index offers today.
$(VENV)/%.done: locks/%.txt pyproject.toml | $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r locks/$*.txt
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# A second reader of calendar files, where there is npm.
$(VENV)/ical.done: tests/calendar/package.json | $(VENV)
	@if command -v npm >/dev/null; then \
		npm install --silent --no-audit --no-fund --no-package-lock --prefix tests/calendar; fi
	touch $@

$(VENV):
	$(PYTHON) -m venv $(VENV)
