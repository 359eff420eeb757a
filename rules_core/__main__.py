"""Command line: ``python -m rules_core validate|compile|infer|why|why-not|what-if|questions|diff``."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from .diff import compare_advice
from .errors import RulesCoreError
from .explaining.graph import mermaid
from .explaining.proof import Proof
from .explaining.what_if import WhatIf
from .explaining.why_not import WhyNot
from .files import infer_file
from .knowledge_base import KnowledgeBase
from .many import read_profiles
from .packs import built_in_folder, compile_folder, packaged, write_compiled


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 1 when the pack or the facts were refused, 2 for bad usage."""
    options = _parser().parse_args(argv)
    try:
        return int(options.run(options))
    except RulesCoreError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rules_core", description="Rules as data, answers with their proof.")
    commands = parser.add_subparsers(required=True, metavar="command")
    validate = commands.add_parser("validate", help="list every problem of a pack")
    validate.add_argument("pack")
    validate.set_defaults(run=_validate)
    compile_ = commands.add_parser("compile", help="write a pack as the one JSON file the run time reads")
    compile_.add_argument("pack")
    compile_.add_argument("--out", type=Path, required=True)
    compile_.set_defaults(run=_compile)
    infer = commands.add_parser("infer", help="what follows from facts, or from a file of profiles")
    infer.add_argument("pack")
    infer.add_argument("facts", nargs="*", metavar="fact=value", help="lists are joined by +, as in symptoms=pus+pain")
    infer.add_argument("--in", dest="source", type=Path, metavar="FILE", help="one profile a line, as JSON")
    infer.add_argument("--out", type=Path, metavar="FILE", help="one result a line, as JSON (default: the screen)")
    infer.add_argument("--workers", type=int, default=0, help="processes that share the work")
    infer.add_argument("--skip-bad", action="store_true", help="report bad lines and go on, instead of stopping")
    infer.set_defaults(run=_infer)
    for name, run, text in (
        ("why", _why, "the proof of one conclusion"),
        ("why-not", _why_not, "what keeps a conclusion from being reached"),
        ("what-if", _what_if, "the fewest answers that would flip a conclusion, or `level`"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("pack")
        command.add_argument("conclusion")
        command.add_argument("facts", nargs="*", metavar="fact=value")
        command.add_argument("--format", choices=("text", "json", "mermaid"), default="text")
        command.set_defaults(run=run)
    questions = commands.add_parser("questions", help="what to ask next")
    questions.add_argument("pack")
    questions.add_argument("facts", nargs="*", metavar="fact=value")
    questions.set_defaults(run=_questions)
    diff = commands.add_parser("diff", help="whose advice changes between two packs")
    diff.add_argument("old")
    diff.add_argument("new")
    diff.add_argument("--profiles", type=Path, required=True, metavar="FILE", help="one profile a line, as JSON")
    diff.set_defaults(run=_diff)
    return parser


def _folder(text: str) -> Path:
    path = packaged(text) or Path(text)
    return path if path.is_dir() else built_in_folder() / text


def _validate(options: argparse.Namespace) -> int:
    from .authoring.lint import validate

    folder = _folder(options.pack)
    problems = validate(folder)
    for problem in problems:
        print(problem)
    print(f"{folder.name}: {len(problems)} problem(s)")
    return 1 if problems else 0


def _compile(options: argparse.Namespace) -> int:
    write_compiled(options.out, compile_folder(_folder(options.pack)))
    return 0


def _infer(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    if options.source:
        return 0 if infer_file(kb, options.source, options.out, workers=options.workers, skip_bad=options.skip_bad) else 1
    print(json.dumps(kb.infer(read_facts(kb, options.facts)).to_dict(), indent=2, ensure_ascii=False))
    return 0


def _why(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    return _show(options, kb.why(kb.infer(read_facts(kb, options.facts)), options.conclusion))


def _why_not(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    return _show(options, kb.why_not(kb.infer(read_facts(kb, options.facts)), options.conclusion))


def _what_if(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    return _show(options, kb.what_if(kb.infer(read_facts(kb, options.facts)), options.conclusion))


def _show(options: argparse.Namespace, told: Proof | WhyNot | WhatIf) -> int:
    if options.format == "json":
        print(json.dumps(told.to_dict(), indent=2, ensure_ascii=False))
    elif options.format == "mermaid":
        print(mermaid(told))
    else:
        print(told)
    return 0


def _questions(options: argparse.Namespace) -> int:
    kb = KnowledgeBase.load(options.pack)
    question = kb.next_question(kb.infer(read_facts(kb, options.facts)))
    if question is None:
        print("no answer can change the decision any more")
    else:
        print(f"{question.ask}\n  asks {', '.join(question.facts)}, because {question.reason}\n  decides {', '.join(question.decides)}")
    return 0


def _diff(options: argparse.Namespace) -> int:
    old, new = KnowledgeBase.load(options.old), KnowledgeBase.load(options.new)
    changed = seen = 0
    with options.profiles.open("rb") as lines:
        for change in compare_advice(old, new, read_profiles(lines)):
            seen += 1
            if change is not None:
                changed += 1
                print(change)
    print(f"{old.pack.version} -> {new.pack.version}: advice changes for {changed} of {seen} profiles")
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
