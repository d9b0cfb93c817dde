# Tidings. `make run` opens the reader, `make test` runs every test; both set up what
# they need the first time. ARGS="…" is handed on to the program or to pytest.

READY = packaging/with-python packaging/bootstrap.py
VENV = .venv/bin

.PHONY: help run test check format bench words lock screenshot wheel clean

help:
	@echo "make run         open the reader (ARGS=SOURCE: an address, a file)"
	@echo "make test        run every test (ARGS=tests/unit: some of them)"
	@echo "make check       lint, types, contracts"
	@echo "make format      lay out the code"
	@echo "make bench       measure"
	@echo "make words       collect the texts to translate, and compile the translations"
	@echo "make screenshot  draw docs/screenshot.png anew"
	@echo "make wheel       build dist/tidings-*.whl"
	@echo "make lock        choose and pin the Python packages anew (ARGS=--upgrade: the newest)"
	@echo "make clean       remove what was set up and built"

run:
	@$(READY) run
	@$(VENV)/python -m tidings $(ARGS)

test:
	@$(READY) test
	$(VENV)/python -m tests $(ARGS)

check:
	@$(READY) check
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/mypy
	$(VENV)/lint-imports

format:
	@$(READY) check
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

bench:
	@$(READY) bench
	$(VENV)/python -m tests.benchmarks $(ARGS)

words:
	@$(READY) check
	$(VENV)/python packaging/words.py

screenshot:
	@$(READY) test
	$(VENV)/python packaging/screenshot.py $(ARGS)

wheel:
	@$(READY) run
	$(VENV)/python -m pip wheel . --no-deps --no-build-isolation --wheel-dir dist

lock:
	packaging/with-python packaging/lock.py $(ARGS)

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
