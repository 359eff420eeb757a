#!/bin/sh
# Resolves requirements/*.in to exact versions with hashes, one lock for every Python and platform the project supports.
# Add "--upgrade" to take newer versions: sh tools/lock.sh --upgrade
set -eu
cd "$(dirname "$0")/../requirements"

[ -x ../.venv-lock/bin/uv ] || ../.venv/bin/python -m venv ../.venv-lock
../.venv-lock/bin/python -m pip install -qq --disable-pip-version-check uv

resolve() {
    ../.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header "$@"
}

resolve "$@" --output-file dev.txt dev.in
resolve --constraint dev.txt --output-file run.txt run.in
# The skill calls no service over HTTP, so what only ask_sdk_core.api_client imports stays out of the artefact.
resolve --constraint dev.txt --output-file lambda.txt \
    --no-emit-package requests --no-emit-package urllib3 --no-emit-package certifi \
    --no-emit-package idna --no-emit-package charset-normalizer lambda.in
resolve "$@" --constraint dev.txt --output-file bench.txt bench.in
resolve "$@" --output-file sam.txt sam.in
