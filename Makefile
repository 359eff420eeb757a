# Two commands are enough for a start: `make run` and `make test`. Each sets up what it needs.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Which Python makes the environment (3.11 to 3.13); found when not given.
PYTHON ?=
export PYTHON
# How many test processes, and further words for pytest: make test ARGS="-k pregnancy -x"
JOBS ?= 2
ARGS ?=
# The processor `sam build` builds for; the same as template.yaml's Architecture.
ARCH ?= x86_64

PY := .venv/bin/python
SETUP = python=$$(sh tools/find_python.sh) && "$$python" tools/setup_env.py
export SAM_CLI_TELEMETRY := 0

.PHONY: help setup setup-run setup-bench setup-sam bench wheel run test test-fast soak check lint types pack model sam package lock clean build-SkillFunction

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Make .venv with everything a developer needs (PYTHON=... chooses the Python)
	@$(SETUP) dev

setup-run:
	@$(SETUP) run

setup-sam: setup
	@$(SETUP) sam

setup-bench:
	@$(SETUP) bench

run: setup-run ## Serve the simulator on http://127.0.0.1:5000 (PORT=... overrides)
	@$(PY) -m simulator

test: setup ## Run every test (ARGS="-k name -x" is handed to pytest)
	@$(PY) tools/browser.py
	@$(PY) -m pytest -n $(JOBS) --dist loadfile $(ARGS)

test-fast: setup ## Run the tests that take no more than moments
	@$(PY) -m pytest -n $(JOBS) --dist loadfile -m "not slow" $(ARGS)

soak: setup ## The long ones: faults in every rule of the pack, and the invariants over many more people (hours)
	SAFETY_PROFILES=40000 SAFETY_QUIET=9000 $(PY) tools/safety_coverage.py --write
	$(PY) tools/mutate_pack.py --write

check: lint types pack model sam ## Lint, types, rules, interaction model and AWS template

lint: setup
	$(PY) -m ruff check .

types: setup
	$(PY) -m mypy

pack: setup
	$(PY) tools/pack_checks.py rules_core/packs/milia --cases tests/cases/milia
	$(PY) -m rules_core validate examples/packs/plants

model: setup
	$(PY) -m interaction_model.build --check

sam: setup-sam
	.venv/bin/cfn-lint template.yaml
	.venv-sam/bin/python -m samcli validate --lint --template template.yaml

bench: setup-bench ## Measure the kernel beside its peers and write docs/benchmarks.md (ARGS=--quick for a short run)
	@.venv-bench/bin/python -m benchmarks $(ARGS)

wheel: setup ## Build dist/*.whl: the rule kernel and its compiled packs
	@$(PY) -m rules_core compile milia --out rules_core/packs/milia.json
	@$(PY) -m pip wheel -q --disable-pip-version-check --no-deps --wheel-dir dist .

package: setup-run ## Write build/lambda-<arch>.zip, ready for AWS Lambda
	@$(PY) tools/build_lambda.py --zip

lock: setup ## Resolve requirements/*.in into requirements/*.txt anew
	@sh tools/lock.sh

clean: ## Remove what was built (the environments stay)
	rm -rf build dist .aws-sam .pytest_cache .mypy_cache .ruff_cache .hypothesis

# `sam build` calls this one: the name is SAM's, and so is ARTIFACTS_DIR.
build-SkillFunction: setup-run
	@$(PY) tools/build_lambda.py "$(ARTIFACTS_DIR)" --arch $(ARCH)
