# make build   makes .venv, installs kwispel into it and builds content/ into dist/
# make test    installs what the tests need, a browser included, and runs everything
#
# make check   the part of the tests that only reads: style, types, layers, spelling
# make serve   shows the site and builds it again on every change
# make shake   records what the tests reach of Brython, after which the rest is cut
# make bench   repeats the measurements in benchmarks/
# make screenshots   pictures of every state that a reader meets, in build/screenshots
# make clean   removes what was made here, but for dist/, where others may have files
#
# Needs Python 3.11 or later (PYTHON=/path/to/python chooses one), make and git.

.PHONY: build test check style mypy pyright serve shake bench screenshots clean browser always
.DEFAULT_GOAL := build

python := .venv/bin/python
pip := $(python) -m pip --disable-pip-version-check --no-input --quiet

# The runtime for readers' browsers is compiled from these when kwispel is installed.
package := generator/kwispel
runtime_folders := $(wildcard $(addprefix $(package)/,core browser runtime static))
runtime_sources := $(shell find $(runtime_folders) -type f ! -path '*/__pycache__/*')
built := $(wildcard $(package)/built/*)

installed := .venv/.kwispel-installed
tools := .venv/.kwispel-tools

build: $(installed)
	@$(python) -m kwispel build --gallery

# Browsers take long to come, checks long to think: one does not wait for the other.
test: $(tools)
	@$(MAKE) --no-print-directory --jobs=2 check browser
	$(python) -m pytest --numprocesses auto --dist loadfile \
		--no-loadscope-reorder --cov

# Each type checker thinks for half a minute, on one core.
check: style mypy pyright

mypy: $(tools)
	$(python) -m mypy

pyright: $(tools)
	$(python) -m basedpyright

style: $(tools)
	$(python) -m ruff check
	$(python) -m ruff format --check
	.venv/bin/lint-imports --no-cache
	$(python) -m codespell_lib
	$(python) -m interrogate --quiet generator tests scripts
	$(python) -m djlint --quiet --lint themes

browser: $(tools)
	$(python) scripts/find_browser.py --install >/dev/null
	$(python) scripts/html_validate.py

serve: $(installed)
	@$(python) -m kwispel serve

# A test that holds what the runtime weighs fails here, and is no reason to stop.
shake: export KWISPEL_RUNTIME := recording
shake: $(tools) browser
	rm -rf build/reached
	$(python) -m kwispel.runtime
	-KWISPEL_REACHED=build/reached $(python) -m pytest --numprocesses auto \
		--dist loadfile --no-loadscope-reorder -p no:cacheprovider tests/browser
	$(python) scripts/unite_reached.py build/reached
	KWISPEL_RUNTIME= $(python) -m kwispel.runtime

bench: $(tools) browser
	PLAYWRIGHT_NODEJS_PATH=$$($(python) scripts/find_browser.py --node) \
		$(python) benchmarks/run.py

screenshots: $(tools) browser
	@$(python) scripts/screenshots.py

clean:
	rm -rf .venv build $(package)/built .*_cache .hypothesis .coverage*

$(installed): pyproject.toml $(runtime_sources) $(if $(built),,always)
	@scripts/make_venv.sh
	@echo "installing kwispel into .venv (the first time takes a minute)" >&2
	@$(pip) install --editable .
	@touch $@

# Groups came with pip 25.1, and a new environment may have an older one.
$(tools): pyproject.toml | $(installed)
	@echo "installing what the tests need" >&2
	@$(pip) install --upgrade 'pip>=25.1'
	@$(pip) install --group dev
	@touch $@
