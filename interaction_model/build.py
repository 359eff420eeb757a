"""Write the Alexa skill package's model from the authored source and the pack.

    python -m interaction_model.build            write it, unless a check finds problems
    python -m interaction_model.build --check    change nothing; exit 1 when the committed file is stale
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from interaction_model.checks import problems
from interaction_model.model import Json, assemble
from interaction_model.source import Source, SourceError, read_source
from rules_core import KnowledgeBase, RulesCoreError

HERE = Path(__file__).resolve().parent
LOCALES = ("en-US",)
PACK = "milia"


def source_path(locale: str) -> Path:
    """Where the locale is authored."""
    return HERE / "source" / f"{locale}.yaml"


def target_path(locale: str) -> Path:
    """Where the ASK command line looks for the locale."""
    return HERE / "skill-package" / "interactionModels" / "custom" / f"{locale}.json"


def build(locale: str) -> tuple[Source, Json]:
    """Return a locale's authored source and the model made of it and the pack's vocabulary."""
    source = read_source(source_path(locale))
    return source, assemble(source, KnowledgeBase.load(PACK).vocabulary(locale))


def serialise(model: Json) -> str:
    """Return the text of the committed file, the same on every machine."""
    return json.dumps(model, indent=2, ensure_ascii=False) + "\n"


def run(locale: str, *, check: bool) -> list[str]:
    """Write or compare one locale and return what is wrong with it."""
    try:
        source, model = build(locale)
    except (SourceError, RulesCoreError) as error:
        return [str(error)]
    found = problems(model, source.same_meaning)
    if found:
        return found
    text, target = serialise(model), target_path(locale)
    if not check:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return []
    committed = target.read_text(encoding="utf-8") if target.exists() else ""
    return [] if committed == text else [f"{target.name} is stale: run python -m interaction_model.build and commit it"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m interaction_model.build", description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail when the committed model is stale")
    options = parser.parse_args(arguments)
    failed = False
    for locale in LOCALES:
        for problem in run(locale, check=options.check):
            failed = True
            print(f"{locale}: {problem}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
