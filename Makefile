# What there is to type. The work is done by small programs in tools/.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
export VENV

RUN = $(VENV)/bin/python
need_python = command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is missing: type apt-get install python3 python3-venv (Debian, Ubuntu) or brew install python (macOS)." >&2; exit 1; }
runtime = $(need_python); $(PYTHON) -m tools.setup runtime
dev = $(need_python); $(PYTHON) -m tools.setup dev

.PHONY: demo serve test check bench shots lock words clean

demo: ## the product with a year of life in it; PORT=8000, RESET=1 begins the year anew, STAFF=300 people
	@$(runtime)
	@$(VENV)/bin/tongxin demo --port $(PORT) $(if $(RESET),--reset) $(if $(STAFF),--staff $(STAFF))

serve: ## the product as an installation runs it
	@$(runtime)
	@$(VENV)/bin/tongxin serve --port $(PORT)

test: ## everything: style, types, contracts, tests on SQLite, walks in Chromium, tests on PostgreSQL
	@$(dev)
	@$(RUN) -m tools.suite test

check: ## the quick part: style, types, contracts, tests on SQLite
	@$(dev)
	@$(RUN) -m tools.suite check

bench: ## every benchmark, quickly; FULL=1 at full length
	@$(dev)
	@$(RUN) -m tools.bench $(if $(FULL),--full)

shots: ## pictures of the pages, phone and desk
	@$(dev)
	@$(RUN) -m tests.browser.shots

lock: ## compile requirements/*.in; UPGRADE=1 takes newer releases
	@$(dev)
	@UPGRADE=$(UPGRADE) $(RUN) -m tools.lock

words: ## bring new strings into the English catalogue
	@$(dev)
	@$(RUN) -m tools.words

clean: ## take away what set-up made; your data in var/ stays
	@rm -rf $(VENV) node_modules tongxin/ui/static/ui/build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find tongxin/locale -name '*.mo' -delete
