"""Put Alexa requests to a built artefact in an interpreter that has nothing else installed.

    python -I -S tools/ask_artefact.py ARTEFACT REQUEST.json ...

Prints one JSON object: the "responses" in order, and the artefact's "modules" that answering them loaded, as paths in it.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path


def main(artefact: Path, requests: list[Path]) -> None:
    """Load handler.py as AWS Lambda does, with the artefact first on the path, and answer each request."""
    sys.path.insert(0, str(artefact))
    handler = importlib.import_module("handler").handler
    responses = [handler(json.loads(request.read_text(encoding="utf-8")), None) for request in requests]
    json.dump({"responses": responses, "modules": _loaded_from(artefact)}, sys.stdout)


def _loaded_from(artefact: Path) -> list[str]:
    files = [Path(file) for module in list(sys.modules.values()) if (file := getattr(module, "__file__", None))]
    return sorted(str(file.relative_to(artefact)) for file in files if file.is_relative_to(artefact))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), [Path(argument).resolve() for argument in sys.argv[2:]])
