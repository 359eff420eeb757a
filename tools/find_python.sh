#!/bin/sh
# Prints the command of the Python that the project's environments are made with: 3.11, 3.12 or 3.13.
# PYTHON=/path/to/python overrides the search; a Python outside that range is refused, with the reason.
set -eu

suitable() { # a pyenv shim answers to its name and fails when run, so each candidate is run
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

if [ -n "${PYTHON:-}" ]; then
    if suitable "$PYTHON"; then
        echo "$PYTHON"
        exit 0
    fi
    echo "PYTHON=$PYTHON is $("$PYTHON" -V 2>&1 || true)" >&2
    echo "This project needs Python 3.11, 3.12 or 3.13." >&2
    exit 1
fi

for candidate in python3 python3.13 python3.12 python3.11; do
    if suitable "$candidate"; then
        command -v "$candidate"
        exit 0
    fi
done

echo "No Python 3.11, 3.12 or 3.13 found (python3 is: $(python3 -V 2>&1 || true))." >&2
if [ "$(uname -s)" = Darwin ]; then
    echo "Install one with:  brew install python@3.13" >&2
elif command -v apt-get >/dev/null 2>&1; then
    echo "Install one with:  sudo apt-get install python3 python3-venv python3-dev gcc libc6-dev" >&2
fi
echo "Or name one:       make setup PYTHON=/path/to/python3.13" >&2
exit 1
