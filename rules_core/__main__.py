"""Command line: ``python -m rules_core validate|compile|infer|why``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from .errors import RulesCoreError
from .knowledge_base import KnowledgeBase
from .packs import built_in_folder, compile_folder, write_compiled


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 1 when the pack or the facts were refused, 2 for bad usage."""
    options = _parser().parse_args(argv)
    try:
        return int(options.run(options))
    except RulesCoreError as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rules_core", description="Rules as data, answers with their proof.")
    commands = parser.add_subparsers(required=True, metavar="command")
    validate = commands.add_parser("validate", help="list every problem of a pack")
    validate.add_argument("pack", type=_folder)
    validate.set_defaults(run=_validate)
    compile_ = commands.add_parser("compile", help="write a pack as the one JSON file the run time reads")
    compile_.add_argument("pack", type=_folder)
    compile_.add_argument("--out", type=Path, required=True)
    compile_.set_defaults(run=_compile)
    infer = commands.add_parser("infer", help="what follows from facts")
    infer.add_argument("pack")
    infer.add_argument("facts", nargs="*", metavar="fact=value", help="lists are joined by +, as in symptoms=pus+pain")
    infer.set_defaults(run=_infer)
    why = commands.add_parser("why", help="the proof of one conclusion")
    why.add_argument("pack")
    why.add_argument("conclusion")
    why.add_argument("facts", nargs="*", metavar="fact=value")
    why.add_argument("--json", action="store_true")
    why.set_defaults(run=_why)
    return parser


def _folder(text: str) -> Path:
    path = Path(text)
    return path if path.is_dir() else built_in_folder() / text


def _validate(options: argparse.Namespace) -> int:
    from .lint import validate

    problems = validate(options.pack)
    for problem in problems:
        print(problem)
    print(f"{options.pack.name}: {len(problems)} problem(s)")
    return 1 if problems else 0


def _compile(options: argparse.Namespace) -> int:
    write_compiled(options.out, compile_folder(options.pack))
    return 0


def _infer(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    print(json.dumps(kb.infer(read_facts(kb, options.facts)).to_dict(), indent=2, ensure_ascii=False))
    return 0


def _why(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    proof = kb.why(kb.infer(read_facts(kb, options.facts)), options.conclusion)
    print(json.dumps(proof.to_dict(), indent=2, ensure_ascii=False) if options.json else proof)
    return 0


def read_facts(kb: KnowledgeBase, words: list[str]) -> dict[str, Any]:
    """Facts from ``fact=value`` words; values of list facts are joined by ``+``."""
    facts: dict[str, Any] = {}
    for word in words:
        name, _, value = word.partition("=")
        spec = kb.facts.get(name)
        if spec is not None and spec.type == "multi":
            facts[name] = value.split("+")
        elif spec is not None and spec.type == "int" and value.lstrip("-").isdigit():
            facts[name] = int(value)
        else:
            facts[name] = value
    return facts


if __name__ == "__main__":
    raise SystemExit(main())
